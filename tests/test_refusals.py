"""Every refusal is raised where the user wrote it, before anything is synthesised."""

import traceback
from collections.abc import Callable
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

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

import pytest
from cdk8s import Chart

WRONG: Any = {"a": "dict"}
GATEWAY = Gateway.from_existing(name="gateway", namespace="common", domains=[Domain("example.com", name="com")])
HTTP, HTTPS = GATEWAY.http("com"), GATEWAY.https("com")
RULE = HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])
BLOCK = IpBlock.address("192.0.2.1")
REPLACE = HttpPathModifier.replace_prefix_match("/")

REFUSED: list[Callable[[Chart], object]] = [
    lambda chart: IpBlock.cidr("192.0.2.1/28"),
    lambda chart: IpBlock.range("192.0.2.2", "192.0.2.1"),
    lambda chart: IpBlock.range("192.0.2.1", "2001:db8::1"),
    lambda chart: IpBlock.address("192.0.2.0/28"),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[]),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[WRONG]),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[BLOCK, BLOCK]),
    lambda chart: [LoadBalancerIpPool(chart, name, blocks=[BLOCK]) for name in ("a", "b")],
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[BLOCK], service_selector=WRONG),
    lambda chart: LoadBalancerIpPool(chart, "A b", blocks=[BLOCK]),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[BLOCK], labels={"a": "b c"}),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[BLOCK], annotations={"a b": "c"}),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[BLOCK], merge_patch={"spec": {"block": []}}),
    lambda chart: LoadBalancerIpPool(chart, "a", blocks=[BLOCK], merge_patch={"metadata": {"name": "b"}}),
    lambda chart: L2AnnouncementPolicy(chart, "a"),
    lambda chart: L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, interfaces=["eth*"]),
    lambda chart: L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, interfaces=["eth(?!0)"]),
    lambda chart: L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, node_selector=WRONG),
    lambda chart: LabelSelector(match_labels={"a": "b c"}),
    lambda chart: LabelSelectorRequirement(key="a", operator="In"),
    lambda chart: services_of_gateway(WRONG),
    lambda chart: services_of_namespace(WRONG),
    lambda chart: Namespace(chart, "A"),
    lambda chart: Domain("*.example.com", name="com"),
    lambda chart: AllowedRoutes(from_="Any"),
    lambda chart: Listener.http("web", port=0),
    lambda chart: Listener.https("web", hostname="a.*.example.com"),
    lambda chart: Gateway(chart, "a", namespace="common"),
    lambda chart: Gateway(chart, "a", namespace=WRONG, listeners=[Listener.http("web")]),
    lambda chart: Gateway(chart, "a", namespace="common", domains=[WRONG]),
    lambda chart: Gateway(chart, "a", namespace="common", listeners=[Listener.http("web"), Listener.https("web")]),
    lambda chart: Gateway(chart, "a", namespace="common", listeners=[Listener.https("web")], cluster_issuer="b"),
    lambda chart: Gateway.from_existing(name="a", namespace="common"),
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
]


@pytest.mark.parametrize("define", REFUSED, ids=range(len(REFUSED)))
def test_a_refusal_is_raised_at_the_user_s_own_line_before_synth(
    chart: Chart, tmp_path: Path, define: Callable[[Chart], object]
) -> None:
    _check_place(define, chart)
    assert list(tmp_path.iterdir()) == []


def test_a_second_object_is_refused_at_the_user_s_own_line(chart: Chart) -> None:
    _check_place(lambda chart: [Namespace(chart, name, name="a") for name in ("a", "b")], chart)


def _check_place(define: Callable[[Chart], object], chart: Chart) -> None:
    """Assert that the frames and the note of a refusal are at the lines of what the user wrote."""
    with pytest.raises(ValueError, match=r"Allowed: |has no field") as caught:
        define(chart)
    lines = {line for _, _, line in define.__code__.co_lines() if line is not None}
    frames = [frame for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename == __file__]
    own = {frame.lineno for frame in frames[1:]}  # below the frame of this function
    assert own
    assert own <= lines
    (note,) = caught.value.__notes__
    file, _, line = note.removeprefix("Written at ").rpartition(":")
    assert file == __file__
    assert int(line) in lines


def test_no_value_can_be_changed_after_its_checks() -> None:
    import constructs_lib

    values = [value for name in constructs_lib.__all__ if is_dataclass(value := getattr(constructs_lib, name))]
    assert len(values) >= 18
    assert [value for value in values if not value.__dataclass_params__.frozen] == []  # type: ignore[union-attr]  # not in typeshed


def test_the_table_has_a_refusal_of_everything_that_a_platform_is_written_with() -> None:
    import constructs_lib

    called = {name for define in REFUSED for name in define.__code__.co_names}
    made_by_others = {"ExistingGateway", "GatewayListener"}
    takes_nothing_to_refuse = {"Platform"}
    assert set(constructs_lib.__all__) - called == made_by_others | takes_nothing_to_refuse
