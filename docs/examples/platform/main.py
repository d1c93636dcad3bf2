"""The platform of the repository's main.py, with certificates for its main domains, and without Argo CD's objects.

Two domains with all their subdomains on one Gateway; Argo CD, and of Keycloak what browsers and clients need, below one
of them. Each domain has one certificate, for its subdomains and for itself, in the Secret that it names.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled; cert-manager with config.enableGatewayAPI and a
ClusterIssuer `letsencrypt` with a DNS-01 solver for both domains; the Services argocd/argocd-server, with Argo CD's
`server.insecure`, and keycloak/keycloak; four free addresses of the nodes' network. Nothing is exposed at the main
domains yet: https://example.link answers 404, with a certificate that is good.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    Domain,
    Gateway,
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
    expose,
    services_of_namespace,
)

from cdk8s import Chart

app = Platform(root=Path(__file__).parent)

gateway_chart = Chart(app, "gateway")
common = Namespace(gateway_chart, "common")
gateway = Gateway(
    gateway_chart,
    "gateway",
    namespace=common,
    domains=[
        Domain("example.link", name="link", secret="example-link-tls"),
        Domain("example.io", name="io", secret="example-io-tls"),
    ],
    allowed_routes=AllowedRoutes.all(),
    cluster_issuer="letsencrypt",
)

load_balancing = Chart(app, "load-balancing")
pool = LoadBalancerIpPool(
    load_balancing,
    "common",
    blocks=[IpBlock.range("192.0.2.240", "192.0.2.243")],
    service_selector=services_of_namespace(common),
)
L2AnnouncementPolicy(
    load_balancing, "common-l2", service_selector=pool, load_balancer_ips=True, interfaces=["^eth[0-9]+$"]
)

redirects = Chart(app, "redirects")
HttpsRedirect(redirects, "https-redirect-link", parent_refs=[gateway.http("link")])
HttpsRedirect(redirects, "https-redirect-io", parent_refs=[gateway.http("io")])

expose(
    "argocd-server",
    namespace="argocd",
    host="argocd.example.link",
    gateway=gateway,
    port=80,
    scope=Chart(app, "argocd"),
)

prefixes = [HttpPathMatch.prefix(path) for path in ("/realms", "/resources", "/.well-known")]
HttpRoute(
    Chart(app, "keycloak"),
    "keycloak",
    namespace="keycloak",
    parent_refs=[gateway.https("link")],
    hostnames=["sso.example.link"],
    rules=[
        HttpRouteRule(
            matches=[HttpRouteMatch(path=path) for path in [*prefixes, HttpPathMatch.exact("/robots.txt")]],
            backend_refs=[HttpBackendRef("keycloak", port=80)],
        )
    ],
)

app.synth()
