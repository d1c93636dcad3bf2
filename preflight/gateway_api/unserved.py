"""Unserved: the listeners that serve nothing and the routes that are not accepted, as reasons for a missing answer."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from preflight.gateway_api.conditions import Condition, condition_of, failed
from preflight.gateway_api.hostnames import suffixes
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS, Gateway, ListenerSet, NamespacedName, Route
from preflight.gateway_api.prediction import GatewayStatus, ListenerKey, ListenerStatus, Prediction
from preflight.gateway_api.semantics import Semantics
from preflight.values import shown

MAX_NAMED = 5
"""Listeners, and routes, that one answer names."""


class _Listener(NamedTuple):
    """A listener that is not served, and why."""

    key: ListenerKey
    port: int
    reason: str


class Unserved:
    """What would answer if it were valid."""

    def __init__(self, prediction: Prediction) -> None:
        """Keep the prediction: it is read when the first request finds no answer."""
        self._prediction = prediction

    def anywhere(self, port: int) -> list[str]:
        """Say which listeners of any Gateway would have a port."""
        return [sentence for gateway in sorted(self._listeners) for sentence in self.listeners(gateway, port)][
            :MAX_NAMED
        ]

    def listeners(self, gateway: NamespacedName, port: int) -> list[str]:
        """Say which listeners of a Gateway would have a port."""
        return [
            f"Listener {each.key.name} of {each.key.kind} {each.key.parent} has port {port}, "
            f"but it is not served: {each.reason}"
            for each in self._listeners.get(gateway, ())
            if each.port == port
        ][:MAX_NAMED]

    def routes(self, gateway: NamespacedName, host: str) -> list[str]:
        """Say which routes with a hostname for a host are not accepted by a Gateway."""
        by_name = self._routes.get(gateway, {})
        found = (each for hostname in suffixes(host) for each in by_name.get(hostname, ()))
        return [sentence for sentence, _ in zip(found, range(MAX_NAMED), strict=False)]

    @cached_property
    def _listeners(self) -> dict[NamespacedName, list[_Listener]]:
        objects = self._prediction.objects
        found: dict[NamespacedName, list[_Listener]] = {}
        for _, gateway in sorted(objects.gateways.items()):
            found.setdefault(gateway.key, []).extend(self._of("Gateway", gateway))
        for _, listener_set in sorted(objects.listener_sets.items()):
            found.setdefault(listener_set.gateway, []).extend(self._of("ListenerSet", listener_set))
        return found

    @cached_property
    def _statuses(self) -> dict[tuple[str, NamespacedName], GatewayStatus]:
        return {(each.kind, each.key): each for each in (*self._prediction.gateways, *self._prediction.listener_sets)}

    def _of(self, kind: str, owner: Gateway | ListenerSet) -> Iterator[_Listener]:
        """Yield the listeners of a Gateway or ListenerSet that are not served: all of one that is not accepted."""
        status = self._statuses.get((kind, owner.key))
        by_name = {each.key.name: each for each in (() if status is None else status.listeners)}
        for listener in owner.listeners:
            of_listener = by_name.get(listener.name)
            if of_listener is None:
                reason = self._no_status(owner) if status is None else _not_accepted(status.conditions)
            elif of_listener.served:
                continue
            else:
                reason = _reason(of_listener, self._prediction.semantics)
            yield _Listener(ListenerKey(kind, owner.key, listener.name), listener.port, reason)

    def _no_status(self, owner: Gateway | ListenerSet) -> str:
        """Say why the controller says nothing at all of a Gateway or ListenerSet."""
        if isinstance(owner, Gateway):
            return f"GatewayClass {shown(owner.class_name)} is none of Cilium's."
        if not self._prediction.semantics.listener_sets:
            return f"{self._prediction.semantics.title} serves no ListenerSets."
        is_there = owner.gateway in self._prediction.objects.gateways
        return f"Gateway {owner.gateway} {'is not accepted' if is_there else 'does not exist'}."

    @cached_property
    def _routes(self) -> dict[NamespacedName, dict[str, list[str]]]:
        found: dict[NamespacedName, dict[str, list[str]]] = {}
        for gateway, route, sentence in self._refusals():
            for hostname in route.hostnames or ("",):
                found.setdefault(gateway, {}).setdefault(hostname, []).append(sentence)
        return found

    def _refusals(self) -> Iterator[tuple[NamespacedName, Route, str]]:
        """Yield the routes that a parent does not accept, with the Gateway of the parent."""
        for status in self._prediction.routes:
            for each in status.parents:
                accepted = failed(each.conditions, "Accepted")
                if accepted is not None:
                    target = each.parent.target
                    listener_set = self._prediction.objects.listener_sets.get(target.key)
                    is_set = target.kind == "ListenerSet" and listener_set is not None
                    gateway = listener_set.gateway if is_set and listener_set is not None else target.key
                    yield gateway, status.route, f"{status.route} is not accepted by {target}: {accepted.message}"


def _reason(status: ListenerStatus, semantics: Semantics) -> str:
    """Say what keeps a listener from being served."""
    protocol = status.listener.protocol
    if protocol in LAYER_4_PROTOCOLS and not semantics.layer_4:
        return f"{semantics.title} serves no {protocol}Routes."
    conflicted = condition_of(status.conditions, "Conflicted")
    return _not_accepted(status.conditions) if conflicted is None else conflicted.message


def _not_accepted(conditions: Sequence[Condition]) -> str:
    """Say why a Gateway, a ListenerSet or a listener is not accepted; one that is, is not served for its Gateway."""
    accepted = failed(conditions, "Accepted")
    return "its Gateway is not accepted." if accepted is None else accepted.message
