"""Helm values of Cilium that decide what becomes of manifests; None for what nobody has said.

Source: cilium/cilium, install/kubernetes/cilium/values.yaml and templates/cilium-configmap.yaml.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayApiValues:
    """The values below `gatewayAPI`."""

    enabled: bool | None = None
    external_traffic_policy: str | None = None
    """That of the Services of Gateways whose class has no parameters for it; the chart's is Cluster."""
    host_network: bool | None = None
    """`hostNetwork.enabled`: then there are no Services of type LoadBalancer."""
    enable_alpn: bool | None = None
    enable_app_protocol: bool | None = None

    @property
    def uses_app_protocol(self) -> bool | None:
        """Whether the appProtocol of a Service's port counts: enableAlpn switches that on, too."""
        values = (self.enable_app_protocol, self.enable_alpn)
        return True if True in values else None if None in values else False


@dataclass(frozen=True, slots=True, kw_only=True)
class CiliumValues:
    """The values that matter here."""

    l2_announcements: bool | None = None
    """`l2announcements.enabled`."""
    bgp_control_plane: bool | None = None
    """`bgpControlPlane.enabled`."""
    bgp_secrets_namespace: str | None = None
    """`bgpControlPlane.secretsNamespace.name`: where the passwords of peers are; the chart's is kube-system."""
    gateway_api: GatewayApiValues = field(default_factory=GatewayApiValues)
    ipv4: bool | None = None
    """`ipv4.enabled`."""
    ipv6: bool | None = None
    """`ipv6.enabled`."""
    default_lb_service_ipam: str | None = None
    """Who gives addresses to Services without a loadBalancerClass: lbipam, the chart's, nodeipam or none."""
    enable_lb_ipam: bool | None = None
    kube_proxy_replacement: bool | None = None
    l7_proxy: bool | None = None
    devices: tuple[str, ...] | None = None
    """Names of devices, and prefixes with a `+` at the end; empty where Cilium is to find them itself."""
