"""A canary: of the requests for a host, one in ten goes to the new version, and all of those that testers mark.

The share of each Deployment is one argument, `weights`. A second route is for requests with the header `x-canary: true`
and goes to the new version alone; it comes first because a match with a header is more specific than one without.
To roll out, write weights=[0, 100]; to roll back, weights=[100, 0].

Needs: Cilium with gatewayAPI.enabled, and a Gateway edge/public of another app with an HTTPS listener for
`*.example.com` that takes routes from every namespace.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    Domain,
    Gateway,
    HttpBackendRef,
    HttpHeaderMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    Namespace,
    Platform,
    expose,
)

import cdk8s_plus_27 as kplus
from cdk8s import ApiObjectMetadata, Chart

HOST = "shop.example.com"

app = Platform(root=Path(__file__).parent)
chart = Chart(app, "shop")
shop = Namespace(chart, "shop")
gateway = Gateway.from_existing(
    name="public",
    namespace="edge",
    domains=[Domain("example.com", name="com")],
    allowed_routes=AllowedRoutes.all(),
)


def version(name: str, *, image_tag: str, replicas: int) -> kplus.Service:
    """Run a version of the shop, and return its Service."""
    deployment = kplus.Deployment(
        chart,
        name,
        metadata=ApiObjectMetadata(name=name, namespace=shop.identity.name),
        replicas=replicas,
        containers=[kplus.ContainerProps(image=f"images.example.com/shop/web:{image_tag}", port_number=8080)],
    )
    return deployment.expose_via_service(name=name, ports=[kplus.ServicePort(port=80, target_port=8080)])


stable = version("stable", image_tag="1.4.2", replicas=4)
canary = version("canary", image_tag="1.5.0", replicas=1)

expose([stable, canary], weights=[90, 10], host=HOST, gateway=gateway, name="shop")

HttpRoute(
    chart,
    "shop-testers",
    namespace=shop,
    parent_refs=[gateway.https("com")],
    hostnames=[HOST],
    rules=[
        HttpRouteRule(
            matches=[HttpRouteMatch(headers=[HttpHeaderMatch("x-canary", "true")])],
            backend_refs=[HttpBackendRef(canary)],
        )
    ],
)

app.synth()
