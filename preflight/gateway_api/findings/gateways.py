"""Gateways, their classes and addresses, and ListenerSets that are not allowed."""

from collections.abc import Iterator

from preflight.finding import Finding
from preflight.gateway_api.conditions import Condition, failed
from preflight.gateway_api.findings.attachment import undecided
from preflight.gateway_api.findings.located import found, manifest_of
from preflight.gateway_api.prediction import GatewayStatus, Prediction

NO_POOL = (
    "Add a CiliumLoadBalancerIPPool with an address for its Service, or the Service itself with its status if it has "
    "one already."
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


def unaddressed_gateways(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each Gateway that gets no address, or not the one that it asks for."""
    for status in prediction.gateways:
        for type_ in ("Accepted", "Programmed"):
            why = failed(status.conditions, type_)
            if why is not None and why.reason in ADDRESS_CODES:
                yield _address(status, why, prediction)
                break


ADDRESS_CODES = {"AddressNotAssigned": "GH306", "UnsupportedAddress": "GH307", "AddressNotUsable": "GH307"}


def _address(status: GatewayStatus, why: Condition, prediction: Prediction) -> Finding:
    fixes = {
        "AddressNotAssigned": NO_POOL,
        "UnsupportedAddress": "Write an address with type IPAddress, or leave the addresses out.",
        "AddressNotUsable": "Write an address that its Service has, or leave the addresses out.",
    }
    path = ("spec", "addresses") if prediction.objects.gateways[status.key].addresses else ()
    return found(manifest_of(status, prediction), ADDRESS_CODES[why.reason], path, why.message, fixes[why.reason])


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
