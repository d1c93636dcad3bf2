"""BGP instances: the routers that nodes run, with their peers, and what is different on single nodes."""

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, ClassVar

from constructs_lib.checks import (
    dns_label,
    dns_subdomain,
    instances,
    integer,
    keep,
    mapping,
    port,
    refuse_repeated,
    refused,
)
from constructs_lib.ip_block import ip_address
from constructs_lib.load_balancing.bgp_communities import MAX_32_BITS
from constructs_lib.load_balancing.bgp_peer import BgpPeer, bgp_address

MAX_PEERS = 1000
MAX_NODES = 1000
RENAME = "rename one, or leave it out"
IPV4 = 4


@dataclass(frozen=True)
class BgpNodeOverride:
    """What is different on one node.

    `node` is the name of the Node. `router_id` is written as an IPv4 address; when left out, Cilium takes the one that
    the node has, or makes one of its MAC address. `local_addresses` are the node's addresses that sessions start from,
    by the name of the peer. `merge_patch` is the escape hatch of the node's CiliumBGPNodeConfigOverride, see
    `constructs_lib.api_object.define`.
    """

    node: str
    _: KW_ONLY
    router_id: str | None = None
    local_port: int | None = None
    local_asn: int | None = None
    local_addresses: Mapping[str, str] = field(default_factory=dict)
    merge_patch: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        dns_subdomain("BgpNodeOverride.node", self.node)
        where = f"BgpNodeOverride {self.node}"
        if self.router_id is not None:
            router_id = ip_address(f"{where}: router_id", self.router_id)
            if router_id.version != IPV4:
                raise refused(
                    f"{where}: router_id",
                    self.router_id,
                    "is an IPv6 address",
                    allowed="four numbers such as '192.0.2.1', also where there is no IPv4",
                    fix="write a number of your own in that form",
                )
        if self.local_port is not None:
            port(f"{where}: local_port", self.local_port)
        if self.local_asn is not None:
            integer(f"{where}: local_asn", self.local_asn, 1, MAX_32_BITS)
        addresses = mapping(f"{where}: local_addresses", self.local_addresses)
        checked = {
            dns_label(f"{where}: local_addresses", peer): bgp_address(f"{where}: local_addresses[{peer!r}]", address)
            for peer, address in addresses.items()
        }
        keep(self, local_addresses=checked)
        if (self.router_id, self.local_port, self.local_asn) == (None, None, None) and not checked:
            raise refused(
                where,
                self.node,
                "overrides nothing",
                allowed="router_id, local_port, local_asn or local_addresses",
                fix="write one of them, or leave it out",
            )

    def spec(self, instance_name: str) -> dict[str, Any]:
        """Return what the override says of an instance, in the API's form."""
        peers = [{"name": peer, "localAddress": address} for peer, address in self.local_addresses.items()]
        return {
            "name": instance_name,
            "routerID": self.router_id,
            "localPort": self.local_port,
            "localASN": self.local_asn,
            "peers": peers or None,
        }


@dataclass(frozen=True)
class BgpInstance:
    """A BGP router that each selected node runs.

    `name` is a DNS label, unique in its BgpPeering; `local_asn` its AS number, 1 to 4294967295; `local_port` where it
    takes sessions, which below 1024 needs the capability NET_BIND_SERVICE; it only starts them when left out.
    `node_overrides` say what is different on single nodes.
    """

    name: str
    _: KW_ONLY
    local_asn: int
    peers: Sequence[BgpPeer]
    local_port: int | None = None
    node_overrides: Sequence[BgpNodeOverride] = ()

    how_to_write: ClassVar[str] = "BgpInstance('main', local_asn=64512, peers=[...])"

    def __post_init__(self) -> None:
        dns_label("BgpInstance.name", self.name)
        where = f"BgpInstance {self.name}"
        integer(f"{where}: local_asn", self.local_asn, 1, MAX_32_BITS)
        if self.local_port is not None:
            port(f"{where}: local_port", self.local_port)
        keep(
            self,
            peers=instances(f"{where}: peers", self.peers, BgpPeer, at_most=MAX_PEERS),
            node_overrides=instances(
                f"{where}: node_overrides", self.node_overrides, BgpNodeOverride, at_most=MAX_NODES
            ),
        )
        if not self.peers:
            raise refused(
                f"{where}: peers", [], "talks to nobody", allowed="one peer or more", fix="write [BgpPeer(...)]"
            )
        refuse_repeated(f"{where}: peers", [peer.name for peer in self.peers], fix=RENAME)
        refuse_repeated(f"{where}: node_overrides", [override.node for override in self.node_overrides])
        self._check_overridden_peers(where)
        for peer in self.peers:
            self._check_local_only(f"{where}: peers", peer)

    def _check_overridden_peers(self, where: str) -> None:
        """Raise ValueError for an override of a peer that the instance does not have: Cilium would not read it."""
        known = [peer.name for peer in self.peers]
        for override in self.node_overrides:
            for peer in override.local_addresses:
                if peer not in known:
                    raise refused(
                        f"{where}: node_overrides: {override.node}: local_addresses",
                        peer,
                        "is not a peer of the instance",
                        allowed=", ".join(map(repr, known)),
                        fix="write one of them",
                    )

    def _check_local_only(self, where: str, peer: BgpPeer) -> None:
        """Raise ValueError for hops to a peer of the own AS, where Cilium ignores them."""
        if peer.ebgp_multihop > 1 and self.asns == {peer.asn}:
            raise refused(
                f"{where}: {peer.name}: ebgp_multihop",
                peer.ebgp_multihop,
                f"is ignored for a peer of the own AS {peer.asn}",
                allowed="1, or a peer with another asn",
                fix="leave it out",
            )

    @property
    def asns(self) -> set[int]:
        """The AS numbers that it has on some node."""
        overridden = (override.local_asn for override in self.node_overrides)
        return {self.local_asn, *(asn for asn in overridden if asn is not None)}

    def spec(self, peering: str) -> dict[str, Any]:
        """Return the instance in the API's form, with its peers' CiliumBGPPeerConfigs named after the peering."""
        return {
            "name": self.name,
            "localASN": self.local_asn,
            "localPort": self.local_port,
            "peers": [peer.spec(f"{peering}.{self.name}.{peer.name}") for peer in self.peers],
        }


def overridden_nodes(
    where: str, bgp_instances: Sequence[BgpInstance]
) -> dict[str, tuple[dict[str, Any], Mapping[str, Any] | None]]:
    """Return the spec of each node's CiliumBGPNodeConfigOverride, and the merge patch of it.

    Raises ValueError for two merge patches of one node.
    """
    nodes: dict[str, tuple[dict[str, Any], Mapping[str, Any] | None]] = {}
    for entry in bgp_instances:
        for override in entry.node_overrides:
            spec, patch = nodes.get(override.node, ({"bgpInstances": []}, None))
            if patch is not None and override.merge_patch is not None:
                raise refused(
                    f"{where}: {entry.name}: node_overrides: {override.node}: merge_patch",
                    override.merge_patch,
                    "is the second one for this node",
                    allowed="one merge_patch for all instances of a node",
                    fix="write both in one",
                )
            instances_of_node = [*spec["bgpInstances"], override.spec(entry.name)]
            nodes[override.node] = {"bgpInstances": instances_of_node}, override.merge_patch or patch
    return nodes
