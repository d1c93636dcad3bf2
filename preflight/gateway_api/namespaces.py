"""Which namespaces a listener takes routes from, and a Gateway ListenerSets.

Source: Gateway API v1.6.1, the doc comments of RouteNamespaces and of AllowedListeners.
"""

from collections.abc import Mapping

from preflight.gateway_api.objects import AllowedNamespaces
from preflight.gateway_api.referenced import NAME_LABEL
from preflight.selectors import Labels, selects
from preflight.values import shown


def allows(allowed: AllowedNamespaces, own: str, namespace: str, namespaces: Mapping[str, Labels]) -> bool:
    """Say whether an object of `namespace` may attach to one in the namespace `own`.

    A Namespace that is neither a manifest nor declared has only the label that the API server adds.
    """
    match allowed.from_:
        case "All":
            return True
        case "Same":
            return own == namespace
        case "Selector" if allowed.selector is not None:
            return selects(allowed.selector, namespaces.get(namespace) or {NAME_LABEL: namespace})
        case _:
            return False


def described(allowed: AllowedNamespaces, own: str) -> str:
    """Say in words which namespaces are allowed, to stand after "from"."""
    match allowed.from_:
        case "All":
            return "all namespaces"
        case "Same":
            return f"its own namespace {shown(own)}"
        case "Selector":
            return "the namespaces that its selector selects"
        case _:
            return "no namespace"
