"""X.509: what certificates and private keys in PEM say."""

import warnings
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography import x509


class EncryptedKeyError(ValueError):
    """A private key that only its password opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A public key, or that of a private one."""

    encoded: bytes
    """Its SubjectPublicKeyInfo: equal for equal keys."""
    rsa_bits: int | None
    """The length of an RSA key."""
    curve: str | None
    """The curve of a key on an elliptic curve, as in secp256r1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a certificate says."""

    names: tuple[str, ...] | None
    """The DNS names that it is for, in lower case; None where they cannot be read.

    The common name is none of them: clients do not look at it (RFC 9525, section 2).
    """
    not_before: datetime
    not_after: datetime
    key: Key | None
    """None for one of a kind that is not known."""


def certificates(pem: bytes) -> tuple[Certificate, ...]:
    """Return the certificates of a value, in their order; other blocks are passed over.

    Raises ValueError where there is none, or one that cannot be read.
    """
    from cryptography import x509  # it costs start-up time

    with warnings.catch_warnings(action="ignore"):  # certificates that break the rules are read all the same
        try:
            return tuple(_certificate(each) for each in x509.load_pem_x509_certificates(pem))
        except x509.InvalidVersion as error:
            raise ValueError(str(error)) from None


def _certificate(read: "x509.Certificate") -> Certificate:
    return Certificate(
        names=_names(read), not_before=read.not_valid_before_utc, not_after=read.not_valid_after_utc, key=_key_of(read)
    )


def _names(read: "x509.Certificate") -> tuple[str, ...] | None:
    from cryptography import x509

    try:
        extension = read.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        return tuple(name.lower() for name in extension.value.get_values_for_type(x509.DNSName))
    except x509.ExtensionNotFound:
        return ()
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        return None


def _key_of(read: "x509.Certificate") -> Key | None:
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        return _key(read.public_key())
    except (ValueError, UnsupportedAlgorithm):
        return None


def private_key(pem: bytes) -> Key:
    """Return the public key that belongs to the first private key of a value.

    Raises EncryptedKeyError for one that is encrypted, and ValueError for what is none or of a kind that is not known.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    with warnings.catch_warnings(action="ignore"):
        try:
            # Nothing is signed with it: whether its numbers are prime, which takes 60 ms, is of no matter.
            loaded = load_pem_private_key(pem, password=None, unsafe_skip_rsa_key_validation=True)
            return _key(loaded.public_key())
        except TypeError:
            raise EncryptedKeyError("It is encrypted.") from None
        except UnsupportedAlgorithm as error:
            raise ValueError(str(error)) from None


def _key(public: Any) -> Key:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return Key(
        encoded=public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        rsa_bits=public.key_size if isinstance(public, RSAPublicKey) else None,
        curve=public.curve.name if isinstance(public, EllipticCurvePublicKey) else None,
    )
