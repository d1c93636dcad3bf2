"""Certificates of listeners: whether the Secrets that they name can be used.

Source: cilium/cilium, operator/pkg/gateway-api/gateway_reconcile.go (validateListener).
"""

import base64
import binascii
from typing import NamedTuple

from preflight.gateway_api.grants import why_not_permitted
from preflight.gateway_api.objects import GATEWAY_GROUP, GroupKind, Listener, NamespacedName, Objects, Reference

DATA = ("tls.crt", "tls.key")
"""What a Secret with a certificate has, each a PEM block."""
MAX_BLOCKS = 64
"""Beginnings of PEM blocks that are looked at in one value."""
BEGIN, END, DASHES = b"-----BEGIN ", b"-----END ", b"-----"


class CertificateProblem(NamedTuple):
    """Why what is named for a certificate can't be used: the reason is that of ResolvedRefs."""

    reference: Reference
    reason: str
    message: str


def certificate_problem(
    listener: Listener, kind: str, owner: NamespacedName, objects: Objects
) -> CertificateProblem | None:
    """Return what is wrong with the first bad certificateRef of a listener; `kind` is that of the owner."""
    problems = (secret_problem(reference, kind, owner, objects) for reference in listener.certificates)
    return next((problem for problem in problems if problem is not None), None)


def secret_problem(
    reference: Reference, kind: str, owner: NamespacedName, objects: Objects
) -> CertificateProblem | None:
    """Return why a Secret can't be used for its certificate; `kind` is that of the owner."""
    problem = _problem(reference, kind, owner, objects)
    return None if problem is None else CertificateProblem(reference, *problem)


def _problem(reference: Reference, kind: str, owner: NamespacedName, objects: Objects) -> tuple[str, str] | None:
    """Return the reason and the message."""
    if (reference.group, reference.kind) != ("", "Secret"):
        group = f" of group {reference.group}" if reference.group else ""
        return "InvalidCertificateRef", f"{reference}{group}, which it names for its certificate, is no Secret."
    referrer = GroupKind(GATEWAY_GROUP, kind)
    if (message := why_not_permitted(referrer, owner.namespace, reference, objects.grants)) is not None:
        return "RefNotPermitted", message
    if reference.key not in objects.secrets:
        return "InvalidCertificateRef", f"{reference} does not exist."
    data = objects.secrets[reference.key]
    missing = [] if data is None else [name for name in DATA if not has_pem_block(data.get(name, b""))]
    if missing:
        return "InvalidCertificateRef", f"{reference} has no PEM block in {' and '.join(missing)}."
    return None


def has_pem_block(data: bytes) -> bool:
    """Say whether a value has a whole PEM block, as Go's encoding/pem finds one."""
    at = 0
    for _ in range(MAX_BLOCKS):
        begin = data.find(BEGIN, at)
        if begin < 0:
            return False
        at = begin + len(BEGIN)
        label_end = data.find(DASHES, at)
        if label_end < 0:
            return False
        label = data[at:label_end]
        body = label_end + len(DASHES)
        end = data.find(b"\n" + END + label + DASHES, body)
        if b"\n" not in label and end >= 0 and _is_base64(data[body:end]):
            return True
    return False


def _is_base64(body: bytes) -> bool:
    lines = [line.strip() for line in body.splitlines() if b":" not in line]  # those with a colon are headers
    try:
        base64.b64decode(b"".join(lines), validate=True)
    except binascii.Error:
        return False
    return True
