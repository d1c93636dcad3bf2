"""One Service behind one hostname with HTTPS: the least that a cluster needs to be reached from outside.

Everything is in one namespace. A Deployment is exposed at https://shop.example.com with one call; plain HTTP is
redirected. The Gateway has an address of its own, which the nodes announce in their network.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled; cert-manager with config.enableGatewayAPI and a
ClusterIssuer `letsencrypt` with a DNS-01 solver for example.com, since the certificate is for `*.example.com`; a DNS
record for shop.example.com that leads to 192.0.2.10, and nodes whose interface in 192.0.2.0/24 is eth0.
"""

from pathlib import Path

from constructs_lib import (
    Domain,
    Gateway,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    expose,
    services_of_gateway,
)

import cdk8s_plus_27 as kplus
from cdk8s import ApiObjectMetadata, Chart

app = Platform(root=Path(__file__).parent)
chart = Chart(app, "shop")

shop = Namespace(chart, "shop")
gateway = Gateway(
    chart,
    "public",
    namespace=shop,
    domains=[Domain("example.com", name="com", apex=False)],
    cluster_issuer="letsencrypt",
)
LoadBalancerIpPool(
    chart, "public-pool", blocks=[IpBlock.address("192.0.2.10")], service_selector=services_of_gateway(gateway)
)
L2AnnouncementPolicy(chart, "public-l2", load_balancer_ips=True, service_selector=gateway, interfaces=["^eth0$"])
HttpsRedirect(chart, "https-redirect", parent_refs=[gateway.http("com")])

web = kplus.Deployment(
    chart,
    "web",
    metadata=ApiObjectMetadata(name="web", namespace=shop.identity.name),
    replicas=2,
    containers=[kplus.ContainerProps(image="images.example.com/shop/web:1.4.2", port_number=8080)],
)
expose(web, host="shop.example.com", gateway=gateway)

app.synth()
