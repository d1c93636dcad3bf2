"""`check`: every finding, by file and line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from preflight.admission.verdict import Admission
from preflight.cli.options import Cluster, Crds, Paths, ReportFormat, Target, end, facts_of, read_and_admit
from preflight.cluster import ClusterFacts
from preflight.finding import Finding, UnreadableError
from preflight.report.formats import BY_FINDING, Format
from preflight.report.outcome import Outcome
from preflight.rules.baseline import Comparison, Identity, compare, identity_of, read_baseline
from preflight.rules.selection import Selection

import typer

EXAMPLES = """\b
Examples:
  python -m preflight check dist
  python -m preflight check dist --ignore GH310
  python -m preflight check dist --cluster cluster.yaml
  python -m preflight check dist --crds more-crds
  python -m preflight check dist --format sarif > preflight.sarif
  python -m preflight check dist --format json > before.json
  python -m preflight check dist --baseline before.json"""

Codes = list[str] | None
Select = Annotated[
    Codes,
    typer.Option(
        metavar="CODES",
        show_default=False,
        help="Report these only: codes and beginnings of codes, such as GH4,GH310; may be given several times.",
    ),
]
Ignore = Annotated[
    Codes, typer.Option(metavar="CODES", show_default=False, help="Leave these out, also where they are selected.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Fail for warnings as for errors.")]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Report only what an earlier run, whose output with --format json this is, did not find.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="REVISION",
        show_default=False,
        help="Report only what is not found in the same paths at this Git revision.",
    ),
]


def check(
    paths: Paths,
    *,
    format: ReportFormat = Format.TEXT,
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,
    baseline: Baseline = None,
    since: Since = None,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """List every finding by file and line, with its remedy.

    This is what the API server would say of each object, what the Gateway controller would make of those that it takes,
    and what is likely not meant: a route that no listener takes, a backend that is not there, a rule that gets no
    requests. What is owned elsewhere, such as Services of a Helm chart, is declared in the cluster file.

    A finding is a line with its place, severity, code, object, field and reason; what to change is below it. `rules`
    says what the codes mean. An annotation `gatehouse.dev/ignore.CODE: "reason"` on an object leaves one out. sarif is
    for GitHub code scanning, github annotates pull requests in GitHub Actions, junit is for GitLab, Jenkins and others.
    """
    selection = _selection(select, ignore)
    if baseline is not None and since is not None:
        raise typer.BadParameter("Give --baseline or --since, not both.", param_hint="--since")
    try:
        facts = facts_of(target, crds, cluster)
        before = read_baseline(baseline) if baseline else None
        outcome = _checked(read_and_admit(paths, facts), facts, selection)
        if since is not None:
            before = _found_at(since, paths, facts, selection)
        if before is not None:
            outcome = _compared(outcome, before)
    except UnreadableError as error:
        outcome = Outcome(unreadable=(error.finding,))
    end(outcome, BY_FINDING[format], strict=strict)


def _selection(select: Codes, ignore: Codes) -> Selection:
    """Read the codes of the options; refuse what is none, and an empty text, such as that of an unset variable."""
    if any(not _split([text]) for text in select or ()):
        raise typer.BadParameter("It names no code. Leave the option out to have all of them.", param_hint="--select")
    try:
        return Selection(_split(select), _split(ignore))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _split(codes: Codes) -> tuple[str, ...]:
    return tuple(code.strip() for text in codes or () for code in text.split(",") if code.strip())


def _checked(outcome: Outcome, facts: ClusterFacts, selection: Selection) -> Outcome:
    """Add what the controller and the rules find, and leave out what is ignored or not selected."""
    from preflight.rules.judge import check as check_all  # only where it is needed: it costs start-up time

    found = check_all(Admission(outcome.verdicts), facts, outcome.unreadable)
    return _only(replace(outcome, ignored=found.ignored), selection.of(found.findings))


def _only(outcome: Outcome, findings: Iterable[Finding]) -> Outcome:
    """Leave only these findings; those that are of no verdict, and can be read, are added."""
    left = {id(finding): finding for finding in findings}
    unreadable = tuple(left.pop(id(each)) for each in outcome.unreadable if id(each) in left)
    verdicts = tuple(
        replace(verdict, findings=tuple(left.pop(id(each)) for each in verdict.findings if id(each) in left))
        for verdict in outcome.verdicts
    )
    return replace(outcome, verdicts=verdicts, unreadable=unreadable, predicted=tuple(left.values()))


def _found_at(revision: str, paths: Sequence[str], facts: ClusterFacts, selection: Selection) -> Counter[Identity]:
    """Return what is found in the same paths at a revision."""
    from preflight.admission.judge import admission
    from preflight.reading.revisions import read_at
    from preflight.rules.judge import check as check_all
    from preflight.snapshot import Snapshot

    reading = read_at(revision, paths)
    found = check_all(admission(Snapshot(reading.manifests), facts), facts, reading.findings).findings
    return Counter(identity_of(finding) for finding in selection.of(found))


def _compared(outcome: Outcome, before: Counter[Identity]) -> Outcome:
    """Leave only what was not found before."""
    comparison: Comparison = compare(outcome.findings, before)
    return replace(_only(outcome, comparison.introduced), comparison=comparison)
