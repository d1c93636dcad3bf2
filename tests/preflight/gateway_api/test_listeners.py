"""Listeners by themselves: which are valid, and which kinds of routes they take."""

from dataclasses import replace

from preflight.gateway_api.conditions import Condition
from preflight.gateway_api.listeners import Validity, supported_kinds, validity
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.states import WEB, Json, gateway, https, listener, passthrough, secret, the_gateway

import pytest


def judged(written: Json, *others: Json, semantics: Semantics = CILIUM_1_20) -> Validity:
    found, objects = the_gateway(gateway(written), *others)
    return validity(found.listeners[0], "Gateway", WEB, objects, semantics)


def kinds(found: Validity) -> list[str]:
    return [kind.kind for kind in found.kinds]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (listener(), ["HTTPRoute", "GRPCRoute"]),
        (https(), ["HTTPRoute", "GRPCRoute"]),
        (passthrough(), ["TLSRoute"]),
        (listener("tcp", "TCP", 53), ["TCPRoute"]),
        (listener("udp", "UDP", 53), ["UDPRoute"]),
    ],
    ids=["HTTP", "HTTPS", "TLS", "TCP", "UDP"],
)
def test_a_valid_listener_takes_the_kinds_of_its_protocol(written: Json, expected: list[str]) -> None:
    found = judged(written, secret())
    assert (found.reason, found.messages, found.resolved_refs, kinds(found)) == (None, (), None, expected)


def test_a_listener_takes_the_kinds_of_its_protocol_that_it_lists() -> None:
    found = judged(listener(allowedRoutes={"kinds": [{"kind": "GRPCRoute"}, {"kind": "TLSRoute"}]}))
    assert (found.reason, kinds(found)) == (None, ["GRPCRoute"])
    assert found.resolved_refs == Condition(
        "ResolvedRefs",
        "False",
        "InvalidRouteKinds",
        "A listener with protocol 'HTTP' takes 'HTTPRoute' and 'GRPCRoute', not 'TLSRoute'.",
    )


def test_a_listener_that_lists_no_kind_of_its_protocol_is_not_valid() -> None:
    found = judged(listener(allowedRoutes={"kinds": [{"group": "example.com", "kind": "HTTPRoute"}]}))
    message = "A listener with protocol 'HTTP' takes 'HTTPRoute' and 'GRPCRoute', not 'HTTPRoute'."
    assert (found.reason, found.messages, kinds(found)) == ("Invalid", (message,), [])
    assert found.resolved_refs == Condition("ResolvedRefs", "False", "InvalidRouteKinds", message)


def test_a_protocol_that_nobody_serves_is_unsupported() -> None:
    found = judged(listener("odd", "example.com/QUIC"))
    assert (found.reason, kinds(found), found.resolved_refs) == ("UnsupportedProtocol", [], None)
    assert found.messages == ("Protocol 'example.com/QUIC' is none of 'HTTP', 'HTTPS', 'TLS', 'TCP' and 'UDP'.",)


def test_an_unsupported_protocol_takes_no_kinds() -> None:
    found = judged(listener("odd", "example.com/QUIC", allowedRoutes={"kinds": [{"kind": "HTTPRoute"}]}))
    assert found.reason == "UnsupportedProtocol"
    assert found.messages[1:] == ("A listener with protocol 'example.com/QUIC' takes no 'HTTPRoute'.",)


def test_a_bad_certificate_makes_a_listener_invalid_and_leaves_its_kinds() -> None:
    found = judged(https(secret="absent"))
    message = "Secret infra/absent does not exist."
    assert (found.reason, found.messages, kinds(found)) == ("Invalid", (message,), ["HTTPRoute", "GRPCRoute"])
    assert found.resolved_refs == Condition("ResolvedRefs", "False", "InvalidCertificateRef", message)


def test_cilium_does_not_terminate_tls_for_tls_routes_and_the_specification_does() -> None:
    written = https("tls") | {"protocol": "TLS"}
    found = judged(written, secret())
    assert (found.reason, kinds(found)) == ("UnsupportedValue", [])
    assert found.messages == ("A TLS listener with tls.mode 'Terminate' is not served: 'Passthrough' is.",)
    by_specification = judged(written, secret(), semantics=SPEC)
    assert (by_specification.reason, kinds(by_specification)) == (None, ["TLSRoute"])


def test_supported_kinds_are_in_the_order_of_the_protocol() -> None:
    allowed = {"kinds": [{"kind": "GRPCRoute"}, {"kind": "HTTPRoute"}]}
    found, _ = the_gateway(gateway(listener(allowedRoutes=allowed)))
    assert [kind.kind for kind in supported_kinds(found.listeners[0])] == ["HTTPRoute", "GRPCRoute"]


@pytest.mark.parametrize("protocol", ["TCP", "UDP"])
def test_with_host_networking_cilium_takes_no_listener_of_layer_4_whatever_else_it_says(protocol: str) -> None:
    written = listener("any", protocol, 53, allowedRoutes={"kinds": [{"kind": "HTTPRoute"}]})
    found = judged(written, semantics=replace(CILIUM_1_20, host_network=True))
    message = f"With host networking, Cilium 1.20 serves no listener with protocol {protocol}."
    assert (found.reason, found.messages, found.resolved_refs, kinds(found)) == (
        "UnsupportedProtocol",
        (message,),
        None,
        [],
    )
