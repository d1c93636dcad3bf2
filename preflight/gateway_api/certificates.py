"""Certificates of listeners: whether the Secrets that they name can be used.

Source: cilium/cilium, operator/pkg/gateway-api/gateway_reconcile.go (validateListener).
"""

import base64
import binascii
from typing import NamedTuple

from preflight.gateway_api.grants import permitted
from preflight.gateway_api.objects import GATEWAY_GROUP, GroupKind, Listener, NamespacedName, Objects, Reference

DATA = ("tls.crt", "tls.key")
"""What a Secret with a certificate has, each a PEM block."""
MAX_BLOCKS = 64
"""Beginnings of PEM blocks that are looked at in one value."""
BEGIN, END, DASHES = b"-----BEGIN ", b"-----END ", b"-----"


class CertificateProblem(NamedTuple):
    """Why a certificateRef can't be used: the reason is that of ResolvedRefs."""

    reference: Reference
    reason: str
    message: str


def certificate_problem(
    listener: Listener, kind: str, owner: NamespacedName, objects: Objects
) -> CertificateProblem | None:
    """Return what is wrong with the first bad certificateRef of a listener; `kind` is that of the owner."""
    for reference in listener.certificates:
        problem = secret_problem(reference, kind, owner, objects)
        if problem is not None:
            return CertificateProblem(reference, *problem)
    return None


def secret_problem(reference: Reference, kind: str, owner: NamespacedName, objects: Objects) -> tuple[str, str] | None:
    """Return why a Secret can't be used for its certificate, as reason and message; `kind` is that of the owner."""
    if (reference.group, reference.kind) != ("", "Secret"):
        group = f" of group {reference.group}" if reference.group else ""
        return "InvalidCertificateRef", f"{reference}{group}, which it names for its certificate, is no Secret."
    if (message := not_permitted(reference, kind, owner, objects)) is not None:
        return "RefNotPermitted", message
    if reference.key not in objects.secrets:
        return "InvalidCertificateRef", f"{reference} does not exist."
    data = objects.secrets[reference.key]
    missing = [] if data is None else [name for name in DATA if not has_pem_block(data.get(name, b""))]
    if missing:
        return "InvalidCertificateRef", f"{reference} has no PEM block in {' and '.join(missing)}."
    return None


def not_permitted(reference: Reference, kind: str, owner: NamespacedName, objects: Objects) -> str | None:
    """Say that no ReferenceGrant lets an owner of the kind refer to an object; None where it may."""
    if permitted(GroupKind(GATEWAY_GROUP, kind), owner.namespace, reference, objects.grants):
        return None
    users = f"the {kind}s of {owner.namespace}"
    return f"{reference} is in another namespace, and no ReferenceGrant there lets {users} use it."


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
