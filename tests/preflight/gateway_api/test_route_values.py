"""Values of routes that Cilium refuses."""

from preflight.gateway_api.route_values import refused_value
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC
from tests.preflight.gateway_api.states import Json, route, the_route

import pytest

BACKENDS = [{"name": "app", "port": 80}]


def refused(rule: Json, kind: str = "HTTPRoute", version: str = "1.20") -> str | None:
    one, _ = the_route(route(kind=kind, rules=[{"backendRefs": BACKENDS} | rule]))
    return refused_value(one, SEMANTICS[version])


def modifier(name: str, action: str = "set") -> Json:
    header = {"name": name, "value": "x"}
    return {"filters": [{"type": "RequestHeaderModifier", "requestHeaderModifier": {action: [header]}}]}


@pytest.mark.parametrize("kind", ["HTTPRoute", "GRPCRoute"])
def test_setting_the_header_host_is_refused(kind: str) -> None:
    assert refused(modifier("Host"), kind) == (
        "spec.rules[0].filters[0].requestHeaderModifier.set[0] sets the header Host: "
        "Cilium does so by the filter URLRewrite only."
    )


@pytest.mark.parametrize("rule", [modifier("X-Host"), modifier("Host", "add"), modifier("host"), {}], ids=str)
def test_other_headers_are_taken(rule: Json) -> None:
    assert refused(rule) is None


@pytest.mark.parametrize(
    ("match", "path"),
    [
        ({"path": {"type": "RegularExpression", "value": "("}}, "path.value"),
        ({"headers": [{"type": "RegularExpression", "name": "x", "value": "("}]}, "headers[0].value"),
        ({"queryParams": [{"type": "RegularExpression", "name": "x", "value": "("}]}, "queryParams[0].value"),
    ],
    ids=["path", "header", "query"],
)
def test_a_regular_expression_that_re2_does_not_take_is_refused(match: Json, path: str) -> None:
    good = {"method": "GET", "path": {"type": "PathPrefix", "value": "/"}}
    assert refused({"matches": [good, match]}) == (
        f"spec.rules[0].matches[1].{path} is '(', which is no regular expression of RE2."
    )
    assert refused({"matches": [good, match]}, version="1.19") is None


@pytest.mark.parametrize("field", ["service", "method"])
def test_the_method_of_a_grpc_route_may_be_a_regular_expression(field: str) -> None:
    matches = [{"method": {"type": "RegularExpression", field: "[z-a]"}}]
    assert refused({"matches": matches}, "GRPCRoute") == (
        f"spec.rules[0].matches[0].method.{field} is '[z-a]', which is no regular expression of RE2."
    )
    good = [{"method": {"type": "RegularExpression", field: "[a-z]+"}}]
    assert refused({"matches": good}, "GRPCRoute") is None


def test_the_specification_says_nothing_of_either() -> None:
    one, _ = the_route(
        route(rules=[modifier("Host") | {"matches": [{"path": {"type": "RegularExpression", "value": "("}}]}])
    )
    assert refused_value(one, SPEC) is None
    assert refused_value(one, CILIUM_1_20) is not None


def test_other_kinds_have_no_such_values() -> None:
    assert refused({}, "TCPRoute") is None
