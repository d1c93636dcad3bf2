"""Answers as JSON."""

import json

from preflight.gateway_api.answer_json import answer_json
from tests.preflight.gateway_api.asking import asked, path_match, rule
from tests.preflight.gateway_api.states import gateway, route, service


def test_an_answer_as_json() -> None:
    one = rule(path_match("/a"), filters=[{"type": "URLRewrite", "urlRewrite": {"hostname": "b.test"}}])
    answer = asked(gateway(), service(), route(rules=[one]), path="/a", headers={"x-a": "1"})
    only = "it is the only one on port 80, and takes any hostname"
    assert json.loads(json.dumps(answer_json(answer))) == {
        "outcome": "backend",
        "gateway": {"namespace": "infra", "name": "web"},
        "listener": {"kind": "Gateway", "namespace": "infra", "parent": "web", "name": "http"},
        "route": {"kind": "HTTPRoute", "namespace": "infra", "name": "shop"},
        "rule": 0,
        "match": 0,
        "backends": [{"kind": "Service", "namespace": "infra", "name": "app", "port": 80, "weight": 1, "share": 1.0}],
        "request": {"host": "b.test", "path": "/a", "method": "GET", "headers": {"x-a": "1"}},
        "why": [
            f"Listener http of Gateway infra/web takes shop.test: {only}.",
            "HTTPRoute infra/shop, rules[0], takes the request by the path prefix /a.",
            "The backend gets the host b.test instead of shop.test.",
            "It goes to Service infra/app port 80.",
        ],
    }


def test_what_does_not_apply_is_left_out_of_json() -> None:
    assert answer_json(asked(gateway(), port=81)) == {
        "outcome": "rejected",
        "why": ["No listener that is served answers TCP on port 81."],
    }


def test_the_headers_of_a_lone_backend_are_in_its_request() -> None:
    change = {"set": [{"name": "X-To", "value": "1"}], "remove": ["x-a"]}
    filters = [{"type": "RequestHeaderModifier", "requestHeaderModifier": change}]
    backend = {"name": "app", "port": 80, "filters": filters}
    found = answer_json(asked(gateway(), service(), route(backends=[backend]), headers={"x-a": "1"}))
    assert found["request"]["headers"] == {"x-to": "1"}
    assert found["backends"][0]["request_headers"] == {"x-to": "1", "x-a": None}
