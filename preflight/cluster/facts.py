"""ClusterFacts: what manifests cannot say about the cluster that they are for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from preflight.cluster.cilium_values import CiliumValues
from preflight.cluster.components import ArgoCd, CertManager
from preflight.cluster.networks import Network, Node
from preflight.cluster.owned import DeclaredIssuer, DeclaredService, is_pair
from preflight.cluster.versions import Version, version_of
from preflight.values import listed, refused

TARGETS = ("1.20", "1.19")
"""Versions of Cilium; imports/schemas/ has the CRDs of each, and those of the Gateway API version that it needs."""

EXAMPLES = (
    ("services", DeclaredService, 'DeclaredService(namespace="web", name="shop", ports=((80, "TCP"),))'),
    ("nodes", Node, 'Node(name="node-1")'),
    ("networks", Network, 'Network(cidr="192.0.2.0/24")'),
    ("issuers", DeclaredIssuer, 'DeclaredIssuer(name="letsencrypt", type="acme")'),
)
"""The fields that are tuples of objects, with an example of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterFacts:
    """Facts of one cluster, each with a default: None, or nothing, for what nobody has said."""

    cilium: str = TARGETS[0]
    """Which of TARGETS."""
    cilium_patch: int | None = None
    """The patch version of Cilium."""
    cilium_values: CiliumValues = field(default_factory=CiliumValues)
    gateway_api: Version | None = None
    """The Gateway API whose CRDs are installed."""
    cert_manager: CertManager = field(default_factory=CertManager)
    argo_cd: ArgoCd = field(default_factory=ArgoCd)
    crds: tuple[Path, ...] = ()
    """Files and folders of further CustomResourceDefinitions."""
    nodes: tuple[Node, ...] = ()
    networks: tuple[Network, ...] = ()
    gateway_classes: tuple[str, ...] = ("cilium",)
    """GatewayClasses of Cilium that are no manifests: its Helm chart makes the one named cilium."""
    gateways: tuple[tuple[str, str], ...] = ()
    """Namespace and name of each Gateway that is no manifest; what becomes of what is attached to it is not known."""
    namespaces: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The labels of each Namespace that is no manifest."""
    services: tuple[DeclaredService, ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()
    """Namespace and name of each Secret that is no manifest; it is taken to hold a valid certificate and key."""
    config_maps: tuple[tuple[str, str], ...] = ()
    """Namespace and name of each ConfigMap that is no manifest; it is taken to hold a valid `ca.crt`."""
    issuers: tuple[DeclaredIssuer, ...] = ()
    """Issuers and ClusterIssuers of cert-manager that are no manifests."""

    @property
    def cilium_version(self) -> Version:
        """The version of Cilium, with its patch where that is known."""
        major, minor = self.cilium.split(".")
        return Version(int(major), int(minor), self.cilium_patch)

    def __post_init__(self) -> None:
        self._refuse_versions()
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
        for name, type_, example in EXAMPLES:
            for value in getattr(self, name):
                if not isinstance(value, type_):
                    problem, allowed = f"{value!r} is not a {type_.__name__}", f"a tuple of {type_.__name__}"
                    raise refused(f"ClusterFacts.{name}", problem, allowed=allowed, fix=f"write ({example},)")
        for name in ("gateways", "secrets", "config_maps"):
            for key in getattr(self, name):
                if not is_pair(key):
                    problem = f"{key!r} is not a pair"
                    allowed = "a tuple of pairs of a namespace and a name"
                    raise refused(f"ClusterFacts.{name}", problem, allowed=allowed, fix='write (("web", "shop"),)')

    def _refuse_versions(self) -> None:
        if self.cilium not in TARGETS:
            version = version_of(str(self.cilium))
            fix = "write one of these, without the patch version"
            if version is not None and version.patch is not None and version.target in TARGETS:
                fix = f'write cilium="{version.target}", cilium_patch={version.patch}'
            problem, allowed = f"{self.cilium!r} is not supported", listed(TARGETS)
            raise refused("ClusterFacts.cilium", problem, allowed=allowed, fix=fix)
        if self.gateway_api is not None and not isinstance(self.gateway_api, Version):
            problem = f"{self.gateway_api!r} is not a Version"
            raise refused("ClusterFacts.gateway_api", problem, allowed="a Version", fix="write Version(1, 6, 1)")
