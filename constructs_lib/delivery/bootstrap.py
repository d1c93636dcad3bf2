"""Whether Argo CD gets everything, once somebody has applied by hand what no Application applies."""

from collections.abc import Sequence

from constructs_lib.api_groups import ARGO_CD_GROUP
from constructs_lib.checks import refused
from constructs_lib.delivery.records import ARGO_CD_KINDS, Delivery, Manifest
from constructs_lib.delivery.scopes import group_and_kind
from constructs_lib.registry import Identity

import cdk8s
from constructs import Construct


def refuse_unowned(file: str, manifests: Sequence[Manifest]) -> None:
    """Raise ValueError if a file that no Application applies has more than what is applied by hand, once."""
    for manifest in manifests:
        group, kind = group_and_kind(manifest)
        if group != ARGO_CD_GROUP or kind not in ARGO_CD_KINDS:
            metadata = manifest.get("metadata") or {}
            raise refused(
                str(Identity(group, kind, metadata.get("namespace"), str(metadata.get("name")))),
                file,
                "is in no Application, so Argo CD would not apply this object",
                allowed="files of charts in an ArgoApplication, and files with nothing but "
                f"{', '.join(ARGO_CD_KINDS)}, which are applied by hand once",
                fix="write the chart into charts=[...] of an ArgoApplication",
            )


def refuse_unreachable(delivery: Delivery) -> None:
    """Raise ValueError for an Application that would never start, and for a Project that would never change.

    Charts in no Application are applied by hand, and so is one in an Application that it defines itself. From then on
    an Application applies its charts once it is there and its Project is. What a Project allows changes with what its
    Applications contain, so applying it once is not enough.
    """
    owners = delivery.owners
    own = {entry.identity: chart_of(entry.scope) for entry in delivery.applications}
    for identity, (_, scope) in delivery.projects.items():
        if chart_of(scope) not in owners:
            raise _by_hand(identity)
    there = {chart for chart in own.values() if chart not in owners or own[owners[chart]] is chart}
    waiting = list(delivery.applications)
    while ready := [
        entry
        for entry in waiting
        if own[entry.identity] in there
        and (entry.project is None or chart_of(delivery.projects[entry.project][1]) in there)
    ]:
        there |= {chart for entry in ready for chart in entry.charts}
        waiting = [entry for entry in waiting if entry not in ready]
    if waiting:
        raise _never_starts([entry.identity for entry in waiting])


def chart_of(scope: Construct) -> cdk8s.Chart:
    """Return the chart that a scope is, or is in."""
    return scope if isinstance(scope, cdk8s.Chart) else cdk8s.Chart.of(scope)


def _by_hand(project: Identity) -> ValueError:
    """Say that a Project's lists would be out of date."""
    return refused(
        str(project),
        "its chart",
        "is in no Application, so what a later synth allows would not reach Argo CD",
        allowed="a chart in an ArgoApplication whose own Project exists already, such as 'default'",
        fix="write the chart into charts=[...] of an ArgoApplication",
    )


def _never_starts(identities: Sequence[Identity]) -> ValueError:
    """Say which Applications wait for each other."""
    return refused(
        str(identities[0]),
        ", ".join(map(str, identities)),
        "would never start: the Application, or its Project, is in a chart that only these apply",
        allowed="an Application that is, with its Project, in a chart that is applied by hand or by another one",
        fix="write project='default' in the Application that applies the Project, and leave that Application's own "
        "chart out of the others",
    )
