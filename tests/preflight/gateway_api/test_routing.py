"""Which Gateway is meant, and answers as JSON."""

import json

from preflight.gateway_api.answers import Outcome
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.routing import answers_json
from preflight.gateway_api.semantics import SPEC
from tests.preflight.gateway_api.asking import asked, header, path_match, rule, services
from tests.preflight.gateway_api.states import gateway, https, listener, listener_set, route, service

ONE, TWO = NamespacedName("infra", "one"), NamespacedName("infra", "two")
TWO_GATEWAYS = (
    gateway(name="one"),
    gateway(name="two"),
    service("a"),
    service("b"),
    route("a", parents=[{"name": "one"}], hostnames=["*.test"], backends=[{"name": "a", "port": 80}]),
    route("b", parents=[{"name": "two"}], hostnames=["shop.test"], backends=[{"name": "b", "port": 80}]),
)


def test_a_request_that_names_its_gateway() -> None:
    assert services(asked(*TWO_GATEWAYS, gateway=ONE)) == {"a": 1}
    assert services(asked(*TWO_GATEWAYS, gateway=TWO)) == {"b": 1}


def test_a_gateway_that_is_not_there_or_serves_nothing() -> None:
    answer = asked(*TWO_GATEWAYS, gateway=NamespacedName("infra", "three"))
    assert (answer.outcome, answer.why) == (Outcome.REJECTED, ("Gateway infra/three does not exist.",))
    foreign = gateway(name="foreign", gatewayClassName="istio")
    answer = asked(foreign, gateway=NamespacedName("infra", "foreign"))
    assert answer.why == ("Gateway infra/foreign has no listeners that are served.",)


def test_without_a_name_it_is_the_gateway_with_the_most_specific_hostname() -> None:
    answer = asked(*TWO_GATEWAYS)
    assert (answer.gateway, answer.ambiguous) == (TWO, ())
    assert asked(*TWO_GATEWAYS, host="other.test").gateway == ONE


def test_without_a_name_it_is_one_of_those_that_are_as_specific() -> None:
    again = route("c", parents=[{"name": "one"}], hostnames=["shop.test"], backends=[{"name": "a", "port": 80}])
    answer = asked(*TWO_GATEWAYS, again)
    assert answer.gateway == ONE
    assert answer.ambiguous == (
        "One of the Gateways infra/one and infra/two, each of which answers: name the one that the request is sent to.",
    )


def test_a_port_that_no_listener_has() -> None:
    assert asked(*TWO_GATEWAYS, port=81).why == ("No listener of any Gateway has port 81.",)
    named = asked(*TWO_GATEWAYS, port=81, gateway=ONE)
    sentence = "No listener of Gateway infra/one answers TCP on port 81: its listeners have 80."
    assert (named.outcome, named.why) == (Outcome.REJECTED, (sentence,))


def test_a_listener_that_is_not_served_is_named() -> None:
    answer = asked(gateway(listener(), https(secret="gone")), scheme="https", semantics=SPEC)
    assert answer.why[0] == "No listener of any Gateway has port 443."
    assert answer.why[1].startswith("Listener https of Gateway infra/web has port 443, but it is not served: ")


def test_listener_sets_come_after_their_gateway() -> None:
    own = gateway(listener(hostname="a.test"), allowedListeners={"namespaces": {"from": "Same"}})
    more = listener_set(listener("more", hostname="b.test"))
    attached = route(parents=[{"kind": "ListenerSet", "name": "more"}])
    answer = asked(own, more, service(), attached, host="b.test")
    assert services(answer) == {"app": 1}
    assert answer.why[0] == (
        "Listener more of ListenerSet infra/more takes b.test: its hostname b.test is the most specific one on port 80."
    )


def test_an_answer_as_json() -> None:
    one = rule(path_match("/a"), filters=[{"type": "URLRewrite", "urlRewrite": {"hostname": "b.test"}}])
    answer = asked(gateway(), service(), route(rules=[one]), path="/a", headers={"x-a": "1"})
    only = "it is the only one on port 80, and takes any hostname"
    assert json.loads(json.dumps(answers_json(answer))) == {
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
    assert answers_json(asked(gateway(), port=81)) == {
        "outcome": "rejected",
        "why": ["No listener of any Gateway has port 81."],
    }


def test_the_headers_of_a_lone_backend_are_in_its_request() -> None:
    change = {"set": [{"name": "X-To", "value": "1"}], "remove": ["x-a"]}
    filters = [{"type": "RequestHeaderModifier", "requestHeaderModifier": change}]
    backend = {"name": "app", "port": 80, "filters": filters}
    found = answers_json(asked(gateway(), service(), route(backends=[backend]), headers={"x-a": "1"}))
    assert found["request"]["headers"] == {"x-to": "1"}
    assert found["backends"][0]["request_headers"] == {"x-to": "1", "x-a": None}


def test_older_listener_sets_come_first() -> None:
    own = gateway(listener(hostname="a.test"), allowedListeners={"namespaces": {"from": "Same"}})
    documents = [own, service()]
    for name, port, created in (("b", 81, "2026-01-01T00:00:00Z"), ("a", 82, "2026-02-01T00:00:00Z")):
        only = rule(path_match("/", headers=[header(f"x-{name}", "1")]))
        documents.append(listener_set(listener(name, port=port, hostname="s.test"), name=name, created=created))
        documents.append(route(name, parents=[{"kind": "ListenerSet", "name": name}], rules=[only]))
    answer = asked(*documents, host="s.test", port=81, headers={"x-a": "1", "x-b": "1"})
    assert answer.route is not None
    assert (answer.route.key.name, answer.ambiguous) == ("b", ())


def test_a_gateway_that_answers_comes_before_one_that_does_not() -> None:
    other = route("c", parents=[{"name": "one"}], hostnames=["shop.test"], rules=[rule(path_match("/x"), to="a")])
    answer = asked(*TWO_GATEWAYS, other)
    assert (answer.gateway, answer.ambiguous) == (TWO, ())


def test_a_route_that_a_listener_set_does_not_accept_is_named() -> None:
    own = gateway(allowedListeners={"namespaces": {"from": "Same"}})
    more = listener_set(listener("more", port=81))
    refused = route(parents=[{"kind": "ListenerSet", "name": "more"}], namespace="shop", hostnames=["shop.test"])
    answer = asked(own, more, service(), refused, port=81)
    assert answer.why[-1].startswith("HTTPRoute shop/shop is not accepted by ListenerSet infra/more: ")
