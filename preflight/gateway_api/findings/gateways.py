"""Gateways, their classes and addresses, and ListenerSets that are not allowed."""

from collections.abc import Iterator

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.gateway_api.addresses import NO_ADDRESS, is_owned_by_another, overriding
from preflight.gateway_api.conditions import Condition, failed
from preflight.gateway_api.findings.attachment import undecided
from preflight.gateway_api.findings.located import found, manifest_of
from preflight.gateway_api.objects import Gateway, GatewayClass
from preflight.gateway_api.prediction import GatewayStatus, Prediction
from preflight.gateway_service_names import OWNING_GATEWAY

NO_POOL = (
    "Name the file with a CiliumLoadBalancerIPPool that has an address for its Service, or add one, or the Service "
    "itself with its status."
)


def unusable_parameters(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each GatewayClass and Gateway whose parameters cannot be used.

    Of a Gateway whose class is at fault, the class alone is found.
    """
    at_fault = set()
    for status in prediction.classes:
        why, manifest = failed(status.conditions, "Accepted"), status.gateway_class.manifest
        if why is not None and manifest is not None:
            at_fault.add(status.gateway_class.name)
            if prediction.objects.rejected.has(*_parameters(status.gateway_class)):
                continue
            fix = "Refer to a CiliumGatewayClassConfig of group cilium.io, with its namespace and name, and add it."
            yield found(manifest, "GH207", ("spec", "parametersRef"), why.message, fix)
    for gateway in prediction.gateways:
        why = failed(gateway.conditions, "Accepted")
        if why is None or why.reason != "InvalidParameters":
            continue
        if prediction.objects.gateways[gateway.key].class_name not in at_fault:
            path = ("spec", "infrastructure", "parametersRef")
            fix = "Leave it out, and give parameters to the GatewayClass."
            yield found(manifest_of(gateway, prediction), "GH207", path, why.message, fix)


def _parameters(gateway_class: GatewayClass) -> tuple[str, str, str, str]:
    """Return group, kind, namespace and name of the parameters of a class; empty for what it does not have."""
    group, kind, namespace, name = (
        str((gateway_class.parameters or {}).get(part) or "") for part in ("group", "kind", "namespace", "name")
    )
    return group, kind, namespace, name


def unaddressed_gateways(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each Gateway that gets no address, or not the one that it asks for."""
    for status in prediction.gateways:
        for type_ in ("Accepted", "Programmed"):
            why = failed(status.conditions, type_)
            if why is not None and why.reason in ADDRESS_CODES:
                yield _address(status, why, prediction)
                break


ADDRESS_CODES = {NO_ADDRESS: "GH306", "UnsupportedAddress": "GH307", "AddressNotUsable": "GH307"}


def _address(status: GatewayStatus, why: Condition, prediction: Prediction) -> Finding:
    path, fix = _remedy(prediction.objects.gateways[status.key], why.reason, prediction)
    return found(manifest_of(status, prediction), ADDRESS_CODES[why.reason], path, why.message, fix)


def _remedy(gateway: Gateway, reason: str, prediction: Prediction) -> tuple[FieldPath, str]:
    """Return where a Gateway is to be changed so that it gets an address, or the one that it asks for, and how."""
    asked: FieldPath = ("spec", "addresses") if gateway.addresses else ()
    if reason == "UnsupportedAddress":
        return asked, "Write an address with type IPAddress, or leave the addresses out."
    if reason == "AddressNotUsable":
        if overriding(gateway):
            return asked, "Leave the annotation out, or the addresses."
        return asked, "Write an address that its Service has, or leave the addresses out."
    if is_owned_by_another(gateway):
        return ("spec", "infrastructure", "labels", Key(OWNING_GATEWAY)), "Leave this label out."
    allocated = prediction.objects.allocated.get(gateway.key)
    return asked, NO_POOL if allocated is None else allocated.remedy or NO_POOL


def refused_listener_sets(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each ListenerSet that its Gateway does not allow.

    Where labels are unknown, undeclared_namespaces says so instead.
    """
    objects = prediction.objects
    for status in prediction.listener_sets:
        why = failed(status.conditions, "Accepted")
        gateway = objects.gateways.get(objects.listener_sets[status.key].gateway)
        if why is None or why.reason != "NotAllowed" or gateway is None:
            continue
        if undecided(gateway.allowed_listeners, status.key.namespace, objects) is None:
            fix = f"Let Gateway {gateway.key} take ListenerSets of its namespace, with allowedListeners.namespaces."
            yield found(manifest_of(status, prediction), "GH305", ("spec", "parentRef"), why.message, fix)
