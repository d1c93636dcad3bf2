"""Delivery with Argo CD: an Application for each owner of charts, and one that looks after the Applications.

Each Application has a folder of dist/ of its own. `bootstrap` is the one that is applied by hand, once; it applies the
other Applications, and itself from then on:

    kubectl apply -f dist/bootstrap/argocd.k8s.yaml

The shop's Application is in a Project that allows what the shop's charts contain, and nothing else: a Gateway in the
shop's chart would change the Project's list of kinds, which a reviewer sees.

Needs: Argo CD in the namespace argocd, which can read the repository at the URL below, where dist/ is committed at the
root; Cilium with gatewayAPI.enabled and l2announcements.enabled; cert-manager with config.enableGatewayAPI and a
ClusterIssuer `letsencrypt` with a DNS-01 solver for example.com; the Service shop/web with port 80.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    ArgoApplication,
    ArgoProject,
    Destination,
    Domain,
    ExistingService,
    Gateway,
    GitRepository,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    expose,
    services_of_gateway,
)

from cdk8s import Chart

app = Platform(root=Path(__file__).parent)

gateway_chart = Chart(app, "gateway")
edge = Namespace(gateway_chart, "edge")
gateway = Gateway(
    gateway_chart,
    "public",
    namespace=edge,
    domains=[Domain("example.com", name="com", apex=False)],
    allowed_routes=AllowedRoutes.all(),
    cluster_issuer="letsencrypt",
)
HttpsRedirect(gateway_chart, "https-redirect", parent_refs=[gateway.http("com")])

network_chart = Chart(app, "network")
pool = LoadBalancerIpPool(
    network_chart, "public", blocks=[IpBlock.address("192.0.2.60")], service_selector=services_of_gateway(gateway)
)
L2AnnouncementPolicy(network_chart, "public-l2", load_balancer_ips=True, service_selector=pool, interfaces=["^eth0$"])

shop_chart = Chart(app, "shop")
shop = Namespace(shop_chart, "shop")
expose(ExistingService("web", shop, ports=[80]), host="shop.example.com", gateway=gateway, scope=shop_chart)

argocd = Chart(app, "argocd")
repository = GitRepository("https://git.example.com/platform/edge.git", target_revision="main")
ArgoApplication(argocd, "bootstrap", repository=repository, charts=[argocd], destination=Destination("argocd"))
ArgoApplication(
    argocd, "platform", repository=repository, charts=[gateway_chart, network_chart], destination=Destination(edge)
)
ArgoApplication(
    argocd,
    "shop",
    repository=repository,
    charts=[shop_chart],
    project=ArgoProject(argocd, "team-shop", description="What the team of the shop applies"),
    destination=Destination(shop),
)

app.synth()
