"""ClusterFacts: what manifests cannot say about the cluster that they are for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from preflight.values import listed, refused

TARGETS = ("1.20", "1.19")
"""Versions of Cilium; imports/schemas/ has the CRDs of each, and those of the Gateway API version that it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredService:
    """A Service that is no manifest of ours."""

    namespace: str
    name: str
    ports: tuple[tuple[int, str], ...]
    """Number and protocol of each port."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterFacts:
    """Facts of one cluster, each with a default."""

    cilium: str = TARGETS[0]
    """Which of TARGETS."""
    crds: tuple[Path, ...] = ()
    """Files and folders of further CustomResourceDefinitions."""
    gateway_classes: tuple[str, ...] = ("cilium",)
    """GatewayClasses of Cilium that are no manifests: its Helm chart makes the one named cilium."""
    namespaces: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The labels of each Namespace that is no manifest."""
    services: tuple[DeclaredService, ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()
    """Namespace and name of each Secret that is no manifest; it is taken to hold a valid certificate and key."""
    config_maps: tuple[tuple[str, str], ...] = ()
    """Namespace and name of each ConfigMap that is no manifest; it is taken to hold a valid `ca.crt`."""

    def __post_init__(self) -> None:
        if self.cilium not in TARGETS:
            raise refused(
                "ClusterFacts.cilium",
                f"{self.cilium!r} is not supported",
                allowed=listed(TARGETS),
                fix="write one of these, without the patch version",
            )
        if isinstance(self.crds, str | Path):
            problem = f"{str(self.crds)!r} is one path"
            raise refused("ClusterFacts.crds", problem, allowed="a tuple of paths", fix="write (path,)")
