"""GatewayClasses: which are Cilium's, and whether their parameters are good.

Source: cilium/cilium, operator/pkg/gateway-api/gatewayclass_reconcile.go and gatewayclass_status.go.
"""

from collections.abc import Mapping
from typing import Any

from preflight.gateway_api.conditions import false, true
from preflight.gateway_api.objects import GatewayClass, NamespacedName, Objects
from preflight.gateway_api.prediction import ClassStatus
from preflight.gateway_api.semantics import CILIUM_CONTROLLER, Semantics
from preflight.values import shown

CONFIG = ("cilium.io", "CiliumGatewayClassConfig")


def classes_of_cilium(objects: Objects) -> Mapping[str, GatewayClass]:
    """Return the GatewayClasses that Cilium's controller serves, by name."""
    return {
        name: each for name, each in sorted(objects.gateway_classes.items()) if each.controller == CILIUM_CONTROLLER
    }


def class_status(gateway_class: GatewayClass, objects: Objects, semantics: Semantics) -> ClassStatus:
    """Return what becomes of a GatewayClass of Cilium."""
    problem = parameters_problem(gateway_class, objects)
    accepted = (
        true("Accepted", "Accepted", f"GatewayClass {gateway_class.name} is Cilium's.")
        if problem is None
        else false("Accepted", "InvalidParameters", problem)
    )
    return ClassStatus(gateway_class=gateway_class, conditions=(accepted,), features=tuple(sorted(semantics.features)))


def parameters_problem(gateway_class: GatewayClass, objects: Objects) -> str | None:
    """Say what is wrong with the parametersRef of a GatewayClass."""
    parameters = gateway_class.parameters
    if parameters is None:
        return None
    where = f"The parametersRef of GatewayClass {gateway_class.name}"
    if (parameters["group"], parameters["kind"]) != CONFIG:
        kind = f"{parameters['group']}/{parameters['kind']}"
        return f"{where} names the kind {shown(kind)}, not cilium.io/CiliumGatewayClassConfig."
    key = NamespacedName(parameters.get("namespace") or "", parameters.get("name") or "")
    if not all(key):
        return f"{where} needs a name and a namespace."
    if key not in objects.class_configs:
        return f"CiliumGatewayClassConfig {key}, which GatewayClass {gateway_class.name} names, does not exist."
    return None


def class_config(gateway_class: GatewayClass, objects: Objects) -> Mapping[str, Any] | None:
    """Return the spec of the CiliumGatewayClassConfig of a class; None where it has none, or one that is not there."""
    parameters = gateway_class.parameters or {}
    return objects.class_configs.get(NamespacedName(parameters.get("namespace") or "", parameters.get("name") or ""))


def service_type(gateway_class: GatewayClass, objects: Objects) -> str:
    """Return the type of the Services of a class's Gateways."""
    config = class_config(gateway_class, objects) or {}
    return str((config.get("service") or {}).get("type") or "LoadBalancer")
