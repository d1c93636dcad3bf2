"""What the filters of rules and backends do, end to end."""

from typing import Any

from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.filters import effects_of
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api import answers
from tests.preflight.gateway_api.asking import asked, path_match, rule, services
from tests.preflight.gateway_api.states import Json, gateway, https, listener, route, secret, service

import pytest

REDIRECT: Json = {"type": "RequestRedirect", "requestRedirect": {"scheme": "https", "statusCode": 301}}


def filtered(*filters: Json, semantics: Semantics = CILIUM_1_20, path: str = "/a", **fields: Any) -> Answer:
    one = rule(path_match("/a"), filters=list(filters))
    return asked(gateway(), service(), service("copy"), route(rules=[one]), semantics=semantics, path=path, **fields)


def modifier(kind: str, **changes: Any) -> Json:
    return {"type": f"{kind}HeaderModifier", f"{kind[0].lower()}{kind[1:]}HeaderModifier": changes}


def test_headers_of_the_request() -> None:
    changes = {"set": [{"name": "X-A", "value": "2"}], "add": [{"name": "x-b", "value": "2"}], "remove": ["x-c"]}
    answer = filtered(modifier("Request", **changes), headers={"x-a": "1", "x-b": "1", "x-c": "1"})
    assert answer.request is not None
    assert answer.request.headers == {"x-a": "2", "x-b": "1,2"}


def test_headers_of_the_answer() -> None:
    answer = filtered(modifier("Response", add=[{"name": "X-A", "value": "1"}], remove=["X-B"]))
    assert answer.response_headers == {"x-a": "1", "x-b": None}
    assert answer.response_headers_added == {"x-a"}


def test_the_specification_lets_a_filter_set_the_host() -> None:
    answer = filtered(modifier("Request", set=[{"name": "Host", "value": "new.test"}]), semantics=SPEC)
    assert answer.request is not None
    assert (answer.request.host, answer.request.headers) == ("new.test", {})


def test_rewrites_of_host_and_path_keep_the_query() -> None:
    rewrite = {"hostname": "new.test", "path": {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/b/"}}
    answer = filtered({"type": "URLRewrite", "urlRewrite": rewrite}, path="/a/c/", query="q=1")
    assert answer.request is not None
    assert (answer.request.host, answer.request.path) == ("new.test", "/b/c/?q=1")
    assert "The backend gets the host new.test instead of shop.test." in answer.why
    assert "The backend gets the path /b/c/?q=1 instead of /a/c/?q=1." in answer.why


@pytest.mark.parametrize("semantics", [SPEC, CILIUM_1_20], ids=lambda each: each.name)
def test_a_redirect_names_the_port_of_its_listener_and_keeps_the_query(semantics: Semantics) -> None:
    cluster = (
        gateway(listener(port=8080)),
        route(rules=[{"filters": [{"type": "RequestRedirect", "requestRedirect": {}}]}]),
    )
    answer = asked(*cluster, semantics=semantics, port=8080, path="/x", query="q=1")
    assert (answer.outcome, answer.status) == (Outcome.REDIRECT, 302)
    assert answer.location == "http://shop.test:8080/x?q=1"
    assert answer.why[-1] == (
        "Its filter RequestRedirect answers with 302 and sends the client to http://shop.test:8080/x?q=1."
    )


def test_cilium_does_not_redirect_to_the_scheme_that_a_request_has() -> None:
    cluster = gateway(listener(), https()), secret(), service(), route("a", rules=[{"filters": [REDIRECT]}]), route("b")
    plain = asked(*cluster, path="/x")
    assert (plain.status, plain.location) == (301, "https://shop.test/x")
    assert [sentence.split(":")[0] for sentence in plain.ambiguous] == [
        "One of HTTPRoute infra/a, rules[0] and HTTPRoute infra/b, rules[0]"
    ]
    answer = asked(*cluster, scheme="https")
    assert services(answer) == {"app": 1}
    reason = "it redirects to https, which the request is sent with already"
    assert f"HTTPRoute infra/a, rules[0], does not match: {reason}." in answer.why
    loop = asked(*cluster, scheme="https", semantics=SEMANTICS["1.19"])
    assert loop.outcome == Outcome.REDIRECT


def test_mirrors_get_their_part() -> None:
    ref = {"name": "copy", "port": 80}
    mirrors = [
        {"type": "RequestMirror", "requestMirror": {"backendRef": ref}},
        {"type": "RequestMirror", "requestMirror": {"backendRef": ref, "percent": 42}},
        {"type": "RequestMirror", "requestMirror": {"backendRef": ref, "fraction": {"numerator": 1, "denominator": 4}}},
        {"type": "RequestMirror", "requestMirror": {"backendRef": {"name": "gone", "port": 80}}},
    ]
    answer = filtered(*mirrors)
    assert [(each.backend.target.name, each.share) for each in answer.mirrors] == [
        ("copy", 1),
        ("copy", 0.42),
        ("copy", 0.25),
    ]
    assert services(answer) == {"app": 1}
    assert "Service infra/copy port 80 gets a copy of 42 % of the requests." in answer.why
    assert "Nothing is mirrored to Service infra/gone: Service infra/gone does not exist." in answer.why


CORS: Json = {"type": "CORS", "cors": {"allowOrigins": ["https://a.test"], "allowMethods": ["GET"]}}
PREFLIGHT = {"access-control-request-method": "GET"}


def test_the_gateway_answers_a_cors_preflight() -> None:
    answer = filtered(CORS, method="OPTIONS", headers=PREFLIGHT | {"origin": "https://a.test"})
    assert (answer.outcome, answer.status, answer.backends) == (Outcome.DIRECT, 200, ())
    assert answer.response_headers["access-control-allow-origin"] == "https://a.test"
    said = "The Gateway itself answers the CORS preflight: the origin https://a.test is allowed."
    assert answer.why[-1] == said


def test_an_origin_that_is_not_allowed_gets_no_headers() -> None:
    answer = filtered(CORS, method="OPTIONS", headers=PREFLIGHT | {"origin": "https://b.test"})
    assert (answer.status, answer.response_headers) == (200, {})
    assert answer.why[-1].endswith("https://b.test is not allowed, so that the answer has no CORS headers.")
    simple = filtered(CORS, headers={"origin": "https://b.test"})
    assert (services(simple), simple.response_headers) == ({"app": 1}, {})


def test_other_requests_go_to_the_backend_and_the_answer_names_the_origin() -> None:
    answer = filtered(CORS, headers={"origin": "https://a.test"})
    assert services(answer) == {"app": 1}
    assert answer.response_headers == {"access-control-allow-origin": "https://a.test"}


def test_what_is_not_applied_is_said() -> None:
    ref = {"group": "x.io", "kind": "Limit", "name": "slow"}
    backends = [{"name": "app", "port": 80, "filters": [{"type": "URLRewrite", "urlRewrite": {"hostname": "b.test"}}]}]
    one = {
        "filters": [{"type": "ExtensionRef", "extensionRef": ref}, CORS],
        "backendRefs": backends,
    }
    answer = asked(gateway(), service(), route(rules=[one]), semantics=SEMANTICS["1.19"])
    assert [sentence for sentence in answer.why if "not applied" in sentence] == [
        "Its filter ExtensionRef is not applied by Cilium 1.19.",
        "Its filter CORS is not applied by Cilium 1.19.",
        "The filter URLRewrite of its backend Service infra/app is not applied by Cilium 1.19.",
    ]
    assert services(answer) == {"app": 1}


def with_filter(name: str, kind: str, value: str, weight: int = 1) -> Json:
    return {
        "name": name,
        "port": 80,
        "weight": weight,
        "filters": [modifier(kind, set=[{"name": "X-To", "value": value}])],
    }


def test_filters_of_a_backend_change_the_headers_for_it_only() -> None:
    backends = [
        with_filter("app", "Request", "1", 0),
        with_filter("b", "Request", "2"),
        with_filter("c", "Response", "3"),
    ]
    answer = asked(gateway(), *(service(name) for name in ("app", "b", "c")), route(backends=backends))
    assert [each.request_headers for each in answer.backends] == [{"x-to": "1"}, {"x-to": "2"}, {}]
    assert [each.response_headers for each in answer.backends] == [{}, {}, {"x-to": "3"}]
    assert answer.response_headers == {}
    lone = asked(gateway(), service(), route(backends=[with_filter("app", "Response", "4")]))
    assert (lone.response_headers, lone.backends[0].response_headers) == ({"x-to": "4"}, {})


def test_cilium_applies_no_filters_of_the_backends_of_a_grpc_route() -> None:
    cluster = gateway(), service(), route(kind="GRPCRoute", backends=[with_filter("app", "Request", "1")])
    assert asked(*cluster, semantics=SPEC, grpc="a.B/C").backends[0].request_headers == {"x-to": "1"}
    answer = asked(*cluster, grpc="a.B/C")
    assert answer.backends[0].request_headers == {}
    said = "The filter RequestHeaderModifier of its backend Service infra/app is not applied by Cilium 1.20."
    assert said in answer.why


def test_timeouts_are_in_the_answer() -> None:
    one = rule(timeouts={"request": "10s", "backendRequest": "5s"})
    assert asked(gateway(), service(), route(rules=[one])).timeouts == {"request": "10s", "backendRequest": "5s"}


def test_session_persistence_which_the_experimental_channel_has_is_not_applied() -> None:
    written = answers.ROUTE | {"spec": {"rules": [{}, {"sessionPersistence": {"sessionName": "cart"}}]}}
    found = answers.route(written)
    assert [effects_of(found, each, CILIUM_1_20).notes for each in found.rules] == [
        (),
        ("Its sessionPersistence is not applied by Cilium 1.20.",),
    ]


def test_what_a_rule_does_to_the_answer_is_not_repeated_for_its_backends() -> None:
    backends = [with_filter("app", "Request", "1"), with_filter("b", "Response", "2")]
    one = {"filters": [modifier("Response", set=[{"name": "X-A", "value": "1"}])], "backendRefs": backends}
    answer = asked(gateway(), service(), service("b"), route(rules=[one]))
    assert answer.response_headers == {"x-a": "1"}
    assert [each.response_headers for each in answer.backends] == [{}, {"x-a": "1", "x-to": "2"}]


def with_two_filters(name: str, to: str) -> Json:
    filters = [modifier(kind, set=[{"name": "X-To", "value": to}]) for kind in ("Request", "Response")]
    return {"name": name, "port": 80, "filters": filters}


def test_of_the_filters_of_one_of_several_backends_cilium_applies_the_last() -> None:
    cluster = (
        gateway(),
        service(),
        service("b"),
        route(backends=[with_two_filters("app", "1"), {"name": "b", "port": 80}]),
    )
    answer = asked(*cluster)
    assert [(each.request_headers, each.response_headers) for each in answer.backends] == [
        ({}, {"x-to": "1"}),
        ({}, {}),
    ]
    said = "The filter RequestHeaderModifier of its backend Service infra/app is not applied: where there are several"
    assert [sentence.startswith(said) for sentence in answer.why if "not applied" in sentence] == [True]
    of_spec = asked(*cluster, semantics=SPEC)
    assert of_spec.backends[0].request_headers == {"x-to": "1"}
    assert not any("not applied" in sentence for sentence in of_spec.why)


def test_a_service_that_is_named_twice_has_the_last_filter_of_both() -> None:
    backends = [with_filter("app", "Request", "1"), with_filter("app", "Request", "2")]
    answer = asked(gateway(), service(), route(backends=backends))
    assert [each.request_headers for each in answer.backends] == [{"x-to": "2"}, {"x-to": "2"}]


def test_a_lone_backend_has_all_its_filters() -> None:
    answer = asked(gateway(), service(), route(backends=[with_two_filters("app", "1"), {"name": "gone", "port": 80}]))
    assert (answer.backends[0].request_headers, answer.response_headers) == ({"x-to": "1"}, {"x-to": "1"})


@pytest.mark.parametrize(
    ("numerator", "denominator", "part"), [(1, 3, 0.33), (999, 1000, 0.99), (1, 1000, 0), (2, 2, 1)]
)
def test_cilium_mirrors_whole_percents(numerator: int, denominator: int, part: float) -> None:
    fraction = {"numerator": numerator, "denominator": denominator}
    mirror = {
        "type": "RequestMirror",
        "requestMirror": {"backendRef": {"name": "copy", "port": 80}, "fraction": fraction},
    }
    assert [each.share for each in filtered(mirror).mirrors] == [part]
    assert [each.share for each in filtered(mirror, semantics=SPEC).mirrors] == [numerator / denominator]
