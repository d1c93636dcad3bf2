"""Routes: what their parents make of them, and which listeners they attach to."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from preflight.gateway_api.ages import doubt, why_first
from preflight.gateway_api.attachment import NOT_ALLOWED, Attempt, Parent, Problem, attaching, attempt, problem_of
from preflight.gateway_api.backends import problems_of, resolved_refs
from preflight.gateway_api.clashes import losers
from preflight.gateway_api.conditions import Condition, false, true
from preflight.gateway_api.objects import LAYER_4_KINDS, Objects, Reference, Route
from preflight.gateway_api.prediction import BackendProblem, ListenerKey, ParentStatus, RouteStatus
from preflight.gateway_api.route_values import refused_value, unsupported_kind
from preflight.gateway_api.semantics import Semantics
from preflight.values import listed, shown


class Attached(NamedTuple):
    """What becomes of all routes, and the ones that each listener has."""

    statuses: tuple[RouteStatus, ...]
    by_listener: Mapping[ListenerKey, Sequence[Route]]


class _Entry(NamedTuple):
    """What one parent makes of a route."""

    trying: Attempt
    problem: Problem | None
    listeners: Sequence[ListenerKey]
    """Those that the route attaches to, if its parent takes it."""


def attach(objects: Objects, parents: Mapping[Reference, Parent], semantics: Semantics) -> Attached:
    """Attach all routes to `parents`, the Gateways and ListenerSets of Cilium's classes.

    A route with only parents that the controller does not look at gets no status.
    """
    tried = [(route, _entries(route, objects, parents, semantics)) for route in objects.routes]
    if semantics.grpc_clash:
        tried = _without_losers(tried, parents)
    by_listener: dict[ListenerKey, list[Route]] = {}
    for route, entries in tried:
        for key in _listeners(entries):
            by_listener.setdefault(key, []).append(route)
    statuses = tuple(_status(route, entries, objects, semantics) for route, entries in tried)
    return Attached(statuses, by_listener)


def _entries(route: Route, objects: Objects, parents: Mapping[Reference, Parent], semantics: Semantics) -> list[_Entry]:
    """Return what each parent of Cilium makes of a route."""
    if route.kind in LAYER_4_KINDS and not semantics.layer_4:
        return []
    found = [(each, parent) for each in route.parents if (parent := parents.get(each.target)) is not None]
    if not any(parent.is_reconciled for _, parent in found):
        return []
    refused = unsupported_kind(route, semantics) or refused_value(route, semantics)
    unsupported = None if refused is None else Problem("UnsupportedValue", refused)
    entries = []
    for parent_ref, parent in found:
        trying = attempt(route, parent_ref, parent, objects.namespaces)
        problem = unsupported or problem_of(trying, semantics)
        entries.append(_Entry(trying, problem, [each.key for each in attaching(trying)]))
    return entries


def _listeners(entries: Sequence[_Entry]) -> Mapping[ListenerKey, None]:
    """Return the listeners that a route attaches to: once a parent takes it, by all its parentRefs to that parent."""
    accepted = {id(entry.trying.parent) for entry in entries if entry.problem is None}
    return dict.fromkeys(key for entry in entries if id(entry.trying.parent) in accepted for key in entry.listeners)


def _without_losers(
    tried: Sequence[tuple[Route, list[_Entry]]], parents: Mapping[Reference, Parent]
) -> list[tuple[Route, list[_Entry]]]:
    """Take routes off the listeners where one of the other kind wins; off all, and the parent does not take them."""
    hostnames = {each.key: each.listener.hostname for parent in parents.values() for each in parent.listeners}
    by_listener: dict[ListenerKey, list[Route]] = {}
    for route, entries in tried:
        for key in _listeners(entries):
            by_listener.setdefault(key, []).append(route)
    lost = {
        (key, route): winner
        for key, routes in by_listener.items()
        for route, winner in losers(hostnames[key], routes).items()
    }
    return [(route, [_after_clash(entry, route, lost) for entry in entries]) for route, entries in tried]


def _after_clash(entry: _Entry, route: Route, lost: Mapping[tuple[ListenerKey, int], Route]) -> _Entry:
    kept = [key for key in entry.listeners if (key, id(route)) not in lost]
    if kept or entry.problem is not None or not entry.listeners:
        return entry._replace(listeners=kept)
    winner = lost[entry.listeners[0], id(route)]
    listener = shown(entry.listeners[0].name)
    message = f"{winner} has a hostname in common with it on listener {listener}, and {why_first(winner, route)}."
    return entry._replace(listeners=kept, problem=Problem(NOT_ALLOWED, " ".join((message, *doubt(winner, route)))))


def _status(route: Route, entries: Sequence[_Entry], objects: Objects, semantics: Semantics) -> RouteStatus:
    if unsupported_kind(route, semantics) is not None:
        problems: tuple[BackendProblem, ...] = ()
        resolved = Condition("ResolvedRefs", "Unknown", "Pending", "Its backends are not looked at.")
    else:
        problems = problems_of(route, objects, semantics)
        resolved = resolved_refs(problems, semantics)
    parents = tuple(
        ParentStatus(parent=entry.trying.parent_ref, conditions=(_accepted(entry), resolved)) for entry in entries
    )
    return RouteStatus(route=route, parents=parents, problems=problems)


def _accepted(entry: _Entry) -> Condition:
    if entry.problem is not None:
        return false("Accepted", *entry.problem)
    names = listed([key.name for key in entry.listeners])
    where = f" on listener {names}" if entry.listeners else ", but on none of its listeners"
    return true("Accepted", "Accepted", f"{entry.trying.parent} takes it{where}.")
