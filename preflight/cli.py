"""The commands: what is judged, how it is reported, and with which exit code."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from preflight.admission.judge import admission
from preflight.catalogue import Severity
from preflight.cluster import TARGETS, ClusterFacts
from preflight.finding import Finding, UnreadableError
from preflight.reading.cluster_file import CLUSTER_FILE, cluster_facts, target_of
from preflight.reading.files import read
from preflight.report.formats import BY_FINDING, BY_OBJECT, Format, Writer
from preflight.report.outcome import Outcome
from preflight.report.progress import progress
from preflight.snapshot import Snapshot
from preflight.values import listed, shown

import typer

CLEAN, ERRORS, UNREADABLE, FAILED = range(4)
"""Exit codes; where several apply, the highest."""

NO_OBJECT = "Name files with manifests; if they come from a pipe, look whether what writes them has failed."
EXIT_CODES = """\b
Exit codes (where several apply, the highest):
  0  no errors; warnings are allowed
  1  errors: at least one object is rejected
  2  an input that cannot be read, or no object: the other inputs are judged; an argument, a
     cluster file or a CRD that cannot be read: nothing is judged
  3  a mistake in preflight itself (GH001); the other checks are made"""

ADMIT_EXAMPLES = """\b
Examples:
  python -m preflight admit dist
  python -m preflight admit apps.yaml gateway.yaml --target cilium=1.19
  python -m preflight admit dist --format json
  helm template CHART | python -m preflight admit -"""

CHECK_EXAMPLES = """\b
Examples:
  python -m preflight check dist
  python -m preflight check dist --cluster cluster.yaml
  python -m preflight check dist --crds more-crds
  python -m preflight check dist --format sarif > preflight.sarif"""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Judge Kubernetes manifests before the cluster does: without a cluster, and with every reason and remedy.",
    epilog=EXIT_CODES,
)


def _target(text: str) -> str:
    """Return the version of Cilium that a target names."""
    name, _, version = text.partition("=")
    target = target_of(version) if name == "cilium" else None
    if target is None:
        allowed = listed([f"cilium={known}" for known in TARGETS])
        raise typer.BadParameter(f"{shown(text)} is not one of {allowed}, with or without the patch version.")
    return target


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files and folders of YAML or JSON; - is standard input.", show_default=False),
]
Target = Annotated[
    str | None,
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


@app.command(no_args_is_help=True, epilog=f"{ADMIT_EXAMPLES}\n\n{EXIT_CODES}")
def admit(
    paths: Paths,
    format: ReportFormat = Format.TEXT,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """Say of each object whether the API server would admit it.

    This is what `kubectl apply --server-side` would say, with strict field validation, but of all objects at once and
    with the line of each field. What is rejected comes first. Up to 20 objects without findings are listed, more are
    only counted; --format json has every object.
    """
    _run(paths, target, crds, cluster, BY_OBJECT[format])


@app.command(no_args_is_help=True, epilog=f"{CHECK_EXAMPLES}\n\n{EXIT_CODES}")
def check(
    paths: Paths,
    format: ReportFormat = Format.TEXT,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """List every finding by file and line, with its remedy.

    A finding is a line with its place, severity, code, object, field and reason; what to change is below it. sarif is
    for GitHub code scanning, github annotates pull requests in GitHub Actions, junit is for GitLab, Jenkins and others.
    """
    _run(paths, target, crds, cluster, BY_FINDING[format])


def _run(
    paths: Sequence[str], target: str | None, crds: Sequence[Path] | None, cluster: Path | None, write: Writer
) -> None:
    """Judge what is at the paths, report it, and exit."""
    try:
        outcome = _outcome(paths, _facts(target, crds or (), cluster))
    except UnreadableError as error:
        outcome = Outcome(unreadable=(error.finding,))
    try:
        write(outcome, sys.stdout)
        sys.stdout.flush()
    except OSError as error:
        typer.echo(f"error: the report cannot be written: {error.strerror}", err=True)
        # What is left in the buffer would fail again at the end, with an exit code of Python's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(UNREADABLE) from error
    raise typer.Exit(_exit_code(outcome))


def _facts(target: str | None, crds: Sequence[Path], cluster: Path | None) -> ClusterFacts:
    """Return the facts of the cluster file, with a target instead of its own and with further CRDs."""
    default = Path(CLUSTER_FILE)
    file = cluster or (default if default.is_file() else None)
    facts = cluster_facts(file) if file else ClusterFacts()
    return replace(facts, cilium=target or facts.cilium, crds=(*facts.crds, *crds))


def _outcome(paths: Sequence[str], facts: ClusterFacts) -> Outcome:
    with progress(sys.stderr, "Reading") as count:
        reading = read(paths, count)
    if not reading.manifests and not reading.findings:
        raise UnreadableError(Finding(code="GH002", reason=f"There is no object in {listed(paths)}.", fix=NO_OBJECT))
    with progress(sys.stderr, "Judging", len(reading.manifests)) as judged:
        verdicts = admission(Snapshot(reading.manifests), facts, judged).verdicts
    return Outcome(verdicts, reading.findings)


def _exit_code(outcome: Outcome) -> int:
    codes = {finding.code for finding in outcome.findings}
    if "GH001" in codes:
        return FAILED
    if "GH002" in codes:
        return UNREADABLE
    return ERRORS if outcome.count(Severity.ERROR) else CLEAN
