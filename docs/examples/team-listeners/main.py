"""Teams own their listeners: ListenerSets add hostnames and certificates to a Gateway that the platform team owns.

The platform's Gateway has the address and the redirect to HTTPS. It takes ListenerSets of the namespaces with the label
`listeners=allowed`, and of no others. Each team has its hostname, its certificate and its route in its own namespace
and chart, and changes them without touching the Gateway. cert-manager issues no certificates for ListenerSets by
itself, so each team has a Certificate for its listener.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled, and the ListenerSet CRD, installed before Cilium's
operator starts; cert-manager with a ClusterIssuer `letsencrypt` with DNS-01 solvers for the teams' domains; the
Services shop/web and blog/wordpress. The first releases of Cilium 1.20 overlook a Secret that is older than its
ListenerSet (cilium#47622).
"""

from pathlib import Path

from constructs_lib import (
    AllowedListeners,
    Certificate,
    ExistingClusterIssuer,
    ExistingService,
    Gateway,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LabelSelector,
    Listener,
    ListenerSet,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    expose,
    services_of_gateway,
)

from cdk8s import Chart

ALLOWED = {"listeners": "allowed"}

app = Platform(root=Path(__file__).parent)

platform = Chart(app, "platform")
edge = Namespace(platform, "edge")
gateway = Gateway(
    platform,
    "public",
    namespace=edge,
    listeners=[Listener.http("http")],
    allowed_listeners=AllowedListeners.selector(LabelSelector(match_labels=ALLOWED)),
)
LoadBalancerIpPool(
    platform, "public-pool", blocks=[IpBlock.address("192.0.2.50")], service_selector=services_of_gateway(gateway)
)
L2AnnouncementPolicy(platform, "public-l2", load_balancer_ips=True, service_selector=gateway, interfaces=["^eth0$"])
HttpsRedirect(platform, "https-redirect", parent_refs=[gateway.listener("http")])


def team(name: str, *, host: str, service: str) -> None:
    """Define what a team has of its own: its namespace, listener, certificate and route."""
    chart = Chart(app, name)
    namespace = Namespace(chart, name, labels=ALLOWED)
    own = ListenerSet(
        chart,
        "listeners",
        namespace=namespace,
        parent_ref=gateway,
        listeners=[Listener.https("https", hostname=host)],
    )
    Certificate(chart, "certificate", issuer=ExistingClusterIssuer("letsencrypt"), listeners=[own.listener("https")])
    expose(ExistingService(service, namespace, ports=[80]), host=host, gateway=own, scope=chart)


team("shop", host="shop.example.com", service="web")
team("blog", host="blog.example.org", service="wordpress")

app.synth()
