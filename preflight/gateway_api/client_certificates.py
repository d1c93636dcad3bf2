"""Client certificates: those that a Gateway shows to its backends, and those that its HTTPS listeners ask clients for.

Cilium has neither. Source: Gateway API v1.6.1, the doc comments of GatewayBackendTLS and FrontendTLSValidation.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from preflight.gateway_api.certificates import not_permitted, secret_problem
from preflight.gateway_api.conditions import Condition, false, true
from preflight.gateway_api.listeners import Validity
from preflight.gateway_api.objects import Gateway, Listener, Objects, Reference
from preflight.gateway_api.semantics import Semantics

BACKEND_FEATURE = "GatewayBackendClientCertificate"
FRONTEND_FEATURE = "GatewayFrontendClientCertificateValidation"
CA_KEY = "ca.crt"
REASONS = {"InvalidCertificateRef": "InvalidClientCertificateRef"}
"""Reasons of a Gateway, by the reason that a listener would have."""


def client_certificate_condition(gateway: Gateway, objects: Objects, semantics: Semantics) -> Condition | None:
    """Return the condition ResolvedRefs of a Gateway that has a certificate to show to its backends."""
    written = (_tls(gateway).get("backend") or {}).get("clientCertificateRef")
    if written is None or BACKEND_FEATURE not in semantics.features:
        return None
    reference = _reference(written, gateway, kind="Secret")
    problem = secret_problem(reference, "Gateway", gateway.key, objects)
    if problem is None:
        return true("ResolvedRefs", "ResolvedRefs", f"{reference} has a certificate.")
    reason, message = problem
    return false("ResolvedRefs", REASONS.get(reason, reason), message)


def with_client_validation(
    validity: Validity, gateway: Gateway, listener: Listener, objects: Objects, semantics: Semantics
) -> Validity:
    """Return the validity of a listener with regard to the CA certificates for its clients; `gateway` serves it."""
    if listener.protocol != "HTTPS" or FRONTEND_FEATURE not in semantics.features:
        return validity
    references = _client_cas(gateway, listener.port)
    problems = [problem for each in references if (problem := _ca_problem(each, gateway, objects)) is not None]
    if not problems:
        return validity
    found = replace(validity, resolved_refs=validity.resolved_refs or false("ResolvedRefs", *problems[0]))
    if len(problems) < len(references):
        return found
    return replace(
        found, reason=validity.reason or "NoValidCACertificate", messages=(*validity.messages, problems[0][1])
    )


def _tls(gateway: Gateway) -> Mapping[str, Any]:
    found: Mapping[str, Any] = gateway.manifest.data["spec"].get("tls") or {}
    return found


def _client_cas(gateway: Gateway, port: int) -> list[Reference]:
    """Return what a Gateway names as CA certificates for the clients of a port."""
    frontend = _tls(gateway).get("frontend") or {}
    of_port = [each["tls"] for each in frontend.get("perPort") or () if each["port"] == port]
    chosen = of_port[0] if of_port else frontend.get("default") or {}
    refs = (chosen.get("validation") or {}).get("caCertificateRefs") or ()
    return [_reference(each, gateway, kind="ConfigMap") for each in refs]


def _reference(written: Mapping[str, Any], gateway: Gateway, *, kind: str) -> Reference:
    namespace = written.get("namespace") or gateway.key.namespace
    return Reference(written.get("group", ""), written.get("kind", kind), namespace, written["name"])


def _ca_problem(reference: Reference, gateway: Gateway, objects: Objects) -> tuple[str, str] | None:
    """Return why a CA certificate can't be used, as the reason of ResolvedRefs and the message."""
    if (reference.group, reference.kind) != ("", "ConfigMap"):
        return "InvalidCACertificateKind", f"{reference}, which it names for a CA certificate, is no ConfigMap."
    if (message := not_permitted(reference, "Gateway", gateway.key, objects)) is not None:
        return "RefNotPermitted", message
    if reference.key not in objects.config_maps:
        return "InvalidCACertificateRef", f"{reference} does not exist."
    data = objects.config_maps[reference.key]
    if data is not None and CA_KEY not in data:
        return "InvalidCACertificateRef", f"{reference} has no {CA_KEY}."
    return None
