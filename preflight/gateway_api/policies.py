"""BackendTLSPolicies: which ones win, and what becomes of each on the Gateways that its Services are reached through.

Source: Gateway API v1.6.1, the doc comments of BackendTLSPolicy; cilium/cilium,
operator/pkg/gateway-api/policychecks/backendtlspolicy.go and helpers/backendtlspolicies.go.
"""

from collections.abc import Iterator, Mapping, Sequence

from preflight.gateway_api.ages import age_key, doubt, why_first
from preflight.gateway_api.attachment import Parent
from preflight.gateway_api.backends import SERVICE, backend_refs
from preflight.gateway_api.ca_certificates import why_no_certificate, why_no_config_map
from preflight.gateway_api.conditions import BACKEND_NOT_FOUND, Condition, false, holds, merged, true
from preflight.gateway_api.objects import BackendTlsPolicy, GroupKind, NamespacedName, Objects, Reference, Route
from preflight.gateway_api.prediction import PolicyStatus, RouteStatus
from preflight.gateway_api.semantics import Semantics
from preflight.values import shown

FEATURE, NAMES_FEATURE = "BackendTLSPolicy", "BackendTLSPolicySANValidation"

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
    return tuple(_status(policy, winners, gateways, objects, semantics) for policy in objects.policies)


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
    for policy in sorted(policies, key=age_key):
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
    for backend in backend_refs(route):
        if GroupKind(backend.target.group, backend.target.kind) == SERVICE:
            yield backend.target.key


def _status(
    policy: BackendTlsPolicy,
    winners: Mapping[Target, BackendTlsPolicy],
    gateways: Mapping[NamespacedName, set[NamespacedName]],
    objects: Objects,
    semantics: Semantics,
) -> PolicyStatus:
    targets = _targets(policy)
    own = sorted({gateway for service, _ in targets for gateway in gateways.get(service, ())})
    ancestors = {
        gateway: _conditions(
            policy,
            [target for target in targets if gateway in gateways.get(target[0], ())],
            winners,
            objects,
            semantics,
        )
        for gateway in own
    }
    return PolicyStatus(policy=policy, ancestors=ancestors)


def _conditions(
    policy: BackendTlsPolicy,
    targets: Sequence[Target],
    winners: Mapping[Target, BackendTlsPolicy],
    objects: Objects,
    semantics: Semantics,
) -> tuple[Condition, ...]:
    """Return the conditions for one Gateway; one target with which all is well outweighs those that do not exist."""
    there = [target for target in targets if target[0] in objects.services]
    won = [target for target in there if winners[target] is policy]
    lost = [target for target in there if winners[target] is not policy]
    conditions: list[Condition] = []
    if not won and len(there) < len(targets):
        missing = next(service for service, _ in targets if service not in objects.services)
        message = f"Service {missing}, which it targets, does not exist."
        conditions += [false("Accepted", "Invalid", message), false("ResolvedRefs", BACKEND_NOT_FOUND, message)]
    if won:
        conditions += _validated(policy, objects, semantics)
    if lost:
        winner, (service, section) = winners[lost[0]], lost[0]
        where = f"Service {service}" if section is None else f"port {shown(section)} of Service {service}"
        message = f"{winner} has {where} already: it {why_first(winner, policy)}."
        conditions.append(false("Accepted", "Conflicted", " ".join((message, *doubt(winner, policy)))))
    return merged(conditions)


def _validated(policy: BackendTlsPolicy, objects: Objects, semantics: Semantics) -> tuple[Condition, ...]:
    """Return the conditions that follow from what the policy says."""
    problem = _problem(policy, objects)
    if problem is None:
        return (
            true("Accepted", "Accepted", f"It holds for its Services.{_ignored(policy, semantics)}"),
            true("ResolvedRefs", "ResolvedRefs", "All that it refers to is there."),
        )
    accepted, resolved, message = problem
    return false("Accepted", accepted, message), false("ResolvedRefs", resolved, message)


def _ignored(policy: BackendTlsPolicy, semantics: Semantics) -> str:
    """Say which part of a policy is not looked at, as a further sentence of a message.

    Cilium reads the hostname and the CA certificate only (operator/pkg/model/ingestion/gateway.go).
    """
    if NAMES_FEATURE in semantics.features or not policy.validation.get("subjectAltNames"):
        return ""
    hostname = policy.validation["hostname"]
    return f" {semantics.title} ignores its subjectAltNames: the certificate has to be for {hostname}."


def _problem(policy: BackendTlsPolicy, objects: Objects) -> tuple[str, str, str] | None:
    """Return the reasons of Accepted and ResolvedRefs, and the message."""
    refs = policy.ca_certificates
    if not refs:
        return None
    if policy.validation.get("wellKnownCACertificates"):
        return "Invalid", "Invalid", "It has caCertificateRefs and wellKnownCACertificates, of which one is allowed."
    if len(refs) > 1:
        return "Invalid", "Invalid", f"It has {len(refs)} caCertificateRefs, of which one is allowed."
    if (message := why_no_config_map(refs[0])) is not None:
        return "NoValidCACertificate", "InvalidKind", message
    if (message := why_no_certificate(refs[0], objects)) is not None:
        return "NoValidCACertificate", "InvalidCACertificateRef", message
    return None
