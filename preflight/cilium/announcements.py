"""Who announces the addresses of each Service: on layer 2, by BGP, or nobody, and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from preflight.cilium.announcing import Announcement, AnnouncerFacts, Given, L2Announcer, Remark, What
from preflight.cilium.bgp_objects import advertisement_of, cluster_config_of, node_override_of, peer_config_of
from preflight.cilium.bgp_paths import bgp_paths, table
from preflight.cilium.bgp_sessions import BgpObjects, ConfigState, Secrets, Session, config_states, sessions
from preflight.cilium.l2_announcements import Policies, lease_name
from preflight.cilium.l2_policies import L2Policy, PolicyState, l2_policy_of, policy_state
from preflight.cilium.leases import shared_leases, silence, silent_nodes
from preflight.cilium.objects import LoadBalancer
from preflight.cluster import Node
from preflight.snapshot import Manifest
from preflight.values import listed

CILIUM_GROUP = "cilium.io"
Addressed = tuple[LoadBalancer, Sequence[Given]]
"""A Service with its addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncerObjects:
    """The objects that say who announces, each kind by name."""

    policies: tuple[L2Policy, ...] = ()
    bgp: BgpObjects = field(default_factory=BgpObjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcers:
    """What becomes of the announcers' objects, whatever the Services."""

    policies: tuple[PolicyState, ...]
    configs: tuple[ConfigState, ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcements:
    """Who announces what."""

    announcers: Announcers
    services: tuple[Announcement, ...]
    """In the order in which the Services were given."""


def announcer_objects(manifests: Iterable[Manifest]) -> AnnouncerObjects:
    """Read the announcers' objects of admitted manifests; of one that is there twice the last counts."""
    last: dict[tuple[str, str], Manifest] = {}
    for manifest in manifests:
        if manifest.group == CILIUM_GROUP:
            last[manifest.key.kind, manifest.key.name] = manifest

    def of(kind: str, read: Callable[[Manifest], Any]) -> tuple[Any, ...]:
        return tuple(read(last[key]) for key in sorted(last) if key[0] == kind)

    return AnnouncerObjects(
        policies=of("CiliumL2AnnouncementPolicy", l2_policy_of),
        bgp=BgpObjects(
            cluster_configs=of("CiliumBGPClusterConfig", cluster_config_of),
            peer_configs=of("CiliumBGPPeerConfig", peer_config_of),
            advertisements=of("CiliumBGPAdvertisement", advertisement_of),
            overrides=of("CiliumBGPNodeConfigOverride", node_override_of),
        ),
    )


def announcements(
    services: Sequence[Addressed],
    objects: AnnouncerObjects,
    nodes: Sequence[Node] = (),
    facts: AnnouncerFacts | None = None,
    secrets: Secrets | None = None,
) -> Announcements:
    """Say who announces each Service.

    Without nodes none are declared: then a node selector may take any. Secrets are needed for the passwords of peers.
    """
    facts = facts or AnnouncerFacts()
    states = tuple(policy_state(policy, nodes, facts) for policy in objects.policies)
    policies = Policies(states, facts)
    configs = config_states(objects.bgp.cluster_configs, nodes, facts)
    peers = sessions(configs, objects.bgp, secrets or {}, facts)
    told = table(peers, objects.bgp, facts)
    found = []
    for service, given in services:
        on_l2, l2_refusals = policies.announcers(service, given)
        paths, bgp_refusals = bgp_paths(service, given, told, facts)
        silent = silent_nodes(policies.taking_part(service, given), service, given) if on_l2 else ()
        found.append(
            Announcement(
                service=service,
                addresses=tuple(given),
                announcers=(*on_l2, *paths),
                refusals=(*l2_refusals, *bgp_refusals),
                remarks=(silence(silent),) if silent else (),
            )
        )
    return Announcements(
        announcers=Announcers(policies=states, configs=configs, sessions=tuple(peers)),
        services=tuple(_with_leases(found)),
    )


def _with_leases(found: Sequence[Announcement]) -> Iterable[Announcement]:
    """Say of Services whose lease has the name of another's that it has."""
    shared = shared_leases(each.service for each in found if _is_on_l2(each))
    return (_with_lease(each, shared) if _is_on_l2(each) else each for each in found)


def _with_lease(announcement: Announcement, shared: Mapping[str, tuple[LoadBalancer, ...]]) -> Announcement:
    name = lease_name(announcement.service)
    others = sorted(str(other) for other in shared.get(name, ()) if str(other) != str(announcement.service))
    if not others:
        return announcement
    text = f"Its Lease {name} is also that of {listed(others)}: the holder of one is taken for the holder of the other."
    return replace(announcement, remarks=(*announcement.remarks, Remark(what=What.SHARED_LEASE, text=text)))


def _is_on_l2(announcement: Announcement) -> bool:
    return any(isinstance(announcer, L2Announcer) for announcer in announcement.announcers)
