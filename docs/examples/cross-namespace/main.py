"""References to other namespaces: the ReferenceGrants follow by themselves.

The Gateway in `edge` uses a certificate that is kept in `certificates`, and the shop's route sends payments to a
Service of another namespace. This app writes to both namespaces, so it defines the grants there: exactly for these
references. The search is in a namespace that others own: they have made a grant, and the app is told so.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled; the Secret certificates/example-com-tls with a
certificate for `*.example.com`; the Services shop/web and search/search, and in `search` the ReferenceGrant in
elsewhere.yaml. Without granted=True, synth fails and prints that grant.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    Domain,
    ExistingSecret,
    ExistingService,
    Gateway,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    expose,
)

import cdk8s_plus_27 as kplus
from cdk8s import ApiObjectMetadata, Chart

app = Platform(root=Path(__file__).parent)

edge_chart = Chart(app, "edge")
edge = Namespace(edge_chart, "edge")
certificates = Namespace(edge_chart, "certificates")
gateway = Gateway(
    edge_chart,
    "public",
    namespace=edge,
    domains=[
        Domain("example.com", name="com", apex=False, secret=ExistingSecret("example-com-tls", namespace=certificates))
    ],
    allowed_routes=AllowedRoutes.all(),
)
LoadBalancerIpPool(edge_chart, "public-pool", blocks=[IpBlock.address("198.51.100.240")], service_selector=gateway)
L2AnnouncementPolicy(edge_chart, "public-l2", load_balancer_ips=True, service_selector=gateway)
HttpsRedirect(edge_chart, "https-redirect", parent_refs=[gateway.http("com")])

payments_chart = Chart(app, "payments")
payments = Namespace(payments_chart, "payments")
deployment = kplus.Deployment(
    payments_chart,
    "payments-api",
    metadata=ApiObjectMetadata(name="payments-api", namespace=payments.identity.name),
    containers=[kplus.ContainerProps(image="images.example.com/payments/api:2.0.1", port_number=8080)],
)

shop_chart = Chart(app, "shop")
shop = Namespace(shop_chart, "shop")
expose(
    ExistingService("web", shop, ports=[80]),
    paths={
        "/payments": deployment,
        "/search": ExistingService("search", "search", granted=True, ports=[80]),
    },
    host="shop.example.com",
    gateway=gateway,
    scope=shop_chart,
)

app.synth()
