"""BGP: the address of a Gateway is announced to two routers, by the nodes that stand beside them.

One construct gives the objects of Cilium's BGP control plane, with references that fit. The Gateway has an IPv4 and an
IPv6 address from the pool; the routers are told of the addresses that the pool gives, and of nothing else, and keep the
routes to themselves. One node starts the session with one router from another address of its own.

Needs: Cilium with gatewayAPI.enabled, bgpControlPlane.enabled, ipv4.enabled and ipv6.enabled; the label `rack=a` on the
nodes; a Secret kube-system/bgp-password with the key `password`, which the routers have too; routers with AS number
64497 that accept sessions from the nodes, AS 64496, for both families; a ClusterIssuer `letsencrypt` with a DNS-01
solver and cert-manager with config.enableGatewayAPI.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    BgpCommunities,
    BgpGracefulRestart,
    BgpInstance,
    BgpNodeOverride,
    BgpPeer,
    BgpPeering,
    BgpServiceAdvertisement,
    BgpTimers,
    Domain,
    Gateway,
    HttpsRedirect,
    IpBlock,
    LabelSelector,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    services_of_gateway,
)

from cdk8s import Chart

app = Platform(root=Path(__file__).parent)

edge_chart = Chart(app, "edge")
edge = Namespace(edge_chart, "edge")
gateway = Gateway(
    edge_chart,
    "public",
    namespace=edge,
    domains=[Domain("example.com", name="com", apex=False)],
    allowed_routes=AllowedRoutes.all(),
    addresses=["198.51.100.10", "2001:db8:0:1::10"],
    cluster_issuer="letsencrypt",
)
HttpsRedirect(edge_chart, "https-redirect", parent_refs=[gateway.http("com")])

network = Chart(app, "network")
pool = LoadBalancerIpPool(
    network,
    "public",
    blocks=[IpBlock.cidr("198.51.100.8/29"), IpBlock.cidr("2001:db8:0:1::/120")],
    service_selector=services_of_gateway(gateway),
)


def router(name: str, address: str) -> BgpPeer:
    """Describe one of the routers."""
    return BgpPeer(
        name,
        asn=64497,
        address=address,
        auth_secret="bgp-password",
        graceful_restart=BgpGracefulRestart(),
        timers=BgpTimers(hold_time_seconds=9, keep_alive_time_seconds=3),
    )


routers = BgpInstance(
    "main",
    local_asn=64496,
    peers=[router("left", "192.0.2.1"), router("right", "192.0.2.2")],
    node_overrides=[BgpNodeOverride("node-1", local_addresses={"right": "192.0.2.101"})],
)
BgpPeering(
    network,
    "rack-a",
    bgp_instances=[routers],
    node_selector=LabelSelector(match_labels={"rack": "a"}),
    advertisements=[
        BgpServiceAdvertisement("public", service_selector=pool, communities=BgpCommunities(well_known=["no-export"]))
    ],
)

app.synth()
