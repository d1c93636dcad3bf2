"""What BGP peers are told of a Service.

Source: cilium/cilium, pkg/bgp/manager/reconciler/service.go (getServicePrefixes, getLoadBalancerIPPaths,
getServicePrefixLength); #42386 for the Services of Gateways, #44803 for 1.19.5.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from preflight.cilium.announcing import (
    AnnouncerFacts,
    BgpPath,
    Given,
    Prefix,
    Reason,
    Refusal,
    Remark,
    What,
    external_addresses,
)
from preflight.cilium.bgp_objects import Advertisement, ServiceAdvertisement
from preflight.cilium.bgp_sessions import BgpObjects, Session
from preflight.cilium.label_selectors import read
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.services import BGP_CLASS
from preflight.selectors import Selector, selects
from preflight.values import listed, shown

AFIS = {4: "ipv4", 6: "ipv6"}
UNICAST = "unicast"
BITS = {4: 32, 6: 128}
REPORTED_MINOR = 19
"""Of Cilium 1.19.5 #44803 says that it advertises under Local from all nodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An advertisement of Services, with its selector as it was read."""

    advertisement: Advertisement
    written: ServiceAdvertisement
    selector: Selector | None
    """None where none is written: one that Cilium refuses is told to nobody."""

    def __str__(self) -> str:
        return f"{self.advertisement}, spec.advertisements[{self.written.index}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who is told of which advertisement, and why others are told of nothing: the same for every Service."""

    told: tuple[tuple[Item, tuple[tuple[Session, frozenset[str]], ...]], ...]
    """Each item that somebody is told of, with the sessions and the families of each."""
    refusals: tuple[Refusal, ...]


def table(sessions: Sequence[Session], objects: BgpObjects, facts: AnnouncerFacts) -> Table:
    """Turn the sessions around: by advertisement."""
    if not facts.bgp_control_plane:
        text = "The BGP control plane is off in this cluster."
        off = Refusal(by="BGP control plane", reason=Reason.FEATURE_OFF, text=text, manifest=None)
        return Table(told=(), refusals=(off,) if objects != BgpObjects() else ())
    chosen: dict[str, dict[int, set[str]]] = {}
    for number, session in enumerate(sessions):
        for family in session.families if session.refusal is None else ():
            for advertisement in family.advertisements:
                chosen.setdefault(advertisement.name, {}).setdefault(number, set()).add(str(family.family))
    told = tuple(
        (
            Item(advertisement=advertisement, written=written, selector=read(written.selector).selector),
            tuple((sessions[number], frozenset(families)) for number, families in by_session.items()),
        )
        for advertisement in objects.advertisements
        if (by_session := chosen.get(advertisement.name))
        for written in advertisement.services
    )
    refusals = [*_of_configs(objects), *_of_sessions(sessions), *_of_advertisements(objects, chosen)]
    return Table(told=told, refusals=tuple(dict.fromkeys(refusals)))


def bgp_paths(
    service: LoadBalancer, given: Sequence[Given], table: Table, facts: AnnouncerFacts
) -> tuple[tuple[BgpPath, ...], tuple[Refusal, ...]]:
    """Return what each peer is told of a Service, and why it is told no more."""
    paths: list[BgpPath] = []
    refusals: list[Refusal] = []
    for item, sessions in table.told:
        why = _why_not(service, given, item)
        if why is not None:
            manifest = item.advertisement.manifest
            refusals.append(Refusal(by=str(item), reason=why[0], text=why[1], manifest=manifest))
            continue
        advertised = _advertised(service, given, item.written)
        for session, families in sessions:
            for version in sorted({each.version for each in advertised}):
                family = f"{AFIS[version]}/{UNICAST}"
                if family not in families:
                    refusals.append(_without_family(session, item, family, families))
                    continue
                prefixes = tuple(_prefix(service, each, item.written) for each in advertised if each.version == version)
                paths.append(
                    BgpPath(
                        cluster_config=session.config.name,
                        instance=session.instance.name,
                        peer=session.peer.name,
                        peer_address=session.peer.address,
                        family=family,
                        advertisement=item.advertisement.name,
                        item=item.written.index,
                        prefixes=tuple(dict.fromkeys(prefixes)),
                        nodes=session.nodes,
                        remarks=(*session.remarks, *_local_remarks(service, version, item.written, facts)),
                    )
                )
    return tuple(paths), (*refusals, *table.refusals)


def _why_not(service: LoadBalancer, given: Sequence[Given], item: Item) -> tuple[Reason, str] | None:
    """Say why an advertisement tells nobody of a Service."""
    if item.selector is None:
        return Reason.NO_SERVICE_SELECTOR, "It has no selector, and so it takes no Service."
    if not selects(item.selector, service.labels):
        return Reason.SERVICE_SELECTOR, "Its selector does not take the labels of the Service."
    if _advertised(service, given, item.written):
        return None
    if "LoadBalancerIP" not in item.written.addresses:
        text = f"It advertises {listed(item.written.addresses)}, and not LoadBalancerIP."
        return Reason.NO_ADDRESS_TYPE, text
    if service.load_balancer_class not in (None, BGP_CLASS):
        text = f"The loadBalancerClass {shown(service.load_balancer_class)} of the Service is not {shown(BGP_CLASS)}."
        return Reason.CLASS, text
    return Reason.NO_ADDRESS, "The Service has no address."


def _advertised(service: LoadBalancer, given: Sequence[Given], written: ServiceAdvertisement) -> tuple[Given, ...]:
    """Return the addresses that an advertisement tells of; the class counts for those of the load balancer only."""
    addresses: list[Given] = []
    if "LoadBalancerIP" in written.addresses and service.load_balancer_class in (None, BGP_CLASS):
        addresses += given
    if "ExternalIP" in written.addresses:
        addresses += external_addresses(service)
    return tuple(dict.fromkeys(addresses))


def _prefix(service: LoadBalancer, given: Given, written: ServiceAdvertisement) -> Prefix:
    whole = BITS[given.version]
    local = service.traffic_policy == "Local"
    return Prefix(given=given, length=whole if local else written.aggregation.get(given.version, whole))


def _local_remarks(
    service: LoadBalancer, version: int, written: ServiceAdvertisement, facts: AnnouncerFacts
) -> Iterator[Remark]:
    """Say what externalTrafficPolicy Local does to what is advertised."""
    if service.traffic_policy != "Local":
        return
    report = " (1.19.5 is reported to advertise it from all nodes)" if facts.version[0] == REPORTED_MINOR else ""
    if service.gateway is None:
        text = f"Its externalTrafficPolicy is Local: only nodes with a Pod of the Service advertise it{report}."
        yield Remark(what=What.LOCAL_BACKENDS_ONLY, text=text)
    else:
        text = f"Its externalTrafficPolicy is Local: only nodes where Cilium's Envoy runs advertise it{report}."
        yield Remark(what=What.ENVOY_NODES_ONLY, text=text)
    if version in written.aggregation:
        text = f"Its externalTrafficPolicy is Local: aggregationLength{AFIS[version].replace('ipv', 'IPv')} is ignored."
        yield Remark(what=What.AGGREGATION_IGNORED, text=text)


def _without_family(session: Session, item: Item, family: str, families: frozenset[str]) -> Refusal:
    has = f"for {listed(sorted(families))} only" if families else "for no family"
    text = f"{session.peer_config} selects the advertisement {has}, and an address of the Service is {family}."
    manifest = session.peer_config.manifest if session.peer_config else None
    return Refusal(by=f"{session}, {item.advertisement}", reason=Reason.FAMILY, text=text, manifest=manifest)


def _of_configs(objects: BgpObjects) -> Iterator[Refusal]:
    """Say which instances have no peers."""
    for config in objects.cluster_configs:
        for instance in config.instances:
            if not instance.peers:
                by = f"{config}, instance {instance.name}"
                yield Refusal(by=by, reason=Reason.NO_PEERS, text="It has no peers.", manifest=config.manifest)


def _of_sessions(sessions: Sequence[Session]) -> Iterator[Refusal]:
    """Say which peers are told of nothing, and which families select nothing."""
    for session in sessions:
        if session.refusal is not None:
            yield session.refusal
            continue
        for chosen in session.families:
            if chosen.refusal is not None and session.peer_config is not None:
                by = f"{session.peer_config}, family {chosen.family}"
                reason, text = chosen.refusal
                yield Refusal(by=by, reason=reason, text=text, manifest=session.peer_config.manifest)


def _of_advertisements(objects: BgpObjects, chosen: Mapping[str, object]) -> Iterator[Refusal]:
    """Say which advertisements of Services nobody is told of."""
    for advertisement in objects.advertisements:
        if advertisement.services and advertisement.name not in chosen:
            text = "No family of a peer that can be told of anything selects its labels."
            yield Refusal(by=str(advertisement), reason=Reason.NOT_CHOSEN, text=text, manifest=advertisement.manifest)
