"""The header Host: no modifier may change it, whatever its kind, its action and its letters."""

from preflight.field_path import text
from preflight.gateway_api.findings.host_headers import changed_hosts
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.states import Json, gateway, predicted, route, service

import pytest

APP: Json = {"name": "app", "port": 80}


def modifier(action: str, name: str = "HOST", kind: str = "Request") -> Json:
    header = name if action == "remove" else {"name": name, "value": "a.test"}
    return {"type": f"{kind}HeaderModifier", f"{kind.lower()}HeaderModifier": {action: [header]}}


def places(rule: Json, kind: str = "HTTPRoute", semantics: Semantics = CILIUM_1_20, **parent: str) -> list[str]:
    written = route(kind=kind, parents=[{"name": "web"} | parent], rules=[rule])
    found = changed_hosts(predicted(gateway(), service(), written, semantics=semantics))
    return [text(each.path or ()) for each in found]


@pytest.mark.parametrize("kind", ["Request", "Response"])
@pytest.mark.parametrize("action", ["set", "add", "remove"])
def test_a_rule_that_changes_it(kind: str, action: str) -> None:
    changing = modifier(action, kind=kind)
    field = f"{kind.lower()}HeaderModifier.{action}[0]"
    assert places({"filters": [changing], "backendRefs": [APP]}) == [f"spec.rules[0].filters[0].{field}"]
    assert places({"filters": [changing], "backendRefs": [APP]}, "GRPCRoute") == [f"spec.rules[0].filters[0].{field}"]
    assert places({"filters": [changing], "backendRefs": [APP]}, semantics=SPEC) == []


def test_of_several_places_the_first_is_named() -> None:
    both = [modifier("remove"), modifier("add", kind="Response")]
    assert places({"filters": both, "backendRefs": [APP]}) == [
        "spec.rules[0].filters[0].requestHeaderModifier.remove[0]"
    ]


def test_the_filters_of_a_backend_count_where_cilium_applies_them() -> None:
    rule = {"backendRefs": [APP | {"filters": [modifier("add")]}]}
    assert places(rule) == ["spec.rules[0].backendRefs[0].filters[0].requestHeaderModifier.add[0]"]
    assert places(rule, "GRPCRoute") == []


@pytest.mark.parametrize(
    "rule",
    [
        {"filters": [modifier("set", "Host")]},
        {"filters": [modifier("set", "X-Host")]},
        {"filters": [{"type": "URLRewrite", "urlRewrite": {"hostname": "a.test"}}]},
        {},
    ],
    ids=["a route that is not accepted", "another header", "a rewrite", "no filter"],
)
def test_nothing_is_found(rule: Json) -> None:
    assert places(rule | {"backendRefs": [APP]}) == []


def test_a_route_that_no_parent_accepts_is_not_in_envoy() -> None:
    assert places({"filters": [modifier("add")], "backendRefs": [APP]}, sectionName="none") == []
