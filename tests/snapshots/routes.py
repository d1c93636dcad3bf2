"""Routes other than HTTPRoutes, with every argument, and what goes with routes."""

from constructs_lib import (
    AllowedRoutes,
    BackendRef,
    BackendTlsPolicy,
    BackendTlsPolicyTargetRef,
    ExistingService,
    ExtensionRef,
    Fraction,
    Gateway,
    GrpcHeaderMatch,
    GrpcMethodMatch,
    GrpcRoute,
    GrpcRouteMatch,
    GrpcRouteRule,
    Listener,
    ReferenceGrant,
    ReferenceGrantFrom,
    ReferenceGrantTo,
    RequestHeaderModifier,
    RequestMirror,
    ResponseHeaderModifier,
    TcpRoute,
    TlsRoute,
    UdpBackendRef,
    UdpRoute,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    listeners=[
        Listener.https("https", hostname="*.example.com", allowed_routes=AllowedRoutes.all()),
        Listener.tls_passthrough("tls", hostname="*.example.org", allowed_routes=AllowedRoutes.all()),
        Listener.tcp("tcp", port=5432, allowed_routes=AllowedRoutes.all()),
        Listener.udp("udp", port=53, allowed_routes=AllowedRoutes.all()),
    ],
)
OTHER = ExistingService("other", namespace="other", granted=True, ports=[80], udp_ports=[53])
MIRROR = BackendRef("mirror", port=80)
MODIFIERS: list[RequestHeaderModifier | ResponseHeaderModifier] = [
    RequestHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
    ResponseHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
]


def routes(chart: Chart) -> None:
    GrpcRoute(
        chart,
        "grpc",
        namespace="web",
        parent_refs=[GATEWAY.listener("https")],
        hostnames=["grpc.example.com"],
        rules=[
            GrpcRouteRule(
                name="first",
                matches=[
                    GrpcRouteMatch(
                        method=GrpcMethodMatch.exact(service="helloworld.Greeter", method="SayHello"),
                        headers=[GrpcHeaderMatch("A", "b")],
                    )
                ],
                filters=[
                    *MODIFIERS,
                    RequestMirror(backend_ref=BackendRef(OTHER), percent=10),
                    RequestMirror(backend_ref=MIRROR, fraction=Fraction(1, 1000)),
                    ExtensionRef(group="example.com", kind="Filter", name="a", controller_name="example.com/filters"),
                ],
                backend_refs=[BackendRef("web", port=80, weight=9), BackendRef(OTHER)],
            ),
            GrpcRouteRule(backend_refs=[BackendRef("web", port=80)]),
        ],
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    TlsRoute(
        chart,
        "tls",
        namespace="web",
        parent_refs=[GATEWAY.listener("tls")],
        hostnames=["db.example.org"],
        backend_refs=[BackendRef("db", port=5432, weight=9), BackendRef(OTHER)],
        rule_name="only",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    TcpRoute(
        chart,
        "tcp",
        namespace="web",
        parent_refs=[GATEWAY.listener("tcp")],
        backend_refs=[BackendRef("db", port=5432, weight=9), BackendRef(OTHER)],
        rule_name="only",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    UdpRoute(
        chart,
        "udp",
        namespace="web",
        parent_refs=[GATEWAY.listener("udp")],
        backend_refs=[UdpBackendRef("dns", port=53, weight=9), UdpBackendRef(OTHER)],
        rule_name="only",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    BackendTlsPolicy(
        chart,
        "authority",
        namespace="web",
        target_refs=[BackendTlsPolicyTargetRef("web", section_name="https")],
        hostname="web.internal",
        ca_certificate_ref="authorities",
        options={"example.com/minimum-version": "1.3"},
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    BackendTlsPolicy(
        chart,
        "system",
        namespace="web",
        target_refs=[BackendTlsPolicyTargetRef("api")],
        hostname="api.internal",
        well_known_ca_certificates="System",
    )
    ReferenceGrant(
        chart,
        "grant",
        namespace="web",
        from_=[ReferenceGrantFrom("HTTPRoute", "apps"), ReferenceGrantFrom("Gateway", "common")],
        to=[ReferenceGrantTo("Service", "web"), ReferenceGrantTo("Secret")],
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
