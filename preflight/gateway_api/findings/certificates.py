"""Certificates of listeners that cannot be used."""

from preflight.finding import Finding
from preflight.gateway_api.certificates import CertificateProblem
from preflight.gateway_api.findings.located import absent, declare, declared_object, found, grant
from preflight.gateway_api.objects import GATEWAY_GROUP, GroupKind, Objects
from preflight.gateway_api.prediction import ListenerStatus
from preflight.snapshot import Manifest


def unusable_certificate(
    status: ListenerStatus, manifest: Manifest, problem: CertificateProblem, objects: Objects
) -> Finding:
    """Return the finding on a certificateRef of a listener."""
    reference = problem.reference
    index = status.listener.certificates.index(reference)
    path = (*status.listener.path, "tls", "certificateRefs", index)
    if problem.reason == "RefNotPermitted":
        fix = grant(GroupKind(GATEWAY_GROUP, status.key.kind), status.key.parent.namespace, reference)
        return found(manifest, "GH201", (*path, "namespace"), problem.message, fix)
    if (reference.group, reference.kind) != ("", "Secret"):
        return found(manifest, "GH204", (*path, "kind"), problem.message, "Refer to a Secret.")
    if reference.key not in objects.secrets:
        fix = declare("secrets", declared_object(reference.key))
        return found(manifest, "GH204", (*path, "name"), absent(reference), fix)
    fix = "Put the certificate in PEM under tls.crt, and its key in PEM under tls.key of the Secret."
    return found(manifest, "GH204", (*path, "name"), problem.message, fix)
