"""Conflicts: listeners that want the same port in ways that can't be told apart.

Source: Gateway API v1.6.1, the doc comments of GatewaySpec.listeners and of ListenerSet; cilium/cilium,
operator/pkg/gateway-api/gateway_reconcile.go (conflictsAcrossSources, listenerPairConflict).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from preflight.gateway_api.ages import doubt
from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS, Listener
from preflight.gateway_api.prediction import ListenerKey
from preflight.gateway_api.same_port import ListenerSource, Placed, SamePort
from preflight.gateway_api.semantics import Semantics
from preflight.values import shown

HOSTNAME, PROTOCOL = "HostnameConflict", "ProtocolConflict"
MIXED_MODES = "TLSRouteModeMixed"
"""The feature of TLS listeners that share a port with different modes."""


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
    accepted: dict[int, SamePort] = {}
    for source in sources:
        eligible = []
        for listener in source.listeners:
            conflict = _first(listener, source, accepted.get(listener.port), semantics)
            if conflict is None:
                eligible.append(listener)
            else:
                found[_key(source, listener)] = conflict
        found |= dict(_within(source, eligible, semantics))
        for listener in eligible:
            if _key(source, listener) not in found:
                accepted.setdefault(listener.port, SamePort()).add(source, listener)
    return found


def _key(source: ListenerSource, listener: Listener) -> ListenerKey:
    return ListenerKey(source.kind, source.key, listener.name)


def _within(
    source: ListenerSource, listeners: Sequence[Listener], semantics: Semantics
) -> Iterator[tuple[ListenerKey, Conflict]]:
    """Yield the listeners of one source that conflict."""
    by_port: dict[int, SamePort] = {}
    for listener in listeners:
        by_port.setdefault(listener.port, SamePort()).add(source, listener)
    for listener in listeners:
        conflict = _first(listener, source, by_port[listener.port], semantics)
        if conflict is not None:
            yield _key(source, listener), conflict


def _first(
    listener: Listener, source: ListenerSource, others: SamePort | None, semantics: Semantics
) -> Conflict | None:
    """Return the conflict of a listener with the first one of its port that it conflicts with."""
    candidates = [] if others is None else sorted(others.candidates(listener), key=lambda each: each.order)
    for other in candidates:
        reason = reason_of(listener, other.listener, semantics)
        if reason is not None:
            return Conflict(reason, _message(reason, listener, source, other))
    return None


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
    if not names.isdisjoint(LAYER_4_PROTOCOLS):
        return None if names == set(LAYER_4_PROTOCOLS) else PROTOCOL
    if names == {"TLS"} and first.tls_mode != second.tls_mode and MIXED_MODES not in semantics.features:
        return PROTOCOL
    return HOSTNAME if len(names) == 1 and first.hostname == second.hostname else None


def _message(reason: str, listener: Listener, source: ListenerSource, other: Placed) -> str:
    """Name the other listener and what both want; of two ListenerSets, say whether the other one is sure to win."""
    where = f"listener {shown(other.listener.name)} of {other.source}"
    if reason == HOSTNAME:
        hostname = f"hostname {shown(listener.hostname)}" if listener.hostname else "any hostname"
        said = f"It wants {hostname} on port {listener.port}, as {where} does."
    else:
        said = (
            f"It wants port {listener.port} with protocol {listener.protocol}, {where} with {other.listener.protocol}."
        )
    by_age = other.source.kind == "ListenerSet" and other.source is not source
    return " ".join((said, *(doubt(other.source, source) if by_age else ())))
