"""Listeners that cannot be on one Gateway at once."""

from collections.abc import Sequence
from itertools import combinations

from constructs_lib.checks import refused
from constructs_lib.gateway.listener import Listener, OwnedListener
from constructs_lib.hostnames import intersect

SHARED_PORT = ({"TCP", "UDP"}, {"HTTPS", "TLS"})
"""The protocols that can be on one port: the two transports, and the two that tell connections apart by their SNI."""


def refuse_conflicts(where: str, listeners: Sequence[Listener], merged: Sequence[OwnedListener] = ()) -> None:
    """Raise ValueError for two listeners that a Gateway cannot have at once.

    `merged` are those that the Gateway and its other ListenerSets have already: each of them can have the same names,
    and of two that conflict the Gateway serves the one that was there first, of two in one object neither.

    Source: Gateway API v1.6.1, Gateway.spec.listeners (distinct listeners) and ListenerSet, and Cilium's
    listenerPairConflict; HTTP and HTTPS on one port are not reported by Cilium, and do not work.
    """
    for listener, other in combinations(listeners, 2):
        if listener.name == other.name:
            raise refused(
                f"{where}: listeners",
                other.name,
                "is the name of two listeners",
                allowed="a name for each listener",
                fix="rename one of them, or give one domain another name=...",
            )
        _refuse_conflict(where, listener, other, repr(listener.name), served="neither")
    for entry in merged:
        for other in listeners:
            named = f"{entry.listener.name!r} of {entry.owner}"
            _refuse_conflict(where, entry.listener, other, named, served="the one that was there first")


def _refuse_conflict(where: str, listener: Listener, other: Listener, named: str, *, served: str) -> None:
    """Raise ValueError if two listeners conflict; `named` says which one is there already."""
    if listener.port != other.port:
        return
    protocols = {listener.protocol, other.protocol}
    if len(protocols) == 2 and protocols not in SHARED_PORT:  # noqa: PLR2004  # two protocols
        raise refused(
            f"{where}: listeners",
            other.name,
            f"is for {other.protocol} on port {other.port}, where {named} is for {listener.protocol}",
            allowed="one protocol on a port; HTTPS and TLS, and TCP and UDP, can share one",
            fix="use 80 for HTTP and 443 for HTTPS, or another port for one of them",
        )
    if protocols == {"HTTPS", "TLS"} and intersect(listener.hostname, other.hostname):
        raise refused(
            f"{where}: listeners",
            other.name,
            f"is for {other.protocol} and hostname {other.hostname!r} on port {other.port}, where {named} is for "
            f"{listener.protocol} and {listener.hostname!r}: a connection could be for both",
            allowed="HTTPS and TLS listeners on one port whose hostnames no server name meets both of",
            fix="give one of them another hostname or port",
        )
    if len(protocols) == 1 and listener.hostname == other.hostname:
        raise refused(
            f"{where}: listeners",
            other.name,
            f"has the port {other.port} and the hostname {other.hostname!r} of listener {named}",
            allowed=f"one listener for a port and hostname: of two, the Gateway serves {served}",
            fix="leave one out, or give it another hostname or port",
        )
