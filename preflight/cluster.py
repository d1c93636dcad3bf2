"""ClusterFacts: what manifests cannot say about the cluster that they are for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from preflight.values import listed, refused

TARGETS = ("1.20", "1.19")
"""Versions of Cilium; imports/schemas/ has the CRDs of each, and those of the Gateway API version that it needs."""

PROTOCOLS = ("TCP", "UDP", "SCTP")
"""Those of a Service's port."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredService:
    """A Service that is no manifest of ours."""

    namespace: str
    name: str
    ports: tuple[tuple[int, str], ...]
    """Number and protocol of each port."""

    def __post_init__(self) -> None:
        for port in self.ports:
            if not (_is_pair(port) and isinstance(port[0], int) and port[1] in PROTOCOLS):
                raise refused(
                    f"DeclaredService {self.namespace}/{self.name}: ports",
                    f"{port!r} is not a port",
                    allowed=f"pairs of a number and {listed(PROTOCOLS, 'or')}",
                    fix='write ((80, "TCP"),)',
                )


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
        if isinstance(self.gateway_classes, str):
            problem = f"{self.gateway_classes!r} is one name"
            raise refused("ClusterFacts.gateway_classes", problem, allowed="a tuple of names", fix="write (name,)")
        if not isinstance(self.namespaces, Mapping):
            problem = f"{self.namespaces!r} is not a mapping"
            allowed = "a mapping of a name to labels"
            raise refused("ClusterFacts.namespaces", problem, allowed=allowed, fix='write {"web": {"team": "shop"}}')
        for service in self.services:
            if not isinstance(service, DeclaredService):
                problem = f"{service!r} is not a DeclaredService"
                fix = 'write (DeclaredService(namespace="web", name="shop", ports=((80, "TCP"),)),)'
                raise refused("ClusterFacts.services", problem, allowed="a tuple of DeclaredService", fix=fix)
        for name in ("secrets", "config_maps"):
            for key in getattr(self, name):
                if not _is_pair(key):
                    problem = f"{key!r} is not a pair"
                    allowed = "a tuple of pairs of a namespace and a name"
                    raise refused(f"ClusterFacts.{name}", problem, allowed=allowed, fix='write (("web", "shop"),)')


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2  # noqa: PLR2004  # of a pair
