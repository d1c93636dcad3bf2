"""Certificates by HTTP-01: Let's Encrypt asks for an answer over plain HTTP, which cert-manager serves by the Gateway.

No DNS provider takes part, and so there are no wildcards: each hostname has an HTTPS listener of its own. The listener
for plain HTTP is there before any certificate, which is what lets the first one be issued; a Gateway that has HTTPS
listeners alone would get no address before. The redirect to HTTPS does not take the challenge's requests: their route
has the same hostname and an exact path, which comes first.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled; cert-manager with config.enableGatewayAPI in the
namespace cert-manager; DNS records for both hostnames that lead, from the internet, to 192.0.2.40 on port 80; the
Services shop/web and blog/blog. Try it with environment="staging" first: Let's Encrypt limits failed attempts.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    ExistingService,
    Gateway,
    Http01Solver,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LetsEncryptClusterIssuer,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    expose,
    services_of_gateway,
)

from cdk8s import Chart

HOSTS = {"shop": "shop.example.com", "blog": "blog.example.org"}

app = Platform(root=Path(__file__).parent)

edge_chart = Chart(app, "edge")
edge = Namespace(edge_chart, "edge")
issuer = LetsEncryptClusterIssuer(
    edge_chart, "letsencrypt", email="platform@example.com", environment="production", solvers=[Http01Solver()]
)
gateway = Gateway(
    edge_chart,
    "public",
    namespace=edge,
    listeners=[
        Listener.http("http"),
        *(
            Listener.https(f"https-{name}", hostname=hostname, allowed_routes=AllowedRoutes.all())
            for name, hostname in HOSTS.items()
        ),
    ],
    cluster_issuer=issuer,
)
LoadBalancerIpPool(
    edge_chart, "public-pool", blocks=[IpBlock.address("192.0.2.40")], service_selector=services_of_gateway(gateway)
)
L2AnnouncementPolicy(edge_chart, "public-l2", load_balancer_ips=True, service_selector=gateway, interfaces=["^eth0$"])
HttpsRedirect(edge_chart, "https-redirect", parent_refs=[gateway.listener("http")], hostnames=list(HOSTS.values()))

for service, namespace in [("web", "shop"), ("blog", "blog")]:
    expose(
        ExistingService(service, namespace, ports=[80]),
        host=HOSTS[namespace],
        gateway=gateway,
        scope=Chart(app, namespace),
    )

app.synth()
