"""Which listeners a route names, and which of them take it."""

from preflight.gateway_api.namespaces import allows
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    AllowedNamespaces,
    GroupKind,
    Objects,
    ParentRef,
    Route,
)
from preflight.gateway_api.prediction import ListenerStatus, Prediction
from preflight.gateway_api.referenced import NAME_LABEL
from preflight.selectors import Selector


class ListenersOfParents:
    """The listeners of each parent, and the routes that are attached to them."""

    def __init__(self, prediction: Prediction) -> None:
        self._of: dict[tuple[str, object], tuple[ListenerStatus, ...]] = {
            (status.kind, status.key): status.listeners for status in (*prediction.gateways, *prediction.listener_sets)
        }
        self._namespaces = prediction.objects.namespaces
        # By identity: to compare whole routes takes long.
        self._attached = {
            each.key: {id(route) for route in each.attached} for listeners in self._of.values() for each in listeners
        }

    def of(self, parent: ParentRef) -> tuple[ListenerStatus, ...]:
        """Return the listeners of a parent."""
        return self._of.get((parent.target.kind, parent.target.key), ())

    def named_by(self, parent: ParentRef) -> list[ListenerStatus]:
        """Return the listeners of a parent that its section name and port name."""
        return [
            each
            for each in self.of(parent)
            if parent.section_name in (None, each.listener.name) and parent.port in (None, each.listener.port)
        ]

    def serving(self, parent: ParentRef, route: Route) -> list[ListenerStatus]:
        """Return the listeners that a parentRef names and that serve the kind of the route."""
        kind = GroupKind(GATEWAY_GROUP, route.kind)
        return [each for each in self.named_by(parent) if kind in each.supported_kinds]

    def allowing(self, parent: ParentRef, route: Route) -> list[ListenerStatus]:
        """Return the listeners that a parentRef names and that allow the kind and the namespace of the route."""
        return [
            each
            for each in self.serving(parent, route)
            if allows(each.listener.namespaces, each.key.parent.namespace, route.key.namespace, self._namespaces)
        ]

    def take(self, parent: ParentRef, route: Route) -> bool:
        """Say whether a route is attached to one of the listeners that a parentRef names."""
        return any(id(route) in self._attached[each.key] for each in self.named_by(parent))


def undecided(allowed: AllowedNamespaces, namespace: str, objects: Objects) -> Selector | None:
    """Return the selector that goes by labels which nobody has declared, where one decides if a namespace may attach.

    The label with its name is known of every Namespace.
    """
    selector = allowed.selector
    if allowed.from_ != "Selector" or selector is None or namespace in objects.namespaces:
        return None
    return None if selector.keys == {NAME_LABEL} else selector
