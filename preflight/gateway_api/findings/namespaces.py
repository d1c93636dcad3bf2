"""Namespaces whose labels decide, and that nobody has declared."""

from collections.abc import Iterator
from typing import NamedTuple

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.conditions import failed
from preflight.gateway_api.findings.attachment import ListenersOfParents, undecided
from preflight.gateway_api.findings.located import found, listener_of
from preflight.gateway_api.prediction import Prediction
from preflight.selectors import Selector
from preflight.snapshot import Manifest
from preflight.values import counted, shown


def undeclared_namespaces(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each Namespace whose labels decide something, at the first object that needs them."""
    needing: dict[str, list[_Need]] = {}
    for need in (*_of_routes(prediction), *_of_listener_sets(prediction)):
        needing.setdefault(need.namespace, []).append(need)
    for namespace, needs in needing.items():
        if prediction.objects.rejected.has("", "Namespace", "", namespace):
            continue
        manifest, path, _, selector, owner = needs[0]
        others = len({each.manifest.key for each in needs}) - 1
        also = f" The same holds for {counted(others, 'other object')}." if others else ""
        reason = (
            f"The selector of {owner} goes by the labels of Namespace {shown(namespace)}, which is neither among "
            f"the manifests nor declared: without labels it is not selected.{also}"
        )
        labels = ", ".join(f"{key}: {value}" for key, value in selector.match_labels.items()) or "KEY: VALUE"
        fix = (
            "Add it, or declare it in cluster.yaml with the labels that it has: "
            f"namespaces: [{{name: {namespace}, labels: {{{labels}}}}}]."
        )
        yield found(manifest, "GH206", path, reason, fix)


class _Need(NamedTuple):
    """An object that needs the labels of a Namespace, and the selector that goes by them."""

    manifest: Manifest
    path: FieldPath
    namespace: str
    selector: Selector
    owner: str
    """Whose selector it is."""


def _of_routes(prediction: Prediction) -> Iterator[_Need]:
    """Yield the routes that a selector has refused for want of labels."""
    listeners = ListenersOfParents(prediction)
    for status in prediction.routes:
        namespace = status.route.key.namespace
        for entry in status.parents:
            why = failed(entry.conditions, "Accepted")
            if why is None or why.reason != "NotAllowedByListeners":
                continue
            for each in listeners.serving(entry.parent, status.route):
                selector = undecided(each.listener.namespaces, namespace, prediction.objects)
                if selector is not None:
                    owner = listener_of(each.listener, each.key.kind, each.key.parent)
                    yield _Need(status.route.manifest, entry.parent.path, namespace, selector, owner)
                    break


def _of_listener_sets(prediction: Prediction) -> Iterator[_Need]:
    """Yield the ListenerSets that a selector has refused for want of labels."""
    objects = prediction.objects
    for status in prediction.listener_sets:
        why = failed(status.conditions, "Accepted")
        listener_set = objects.listener_sets[status.key]
        gateway = objects.gateways.get(listener_set.gateway)
        if why is None or why.reason != "NotAllowed" or gateway is None:
            continue
        selector = undecided(gateway.allowed_listeners, status.key.namespace, objects)
        if selector is not None:
            owner = f"allowedListeners of Gateway {gateway.key}"
            yield _Need(listener_set.manifest, ("spec", "parentRef"), status.key.namespace, selector, owner)
