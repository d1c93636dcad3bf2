"""Gateways and ListenerSets: the conditions of each.

Source: cilium/cilium, operator/pkg/gateway-api/gateway_reconcile.go.
"""

from collections.abc import Sequence

from preflight.gateway_api.addresses import Addresses, addresses_of, unsupported_address
from preflight.gateway_api.client_certificates import client_certificate_condition, insecure_condition
from preflight.gateway_api.conditions import Condition, false, true
from preflight.gateway_api.listener_conditions import JudgedListener, in_gateway, in_listener_set
from preflight.gateway_api.objects import Gateway, ListenerSet, Objects
from preflight.gateway_api.prediction import GatewayStatus, ListenerStatus
from preflight.gateway_api.semantics import Semantics
from preflight.values import listed, shown

MAX_NAMES = 4
"""Listeners that a message lists."""


def gateway_status(
    gateway: Gateway,
    listeners: Sequence[JudgedListener],
    *,
    listener_sets: int,
    service_type: str,
    objects: Objects,
    semantics: Semantics,
) -> GatewayStatus:
    """Return what becomes of a Gateway with good parameters.

    `listener_sets` is how many of its ListenerSets have a valid listener, `service_type` the type of its Service.
    """
    addresses: Addresses | None = None
    conditions: tuple[Condition, ...]
    if not any(each.is_valid for each in listeners):
        conditions = _none_valid(f"Gateway {gateway.key}", listeners)
        listener_sets = 0
    elif (unsupported := unsupported_address(gateway, semantics)) is not None:
        conditions = (
            false("Accepted", "UnsupportedAddress", unsupported),
            false("Programmed", "ListenersNotReady", unsupported),
        )
        listener_sets = 0 if semantics.parent_has_to_be_accepted else listener_sets
    else:
        addresses = addresses_of(gateway, service_type, objects, semantics)
        conditions = (_accepted(gateway, listeners, semantics), addresses.programmed)
    others = client_certificate_condition(gateway, objects, semantics), insecure_condition(gateway, semantics)
    conditions = (*conditions, *(each for each in others if each is not None))
    has_address = addresses is not None and addresses.assigned
    return GatewayStatus(
        kind="Gateway",
        key=gateway.key,
        conditions=conditions,
        listeners=tuple(
            in_gateway(each, semantics, served=addresses is not None, has_address=has_address) for each in listeners
        ),
        addresses=addresses.addresses if addresses is not None else (),
        attached_listener_sets=listener_sets,
    )


def with_bad_parameters(gateway: Gateway, problem: str) -> GatewayStatus:
    """Return what becomes of a Gateway whose parameters, or those of its class, are bad: nothing else is looked at."""
    return GatewayStatus(
        kind="Gateway",
        key=gateway.key,
        conditions=(
            false("Accepted", "InvalidParameters", problem),
            Condition("Programmed", "Unknown", "Pending", "It waits for good parameters."),
        ),
        listeners=(),
        addresses=(),
        attached_listener_sets=0,
    )


def listener_set_status(
    listener_set: ListenerSet, listeners: Sequence[JudgedListener], semantics: Semantics, *, served: bool
) -> GatewayStatus:
    """Return what becomes of a ListenerSet that its Gateway allows; `served` says whether the Gateway is."""
    if any(each.is_valid for each in listeners):
        conditions = (
            true("Accepted", "Accepted", f"Gateway {listener_set.gateway} takes its listeners."),
            true("Programmed", "Programmed", f"Gateway {listener_set.gateway} serves its listeners."),
        )
    else:
        conditions = _none_valid(f"ListenerSet {listener_set.key}", listeners)
    return _listener_set(
        listener_set, conditions, tuple(in_listener_set(each, semantics, served=served) for each in listeners)
    )


def not_allowed(listener_set: ListenerSet) -> GatewayStatus:
    """Return what becomes of a ListenerSet that its Gateway does not allow."""
    message = (
        f"The allowedListeners of Gateway {listener_set.gateway} do not let ListenerSets of namespace "
        f"{shown(listener_set.key.namespace)} attach."
    )
    return _listener_set(listener_set, _both("NotAllowed", message), ())


def parent_not_accepted(listener_set: ListenerSet) -> GatewayStatus:
    """Return what becomes of a ListenerSet that its Gateway allows, and whose Gateway is not accepted."""
    message = f"Gateway {listener_set.gateway} is not accepted itself."
    conditions = false("Accepted", "ParentNotAccepted", message), false("Programmed", "ParentNotProgrammed", message)
    return _listener_set(listener_set, conditions, ())


def _listener_set(
    listener_set: ListenerSet, conditions: tuple[Condition, ...], listeners: tuple[ListenerStatus, ...]
) -> GatewayStatus:
    return GatewayStatus(
        kind="ListenerSet",
        key=listener_set.key,
        conditions=conditions,
        listeners=listeners,
        addresses=(),
        attached_listener_sets=0,
    )


def _none_valid(owner: str, listeners: Sequence[JudgedListener]) -> tuple[Condition, Condition]:
    names = listed([each.listener.name for each in listeners], most=MAX_NAMES)
    return _both("ListenersNotValid", f"{owner} has no valid listener, of {names}.")


def _both(reason: str, message: str) -> tuple[Condition, Condition]:
    return false("Accepted", reason, message), false("Programmed", reason, message)


def _accepted(gateway: Gateway, listeners: Sequence[JudgedListener], semantics: Semantics) -> Condition:
    invalid = [each for each in listeners if not each.is_valid]
    if not invalid:
        return true("Accepted", "Accepted", f"All listeners of {gateway.key} are valid.")
    unsupported = any(each.validity.reason == "UnsupportedProtocol" for each in invalid)
    reason = "ListenersNotValid" if unsupported or not semantics.some_invalid_is_accepted else "Accepted"
    names = listed([each.listener.name for each in invalid], most=MAX_NAMES)
    return true("Accepted", reason, f"Some listeners of {gateway.key} are not valid: {names}.")
