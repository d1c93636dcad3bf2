"""A route with every argument that the standard channel of the Gateway API has a field for."""

from constructs_lib import (
    Gateway,
    HttpBackendRef,
    HttpHeaderMatch,
    HttpPathMatch,
    HttpPathModifier,
    HttpQueryParamMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    Listener,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
)
from constructs_lib.references import ExistingService
from constructs_lib.routes.cors import Cors
from constructs_lib.routes.extension_ref import ExtensionRef
from constructs_lib.routes.filters import Fraction
from constructs_lib.routes.timeouts import HttpRouteTimeouts
from tests.conftest import Crds, Manifests, defaulted, schema_of

from cdk8s import Chart

PARENTS = Gateway.from_existing(name="gateway", namespace="web", listeners=[Listener.http("web")]).listeners
WEB = HttpBackendRef("web", port=80)
OTHER = ExistingService("other", namespace="other", granted=True, ports=[80])
MATCHED = HttpRouteRule(
    name="matched",
    matches=[
        HttpRouteMatch(
            path=HttpPathMatch.regular_expression("/v[0-9]+/.*"),
            headers=[HttpHeaderMatch("A", "b"), HttpHeaderMatch("C", "d.*", type="RegularExpression")],
            query_params=[HttpQueryParamMatch("a", "b")],
            method="POST",
        ),
        HttpRouteMatch(),
    ],
    backend_refs=[
        HttpBackendRef(
            "web",
            port=80,
            weight=0,
            filters=[RequestHeaderModifier(set={"A": "b"}), ResponseHeaderModifier(remove=["E"])],
        ),
        HttpBackendRef(OTHER, weight=9),
    ],
    timeouts=HttpRouteTimeouts(request="10s", backend_request="2s"),
)
FILTERED = HttpRouteRule(
    filters=[
        RequestHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
        ResponseHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
        RequestMirror(backend_ref=HttpBackendRef(OTHER), percent=10),
        RequestMirror(backend_ref=WEB, fraction=Fraction(1, 1000)),
        UrlRewrite(hostname="web.example", path=HttpPathModifier.replace_prefix_match("/new")),
        Cors(allow_origins=["https://app.example.com"]),
        ExtensionRef(group="example.com", kind="Filter", name="a", controller_name="example.com/controller"),
    ],
    backend_refs=[WEB],
)
REDIRECTED = HttpRouteRule(
    filters=[
        RequestRedirect(
            scheme="https",
            hostname="other.example.com",
            port=8443,
            path=HttpPathModifier.replace_full_path("/here"),
        )
    ]
)


def test_the_api_server_adds_nothing_to_what_is_written(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    """Oracle: the defaults of the CRD."""
    rules = [MATCHED, FILTERED, REDIRECTED]
    HttpRoute(chart, "a", namespace="web", parent_refs=PARENTS, hostnames=["a.example"], rules=rules)
    (manifest,) = manifests()
    schema = schema_of(crds["HTTPRoute"], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]
    assert [entry["type"] for entry in manifest["spec"]["rules"][1]["filters"]] == [
        "RequestHeaderModifier",
        "ResponseHeaderModifier",
        "RequestMirror",
        "RequestMirror",
        "URLRewrite",
        "CORS",
        "ExtensionRef",
    ]
    assert manifest["spec"]["rules"][0]["timeouts"] == {"request": "10s", "backendRequest": "2s"}
    assert [len(entry.get("filters", [])) for entry in manifest["spec"]["rules"][0]["backendRefs"]] == [2, 0]
