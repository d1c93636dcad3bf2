"""What the API server would say of an app's manifests: what it would refuse is not published."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from constructs_lib.provenance import provenance_of
from preflight.catalogue import Severity
from preflight.cluster import ClusterFacts
from preflight.finding import Finding, UnreadableError

import cdk8s

CLUSTER_FILE = "cluster.yaml"


class InadmissibleError(Exception):
    """Manifests that the API server would refuse: its text has each finding, with what to change."""


def facts_in(folder: Path) -> ClusterFacts:
    """Return the facts in the cluster.yaml of a project; the defaults where it has none.

    Raises InadmissibleError, with the line, for one that cannot be read.
    """
    file = folder / CLUSTER_FILE
    if not file.exists():
        return ClusterFacts()
    from preflight.reading.cluster_file import cluster_facts  # only where there is one: it costs start-up time

    try:
        return cluster_facts(file)
    except UnreadableError as error:
        raise _inadmissible([error.finding]) from None


def refuse_inadmissible(app: cdk8s.App, files: Iterable[Path], facts: ClusterFacts) -> None:
    """Raise InadmissibleError if the API server would refuse a manifest; write what else is found to standard error."""
    # The rest of preflight is needed at synth only: it costs start-up time.
    from preflight.admission.judge import admission
    from preflight.reading.files import read
    from preflight.report.text import findings_text
    from preflight.snapshot import Snapshot

    reading = read(files)
    try:
        judged = admission(Snapshot(reading.manifests), facts)
    except UnreadableError as error:
        raise _inadmissible([error.finding]) from None
    findings = (*reading.findings, *judged.findings)
    if not findings:
        return
    text = findings_text(_located(app, findings))
    if any(finding.severity == Severity.ERROR for finding in findings):
        raise InadmissibleError(text)
    print(text, file=sys.stderr)


def _inadmissible(findings: Iterable[Finding]) -> InadmissibleError:
    from preflight.report.text import findings_text  # it costs start-up time

    return InadmissibleError(findings_text(findings))


def _located(app: cdk8s.App, findings: Iterable[Finding]) -> list[Finding]:
    """Add to each finding the construct and the line of Python that made its object."""
    provenance = provenance_of(app)
    located = []
    for finding in findings:
        place = provenance.get(finding.resource) if finding.resource is not None else None
        located.append(
            finding if place is None else replace(finding, construct=place.construct, written_at=place.written_at)
        )
    return located
