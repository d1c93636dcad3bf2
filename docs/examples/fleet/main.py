"""A fleet: three clusters from one program, and one ApplicationSet that fans out over their folders.

What is the same everywhere is written once, in `define`; what differs is in its arguments. Each cluster has a folder in
dist/, and Argo CD makes an Application for each folder: a further cluster is a line here, and nothing in Argo CD. The
ApplicationSet itself is applied by hand, once:

    kubectl apply -f dist/fleet.k8s.yaml

Needs: Argo CD, in which the clusters are registered as berlin, oslo and staging, and which can read the repository; in
each cluster Cilium with gatewayAPI.enabled and l2announcements.enabled, cert-manager with config.enableGatewayAPI and a
ClusterIssuer `letsencrypt` with a DNS-01 solver, and the Service shop/web with port 80.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    ApplicationTemplate,
    ArgoApplicationSet,
    Cluster,
    Destination,
    Domain,
    ExistingService,
    Gateway,
    GitDirectories,
    GitFolder,
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

CLUSTERS = {
    "berlin": ("192.0.2.70", "^eth0$"),
    "oslo": ("198.51.100.70", "^ens[0-9]+$"),
    "staging": ("203.0.113.70", "^eth0$"),
}
"""What differs between the clusters: an address, and the network interface that it is announced on."""


def define(cluster: Cluster, address: str, interface: str) -> None:
    """Define the charts of one cluster."""
    domain = f"{cluster.name}.example.com"
    chart = Chart(cluster, "platform")
    edge = Namespace(chart, "edge")
    gateway = Gateway(
        chart,
        "public",
        namespace=edge,
        domains=[Domain(domain, name="main", apex=False)],
        allowed_routes=AllowedRoutes.all(),
        cluster_issuer="letsencrypt",
    )
    services = services_of_gateway(gateway)
    LoadBalancerIpPool(chart, "public-pool", blocks=[IpBlock.address(address)], service_selector=services)
    L2AnnouncementPolicy(chart, "public-l2", load_balancer_ips=True, service_selector=gateway, interfaces=[interface])
    HttpsRedirect(chart, "https-redirect", parent_refs=[gateway.http("main")])
    service = ExistingService("web", "shop", ports=[80])
    expose(service, host=f"shop.{domain}", gateway=gateway, scope=Chart(cluster, "shop"))


app = Platform(root=Path(__file__).parent)
for name, arguments in CLUSTERS.items():
    app.cluster(name, define, *arguments)

repository = GitRepository("https://git.example.com/platform/fleet.git", target_revision="main")
ArgoApplicationSet(
    Chart(app, "fleet"),
    "fleet",
    generators=[GitDirectories(repository=repository)],
    template=ApplicationTemplate(
        name="{{.path.basename}}",
        source=GitFolder(repository, "{{.path.path}}"),
        destination=Destination("default", name="{{.path.basename}}"),
    ),
)

app.synth()
