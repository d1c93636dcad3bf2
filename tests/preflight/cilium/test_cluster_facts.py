"""What the allocator and the announcers are told of a cluster."""

from preflight.cilium.announcing import AnnouncerFacts
from preflight.cilium.cluster_facts import allocator_facts, announcer_facts
from preflight.cilium.facts import AllocatorFacts
from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues


def test_what_nobody_has_said_is_as_in_the_chart_and_announcers_are_on() -> None:
    assert allocator_facts(ClusterFacts()) == AllocatorFacts(l2=True, bgp=True)
    assert announcer_facts(ClusterFacts()) == AnnouncerFacts()


def test_what_is_said_counts() -> None:
    cluster = ClusterFacts(
        cilium="1.19",
        cilium_patch=6,
        cilium_values=CiliumValues(
            l2_announcements=False,
            bgp_control_plane=False,
            bgp_secrets_namespace="bgp",
            gateway_api=GatewayApiValues(external_traffic_policy="Local", host_network=True),
            ipv4=False,
            ipv6=True,
            default_lb_service_ipam="none",
        ),
    )
    assert allocator_facts(cluster) == AllocatorFacts(
        version=(1, 19),
        ipv4=False,
        ipv6=True,
        default_service_ipam="none",
        l2=False,
        bgp=False,
        gateway_traffic_policy="Local",
        host_network=True,
    )
    assert announcer_facts(cluster) == AnnouncerFacts(
        version=(19, 6), l2_announcements=False, bgp_control_plane=False, bgp_secrets_namespace="bgp"
    )
