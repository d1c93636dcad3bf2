"""The objects of BGP: cluster configs, peer configs, advertisements and node config overrides, as they are admitted.

Source: cilium/cilium, pkg/k8s/apis/cilium.io/v2/bgp_*_types.go. What v2alpha1 has besides is not used.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from preflight.field_path import FieldPath
from preflight.snapshot import Manifest

Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A peer of an instance."""

    name: str
    address: str
    """Empty where none is written."""
    is_discovered: bool
    """Whether the default gateway of the node is the peer."""
    config: str
    """The CiliumBGPPeerConfig that it refers to; empty without a reference."""
    path: FieldPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """An instance of a cluster config: one BGP router on each node."""

    name: str
    local_asn: int | None
    peers: tuple[Peer, ...]
    path: FieldPath


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterConfig:
    """A CiliumBGPClusterConfig."""

    name: str
    node_selector: Written | None
    """None for every node."""
    instances: tuple[Instance, ...]
    manifest: Manifest

    def __str__(self) -> str:
        return f"CiliumBGPClusterConfig {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of addresses that a peer is told of."""

    afi: str
    safi: str
    advertisements: Written | None
    """A selector of advertisements by their labels; None for none."""
    path: FieldPath

    def __str__(self) -> str:
        return f"{self.afi}/{self.safi}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerConfig:
    """A CiliumBGPPeerConfig."""

    name: str
    auth_secret: str
    """Empty without one."""
    families: tuple[Family, ...]
    manifest: Manifest

    def __str__(self) -> str:
        return f"CiliumBGPPeerConfig {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAdvertisement:
    """An advertisement of the type Service: one item of a CiliumBGPAdvertisement."""

    selector: Written | None
    """None for no Service."""
    addresses: tuple[str, ...]
    """LoadBalancerIP, ClusterIP and ExternalIP."""
    aggregation: Mapping[int, int]
    """The length of the prefix, by IP version; without one it is the whole address."""
    index: int
    """Which item it is of all items."""

    @property
    def path(self) -> FieldPath:
        """Where it is in its object."""
        return ("spec", "advertisements", self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertisement:
    """A CiliumBGPAdvertisement."""

    name: str
    labels: Mapping[str, str]
    services: tuple[ServiceAdvertisement, ...]
    """Its items of the type Service."""
    manifest: Manifest

    def __str__(self) -> str:
        return f"CiliumBGPAdvertisement {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeOverride:
    """A CiliumBGPNodeConfigOverride: its name is that of a node."""

    name: str
    instances: tuple[Written, ...]
    manifest: Manifest

    @property
    def asns(self) -> frozenset[str]:
        """The instances that it gives an ASN."""
        return frozenset(each["name"] for each in self.instances if each.get("localASN") is not None)

    def __str__(self) -> str:
        return f"CiliumBGPNodeConfigOverride {self.name}"


def cluster_config_of(manifest: Manifest) -> ClusterConfig:
    """Read a CiliumBGPClusterConfig."""
    spec = _spec(manifest)
    return ClusterConfig(
        name=manifest.key.name,
        node_selector=spec.get("nodeSelector"),
        instances=tuple(
            _instance(written, ("spec", "bgpInstances", index))
            for index, written in enumerate(spec.get("bgpInstances") or ())
        ),
        manifest=manifest,
    )


def peer_config_of(manifest: Manifest) -> PeerConfig:
    """Read a CiliumBGPPeerConfig."""
    spec = _spec(manifest)
    return PeerConfig(
        name=manifest.key.name,
        auth_secret=spec.get("authSecretRef") or "",
        families=tuple(
            Family(
                afi=written["afi"],
                safi=written["safi"],
                advertisements=written.get("advertisements"),
                path=("spec", "families", index),
            )
            for index, written in enumerate(spec.get("families") or ())
        ),
        manifest=manifest,
    )


def advertisement_of(manifest: Manifest) -> Advertisement:
    """Read a CiliumBGPAdvertisement."""
    return Advertisement(
        name=manifest.key.name,
        labels=(manifest.data.get("metadata") or {}).get("labels") or {},
        services=tuple(
            _service_advertisement(written, index)
            for index, written in enumerate(_spec(manifest).get("advertisements") or ())
            if written["advertisementType"] == "Service"
        ),
        manifest=manifest,
    )


def node_override_of(manifest: Manifest) -> NodeOverride:
    """Read a CiliumBGPNodeConfigOverride."""
    return NodeOverride(
        name=manifest.key.name, instances=tuple(_spec(manifest).get("bgpInstances") or ()), manifest=manifest
    )


def _spec(manifest: Manifest) -> Written:
    return manifest.data.get("spec") or {}


def _instance(written: Written, path: FieldPath) -> Instance:
    return Instance(
        name=written["name"],
        local_asn=written.get("localASN"),
        peers=tuple(_peer(peer, (*path, "peers", index)) for index, peer in enumerate(written.get("peers") or ())),
        path=path,
    )


def _peer(written: Written, path: FieldPath) -> Peer:
    return Peer(
        name=written["name"],
        address=(written.get("peerAddress") or "").strip(),
        is_discovered=not written.get("peerAddress") and bool(written.get("autoDiscovery")),
        config=(written.get("peerConfigRef") or {}).get("name") or "",
        path=path,
    )


def _service_advertisement(written: Written, index: int) -> ServiceAdvertisement:
    service = written.get("service") or {}
    lengths = {4: service.get("aggregationLengthIPv4"), 6: service.get("aggregationLengthIPv6")}
    return ServiceAdvertisement(
        selector=written.get("selector"),
        addresses=tuple(service.get("addresses") or ()),
        aggregation={version: length for version, length in lengths.items() if length is not None},
        index=index,
    )
