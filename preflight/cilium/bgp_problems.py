"""What is wrong or likely not meant with the objects of BGP.

Facts: rows 18, 19 and 20 of what can be configured wrongly.
"""

from collections.abc import Iterable, Iterator, Sequence

from preflight.cilium.announcing import Announcement, AnnouncerFacts, BgpPath, Reason
from preflight.cilium.bgp_objects import Advertisement, ClusterConfig, Instance, Peer, PeerConfig
from preflight.cilium.bgp_sessions import (
    PASSWORD,
    BgpObjects,
    ConfigState,
    Secrets,
    auth_secret_keys,
    nodes_with_asn,
)
from preflight.cilium.label_selectors import read
from preflight.cilium.problems import Problem, Seen
from preflight.cluster import Node
from preflight.field_path import FieldPath
from preflight.selectors import selects
from preflight.suggestions import nearest


def bgp_problems(
    objects: BgpObjects,
    states: Sequence[ConfigState],
    services: Iterable[Announcement],
    *,
    nodes: Sequence[Node],
    secrets: Secrets,
    facts: AnnouncerFacts,
) -> list[Seen]:
    """Return what is wrong with each object of BGP."""
    advertised = {
        announcer.advertisement for each in services for announcer in each.announcers if isinstance(announcer, BgpPath)
    }
    found: list[Seen] = []
    for state in states:
        found += _of_config(state, nodes)
        found += _of_instances(state, objects)
    for config in objects.peer_configs:
        found += _of_families(config, objects.advertisements)
        found += _of_secret(config, secrets, facts)
        if not any(peer.config == config.name for peer in _peers(objects)):
            found.append(Seen(problem=Problem.UNUSED_PEER_CONFIG, manifest=config.manifest))
    for advertisement in objects.advertisements:
        found += _of_advertisement(advertisement, objects)
        if (
            facts.bgp_control_plane
            and advertisement.name not in advertised
            and _could_advertise(advertisement, objects)
        ):
            found.append(Seen(problem=Problem.BGP_ADVERTISES_NOTHING, manifest=advertisement.manifest))
    return found


def _of_config(state: ConfigState, nodes: Sequence[Node]) -> Iterator[Seen]:
    """Say which nodes a cluster config does not get."""
    manifest, path = state.config.manifest, ("spec", "nodeSelector")
    match state.refusal:
        case (Reason.FEATURE_OFF, _):
            yield Seen(problem=Problem.FEATURE_OFF, manifest=manifest, seen=("bgpControlPlane.enabled",))
        case (Reason.NO_MATCHING_NODE, _):
            names = tuple(sorted(node.name for node in nodes))
            yield Seen(problem=Problem.BGP_NO_MATCHING_NODE, manifest=manifest, path=path, seen=names)
        case (Reason.BAD_SELECTOR, _):
            text = read(state.config.node_selector).problem
            yield Seen(problem=Problem.BGP_BAD_SELECTOR, manifest=manifest, path=path, seen=(text,))
    for rival, common in state.rivals:
        seen = (rival, *(common or ()))
        yield Seen(problem=Problem.BGP_CONFLICTING_CONFIG, manifest=manifest, path=path, seen=seen)


def _of_instances(state: ConfigState, objects: BgpObjects) -> Iterator[Seen]:
    """Say which instances and peers do not come up, and which come up for nothing."""
    manifest = state.config.manifest
    for instance in state.config.instances:
        names, _ = nodes_with_asn(state, instance, objects.overrides)
        if instance.local_asn is None and (not names or names != state.nodes):
            seen = (instance.name, *(names or ()))
            yield Seen(problem=Problem.BGP_MISSING_ASN, manifest=manifest, path=instance.path, seen=seen)
        if not instance.peers:
            yield Seen(problem=Problem.BGP_NO_PEERS, manifest=manifest, path=instance.path, seen=(instance.name,))
        yield from _of_peers(state.config, instance, objects)


def _of_peers(config: ClusterConfig, instance: Instance, objects: BgpObjects) -> Iterator[Seen]:
    known = [each.name for each in objects.peer_configs]
    for peer in instance.peers:
        path: FieldPath = (*peer.path, "peerConfigRef")
        if not peer.address and not peer.is_discovered:
            yield _of_peer(config, peer, Problem.BGP_NO_PEER_ADDRESS, peer.path)
        if not peer.config:
            yield _of_peer(config, peer, Problem.BGP_NO_PEER_CONFIG_REF, peer.path)
        elif peer.config not in known:
            suggested = nearest(peer.config, known)
            seen = (peer.config,) if suggested is None else (peer.config, suggested)
            yield _of_peer(config, peer, Problem.BGP_MISSING_PEER_CONFIG, path, *seen)


def _of_peer(config: ClusterConfig, peer: Peer, problem: Problem, path: FieldPath, *seen: str) -> Seen:
    return Seen(problem=problem, manifest=config.manifest, path=path, seen=(peer.name, *seen))


def _of_families(config: PeerConfig, advertisements: Sequence[Advertisement]) -> Iterator[Seen]:
    """Say which families select nothing."""
    manifest = config.manifest
    if not config.families:
        yield Seen(problem=Problem.BGP_NO_FAMILIES, manifest=manifest, path=("spec",))
    last = {str(family): family for family in config.families}
    for family in config.families:
        name, path = str(family), (*family.path, "advertisements")
        reading = read(family.advertisements)
        if last[name] is not family:
            yield Seen(problem=Problem.BGP_REPEATED_FAMILY, manifest=manifest, path=family.path, seen=(name,))
        elif family.advertisements is None:
            problem = Problem.BGP_NO_FAMILY_ADVERTISEMENTS
            yield Seen(problem=problem, manifest=manifest, path=family.path, seen=(name,))
        elif reading.selector is None:
            yield Seen(problem=Problem.BGP_BAD_SELECTOR, manifest=manifest, path=path, seen=(reading.problem,))
        elif not any(selects(reading.selector, each.labels) for each in advertisements):
            yield Seen(problem=Problem.BGP_NO_ADVERTISEMENT, manifest=manifest, path=path, seen=(name,))


def _of_secret(config: PeerConfig, secrets: Secrets, facts: AnnouncerFacts) -> Iterator[Seen]:
    """Say what is wrong with the password of a peer config."""
    if not config.auth_secret:
        return
    there, keys = auth_secret_keys(config, secrets, facts)
    secret, path = (config.auth_secret, facts.bgp_secrets_namespace), ("spec", "authSecretRef")
    if not there:
        elsewhere = sorted(namespace for namespace, name in secrets if name == config.auth_secret)
        seen = (*secret, *elsewhere)
        yield Seen(problem=Problem.BGP_MISSING_SECRET, manifest=config.manifest, path=path, seen=seen)
    elif keys is not None and PASSWORD not in keys:
        seen = (*secret, *sorted(keys))
        yield Seen(problem=Problem.BGP_NO_PASSWORD, manifest=config.manifest, path=path, seen=seen)


def _of_advertisement(advertisement: Advertisement, objects: BgpObjects) -> Iterator[Seen]:
    """Say what keeps an advertisement of Services from advertising any."""
    manifest = advertisement.manifest
    if not advertisement.services:
        return
    for each in advertisement.services:
        problem = read(each.selector).problem
        if each.selector is None:
            yield Seen(problem=Problem.BGP_NO_SERVICE_SELECTOR, manifest=manifest, path=each.path)
        elif problem:
            path = (*each.path, "selector")
            yield Seen(problem=Problem.BGP_BAD_SELECTOR, manifest=manifest, path=path, seen=(problem,))
    if _is_passed_over(advertisement, objects):
        yield Seen(problem=Problem.BGP_NOT_CHOSEN, manifest=manifest, path=("metadata", "labels"))


def _could_advertise(advertisement: Advertisement, objects: BgpObjects) -> bool:
    """Say whether it has a selector of Services and is selected by a family."""
    has_selector = any(each.selector is not None for each in advertisement.services)
    return has_selector and not _is_passed_over(advertisement, objects)


def _is_passed_over(advertisement: Advertisement, objects: BgpObjects) -> bool:
    """Say whether no family selects it, whether or not a peer uses that; families that select nothing do not count."""
    readings = [read(family.advertisements) for config in objects.peer_configs for family in config.families]
    selectors = [reading.selector for reading in readings if reading.selector is not None]
    has_selectors = bool(selectors) or not objects.peer_configs
    return has_selectors and not any(selects(selector, advertisement.labels) for selector in selectors)


def _peers(objects: BgpObjects) -> Iterator[Peer]:
    return (peer for config in objects.cluster_configs for instance in config.instances for peer in instance.peers)
