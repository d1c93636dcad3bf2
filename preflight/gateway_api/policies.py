"""BackendTLSPolicies: which ones win, and what becomes of each on the Gateways that its Services are reached through.

Source: Gateway API v1.6.1, the doc comments of BackendTLSPolicy; cilium/cilium,
operator/pkg/gateway-api/policychecks/backendtlspolicy.go and helpers/backendtlspolicies.go.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight.gateway_api.ages import why_first
from preflight.gateway_api.attachment import Parent
from preflight.gateway_api.backends import SERVICE
from preflight.gateway_api.conditions import Condition, false, holds, merged, true
from preflight.gateway_api.objects import BackendTlsPolicy, GroupKind, NamespacedName, Objects, Reference, Route
from preflight.gateway_api.prediction import PolicyStatus, RouteStatus
from preflight.gateway_api.semantics import Semantics

CA_KEY = "ca.crt"
FEATURE = "BackendTLSPolicy"

Target = tuple[NamespacedName, str | None]
"""A Service, and the section of it: a port's name, or all."""


def policy_statuses(
    objects: Objects, routes: Sequence[RouteStatus], parents: Mapping[Reference, Parent], semantics: Semantics
) -> tuple[PolicyStatus, ...]:
    """Return what becomes of each policy."""
    if FEATURE not in semantics.features or not objects.policies:
        return ()
    winners = _winners(objects.policies)
    services = {service for service, _ in winners}
    gateways = _gateways_by_service(services, routes, parents)
    return tuple(_status(policy, winners, gateways, objects) for policy in objects.policies)


def _targets(policy: BackendTlsPolicy) -> list[Target]:
    """Return the Services that a policy targets, sorted; what is no Service is left out."""
    found = {
        (reference.key, section)
        for reference, section in policy.targets
        if GroupKind(reference.group, reference.kind) == SERVICE
    }
    return sorted(found, key=lambda target: (target[0], target[1] or ""))


def _winners(policies: Sequence[BackendTlsPolicy]) -> Mapping[Target, BackendTlsPolicy]:
    """Return the policy that counts for each target: the oldest, then the first by namespace and name."""
    found: dict[Target, BackendTlsPolicy] = {}
    for policy in sorted(policies, key=lambda policy: (policy.created, policy.key)):
        for target in _targets(policy):
            found.setdefault(target, policy)
    return found


def _gateways_by_service(
    services: set[NamespacedName], routes: Sequence[RouteStatus], parents: Mapping[Reference, Parent]
) -> Mapping[NamespacedName, set[NamespacedName]]:
    """Return the Gateways through which each Service is reached by an HTTPRoute that they accept."""
    found: dict[NamespacedName, set[NamespacedName]] = {}
    for status in routes:
        used = services.intersection(_services(status.route)) if status.route.kind == "HTTPRoute" else ()
        if used:
            gateways = {
                parent.gateway
                for each in status.parents
                if holds(each.conditions, "Accepted") and _counts(parent := parents[each.parent.target])
            }
            for service in used:
                found.setdefault(service, set()).update(gateways)
    return found


def _counts(parent: Parent) -> bool:
    """Say whether the controller takes a parent's routes to the Gateway."""
    return parent.is_reconciled and parent.is_allowed


def _services(route: Route) -> Iterator[NamespacedName]:
    """Yield the Services that a route sends requests to."""
    for rule in route.rules:
        for backend in (*rule.backends, *rule.mirrors):
            if GroupKind(backend.target.group, backend.target.kind) == SERVICE:
                yield backend.target.key


def _status(
    policy: BackendTlsPolicy,
    winners: Mapping[Target, BackendTlsPolicy],
    gateways: Mapping[NamespacedName, set[NamespacedName]],
    objects: Objects,
) -> PolicyStatus:
    targets = _targets(policy)
    own = sorted({gateway for service, _ in targets for gateway in gateways.get(service, ())})
    ancestors = {
        gateway: _conditions(
            policy, [target for target in targets if gateway in gateways.get(target[0], ())], winners, objects
        )
        for gateway in own
    }
    return PolicyStatus(policy=policy, ancestors=ancestors)


def _conditions(
    policy: BackendTlsPolicy, targets: Sequence[Target], winners: Mapping[Target, BackendTlsPolicy], objects: Objects
) -> tuple[Condition, ...]:
    """Return the conditions for one Gateway; one target with which all is well outweighs those that do not exist."""
    there = [target for target in targets if target[0] in objects.services]
    won = [target for target in there if winners[target] is policy]
    lost = [target for target in there if winners[target] is not policy]
    conditions: list[Condition] = []
    if not won and len(there) < len(targets):
        missing = next(service for service, _ in targets if service not in objects.services)
        message = f"Service {missing}, which it targets, does not exist."
        conditions += [false("Accepted", "Invalid", message), false("ResolvedRefs", "BackendNotFound", message)]
    if won:
        conditions += _validated(policy, objects)
    if lost:
        winner, (service, section) = winners[lost[0]], lost[0]
        where = f"Service {service}" if section is None else f"port {section!r} of Service {service}"
        why = why_first(winner.created, policy.created)
        message = f"BackendTLSPolicy {winner.key} has {where} already: it {why}."
        conditions.append(false("Accepted", "Conflicted", message))
    return merged(conditions)


def _validated(policy: BackendTlsPolicy, objects: Objects) -> tuple[Condition, ...]:
    """Return the conditions that follow from what the policy says."""
    problem = _problem(policy, objects)
    if problem is None:
        return (
            true("Accepted", "Accepted", "It holds for its Services."),
            true("ResolvedRefs", "ResolvedRefs", "All that it refers to is there."),
        )
    accepted, resolved, message = problem
    return false("Accepted", accepted, message), false("ResolvedRefs", resolved, message)


def _problem(policy: BackendTlsPolicy, objects: Objects) -> tuple[str, str, str] | None:
    """Return the reasons of Accepted and ResolvedRefs, and the message."""
    refs = policy.validation.get("caCertificateRefs") or ()
    if not refs:
        return None
    if policy.validation.get("wellKnownCACertificates"):
        return "Invalid", "Invalid", "It has caCertificateRefs and wellKnownCACertificates, of which one is allowed."
    if len(refs) > 1:
        return "Invalid", "Invalid", f"It has {len(refs)} caCertificateRefs, of which one is allowed."
    found = _ca_problem(refs[0], policy.key.namespace, objects)
    return None if found is None else ("NoValidCACertificate", *found)


def _ca_problem(ref: Mapping[str, Any], namespace: str, objects: Objects) -> tuple[str, str] | None:
    """Return why a CA certificate can't be used: the reason of ResolvedRefs, and the message."""
    key = NamespacedName(namespace, ref["name"])
    if (ref["group"], ref["kind"]) != ("", "ConfigMap"):
        return "InvalidKind", f"{ref['kind']} {key}, which it names for its CA certificate, is no ConfigMap."
    if key not in objects.config_maps:
        return "InvalidCACertificateRef", f"ConfigMap {key} does not exist."
    data = objects.config_maps[key]
    if data is not None and CA_KEY not in data:
        return "InvalidCACertificateRef", f"ConfigMap {key} has no {CA_KEY}."
    return None
