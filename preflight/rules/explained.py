"""Services that nobody announces: whether another finding says why."""

from collections.abc import Mapping

from preflight.cilium.announcing import Announcement, Reason
from preflight.cilium.bgp_objects import ServiceAdvertisement
from preflight.cilium.bgp_sessions import BgpObjects
from preflight.cilium.l2_policies import PolicyState
from preflight.cilium.label_selectors import read
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.problems import Problem
from preflight.rules.input import Input
from preflight.selectors import selects

ANNOUNCER_KINDS = (
    "CiliumL2AnnouncementPolicy",
    "CiliumBGPClusterConfig",
    "CiliumBGPPeerConfig",
    "CiliumBGPAdvertisement",
    "CiliumBGPNodeConfigOverride",
)
LOAD_BALANCER_IP = "LoadBalancerIP"
OF_BGP = frozenset(
    {
        Reason.NO_MATCHING_NODE,
        Reason.MISSING_PEER_CONFIG,
        Reason.BAD_SELECTOR,
        Reason.MISSING_ASN,
        Reason.NO_PEERS,
        Reason.NO_PEER_ADDRESS,
        Reason.NO_PEER_CONFIG_REF,
        Reason.NO_PASSWORD,
        Reason.NO_FAMILIES,
        Reason.NO_FAMILY_ADVERTISEMENTS,
        Reason.NO_ADVERTISEMENT,
        Reason.NO_SERVICE_SELECTOR,
        Reason.FAMILY,
    }
)
"""Why BGP advertises nothing, or nothing to a peer, each with a rule of its own."""


def is_announcer_rejected(given: Input) -> bool:
    """Say whether admission has rejected something that announces addresses, of which that is a finding."""
    return given.snapshot.rejected.some("cilium.io", *ANNOUNCER_KINDS)


def is_in_part(bgp: BgpObjects) -> bool:
    """Say whether some kinds of objects of BGP are elsewhere, so that it is not known what it announces."""
    kinds = (bgp.cluster_configs, bgp.peer_configs, bgp.advertisements)
    return any(kinds) and not all(kinds)


def by_manifest(given: Input) -> Mapping[int, Announcement]:
    """Return the announcement of each Service by the identity of its manifest."""
    return {id(each.service.manifest): each for each in given.addressing.announcements.services}


def is_explained(announcement: Announcement, given: Input) -> bool:
    """Say whether an object that is to announce a Service is at fault, or its traffic policy, so that nobody does."""
    if any(refusal.reason == Reason.LOCAL_GATEWAY for refusal in announcement.refusals):
        return True
    return _by_layer_2(announcement, given) or _by_bgp(announcement, given)


def policy_for_own_labels(service: LoadBalancer, given: Input) -> str | None:
    """Name a policy that would take the labels of a Gateway itself, if those were on its Service."""
    own = (service.manifest.data.get("metadata") or {}).get("labels") or {}
    if service.gateway is None or not own:
        return None
    labels = {**own, **service.labels}
    for state in _states(given):
        if state.refusal is None and state.selector is not None and selects(state.selector, labels):
            return str(state.policy)
    return None


def _by_layer_2(announcement: Announcement, given: Input) -> bool:
    labels = announcement.service.labels
    return any(
        state.refusal is not None and (state.selector is None or selects(state.selector, labels))
        for state in _states(given)
    )


def _by_bgp(announcement: Announcement, given: Input) -> bool:
    bgp = given.addressing.objects.bgp
    meant = any(
        _takes(written, announcement.service)
        for advertisement in bgp.advertisements
        for written in advertisement.services
    )
    if is_in_part(bgp):
        return meant or not bgp.advertisements
    reasons = {refusal.reason for refusal in announcement.refusals}
    off = any(refusal.reason == Reason.FEATURE_OFF and refusal.manifest is None for refusal in announcement.refusals)
    at_fault = bool(reasons & OF_BGP) or off or bool(given.seen(Problem.BGP_NOT_CHOSEN))
    return at_fault and meant


def _takes(written: ServiceAdvertisement, service: LoadBalancer) -> bool:
    """Say whether an advertisement is meant for a Service: one without a selector, or with a bad one, for any."""
    selector = read(written.selector).selector
    return LOAD_BALANCER_IP in written.addresses and (selector is None or selects(selector, service.labels))


def _states(given: Input) -> tuple[PolicyState, ...]:
    return given.addressing.announcements.announcers.policies
