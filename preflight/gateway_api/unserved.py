"""Unserved: the listeners that serve nothing and the routes that are not accepted, as reasons for a missing answer."""

from collections.abc import Iterator
from functools import cached_property

from preflight.gateway_api.conditions import Condition
from preflight.gateway_api.hostnames import suffixes
from preflight.gateway_api.objects import NamespacedName, Route
from preflight.gateway_api.prediction import ListenerStatus, Prediction

MAX_NAMED = 5
"""Listeners, and routes, that one answer names."""


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
            f"Listener {status.key.name} of {status.key.kind} {status.key.parent} has port {port}, "
            f"but it is not served: {_reason(status.conditions)}"
            for status in self._listeners.get(gateway, ())
            if status.listener.port == port
        ][:MAX_NAMED]

    def routes(self, gateway: NamespacedName, host: str) -> list[str]:
        """Say which routes with a hostname for a host are not accepted by a Gateway."""
        by_name = self._routes.get(gateway, {})
        found = (each for hostname in suffixes(host) for each in by_name.get(hostname, ()))
        return [sentence for sentence, _ in zip(found, range(MAX_NAMED), strict=False)]

    @cached_property
    def _listeners(self) -> dict[NamespacedName, list[ListenerStatus]]:
        found: dict[NamespacedName, list[ListenerStatus]] = {}
        for status in (*self._prediction.gateways, *self._prediction.listener_sets):
            for listener in status.listeners:
                if not listener.served:
                    found.setdefault(listener.gateway, []).append(listener)
        return found

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
                accepted = next((one for one in each.conditions if one.type == "Accepted"), None)
                if accepted is not None and accepted.status == "False":
                    target = each.parent.target
                    listener_set = self._prediction.objects.listener_sets.get(target.key)
                    is_set = target.kind == "ListenerSet" and listener_set is not None
                    gateway = listener_set.gateway if is_set and listener_set is not None else target.key
                    yield gateway, status.route, f"{status.route} is not accepted by {target}: {accepted.message}"


def _reason(conditions: tuple[Condition, ...]) -> str:
    """Return the message of the condition that keeps a listener from being served."""
    for type_, status in (("Conflicted", "True"), ("Accepted", "False"), ("ResolvedRefs", "False")):
        for each in conditions:
            if (each.type, each.status) == (type_, status):
                return each.message
    return "its Gateway is not accepted."
