"""Client certificates: those that a Gateway shows to its backends, and those that its HTTPS listeners ask clients for.

Cilium has neither. Source: Gateway API v1.6.1, the doc comments of GatewayBackendTLS and FrontendTLSValidation.
"""

from dataclasses import replace

from preflight.gateway_api.ca_certificates import why_no_certificate, why_no_config_map
from preflight.gateway_api.certificates import CertificateProblem, secret_problem
from preflight.gateway_api.conditions import Condition, false, true
from preflight.gateway_api.grants import why_not_permitted
from preflight.gateway_api.listeners import Validity
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    ClientValidation,
    Gateway,
    GroupKind,
    Listener,
    Objects,
    Reference,
)
from preflight.gateway_api.semantics import Semantics

BACKEND_FEATURE = "GatewayBackendClientCertificate"
FRONTEND_FEATURE = "GatewayFrontendClientCertificateValidation"
FRONTEND_FEATURES = {FRONTEND_FEATURE, f"{FRONTEND_FEATURE}InsecureFallback"}
GATEWAY = GroupKind(GATEWAY_GROUP, "Gateway")
REASONS = {"InvalidCertificateRef": "InvalidClientCertificateRef"}
"""Reasons of a Gateway, by the reason that a listener would have."""


def client_certificate_condition(gateway: Gateway, objects: Objects, semantics: Semantics) -> Condition | None:
    """Return the condition ResolvedRefs of a Gateway that has a certificate to show to its backends."""
    reference = gateway.client_certificate
    if reference is None or BACKEND_FEATURE not in semantics.features:
        return None
    problem = secret_problem(reference, GATEWAY.kind, gateway.key, objects)
    if problem is None:
        return true("ResolvedRefs", "ResolvedRefs", f"{reference} has a certificate.")
    return false("ResolvedRefs", REASONS.get(problem.reason, problem.reason), problem.message)


def insecure_condition(gateway: Gateway, semantics: Semantics) -> Condition | None:
    """Return the condition of a Gateway that serves clients without the certificate that it asks for."""
    if not semantics.features >= FRONTEND_FEATURES or not any(
        each.allows_others for each in gateway.client_validations
    ):
        return None
    message = "Clients without a valid certificate are served all the same."
    return true("InsecureFrontendValidationMode", "ConfigurationChanged", message)


def with_client_validation(
    validity: Validity, gateway: Gateway, listener: Listener, objects: Objects, semantics: Semantics
) -> Validity:
    """Return the validity of a listener with regard to the CA certificates for its clients; `gateway` serves it."""
    validation = client_validation(gateway, listener, semantics)
    problems = () if validation is None else ca_problems(validation, gateway, objects)
    if validation is None or not problems:
        return validity
    _, reason, message = problems[0]
    found = replace(validity, resolved_refs=validity.resolved_refs or false("ResolvedRefs", reason, message))
    if len(problems) < len(validation.certificates):
        return found
    return replace(found, reason=validity.reason or "NoValidCACertificate", messages=(*validity.messages, message))


def client_validation(gateway: Gateway, listener: Listener, semantics: Semantics) -> ClientValidation | None:
    """Return what the clients of a listener that a Gateway serves need; None where they need no certificate."""
    if listener.protocol != "HTTPS" or FRONTEND_FEATURE not in semantics.features:
        return None
    of_port = [each for each in gateway.client_validations if each.port == listener.port]
    others = [each for each in gateway.client_validations if each.port is None]
    return next(iter(of_port or others), None)


def ca_problems(validation: ClientValidation, gateway: Gateway, objects: Objects) -> tuple[CertificateProblem, ...]:
    """Return why each of the CA certificates that can't be used can't."""
    problems = (_ca_problem(each, gateway, objects) for each in validation.certificates)
    return tuple(problem for problem in problems if problem is not None)


def _ca_problem(reference: Reference, gateway: Gateway, objects: Objects) -> CertificateProblem | None:
    if (message := why_no_config_map(reference)) is not None:
        return CertificateProblem(reference, "InvalidCACertificateKind", message)
    if (message := why_not_permitted(GATEWAY, gateway.key.namespace, reference, objects.grants)) is not None:
        return CertificateProblem(reference, "RefNotPermitted", message)
    if (message := why_no_certificate(reference, objects)) is not None:
        return CertificateProblem(reference, "InvalidCACertificateRef", message)
    return None
