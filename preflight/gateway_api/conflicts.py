"""Conflicts: listeners that want the same port in ways that can't be told apart.

Source: Gateway API v1.6.1, the doc comments of GatewaySpec.listeners and of ListenerSet; cilium/cilium,
operator/pkg/gateway-api/gateway_reconcile.go (conflictsAcrossSources, listenerPairConflict).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.listeners import LAYER_4
from preflight.gateway_api.objects import Listener, NamespacedName
from preflight.gateway_api.prediction import ListenerKey
from preflight.gateway_api.semantics import Semantics
from preflight.values import shown

HOSTNAME, PROTOCOL = "HostnameConflict", "ProtocolConflict"
MIXED_MODES = "TLSRouteModeMixed"
"""The feature of TLS listeners that share a port with different modes."""


class ListenerSource(NamedTuple):
    """A Gateway or ListenerSet with its listeners."""

    kind: str
    key: NamespacedName
    listeners: Sequence[Listener]


class Conflict(NamedTuple):
    """Why a listener can't be told apart from another one."""

    reason: str
    message: str


def conflicts(sources: Sequence[ListenerSource], semantics: Semantics) -> Mapping[ListenerKey, Conflict]:
    """Return the listeners of a Gateway that lose to others.

    Of two sources the earlier one wins: the Gateway, then its ListenerSets in the order given. Within one source all
    that conflict lose.
    """
    found: dict[ListenerKey, Conflict] = {}
    accepted: dict[int, list[tuple[ListenerSource, Listener]]] = {}
    for source in sources:
        eligible: dict[int, list[tuple[ListenerSource, Listener]]] = {}
        for listener in source.listeners:
            for other in accepted.get(listener.port, ()):
                if reason := reason_of(listener, other[1], semantics):
                    found[_key(source, listener)] = Conflict(reason, _message(reason, listener, *other))
                    break
            else:
                eligible.setdefault(listener.port, []).append((source, listener))
        for same_port in eligible.values():
            found |= dict(_within(same_port, semantics))
            winners = [each for each in same_port if _key(*each) not in found]
            accepted.setdefault(same_port[0][1].port, []).extend(winners)
    return found


def _key(source: ListenerSource, listener: Listener) -> ListenerKey:
    return ListenerKey(source.kind, source.key, listener.name)


def _within(
    listeners: Sequence[tuple[ListenerSource, Listener]], semantics: Semantics
) -> Iterator[tuple[ListenerKey, Conflict]]:
    """Yield the listeners of one source and port that conflict, each with the first one that it conflicts with."""
    for index, (source, listener) in enumerate(listeners):
        for number, other in enumerate(listeners):
            reason = None if index == number else reason_of(listener, other[1], semantics)
            if reason:
                yield _key(source, listener), Conflict(reason, _message(reason, listener, *other))
                break


def reason_of(first: Listener, second: Listener, semantics: Semantics) -> str | None:
    """Return why two listeners of one port conflict; None where they do not."""
    names = {first.protocol, second.protocol}
    passthrough = "Passthrough" in (first.tls_mode, second.tls_mode)
    if names == {"HTTPS", "TLS"} and (passthrough or not semantics.passthrough_conflicts_with_https):
        if semantics.passthrough_conflicts_with_https:
            return PROTOCOL if intersection(first.hostname, second.hostname) is not None else None
        return PROTOCOL if first.hostname == second.hostname else None
    if not semantics.all_conflicts:
        return None
    if not names.isdisjoint(LAYER_4):
        return None if names == set(LAYER_4) else PROTOCOL
    if names == {"TLS"} and first.tls_mode != second.tls_mode and MIXED_MODES not in semantics.features:
        return PROTOCOL
    return HOSTNAME if len(names) == 1 and first.hostname == second.hostname else None


def _message(reason: str, listener: Listener, source: ListenerSource, other: Listener) -> str:
    """Name the other listener, and what both want."""
    where = f"listener {shown(other.name)} of {source.kind} {source.key}"
    if reason == HOSTNAME:
        hostname = f"hostname {shown(listener.hostname)}" if listener.hostname else "any hostname"
        return f"It wants {hostname} on port {listener.port}, as {where} does."
    return f"It wants port {listener.port} with protocol {listener.protocol}, {where} with {other.protocol}."
