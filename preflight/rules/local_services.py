"""Services with externalTrafficPolicy Local on layer 2, as far as GH320 does not say it of Gateways.

Source: cilium/cilium #48550 and #48799; Documentation/network/l2-announcements.
"""

from collections.abc import Iterator

from preflight.cilium.announcing import Announcement, L2Announcer, LocalPolicy
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.problems import Problem, Seen
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.explained import by_manifest
from preflight.rules.input import Input
from preflight.rules.load_balancers import all_named
from preflight.rules.traffic_policy import local_on_layer_2

CLUSTER = "Write externalTrafficPolicy: Cluster."
DECLARE = "Write externalTrafficPolicy: Cluster, or declare a Cilium from 1.20.2 on in cluster.yaml."
OF_GATEWAYS = "Write externalTrafficPolicy: Cluster for the class, or set gatewayAPI.externalTrafficPolicy to Cluster."


def local_services_on_layer_2(given: Input) -> Iterator[Finding]:
    """Yield a finding for the Services, and one for the Gateways, that policy Local harms, at the first of them.

    From Cilium 1.20.2 on, a Service with Pods is announced from their nodes, as it is meant.
    """
    policy = given.addressing.announcer.local_policy
    seen = given.seen(Problem.LOCAL_ON_L2)
    known = by_manifest(given) if seen else {}
    told = any(True for _ in local_on_layer_2(given)) if seen else False
    harmed: dict[bool, list[tuple[Seen, LoadBalancer]]] = {}
    for each in seen:
        announcement = known[id(each.manifest)]
        of_gateway = announcement.service.gateway is not None
        of_service = policy != LocalPolicy.NEEDS_BACKEND
        if (not told and _is_harmed(announcement)) if of_gateway else of_service:
            harmed.setdefault(of_gateway, []).append((each, announcement.service))
    for of_gateway, members in sorted(harmed.items()):
        (first, _), others = members[0], [service for _, service in members[1:]]
        more = f" So it is with {all_named(others)}." if others else ""
        unsure = DECLARE if policy == LocalPolicy.EITHER else CLUSTER
        yield found(first.manifest, "GH531", first.path, first.seen[0] + more, OF_GATEWAYS if of_gateway else unsure)


def _is_harmed(announcement: Announcement) -> bool:
    """Say whether a Gateway is announced on layer 2, or by nobody: where BGP alone announces it, all is well."""
    return bool(announcement.unannounced) or any(isinstance(each, L2Announcer) for each in announcement.announcers)
