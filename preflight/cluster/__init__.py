"""What manifests cannot say about the cluster that they are for: ClusterFacts, and the values in it."""

from preflight.cluster.cilium_values import CiliumValues, GatewayApiValues
from preflight.cluster.components import ArgoCd, CertManager
from preflight.cluster.facts import TARGETS, ClusterFacts
from preflight.cluster.networks import Network, Node
from preflight.cluster.owned import ISSUER_TYPES, PROTOCOLS, SOLVERS, DeclaredIssuer, DeclaredService
from preflight.cluster.versions import Version, version_of

__all__ = [
    "ISSUER_TYPES",
    "PROTOCOLS",
    "SOLVERS",
    "TARGETS",
    "ArgoCd",
    "CertManager",
    "CiliumValues",
    "ClusterFacts",
    "DeclaredIssuer",
    "DeclaredService",
    "GatewayApiValues",
    "Network",
    "Node",
    "Version",
    "version_of",
]
