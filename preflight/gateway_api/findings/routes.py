"""Routes that a parent does not accept, that reach no listener, or that ask for what is not served."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from preflight.finding import Finding
from preflight.gateway_api.conditions import Condition, failed, holds
from preflight.gateway_api.findings.attachment import ListenersOfParents, undecided
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS, ParentRef, Route
from preflight.gateway_api.prediction import ListenerStatus, Prediction, RouteStatus
from preflight.gateway_api.route_values import refused_field, unsupported_kind
from preflight.gateway_api.semantics import Semantics
from preflight.suggestions import nearest
from preflight.values import listed, shown

Refusal = tuple[Route, ParentRef, Condition]


def unaccepted_routes(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each parent that does not accept a route, and for one whose listeners do not take it.

    Where only labels that nobody has declared are missing, undeclared_namespaces says so instead.
    """
    listeners = ListenersOfParents(prediction)
    for status in prediction.routes:
        unsupported = _unsupported(status, prediction.semantics)
        if unsupported is not None:
            yield unsupported
            continue
        for entry in status.parents:
            why = failed(entry.conditions, "Accepted")
            if not listeners.of(entry.parent):
                continue  # of a parent that is not served at all, its own finding says so
            if why is None:
                if holds(entry.conditions, "Accepted") and not listeners.take(entry.parent, status.route):
                    yield _attached_to_none(status.route, entry.parent, listeners)
            elif unsupported_kind(status.route, prediction.semantics) is not None:
                protocols = {each.listener.protocol for each in listeners.of(entry.parent)}
                if protocols.isdisjoint(LAYER_4_PROTOCOLS):  # otherwise the finding on such a listener says so
                    yield _of_no_use(status.route, entry.parent, why)
            elif not _is_undecided(status.route, entry.parent, why, listeners, prediction):
                yield _refused(status.route, entry.parent, why, listeners)


def _is_undecided(
    route: Route, parent: ParentRef, why: Condition, listeners: ListenersOfParents, prediction: Prediction
) -> bool:
    """Say whether a route is refused only for want of labels that nobody has declared."""
    return why.reason == "NotAllowedByListeners" and any(
        undecided(each.listener.namespaces, route.key.namespace, prediction.objects) is not None
        for each in listeners.serving(parent, route)
    )


def _of_no_use(route: Route, parent: ParentRef, why: Condition) -> Finding:
    """Return the finding on a route of a kind that is not served."""
    fix = "Attach an HTTPRoute, GRPCRoute or TLSRoute, or switch host networking off."
    return found(route.manifest, "GH302", parent.path, why.message, fix)


def _unsupported(status: RouteStatus, semantics: Semantics) -> Finding | None:
    """Return the finding on a value for which no parent accepts a route."""
    refused = refused_field(status.route, semantics) if status.parents else None
    if refused is None:
        return None
    return found(status.route.manifest, "GH403", refused.path, f"It {refused.said}", refused.fix)


def _refused(route: Route, parent: ParentRef, why: Condition, listeners: ListenersOfParents) -> Finding:
    """Return the finding on a parent that does not accept a route."""
    explain = REFUSALS.get(why.reason)
    if explain is None:
        return found(route.manifest, "GH302", parent.path, why.message, "Change what the reason names.")
    return explain(route, parent, why, listeners)


def _no_such_listener(route: Route, parent: ParentRef, why: Condition, listeners: ListenersOfParents) -> Finding:
    names = [each.listener.name for each in listeners.of(parent)]
    if parent.section_name is not None and parent.section_name not in names:
        near = nearest(parent.section_name, names)
        fix = f"Write {shown(near)}." if near else f"Write {listed(names, 'or')}."
        return found(route.manifest, "GH302", (*parent.path, "sectionName"), why.message, fix)
    ports = sorted(
        {each.listener.port for each in listeners.of(parent) if parent.section_name in (None, each.listener.name)}
    )
    return found(route.manifest, "GH302", (*parent.path, "port"), why.message, f"Write {listed(ports, 'or')}.")


def _no_hostname(route: Route, parent: ParentRef, why: Condition, listeners: ListenersOfParents) -> Finding:
    choices = (listeners.allowing(parent, route), listeners.named_by(parent), listeners.of(parent))
    hostnames = next(names for each in choices if (names := _hostnames(each)))
    fix = f"Write hostnames that {listed(hostnames, 'or')} covers."
    return found(route.manifest, "GH302", ("spec", "hostnames"), why.message, fix)


def _hostnames(listeners: Iterable[ListenerStatus]) -> list[str]:
    """Return the hostnames of listeners, without those that take any."""
    return sorted({each.listener.hostname for each in listeners} - {""})


def _not_allowed(route: Route, parent: ParentRef, why: Condition, listeners: ListenersOfParents) -> Finding:
    serving = listeners.serving(parent, route)
    if not serving:
        fix = f"Attach it to a listener whose protocol and allowedRoutes.kinds take {route.kind}s."
        return found(route.manifest, "GH302", parent.path, why.message, fix)
    if listeners.allowing(parent, route):
        return found(
            route.manifest, "GH302", ("spec", "hostnames"), why.message, "Give the two routes different hostnames."
        )
    names = listed([each.listener.name for each in serving], "or")
    fix = f"Let {names} take routes of namespace {shown(route.key.namespace)}, with allowedRoutes.namespaces."
    return found(route.manifest, "GH302", parent.path, why.message, fix)


REFUSALS: Mapping[str, Callable[[Route, ParentRef, Condition, ListenersOfParents], Finding]] = {
    "NoMatchingParent": _no_such_listener,
    "NoMatchingListenerHostname": _no_hostname,
    "NotAllowedByListeners": _not_allowed,
}
"""What is at fault, by the reason of Accepted."""


def _attached_to_none(route: Route, parent: ParentRef, listeners: ListenersOfParents) -> Finding:
    """Return the finding on a route that is accepted and yet gets no requests."""
    named = listeners.named_by(parent)
    if not named:
        reason = (
            f"{parent.target} accepts the route, but it has no listener of that name and port: it gets no requests."
        )
        names = [f"{each.listener.name} on port {each.listener.port}" for each in listeners.of(parent)]
        return found(route.manifest, "GH304", parent.path, reason, f"Name one of its listeners: {listed(names, 'or')}.")
    which, does = listed([each.listener.name for each in named]), "does" if len(named) == 1 else "do"
    allowing = listeners.allowing(parent, route)
    if not allowing:
        reason = (
            f"{parent.target} accepts the route, but of {which}, which the route names, none allows both its kind and "
            "its namespace: it gets no requests."
        )
        fix = f"Let one take {route.kind}s of namespace {shown(route.key.namespace)}, with allowedRoutes."
        return found(route.manifest, "GH304", parent.path, reason, fix)
    reason = (
        f"{parent.target} accepts the route, since another of its listeners takes the hostnames, but {which}, which "
        f"the route names, {does} not: it gets no requests."
    )
    fix = f"Write hostnames that {listed(_hostnames(allowing), 'or')} covers."
    return found(route.manifest, "GH304", parent.path, reason, fix)
