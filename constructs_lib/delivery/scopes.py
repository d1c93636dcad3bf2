"""Which objects are in a namespace, as far as a manifest and its kind tell.

Source: Kubernetes v1.36, API reference; the CRDs of Gateway API, Cilium, cert-manager and Argo CD.
"""

from collections.abc import Iterable
from typing import Any

from constructs_lib.delivery.records import Manifest

CLUSTER_SCOPED = {
    "": ("ComponentStatus", "Namespace", "Node", "PersistentVolume"),
    "admissionregistration.k8s.io": (
        "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding",
        "MutatingWebhookConfiguration",
        "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration",
    ),
    "apiextensions.k8s.io": ("CustomResourceDefinition",),
    "apiregistration.k8s.io": ("APIService",),
    "cert-manager.io": ("ClusterIssuer",),
    "certificates.k8s.io": ("CertificateSigningRequest", "ClusterTrustBundle"),
    "cilium.io": (
        "CiliumBGPAdvertisement",
        "CiliumBGPClusterConfig",
        "CiliumBGPNodeConfig",
        "CiliumBGPNodeConfigOverride",
        "CiliumBGPPeerConfig",
        "CiliumCIDRGroup",
        "CiliumClusterwideEnvoyConfig",
        "CiliumClusterwideNetworkPolicy",
        "CiliumEgressGatewayPolicy",
        "CiliumExternalWorkload",
        "CiliumIdentity",
        "CiliumL2AnnouncementPolicy",
        "CiliumLoadBalancerIPPool",
        "CiliumNode",
        "CiliumPodIPPool",
    ),
    "flowcontrol.apiserver.k8s.io": ("FlowSchema", "PriorityLevelConfiguration"),
    "gateway.networking.k8s.io": ("GatewayClass",),
    "networking.k8s.io": ("IPAddress", "IngressClass", "ServiceCIDR"),
    "node.k8s.io": ("RuntimeClass",),
    "rbac.authorization.k8s.io": ("ClusterRole", "ClusterRoleBinding"),
    "resource.k8s.io": ("DeviceClass", "DeviceTaintRule", "ResourceSlice"),
    "scheduling.k8s.io": ("PriorityClass",),
    "storage.k8s.io": ("CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"),
}
"""The kinds of these groups that are in no namespace; all others of them are in one."""
NAMESPACED_GROUPS = (
    "acme.cert-manager.io",
    "apps",
    "argoproj.io",
    "autoscaling",
    "batch",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
    "policy",
)
"""Groups with namespaced kinds only."""

Kind = tuple[str, str]


def group_and_kind(manifest: Manifest) -> Kind:
    """Return group and kind of an object."""
    return str(manifest.get("apiVersion", "")).rpartition("/")[0], str(manifest.get("kind", ""))


def defined_scopes(manifests: Iterable[Manifest]) -> dict[Kind, str]:
    """Return the scopes of the kinds that CRDs among the manifests define: `Cluster` or `Namespaced`."""
    crds = [manifest.get("spec") for manifest in manifests if group_and_kind(manifest)[1] == "CustomResourceDefinition"]
    return {(crd["group"], crd["names"]["kind"]): crd["scope"] for crd in crds if crd}


def is_namespaced(manifest: Manifest, defined: dict[Kind, str]) -> bool | None:
    """Tell whether an object is in a namespace; None where neither its kind nor its metadata tells.

    An object of a kind that is cluster-scoped is in none, even if its metadata names one, as the default namespace of a
    Chart does.
    """
    group, kind = group_and_kind(manifest)
    if (group, kind) in defined:
        return defined[group, kind] == "Namespaced"
    if group in CLUSTER_SCOPED:
        return kind not in CLUSTER_SCOPED[group]
    return True if group in NAMESPACED_GROUPS or _metadata(manifest).get("namespace") else None


def namespace_of(manifest: Manifest, destination: str, defined: dict[Kind, str]) -> str | None:
    """Return the namespace that an object is applied to: its own or that of the destination; None if it has none."""
    if is_namespaced(manifest, defined) is False:
        return None
    return str(_metadata(manifest).get("namespace") or destination)


def _metadata(manifest: Manifest) -> dict[str, Any]:
    """Return the metadata of an object."""
    return manifest.get("metadata") or {}
