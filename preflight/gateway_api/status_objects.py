"""A predicted status as Kubernetes has it: `apiVersion`, `kind`, `metadata` and `status`.

Conditions have no times. They have observedGeneration where the manifest has a generation.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from preflight.gateway_api.conditions import Condition
from preflight.gateway_api.objects import GATEWAY_GROUP, NamespacedName
from preflight.gateway_api.prediction import (
    ClassStatus,
    GatewayStatus,
    ListenerStatus,
    PolicyStatus,
    Prediction,
    RouteStatus,
)
from preflight.gateway_api.semantics import CILIUM_CONTROLLER
from preflight.snapshot import Manifest

Json = dict[str, Any]


def statuses(prediction: Prediction) -> list[Json]:
    """Return the objects that have a status: sorted by kind, namespace and name."""
    objects = prediction.objects
    found = [
        *(_of_class(each) for each in prediction.classes if each.gateway_class.manifest is not None),
        *(_of_gateway(each, objects.gateways[each.key].manifest) for each in prediction.gateways),
        *(_of_listener_set(each, objects.listener_sets[each.key].manifest) for each in prediction.listener_sets),
        *(_of_route(each) for each in prediction.routes if each.parents),
        *(_of_policy(each) for each in prediction.policies if each.ancestors),
    ]
    return sorted(found, key=_place)


def _place(status: Mapping[str, Any]) -> tuple[str, str, str]:
    metadata = status["metadata"]
    return status["kind"], metadata.get("namespace", ""), metadata["name"]


def _of_class(status: ClassStatus) -> Json:
    """Return a GatewayClass that is a manifest."""
    manifest = status.gateway_class.manifest
    assert manifest is not None  # noqa: S101  # those that the cluster file declares are no objects of ours
    return _object(
        manifest,
        {
            "conditions": _conditions(status.conditions, manifest),
            "supportedFeatures": [{"name": name} for name in status.features],
        },
    )


def _of_gateway(status: GatewayStatus, manifest: Manifest) -> Json:
    """Return a Gateway."""
    found: Json = {"conditions": _conditions(status.conditions, manifest)}
    if status.addresses:
        found["addresses"] = [dict(address) for address in status.addresses]
    if status.attached_listener_sets:
        found["attachedListenerSets"] = status.attached_listener_sets
    return _object(manifest, found | _listeners(status, manifest))


def _of_listener_set(status: GatewayStatus, manifest: Manifest) -> Json:
    """Return a ListenerSet."""
    return _object(manifest, {"conditions": _conditions(status.conditions, manifest)} | _listeners(status, manifest))


def _of_route(status: RouteStatus) -> Json:
    """Return a route."""
    manifest = status.route.manifest
    parents = [
        {
            "parentRef": dict(each.parent.written),
            "controllerName": CILIUM_CONTROLLER,
            "conditions": _conditions(each.conditions, manifest),
        }
        for each in status.parents
    ]
    return _object(manifest, {"parents": parents})


def _of_policy(status: PolicyStatus) -> Json:
    """Return a BackendTLSPolicy."""
    manifest = status.policy.manifest
    ancestors = [
        {
            "ancestorRef": _gateway_reference(gateway),
            "controllerName": CILIUM_CONTROLLER,
            "conditions": _conditions(conditions, manifest),
        }
        for gateway, conditions in sorted(status.ancestors.items())
    ]
    return _object(manifest, {"ancestors": ancestors})


def _object(manifest: Manifest, status: Json) -> Json:
    key = manifest.key
    namespace = {"namespace": key.namespace} if key.namespace else {}
    return {
        "apiVersion": manifest.api_version,
        "kind": key.kind,
        "metadata": {"name": key.name} | namespace,
        "status": status,
    }


def _conditions(conditions: Iterable[Condition], manifest: Manifest) -> list[Json]:
    generation = (manifest.data.get("metadata") or {}).get("generation")
    observed = {} if generation is None else {"observedGeneration": generation}
    return [condition.to_json() | observed for condition in conditions]


def _listeners(status: GatewayStatus, manifest: Manifest) -> Json:
    return {"listeners": [_listener(each, manifest) for each in status.listeners]} if status.listeners else {}


def _listener(status: ListenerStatus, manifest: Manifest) -> Json:
    return {
        "name": status.listener.name,
        "supportedKinds": [{"group": group, "kind": kind} for group, kind in status.supported_kinds],
        "conditions": _conditions(status.conditions, manifest),
        "attachedRoutes": len(status.attached),
    }


def _gateway_reference(gateway: NamespacedName) -> Json:
    return {"group": GATEWAY_GROUP, "kind": "Gateway", "namespace": gateway.namespace, "name": gateway.name}
