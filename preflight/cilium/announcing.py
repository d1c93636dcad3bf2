"""What is said of announcing: who announces an address, who does not and why, and what is uncertain about it."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from preflight.cilium.objects import LoadBalancer
from preflight.ip_ranges import ADDRESSES, Address, Range, address
from preflight.snapshot import Manifest

Given = Address | Range
"""An address of a Service; a range where it gets one of the addresses in it, and nobody can say which."""

LAST_IGNORING_LOCAL = (20, 1)
"""Minor version and patch of the last Cilium whose L2 announcements do not look at externalTrafficPolicy."""


class LocalPolicy(StrEnum):
    """What L2 announcements make of externalTrafficPolicy Local."""

    IGNORED = "ignored"
    NEEDS_BACKEND = "needs_backend"
    """A node wants the lease only while it has a local backend."""
    EITHER = "either"
    """The patch version is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncerFacts:
    """What the announcers must be told."""

    version: tuple[int, int | None] = (20, None)
    """Minor version and patch of Cilium 1; None for a patch that is not known."""
    l2_announcements: bool = True
    bgp_control_plane: bool = True
    bgp_secrets_namespace: str = "kube-system"

    @property
    def local_policy(self) -> LocalPolicy:
        """What L2 announcements make of externalTrafficPolicy Local: cilium/cilium #48550, from 1.20.2."""
        minor, patch = self.version
        if minor != LAST_IGNORING_LOCAL[0]:
            return LocalPolicy.IGNORED if minor < LAST_IGNORING_LOCAL[0] else LocalPolicy.NEEDS_BACKEND
        if patch is None:
            return LocalPolicy.EITHER
        return LocalPolicy.IGNORED if patch <= LAST_IGNORING_LOCAL[1] else LocalPolicy.NEEDS_BACKEND


class Reason(StrEnum):
    """Why somebody does not announce a Service; those of Cilium's conditions have their types."""

    FEATURE_OFF = "feature_off"
    BAD_NODE_SELECTOR = "io.cilium/bad-node-selector"
    BAD_INTERFACE_REGEX = "io.cilium/bad-interface-regex"
    BAD_SERVICE_SELECTOR = "io.cilium/bad-service-selector"
    NO_MATCHING_NODE = "cilium.io/NoMatchingNode"
    NO_NODE = "no_node"
    NO_INTERFACE = "no_interface"
    NO_IP_FLAG = "no_ip_flag"
    NO_ADDRESS = "no_address"
    CLASS = "load_balancer_class"
    SERVICE_SELECTOR = "service_selector"
    LOCAL_GATEWAY = "local_gateway"
    MISSING_PEER_CONFIG = "cilium.io/MissingPeerConfigs"
    BAD_SELECTOR = "bad_selector"
    MISSING_ASN = "missing_asn"
    NO_PEERS = "no_peers"
    NO_PEER_ADDRESS = "no_peer_address"
    NO_PEER_CONFIG_REF = "no_peer_config_ref"
    NO_PASSWORD = "no_password"  # noqa: S105  # a reason
    NO_FAMILIES = "no_families"
    NO_FAMILY_ADVERTISEMENTS = "no_family_advertisements"
    NO_ADVERTISEMENT = "no_advertisement"
    NOT_CHOSEN = "not_chosen"
    NO_SERVICE_SELECTOR = "no_service_selector"
    NO_ADDRESS_TYPE = "no_address_type"
    FAMILY = "family"


class What(StrEnum):
    """What is to be known of an announcement."""

    LOCAL_MAY_DROP = "local_may_drop"
    LOCAL_BACKENDS_ONLY = "local_backends_only"
    LOCAL_DEPENDS_ON_PATCH = "local_depends_on_patch"
    ENVOY_NODES_ONLY = "envoy_nodes_only"
    AGGREGATION_IGNORED = "aggregation_ignored"
    CONFLICTING_CONFIG = "conflicting_config"
    SOME_NODES = "some_nodes"
    SILENT_NODES = "silent_nodes"
    SHARED_LEASE = "shared_lease"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that is to be known of an announcement."""

    what: What
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One that does not announce a Service, and why."""

    by: str
    """Who, in words: the policy, the peer or the advertisement."""
    reason: Reason
    text: str
    manifest: Manifest | None
    """Of what would have to change; None for a feature that is off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncingNode:
    """A node that may announce, and through which interfaces."""

    name: str
    interfaces: tuple[str, ...] | None
    """None where the devices of the node are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class L2Announcer:
    """A CiliumL2AnnouncementPolicy that announces a Service: from one of its nodes, the one that holds the lease."""

    policy: str
    nodes: tuple[AnnouncingNode, ...] | None
    """None where no nodes are declared: then those that its node selector takes."""
    patterns: tuple[str, ...]
    """Its interfaces, as it has them; empty for all devices."""
    addresses: tuple[Given, ...]
    lease: str
    remarks: tuple[Remark, ...] = ()

    def __str__(self) -> str:
        return f"CiliumL2AnnouncementPolicy {self.policy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """What BGP advertises for an address."""

    given: Given
    length: int

    @property
    def is_aggregated(self) -> bool:
        """Whether it holds more than the one address."""
        return self.length < (32 if self.given.version == 4 else 128)  # noqa: PLR2004  # of IPv4

    def __str__(self) -> str:
        first = _network(self.given.version, _first(self.given), self.length)
        if isinstance(self.given, Range) and _network(self.given.version, self.given.last, self.length) != first:
            return f"a /{self.length} of {self.given}"
        return first


@dataclass(frozen=True, slots=True, kw_only=True)
class BgpPath:
    """What one peer is told of a Service because of one advertisement."""

    cluster_config: str
    instance: str
    peer: str
    peer_address: str
    """As it is written; empty where it is discovered."""
    family: str
    """Such as `ipv4/unicast`."""
    advertisement: str
    item: int
    """Which item of the advertisement."""
    prefixes: tuple[Prefix, ...]
    nodes: tuple[str, ...] | None
    """None where no nodes are declared: then those that the node selector of the cluster config takes."""
    remarks: tuple[Remark, ...] = ()

    def __str__(self) -> str:
        return f"CiliumBGPClusterConfig {self.cluster_config}, instance {self.instance}, peer {self.peer}"


Announcer = L2Announcer | BgpPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Who announces a Service, and who does not."""

    service: LoadBalancer
    addresses: tuple[Given, ...]
    announcers: tuple[Announcer, ...]
    refusals: tuple[Refusal, ...]
    remarks: tuple[Remark, ...] = ()
    """Of all its L2 announcers together."""

    @property
    def unannounced(self) -> tuple[Given, ...]:
        """The addresses of the Service that nobody announces."""
        announced = {given for announcer in self.announcers for given in _announced(announcer)}
        return tuple(given for given in self.addresses if given not in announced)


def external_addresses(service: LoadBalancer) -> tuple[Address, ...]:
    """Return the external IPs of a Service; that of a Gateway has none."""
    spec: Mapping[str, Any] = service.manifest.data.get("spec") or {}
    written = () if service.gateway is not None else spec.get("externalIPs") or ()
    return tuple(found for text in written if (found := address(text)) is not None)


def _announced(announcer: Announcer) -> tuple[Given, ...]:
    if isinstance(announcer, L2Announcer):
        return announcer.addresses
    return tuple(prefix.given for prefix in announcer.prefixes)


def _first(given: Given) -> int:
    return given.first if isinstance(given, Range) else given.number


def _network(version: int, number: int, length: int) -> str:
    return str(ipaddress.ip_network(f"{ADDRESSES[version](number)}/{length}", strict=False))
