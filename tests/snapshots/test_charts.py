"""Whole charts, one for each family of constructs, as text; `pytest --snapshot-update` writes them anew."""

from collections.abc import Callable

from constructs_lib import (
    AllowedRoutes,
    Domain,
    Gateway,
    HttpBackendRef,
    HttpHeaderMatch,
    HttpPathMatch,
    HttpPathModifier,
    HttpQueryParamMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LabelSelector,
    LabelSelectorRequirement,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
    services_of_gateway,
    services_of_namespace,
)
from tests.conftest import Crds, Manifests, defaulted, schema_of

import pytest
from cdk8s import Chart
from syrupy.assertion import SnapshotAssertion

WEB = HttpBackendRef("web", port=80)
LABELS = {"app": "web"}
ANNOTATIONS = {"example.com/note": "any text"}


def load_balancing(chart: Chart) -> None:
    gateway = Gateway.from_existing(name="gateway", namespace="common", domains=[Domain("example.com", name="com")])
    LoadBalancerIpPool(chart, "every-default", blocks=[IpBlock.cidr("192.0.2.0/28")])
    LoadBalancerIpPool(
        chart,
        "everything",
        blocks=[
            IpBlock.range("192.0.2.16", "192.0.2.20"),
            IpBlock.address("192.0.2.21"),
            IpBlock.cidr("2001:db8::/120"),
        ],
        service_selector=services_of_gateway(gateway),
        allow_first_last_ips=False,
        disabled=True,
        name="pool",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    L2AnnouncementPolicy(chart, "default", load_balancer_ips=True)
    L2AnnouncementPolicy(
        chart,
        "policy",
        load_balancer_ips=True,
        external_ips=True,
        service_selector=services_of_namespace("common"),
        node_selector=LabelSelector(
            match_labels={"kubernetes.io/os": "linux"},
            match_expressions=[
                LabelSelectorRequirement(key="node-role.kubernetes.io/control-plane", operator="DoesNotExist"),
                LabelSelectorRequirement(key="zone", operator="In", values=["a", "b"]),
            ],
        ),
        interfaces=["^eth[0-9]+$", r"^ens\d{1,2}$"],
        labels=LABELS,
        annotations=ANNOTATIONS,
    )


def gateway(chart: Chart) -> None:
    common = Namespace(chart, "common", labels=LABELS, annotations=ANNOTATIONS)
    Gateway(chart, "every-default", namespace=common, domains=[Domain("example.com", name="com")])
    Gateway(
        chart,
        "everything",
        namespace=common,
        name="gateway",
        domains=[Domain("example.com", name="com"), Domain("a.example.org", name="org", apex=False)],
        listeners=[
            Listener.http("any", port=8080, allowed_routes=AllowedRoutes.same()),
            Listener.https("apex", hostname="example.com", secret_name="apex-certificate"),
            Listener.https(
                "selected",
                hostname="*.example.net",
                port=8443,
                allowed_routes=AllowedRoutes.selector(LabelSelector(match_labels={"exposed": "true"})),
            ),
        ],
        allowed_routes=AllowedRoutes.all(),
        cluster_issuer="letsencrypt",
        gateway_class_name="other",
        merge_patch={"spec": {"infrastructure": {"labels": {"app": "gateway"}}}},
        labels=LABELS,
        annotations=ANNOTATIONS,
    )


def routes(chart: Chart) -> None:
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
                    RequestHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
                    ResponseHeaderModifier(set={"A": "b"}, add={"C": "d"}, remove=["E"]),
                    RequestMirror(backend_ref=HttpBackendRef("mirror", port=8080), percent=10),
                ],
                backend_refs=[HttpBackendRef("web", port=80, weight=9), HttpBackendRef("canary", port=80, weight=0)],
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


families = pytest.mark.parametrize("define", [load_balancing, gateway, routes], ids=lambda define: define.__name__)


@families
def test_the_chart_of_a_family_is_as_it_was(
    chart: Chart, text: Callable[[], str], snapshot: SnapshotAssertion, define: Callable[[Chart], None]
) -> None:
    define(chart)
    assert text() == snapshot


@families
def test_every_default_of_the_crds_is_written_out(
    crds: Crds, chart: Chart, manifests: Manifests, define: Callable[[Chart], None]
) -> None:
    """Oracle: the defaults of the CRDs, of all fields that the constructs can write."""
    define(chart)
    resources = [manifest for manifest in manifests() if manifest["kind"] in crds]
    for manifest in resources:
        schema = schema_of(crds[manifest["kind"]], manifest["apiVersion"].partition("/")[2])["properties"]["spec"]
        assert defaulted(manifest["spec"], schema) == manifest["spec"], manifest["metadata"]["name"]
    assert len(resources) >= 2
