"""Which Gateway is meant, and why nobody answers."""

from preflight.gateway_api.answers import Outcome
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.asking import asked, header, path_match, rule, services
from tests.preflight.gateway_api.states import (
    Json,
    an_object,
    gateway,
    https,
    listener,
    listener_set,
    route,
    secret,
    service,
)

import pytest

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
    assert answer.why == (
        "Gateway infra/foreign has no listeners that are served.",
        (
            "Listener http of Gateway infra/foreign has port 80, but it is not served: "
            "GatewayClass 'istio' is none of Cilium's."
        ),
    )


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


ADDRESSED = (
    gateway(name="one", addresses=[{"value": "192.0.2.5"}]),
    gateway(name="two", addresses=[{"value": "2001:db8::5"}]),
    *TWO_GATEWAYS[2:],
    route("any", parents=[{"name": "two"}], hostnames=["*.test"], backends=[{"name": "b", "port": 80}]),
    an_object("cilium.io/v2", "CiliumLoadBalancerIPPool", "six", None, spec={"blocks": [{"cidr": "2001:db8::/64"}]}),
)


def test_the_gateway_with_the_address_that_is_asked_is_meant() -> None:
    first = asked(*ADDRESSED, host="other.test", address="192.0.2.5")
    assert (first.gateway, services(first), first.ambiguous) == (ONE, {"a": 1}, ())
    second = asked(*ADDRESSED, host="other.test", address="2001:DB8:0::5")
    assert (second.gateway, services(second), second.ambiguous) == (TWO, {"b": 1}, ())
    assert asked(*ADDRESSED, host="other.test").ambiguous != ()


def test_an_address_that_no_gateway_has() -> None:
    answer = asked(*ADDRESSED, host="other.test", address="192.0.2.7")
    assert (answer.outcome, answer.why) == (Outcome.REJECTED, ("No Gateway has the address 192.0.2.7.",))


def test_an_address_may_be_that_of_a_gateway_whose_addresses_nobody_knows() -> None:
    unknown = (*ADDRESSED[:1], gateway(name="two"), *ADDRESSED[2:])
    assert asked(*unknown, host="other.test", address="192.0.2.7").gateway == TWO
    assert asked(*unknown, host="other.test", address="192.0.2.5").gateway == ONE


def test_a_port_that_no_listener_has() -> None:
    assert asked(*TWO_GATEWAYS, port=81).why == ("No listener that is served answers TCP on port 81.",)
    named = asked(*TWO_GATEWAYS, port=81, gateway=ONE)
    sentence = "No listener of Gateway infra/one answers TCP on port 81: its listeners have 80."
    assert (named.outcome, named.why) == (Outcome.REJECTED, (sentence,))


def test_a_listener_that_is_not_served_is_named() -> None:
    answer = asked(gateway(listener(), https(secret="gone")), scheme="https", semantics=SPEC)
    assert answer.why[0] == "No listener that is served answers TCP on port 443."
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


def test_a_request_that_was_sent_to_the_wrong_listener_is_answered() -> None:
    one = gateway(https(hostname="one.test"), name="one")
    two = gateway(https("any"), https("one", hostname="one.test"), name="two")
    sent = {"scheme": "https", "host": "other.test", "sni": "one.test"}
    answer = asked(one, two, secret(), semantics=SPEC, **sent)
    assert (answer.gateway, answer.status, answer.ambiguous) == (TWO, 421, ())


def test_without_a_name_https_goes_to_the_gateway_with_the_most_specific_hostname() -> None:
    gateways = [gateway(https(hostname=name), name=key) for key, name in (("one", "*.test"), ("two", "shop.test"))]
    routes = [route(key, parents=[{"name": key}]) for key in ("one", "two")]
    answer = asked(*gateways, secret(), service(), *routes, scheme="https")
    assert (answer.gateway, answer.outcome, answer.ambiguous) == (TWO, Outcome.BACKEND, ())


def test_a_gateway_that_is_named_says_which_ports_it_has() -> None:
    answer = asked(
        gateway(listener(), https()), secret(), scheme="udp", port=53, gateway=NamespacedName("infra", "web")
    )
    assert answer.why == ("No listener of Gateway infra/web answers UDP on port 53: its listeners have 80, 443.",)


def test_only_a_redirect_leaves_out_requests_that_have_its_scheme() -> None:
    change = {"type": "ResponseHeaderModifier", "responseHeaderModifier": {"set": [{"name": "X-A", "value": "1"}]}}
    redirect = {"type": "RequestRedirect", "requestRedirect": {"scheme": "https"}}
    answer = asked(gateway(https()), secret(), route(rules=[{"filters": [change, redirect]}]), scheme="https")
    assert answer.why[-1] == (
        "HTTPRoute infra/shop, rules[0], does not match: it redirects to https, which the request is sent with already."
    )


def test_a_match_is_named_where_its_rule_has_several() -> None:
    several = rule(path_match("/a"), path_match("/b"))
    answer = asked(gateway(), service(), route(rules=[several]), path="/b")
    assert answer.why[1:] == (
        "HTTPRoute infra/shop, rules[0].matches[1], takes the request by the path prefix /b.",
        "It goes to Service infra/app port 80.",
    )


NOBODY = "No listener that is served answers TCP on port 81."
WITH_PARAMETERS: Json = {"infrastructure": {"parametersRef": {"group": "", "kind": "ConfigMap", "name": "any"}}}
MORE = "Listener more of ListenerSet infra/more has port 81, but it is not served: "


@pytest.mark.parametrize(
    ("documents", "semantics", "reason"),
    [
        (
            [gateway(listener(port=81), **WITH_PARAMETERS)],
            CILIUM_1_20,
            (
                "Listener http of Gateway infra/web has port 81, but it is not served: Gateway infra/web has "
                "infrastructure.parametersRef, which Cilium does not support."
            ),
        ),
        (
            [gateway(), listener_set(listener("more", port=81))],
            CILIUM_1_20,
            f"{MORE}The allowedListeners of Gateway infra/web do not let ListenerSets of namespace 'infra' attach.",
        ),
        (
            [gateway(), listener_set(listener("more", port=81))],
            SEMANTICS["1.19"],
            f"{MORE}Cilium 1.19 serves no ListenerSets.",
        ),
        ([listener_set(listener("more", port=81))], CILIUM_1_20, f"{MORE}Gateway infra/web does not exist."),
        (
            [gateway(https(secret="gone")), listener_set(listener("more", port=81))],
            CILIUM_1_20,
            f"{MORE}Gateway infra/web is not accepted.",
        ),
        (
            [gateway(listener(port=81), addresses=[{"type": "Hostname", "value": "a.test"}])],
            CILIUM_1_20,
            "Listener http of Gateway infra/web has port 81, but it is not served: its Gateway is not accepted.",
        ),
    ],
    ids=["parameters", "not allowed", "1.19", "no Gateway", "no valid listener", "address"],
)
def test_a_listener_without_a_status_is_named_with_the_reason(
    documents: list[Json], semantics: Semantics, reason: str
) -> None:
    assert asked(*documents, port=81, semantics=semantics).why == (NOBODY, reason)


def test_no_more_than_eight_gateways_are_asked_and_the_others_are_counted() -> None:
    gateways = [gateway(name=f"g{number}") for number in range(10)]
    routes = [route(f"r{number}", parents=[{"name": f"g{number}"}]) for number in range(3)]
    answer = asked(*gateways, service(), *routes)
    assert answer.ambiguous == (
        (
            "One of the Gateways infra/g0, infra/g1 and infra/g2, each of which answers: "
            "name the one that the request is sent to."
        ),
        "2 further Gateways with this port were not asked: name the one that the request is sent to.",
    )
    assert asked(*gateways[:9], service(), routes[0]).ambiguous == (
        "1 further Gateway with this port was not asked: name the one that the request is sent to.",
    )
    assert asked(*gateways[:8], service(), routes[0]).ambiguous == ()
