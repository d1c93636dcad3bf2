"""Attachment: whether a parent takes a route, and on which listeners.

Source: Gateway API v1.6.1, the doc comments of ParentReference and AllowedRoutes; cilium/cilium,
operator/pkg/gateway-api/status_route.go for the order of Cilium's checks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.listeners import KINDS_BY_PROTOCOL, supported_kinds
from preflight.gateway_api.namespaces import allows, described
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    Listener,
    NamespacedName,
    ParentRef,
    Reference,
    Route,
)
from preflight.gateway_api.prediction import ListenerKey
from preflight.gateway_api.same_port import ListenerSource
from preflight.gateway_api.semantics import Semantics
from preflight.selectors import Labels
from preflight.values import listed, shown

NO_PARENT, NOT_ALLOWED, NO_HOSTNAME = "NoMatchingParent", "NotAllowedByListeners", "NoMatchingListenerHostname"
MAX_NAMES = 4
"""Names that a message lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentListener:
    """A listener as routes see it."""

    key: ListenerKey
    listener: Listener
    kinds: frozenset[str]
    """The kinds of routes that it allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A Gateway or ListenerSet that routes can attach to."""

    reference: Reference
    gateway: NamespacedName
    is_reconciled: bool
    """Whether the controller looks at its routes: its Gateway has good parameters."""
    is_allowed: bool
    """Whether its Gateway allows it; a Gateway is."""
    listeners: tuple[ParentListener, ...]
    by_name: Mapping[str, ParentListener]

    def __str__(self) -> str:
        return str(self.reference)


class Problem(NamedTuple):
    """Why a parent does not take a route: the reason is that of Accepted."""

    reason: str
    message: str


class Attempt(NamedTuple):
    """A route that wants to attach."""

    route: Route
    parent_ref: ParentRef
    parent: Parent
    named: Sequence[ParentListener]
    """The listeners that have the sectionName and the port."""
    namespaces: Mapping[str, Labels]


def parent_of(source: ListenerSource, gateway: NamespacedName, *, is_reconciled: bool, is_allowed: bool) -> Parent:
    """Return a Gateway or ListenerSet as routes see it."""
    found = tuple(
        ParentListener(
            key=ListenerKey(source.kind, source.key, listener.name),
            listener=listener,
            kinds=frozenset(kind for _, kind in supported_kinds(listener)),
        )
        for listener in source.listeners
    )
    return Parent(
        reference=Reference(GATEWAY_GROUP, source.kind, *source.key),
        gateway=gateway,
        is_reconciled=is_reconciled,
        is_allowed=is_allowed,
        listeners=found,
        by_name={each.listener.name: each for each in found},
    )


def attempt(route: Route, parent_ref: ParentRef, parent: Parent, namespaces: Mapping[str, Labels]) -> Attempt:
    """Return what is checked of one parentRef."""
    named: Sequence[ParentListener] = parent.listeners
    if parent_ref.section_name is not None:
        one = parent.by_name.get(parent_ref.section_name)
        named = () if one is None else (one,)
    if parent_ref.port is not None:
        named = [each for each in named if each.listener.port == parent_ref.port]
    return Attempt(route, parent_ref, parent, named, namespaces)


def problem_of(trying: Attempt, semantics: Semantics) -> Problem | None:
    """Return the first check that fails; None where the parent takes the route."""
    for check in CILIUM_CHECKS if semantics.kinds_before_sections else CHECKS:
        problem = check(trying, semantics)
        if problem is not None:
            return problem
    return None


def attaching(trying: Attempt) -> list[ParentListener]:
    """Return the listeners that a route attaches to, if its parent takes it."""
    return [each for each in trying.named if _allows(trying, each) and _matches(trying, each)]


def _allows(trying: Attempt, each: ParentListener) -> bool:
    return trying.route.kind in each.kinds and _allows_namespace(trying, each)


def _allows_namespace(trying: Attempt, each: ParentListener) -> bool:
    own, other = each.key.parent.namespace, trying.route.key.namespace
    return allows(each.listener.namespaces, own, other, trying.namespaces)


def _matches(trying: Attempt, each: ParentListener) -> bool:
    hostname, hostnames = each.listener.hostname, trying.route.hostnames
    return not hostname or not hostnames or any(intersection(hostname, each) is not None for each in hostnames)


def _check_listener(trying: Attempt, _: Semantics) -> Problem | None:
    return None if trying.named else _no_parent(trying)


def _check_allowed(trying: Attempt, _: Semantics) -> Problem | None:
    if any(_allows(trying, each) for each in trying.named):
        return None
    of_kind = [each for each in trying.named if trying.route.kind in each.kinds]
    return _namespace_problem(trying, of_kind) if of_kind else _kind_problem(trying)


def _check_hostname_of_allowing(trying: Attempt, _: Semantics) -> Problem | None:
    allowing = [each for each in trying.named if _allows(trying, each)]
    return None if any(_matches(trying, each) for each in allowing) else _hostname_problem(trying, allowing)


def _check_protocol(trying: Attempt, _: Semantics) -> Problem | None:
    """Check that some listener of the parent has a protocol that serves the kind, whatever the parentRef names."""
    kind = trying.route.kind
    if any(kind in KINDS_BY_PROTOCOL.get(each.listener.protocol, ()) for each in trying.parent.listeners):
        return None
    protocols = [protocol for protocol, kinds in KINDS_BY_PROTOCOL.items() if kind in kinds]
    return Problem(
        NOT_ALLOWED,
        f"{kind} needs a listener with protocol {listed(protocols, 'or')}, and {trying.parent} has none.",
    )


def _check_kind(trying: Attempt, _: Semantics) -> Problem | None:
    if not trying.named or any(trying.route.kind in each.kinds for each in trying.named):
        return None
    return _kind_problem(trying)


def _check_port(trying: Attempt, _: Semantics) -> Problem | None:
    port = trying.parent_ref.port
    if port is None or any(each.listener.port == port for each in trying.parent.listeners):
        return None
    return _no_parent(trying)


def _check_hostname(trying: Attempt, semantics: Semantics) -> Problem | None:
    listeners = trying.parent.listeners if semantics.hostnames_of_all_listeners else trying.named
    return None if any(_matches(trying, each) for each in listeners) else _hostname_problem(trying, listeners)


def _check_section(trying: Attempt, _: Semantics) -> Problem | None:
    section = trying.parent_ref.section_name
    return None if section is None or section in trying.parent.by_name else _no_parent(trying)


def _check_namespace(trying: Attempt, _: Semantics) -> Problem | None:
    """Check the namespace where a listener is left to check: without one Cilium accepts the route all the same."""
    matching = [each for each in trying.named if _matches(trying, each)]
    if not matching or any(_allows_namespace(trying, each) for each in matching):
        return None
    return _namespace_problem(trying, matching)


Check = Callable[[Attempt, Semantics], Problem | None]

CHECKS: tuple[Check, ...] = (_check_listener, _check_allowed, _check_hostname_of_allowing)
"""Those of the specification, in its order."""
CILIUM_CHECKS: tuple[Check, ...] = (
    _check_protocol,
    _check_kind,
    _check_port,
    _check_hostname,
    _check_section,
    _check_namespace,
)
"""Those of Cilium, in its order."""


def _no_parent(trying: Attempt) -> Problem:
    section, port = trying.parent_ref.section_name, trying.parent_ref.port
    name = "" if section is None else f" {shown(section)}"
    where = "" if port is None else f" on port {port}"
    listeners = [each.listener for each in trying.parent.listeners[:MAX_NAMES]]
    there = ", ".join(f"{shown(each.name)} on {each.port}" for each in listeners)
    return Problem(NO_PARENT, f"{trying.parent} has no listener{name}{where}; it has {there}.")


def _kind_problem(trying: Attempt) -> Problem:
    names = listed([each.listener.name for each in trying.named], "or", most=MAX_NAMES)
    return Problem(NOT_ALLOWED, f"No {trying.route.kind} is allowed on listener {names} of {trying.parent}.")


def _namespace_problem(trying: Attempt, listeners: Sequence[ParentListener]) -> Problem:
    first, namespace = listeners[0], shown(trying.route.key.namespace)
    names = listed([each.listener.name for each in listeners], "or", most=MAX_NAMES)
    allowed = described(first.listener.namespaces, first.key.parent.namespace)
    return Problem(
        NOT_ALLOWED,
        f"No route of namespace {namespace} is allowed on listener {names} of {trying.parent}: "
        f"{shown(first.listener.name)} takes routes from {allowed}.",
    )


def _hostname_problem(trying: Attempt, listeners: Sequence[ParentListener]) -> Problem:
    hostnames = listed(trying.route.hostnames, most=MAX_NAMES)
    taken = listed([each.listener.hostname for each in listeners], "or", most=MAX_NAMES)
    return Problem(NO_HOSTNAME, f"The hostnames {hostnames} do not match {taken} of the listeners of {trying.parent}.")
