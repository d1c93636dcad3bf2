"""BGP with every argument."""

from constructs_lib import (
    BgpCommunities,
    BgpGracefulRestart,
    BgpInstance,
    BgpInterfaceAdvertisement,
    BgpNodeOverride,
    BgpPeer,
    BgpPeering,
    BgpPodCidrAdvertisement,
    BgpPodIpPoolAdvertisement,
    BgpServiceAdvertisement,
    BgpTimers,
    LabelSelector,
    LabelSelectorRequirement,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

SELECTOR = LabelSelector(
    match_labels={"announce": "bgp"},
    match_expressions=[LabelSelectorRequirement(key="rack", operator="In", values=["a", "b"])],
)
COMMUNITIES = BgpCommunities(standard=["64512:100"], well_known=["no-export"], large=["64512:100:1"])
SERVICES = BgpServiceAdvertisement(
    "services",
    service_selector=SELECTOR,
    addresses=["LoadBalancerIP", "ExternalIP", "ClusterIP"],
    aggregation_length_ipv4=24,
    aggregation_length_ipv6=120,
    communities=COMMUNITIES,
)


def bgp(chart: Chart) -> None:
    BgpPeering(
        chart,
        "every-default",
        bgp_instances=[BgpInstance("main", local_asn=64512, peers=[BgpPeer("router", asn=64513, address="192.0.2.1")])],
        advertisements=[BgpServiceAdvertisement("services", service_selector=LabelSelector())],
        node_selector=LabelSelector(match_labels={"rack": "c"}),
    )
    BgpPeering(
        chart,
        "everything",
        name="peering",
        bgp_instances=[
            BgpInstance(
                "main",
                local_asn=64512,
                local_port=1179,
                peers=[
                    BgpPeer(
                        "first",
                        asn=64513,
                        address="192.0.2.1",
                        auth_secret="bgp-password",
                        ebgp_multihop=2,
                        graceful_restart=BgpGracefulRestart(restart_time_seconds=60),
                        timers=BgpTimers(connect_retry_time_seconds=10, hold_time_seconds=9, keep_alive_time_seconds=3),
                        peer_port=1179,
                        source_interface="lo",
                        families=["ipv4"],
                    ),
                    BgpPeer(
                        "second",
                        asn=64512,
                        default_gateway="ipv6",
                        advertisements=[BgpPodCidrAdvertisement("pods", local_preference=200)],
                    ),
                ],
                node_overrides=[
                    BgpNodeOverride(
                        "node-1",
                        router_id="192.0.2.101",
                        local_port=1180,
                        local_asn=64512,
                        local_addresses={"first": "192.0.2.101"},
                    )
                ],
            )
        ],
        advertisements=[
            SERVICES,
            BgpPodIpPoolAdvertisement("pools", selector=SELECTOR),
            BgpInterfaceAdvertisement("loopback", interface="lo"),
        ],
        node_selector=SELECTOR,
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
