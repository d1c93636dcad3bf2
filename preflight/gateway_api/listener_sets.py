"""ListenerSets: which ones a Gateway allows, and in which order they come.

Source: Gateway API v1.6.1, the doc comments of ListenerSet and of GatewaySpec.allowedListeners.
"""

from preflight.gateway_api.ages import age_key
from preflight.gateway_api.namespaces import allows
from preflight.gateway_api.objects import Gateway, ListenerSet, NamespacedName, Objects
from preflight.gateway_api.semantics import Semantics


def by_gateway(objects: Objects, semantics: Semantics) -> dict[NamespacedName, list[ListenerSet]]:
    """Return the ListenerSets of each Gateway: the oldest first, then by namespace and name; none where not served."""
    found: dict[NamespacedName, list[ListenerSet]] = {}
    if semantics.listener_sets:
        for each in sorted(objects.listener_sets.values(), key=age_key):
            found.setdefault(each.gateway, []).append(each)
    return found


def is_allowed(listener_set: ListenerSet, gateway: Gateway, objects: Objects) -> bool:
    """Say whether a Gateway lets a ListenerSet attach."""
    return allows(gateway.allowed_listeners, gateway.key.namespace, listener_set.key.namespace, objects.namespaces)
