"""Which listener takes a request, and what is answered where no route does."""

from preflight.gateway_api.answers import Outcome
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.asking import asked, header, path_match, rule, services
from tests.preflight.gateway_api.states import gateway, https, listener, passthrough, route, secret, service

import pytest

BOTH = [SPEC, CILIUM_1_20]
WEB = NamespacedName("infra", "web")


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("host", "section", "reason"),
    [
        ("a.shop.test", "one", "its hostname a.shop.test is the most specific one on port 80"),
        ("b.shop.test", "wide", "its hostname *.shop.test is the most specific one on port 80"),
        ("c.b.shop.test", "wide", "its hostname *.shop.test is the most specific one on port 80"),
        ("shop.test", "any", "no hostname of another listener on port 80 matches, and it takes any"),
        ("192.0.2.10", "any", "no hostname of another listener on port 80 matches, and it takes any"),
    ],
)
def test_the_most_specific_listener_takes_a_request(semantics: Semantics, host: str, section: str, reason: str) -> None:
    listeners = [listener("any"), listener("wide", hostname="*.shop.test"), listener("one", hostname="a.shop.test")]
    routes = [
        route(name, parents=[{"name": "web", "sectionName": name}], backends=[{"name": name, "port": 80}])
        for name in ("any", "wide", "one")
    ]
    answer = asked(gateway(*listeners), *map(service, ("any", "wide", "one")), *routes, semantics=semantics, host=host)
    assert services(answer) == {section: 1}
    assert answer.why[0] == f"Listener {section} of Gateway infra/web takes {host}: {reason}."


def test_a_route_of_a_wider_listener_gets_nothing() -> None:
    listeners = [listener("any"), listener("one", hostname="a.test")]
    both = [route("wide", parents=[{"name": "web", "sectionName": "any"}], hostnames=["a.test", "b.test"])]
    both.append(route("own", parents=[{"name": "web", "sectionName": "one"}], rules=[rule(path_match("/own"))]))
    for semantics in BOTH:
        assert asked(gateway(*listeners), service(), *both, semantics=semantics, host="a.test").status == 404
        assert services(asked(gateway(*listeners), service(), *both, semantics=semantics, host="b.test")) == {"app": 1}


ISOLATED = (
    gateway(listener("star", hostname="*.ex.test"), listener("exact", hostname="a.ex.test"), listener("any")),
    service(),
    route("rs", parents=[{"name": "web", "sectionName": "star"}], hostnames=["a.ex.test", "q.ex.test"]),
    route("re", parents=[{"name": "web", "sectionName": "exact"}], rules=[rule(path_match("/only"))]),
    route("rany", parents=[{"name": "web", "sectionName": "any"}]),
)


def test_why_a_route_on_a_wider_listener_loses_its_hostname() -> None:
    lost = (
        "HTTPRoute infra/rs has the hostname a.ex.test on Listener star of Gateway infra/web, where it gets nothing: "
        "a more specific listener takes a.ex.test."
    )
    nobody = asked(*ISOLATED, host="a.ex.test")
    assert (nobody.status, nobody.why[-1]) == (404, lost)
    answer = asked(*ISOLATED, host="a.ex.test", path="/only")
    assert answer.route is not None
    assert (answer.route.key.name, answer.why[-1]) == ("re", lost)
    assert lost not in asked(*ISOLATED, host="q.ex.test").why


def test_a_route_that_another_listener_gives_the_hostname_has_lost_nothing() -> None:
    listeners = listener("star", hostname="*.ex.test"), listener("exact", hostname="a.ex.test")
    answer = asked(gateway(*listeners), service(), route(hostnames=["a.ex.test"]), host="a.ex.test")
    assert services(answer) == {"app": 1}
    assert "gets nothing" not in " ".join(answer.why)


def test_why_cilium_leaves_a_listener_without_a_route_for_the_host() -> None:
    answer = asked(*ISOLATED, host="z.ex.test")
    assert answer.listener is not None
    assert answer.listener.name == "any"
    assert answer.why[0].startswith("Listener star of Gateway infra/web takes z.ex.test: its hostname *.ex.test is ")
    assert answer.why[1] == (
        "No route on it has a hostname for z.ex.test, but Cilium has one table for the HTTP listeners of a Gateway, "
        "and a route on Listener any of Gateway infra/web takes any hostname."
    )
    assert "one table" not in " ".join(asked(*ISOLATED, host="q.ex.test").why)
    assert asked(*ISOLATED, host="z.ex.test", semantics=SPEC).status == 404


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_without_a_route_it_is_not_found(semantics: Semantics) -> None:
    refused = route("other", namespace="shop", hostnames=["shop.test"])
    answer = asked(gateway(), service(), route(hostnames=["a.test"]), refused, semantics=semantics)
    assert (answer.outcome, answer.status, answer.route, answer.gateway) == (Outcome.DIRECT, 404, None, WEB)
    assert answer.why[:2] == (
        "Listener http of Gateway infra/web takes shop.test: it is the only one on port 80, and takes any hostname.",
        "No route on it has a hostname for shop.test, so the Gateway itself answers, with 404.",
    )
    said = "HTTPRoute shop/other is not accepted by Gateway infra/web: No route of namespace 'shop' is allowed"
    assert [sentence[: len(said)] for sentence in answer.why[2:]] == [said]


def test_a_grpc_client_gets_unimplemented_where_nobody_takes_its_method() -> None:
    only = {"matches": [{"method": {"service": "a.B", "method": "C"}}], "backendRefs": [{"name": "app", "port": 80}]}
    cluster = gateway(), service(), route(kind="GRPCRoute", rules=[only])
    assert services(asked(*cluster, grpc="a.B/C")) == {"app": 1}
    answer = asked(*cluster, grpc="a.B/D")
    assert (answer.status, answer.grpc_status) == (404, "UNIMPLEMENTED")
    assert "HTTPRoute" not in " ".join(answer.why)
    assert "GRPCRoute infra/shop, rules[0], does not match: its exact path /a.B/C is another." in answer.why


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_a_host_that_no_listener_takes_is_not_found(semantics: Semantics) -> None:
    answer = asked(gateway(listener(hostname="a.test")), service(), route(), semantics=semantics)
    assert (answer.status, answer.listener) == (404, None)
    assert answer.why == ("No listener on port 80 of Gateway infra/web takes the host shop.test: they have a.test.",)


def test_a_port_that_speaks_tls_only() -> None:
    cluster = gateway(listener(), https()), secret(), service(), route()
    answer = asked(*cluster, semantics=SPEC, port=443)
    assert (answer.outcome, answer.why) == (Outcome.REJECTED, ("Port 443 of Gateway infra/web speaks TLS only.",))
    assert asked(*cluster, semantics=SPEC, scheme="https", port=80).why == (
        "Port 80 of Gateway infra/web does not speak TLS.",
    )


def test_cilium_takes_requests_with_and_without_tls_on_all_ports_unless_ports_are_apart() -> None:
    parts = secret(), service(), route()
    assert services(asked(gateway(listener(), https()), *parts, port=443)) == {"app": 1}
    assert services(asked(gateway(listener(), https()), *parts, scheme="https", port=80)) == {"app": 1}
    two = gateway(listener(), https(), https("other", port=8443))
    assert asked(two, *parts, port=443).outcome == Outcome.REJECTED
    assert asked(two, *parts, scheme="https", port=80).outcome == Outcome.REJECTED
    shared = gateway(listener(), https(hostname="a.test"), passthrough(port=9443, hostname="a.test"))
    assert asked(shared, *parts, port=443).outcome == Outcome.REJECTED
    only = asked(gateway(https()), *parts, port=443)
    assert (only.status, only.why) == (
        404,
        ("Gateway infra/web has no HTTP listener, and so no routes for requests without TLS.",),
    )


def test_why_a_request_without_tls_is_answered_on_a_port_for_tls() -> None:
    plain = asked(gateway(listener(), https()), secret(), service(), route(), port=443)
    assert plain.why[:2] == (
        (
            "Port 443 of Gateway infra/web is one for HTTPS, but Cilium takes requests without TLS there, too, "
            "and gives them to the HTTP listeners of the Gateway, whatever their port."
        ),
        "Listener http of Gateway infra/web takes shop.test: it is the only one on port 80, and takes any hostname.",
    )
    two = gateway(listener(hostname="a.test"), listener("alt", port=8080, hostname="*.test"))
    assert asked(two, service(), route()).why[0] == (
        "No HTTP listener on port 80 takes shop.test, but Cilium goes on to those of other ports."
    )


def test_https_ports_that_are_apart_have_routes_of_their_own() -> None:
    two = gateway(https(), https("other", port=8443))
    routes = [
        route(name, parents=[{"name": "web", "sectionName": name}], backends=[{"name": name, "port": 80}])
        for name in ("https", "other")
    ]
    cluster = two, secret(), service("https"), service("other"), *routes
    assert services(asked(*cluster, scheme="https")) == {"https": 1}
    assert services(asked(*cluster, scheme="https", port=8443)) == {"other": 1}


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_no_more_than_ten_near_misses_are_named(semantics: Semantics) -> None:
    wide = [rule(path_match("/a", headers=[header(f"x-{number}", "1")])) for number in range(12)]
    rules = [rule(path_match("/a/b", "Exact")), rule(path_match("/a/.*", "RegularExpression")), *wide]
    answer = asked(gateway(), service(), route(rules=rules), semantics=semantics, path="/a/b")
    near = [sentence for sentence in answer.why if "does not match: " in sentence or "would match too" in sentence]
    assert (len(near), answer.why[-1]) == (10, "And 3 more.")


def test_a_backend_that_gets_a_part_alone_is_named_with_it() -> None:
    backends = [{"name": "app", "port": 80, "weight": 3}, {"name": "gone", "port": 80, "weight": 1}]
    answer = asked(gateway(), service(), route(backends=backends), semantics=SPEC)
    assert answer.why[2:] == (
        "Service infra/gone does not exist. Its part of the requests, 25 %, is answered with 500.",
        "75 % of the requests go to Service infra/app port 80.",
    )


def test_cilium_tries_no_route_for_any_hostname_where_one_has_the_host() -> None:
    own = route("own", hostnames=["shop.test"], rules=[rule(path_match("/own"))])
    answer = asked(gateway(), service(), own, route("any"), path="/a")
    assert (answer.status, answer.why[2]) == (
        404,
        (
            "HTTPRoute infra/any, rules[0], would match too, but it is there for any hostname: as shop.test has routes "
            "of its own, Cilium tries no others."
        ),
    )


def test_a_rule_is_no_near_miss_of_its_own() -> None:
    wide, narrow = https("wide", hostname="*.ex.test"), https("narrow", hostname="a.ex.test")
    answer = asked(
        gateway(wide, narrow),
        secret(),
        service(),
        route(hostnames=["*.ex.test"], backends=[{"name": "app", "port": 80}]),
        scheme="https",
        port=443,
        host="a.ex.test",
    )
    assert services(answer) == {"app": 1}
    assert [sentence for sentence in answer.why if "would match too" in sentence] == []
