"""The certificates that are in manifests: in Secrets, for listeners and others, and in ConfigMaps, for policies.

What Envoy takes: envoyproxy/envoy, source/common/tls/context_impl.cc and utility.cc.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from preflight.field_path import FieldPath, Key
from preflight.gateway_api.ca_certificates import CA_KEY
from preflight.gateway_api.certificates import DATA, has_pem_block
from preflight.gateway_api.objects import GroupKind, NamespacedName
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.referenced import key_of
from preflight.snapshot import Manifest
from preflight.values import shown
from preflight.x509 import Certificate, EncryptedKeyError, certificates, private_key
from preflight.x509 import Key as PublicKey

CERTIFICATE, KEY = DATA
TLS = "kubernetes.io/tls"
"""The type of Secrets that are there for a certificate."""
MIN_RSA_BITS = 2048
CURVES = frozenset({"secp256r1", "secp384r1", "secp521r1"})
"""P-256, P-384 and P-521: Envoy takes no others."""


class Fault(NamedTuple):
    """Why Envoy cannot use a certificate or its key."""

    entry: str
    """The one of the Secret or ConfigMap that is to blame."""
    reason: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """The certificate in a Secret, or the CA certificates in a ConfigMap."""

    manifest: Manifest
    entry: str
    user: str | None
    """The first listener or policy that needs it; None for a Secret that no listener names."""
    read: tuple[Certificate, ...]
    """In their order; empty where they cannot be read."""
    fault: Fault | None
    """Of what is used only."""

    def path(self, entry: str) -> FieldPath:
        """Return where an entry is written."""
        field = "stringData" if entry in (self.manifest.data.get("stringData") or {}) else "data"
        return (field, Key(entry))


def in_secrets(manifests: Iterable[Manifest], prediction: Prediction) -> Mapping[NamespacedName, Inline]:
    """Return the certificate in each Secret that a listener names or whose type says that it has one."""
    users = _listeners(prediction)
    found: dict[NamespacedName, Inline] = {}
    for manifest in manifests:
        key = key_of(manifest)
        data = prediction.objects.secrets.get(key)
        if data is None or not (key in users or manifest.data.get("type") == TLS):
            continue
        if has_pem_block(data.get(CERTIFICATE, b"")):
            read, fault = _read(data[CERTIFICATE], CERTIFICATE)
            user = users.get(key)
            found[key] = Inline(
                manifest=manifest,
                entry=CERTIFICATE,
                user=user,
                read=read,
                fault=None if user is None else fault or _key_fault(read, data.get(KEY, b"")),
            )
    return found


def in_config_maps(manifests: Iterable[Manifest], prediction: Prediction) -> Iterator[Inline]:
    """Yield the CA certificates in each ConfigMap that a BackendTLSPolicy names."""
    users: dict[NamespacedName, str] = {}
    for status in prediction.policies:
        for reference in status.policy.ca_certificates:
            if GroupKind(reference.group, reference.kind) == GroupKind("", "ConfigMap"):
                users.setdefault(reference.key, str(status.policy.manifest.key))
    for manifest in manifests if users else ():
        text = (manifest.data.get("data") or {}).get(CA_KEY) or ""
        user = users.get(key_of(manifest))
        if user is not None and has_pem_block(text.encode()):
            read, fault = _read(text.encode(), CA_KEY)
            yield Inline(manifest=manifest, entry=CA_KEY, user=user, read=read, fault=fault)


def _listeners(prediction: Prediction) -> Mapping[NamespacedName, str]:
    """Return the first listener that names each Secret for its certificate."""
    found: dict[NamespacedName, str] = {}
    for status in (*prediction.gateways, *prediction.listener_sets):
        for each in status.listeners:
            for reference in each.listener.certificates:
                if GroupKind(reference.group, reference.kind) == GroupKind("", "Secret"):
                    name = f"listener {shown(each.listener.name)} of {status.kind} {status.key}"
                    found.setdefault(reference.key, name)
    return found


def _read(pem: bytes, entry: str) -> tuple[tuple[Certificate, ...], Fault | None]:
    try:
        return certificates(pem), None
    except ValueError:
        reason = f"{entry} has something in PEM that is no X.509 certificate, or not a whole one"
        return (), Fault(entry, reason, "Write the certificates anew, each as it was issued.")


def _key_fault(chain: tuple[Certificate, ...], pem: bytes) -> Fault | None:
    """Say why Envoy cannot use the private key of a certificate, the first of its chain."""
    certified = chain[0].key
    weakness = None if certified is None else _weakness(certified)
    if weakness is not None:
        fix = "Have a certificate issued for an RSA key of 2048 bits, or for an ECDSA key on the curve P-256."
        return Fault(CERTIFICATE, f"{CERTIFICATE} is for {weakness}", fix)
    if not has_pem_block(pem):
        return None  # Cilium sees that itself: GH204
    try:
        key = private_key(pem)
    except EncryptedKeyError:
        return Fault(KEY, f"{KEY} is encrypted, and nobody knows its password", "Write the key without a password.")
    except ValueError:
        return Fault(KEY, f"{KEY} has no private key that can be read", "Write the key of the certificate in PEM.")
    return None if certified is None or key == certified else _mismatch(chain, key)


def _mismatch(chain: tuple[Certificate, ...], key: PublicKey) -> Fault:
    """Say of a key that it is not that of the first certificate."""
    if any(key == other.key for other in chain):
        reason = f"{KEY} belongs to a certificate of {CERTIFICATE} that is not the first one"
        return Fault(CERTIFICATE, reason, "Put the certificate of the key first, before those that it was signed with.")
    reason = f"{KEY} does not belong to the certificate in {CERTIFICATE}"
    return Fault(KEY, reason, "Write the key for which the certificate was issued.")


def _weakness(key: PublicKey) -> str | None:
    """Say which kind of key Envoy does not take."""
    if key.rsa_bits is not None and key.rsa_bits < MIN_RSA_BITS:
        return f"an RSA key of {key.rsa_bits} bits, and {MIN_RSA_BITS} are the least"
    if key.curve is not None and key.curve not in CURVES:
        return f"an ECDSA key on the curve {key.curve}"
    return None
