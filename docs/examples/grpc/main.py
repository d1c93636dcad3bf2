"""gRPC over HTTPS: calls by service and method, with a copy of some of them to a new version.

The methods that change something have Services of their own, so that they can be scaled by themselves. Half of the
read calls are sent to a version under test too, whose answers nobody sees. Server reflection has no route, so tools
cannot list the services from outside.

Needs: Cilium with gatewayAPI.enabled, l2announcements.enabled and, so that clients get HTTP/2 over HTTPS,
gatewayAPI.enableAlpn; cert-manager with config.enableGatewayAPI and a ClusterIssuer `letsencrypt` with a DNS-01 solver
for example.com; the Services in the namespace orders.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    BackendRef,
    ExistingService,
    Gateway,
    GrpcMethodMatch,
    GrpcRoute,
    GrpcRouteMatch,
    GrpcRouteRule,
    IpBlock,
    L2AnnouncementPolicy,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    RequestHeaderModifier,
    RequestMirror,
)

from cdk8s import Chart

SERVICE = "example.orders.v1.Orders"
reader = ExistingService("orders-reader", ports=[50051])
writer = ExistingService("orders-writer", ports=[50051])
under_test = ExistingService("orders-reader-next", ports=[50051])

app = Platform(root=Path(__file__).parent)

edge_chart = Chart(app, "edge")
edge = Namespace(edge_chart, "edge")
gateway = Gateway(
    edge_chart,
    "grpc",
    namespace=edge,
    listeners=[
        Listener.https("orders", hostname="orders.example.com", allowed_routes=AllowedRoutes.all(kinds=["GRPCRoute"]))
    ],
    cluster_issuer="letsencrypt",
)
LoadBalancerIpPool(edge_chart, "grpc-pool", blocks=[IpBlock.address("198.51.100.241")], service_selector=gateway)
L2AnnouncementPolicy(edge_chart, "grpc-l2", load_balancer_ips=True, service_selector=gateway)

GrpcRoute(
    Chart(app, "orders"),
    "orders",
    namespace="orders",
    parent_refs=[gateway.listener("orders")],
    hostnames=["orders.example.com"],
    rules=[
        GrpcRouteRule(
            name="write",
            matches=[
                GrpcRouteMatch(method=GrpcMethodMatch.exact(service=SERVICE, method="PlaceOrder")),
                GrpcRouteMatch(method=GrpcMethodMatch.exact(service=SERVICE, method="CancelOrder")),
            ],
            filters=[RequestHeaderModifier(remove=["x-debug"])],
            backend_refs=[BackendRef(writer)],
        ),
        GrpcRouteRule(
            name="read",
            matches=[GrpcRouteMatch(method=GrpcMethodMatch.exact(service=SERVICE))],
            filters=[RequestMirror(backend_ref=BackendRef(under_test), percent=50)],
            backend_refs=[BackendRef(reader)],
        ),
    ],
)

app.synth()
