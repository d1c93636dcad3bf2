"""Backends that get no requests."""

from collections.abc import Iterator, Mapping, Sequence

from preflight.finding import Finding
from preflight.gateway_api import conditions
from preflight.gateway_api.findings.located import Suggestions, absent, declare, found, grant, is_of_rejected
from preflight.gateway_api.objects import GATEWAY_GROUP, BackendRef, GroupKind, NamespacedName, Route, Service
from preflight.gateway_api.prediction import BackendProblem, Prediction
from preflight.values import listed, shown


def unresolved_backends(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each backend of a route that is not permitted, not there or not of a kind that is served."""
    suggestions = Suggestions()
    names: dict[str, list[str]] = {}
    for key in prediction.objects.services:
        names.setdefault(key.namespace, []).append(key.name)
    for status in prediction.routes:
        seen: set[tuple[str, object]] = set()
        for problem in status.problems:
            cause = (problem.reason, (problem.backend.target, problem.backend.port))
            if cause not in seen and not is_of_rejected(problem.reason, problem.backend.target, prediction.objects):
                seen.add(cause)
                yield _unresolved(status.route, problem, prediction, names, suggestions)


def _unresolved(
    route: Route,
    problem: BackendProblem,
    prediction: Prediction,
    names: Mapping[str, Sequence[str]],
    suggestions: Suggestions,
) -> Finding:
    backend = problem.backend
    target = backend.target
    match problem.reason:
        case "RefNotPermitted":
            fix = grant(GroupKind(GATEWAY_GROUP, route.kind), route.key.namespace, target)
            return found(route.manifest, "GH201", (*backend.path, "namespace"), problem.message, fix)
        case conditions.BACKEND_NOT_FOUND:
            service = prediction.objects.services.get(target.key)
            if target.kind != "Service":
                return found(route.manifest, "GH202", backend.path, problem.message, "Refer to a Service.")
            if service is None:
                fix = _absent(route, backend, suggestions.nearest(target.name, names.get(target.namespace, ())))
                return found(route.manifest, "GH202", (*backend.path, "name"), absent(target), fix)
            return found(route.manifest, "GH202", (*backend.path, "port"), problem.message, _other_port(route, service))
        case _ if (target.group, target.kind) == ("", "Service"):
            fix = "Write the port of the Service."
            return found(route.manifest, "GH203", backend.path, problem.message, fix)
        case _:
            fix = f"Refer to a Service; {shown(target.kind)} of group {shown(target.group)} is not one."
            return found(route.manifest, "GH203", (*backend.path, "kind"), problem.message, fix)


def _absent(route: Route, backend: BackendRef, near: str | None) -> str:
    """Say what to do where there is no such Service."""
    entry = declared_service(backend.target.key, backend.port, route.kind)
    remedy = declare("services", entry)
    return f"Write {shown(near)} if that is meant, or a{remedy[1:]}" if near else remedy


def declared_service(key: NamespacedName, port: int | None, kind: str) -> str:
    """Return the entry of the cluster file for a Service that a route of a kind refers to."""
    written = f"{{port: {port}, protocol: UDP}}" if kind == "UDPRoute" else str(port)
    return f"{{namespace: {key.namespace}, name: {key.name}, ports: [{written}]}}"


def _other_port(route: Route, service: Service) -> str:
    """Say which ports a Service has."""
    protocol = "UDP" if route.kind == "UDPRoute" else "TCP"
    ports = sorted({number for number, used in service.ports if used == protocol})
    if not ports:
        return f"Give the Service a {protocol} port."
    return f"Write {listed(ports, 'or')}, or give the Service that port."
