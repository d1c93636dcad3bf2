"""Listeners that a Gateway cannot have at once."""

from dataclasses import replace
from itertools import product

from constructs_lib import Gateway, Listener
from constructs_lib.gateway.conflicts import refuse_conflicts
from constructs_lib.gateway.listener import OwnedListener
from constructs_lib.registry import Identity
from tests.conftest import refusal

import pytest
from hypothesis import event, given
from hypothesis import strategies as st


def gateway(*listeners: Listener) -> object:
    return Gateway.from_existing(name="a", namespace="common", listeners=listeners)


@pytest.mark.parametrize(
    ("listeners", "expected"),
    [
        (
            [Listener.http("web"), Listener.http("web", port=8080)],
            (
                "'web' is the name of two listeners. Allowed: a name for each listener. Fix: rename one of them, or "
                "give one domain another name=...."
            ),
        ),
        (
            [Listener.http("web", port=443), Listener.https("other")],
            (
                "'other' is for HTTPS on port 443, where 'web' is for HTTP. Allowed: one protocol on a port; HTTPS and "
                "TLS, and TCP and UDP, can share one. Fix: use 80 for HTTP and 443 for HTTPS, or another port for one "
                "of them."
            ),
        ),
        (
            [
                Listener.https("web", hostname="*.example.com"),
                Listener.tls_passthrough("other", hostname="a.example.com"),
            ],
            (
                "'other' is for TLS and hostname 'a.example.com' on port 443, where 'web' is for HTTPS and "
                "'*.example.com': a connection could be for both. Allowed: HTTPS and TLS listeners on one port whose "
                "hostnames no server name meets both of. Fix: give one of them another hostname or port."
            ),
        ),
        (
            [Listener.tcp("web", port=53), Listener.tcp("other", port=53)],
            (
                "'other' has the port 53 and the hostname None of listener 'web'. Allowed: one listener for a port and "
                "hostname: of two, the Gateway serves neither. Fix: leave one out, or give it another hostname or port."
            ),
        ),
        (
            [Listener.http("web"), Listener.http("other")],
            (
                "'other' has the port 80 and the hostname None of listener 'web'. Allowed: one listener for a port "
                "and hostname: of two, the Gateway serves neither. Fix: leave one out, or give it another hostname or "
                "port."
            ),
        ),
        (
            [Listener.https("web", hostname="*.example.com"), Listener.https("other", hostname="*.example.com")],
            (
                "'other' has the port 443 and the hostname '*.example.com' of listener 'web'. Allowed: one listener "
                "for a port and hostname: of two, the Gateway serves neither. Fix: leave one out, or give it another "
                "hostname or port."
            ),
        ),
    ],
)
def test_listeners_that_conflict_are_refused(listeners: list[Listener], expected: str) -> None:
    assert refusal(lambda: gateway(*listeners)) == f"Gateway common/a: listeners: {expected}"
    assert refusal(lambda: gateway(Listener.http("first", port=81), *listeners)).endswith(expected)


@pytest.mark.parametrize(
    "listeners",
    [
        [Listener.http("web"), Listener.http("other", port=8080)],
        [Listener.http("web"), Listener.http("other", hostname="example.com")],
        [Listener.http("web", hostname="*.example.com"), Listener.http("other", hostname="example.com")],
        [Listener.http("web", hostname="a.example"), Listener.https("other", hostname="a.example")],
        [Listener.tcp("web", port=53), Listener.udp("other", port=53)],
        [Listener.https("web", hostname="a.example"), Listener.tls_passthrough("other", hostname="b.example")],
    ],
)
def test_listeners_that_differ_are_listeners_of_one_gateway(listeners: list[Listener]) -> None:
    assert gateway(*listeners)


OTHER_SET = Identity("gateway.networking.k8s.io", "ListenerSet", "team", "set")


@pytest.mark.parametrize(
    ("listener", "expected"),
    [
        (
            Listener.https("other", port=80),
            (
                "'other' is for HTTPS on port 80, where 'web' of ListenerSet team/set is for HTTP. Allowed: one "
                "protocol on a port; HTTPS and TLS, and TCP and UDP, can share one. Fix: use 80 for HTTP and 443 for "
                "HTTPS, or another port for one of them."
            ),
        ),
        (
            Listener.http("other", hostname="a.example"),
            (
                "'other' has the port 80 and the hostname 'a.example' of listener 'web' of ListenerSet team/set. "
                "Allowed: one listener for a port and hostname: of two, the Gateway serves the one that was there "
                "first. Fix: leave one out, or give it another hostname or port."
            ),
        ),
    ],
)
def test_a_listener_that_conflicts_with_one_of_another_object_is_refused(listener: Listener, expected: str) -> None:
    merged = [OwnedListener(OTHER_SET, Listener.http("web", hostname="a.example"))]
    assert refusal(lambda: refuse_conflicts("ListenerSet b/c", [listener], merged)) == (
        f"ListenerSet b/c: listeners: {expected}"
    )


def test_listeners_of_different_objects_can_have_one_name() -> None:
    merged = [OwnedListener(OTHER_SET, Listener.http("web", hostname="a.example"))]
    assert not refused([Listener.http("web", hostname="b.example")], merged)


PROTOCOLS = ("HTTP", "HTTPS", "TLS", "TCP", "UDP")
HOSTS = [".".join(labels) for depth in (1, 2, 3, 4) for labels in product("ab", repeat=depth)]
HOSTNAMES = [None, "a", "b", "a.b", "b.a.b", "*.b", "*.a.b", "*.b.b"]


@st.composite
def listeners(draw: st.DrawFn) -> Listener:
    protocol = draw(st.sampled_from(PROTOCOLS))
    hostname = None if protocol in ("TCP", "UDP") else draw(st.sampled_from(HOSTNAMES))
    return Listener(name="web", protocol=protocol, port=draw(st.sampled_from([80, 443])), hostname=hostname)


def for_both(one: Listener, other: Listener) -> bool:
    """Tell whether a server name is named by the hostnames of both: no hostname names all, a wildcard those below."""
    return any(
        all(
            hostname is None or host == hostname or (hostname[0] == "*" and host.endswith(hostname[1:]))
            for hostname in (one.hostname, other.hostname)
        )
        for host in HOSTS
    )


def conflict(one: Listener, other: Listener) -> bool:
    """The definition: distinct listeners of the Gateway API, and Cilium's rules for what can share a port."""
    if one.port != other.port:
        return False
    protocols = {one.protocol, other.protocol}
    if len(protocols) == 1:
        return one.hostname == other.hostname
    if protocols == {"HTTPS", "TLS"}:
        return for_both(one, other)
    return protocols != {"TCP", "UDP"}


def refused(own: list[Listener], merged: list[OwnedListener]) -> bool:
    """Tell whether the listeners are refused."""
    try:
        refuse_conflicts("Gateway a/b", own, merged)
    except ValueError:
        return True
    return False


@given(listeners(), listeners())
def test_two_listeners_are_refused_exactly_if_they_conflict(one: Listener, other: Listener) -> None:
    """Oracle: the definition, with hostnames compared by brute force; in one object and in two, in either order."""
    expected = conflict(one, other)
    event("refused" if expected else "accepted")
    assert refused([one, replace(other, name="other")], []) == expected
    assert refused([other], [OwnedListener(OTHER_SET, one)]) == expected
    assert refused([one], [OwnedListener(OTHER_SET, other)]) == expected
