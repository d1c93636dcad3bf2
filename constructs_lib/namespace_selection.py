"""Which namespaces a listener or Gateway selects by their labels, judged once all Namespaces of the app are known."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from constructs_lib.checks import refused, users_line
from constructs_lib.registry import Identity, app_of
from constructs_lib.selectors import LabelSelector

import cdk8s
from constructs import Construct

NAME_LABEL = "kubernetes.io/metadata.name"
"""The label that the API server gives to every Namespace."""


class Selection(NamedTuple):
    """An object that is taken only if its namespace has certain labels, by whom, and where the user wrote it."""

    selected: Identity
    selector: LabelSelector
    by: str
    written_at: str | None


_labels: WeakKeyDictionary[cdk8s.App, dict[str, Mapping[str, str]]] = WeakKeyDictionary()
_selections: WeakKeyDictionary[cdk8s.App, list[Selection]] = WeakKeyDictionary()


def record_namespace(scope: Construct, name: str, labels: Mapping[str, str]) -> None:
    """Keep the labels of a Namespace of the app."""
    _labels.setdefault(app_of(scope), {})[name] = {**labels, NAME_LABEL: name}


def record_selection(scope: Construct, selected: Identity, selector: LabelSelector, by: str) -> None:
    """Keep that an object is taken by `by`, in words, if its namespace has the labels of a selector."""
    _selections.setdefault(app_of(scope), []).append(Selection(selected, selector, by, users_line()))


def refuse_unselected(app: cdk8s.App, manifests: Iterable[Mapping[str, Any]] = ()) -> None:
    """Raise ValueError for an object in a Namespace of the app whose labels the selector does not select.

    Namespaces of other libraries are found among `manifests`. Nothing is known of the labels of other namespaces: what
    is in them is accepted. Source: Gateway API v1.6.1, allowedRoutes and allowedListeners; the cluster would say
    NotAllowedByListeners and NotAllowed.
    """
    namespaces = {**_labels_in(manifests), **_labels.get(app, {})}
    for entry in _selections.get(app, ()):
        labels = namespaces.get(str(entry.selected.namespace))
        if labels is not None and not entry.selector.matches(labels):
            raise refused(
                f"{entry.selected}: namespace",
                entry.selected.namespace,
                f"has the labels {dict(labels)}, which the selector of {entry.by} does not select",
                allowed=f"namespaces with the labels that {entry.by} selects",
                fix="give the Namespace these labels=..., or select it",
                written_at=entry.written_at,
            )


def _labels_in(manifests: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, str]]:
    """Return the labels of the Namespaces among some manifests, by name."""
    found = [entry for entry in manifests if (entry.get("apiVersion"), entry.get("kind")) == ("v1", "Namespace")]
    metadata = [entry["metadata"] for entry in found if entry.get("metadata")]
    return {str(part.get("name")): {**(part.get("labels") or {}), NAME_LABEL: part.get("name")} for part in metadata}
