"""Attachment: the checks of Cilium and of the specification, in their order."""

from collections.abc import Sequence

from preflight.gateway_api.attachment import Parent, attaching, attempt, parent_of, problem_of
from preflight.gateway_api.objects import Objects
from preflight.gateway_api.same_port import ListenerSource
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.states import (
    WEB,
    Json,
    gateway,
    listener,
    namespace_object,
    passthrough,
    route,
    state,
)

import pytest

SHOP = listener("shop", hostname="*.shop.example.com")
OPEN = listener("open", port=8080, allowedRoutes={"namespaces": {"from": "All"}})
GRPC = listener("grpc", port=81, allowedRoutes={"kinds": [{"kind": "GRPCRoute"}]})


def tried(objects: Objects, semantics: Semantics) -> tuple[str | None, list[str]]:
    """Why the Gateway does not take the only route, and the listeners that the route attaches to."""
    (one,) = objects.routes
    parent = parent_of(
        ListenerSource("Gateway", WEB, objects.gateways[WEB].listeners), WEB, is_reconciled=True, is_allowed=True
    )
    trying = attempt(one, one.parents[0], parent, objects.namespaces)
    problem = problem_of(trying, semantics)
    text = None if problem is None else f"{problem.reason}: {problem.message}"
    return text, [each.listener.name for each in attaching(trying)]


def both(listeners: Sequence[Json], written: Json, *others: Json) -> str | None:
    """What Cilium and the specification say, where they agree."""
    objects = state(gateway(*listeners), written, *others)
    cilium, spec = tried(objects, CILIUM_1_20), tried(objects, SPEC)
    assert cilium == spec
    return cilium[0]


def to(**parent: object) -> list[Json]:
    return [{"name": "web"} | parent]


def test_a_parent_reads_as_kind_namespace_and_name() -> None:
    parent: Parent = parent_of(ListenerSource("Gateway", WEB, ()), WEB, is_reconciled=True, is_allowed=True)
    assert str(parent) == "Gateway infra/web"


@pytest.mark.parametrize(
    ("parent", "hostnames", "expected"),
    [
        ({}, [], ["shop", "open"]),
        ({"sectionName": "shop"}, [], ["shop"]),
        ({"port": 8080}, [], ["open"]),
        ({"sectionName": "open", "port": 8080}, [], ["open"]),
        ({}, ["a.shop.example.com"], ["shop", "open"]),
        ({}, ["b.shop.example.com", "example.org"], ["shop", "open"]),
        ({}, ["example.org"], ["open"]),
    ],
    ids=str,
)
def test_a_route_attaches_to_the_listeners_that_it_names_and_that_have_a_hostname_of_it(
    parent: Json, hostnames: list[str], expected: list[str]
) -> None:
    objects = state(gateway(SHOP, OPEN, GRPC), route(parents=to(**parent), hostnames=hostnames))
    for semantics in (CILIUM_1_20, SPEC):
        assert tried(objects, semantics) == (None, expected)


@pytest.mark.parametrize("parent", [{"sectionName": "none"}, {"sectionName": "none", "port": 80}], ids=str)
def test_a_section_that_is_not_there(parent: Json) -> None:
    where = " on port 80" if "port" in parent else ""
    assert both([SHOP, OPEN], route(parents=to(**parent))) == (
        f"NoMatchingParent: Gateway infra/web has no listener 'none'{where}; it has 'shop' on 80, 'open' on 8080."
    )


def test_a_port_that_is_not_there() -> None:
    assert both([SHOP], route(parents=to(port=81))) == (
        "NoMatchingParent: Gateway infra/web has no listener on port 81; it has 'shop' on 80."
    )


def test_a_kind_that_the_listener_does_not_allow() -> None:
    assert both([SHOP, GRPC], route(parents=to(sectionName="grpc"))) == (
        "NotAllowedByListeners: No HTTPRoute is allowed on listener 'grpc' of Gateway infra/web."
    )


def test_a_namespace_that_the_listener_does_not_allow() -> None:
    assert both([SHOP], route(namespace="shop")) == (
        "NotAllowedByListeners: No route of namespace 'shop' is allowed on listener 'shop' of Gateway infra/web: "
        "'shop' takes routes from its own namespace 'infra'."
    )


def test_a_selector_takes_the_labels_of_the_namespace() -> None:
    namespaces = {"from": "Selector", "selector": {"matchLabels": {"team": "shop"}}}
    chosen = listener(allowedRoutes={"namespaces": namespaces})
    assert both([chosen], route(namespace="shop"), namespace_object("shop", team="shop")) is None
    assert both([chosen], route(namespace="shop"), namespace_object("shop", team="other")) == (
        "NotAllowedByListeners: No route of namespace 'shop' is allowed on listener 'http' of Gateway infra/web: "
        "'http' takes routes from the namespaces that its selector selects."
    )


def test_a_hostname_that_no_listener_has() -> None:
    assert both([SHOP], route(hostnames=["shop.example.com", "example.org"])) == (
        "NoMatchingListenerHostname: The hostnames 'shop.example.com' and 'example.org' do not match "
        "'*.shop.example.com' of the listeners of Gateway infra/web."
    )


def test_a_kind_that_no_protocol_of_the_parent_serves() -> None:
    objects = state(gateway(SHOP), route(kind="TLSRoute", hostnames=["a.shop.example.com"]))
    assert tried(objects, CILIUM_1_20)[0] == (
        "NotAllowedByListeners: TLSRoute needs a listener with protocol 'TLS', and Gateway infra/web has none."
    )
    assert tried(objects, SPEC)[0] == (
        "NotAllowedByListeners: No TLSRoute is allowed on listener 'shop' of Gateway infra/web."
    )


def test_cilium_looks_at_the_protocols_of_all_listeners_before_the_section() -> None:
    objects = state(gateway(SHOP), route(kind="TCPRoute", parents=to(sectionName="none")))
    assert tried(objects, CILIUM_1_20)[0] == (
        "NotAllowedByListeners: TCPRoute needs a listener with protocol 'TCP', and Gateway infra/web has none."
    )
    assert str(tried(objects, SPEC)[0]).startswith("NoMatchingParent: ")


def test_cilium_looks_at_the_hostnames_of_all_listeners_and_so_accepts_a_route_that_attaches_nowhere() -> None:
    other = listener("other", hostname="example.org")
    objects = state(gateway(SHOP, other), route(parents=to(sectionName="shop"), hostnames=["example.org"]))
    assert tried(objects, CILIUM_1_20) == (None, [])
    assert tried(objects, SPEC)[0] == (
        "NoMatchingListenerHostname: The hostnames 'example.org' do not match '*.shop.example.com' "
        "of the listeners of Gateway infra/web."
    )


def test_cilium_looks_for_section_and_port_one_by_one() -> None:
    objects = state(gateway(SHOP, OPEN), route(parents=to(sectionName="shop", port=8080)))
    assert tried(objects, CILIUM_1_20) == (None, [])
    assert str(tried(objects, SPEC)[0]).startswith("NoMatchingParent: ")


def test_the_specification_looks_for_hostnames_on_the_listeners_that_allow_the_namespace() -> None:
    hostnames = ["a.shop.example.com"]
    elsewhere = OPEN | {"hostname": "example.org"}
    objects = state(gateway(SHOP, elsewhere), route(namespace="shop", hostnames=hostnames))
    assert str(tried(objects, SPEC)[0]).startswith("NoMatchingListenerHostname: The hostnames 'a.shop.example.com' ")
    assert str(tried(objects, CILIUM_1_20)[0]).startswith("NotAllowedByListeners: No route of namespace 'shop' ")


@pytest.mark.parametrize("semantics", [CILIUM_1_20, SPEC], ids=["cilium", "spec"])
def test_routes_of_layer_4_have_no_hostnames(semantics: Semantics) -> None:
    objects = state(gateway(listener("tcp", "TCP", 53), passthrough()), route(kind="TCPRoute"))
    assert tried(objects, semantics) == (None, ["tcp"])


def test_cilium_looks_at_kind_port_hostname_section_and_namespace_in_this_order() -> None:
    other = listener("open", port=8080, hostname="example.org")
    wrong = {"sectionName": "none", "port": 81}
    steps: list[tuple[Json, str, str]] = [
        ({"sectionName": "grpc", "port": 81}, "example.net", "NotAllowedByListeners: No HTTPRoute "),
        (
            {"sectionName": "none", "port": 9},
            "example.net",
            "NoMatchingParent: ",
        ),
        (wrong, "example.net", "NoMatchingListenerHostname: "),
        (wrong, "example.org", "NoMatchingParent: "),
        ({"sectionName": "open"}, "example.org", "NotAllowedByListeners: No route of namespace 'shop' "),
    ]
    grpc = GRPC | {"hostname": "grpc.example.com"}
    for parent, hostname, expected in steps:
        written = route(namespace="shop", parents=to(**parent), hostnames=[hostname])
        found, _ = tried(state(gateway(SHOP, other, grpc), written), CILIUM_1_20)
        assert str(found).startswith(expected)
