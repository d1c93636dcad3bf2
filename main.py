"""The platform on one screen: the addresses, the Gateway on them, what it exposes, and how Argo CD gets it."""

from constructs_lib import (
    AllowedRoutes,
    ArgoApplication,
    ArgoProject,
    Destination,
    Domain,
    Gateway,
    GitRepository,
    HttpBackendRef,
    HttpPathMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    services_of_namespace,
)

from cdk8s import Chart

app = Platform()

gateway_chart = Chart(app, "gateway")
common = Namespace(gateway_chart, "common")
gateway = Gateway(
    gateway_chart,
    "gateway",
    namespace=common,
    domains=[Domain("example.link", name="link"), Domain("example.io", name="io")],
    allowed_routes=AllowedRoutes.all(),
    cluster_issuer="letsencrypt",
)

load_balancing = Chart(app, "load-balancing")
services = services_of_namespace(common)
LoadBalancerIpPool(
    load_balancing,
    "common",
    blocks=[IpBlock.range("192.0.2.240", "192.0.2.243")],
    service_selector=services,
)
L2AnnouncementPolicy(
    load_balancing,
    "common-l2",
    service_selector=services,
    load_balancer_ips=True,
    interfaces=["^eth[0-9]+$"],
)

redirects = Chart(app, "redirects")
HttpsRedirect(redirects, "https-redirect-link", parent_refs=[gateway.http("link")])
HttpsRedirect(redirects, "https-redirect-io", parent_refs=[gateway.http("io")])

argocd = Chart(app, "argocd")
HttpRoute(
    argocd,
    "argocd-server",
    namespace="argocd",
    parent_refs=[gateway.https("link")],
    hostnames=["argocd.example.link"],
    rules=[HttpRouteRule(backend_refs=[HttpBackendRef("argocd-server", port=80)])],
)

keycloak = Chart(app, "keycloak")
HttpRoute(
    keycloak,
    "keycloak",
    namespace="keycloak",
    parent_refs=[gateway.https("link")],
    hostnames=["sso.example.link"],
    rules=[
        HttpRouteRule(
            matches=[
                HttpRouteMatch(path=HttpPathMatch.prefix("/realms")),
                HttpRouteMatch(path=HttpPathMatch.prefix("/resources")),
                HttpRouteMatch(path=HttpPathMatch.prefix("/.well-known")),
                HttpRouteMatch(path=HttpPathMatch.exact("/robots.txt")),
            ],
            backend_refs=[HttpBackendRef("keycloak", port=80)],
        )
    ],
)

delivery = Chart(app, "delivery")
repository = GitRepository("https://github.com/your/repository.git", "main")
project = ArgoProject(delivery, "gatehouse", description="What main.py defines, and nothing else")
ArgoApplication(
    delivery,
    "platform",
    repository=repository,
    charts=[gateway_chart, load_balancing, redirects],
    project=project,
    destination=Destination(common),
)
ArgoApplication(
    delivery, "argocd", repository=repository, charts=[argocd], project=project, destination=Destination("argocd")
)
ArgoApplication(
    delivery, "keycloak", repository=repository, charts=[keycloak], project=project, destination=Destination("keycloak")
)
ArgoApplication(delivery, "bootstrap", repository=repository, charts=[delivery], destination=Destination("argocd"))

app.synth()
