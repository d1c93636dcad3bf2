"""Certificates and keys, made as tests need them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from textwrap import indent

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)


@cache
def key(number: int = 0) -> ec.EllipticCurvePrivateKey:
    """Return a key, the same one for the same number."""
    return ec.derive_private_key(number + 1, ec.SECP256R1())


def key_pem(key: CertificateIssuerPrivateKeyTypes) -> str:
    """Return a private key as it is in a Secret."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def certificate_pem(
    names: Sequence[str] = ("shop.example.com",),
    *,
    key: CertificateIssuerPrivateKeyTypes,
    begin: datetime = BEGIN,
    end: datetime = END,
    extensions: Sequence[x509.ExtensionType] = (),
) -> str:
    """Return a certificate that is signed with its own key; its common name is cn.example.com."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "cn.example.com")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, begin, end)
    if names:
        extensions = (x509.SubjectAlternativeName([x509.DNSName(each) for each in names]), *extensions)
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode()


def secret(certificate: str, key: str, *, name: str = "edge-tls", type: str = "kubernetes.io/tls") -> str:
    """Return the Secret with a certificate and a key, in YAML."""
    return (
        f"apiVersion: v1\nkind: Secret\nmetadata: {{name: {name}, namespace: web}}\ntype: {type}\nstringData:\n"
        f"  tls.crt: |\n{indent(certificate, '    ')}\n  tls.key: |\n{indent(key, '    ')}\n"
    )
