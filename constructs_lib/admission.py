"""What becomes of an app's manifests: what the API server would refuse, or Cilium not serve, is not published."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.provenance import provenance_of
from constructs_lib.references import named_in, recorded_in
from preflight.catalogue import Severity
from preflight.cluster import ClusterFacts, DeclaredService
from preflight.finding import Finding, UnreadableError
from preflight.snapshot import Manifest, Snapshot

import cdk8s

if TYPE_CHECKING:  # it costs start-up time
    from preflight.report.exposures import Exposure
    from preflight.rules.input import Input


class InadmissibleError(Exception):
    """Manifests that the API server or Cilium would refuse: its text has each finding, with what to change."""


LEFT_TO_CHECK = frozenset({"GH004", "GH205", "GH306"})
"""What only `preflight check` says: that a GatewayClass or a pool is unknown, since another app may own it, and that an
annotation ignores nothing, since it may be there for what is not known without the app."""
PUBLISHED = frozenset({"GH001", "GH510"})
"""Errors that are said of what is admitted, and keep nobody from publishing: a bug of ours, and that none of the app's
pools takes a Service, since another app may have one that does."""
NOT_JUDGED = frozenset({"GH103", "GH143"})
"""Infos that something was not judged; others, such as that no route names a listener, `preflight check` says."""


def facts_in(folder: Path, cluster: str | None = None) -> ClusterFacts:
    """Return the facts in the cluster.yaml of a project, or in the file of one of its clusters, which comes first.

    Without a file, they have their defaults. Raises InadmissibleError, with the line, for one that cannot be read.
    """
    from preflight.reading import cluster_file  # needed at synth only, as what is below: it costs start-up time

    try:
        return cluster_file.facts_in(folder, cluster)
    except UnreadableError as error:
        raise _inadmissible([error.finding]) from None


def refuse_inadmissible(app: cdk8s.App, files: Iterable[Path], facts: ClusterFacts) -> "list[Exposure]":
    """Raise InadmissibleError for what the API server would refuse, or else for what Cilium would not accept.

    Returns what the manifests expose. What else is found is written to standard error. What the app's constructs refer
    to is taken to be there, with the ports and the grants that they name: `facts` need not declare it again.
    """
    # The rest of preflight is needed at synth only: it costs start-up time.
    from preflight.admission.judge import admission
    from preflight.reading.files import read
    from preflight.report.text import findings_text
    from preflight.rules.judge import check
    from preflight.rules.suppression import suppress

    reading = read(files)
    try:
        judged = admission(Snapshot(reading.manifests), facts)
    except UnreadableError as error:
        raise _inadmissible([error.finding]) from None
    if not judged.admitted:
        found = suppress((*reading.findings, *judged.findings), reading.manifests, frozenset()).findings
        if _refuses(found):
            raise _inadmissible(_located(app, found))
    checked = check(judged, _with_named(app, facts), reading.findings, _grants_elsewhere(app))
    findings = [finding for finding in checked.findings if _is_said(finding)]
    exposed = [] if checked.given is None else _exposed(checked.given)
    if not findings:
        return exposed
    text = findings_text(_located(app, findings))
    if _refuses(finding for finding in findings if finding.code not in PUBLISHED):
        raise InadmissibleError(text)
    print(text, file=sys.stderr)
    return exposed


def _refuses(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == Severity.ERROR for finding in findings)


def _is_said(finding: Finding) -> bool:
    """Say whether synth reports a finding."""
    if finding.severity == Severity.INFO:
        return finding.code in NOT_JUDGED
    return finding.code not in LEFT_TO_CHECK


def _exposed(given: "Input") -> "list[Exposure]":
    """Return what an app exposes; nothing where it has no Gateways."""
    if not given.prediction.gateways:
        return []
    from preflight.report.exposures import exposures  # only where there are Gateways: it costs start-up time

    return exposures(given.prediction, given.addressing)


def _with_named(app: cdk8s.App, facts: ClusterFacts) -> ClusterFacts:
    """Add to the facts what the app's constructs refer to."""
    services = {(each.namespace, each.name): dict.fromkeys(each.ports) for each in facts.services}
    others: dict[str, list[tuple[str, str]]] = {"Gateway": [], "Secret": [], "ConfigMap": []}
    for target, ports in named_in(app).items():
        key = (target.namespace or "", target.name)
        if target.kind == "Service":
            services.setdefault(key, {}).update(dict.fromkeys((port.number, port.protocol) for port in ports))
        else:
            others[target.kind].append(key)
    return replace(
        facts,
        services=tuple(
            DeclaredService(namespace=namespace, name=name, ports=tuple(ports))
            for (namespace, name), ports in services.items()
        ),
        gateways=(*facts.gateways, *others["Gateway"]),
        secrets=(*facts.secrets, *others["Secret"]),
        config_maps=(*facts.config_maps, *others["ConfigMap"]),
    )


def _grants_elsewhere(app: cdk8s.App) -> list[Manifest]:
    """Return the ReferenceGrants that the owners of other namespaces have there already, as references say."""
    return [
        Manifest(
            data={
                "apiVersion": f"{GATEWAY_GROUP}/v1",
                "kind": "ReferenceGrant",
                "metadata": {"name": f"granted-{index}", "namespace": entry.reference.namespace},
                "spec": {
                    "from": [
                        {
                            "group": entry.referrer.group,
                            "kind": entry.referrer.kind,
                            "namespace": entry.referrer.namespace,
                        }
                    ],
                    "to": [{"group": "", "kind": entry.reference.kind, "name": entry.reference.name}],
                },
            }
        )
        for index, entry in enumerate(recorded_in(app))
        if entry.reference.granted
    ]


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
