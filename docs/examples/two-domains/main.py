"""Two domains on one Service: four hostnames, one route, one certificate a domain.

The route is attached to each HTTPS listener that serves one of its hostnames, so nothing has to be written twice. The
domains' own names, without `www`, are served too: each domain names the Secret of a certificate for both.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled; cert-manager with config.enableGatewayAPI and a
ClusterIssuer `letsencrypt` with a DNS-01 solver for both domains; the Service shop/web with port 80. The Gateway takes
routes from namespaces with the label `exposed=true`, which `edge`, for the redirect, and `shop` get here.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    Domain,
    ExistingService,
    Gateway,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LabelSelector,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    expose,
    services_of_gateway,
)

from cdk8s import Chart

EXPOSED = {"exposed": "true"}

app = Platform(root=Path(__file__).parent)

edge_chart = Chart(app, "edge")
edge = Namespace(edge_chart, "edge", labels=EXPOSED)
gateway = Gateway(
    edge_chart,
    "public",
    namespace=edge,
    domains=[
        Domain("example.com", name="com", secret="example-com-tls"),
        Domain("example.org", name="org", secret="example-org-tls"),
    ],
    allowed_routes=AllowedRoutes.selector(LabelSelector(match_labels=EXPOSED)),
    cluster_issuer="letsencrypt",
)
LoadBalancerIpPool(
    edge_chart, "public-pool", blocks=[IpBlock.address("192.0.2.30")], service_selector=services_of_gateway(gateway)
)
L2AnnouncementPolicy(edge_chart, "public-l2", load_balancer_ips=True, service_selector=gateway, interfaces=["^eth0$"])
HttpsRedirect(edge_chart, "https-redirect", parent_refs=[gateway.http("com"), gateway.http("org")])

shop_chart = Chart(app, "shop")
shop = Namespace(shop_chart, "shop", labels=EXPOSED)
expose(
    ExistingService("web", shop, ports=[80]),
    host=["example.com", "www.example.com", "example.org", "www.example.org"],
    gateway=gateway,
    scope=shop_chart,
)

app.synth()
