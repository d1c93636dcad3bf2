"""Routes: hostnames that another listener takes, and filters that are not applied."""

from collections.abc import Iterator

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.filters import CORE_FILTERS, HEADER_MODIFIERS
from preflight.gateway_api.findings.attachment import ListenersOfParents
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.hostnames import covers
from preflight.gateway_api.objects import ParentRef, Route, Rule
from preflight.gateway_api.prediction import ListenerKey, ListenerStatus
from preflight.gateway_api.semantics import Semantics
from preflight.rules.input import Input
from preflight.values import listed, shown

GRPC_FILTERS = ("RequestHeaderModifier", "ResponseHeaderModifier", "RequestMirror")


def taken_hostnames(given: Input) -> Iterator[Finding]:
    """Yield a finding for each parentRef that attaches a route to listeners, though others take all its hostnames."""
    served, attached = _served(given), _attached(given)
    listeners = ListenersOfParents(given.prediction)
    for status in given.prediction.routes:
        route = status.route
        for entry in status.parents if route.hostnames else ():
            named = [each for each in listeners.named_by(entry.parent) if (id(route), each.key) in attached]
            if named and not any((id(route), each.key) in served for each in named):
                yield _taken(route, entry.parent, named, listeners)


def _attached(given: Input) -> set[tuple[int, ListenerKey]]:
    """Return the routes of hostnames that are attached to listeners which are served, each with the listener."""
    return {
        (id(route), each.key)
        for status in (*given.prediction.gateways, *given.prediction.listener_sets)
        for each in status.listeners
        if each.served
        for route in each.attached
    }


def _served(given: Input) -> set[tuple[int, ListenerKey]]:
    """Return the routes that get requests, each with the listener through which."""
    tables = {
        id(table): table
        for gateway in given.router.gateways.values()
        for listener in gateway.listeners
        for table in (gateway.table(listener),)
    }
    return {
        (id(attachment.route), attachment.listener.key)
        for table in tables.values()
        for hostname in table.hostnames
        for attachment in table.attachments(hostname)
    }


def _taken(route: Route, parent: ParentRef, named: list[ListenerStatus], listeners: ListenersOfParents) -> Finding:
    others = [
        each.listener.name
        for each in listeners.of(parent)
        if each.served
        and each not in named
        and each.listener.hostname
        and any(covers(each.listener.hostname, h) for h in route.hostnames)
    ]
    which = listed([each.listener.name for each in named])
    by = f" {listed(others)}" if others else "s of the Gateway"
    reason = (
        f"Requests for its hostnames go to the more specific listener{by}, and never to {which}, to which the route is "
        "attached."
    )
    fix = f"Write sectionName: {others[0]}." if others else "Attach it to the listener with its hostname."
    return found(route.manifest, "GH407", parent.path, reason, fix)


def unapplied(given: Input) -> Iterator[Finding]:
    """Yield a finding for each filter of a rule or of a backend, and each session persistence, without effect."""
    semantics = given.prediction.semantics
    for status in given.prediction.routes:
        if status.parents and status.route.kind in ("HTTPRoute", "GRPCRoute"):
            for rule in status.route.rules:
                for path, what in _unapplied(status.route, rule, semantics):
                    reason = f"{semantics.title} does not apply {what}, and says nothing about it."
                    fix = "Leave it out, and have the backend or a proxy before it do this."
                    yield found(status.route.manifest, "GH408", path, reason, fix)


def _unapplied(route: Route, rule: Rule, semantics: Semantics) -> Iterator[tuple[FieldPath, str]]:
    path: FieldPath = ("spec", "rules", rule.index)
    applied = GRPC_FILTERS if route.kind == "GRPCRoute" else (*CORE_FILTERS, *sorted(semantics.extension_filters))
    for index, each in enumerate(rule.filters):
        if each["type"] not in applied:
            yield (*path, "filters", index), f"the filter {each['type']}"
    for backend in rule.backends:
        for index, each in enumerate(backend.filters):
            if each["type"] not in HEADER_MODIFIERS or route.kind not in semantics.backend_filters:
                yield (
                    (*backend.path, "filters", index),
                    f"the filter {each['type']} of backend {shown(backend.target.name)}",
                )
    if rule.has_session_persistence:
        yield (*path, "sessionPersistence"), "sessionPersistence"
