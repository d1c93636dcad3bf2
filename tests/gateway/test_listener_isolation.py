"""A request goes to the listener with the most specific hostname only; a route elsewhere never sees it."""

from dataclasses import replace
from itertools import product
from typing import Any

from constructs_lib import (
    AllowedRoutes,
    Domain,
    ExistingGateway,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    HttpsRedirect,
    Listener,
    Platform,
)
from constructs_lib.gateway.allowed_listeners import AllowedListeners
from constructs_lib.gateway.listener_set import ListenerSet, listener_in_app
from constructs_lib.hostnames import WILDCARD
from constructs_lib.registry import Identity
from tests.conftest import refusal

import pytest
from cdk8s import Chart
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = [".".join(labels) for depth in (1, 2, 3) for labels in product("ab", repeat=depth)]
HOSTNAMES = [*NAMES, *(WILDCARD + name for name in NAMES)]
# `z` stands for every label that no hostname here has.
HOSTS = [".".join(labels) for depth in range(1, 6) for labels in product("abz", repeat=depth)]


def names(hostname: str | None, host: str) -> bool:
    """The definition: no hostname names every host, a wildcard every host below it."""
    if hostname is None:
        return True
    return host.endswith(hostname[1:]) if hostname.startswith(WILDCARD) else host == hostname


def best(hostnames: list[str | None], host: str) -> str | None:
    """The definition: the exact hostname, else the longest wildcard, else none."""
    matching = [hostname for hostname in hostnames if names(hostname, host)]
    return max(matching, key=lambda hostname: (hostname == host, len(hostname or "")))


@given(st.lists(st.sampled_from([None, *HOSTNAMES]), min_size=1, max_size=5, unique=True), st.sampled_from(HOSTNAMES))
def test_a_listener_serves_a_hostname_if_some_host_of_it_gets_there(hostnames: list[str | None], wanted: str) -> None:
    """Oracle: brute force over hosts."""
    listeners = [Listener.http(f"l{number}", hostname=hostname) for number, hostname in enumerate(hostnames)]
    gateway = Gateway.from_existing(name="g", namespace="n", listeners=listeners)
    for entry in gateway.listeners:
        own = entry.listener.hostname
        reached = [host for host in HOSTS if names(wanted, host) and names(own, host) and best(hostnames, host) == own]
        assert entry.serves(wanted) == bool(reached), (own, wanted)


sources = st.lists(
    st.tuples(st.sampled_from([None, *HOSTNAMES]), st.sampled_from(["gateway", "a", "b"])),
    min_size=1,
    max_size=5,
    unique_by=lambda entry: entry[0],
)


@given(sources, st.sampled_from(HOSTNAMES), st.sampled_from(["exists", "defined"]))
@settings(max_examples=100)
def test_a_listener_serves_what_no_listener_of_the_gateway_or_its_sets_takes(
    entries: list[tuple[str | None, str]], wanted: str, kind: str
) -> None:
    """Oracle: brute force over hosts, with the listeners of the Gateway and of its ListenerSets in one list."""
    listeners: dict[str, list[Listener]] = {"gateway": [Listener.http("other-port", port=8080)], "a": [], "b": []}
    for number, (hostname, source) in enumerate(entries):
        listeners[source].append(Listener.http(f"l{number}", hostname=hostname))
    chart = Chart(Platform(), "chart")
    own: dict[str, Any] = {"namespace": "common", "listeners": listeners["gateway"]}
    allowed = AllowedListeners.all()
    parent: Gateway | ExistingGateway = (
        Gateway.from_existing(name="gateway", allowed_listeners=allowed, **own)
        if kind == "exists"
        else Gateway(chart, "gateway", allowed_listeners=allowed, **own)
    )
    sets = [
        ListenerSet(chart, name, namespace=name, parent_ref=parent, listeners=listeners[name])
        for name in ("a", "b")
        if listeners[name]
    ]
    hostnames = [hostname for hostname, _ in entries]
    found = [entry for lookup in (parent, *sets) for entry in lookup.listeners if entry.listener.port == 80]
    assert {entry.listener.name for entry in found} == {f"l{number}" for number in range(len(entries))}
    for entry in (listener_in_app(chart, each) for each in found):
        own_hostname = entry.listener.hostname
        hosts = [host for host in HOSTS if names(wanted, host) and names(own_hostname, host)]
        assert entry.serves(wanted) == any(best(hostnames, host) == own_hostname for host in hosts)


def gateway() -> ExistingGateway:
    return Gateway.from_existing(
        name="gateway",
        namespace="common",
        domains=[Domain("example.com", name="com")],
        listeners=[
            Listener.https("argocd", hostname="argocd.example.com", allowed_routes=AllowedRoutes.all()),
            Listener.https("apps", hostname="*.apps.example.com", allowed_routes=AllowedRoutes.all()),
            Listener.https("other-port", hostname="shop.example.com", port=8443, allowed_routes=AllowedRoutes.all()),
        ],
        allowed_routes=AllowedRoutes.all(),
    )


def owner(**parts: str) -> Identity:
    """Return the Gateway's identity, with parts of it changed."""
    return gateway().identity._replace(**parts)


def route(chart: Chart, hostname: str) -> HttpRoute:
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    return HttpRoute(
        chart, "web", namespace="web", parent_refs=[gateway().https("com")], hostnames=[hostname], rules=rules
    )


@pytest.mark.parametrize(
    ("hostname", "taker", "its"),
    [
        ("argocd.example.com", "argocd", "argocd.example.com"),
        ("a.apps.example.com", "apps", "*.apps.example.com"),
        ("*.apps.example.com", "apps", "*.apps.example.com"),
    ],
)
def test_a_hostname_of_a_more_specific_listener_is_refused(chart: Chart, hostname: str, taker: str, its: str) -> None:
    with pytest.raises(ValueError, match="can never be served") as caught:
        route(chart, hostname)
    assert str(caught.value) == (
        f"HTTPRoute web/web: hostnames: {hostname!r} can never be served. Allowed: hostnames that intersect with "
        "'*.example.com' (listener https-com of Gateway common/gateway). Fix: attach the route to listener "
        f"{taker}, whose hostname {its!r} gets these requests."
    )


@pytest.mark.parametrize("hostname", ["shop.example.com", "apps.example.com", "*.example.com", "x.y.example.com"])
def test_a_hostname_with_requests_left_for_the_listener_is_accepted(chart: Chart, hostname: str) -> None:
    assert route(chart, hostname).identity.name == "web"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("owner", "common/gateway", "GatewayListener.owner: 'common/gateway' is of type str. Allowed: Identity."),
        (
            "owner",
            owner(kind="Service"),
            "GatewayListener.owner.kind: 'Service' is not a value of this field. Allowed: 'Gateway', 'ListenerSet'.",
        ),
        ("owner", owner(name="G_"), "GatewayListener.owner.name: 'G_' is not a name that Kubernetes accepts."),
        ("owner", owner(namespace="a.b"), "GatewayListener.owner.namespace: 'a.b' is not a DNS label."),
        ("listener", "http", "GatewayListener.listener: 'http' is of type str. Allowed: Listener."),
        ("domain", "a.com", "GatewayListener.domain: 'a.com' is of type str. Allowed: Domain."),
        ("siblings", ["http"], "GatewayListener.siblings[0]: 'http' is of type str. Allowed: Listener."),
    ],
)
def test_what_a_route_attaches_to_is_checked(field: str, value: Any, expected: str) -> None:
    with pytest.raises(ValueError, match="GatewayListener") as caught:
        replace(gateway().https("com"), **{field: value})
    assert str(caught.value).startswith(expected)


def test_a_redirect_is_refused_where_another_listener_takes_all_its_requests(chart: Chart) -> None:
    listeners = [Listener.http("wide", hostname="*.com"), Listener.http("narrow", hostname="*.example.com")]
    wide = Gateway.from_existing(name="gateway", namespace="common", listeners=listeners).listener("wide")
    with pytest.raises(ValueError, match="attach the route to listener narrow"):
        HttpsRedirect(chart, "redirect", parent_refs=[wide], hostnames=["*.example.com"])


def test_a_route_on_the_gateway_is_refused_where_a_listener_set_takes_all_its_requests(chart: Chart) -> None:
    parent = Gateway(
        chart,
        "gateway",
        namespace="common",
        domains=[Domain("example.com", name="com")],
        allowed_routes=AllowedRoutes.all(),
        allowed_listeners=AllowedListeners.all(),
    )
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    arguments: dict[str, Any] = {"namespace": "web", "hostnames": ["shop.example.com"], "rules": rules}
    HttpRoute(chart, "before", parent_refs=[parent.https("com")], **arguments)
    team = [Listener.https("shop", hostname="shop.example.com")]
    ListenerSet(chart, "set", namespace="team", parent_ref=parent, listeners=team)
    with pytest.raises(ValueError, match=r"attach the route to listener shop, whose hostname 'shop\.example\.com'"):
        HttpRoute(chart, "after", parent_refs=[parent.https("com")], **arguments)


def test_a_hostname_that_a_listener_set_adds_to_an_existing_gateway_is_refused(chart: Chart, app: Platform) -> None:
    parent = Gateway.from_existing(
        name="gateway",
        namespace="common",
        listeners=[Listener.https("all", hostname="*.example.com", allowed_routes=AllowedRoutes.all())],
        allowed_listeners=AllowedListeners.all(),
    )
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    arguments: dict[str, Any] = {"namespace": "shop", "hostnames": ["shop.example.com"], "rules": rules}
    shop = [Listener.https("shop", hostname="shop.example.com")]
    ListenerSet(chart, "set", namespace="shop", parent_ref=parent, listeners=shop)
    expected = (
        "HTTPRoute shop/route: hostnames: 'shop.example.com' can never be served. Allowed: hostnames that intersect "
        "with '*.example.com' (listener all of Gateway common/gateway). Fix: attach the route to listener shop, whose "
        "hostname 'shop.example.com' gets these requests."
    )
    assert refusal(lambda: HttpRoute(chart, "route", parent_refs=parent.listeners, **arguments)) == expected
    other = Chart(Platform(root=app.outdir), "chart")
    assert HttpRoute(other, "route", parent_refs=parent.listeners, **arguments).identity.name == "route"


def test_a_listener_set_takes_no_requests_of_another_port_from_an_existing_gateway(chart: Chart) -> None:
    parent = Gateway.from_existing(
        name="gateway",
        namespace="common",
        listeners=[Listener.https("all", hostname="*.example.com", allowed_routes=AllowedRoutes.all())],
        allowed_listeners=AllowedListeners.all(),
    )
    elsewhere = [Listener.https("shop", hostname="shop.example.com", port=8443)]
    ListenerSet(chart, "set", namespace="shop", parent_ref=parent, listeners=elsewhere)
    assert listener_in_app(chart, parent.listener("all")) == parent.listener("all")
    assert listener_in_app(chart, parent.listener("all")).serves("shop.example.com")


def test_the_fix_names_what_takes_the_requests_of_the_first_of_several_gateways(chart: Chart) -> None:
    wide = Listener.https("wide", hostname="*.example.com")
    first, second = (
        Gateway.from_existing(
            name=name, namespace="common", listeners=[wide, Listener.https(f"of-{name}", hostname="a.example.com")]
        ).listener("wide")
        for name in ("first", "second")
    )
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    arguments: dict[str, Any] = {"namespace": "common", "hostnames": ["b.example.com", "a.example.com"], "rules": rules}
    assert refusal(lambda: HttpRoute(chart, "route", parent_refs=[first, second], **arguments)) == (
        "HTTPRoute common/route: hostnames: 'a.example.com' can never be served. Allowed: hostnames that intersect "
        "with '*.example.com' (listener wide of Gateway common/first) or '*.example.com' (listener wide of Gateway "
        "common/second). Fix: attach the route to listener of-first, whose hostname 'a.example.com' gets these "
        "requests."
    )
