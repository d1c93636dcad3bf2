"""Routes of one app that the Gateway would not both use."""

from constructs_lib import AllowedRoutes, Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, Listener
from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import Identity
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.conflicts import claim_listeners
from constructs_lib.routes.grpc_route import GrpcRoute, GrpcRouteRule
from tests.conftest import refusal

import cdk8s
import pytest
from cdk8s import Chart
from hypothesis import given
from hypothesis import strategies as st

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    listeners=[
        Listener.https("any", port=8443),
        Listener.https("com", hostname="*.example.com"),
        Listener.tls_passthrough("tls", hostname="*.example.org"),
        Listener.tcp("postgres", port=5432),
        Listener.udp("dns", port=53),
    ],
)
SET = Identity(GATEWAY_GROUP, "ListenerSet", "common", "gateway")
ANY, COM = GATEWAY.listener("any"), GATEWAY.listener("com")


def claim(chart: Chart, kind: str, name: str, parents: list[GatewayListener], hostnames: list[str]) -> str:
    """Take what a route of this kind and name would take; return the refusal, or nothing."""
    try:
        with claim_listeners(chart, Identity(GATEWAY_GROUP, kind, "web", name), parents, hostnames):
            return ""
    except ValueError as error:
        return str(error)


HOSTNAMES = ["example.com", "*.example.com", "a.example.com", "*.a.example.com", "b.a.example.com", "*.com", "x.org"]
HOSTS = ["example.com", "a.example.com", "c.example.com", "b.a.example.com", "d.a.example.com", "y.com", "x.org", "z"]


def names(hostname: str | None, host: str) -> bool:
    """Tell whether a hostname stands for a host, by the definition of the Gateway API."""
    if hostname is None:
        return True
    return host.endswith(hostname[1:]) if hostname.startswith("*.") else host == hostname


@given(
    listener=st.sampled_from([None, *HOSTNAMES]),
    http=st.lists(st.sampled_from(HOSTNAMES), max_size=3, unique=True),
    grpc=st.lists(st.sampled_from(HOSTNAMES), max_size=3, unique=True),
)
def test_an_http_route_and_a_grpc_route_have_no_host_of_a_listener_in_common(
    listener: str | None, http: list[str], grpc: list[str]
) -> None:
    """Oracle: whether there is a host that the listener and both routes are for."""
    chart = Chart(cdk8s.App(), "chart")
    parent = GatewayListener(owner=SET, listener=Listener.https("a", hostname=listener))
    claim(chart, "HTTPRoute", "http", [parent], http)
    shared = [
        host
        for host in HOSTS
        if names(listener, host)
        and all(not hostnames or any(names(name, host) for name in hostnames) for hostnames in (http, grpc))
    ]
    if shared:
        assert "for HTTPRoute web/http" in claim(chart, "GRPCRoute", "grpc", [parent], grpc)
    else:
        assert claim(chart, "GRPCRoute", "grpc", [parent], grpc) == ""
        assert claim(chart, "GRPCRoute", "another", [parent], grpc) == ""


L7 = (
    "the Gateway would use the older of the two routes only. Allowed: a listener's hosts for HTTPRoutes or for "
    "GRPCRoutes, each host for one of the two kinds. Fix: give the two routes different hostnames, or listeners of "
    "their own."
)
ONE = (
    "the Gateway would use the older of the two routes only. Allowed: one {0} for a listener. Fix: write the backends "
    "of both in one route, or attach this one to another listener."
)


@pytest.mark.parametrize(
    ("kinds", "listener", "hostnames", "expected"),
    [
        (("HTTPRoute", "GRPCRoute"), "any", [[], []], f"serves everything for HTTPRoute web/one: {L7}"),
        (("GRPCRoute", "HTTPRoute"), "any", [[], ["a.x"]], f"serves 'a.x' for GRPCRoute web/one: {L7}"),
        (("HTTPRoute", "GRPCRoute"), "com", [[], []], f"serves '*.example.com' for HTTPRoute web/one: {L7}"),
        (
            ("HTTPRoute", "GRPCRoute"),
            "com",
            [["a.example.com", "x.org"], ["b.example.com", "x.org", "*.com"]],
            f"serves 'a.example.com' for HTTPRoute web/one: {L7}",
        ),
        (
            ("TLSRoute", "TLSRoute"),
            "tls",
            [["a.example.org", "*.org"], ["*.a.example.org", "*.example.org"]],
            (
                "serves '*.example.org' for TLSRoute web/one: the Gateway would use the older of the two routes only. "
                "Allowed: a hostname of a listener in one TLSRoute. Fix: leave the hostname out of one route, or "
                "attach it to another listener."
            ),
        ),
        (
            ("TCPRoute", "TCPRoute"),
            "postgres",
            [[], []],
            f"serves everything for TCPRoute web/one: {ONE.format('TCPRoute')}",
        ),
        (
            ("UDPRoute", "UDPRoute"),
            "dns",
            [[], []],
            f"serves everything for UDPRoute web/one: {ONE.format('UDPRoute')}",
        ),
    ],
)
def test_of_two_routes_the_second_is_refused(
    chart: Chart, kinds: tuple[str, str], listener: str, hostnames: list[list[str]], expected: str
) -> None:
    first, second = kinds
    parent = GATEWAY.listener(listener)
    claim(chart, first, "one", [parent], hostnames[0])
    assert claim(chart, second, "two", [parent], hostnames[1]) == (
        f"{second} web/two: parent_refs: 'listener {listener} of Gateway common/gateway' {expected}"
    )


@pytest.mark.parametrize(
    ("kinds", "hostnames"),
    [
        (("HTTPRoute", "HTTPRoute"), [["a.example.com"], ["a.example.com"]]),
        (("GRPCRoute", "GRPCRoute"), [["a.example.com"], ["a.example.com"]]),
        (("HTTPRoute", "GRPCRoute"), [["a.example.com", "x.org"], ["b.example.com", "x.org"]]),
        (("TLSRoute", "TLSRoute"), [["a.example.com"], ["*.example.com"]]),
    ],
)
def test_routes_that_the_gateway_uses_both_share_a_listener(
    chart: Chart, kinds: tuple[str, str], hostnames: list[list[str]]
) -> None:
    first, second = kinds
    claim(chart, first, "one", [COM], hostnames[0])
    assert claim(chart, second, "two", [COM], hostnames[1]) == ""


def test_an_http_route_and_a_grpc_route_of_one_listener_are_told_apart_in_both_orders(chart: Chart) -> None:
    http = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    grpc = [GrpcRouteRule(backend_refs=[BackendRef("web", port=80)])]
    HttpRoute(chart, "a", namespace="common", parent_refs=[COM], hostnames=["a.example.com"], rules=http)
    GrpcRoute(chart, "b", namespace="common", parent_refs=[COM], hostnames=["b.example.com"], rules=grpc)
    assert "serves 'a.example.com' for HTTPRoute common/a" in refusal(
        lambda: GrpcRoute(chart, "c", namespace="common", parent_refs=[COM], hostnames=["*.com"], rules=grpc)
    )
    assert "serves 'b.example.com' for GRPCRoute common/b" in refusal(
        lambda: HttpRoute(chart, "c", namespace="common", parent_refs=[COM], rules=http)
    )


def test_listeners_of_other_owners_and_apps_are_others(chart: Chart) -> None:
    claim(chart, "TCPRoute", "one", [GATEWAY.listener("postgres")], [])
    of_set = GatewayListener(owner=SET, listener=GATEWAY.listener("postgres").listener)
    assert claim(chart, "TCPRoute", "two", [of_set], []) == ""
    assert claim(Chart(cdk8s.App(), "chart"), "TCPRoute", "three", [of_set], []) == ""
    assert "listener postgres of ListenerSet common/gateway" in claim(chart, "TCPRoute", "four", [of_set], [])


def test_a_listener_known_in_two_ways_is_one_listener_all_the_same(chart: Chart) -> None:
    listeners = [Listener.tcp("postgres", port=5432, allowed_routes=AllowedRoutes.all())]
    again = Gateway.from_existing(name="gateway", namespace="common", listeners=listeners).listener("postgres")
    claim(chart, "TCPRoute", "one", [GATEWAY.listener("postgres")], [])
    assert "for TCPRoute web/one" in claim(chart, "TCPRoute", "two", [again], [])


def test_a_route_that_is_refused_takes_nothing(chart: Chart) -> None:
    rules = [GrpcRouteRule(backend_refs=[BackendRef("web", port=80)])]
    wrong = refusal(lambda: GrpcRoute(chart, "a", name="A", namespace="common", parent_refs=[ANY, COM], rules=rules))
    assert "is not a name" in wrong
    assert claim(chart, "HTTPRoute", "one", [ANY, COM], []) == ""


def test_a_route_that_conflicts_on_one_listener_takes_nothing_of_the_other(chart: Chart) -> None:
    claim(chart, "HTTPRoute", "one", [COM], [])
    assert "listener com" in claim(chart, "GRPCRoute", "two", [ANY, COM], [])
    assert claim(chart, "HTTPRoute", "three", [ANY], []) == ""
