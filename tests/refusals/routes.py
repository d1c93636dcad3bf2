"""Routes, and what goes with them, that are refused."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    BackendRef,
    BackendTlsPolicy,
    BackendTlsPolicyTargetRef,
    Cors,
    Domain,
    ExtensionRef,
    ExternalAuth,
    Fraction,
    Gateway,
    GrpcHeaderMatch,
    GrpcMethodMatch,
    GrpcRoute,
    GrpcRouteMatch,
    GrpcRouteRule,
    HostnameRedirect,
    HttpBackendRef,
    HttpHeaderMatch,
    HttpPathMatch,
    HttpPathModifier,
    HttpQueryParamMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRetry,
    HttpRouteRule,
    HttpRouteTimeouts,
    HttpsRedirect,
    ReferenceGrant,
    ReferenceGrantFrom,
    ReferenceGrantTo,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    SessionPersistence,
    TcpRoute,
    TlsRoute,
    UdpBackendRef,
    UdpRoute,
    UrlRewrite,
    expose,
)

from cdk8s import Chart

WRONG: Any = {"a": "dict"}
GATEWAY = Gateway.from_existing(name="gateway", namespace="common", domains=[Domain("example.com", name="com")])
HTTP, HTTPS = GATEWAY.http("com"), GATEWAY.https("com")
WEB = HttpBackendRef("web", port=80)
DB = BackendRef("db", port=5432)
TARGET = BackendTlsPolicyTargetRef("web")
RULE = HttpRouteRule(backend_refs=[WEB])
REPLACE = HttpPathModifier.replace_prefix_match("/")


REFUSED: list[Callable[[Chart], object]] = [
    lambda chart: GATEWAY.http("org"),
    lambda chart: HttpBackendRef("web"),
    lambda chart: HttpBackendRef("web", port=65536),
    lambda chart: HttpPathMatch.prefix("api"),
    lambda chart: HttpPathMatch.regular_expression("("),
    lambda chart: HttpHeaderMatch("a b", "c"),
    lambda chart: HttpQueryParamMatch("a", ""),
    lambda chart: HttpRouteMatch(path=WRONG),
    lambda chart: HttpPathModifier.replace_full_path("new"),
    lambda chart: RequestHeaderModifier(set={"Host": "example.com"}),
    lambda chart: ResponseHeaderModifier(),
    lambda chart: RequestRedirect(status_code=200),
    lambda chart: UrlRewrite(),
    lambda chart: RequestMirror(backend_ref=WRONG),
    lambda chart: HttpRouteRule(),
    lambda chart: HttpRouteRule(filters=[RequestRedirect(port=80)], backend_refs=[HttpBackendRef("web", port=80)]),
    lambda chart: HttpRouteRule(matches=[HttpRouteMatch()] * 2, filters=[RequestRedirect(path=REPLACE)]),
    lambda chart: HttpRoute(chart, "a", namespace="common", parent_refs=[], rules=[RULE]),
    lambda chart: HttpRoute(chart, "a", namespace="common", parent_refs=[WRONG], rules=[RULE]),
    lambda chart: HttpRoute(chart, "a", namespace="web", parent_refs=[HTTPS], rules=[RULE]),
    lambda chart: HttpRoute(chart, "a", namespace="common", parent_refs=[HTTPS], rules=[]),
    lambda chart: HttpRoute(
        chart, "a", namespace="common", parent_refs=[HTTPS], rules=[RULE], hostnames=["example.com"]
    ),
    lambda chart: HttpsRedirect(chart, "a", parent_refs=[HTTPS]),
    lambda chart: HttpsRedirect(chart, "a", parent_refs=[HTTP], hostnames=["example.org"]),
    lambda chart: BackendRef("web"),
    lambda chart: UdpBackendRef("dns", port=0),
    lambda chart: HttpBackendRef("web", port=80, filters=[UrlRewrite(hostname="a.example")]),
    lambda chart: Cors(allow_origins=["app.example.com"]),
    lambda chart: ExtensionRef(group="", kind="Filter", name="a", controller_name="io.cilium/gateway-controller"),
    lambda chart: ExternalAuth.http(WRONG),
    lambda chart: Fraction(2, 1),
    lambda chart: HttpRouteTimeouts(request="1s", backend_request="2s"),
    lambda chart: HttpRouteRetry(codes=[200]),
    lambda chart: SessionPersistence.cookie(lifetime_type="Permanent"),
    lambda chart: HttpRouteRule(backend_refs=[WEB], retry=HttpRouteRetry(attempts=2)),
    lambda chart: HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80, weight=0)]),
    lambda chart: HostnameRedirect(chart, "a", parent_refs=[HTTP], hostnames=["example.com"], to="example.com"),
    lambda chart: expose("web", host="example.org", gateway=GATEWAY, scope=chart, namespace="common", port=80),
    lambda chart: ReferenceGrantFrom("Ingress", "a"),
    lambda chart: ReferenceGrantTo("Pod"),
    lambda chart: ReferenceGrant(chart, "a", namespace="a", from_=[], to=[ReferenceGrantTo("Service")]),
    lambda chart: GrpcMethodMatch.exact(service="/a.B/C"),
    lambda chart: GrpcHeaderMatch("a b", "c"),
    lambda chart: GrpcRouteMatch(),
    lambda chart: GrpcRouteRule(backend_refs=[]),
    lambda chart: GrpcRoute(chart, "a", namespace="common", parent_refs=[HTTPS], rules=[]),
    lambda chart: TlsRoute(chart, "a", namespace="common", parent_refs=[HTTPS], hostnames=[], backend_refs=[DB]),
    lambda chart: TcpRoute(chart, "a", namespace="common", parent_refs=[HTTPS], backend_refs=[DB]),
    lambda chart: UdpRoute(chart, "a", namespace="common", parent_refs=[], backend_refs=[UdpBackendRef("dns", 53)]),
    lambda chart: BackendTlsPolicyTargetRef("web", section_name="A"),
    lambda chart: BackendTlsPolicy(chart, "a", namespace="web", target_refs=[TARGET], hostname="a.b"),
]
