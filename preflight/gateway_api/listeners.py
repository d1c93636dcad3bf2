"""Listeners: which are valid, and which kinds of routes they take.

Source: Gateway API v1.6.1, the doc comments of Listener; cilium/cilium, operator/pkg/gateway-api/gateway_reconcile.go.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from preflight.gateway_api.certificates import certificate_problem
from preflight.gateway_api.conditions import Condition, false
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    LAYER_4_PROTOCOLS,
    GroupKind,
    Listener,
    NamespacedName,
    Objects,
)
from preflight.gateway_api.semantics import Semantics
from preflight.values import listed, shown

KINDS_BY_PROTOCOL: Mapping[str, tuple[str, ...]] = {
    "HTTP": ("HTTPRoute", "GRPCRoute"),
    "HTTPS": ("HTTPRoute", "GRPCRoute"),
    "TLS": ("TLSRoute",),
    "TCP": ("TCPRoute",),
    "UDP": ("UDPRoute",),
}
"""The kinds of routes that a listener takes, by its protocol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """Whether a listener is valid by itself, without regard to others."""

    reason: str | None
    """That of Accepted=False; None where it is valid."""
    messages: tuple[str, ...]
    resolved_refs: Condition | None
    """None where all that it refers to is there."""
    kinds: tuple[GroupKind, ...]
    """Its supportedKinds."""


def supported_kinds(listener: Listener) -> tuple[GroupKind, ...]:
    """Return the kinds of routes that a listener takes: those of its protocol that it lists, all if it lists none."""
    kinds = tuple(GroupKind(GATEWAY_GROUP, kind) for kind in KINDS_BY_PROTOCOL.get(listener.protocol, ()))
    return tuple(kind for kind in kinds if kind in listener.kinds) if listener.kinds else kinds


def validity(listener: Listener, kind: str, owner: NamespacedName, objects: Objects, semantics: Semantics) -> Validity:
    """Return whether a listener is valid; `kind` and `owner` are those of the Gateway or ListenerSet it is in."""
    if listener.protocol in LAYER_4_PROTOCOLS and semantics.layer_4 and semantics.host_network:
        message = f"With host networking, {semantics.title} serves no listener with protocol {listener.protocol}."
        return Validity(reason="UnsupportedProtocol", messages=(message,), resolved_refs=None, kinds=())
    reason: str | None = None
    messages: list[str] = []
    resolved_refs: Condition | None = None
    kinds = supported_kinds(listener)
    if listener.protocol not in KINDS_BY_PROTOCOL:
        reason = "UnsupportedProtocol"
        messages.append(f"Protocol {shown(listener.protocol)} is none of {listed(tuple(KINDS_BY_PROTOCOL))}.")
    if listener.kinds and len(kinds) < len(listener.kinds):
        message = _kinds_message(listener, kinds)
        resolved_refs = false("ResolvedRefs", "InvalidRouteKinds", message)
        if not kinds:
            reason = reason or "Invalid"
            messages.append(message)
    problem = certificate_problem(listener, kind, owner, objects)
    if problem is not None:
        resolved_refs = false("ResolvedRefs", problem.reason, problem.message)
        reason = reason or "Invalid"
        messages.append(problem.message)
    if (listener.protocol, listener.tls_mode) == ("TLS", "Terminate") and not semantics.tls_terminate:
        reason, kinds = "UnsupportedValue", ()
        messages.append("A TLS listener with tls.mode 'Terminate' is not served: 'Passthrough' is.")
    return Validity(reason=reason, messages=tuple(messages), resolved_refs=resolved_refs, kinds=kinds)


def _kinds_message(listener: Listener, kinds: tuple[GroupKind, ...]) -> str:
    refused = [each.kind for each in listener.kinds if each not in kinds]
    others = listed(refused or [each.kind for each in listener.kinds])
    allowed = KINDS_BY_PROTOCOL.get(listener.protocol)
    if allowed is None:
        return f"A listener with protocol {shown(listener.protocol)} takes no {others}."
    return f"A listener with protocol {shown(listener.protocol)} takes {listed(allowed)}, not {others}."
