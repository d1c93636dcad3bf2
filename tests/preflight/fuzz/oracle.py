"""What must hold of every input: findings that make sense, in every format, soon, and no bug of ours."""

import io
import json
import re
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from preflight import admit, field_path
from preflight.admission.judge import admission
from preflight.catalogue import CATALOGUE
from preflight.finding import Finding, Source
from preflight.reading.files import Reading, read
from preflight.report.formats import BY_FINDING, BY_OBJECT, Format
from preflight.report.outcome import Outcome
from preflight.snapshot import Snapshot

SECONDS = 5
SECONDS_PER_MEGABYTE = 2
"""Of the processor, so that nothing else on the machine counts: after so long, and more for what is large, it hangs."""
BUG = "GH001"
LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""
OF_READING = {"GH002"}


class HangError(BaseException):
    """What takes too long; it is no Exception, so that nothing takes it for a failure of a check."""


@contextmanager
def guarded(seconds: float) -> Iterator[None]:
    """Raise HangError in what takes longer."""

    def hang(*_: object) -> None:
        raise HangError

    former = signal.signal(signal.SIGPROF, hang)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


def problems_of_file(file: Path) -> list[str]:
    """Return what does not hold of a file."""
    return _caught(lambda: _of_file(file), SECONDS + SECONDS_PER_MEGABYTE * file.stat().st_size / 1_000_000)


def problems_of_objects(objects: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what does not hold of the objects of one call of `admit`."""
    return _caught(lambda: _of_outcome(Outcome(admit(objects).verdicts), None), SECONDS)


def _caught(look: Callable[[], Iterable[str]], seconds: float) -> list[str]:
    try:
        with guarded(seconds):
            return list(look())
    except HangError:
        return [f"It takes more than {seconds:.0f} seconds:\n{traceback.format_exc(limit=-4)}"]
    except Exception:  # noqa: BLE001  # any of them is a bug, and is reported with its input
        return [traceback.format_exc(limit=-6)]


def _of_file(file: Path) -> Iterator[str]:
    reading = read([file])
    if _facts(read([file])) != _facts(reading):
        yield "A second reading gives something else."
    if not {finding.code for finding in reading.findings} <= OF_READING:
        yield f"Reading found {reading.findings}."
    verdicts = admission(Snapshot(reading.manifests)).verdicts
    yield from _of_outcome(Outcome(verdicts, reading.findings), _Places(file))


def _facts(reading: Reading) -> Any:
    return [(manifest.data, manifest.findings) for manifest in reading.manifests], reading.findings


class _Places:
    """The lines of a file."""

    def __init__(self, file: Path) -> None:
        self.file = str(file)
        data = file.read_bytes()
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
        self.lines = len(LINE_BREAK.findall(text)) + 1

    def problem(self, source: Source | None) -> str | None:
        if source is None:
            return "It has no place."
        if source.file != self.file or not 1 <= source.line <= self.lines or source.column < 1:
            return f"There is no such place: {source}."
        return None


def _of_outcome(outcome: Outcome, places: _Places | None) -> Iterator[str]:
    for finding in outcome.findings:
        yield from (f"{problem} {finding}" for problem in _of_finding(finding))
        if places is not None and (problem := places.problem(finding.source)):
            yield f"{problem} {finding}"
    yield from _of_reports(outcome)


def _of_finding(finding: Finding) -> Iterator[str]:
    if finding.code == BUG:
        yield "A check failed."
    if finding.code not in CATALOGUE:
        yield "The code is not in the catalogue."
    for text in (finding.reason, finding.fix):
        if not text.endswith((".", "!", "?")) or text.isspace():
            yield f"It is no sentence: {text!r}."
    if not all(isinstance(part, str | int) for part in finding.path) or not isinstance(
        field_path.text(finding.path), str
    ):
        yield "The path is none."


def _of_reports(outcome: Outcome) -> Iterator[str]:
    for writers in (BY_OBJECT, BY_FINDING):
        for name, write in writers.items():
            stream = io.StringIO()
            write(outcome, stream)
            written = stream.getvalue()
            written.encode()
            if not all(line.isprintable() for line in written.split("\n")):
                yield f"The report in {name} has characters that a terminal may obey."
            if name in (Format.JSON, Format.SARIF):
                json.loads(written)
            elif name == Format.JUNIT:
                ElementTree.fromstring(written)
