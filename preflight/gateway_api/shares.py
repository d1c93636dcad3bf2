"""Shares: which part of the requests each backend of a rule gets.

Source: Gateway API v1.6.1, the doc comments of BackendRef; cilium/cilium, operator/pkg/model/ingestion/gateway.go and
translation/envoy_virtual_host.go for the backends that Cilium leaves out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from preflight.field_path import FieldPath
from preflight.gateway_api.answers import Share
from preflight.gateway_api.backends import SERVICE
from preflight.gateway_api.conditions import BACKEND_NOT_FOUND, condition_of, holds
from preflight.gateway_api.objects import BackendRef, GroupKind, NamespacedName, Route
from preflight.gateway_api.prediction import BackendProblem, PolicyStatus, Prediction

INVALID, WITHOUT_ENDPOINTS = 500, 503


class Weighted(NamedTuple):
    """A backend of a route, and how often the rule counts."""

    route: Route
    backend: BackendRef
    times: int


class Failing(NamedTuple):
    """Requests that no backend gets."""

    share: float
    status: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """How requests are divided between backends."""

    shares: tuple[tuple[BackendRef, float], ...]
    failing: tuple[Failing, ...]
    dropped: tuple[str, ...]
    """Why backends are left out, the other ones getting their requests: sentences."""
    notes: tuple[str, ...]
    """What else is to say of weights: sentences."""

    @property
    def problems(self) -> tuple[str, ...]:
        """Why backends do not work: sentences."""
        return (*self.dropped, *(each.message for each in self.failing), *self.notes)

    @property
    def status(self) -> int | None:
        """The status of the answer where no backend gets anything at all; None where one does."""
        if any(share > 0 for _, share in self.shares):
            return None
        return max(self.failing, key=lambda each: each.share).status if self.failing else INVALID


class Backends:
    """Which backends work."""

    def __init__(self, prediction: Prediction) -> None:
        """Read the problems of all routes, and the policies that are not accepted."""
        self._semantics = prediction.semantics
        self._services = prediction.objects.services
        self._problems: dict[tuple[str, NamespacedName, FieldPath], BackendProblem] = {
            (status.route.kind, status.route.key, problem.backend.path): problem
            for status in prediction.routes
            for problem in status.problems
        }
        self._policies = _invalid_policies(prediction)

    def problem(self, route: Route, backend: BackendRef, gateway: NamespacedName) -> tuple[int, str] | None:
        """Return why a backend gets no requests: the status that clients get, and a sentence; None where it works."""
        target, port = backend.target, backend.port
        is_service = GroupKind(target.group, target.kind) == SERVICE
        service = self._services.get(target.key) if is_service else None
        problem = self._problems.get((route.kind, route.key, backend.path))
        lacks_port = service is not None and all(number != port for number, _ in service.ports)
        if lacks_port and (problem is None or problem.reason == BACKEND_NOT_FOUND):
            status = INVALID if self._semantics.missing_port_is_invalid else WITHOUT_ENDPOINTS
            return status, problem.message if problem is not None else f"{target} has no port {port}."
        if problem is not None:
            return INVALID, problem.message
        policy = self._policies.get((gateway, target.key, port)) if route.kind == "HTTPRoute" and is_service else None
        return None if policy is None else (INVALID, policy)

    def divide(self, backends: Sequence[Weighted], gateway: NamespacedName) -> Division:
        """Divide the requests between backends by their weights."""
        valid: list[Weighted] = []
        failing: list[tuple[Weighted, int, str]] = []
        dropped: list[str] = []
        notes: list[str] = []
        for each in backends:
            problem = self.problem(each.route, each.backend, gateway)
            if problem is None:
                valid.append(each)
            elif problem[0] == INVALID and self._semantics.invalid_backends_are_dropped:
                dropped.append(problem[1])
            else:
                failing.append((each, *problem))
        counting = [*valid, *(each for each, _, _ in failing)]
        if not counting:
            return Division(shares=(), failing=(), dropped=tuple(dropped), notes=())
        weights = [_weight(each) for each in counting]
        if self._semantics.lone_backend_gets_all and len(counting) == 1:
            if not weights[0]:
                notes.append(f"{counting[0].backend.target} has weight 0, but Cilium sends all to a lone backend.")
            weights = [1]
        total = sum(weights)
        parts = [weight / total if total else 0.0 for weight in weights]
        if not total:
            notes.append("No backend that works has a weight above 0.")
        return Division(
            shares=tuple((each.backend, part) for each, part in zip(valid, parts[: len(valid)], strict=True)),
            failing=tuple(
                Failing(part, status, message)
                for part, (_, status, message) in zip(parts[len(valid) :], failing, strict=True)
            ),
            dropped=tuple(dropped),
            notes=tuple(notes),
        )


def percent(share: float) -> str:
    """Write a share as people do: `90 %`, `33.3 %`."""
    return f"{share * 100:.1f}".removesuffix(".0") + " %"


def backend_text(backend: BackendRef) -> str:
    """Return a backend as a sentence names it."""
    return f"{backend.target} port {backend.port}"


def by_backend(shares: Iterable[tuple[BackendRef, float]]) -> Mapping[str, float]:
    """Return what each backend gets, as a sentence names it; one that is named twice gets both parts."""
    found: dict[str, float] = {}
    for backend, share in shares:
        if share > 0:
            found[backend_text(backend)] = found.get(backend_text(backend), 0) + share
    return found


def shares_of(division: Division) -> tuple[Share, ...]:
    """Return the backends with their parts, without filters."""
    return tuple(Share(backend=backend, share=share) for backend, share in division.shares)


def division_notes(division: Division, *, are_requests: bool = True) -> tuple[str, ...]:
    """Say which backends get nothing, and which requests nobody gets: or connections, of TLS, TCP and UDP."""
    used = by_backend(division.shares)
    unused = tuple(
        f"{backend.target} gets nothing: its weight is 0."
        for backend, share in division.shares
        if share == 0 and backend_text(backend) not in used
    )
    failing = tuple(
        f"{each.message} Its part of the requests, {percent(each.share)}, is answered with {each.status}."
        if are_requests
        else f"{each.message} Its part of the connections, {percent(each.share)}, is rejected."
        for each in division.failing
        if each.share > 0
    )
    return (*(f"{each} It is left out." for each in division.dropped), *division.notes, *unused, *failing)


def _weight(each: Weighted) -> int:
    return each.backend.weight * each.times


def _invalid_policies(prediction: Prediction) -> Mapping[tuple[NamespacedName, NamespacedName, int | None], str]:
    """Return what a BackendTLSPolicy that is not valid says, by Gateway, Service and port; a valid one outweighs it."""
    valid: set[tuple[NamespacedName, NamespacedName, int]] = set()
    invalid: dict[tuple[NamespacedName, NamespacedName, int | None], str] = {}
    for status in prediction.policies:
        for gateway, conditions in status.ancestors.items():
            accepted = condition_of(conditions, "Accepted")
            if accepted is None or accepted.reason == "Conflicted":
                continue
            for service, port in _ports(status, prediction):
                if holds(conditions, "Accepted"):
                    valid.add((gateway, service, port))
                else:
                    message = f"BackendTLSPolicy {status.policy.key} is not valid for Service {service}: "
                    invalid[(gateway, service, port)] = message + accepted.message
    return {key: message for key, message in invalid.items() if key not in valid}


def _ports(status: PolicyStatus, prediction: Prediction) -> Iterable[tuple[NamespacedName, int]]:
    """Yield the ports of Services that a policy is for."""
    for target, section in status.policy.targets:
        service = prediction.objects.services.get(target.key)
        if service is None or GroupKind(target.group, target.kind) != SERVICE:
            continue
        for number, _ in service.ports:
            if section is None or service.named_ports.get(section) == number:
                yield target.key, number
