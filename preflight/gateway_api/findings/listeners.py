"""Listeners that are not accepted, and those that serve other routes than the ones attached to them."""

from collections.abc import Iterator

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.certificates import certificate_problem
from preflight.gateway_api.conditions import condition_of, failed
from preflight.gateway_api.findings.certificates import is_unusable_for_rejected, unusable_certificate
from preflight.gateway_api.findings.located import found, manifest_of
from preflight.gateway_api.listeners import KINDS_BY_PROTOCOL
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS
from preflight.gateway_api.prediction import ListenerStatus, Prediction
from preflight.snapshot import Manifest
from preflight.suggestions import nearest
from preflight.values import listed, shown


def refused_listeners(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each listener that is not accepted, or not with all that it lists.

    Of the listeners of one object, those that conflict on a port or name the same bad certificate have one finding.
    """
    for status in (*prediction.gateways, *prediction.listener_sets):
        manifest = manifest_of(status, prediction)
        causes: set[object] = set()
        for listener in status.listeners:
            cause, finding = _of_listener(listener, manifest, prediction) or (None, None)
            if finding is not None and cause not in causes:
                causes.add(cause)
                yield finding


def _of_listener(status: ListenerStatus, manifest: Manifest, prediction: Prediction) -> tuple[object, Finding] | None:
    """Return why a listener is not accepted: the first cause, since the others follow from it, with its finding."""
    listener, path = status.listener, status.listener.path
    conflict = condition_of(status.conditions, "Conflicted")
    if conflict is not None and conflict.status == "True":
        by_hostname = conflict.reason == "HostnameConflict"
        fix = "Give the listeners different hostnames or ports." if by_hostname else "Write another port."
        finding = found(manifest, "GH301", (*path, "hostname" if by_hostname else "port"), conflict.message, fix)
        return (listener.port, conflict.reason), finding
    problem = certificate_problem(listener, status.key.kind, status.key.parent, prediction.objects)
    if problem is not None and is_unusable_for_rejected(problem, prediction.objects):
        return None
    if problem is not None:
        index = listener.certificates.index(problem.reference)
        place = (*path, "tls", "certificateRefs", index)
        return problem, unusable_certificate(manifest, place, problem, "Secret", prediction.objects)
    refused = _refused(status)
    return None if refused is None else (path, found(manifest, "GH301", *refused))


def _refused(status: ListenerStatus) -> tuple[FieldPath, str, str] | None:
    """Return the field for which a listener is not accepted by itself, the reason and what to change.

    What its Gateway says of client certificates is left to unusable_client_certificates.
    """
    listener, path = status.listener, status.listener.path
    resolved, accepted = failed(status.conditions, "ResolvedRefs"), failed(status.conditions, "Accepted")
    if accepted is not None and accepted.reason == "UnsupportedProtocol" and listener.protocol in LAYER_4_PROTOCOLS:
        return (*path, "protocol"), accepted.message, "Use HTTP, HTTPS or TLS, or switch host networking off."
    if accepted is not None and accepted.reason == "UnsupportedProtocol":
        near = nearest(listener.protocol, list(KINDS_BY_PROTOCOL))
        fix = f"Write {shown(near)}." if near else f"Write {listed(list(KINDS_BY_PROTOCOL), 'or')}."
        return (*path, "protocol"), accepted.message, fix
    if accepted is not None and accepted.reason == "UnsupportedValue":
        fix = "Write Passthrough and attach a TLSRoute, or use protocol HTTPS, which terminates TLS."
        return (*path, "tls", "mode"), accepted.message, fix
    if resolved is not None and resolved.reason == "InvalidRouteKinds":
        fix = f"List {listed(KINDS_BY_PROTOCOL.get(listener.protocol, ()), 'or')}, or leave the kinds out."
        return (*path, "allowedRoutes", "kinds"), resolved.message, fix
    return None


def shared_listeners(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each Gateway whose HTTP listeners on several ports serve each other's routes."""
    if not prediction.semantics.shared_http_table:
        return
    sets: dict[object, list[ListenerStatus]] = {}
    for listener_set in prediction.listener_sets:
        for listener in listener_set.listeners:
            sets.setdefault(listener.gateway, []).append(listener)
    for status in prediction.gateways:
        plain = [
            each
            for each in (*status.listeners, *sets.get(status.key, ()))
            if each.served and each.listener.protocol == "HTTP"
        ]
        ports = {each.listener.port for each in plain}
        routes = {
            port: {id(route) for each in plain if each.listener.port == port for route in each.attached}
            for port in ports
        }
        if len({frozenset(attached) for attached in routes.values()}) > 1:
            reason = (
                f"Cilium has one table of routes for the HTTP listeners on ports {listed(sorted(ports))}, so that each "
                "route answers on all of these ports, also those that it is not attached to."
            )
            fix = "Use one port for HTTP, or a Gateway for each."
            yield found(manifest_of(status, prediction), "GH308", ("spec", "listeners"), reason, fix)
