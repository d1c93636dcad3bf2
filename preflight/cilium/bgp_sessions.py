"""BGP sessions: which peers are told of which advertisements, whatever the Service.

Source: cilium/cilium, operator/pkg/bgp/cluster.go, pkg/bgp/manager/manager.go (getLocalASN) and
pkg/bgp/manager/reconciler (neighbor.go, peer_advertisements.go, service.go).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from preflight.cilium.announcing import AnnouncerFacts, Reason, Refusal, Remark, What
from preflight.cilium.bgp_objects import (
    Advertisement,
    ClusterConfig,
    Family,
    Instance,
    NodeOverride,
    Peer,
    PeerConfig,
)
from preflight.cilium.label_selectors import both_can_take, read
from preflight.cilium.nodes import judged, selected
from preflight.cluster import Node
from preflight.selectors import selects
from preflight.values import listed, shown

PASSWORD = "password"  # noqa: S105  # the key
Secrets = Mapping[tuple[str, str], frozenset[str] | None]
"""The keys of each Secret that have a value, by namespace and name.

None for one that is no manifest, and is taken for a good one.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BgpObjects:
    """All objects of BGP, each kind by name."""

    cluster_configs: tuple[ClusterConfig, ...] = ()
    peer_configs: tuple[PeerConfig, ...] = ()
    advertisements: tuple[Advertisement, ...] = ()
    overrides: tuple[NodeOverride, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigState:
    """Which nodes a cluster config takes, and who else wants them."""

    config: ClusterConfig
    nodes: tuple[str, ...] | None
    """None where no nodes are declared."""
    rivals: tuple[tuple[str, tuple[str, ...] | None], ...]
    """The other cluster configs that can take a node of it, with the nodes: on each only one of them counts."""
    refusal: tuple[Reason, str] | None
    """Why it counts on no node; None where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFamily:
    """A family of a peer, and the advertisements that it selects."""

    family: Family
    advertisements: tuple[Advertisement, ...]
    refusal: tuple[Reason, str] | None
    """Why it selects none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A peer of an instance of a cluster config."""

    config: ClusterConfig
    instance: Instance
    peer: Peer
    peer_config: PeerConfig | None
    families: tuple[ChosenFamily, ...]
    nodes: tuple[str, ...] | None
    """None where no nodes are declared."""
    remarks: tuple[Remark, ...]
    refusal: Refusal | None
    """Why the peer is told of nothing; None where it can be told."""

    def __str__(self) -> str:
        return f"{self.config}, instance {self.instance.name}, peer {self.peer.name}"


def config_states(
    configs: Sequence[ClusterConfig], nodes: Sequence[Node], facts: AnnouncerFacts
) -> tuple[ConfigState, ...]:
    """Say of each cluster config which nodes it takes; without nodes, none are declared.

    Nodes whose labels are not known count as not declared where its node selector goes by these.
    """
    readings = {config.name: read(config.node_selector) for config in configs}
    known = {name: judged(reading.selector, nodes) for name, reading in readings.items()}
    taken = {
        name: frozenset(node.name for node in selected(reading.selector, known[name]) if not reading.problem)
        for name, reading in readings.items()
    }

    def rivals(config: ClusterConfig) -> Iterator[tuple[str, tuple[str, ...] | None]]:
        for other in configs:
            if other.name == config.name or readings[config.name].problem or readings[other.name].problem:
                continue
            if common := taken[config.name] & taken[other.name]:
                yield other.name, tuple(sorted(common))
            elif not (known[config.name] and known[other.name]) and both_can_take(
                readings[config.name].selector, readings[other.name].selector
            ):
                yield other.name, None

    def refusal(config: ClusterConfig) -> tuple[Reason, str] | None:
        if not facts.bgp_control_plane:
            return Reason.FEATURE_OFF, "The BGP control plane is off in this cluster."
        if problem := readings[config.name].problem:
            return Reason.BAD_SELECTOR, f"Its nodeSelector is refused: {problem}"
        if known[config.name] and not taken[config.name]:
            names = listed(sorted(node.name for node in nodes))
            return Reason.NO_MATCHING_NODE, f"Its nodeSelector takes none of the nodes {names}."
        return None

    return tuple(
        ConfigState(
            config=config,
            nodes=tuple(sorted(taken[config.name])) if known[config.name] else None,
            rivals=tuple(rivals(config)),
            refusal=refusal(config),
        )
        for config in configs
    )


def sessions(
    states: Sequence[ConfigState], objects: BgpObjects, secrets: Secrets, facts: AnnouncerFacts
) -> list[Session]:
    """Return every peer of every instance, with what it can be told of."""
    peer_configs = {config.name: config for config in objects.peer_configs}
    families = {config.name: _chosen(config, objects.advertisements) for config in objects.peer_configs}
    found = []
    for state in states:
        for instance in state.config.instances:
            broken = _broken(instance, peer_configs, families, secrets, facts)
            for peer in instance.peers:
                names, without_asn = nodes_with_asn(state, instance, objects.overrides)
                why = (
                    state.refusal
                    or without_asn
                    or _peer_problem(peer, peer_configs)
                    or broken
                    or _nothing_to_tell(peer, peer_configs)
                )
                found.append(
                    Session(
                        config=state.config,
                        instance=instance,
                        peer=peer,
                        peer_config=peer_configs.get(peer.config),
                        families=families.get(peer.config, ()),
                        nodes=names,
                        remarks=_remarks(state, instance, names),
                        refusal=why and _refused(state.config, instance, peer, why),
                    )
                )
    return found


def auth_secret_keys(config: PeerConfig, secrets: Secrets, facts: AnnouncerFacts) -> tuple[bool, frozenset[str] | None]:
    """Say whether the Secret of a peer config is there, and which keys it has: None where nobody has said."""
    key = (facts.bgp_secrets_namespace, config.auth_secret)
    return key in secrets, secrets.get(key)


def _refused(config: ClusterConfig, instance: Instance, peer: Peer, why: tuple[Reason, str]) -> Refusal:
    by = f"{config}, instance {instance.name}, peer {peer.name}"
    return Refusal(by=by, reason=why[0], text=why[1], manifest=config.manifest)


def _chosen(config: PeerConfig, advertisements: Sequence[Advertisement]) -> tuple[ChosenFamily, ...]:
    """Return the families of a peer config; of one that is there twice the last counts."""
    last = {str(family): family for family in config.families}
    return tuple(_chosen_family(family, advertisements) for family in last.values())


def _chosen_family(family: Family, advertisements: Sequence[Advertisement]) -> ChosenFamily:
    reading = read(family.advertisements)
    chosen: tuple[Advertisement, ...] = ()
    refusal = None
    if family.advertisements is None:
        refusal = (Reason.NO_FAMILY_ADVERTISEMENTS, "It has no advertisements, and so it selects none.")
    elif reading.selector is None:
        refusal = (Reason.BAD_SELECTOR, f"its advertisements selector is refused: {reading.problem}")
    else:
        chosen = tuple(each for each in advertisements if selects(reading.selector, each.labels))
        if not chosen:
            text = "Its advertisements selector takes the labels of no CiliumBGPAdvertisement."
            refusal = (Reason.NO_ADVERTISEMENT, text)
    return ChosenFamily(family=family, advertisements=chosen, refusal=refusal)


def _broken(
    instance: Instance,
    peer_configs: Mapping[str, PeerConfig],
    families: Mapping[str, Sequence[ChosenFamily]],
    secrets: Secrets,
    facts: AnnouncerFacts,
) -> tuple[Reason, str] | None:
    """Say what keeps a whole instance from advertising: an error at one peer ends the work on all of them."""
    for peer in instance.peers:
        config = peer_configs.get(peer.config)
        if config is None:
            continue
        if problem := _bad_selector(config, families[config.name]):
            return Reason.BAD_SELECTOR, f"Cilium stops at peer {peer.name}: {problem}"
        there, keys = auth_secret_keys(config, secrets, facts) if config.auth_secret else (False, None)
        if there and keys is not None and PASSWORD not in keys and (peer.address or peer.is_discovered):
            secret = f"Secret {facts.bgp_secrets_namespace}/{config.auth_secret}"
            return Reason.NO_PASSWORD, f"Cilium stops at peer {peer.name}: {secret} has no key {shown(PASSWORD)}."
    return None


def _bad_selector(config: PeerConfig, families: Sequence[ChosenFamily]) -> str:
    """Return the first selector that Cilium refuses, of the families or of the advertisements that they select."""
    for chosen in families:
        if chosen.refusal and chosen.refusal[0] == Reason.BAD_SELECTOR:
            return f"family {chosen.family} of {config}: {chosen.refusal[1]}"
        for advertisement in chosen.advertisements:
            for each in advertisement.services:
                if problem := read(each.selector).problem:
                    return f"{advertisement}: its selector is refused: {problem}"
    return ""


def nodes_with_asn(
    state: ConfigState, instance: Instance, overrides: Sequence[NodeOverride]
) -> tuple[tuple[str, ...] | None, tuple[Reason, str] | None]:
    """Return the nodes where an instance has an ASN, its own or that of an override, and why there is none."""
    if instance.local_asn is not None:
        return state.nodes, None
    overridden = sorted(each.name for each in overrides if instance.name in each.asns)
    names = tuple(name for name in overridden if state.nodes is None or name in state.nodes)
    return names, None if names else (Reason.MISSING_ASN, "The instance has no localASN, and Cilium does not run it.")


def _peer_problem(peer: Peer, peer_configs: Mapping[str, PeerConfig]) -> tuple[Reason, str] | None:
    """Say why there is no session with a peer."""
    if not peer.address and not peer.is_discovered:
        return Reason.NO_PEER_ADDRESS, "It has neither peerAddress nor autoDiscovery, and Cilium skips it."
    if peer.config and peer.config not in peer_configs:
        return Reason.MISSING_PEER_CONFIG, f"There is no CiliumBGPPeerConfig {peer.config}, and Cilium skips the peer."
    return None


def _nothing_to_tell(peer: Peer, peer_configs: Mapping[str, PeerConfig]) -> tuple[Reason, str] | None:
    """Say why there is a session, but nothing is told."""
    if not peer.config:
        return Reason.NO_PEER_CONFIG_REF, "It has no peerConfigRef: there is a session, and nothing is advertised."
    if not peer_configs[peer.config].families:
        text = f"CiliumBGPPeerConfig {peer.config} has no families: there is a session, and nothing is advertised."
        return Reason.NO_FAMILIES, text
    return None


def _remarks(state: ConfigState, instance: Instance, names: tuple[str, ...] | None) -> tuple[Remark, ...]:
    """Say on which nodes only a session can be."""
    remarks = []
    if instance.local_asn is None and names and names != state.nodes:
        text = f"The instance has an ASN on {listed(names)} only, by CiliumBGPNodeConfigOverride."
        remarks.append(Remark(what=What.SOME_NODES, text=text))
    for rival, common in state.rivals:
        where = f"node{'s' if len(common) > 1 else ''} {listed(common)}" if common else "a node that both can take"
        text = f"On {where} only one of {state.config} and CiliumBGPClusterConfig {rival} counts, whichever came first."
        remarks.append(Remark(what=What.CONFLICTING_CONFIG, text=text))
    return tuple(remarks)
