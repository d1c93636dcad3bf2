"""Which requests reach the routes of a listener, of several on one port."""

from collections.abc import Sequence
from itertools import product

from constructs_lib import Gateway, Listener
from constructs_lib.gateway.listener import GatewayListener

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

LABELS, FRESH = "ab", "z"
HOSTS = [".".join(labels) for depth in (1, 2, 3, 4) for labels in product(LABELS + FRESH, repeat=depth)]
"""The universe: with a label that no hostname has, so that no set of hostnames names all hosts below another one."""

domains = st.lists(st.sampled_from(LABELS), min_size=1, max_size=3).map(".".join)
hostnames = st.one_of(domains, domains.map("*.".__add__))
listener_hostnames = st.lists(st.one_of(st.none(), hostnames), min_size=1, max_size=4, unique=True)


def names(hostname: str | None, host: str) -> bool:
    """Tell by the labels whether a hostname names a host."""
    if hostname is None:
        return True
    first, *rest = hostname.split(".")
    labels = host.split(".")
    return host == hostname if first != "*" else len(labels) > len(rest) and labels[-len(rest) :] == rest


def rank(hostname: str | None, host: str) -> tuple[bool, int]:
    """Return how specific a hostname is: exact, then the longer wildcard, then none."""
    return hostname == host, 0 if hostname is None else len(hostname)


def listeners_on_one_port(written: Sequence[str | None]) -> tuple[GatewayListener, ...]:
    listeners = [Listener.http(f"l{number}", hostname=hostname) for number, hostname in enumerate(written)]
    return Gateway.from_existing(name="a", namespace="common", listeners=listeners).listeners


@given(listener_hostnames, hostnames)
@settings(max_examples=300)
@example(["*.a", "a.a"], "a.a")
@example([None, "*.a"], "*.a.a")
@example(["*.a", "*.a.a"], "*.a")
def test_a_listener_serves_a_hostname_where_some_request_reaches_it(written: list[str | None], hostname: str) -> None:
    """Oracle: brute force over a small universe of hosts."""
    for number, listener in enumerate(listeners_on_one_port(written)):
        reached = [
            host
            for host in HOSTS
            if names(hostname, host)
            and names(written[number], host)
            and max((entry for entry in written if names(entry, host)), key=lambda entry: rank(entry, host))
            == written[number]
        ]
        event("serves" if reached else "does not")
        assert listener.serves(hostname) == bool(reached), (written[number], reached[:1])


@pytest.mark.parametrize(
    ("written", "hostname", "taker"),
    [
        (["*.example.com", "app.example.com"], "app.example.com", "app.example.com"),
        (["*.com", "*.example.com"], "a.example.com", "*.example.com"),
        ([None, "*.example.com"], "*.a.example.com", "*.example.com"),
        (["*.com", "*.example.com"], "*.com", None),
        (["*.com", "*.example.com"], "example.com", None),
        (["app.example.com", "*.example.com"], "*.example.com", None),
    ],
)
def test_the_requests_for_a_hostname_are_taken_by_a_more_specific_listener(
    written: list[str], hostname: str, taker: str | None
) -> None:
    taken_by = listeners_on_one_port(written)[0].taken_by(hostname)
    assert (taken_by and taken_by.hostname) == taker


def test_listeners_on_other_ports_take_nothing() -> None:
    listeners = [Listener.http("web", hostname="*.com"), Listener.https("secure", hostname="*.example.com")]
    web, secure = Gateway.from_existing(name="a", namespace="common", listeners=listeners).listeners
    assert web.serves("a.example.com")
    assert secure.serves("a.example.com")
    assert (web.siblings, secure.siblings) == ((), ())
