"""What the allocator and the announcers are told of a cluster; what nobody has said is as Cilium's chart has it.

The chart has L2 announcements and the BGP control plane off. They are taken to be on where nobody has said: who writes
policies for them has them on, and a guess would silence what is there.
"""

from preflight.cilium.announcing import AnnouncerFacts
from preflight.cilium.facts import AllocatorFacts
from preflight.cluster import ClusterFacts

BGP_SECRETS_NAMESPACE = "kube-system"


def allocator_facts(cluster: ClusterFacts) -> AllocatorFacts:
    """Return what the allocator has to know."""
    version, values = cluster.cilium_version, cluster.cilium_values
    return AllocatorFacts(
        version=(version.major, version.minor),
        lb_ipam=values.enable_lb_ipam is not False,
        ipv4=values.ipv4 is not False,
        ipv6=values.ipv6 is True,
        default_service_ipam=values.default_lb_service_ipam or AllocatorFacts().default_service_ipam,
        l2=values.l2_announcements is not False,
        bgp=values.bgp_control_plane is not False,
        gateway_traffic_policy=values.gateway_api.external_traffic_policy or AllocatorFacts().gateway_traffic_policy,
        host_network=values.gateway_api.host_network is True,
    )


def announcer_facts(cluster: ClusterFacts) -> AnnouncerFacts:
    """Return what the announcers have to know."""
    version, values = cluster.cilium_version, cluster.cilium_values
    return AnnouncerFacts(
        version=(version.minor, version.patch),
        l2_announcements=values.l2_announcements is not False,
        bgp_control_plane=values.bgp_control_plane is not False,
        bgp_secrets_namespace=values.bgp_secrets_namespace or BGP_SECRETS_NAMESPACE,
    )
