"""Who announces a Service on layer 2: which policies.

Source: cilium/cilium, pkg/l2announcer/l2announcer.go (upsertSvc, desiredEntries); #48550 for Local.
"""

from collections.abc import Sequence

from preflight.cilium.announcing import (
    AnnouncerFacts,
    AnnouncingNode,
    Given,
    L2Announcer,
    LocalPolicy,
    Reason,
    Refusal,
    Remark,
    What,
    external_addresses,
)
from preflight.cilium.l2_policies import PolicyState
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.selector_index import SelectorIndex
from preflight.cilium.services import L2_CLASS
from preflight.selectors import selects
from preflight.values import shown

LEASE_PREFIX = "cilium-l2announce"

LOCAL_MAY_DROP = Remark(
    what=What.LOCAL_MAY_DROP,
    text="Its externalTrafficPolicy is Local, which L2 announcements do not look at before Cilium 1.20.2: "
    "a node without a local backend can hold the lease, and drops what it gets.",
)
LOCAL_BACKENDS_ONLY = Remark(
    what=What.LOCAL_BACKENDS_ONLY,
    text="Its externalTrafficPolicy is Local: only nodes with a Pod of the Service announce it.",
)
LOCAL_DEPENDS_ON_PATCH = Remark(
    what=What.LOCAL_DEPENDS_ON_PATCH,
    text="Its externalTrafficPolicy is Local: up to Cilium 1.20.1 a node without a Pod of the Service can hold the "
    "lease and drops what it gets, from 1.20.2 only nodes with a Pod of the Service announce it.",
)
GATEWAY_DEPENDS_ON_PATCH = Remark(
    what=What.LOCAL_DEPENDS_ON_PATCH,
    text="It is the Service of a Gateway and its externalTrafficPolicy is Local: up to Cilium 1.20.1 it is announced "
    "from any of the nodes, from 1.20.2 nobody announces it.",
)
LOCAL_GATEWAY = (
    "The Service has no Pods of its own and its externalTrafficPolicy is Local: from Cilium 1.20.2 "
    "no node wants its lease."
)


def lease_name(service: LoadBalancer) -> str:
    """Return the name of the Lease of a Service: two Services can have the same one (#48084)."""
    return f"{LEASE_PREFIX}-{service.namespace}-{service.name}"


_Chosen = tuple[PolicyState, tuple[AnnouncingNode, ...] | None]
"""A policy and the nodes that announce by it."""


class Policies:
    """All policies, with what they make of Services: of those that are alike, the first one only is looked at."""

    def __init__(self, states: Sequence[PolicyState], facts: AnnouncerFacts) -> None:
        """Take what is known of each policy."""
        self._states, self._facts = states, facts
        self._index = SelectorIndex((str(at), state.selector) for at, state in enumerate(states))
        self._without_interface = [state for state in states if state.is_without_interface]
        self._known: dict[object, tuple[tuple[_Chosen, ...], tuple[Refusal, ...]]] = {}

    def announcers(
        self, service: LoadBalancer, given: Sequence[Given]
    ) -> tuple[tuple[L2Announcer, ...], tuple[Refusal, ...]]:
        """Return the policies that announce a Service, and why the others do not."""
        chosen, refusals = self._choice(service, given)
        lease, remarks = lease_name(service), _remarks(service, self._facts)
        announced: dict[tuple[bool, bool], tuple[Given, ...]] = {}
        announcers = []
        for state, nodes in chosen:
            flags = (state.policy.load_balancer_ips, state.policy.external_ips)
            if flags not in announced:
                announced[flags] = announced_by(service, given, state)
            announcers.append(
                L2Announcer(
                    policy=state.policy.name,
                    nodes=nodes,
                    patterns=state.policy.interfaces,
                    addresses=announced[flags],
                    lease=lease,
                    remarks=remarks,
                )
            )
        return tuple(announcers), refusals

    def taking_part(self, service: LoadBalancer, given: Sequence[Given]) -> list[PolicyState]:
        """Return the policies by which nodes can hold the lease of a Service: some of them announce nothing."""
        idle = (
            state for state in self._without_interface if why_not_selected(service, given, state, self._facts) is None
        )
        return [*(state for state, _ in self._choice(service, given)[0]), *idle]

    def _choice(self, service: LoadBalancer, given: Sequence[Given]) -> tuple[tuple[_Chosen, ...], tuple[Refusal, ...]]:
        """Return the policies that announce a Service, and why the others do not."""
        selecting = self._index.matching(service.labels)
        key = (
            selecting,
            service.load_balancer_class,
            bool(given),
            bool(external_addresses(service)),
            _is_local(service),
            service.gateway is not None,
        )
        if key not in self._known:
            reasons = [state.refusal or why_not_selected(service, given, state, self._facts) for state in self._states]
            pairs = list(zip(self._states, reasons, strict=True))
            self._known[key] = (
                tuple((state, _announcing(state)) for state, reason in pairs if reason is None),
                tuple(
                    Refusal(by=str(state.policy), reason=reason[0], text=reason[1], manifest=state.policy.manifest)
                    for state, reason in pairs
                    if reason is not None
                ),
            )
        return self._known[key]


def _announcing(state: PolicyState) -> tuple[AnnouncingNode, ...] | None:
    """Return the nodes that announce by a policy: those with a device for it; None where no nodes are declared."""
    return None if state.nodes is None else tuple(node for node in state.nodes if node.interfaces != ())


def local_effect(service: LoadBalancer, facts: AnnouncerFacts) -> str:
    """Say what externalTrafficPolicy Local does to the announcement of a Service on layer 2."""
    if service.gateway is not None and facts.local_policy == LocalPolicy.NEEDS_BACKEND:
        return LOCAL_GATEWAY
    return _remarks(service, facts)[0].text


def announced_by(service: LoadBalancer, given: Sequence[Given], state: PolicyState) -> tuple[Given, ...]:
    """Return what a policy announces of a Service that it selects, each address once."""
    addresses: list[Given] = []
    if state.policy.load_balancer_ips:
        addresses += given
    if state.policy.external_ips:
        addresses += external_addresses(service)
    return tuple(dict.fromkeys(addresses))


def why_not_selected(
    service: LoadBalancer, given: Sequence[Given], state: PolicyState, facts: AnnouncerFacts
) -> tuple[Reason, str] | None:
    """Say why a policy that announces does not announce this Service."""
    if service.load_balancer_class not in (None, L2_CLASS):
        text = f"Its loadBalancerClass {shown(service.load_balancer_class)} is not {shown(L2_CLASS)}."
        return Reason.CLASS, text
    if state.selector is not None and not selects(state.selector, service.labels):
        return Reason.SERVICE_SELECTOR, "The serviceSelector does not take the labels of the Service."
    if not announced_by(service, given, state):
        kinds = "load balancer or external IPs" if state.policy.load_balancer_ips else "external IPs"
        if state.policy.load_balancer_ips and not state.policy.external_ips:
            kinds = "load balancer IPs"
        return Reason.NO_ADDRESS, f"It announces {kinds}, and the Service has none."
    if _is_local(service) and service.gateway is not None and facts.local_policy == LocalPolicy.NEEDS_BACKEND:
        return Reason.LOCAL_GATEWAY, LOCAL_GATEWAY
    return None


def _is_local(service: LoadBalancer) -> bool:
    return service.traffic_policy == "Local"


def _remarks(service: LoadBalancer, facts: AnnouncerFacts) -> tuple[Remark, ...]:
    """Say what externalTrafficPolicy Local does to what is announced."""
    if not _is_local(service):
        return ()
    match facts.local_policy:
        case LocalPolicy.IGNORED:
            return (LOCAL_MAY_DROP,)
        case LocalPolicy.NEEDS_BACKEND:
            return (LOCAL_BACKENDS_ONLY,)
        case LocalPolicy.EITHER:
            return (LOCAL_DEPENDS_ON_PATCH if service.gateway is None else GATEWAY_DEPENDS_ON_PATCH,)
