"""Who takes a TLS handshake, TCP and UDP."""

from typing import Any

from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.asking import asked, services
from tests.preflight.gateway_api.states import Json, gateway, https, listener, passthrough, route, secret, service

import pytest

BOTH = [SPEC, CILIUM_1_20]
OLD, NEW = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"


def to(name: str) -> Json:
    return {"name": name, "port": 80}


def tls_route(name: str, *hostnames: str, backend: str = "app", **fields: Any) -> Json:
    return route(name, kind="TLSRoute", hostnames=list(hostnames), backends=[to(backend)], **fields)


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_the_most_specific_name_is_passed_through(semantics: Semantics) -> None:
    routes = tls_route("wide", "*.shop.test"), tls_route("one", "a.shop.test", backend="other")
    cluster = gateway(passthrough()), service(), service("other"), *routes
    answer = asked(*cluster, semantics=semantics, scheme="tls", host="a.shop.test")
    assert (answer.outcome, services(answer), answer.request) == (Outcome.BACKEND, {"other": 1}, None)
    how = "a.shop.test matches a.shop.test, the most specific hostname of its TLSRoutes"
    assert answer.why == (
        f"Listener tls of Gateway infra/web passes it through: {how}.",
        "TLSRoute infra/one takes it and sends to Service infra/other port 80.",
    )
    assert services(asked(*cluster, semantics=semantics, scheme="https", host="b.shop.test")) == {"app": 1}


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_a_name_that_nobody_takes_fails_the_handshake(semantics: Semantics) -> None:
    cluster = gateway(https(hostname="*.shop.test"), listener()), secret(), service(), route()
    answer = asked(*cluster, semantics=semantics, scheme="https", host="other.test")
    assert (answer.outcome, answer.status) == (Outcome.REJECTED, None)
    sentence = "The TLS handshake fails: no listener on port 443 takes other.test: they take *.shop.test."
    assert answer.why == (sentence,)


def test_a_name_without_a_tls_route_fails_the_handshake() -> None:
    cluster = gateway(passthrough(hostname="*.test")), service(), tls_route("one", "a.test")
    answer = asked(*cluster, semantics=SPEC, scheme="tls", host="b.test")
    assert answer.outcome == Outcome.REJECTED
    assert answer.why[1] == "The TLS handshake fails: no TLSRoute on it has a hostname for b.test."
    assert asked(*cluster, scheme="tls", host="b.test").why == answer.why


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("fields", "reason"),
    [({}, "and takes any hostname"), ({"hostname": "a.test"}, "with the hostname a.test")],
    ids=["any hostname", "its hostname"],
)
def test_a_listener_without_a_tls_route_says_so(semantics: Semantics, fields: Json, reason: str) -> None:
    answer = asked(gateway(passthrough(**fields)), semantics=semantics, scheme="tls", host="a.test")
    assert (answer.outcome, answer.why) == (
        Outcome.REJECTED,
        (
            f"Listener tls of Gateway infra/web takes a.test: it is the only one on port 443, {reason}.",
            "The TLS handshake fails: no TLSRoute on it has a hostname for a.test.",
        ),
    )


def test_the_name_of_the_handshake_chooses_the_listener() -> None:
    cluster = gateway(https("any"), https("one", hostname="one.test")), secret(), service(), route()
    sent: dict[str, Any] = {"scheme": "https", "host": "other.test", "sni": "one.test"}
    answer = asked(*cluster, semantics=SPEC, **sent)
    assert (answer.status, answer.why[1]) == (
        421,
        "Listener any of Gateway infra/web is the one for the host other.test: the request was sent to the wrong one.",
    )
    assert services(asked(*cluster, **sent)) == {"app": 1}


def test_a_host_that_no_listener_has_is_not_found() -> None:
    cluster = gateway(https(hostname="one.test")), secret(), service(), route()
    assert asked(*cluster, semantics=SPEC, scheme="https", host="other.test", sni="one.test").status == 404


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_a_client_without_a_name_gets_the_listener_without_a_hostname(semantics: Semantics) -> None:
    cluster = gateway(https()), secret(), service(), route()
    assert services(asked(*cluster, semantics=semantics, scheme="https", host="192.0.2.10")) == {"app": 1}


def test_the_specification_terminates_tls_for_a_tls_route() -> None:
    tls = {"mode": "Terminate", "certificateRefs": [{"name": "cert"}]}
    cluster = gateway(listener("tls", "TLS", 443, tls=tls)), secret(), service(), tls_route("one", "a.test")
    answer = asked(*cluster, semantics=SPEC, scheme="tls", host="a.test")
    assert services(answer) == {"app": 1}
    assert answer.why[0].startswith("Listener tls of Gateway infra/web terminates TLS: a.test matches a.test,")
    assert asked(*cluster, scheme="tls", host="a.test").outcome == Outcome.REJECTED


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(("scheme", "kind"), [("tcp", "TCPRoute"), ("udp", "UDPRoute")])
def test_only_the_oldest_route_of_a_port_gets_anything(semantics: Semantics, scheme: str, kind: str) -> None:
    one = route("a", kind=kind, created=NEW)
    two = route("b", kind=kind, created=OLD, backends=[to("old"), {"name": "new", "port": 80, "weight": 3}])
    udp = [{"port": 80, "protocol": scheme.upper()}]
    found = [service(name, spec={"ports": udp}) for name in ("app", "old", "new")]
    answer = asked(
        gateway(listener("l4", scheme.upper(), 5300)), *found, one, two, semantics=semantics, scheme=scheme, port=5300
    )
    assert (services(answer), answer.ambiguous) == ({"old": 0.25, "new": 0.75}, ())
    assert answer.why == (
        f"Listener l4 of Gateway infra/web has {scheme.upper()} port 5300.",
        f"{kind} infra/b takes it and sends 25 % to Service infra/old port 80 and 75 % to Service infra/new port 80.",
        f"{kind} infra/a gets nothing: {kind} infra/b is older.",
    )


def tcp(*documents: Json, **fields: Any) -> Answer:
    sent: dict[str, Any] = {"scheme": "tcp", "port": 5300} | fields
    return asked(gateway(listener("l4", "TCP", 5300)), service(), *documents, **sent)


@pytest.mark.parametrize(
    ("created", "why", "without"),
    [
        ({}, "comes first by name", "TCPRoute infra/a and TCPRoute infra/b have"),
        ({"created": NEW}, "is taken for the older one", "TCPRoute infra/b has"),
    ],
    ids=["neither", "one"],
)
def test_without_creation_times_it_is_one_of_the_routes_of_a_port(
    created: dict[str, Any], why: str, without: str
) -> None:
    answer = tcp(route("b", kind="TCPRoute"), route("a", kind="TCPRoute", **created))
    assert answer.route is not None
    assert answer.route.key.name == "a"
    assert "".join(answer.ambiguous) == (
        f"One of TCPRoute infra/a and TCPRoute infra/b: only the oldest gets anything, and {without} no creation time. "
        "A listener of its own for each settles it, or metadata.creationTimestamp of all."
    )
    assert answer.why[-1] == f"TCPRoute infra/b gets nothing: TCPRoute infra/a {why}."


def test_a_connection_without_a_valid_backend_is_rejected() -> None:
    answer = tcp(route(kind="TCPRoute", backends=[to("gone")]))
    assert (answer.outcome, answer.backends, answer.rule) == (Outcome.REJECTED, (), 0)
    assert answer.why[1:] == (
        "TCPRoute infra/shop takes it, but the connection is rejected: none of its backends works.",
        "Service infra/gone does not exist.",
    )


def test_a_port_without_a_route_or_without_a_listener_is_rejected() -> None:
    assert tcp().why == ("Listener l4 of Gateway infra/web has TCP port 5300.", "No TCPRoute is attached to it.")
    assert tcp(port=5301).why == ("No listener that is served answers TCP on port 5301.",)
    assert tcp(scheme="udp").why == ("No listener that is served answers UDP on port 5300.",)
    http = asked(gateway(), service(), scheme="tcp", port=80)
    assert (http.outcome, http.why) == (Outcome.REJECTED, ("Port 80 of Gateway infra/web speaks HTTP.",))


def test_cilium_1_19_serves_no_layer_4() -> None:
    answer = tcp(route(kind="TCPRoute"), semantics=SEMANTICS["1.19"])
    assert (answer.outcome, answer.why) == (
        Outcome.REJECTED,
        (
            "No listener that is served answers TCP on port 5300.",
            "Listener l4 of Gateway infra/web has port 5300, but it is not served: Cilium 1.19 serves no TCPRoutes.",
        ),
    )


def test_passthrough_ports_of_their_own_have_routes_of_their_own() -> None:
    two = gateway(passthrough("one"), passthrough("two", port=8443))
    routes = [
        tls_route(name, "a.test", backend=name, parents=[{"name": "web", "sectionName": name}])
        for name in ("one", "two")
    ]
    cluster = two, service("one"), service("two"), *routes
    for semantics in BOTH:
        assert services(asked(*cluster, semantics=semantics, scheme="tls", host="a.test")) == {"one": 1}
        assert services(asked(*cluster, semantics=semantics, scheme="tls", host="a.test", port=8443)) == {"two": 1}


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(("port", "url"), [(443, "https://shop.test/"), (8443, "https://shop.test:8443/")])
def test_no_request_is_made_up_where_the_gateway_terminates_tls(semantics: Semantics, port: int, url: str) -> None:
    redirect = {"type": "RequestRedirect", "requestRedirect": {"scheme": "http"}}
    cluster = gateway(https(port=port)), secret(), route(rules=[{"filters": [redirect]}])
    answer = asked(*cluster, scheme="tls", port=port, semantics=semantics)
    assert (answer.outcome, answer.status, answer.location, answer.route) == (Outcome.DIRECT, 400, None, None)
    assert answer.why[0].startswith("Listener https of Gateway infra/web takes shop.test: ")
    assert answer.why[1] == (
        "The TLS handshake succeeds: the Gateway itself terminates TLS. What follows has to be HTTP, and anything else "
        f"is answered with 400. Ask for {url} to see who answers requests."
    )


def test_no_more_than_ten_routes_that_get_nothing_are_named() -> None:
    answer = tcp(*(route(f"r{number:02}", kind="TCPRoute", created=NEW) for number in range(13)))
    losers = [sentence for sentence in answer.why if "gets nothing" in sentence]
    assert losers == [
        f"TCPRoute infra/r{number:02} gets nothing: TCPRoute infra/r00 comes first by name." for number in range(1, 11)
    ]
    assert answer.why[-1] == "And 2 more."


def test_connections_to_a_backend_that_is_not_there_are_rejected() -> None:
    backends = [{"name": "app", "port": 80, "weight": 1}, {"name": "gone", "port": 80, "weight": 3}]
    objects = (gateway(listener("tcp", "TCP", 5432)), service(), route(kind="TCPRoute", backends=backends))
    answer = asked(*objects, semantics=SPEC, scheme="tcp", port=5432)
    assert answer.why[-1] == "Service infra/gone does not exist. Its part of the connections, 75 %, is rejected."
