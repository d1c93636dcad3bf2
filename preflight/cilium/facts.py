"""What the address allocator has to know of the cluster beyond the manifests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocatorFacts:
    """Helm values of Cilium, with the defaults of its chart."""

    version: tuple[int, int] = (1, 20)
    lb_ipam: bool = True
    """`enableLBIPAM`."""
    ipv4: bool = True
    ipv6: bool = False
    default_service_ipam: str = "lbipam"
    """`defaultLBServiceIPAM`: who gives addresses to Services without a class."""
    l2: bool = False
    """`l2announcements.enabled`."""
    bgp: bool = False
    """`bgpControlPlane.enabled`."""
    gateway_traffic_policy: str = "Cluster"
    """`gatewayAPI.externalTrafficPolicy`."""
    host_network: bool = False
    """`gatewayAPI.hostNetwork.enabled`: then the Services of Gateways are of type NodePort."""

    @property
    def families(self) -> tuple[str, ...]:
        """The IP families that Cilium has, as `ipFamilies` of a Service has them."""
        return tuple(family for family, on in (("IPv4", self.ipv4), ("IPv6", self.ipv6)) if on)
