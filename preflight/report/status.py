"""The predicted status as tables: the columns of `kubectl get -o wide`, and what the conditions say."""

from collections.abc import Sequence
from typing import TextIO

from preflight.gateway_api.conditions import Condition, condition_of
from preflight.gateway_api.objects import ROUTE_KINDS
from preflight.gateway_api.prediction import GatewayStatus, ListenerStatus, Prediction
from preflight.report.tables import Table, write_tables

Row = Sequence[str]

CLASS = ("NAME", "CONTROLLER", "ACCEPTED")
GATEWAY = ("NAMESPACE", "NAME", "CLASS", "ADDRESS", "ACCEPTED", "PROGRAMMED", "LISTENERSETS")
LISTENER_SET = ("NAMESPACE", "NAME", "GATEWAY", "ACCEPTED", "PROGRAMMED")
LISTENER = ("PARENT", "NAME", "PORT", "PROTOCOL", "HOSTNAME", "ACCEPTED", "RESOLVEDREFS", "PROGRAMMED", "ROUTES")
ROUTE = ("NAMESPACE", "NAME", "HOSTNAMES", "PARENT", "ACCEPTED", "RESOLVEDREFS")
POLICY = ("NAMESPACE", "NAME", "GATEWAY", "ACCEPTED", "RESOLVEDREFS")


def write_status(prediction: Prediction, stream: TextIO) -> None:
    """Write a table for each kind that is there: classes, Gateways, listeners, routes by kind, policies."""
    parents = (*prediction.gateways, *prediction.listener_sets)
    listeners = [_listener(listener) for status in parents for listener in status.listeners]
    tables = (
        Table("GATEWAYCLASSES", CLASS, _classes(prediction)),
        Table("GATEWAYS", GATEWAY, [_gateway(status, prediction) for status in prediction.gateways]),
        Table("LISTENERSETS", LISTENER_SET, [_listener_set(status, prediction) for status in prediction.listener_sets]),
        Table("LISTENERS", LISTENER, listeners),
        *(Table(f"{kind.upper()}S", ROUTE, _routes(kind, prediction)) for kind in ROUTE_KINDS),
        Table("BACKENDTLSPOLICIES", POLICY, _policies(prediction)),
    )
    if any(table.rows for table in tables):
        write_tables(tables, stream)
    else:
        stream.write("There is no object that the Gateway controller looks at.\n")


def _cell(conditions: Sequence[Condition], type_: str) -> str:
    """Return the status of a condition, with its reason where it does not hold."""
    found = condition_of(conditions, type_)
    if found is None:
        return ""
    return found.status if found.status == "True" else f"{found.status} ({found.reason})"


def _classes(prediction: Prediction) -> list[Row]:
    """Return a row for each class that is a manifest, or that a Gateway has."""
    used = {gateway.class_name for gateway in prediction.objects.gateways.values()}
    return [
        (status.gateway_class.name, status.gateway_class.controller, _cell(status.conditions, "Accepted"))
        for status in prediction.classes
        if status.gateway_class.manifest is not None or status.gateway_class.name in used
    ]


def _gateway(status: GatewayStatus, prediction: Prediction) -> Row:
    return (
        status.key.namespace,
        status.key.name,
        prediction.objects.gateways[status.key].class_name,
        ",".join(address["value"] for address in status.addresses),
        _cell(status.conditions, "Accepted"),
        _cell(status.conditions, "Programmed"),
        str(status.attached_listener_sets),
    )


def _listener_set(status: GatewayStatus, prediction: Prediction) -> Row:
    return (
        status.key.namespace,
        status.key.name,
        str(prediction.objects.listener_sets[status.key].gateway),
        _cell(status.conditions, "Accepted"),
        _cell(status.conditions, "Programmed"),
    )


def _listener(status: ListenerStatus) -> Row:
    kind = "" if status.key.kind == "Gateway" else f"{status.key.kind} "
    listener = status.listener
    return (
        f"{kind}{status.key.parent}",
        listener.name,
        str(listener.port),
        listener.protocol,
        listener.hostname or "*",
        _cell(status.conditions, "Accepted"),
        _cell(status.conditions, "ResolvedRefs"),
        _cell(status.conditions, "Programmed"),
        str(len(status.attached)),
    )


def _routes(kind: str, prediction: Prediction) -> list[Row]:
    """Return a row for each parent of each route; one without where no parent takes notice of it."""
    rows: list[Row] = []
    for status in prediction.routes:
        if status.route.kind != kind:
            continue
        key, hostnames = status.route.key, ",".join(status.route.hostnames)
        rows += [
            (
                *key,
                hostnames,
                str(entry.parent),
                _cell(entry.conditions, "Accepted"),
                _cell(entry.conditions, "ResolvedRefs"),
            )
            for entry in status.parents
        ] or [(*key, hostnames, "", "", "")]
    return rows


def _policies(prediction: Prediction) -> list[Row]:
    rows: list[Row] = []
    for status in prediction.policies:
        key = status.policy.key
        rows += [
            (*key, str(gateway), _cell(conditions, "Accepted"), _cell(conditions, "ResolvedRefs"))
            for gateway, conditions in status.ancestors.items()
        ] or [(*key, "", "", "")]
    return rows
