"""What the tests of announcers share: short ways to write Services and the announcers' objects."""

from collections.abc import Mapping, Sequence
from typing import Any

from preflight.cilium.announcements import Announcements, announcements, announcer_objects
from preflight.cilium.announcing import Announcement, AnnouncerFacts, BgpPath, Given, L2Announcer
from preflight.cilium.bgp_sessions import Secrets
from preflight.cilium.objects import NAME_KEY, NAMESPACE_KEY, LoadBalancer
from preflight.cluster import Node
from preflight.ip_ranges import address
from preflight.snapshot import Manifest

Written = dict[str, Any]
ALL: Written = {}
WORKER = Node(name="worker", labels={"role": "worker"}, interfaces=("eth0", "eth1"))
EDGE = Node(name="edge", labels={"role": "edge"}, interfaces=("ens1",))
NODES = (WORKER, EDGE)


def given(*texts: str) -> tuple[Given, ...]:
    """Read addresses."""
    return tuple(found for text in texts if (found := address(text)) is not None)


FOUR = given("192.0.2.1")
SIX = given("2001:db8::1")


def service(
    name: str = "shop",
    namespace: str = "web",
    *,
    labels: Mapping[str, str] | None = None,
    traffic_policy: str = "Cluster",
    load_balancer_class: str | None = None,
    gateway: str | None = None,
    dropped: tuple[str, ...] = (),
    data: Written | None = None,
) -> LoadBalancer:
    """A Service, or that of a Gateway; `data` is more of the manifest."""
    return LoadBalancer(
        namespace=namespace,
        name=name,
        labels={**(labels or {}), NAME_KEY: name, NAMESPACE_KEY: namespace},
        ports=((80, "TCP"),),
        requested=(),
        dropped=dropped,
        versions=(4,),
        sharing_key="",
        sharing_namespaces=(),
        traffic_policy=traffic_policy,
        pod_selector={},
        load_balancer_class=load_balancer_class,
        assigned=(),
        gateway=gateway,
        manifest=Manifest(data={"kind": "Service", **(data or {})}),
    )


def policy(name: str = "lan", **spec: Any) -> Written:
    """A CiliumL2AnnouncementPolicy; it announces the IPs of load balancers unless the spec says otherwise."""
    return _object("CiliumL2AnnouncementPolicy", name, {"loadBalancerIPs": True, **spec}, version="v2alpha1")


def cluster_config(name: str = "rack", *, peers: Sequence[Written] | None = None, **spec: Any) -> Written:
    """A CiliumBGPClusterConfig with one instance, and one peer unless others are given."""
    instance = {"name": "main", "localASN": 64512, "peers": [peer()] if peers is None else list(peers)}
    return _object("CiliumBGPClusterConfig", name, {"bgpInstances": [instance], **spec})


def peer(name: str = "router", config: str | None = "routers", **more: Any) -> Written:
    """A peer of an instance."""
    written = {"name": name, "peerAddress": "192.0.2.254", "peerASN": 64513, **more}
    return written if config is None else {**written, "peerConfigRef": {"name": config}}


def peer_config(name: str = "routers", *families: Written, **spec: Any) -> Written:
    """A CiliumBGPPeerConfig; it tells of IPv4 by all advertisements unless families are given."""
    return _object("CiliumBGPPeerConfig", name, {"families": list(families) or [family("ipv4")], **spec})


def family(afi: str, safi: str = "unicast", **more: Any) -> Written:
    """A family of a peer config that selects all advertisements."""
    return {"afi": afi, "safi": safi, "advertisements": ALL, **more}


def advertisement(name: str = "services", *items: Written, labels: Mapping[str, str] | None = None) -> Written:
    """A CiliumBGPAdvertisement; of all Services unless items are given."""
    written = _object("CiliumBGPAdvertisement", name, {"advertisements": list(items) or [item()]})
    written["metadata"]["labels"] = dict(labels or {})
    return written


def item(selector: Written | None = ALL, *, addresses: Sequence[str] = ("LoadBalancerIP",), **service: Any) -> Written:
    """An advertisement of Services."""
    written = {"advertisementType": "Service", "service": {"addresses": list(addresses), **service}}
    return written if selector is None else {**written, "selector": selector}


def override(name: str, *instances: Written) -> Written:
    """A CiliumBGPNodeConfigOverride."""
    return _object("CiliumBGPNodeConfigOverride", name, {"bgpInstances": list(instances)})


def announced(
    *objects: Written,
    to: LoadBalancer | None = None,
    addresses: Sequence[Given] = FOUR,
    nodes: Sequence[Node] = (),
    facts: AnnouncerFacts | None = None,
    secrets: Secrets | None = None,
) -> Announcement:
    """Who announces one Service."""
    services = [(to or service(), addresses)]
    (found,) = announced_all(*objects, services=services, nodes=nodes, facts=facts, secrets=secrets).services
    return found


def announced_all(
    *objects: Written,
    services: Sequence[tuple[LoadBalancer, Sequence[Given]]],
    nodes: Sequence[Node] = (),
    facts: AnnouncerFacts | None = None,
    secrets: Secrets | None = None,
) -> Announcements:
    """Who announces several Services."""
    read = announcer_objects(Manifest(data=each) for each in objects)
    return announcements(services, read, nodes, facts, secrets)


def on_l2(found: Announcement) -> list[L2Announcer]:
    """The L2 announcers of a Service."""
    return [each for each in found.announcers if isinstance(each, L2Announcer)]


def paths(found: Announcement) -> list[BgpPath]:
    """The BGP paths of a Service."""
    return [each for each in found.announcers if isinstance(each, BgpPath)]


def told(found: Announcement) -> list[str]:
    """Each path in a line: peer, family and prefixes."""
    return [f"{each.peer} {each.family} {' '.join(map(str, each.prefixes))}" for each in paths(found)]


def refused(found: Announcement) -> list[tuple[str, str, str]]:
    """Who does not announce a Service, with the reason and the text."""
    return [(each.by, str(each.reason), each.text) for each in found.refusals]


def _object(kind: str, name: str, spec: Written, version: str = "v2") -> Written:
    return {"apiVersion": f"cilium.io/{version}", "kind": kind, "metadata": {"name": name}, "spec": spec}
