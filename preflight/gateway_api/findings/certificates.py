"""Certificates that cannot be used: those of listeners, those that Gateways show, and those that clients need."""

from collections.abc import Iterator, Mapping

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.certificates import CertificateProblem
from preflight.gateway_api.client_certificates import ca_problems, client_validation
from preflight.gateway_api.conditions import failed
from preflight.gateway_api.findings.located import (
    absent,
    declare,
    declared_object,
    found,
    grant,
    is_of_rejected,
    manifest_of,
)
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    ClientValidation,
    GroupKind,
    NamespacedName,
    Objects,
)
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.referenced import CERT_MANAGER, ISSUERS
from preflight.snapshot import Manifest

CLIENT_CERTIFICATE: FieldPath = ("spec", "tls", "backend", "clientCertificateRef")
REMEDIES: Mapping[str, tuple[str, str]] = {
    "Secret": (
        "secrets",
        "Put the certificate in PEM under tls.crt, and its key in PEM under tls.key of the Secret.",
    ),
    "ConfigMap": ("configMaps", "Put the certificates in PEM under ca.crt of the ConfigMap."),
}
"""By the kind that is needed: the field of the cluster file that declares one, and what to change in one."""
NO_HOSTNAME = "Write the hostname of the listener: cert-manager makes no certificate for one without."


def unusable_client_certificates(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each certificate that a Gateway shows to backends, or that its listeners need of clients."""
    objects, needed = prediction.objects, _client_validations(prediction)
    for status in prediction.gateways:
        gateway, manifest = objects.gateways[status.key], manifest_of(status, prediction)
        why = failed(status.conditions, "ResolvedRefs")
        if why is not None and gateway.client_certificate is not None:
            problem = CertificateProblem(gateway.client_certificate, why.reason, why.message)
            if not is_unusable_for_rejected(problem, objects):
                yield unusable_certificate(manifest, CLIENT_CERTIFICATE, problem, "Secret", objects)
        for validation in needed.get(status.key, ()):
            for problem in dict.fromkeys(ca_problems(validation, gateway, objects)):
                if is_unusable_for_rejected(problem, objects):
                    continue
                path = (*validation.path, validation.certificates.index(problem.reference))
                yield unusable_certificate(manifest, path, problem, "ConfigMap", objects)


def _client_validations(prediction: Prediction) -> Mapping[NamespacedName, Mapping[ClientValidation, None]]:
    """Return what listeners need of clients, by the Gateway that serves them and says so."""
    needed: dict[NamespacedName, dict[ClientValidation, None]] = {}
    for status in (*prediction.gateways, *prediction.listener_sets):
        for each in status.listeners:
            gateway = prediction.objects.gateways[each.gateway]
            validation = client_validation(gateway, each.listener, prediction.semantics)
            if validation is not None:
                needed.setdefault(each.gateway, {})[validation] = None
    return needed


def is_unusable_for_rejected(problem: CertificateProblem, objects: Objects) -> bool:
    """Say whether a certificate cannot be used for an object that admission has rejected.

    That can be a Certificate of cert-manager as well, which writes its Secret.
    """
    reference = problem.reference
    if is_of_rejected(problem.reason, reference, objects):
        return True
    is_missing = (reference.group, reference.kind) == ("", "Secret") and reference.key not in objects.secrets
    return is_missing and objects.rejected.some_in(reference.namespace, CERT_MANAGER, "Certificate")


def unusable_certificate(
    manifest: Manifest, path: FieldPath, problem: CertificateProblem, kind: str, objects: Objects
) -> Finding:
    """Return the finding on what the Gateway or ListenerSet of a manifest names at a path for a certificate.

    `kind` is the one that is needed: Secret or ConfigMap.
    """
    reference, (field, fix) = problem.reference, REMEDIES[kind]
    if problem.reason == "RefNotPermitted":
        referrer = GroupKind(GATEWAY_GROUP, manifest.key.kind)
        remedy = grant(referrer, manifest.key.namespace or "", reference)
        return found(manifest, "GH201", (*path, "namespace"), problem.message, remedy)
    if (reference.group, reference.kind) != ("", kind):
        return found(manifest, "GH204", (*path, "kind"), problem.message, f"Refer to a {kind}.")
    if reference.key not in (objects.secrets if kind == "Secret" else objects.config_maps):
        remedy = NO_HOSTNAME if _is_passed_over(manifest, path) else declare(field, declared_object(reference.key))
        return found(manifest, "GH204", (*path, "name"), absent(reference), remedy)
    return found(manifest, "GH204", (*path, "name"), problem.message, fix)


def _is_passed_over(manifest: Manifest, path: FieldPath) -> bool:
    """Say whether a certificate is one that cert-manager would make, if only its listener had a hostname."""
    annotations = (manifest.data.get("metadata") or {}).get("annotations") or {}
    if path[:2] != ("spec", "listeners") or not any(issuer in annotations for issuer in ISSUERS):
        return False
    return not manifest.data["spec"]["listeners"][path[2]].get("hostname")
