"""What the commands share: their options, reading and admission, and how a command ends."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

from preflight.admission.judge import verdicts
from preflight.admission.verdict import Admission
from preflight.catalogue import Severity
from preflight.cluster import TARGETS, ClusterFacts, Version
from preflight.exit_codes import CLEAN, ERRORS, FAILED, UNREADABLE
from preflight.finding import Finding, UnreadableError
from preflight.reading.cluster_components import known_version
from preflight.reading.cluster_file import CLUSTER_FILE, cluster_facts, facts_in
from preflight.reading.files import read
from preflight.report.formats import Format, Writer
from preflight.report.outcome import Outcome
from preflight.report.progress import progress
from preflight.snapshot import Snapshot
from preflight.values import listed, shown

import typer

if TYPE_CHECKING:  # it costs start-up time
    from preflight.gateway_api.semantics import Semantics

NO_OBJECT = "Name files with manifests; if they come from a pipe, look whether what writes them has failed."
EXIT_CODES = """\b
Exit codes (where several apply, the highest):
  0  no errors; warnings are allowed
  1  errors: at least one object is rejected
  2  an input that cannot be read, or no object: the other inputs are judged; an argument, a
     cluster file or a CRD that cannot be read: nothing is judged
  3  a mistake in preflight itself (GH001); the other checks are made"""

PREDICTION_EXIT_CODES = """\b
Exit codes (where several apply, the highest):
  0  all is accepted and works, as far as is known; warnings are allowed
  1  errors: an object is rejected, not accepted, or refers to what is not there
  2  an input that cannot be read, or no object: the other inputs are judged; an argument, a
     cluster file or a CRD that cannot be read: nothing is judged
  3  a mistake in preflight itself (GH001); the other checks are made"""


def _target(text: str) -> Version:
    """Return the version of Cilium that a target names."""
    name, _, version = text.partition("=")
    target = known_version(version) if name == "cilium" else None
    if target is None:
        allowed = listed([f"cilium={known}" for known in TARGETS])
        raise typer.BadParameter(f"{shown(text)} is not one of {allowed}, with or without the patch version.")
    return target


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files and folders of YAML or JSON; - is standard input.", show_default=False),
]
Target = Annotated[
    Version | None,
    typer.Option(
        parser=_target,
        metavar="TARGET",
        show_default=False,
        help=f"{' or '.join(f'cilium={version}' for version in TARGETS)}, each with the Gateway API that it needs. "
        f"Default: as the cluster file says, otherwise cilium={TARGETS[0]}.",
    ),
]
Crds = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        show_default=False,
        help="File or folder of further CustomResourceDefinitions; may be given several times.",
    ),
]
Cluster = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help=f"The facts of the cluster. Default: {CLUSTER_FILE} of the working folder, if there is one.",
    ),
]
ReportFormat = Annotated[Format, typer.Option("--format", help="How to report.")]


class PlainFormat(StrEnum):
    """How a command that predicts reports."""

    TEXT = "text"
    JSON = "json"


class Implementation(StrEnum):
    """Whose controller is predicted."""

    CILIUM = "cilium"
    SPEC = "spec"


PredictionFormat = Annotated[PlainFormat, typer.Option("--format", help="How to report.")]
SemanticsOption = Annotated[
    Implementation,
    typer.Option(
        "--semantics",
        help="Cilium of the target's version, or an implementation that does what the specification says.",
    ),
]


def facts_of(target: Version | None, crds: Sequence[Path] | None, cluster: Path | None) -> ClusterFacts:
    """Return the facts of the cluster file, with a target instead of its own and with further CRDs.

    Raises UnreadableError for a cluster file that cannot be read.
    """
    facts = cluster_facts(cluster) if cluster else facts_in(Path())
    version = target or facts.cilium_version
    return replace(facts, cilium=version.target, cilium_patch=version.patch, crds=(*facts.crds, *(crds or ())))


def read_and_admit(paths: Sequence[str], facts: ClusterFacts, *, keep_defaults: bool = True) -> Outcome:
    """Read what is at the paths, and admit it.

    Without `keep_defaults`, the objects of the verdicts are as they were written, which saves a quarter of the memory.
    Raises UnreadableError where there is no object at all, and for a CRD of `facts` that cannot be read.
    """
    with progress(sys.stderr, "Reading") as count:
        reading = read(paths, count)
    if not reading.manifests and not reading.findings:
        raise UnreadableError(Finding(code="GH002", reason=f"There is no object in {listed(paths)}.", fix=NO_OBJECT))
    with progress(sys.stderr, "Judging", len(reading.manifests)) as judged:
        found = verdicts(Snapshot(reading.manifests), facts, judged)
        kept = found if keep_defaults else (replace(each, object=each.manifest.data) for each in found)
        return Outcome(tuple(kept), reading.findings)


def admitted(outcome: Outcome) -> Snapshot:
    """Return the objects that are admitted, with their defaults."""
    return Admission(outcome.verdicts).snapshot


def semantics_of(implementation: Implementation, facts: ClusterFacts) -> "Semantics":
    """Return how an implementation reads the objects."""
    from preflight.gateway_api.semantics import semantics_for  # only where something is predicted: start-up time

    return semantics_for(implementation, facts)


def end(outcome: Outcome, write: Writer, *, strict: bool = False) -> NoReturn:
    """Report an outcome on standard output, and exit; `strict` is whether warnings count as errors."""
    printed(lambda stream: write(outcome, stream))
    raise typer.Exit(exit_code(outcome.findings, strict=strict))


def printed(write: Callable[[TextIO], None]) -> None:
    """Write to standard output; exit where that cannot be done, as on a full disk."""
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except OSError as error:
        typer.echo(f"error: the report cannot be written: {error.strerror}", err=True)
        # What is left in the buffer would fail again at the end, with an exit code of Python's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(UNREADABLE) from error


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """Return the exit code for what has been found; `strict` is whether warnings count as errors."""
    found = tuple(findings)
    codes = {finding.code for finding in found}
    if "GH001" in codes:
        return FAILED
    if "GH002" in codes:
        return UNREADABLE
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ERRORS if any(finding.severity in failing for finding in found) else CLEAN
