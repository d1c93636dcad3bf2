"""HTTPRoutes with every argument."""

from constructs_lib import (
    AllowedRoutes,
    Cors,
    Domain,
    ExistingService,
    ExtensionRef,
    Fraction,
    Gateway,
    HostnameRedirect,
    HttpBackendRef,
    HttpHeaderMatch,
    HttpPathMatch,
    HttpPathModifier,
    HttpQueryParamMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    HttpRouteTimeouts,
    HttpsRedirect,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

WEB = HttpBackendRef("web", port=80)
OTHER = ExistingService("other", namespace="other", granted=True, ports=[80])
MODIFIERS = [
    RequestHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
    ResponseHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
]


def http_routes(chart: Chart) -> None:
    gateway = Gateway.from_existing(
        name="gateway",
        namespace="common",
        domains=[Domain("example.com", name="com")],
        allowed_routes=AllowedRoutes.all(),
    )
    every_match = HttpRouteMatch(
        path=HttpPathMatch.regular_expression("/v[0-9]+/.*"),
        headers=[HttpHeaderMatch("A", "b"), HttpHeaderMatch("C", "d.*", type="RegularExpression")],
        query_params=[HttpQueryParamMatch("a", "b"), HttpQueryParamMatch("c", "d.*", type="RegularExpression")],
        method="POST",
    )
    HttpRoute(
        chart,
        "every-default",
        namespace="web",
        parent_refs=[gateway.https("com")],
        rules=[HttpRouteRule(backend_refs=[WEB])],
    )
    HttpRoute(
        chart,
        "everything",
        namespace="web",
        name="web",
        parent_refs=[gateway.https("com"), gateway.http("com")],
        hostnames=["web.example.com", "*.web.example.com"],
        rules=[
            HttpRouteRule(
                matches=[every_match, HttpRouteMatch(path=HttpPathMatch.exact("/a"))],
                filters=[
                    *MODIFIERS,
                    RequestMirror(backend_ref=HttpBackendRef(OTHER), percent=10),
                    RequestMirror(backend_ref=HttpBackendRef("mirror", port=8080), fraction=Fraction(1, 1000)),
                    Cors(
                        allow_origins=["https://app.example.com"],
                        allow_methods=["GET", "POST"],
                        allow_headers=["A"],
                        expose_headers=["B"],
                        allow_credentials=True,
                        max_age=600,
                    ),
                    ExtensionRef(group="example.com", kind="Filter", name="a", controller_name="example.com/filters"),
                ],
                backend_refs=[
                    HttpBackendRef("web", port=80, weight=9, filters=MODIFIERS),
                    HttpBackendRef(OTHER, weight=1),
                ],
                timeouts=HttpRouteTimeouts(request="10s", backend_request="2s"),
                name="first",
            ),
            HttpRouteRule(
                matches=[HttpRouteMatch(path=HttpPathMatch.prefix("/rewritten"))],
                filters=[UrlRewrite(path=HttpPathModifier.replace_full_path("/whole"))],
                backend_refs=[WEB],
            ),
            HttpRouteRule(
                matches=[HttpRouteMatch(path=HttpPathMatch.prefix("/redirected"))],
                filters=[RequestRedirect(path=HttpPathModifier.replace_prefix_match("/new"))],
            ),
            HttpRouteRule(
                matches=[HttpRouteMatch(path=HttpPathMatch.prefix("/old"))],
                filters=[UrlRewrite(hostname="web.example", path=HttpPathModifier.replace_prefix_match("/new"))],
                backend_refs=[WEB],
            ),
            HttpRouteRule(
                matches=[HttpRouteMatch(path=HttpPathMatch.prefix("/moved"))],
                filters=[
                    RequestRedirect(
                        scheme="https",
                        hostname="other.example.com",
                        port=8443,
                        path=HttpPathModifier.replace_full_path("/here"),
                        status_code=308,
                    )
                ],
            ),
        ],
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    HttpsRedirect(chart, "redirect", parent_refs=[gateway.http("com")], labels=LABELS, annotations=ANNOTATIONS)
    HostnameRedirect(
        chart,
        "hostname-redirect",
        parent_refs=[gateway.http("com")],
        hostnames=["www.example.com"],
        to="example.com",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
