"""Text for people: a problem is a line that editors and terminals can open, and the remedy is below it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from preflight.admission.verdict import Verdict
from preflight.catalogue import Severity
from preflight.finding import Finding
from preflight.report.colours import UNCOLOURED, words
from preflight.report.outcome import Outcome, by_place
from preflight.report.wording import named, origin, plain, problem, remedy, statement
from preflight.values import counted

SEVEREST = tuple(Severity)
"""Severities, the worst first."""
MAX_ADMITTED = 20
"""Objects without findings that are listed; more are only counted, so that the problems stay in sight."""


def findings_text(findings: Iterable[Finding]) -> str:
    """Return findings as `check` prints them, in the order of their places, without colour and without a summary."""
    return "\n".join(line for finding in by_place(findings) for line in _lines(finding, statement(finding), UNCOLOURED))


def write_findings(outcome: Outcome, stream: TextIO) -> None:
    """Write all findings in the order of their places, then a line that counts them."""
    word = words(stream)
    for finding in outcome.findings:
        _write(stream, _lines(finding, statement(finding), word))
    counts = [counted(outcome.count(severity), severity) for severity in Severity if outcome.count(severity)]
    counts = counts or ["no findings" if outcome.comparison is None else "no new findings"]
    counts += [f"{outcome.ignored} ignored"] if outcome.ignored else []
    _write(stream, [f"{counted(len(outcome.verdicts), 'object')}: {', '.join(counts)}."])
    if outcome.comparison is not None:
        introduced, fixed, unchanged = outcome.comparison
        _write(stream, [f"Since then: {len(introduced)} introduced, {fixed} fixed, {unchanged} unchanged."])


def write_problems(outcome: Outcome, stream: TextIO) -> None:
    """Write what could not be read, each object that was rejected with its errors, then all other findings."""
    word = words(stream)
    rejected = [verdict for verdict in outcome.verdicts if not verdict.admitted]
    of_admitted = [finding for verdict in outcome.verdicts if verdict.admitted for finding in verdict.findings]
    for finding in by_place(outcome.unreadable):
        _write(stream, _lines(finding, statement(finding), word))
    for verdict in rejected:
        _write(stream, _verdict(verdict, word))
    for finding in sorted(
        by_place((*of_admitted, *outcome.predicted)), key=lambda finding: SEVEREST.index(finding.severity)
    ):
        _write(stream, _lines(finding, statement(finding), word))


def write_objects(outcome: Outcome, stream: TextIO) -> None:
    """Write each object with its findings below it: first what was rejected, last what nothing is to say of."""
    word = words(stream)
    for finding in by_place(outcome.unreadable):
        _write(stream, _lines(finding, statement(finding), word))
    clean = [verdict for verdict in outcome.verdicts if not verdict.findings]
    found = [verdict for verdict in outcome.verdicts if verdict.findings]
    listed = clean if len(clean) <= MAX_ADMITTED else []
    for verdict in (*sorted(found, key=lambda verdict: verdict.admitted), *listed):
        _write(stream, _verdict(verdict, word))
    _write(stream, [_summary(outcome)])


def _verdict(verdict: Verdict, word: Mapping[str, str]) -> Iterator[str]:
    """Write an object with its findings below it."""
    yield f"{word['admitted' if verdict.admitted else 'rejected']} {named(verdict.manifest.key)}"
    for finding in by_place(verdict.findings):
        yield from (f"  {line}" for line in _lines(finding, problem(finding), word))


def _lines(finding: Finding, said: str, word: Mapping[str, str]) -> Iterator[str]:
    """Write a finding: where, how bad, what; then what to change and what made the object."""
    place = f"{plain(str(finding.source))}: " if finding.source else ""
    yield f"{place}{word[finding.severity]} {finding.code}: {said}"
    yield f"  {word['fix']}: {remedy(finding)}"
    made = origin(finding)
    if made:
        yield f"  {made}"


def _summary(outcome: Outcome) -> str:
    rejected = len(outcome.verdicts) - outcome.admitted
    counts = f"{counted(len(outcome.verdicts), 'object')}: {outcome.admitted} admitted, {rejected} rejected"
    unreadable = len(outcome.unreadable)
    return f"{counts}, and {unreadable} that could not be read." if unreadable else f"{counts}."


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    stream.writelines(f"{line}\n" for line in lines)
