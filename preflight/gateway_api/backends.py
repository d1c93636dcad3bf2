"""Backends: whether what a route sends requests to is there, and whether it may.

Source: Gateway API v1.6.1, the doc comments of BackendObjectReference; cilium/cilium,
operator/pkg/gateway-api/routechecks/route_checks.go for the order of the checks.
"""

from collections.abc import Callable, Iterator

from preflight.gateway_api.conditions import BACKEND_NOT_FOUND, Condition, false, true
from preflight.gateway_api.grants import why_not_permitted
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    MULTICLUSTER_GROUP,
    BackendRef,
    GroupKind,
    NamespacedName,
    Objects,
    Route,
)
from preflight.gateway_api.prediction import BackendProblem
from preflight.gateway_api.semantics import Semantics
from preflight.values import counted, listed

SERVICE, SERVICE_IMPORT = GroupKind("", "Service"), GroupKind(MULTICLUSTER_GROUP, "ServiceImport")
MAX_PORTS = 4
"""Ports that a message lists."""


def backend_refs(route: Route) -> Iterator[BackendRef]:
    """Yield all that the rules of a route send requests to: their backends, and those of their filters."""
    for rule in route.rules:
        yield from rule.backends
        yield from rule.filter_backends.values()


def problems_of(route: Route, objects: Objects, semantics: Semantics) -> tuple[BackendProblem, ...]:
    """Return the backends that can't be used, the ones that decide ResolvedRefs first."""
    found = [
        (number, BackendProblem(backend=backend, reason=reason, message=message))
        for backend in backend_refs(route)
        for number, reason, message in _failed_check(route, backend, objects, semantics)
    ]
    return tuple(problem for _, problem in sorted(found, key=lambda each: each[0]))


def resolved_refs(problems: tuple[BackendProblem, ...], semantics: Semantics) -> Condition:
    """Return the condition ResolvedRefs of a route with these problems, in the order of `problems_of`."""
    if not problems:
        return true("ResolvedRefs", "ResolvedRefs", "All backends are there.")
    more = f" There are {counted(len(problems), 'problem')} in all." if len(problems) > 1 else ""
    if semantics.first_problem_is_open and len({each.reason for each in problems}) > 1:
        more += " The specification leaves open which of them gives the reason."
    return false("ResolvedRefs", problems[0].reason, f"{problems[0].message}{more}")


def _failed_check(
    route: Route, backend: BackendRef, objects: Objects, semantics: Semantics
) -> Iterator[tuple[int, str, str]]:
    """Yield the first check that fails for a backend: its place among the checks, the reason and the message."""
    for number, (reason, check) in enumerate(CHECKS):
        message = check(route, backend, objects, semantics)
        if message is not None:
            yield number, reason, message
            return


def _kind_of(backend: BackendRef) -> GroupKind:
    return GroupKind(backend.target.group, backend.target.kind)


def _check_grant(route: Route, backend: BackendRef, objects: Objects, _: Semantics) -> str | None:
    referrer = GroupKind(GATEWAY_GROUP, route.kind)
    return why_not_permitted(referrer, route.key.namespace, backend.target, objects.grants)


def _check_kind(_: Route, backend: BackendRef, __: Objects, ___: Semantics) -> str | None:
    if _kind_of(backend) not in (SERVICE, SERVICE_IMPORT):
        group = f" of group {backend.target.group}" if backend.target.group else ""
        return f"{backend.target}{group} is no Service."
    return f"{backend.target} is named without a port." if backend.port is None else None


def _check_import(_: Route, backend: BackendRef, objects: Objects, __: Semantics) -> str | None:
    if _kind_of(backend) != SERVICE_IMPORT:
        return None
    if backend.target.key not in objects.service_imports:
        return f"{backend.target} does not exist; it takes Cluster Mesh, and the CRD of ServiceImport."
    if objects.service_imports[backend.target.key] is None:
        return f"{backend.target} has no Service that stands for it."
    return None


def _check_service(_: Route, backend: BackendRef, objects: Objects, semantics: Semantics) -> str | None:
    key, name = backend.target.key, str(backend.target)
    if _kind_of(backend) == SERVICE_IMPORT:
        key = NamespacedName(key.namespace, objects.service_imports[key] or "")
        name = f"Service {key}, which stands for {backend.target},"
    service = objects.services.get(key)
    if service is None:
        return f"{name} does not exist."
    if semantics.backend_port_is_checked and all(number != backend.port for number, _ in service.ports):
        ports = listed(sorted({number for number, _ in service.ports}), most=MAX_PORTS)
        there = f"it has {ports}" if ports else "it has none"
        return f"{name} has no port {backend.port}; {there}."
    return None


CHECKS: tuple[tuple[str, Callable[[Route, BackendRef, Objects, Semantics], str | None]], ...] = (
    ("RefNotPermitted", _check_grant),
    ("InvalidKind", _check_kind),
    (BACKEND_NOT_FOUND, _check_import),
    (BACKEND_NOT_FOUND, _check_service),
)
"""In Cilium's order, each with the reason of ResolvedRefs that it gives."""
