"""The objects that the address allocator and the announcers look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from preflight.ip_ranges import Address, Range
from preflight.snapshot import Manifest

NAME_KEY = "io.kubernetes.service.name"
NAMESPACE_KEY = "io.kubernetes.service.namespace"
"""Labels that every Service has for the selectors of pools and announcers, whatever its own labels say."""
SHARING_KEY = ("lbipam.cilium.io/sharing-key", "io.cilium/lb-ipam-sharing-key")
SHARING_NAMESPACES = ("lbipam.cilium.io/sharing-cross-namespace", "io.cilium/lb-ipam-sharing-cross-namespace")
"""Annotations, each with its alias, which counts only where the first is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of a pool: what it holds, and what of it is given out."""

    range: Range
    usable: Range
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """A CiliumLoadBalancerIPPool."""

    name: str
    created: str
    """When; empty where the manifest does not say."""
    blocks: tuple[Block, ...]
    problem: tuple[int, str] | None
    """The first block that Cilium does not take, with the reason: then the pool counts for nothing."""
    selector: Mapping[str, Any] | None
    """None for every Service."""
    disabled: bool
    manifest: Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadBalancer:
    """A Service of type LoadBalancer that Cilium gives addresses to."""

    namespace: str
    name: str
    labels: Mapping[str, str]
    """With NAME_KEY and NAMESPACE_KEY."""
    ports: tuple[tuple[int, str], ...]
    """Number and protocol of each port."""
    requested: tuple[Address, ...]
    dropped: tuple[str, ...]
    """What is asked for but is no address."""
    versions: tuple[int, ...]
    """Of which IP versions it gets an address, where it asks for none."""
    sharing_key: str
    """Empty where it shares with nobody."""
    sharing_namespaces: tuple[str, ...]
    """As Cilium splits them: with the blanks that are written."""
    traffic_policy: str
    pod_selector: Mapping[str, str]
    load_balancer_class: str | None
    assigned: tuple[Address, ...]
    """What its status says that it has."""
    gateway: str | None
    """The Gateway that it is made for."""
    manifest: Manifest
    """Of the Service or of the Gateway."""

    def __str__(self) -> str:
        return f"Service {self.namespace}/{self.name}"
