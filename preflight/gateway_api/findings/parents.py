"""Parents that are not known, and kinds that the controller does not serve."""

from collections.abc import Iterator

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.findings.located import Suggestions, declared_object, found
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    LAYER_4_KINDS,
    LAYER_4_PROTOCOLS,
    NamespacedName,
    Objects,
    ParentRef,
    Reference,
    Route,
)
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.semantics import CILIUM_CONTROLLER, Semantics
from preflight.snapshot import Manifest
from preflight.suggestions import nearest
from preflight.values import counted, shown


def unserved_kinds(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each object and each listener that the controller does not serve, without saying so."""
    semantics, objects = prediction.semantics, prediction.objects
    if not semantics.layer_4:
        for route in objects.routes:
            if route.kind in LAYER_4_KINDS:
                yield _unserved(route.manifest, ("kind",), f"a {route.kind}", semantics)
        for gateway in prediction.gateways:
            manifest = objects.gateways[gateway.key].manifest
            for each in gateway.listeners:
                if each.listener.protocol in LAYER_4_PROTOCOLS:
                    path = (*each.listener.path, "protocol")
                    yield _unserved(manifest, path, f"protocol {each.listener.protocol}", semantics)
    if not semantics.listener_sets:
        for listener_set in objects.listener_sets.values():
            yield _unserved(listener_set.manifest, ("kind",), "a ListenerSet", semantics)


def _unserved(manifest: Manifest, path: FieldPath, what: str, semantics: Semantics) -> Finding:
    reason = f"{semantics.title} does not serve {what}, and does not say so: it gets no requests."
    return found(manifest, "GH309", path, reason, "Use a version of Cilium that does, such as 1.20.")


def unknown_parents(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each Gateway or ListenerSet that is not there, at the first object that wants to attach."""
    objects = prediction.objects
    wanting: dict[Reference, list[tuple[Route, ParentRef]]] = {}
    for route in objects.routes:
        for parent in route.parents:
            target = parent.target
            if target.group == GATEWAY_GROUP and not _is_known(target.kind, target.key, objects):
                wanting.setdefault(target, []).append((route, parent))
    names: dict[tuple[str, str], list[str]] = {}
    for kind, keys in (("Gateway", objects.gateways), ("ListenerSet", objects.listener_sets)):
        for key in keys:
            names.setdefault((kind, key.namespace), []).append(key.name)
    suggestions = Suggestions()
    for target, found_at in wanting.items():
        route, parent = found_at[0]
        near = suggestions.nearest(target.name, names.get((target.kind, target.namespace), ()))
        others = len({id(each) for each, _ in found_at}) - 1
        also = f" The same holds for {counted(others, 'other route')}." if others else ""
        other = _of_other_kind(target, objects) if prediction.semantics.listener_sets else None
        if other is not None:
            reason = f"{target} is not among the manifests, and {other} {target.key} is.{also}"
            yield found(route.manifest, "GH303", (*parent.path, "kind"), reason, f"Write kind: {other}.")
            continue
        reason = f"{target} is not among the manifests, so that it is not known what becomes of the route.{also}"
        fix = f"Write {shown(near)}." if near else _elsewhere(target.kind, target.key)
        yield found(route.manifest, "GH303", (*parent.path, "name"), reason, fix)


def _of_other_kind(target: Reference, objects: Objects) -> str | None:
    """Return the other kind of parents where there is one of the same name: without a kind, a Gateway is meant."""
    other = "ListenerSet" if target.kind == "Gateway" else "Gateway"
    there = objects.listener_sets if other == "ListenerSet" else objects.gateways
    return other if target.key in there or objects.rejected.has(GATEWAY_GROUP, other, *target.key) else None


def unknown_gateways_of_listener_sets(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each ListenerSet whose Gateway is not there."""
    objects = prediction.objects
    for each in objects.listener_sets.values():
        if not _is_known("Gateway", each.gateway, objects) and prediction.semantics.listener_sets:
            reason = (
                f"Gateway {each.gateway} is not among the manifests, so that it is not known what becomes of the "
                "ListenerSet."
            )
            fix = _elsewhere("Gateway", each.gateway)
            yield found(each.manifest, "GH303", ("spec", "parentRef", "name"), reason, fix)


def _is_known(kind: str, key: NamespacedName, objects: Objects) -> bool:
    """Say whether a parent is there, or of a kind that is none of ours; one that is rejected is a finding itself."""
    if objects.rejected.has(GATEWAY_GROUP, kind, *key):
        return True
    if kind == "Gateway":
        return key in objects.gateways or key in objects.declared_gateways
    return kind != "ListenerSet" or key in objects.listener_sets


def _elsewhere(kind: str, key: NamespacedName) -> str:
    declare = f"declare it in cluster.yaml (gateways: [{declared_object(key)}]), " if kind == "Gateway" else ""
    return f"Name the file with the {kind} as well, {declare}or correct the reference."


def unknown_classes(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each Gateway of a class that is neither a manifest nor declared."""
    classes = prediction.objects.gateway_classes
    ours = [name for name, known in classes.items() if known.controller == CILIUM_CONTROLLER]
    for gateway in prediction.objects.gateways.values():
        is_rejected = prediction.objects.rejected.has(GATEWAY_GROUP, "GatewayClass", "", gateway.class_name)
        if gateway.class_name not in classes and not is_rejected:
            near = nearest(gateway.class_name, ours)
            reason = (
                f"GatewayClass {shown(gateway.class_name)} is neither among the manifests nor declared, so that nobody "
                "is known to serve this Gateway: it gets no status and no requests."
            )
            meant = f"Write {shown(near)}, or declare" if near else "Declare"
            names = ", ".join([*ours, gateway.class_name])
            fix = f"{meant} it in cluster.yaml if it is one of Cilium's: gatewayClasses: [{names}]."
            yield found(gateway.manifest, "GH205", ("spec", "gatewayClassName"), reason, fix)
