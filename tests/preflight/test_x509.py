"""What certificates and private keys say, and what is none."""

import base64
import subprocess
import sys
from contextlib import suppress

from preflight.x509 import EncryptedKeyError, certificates, private_key
from tests.preflight.made_certificates import BEGIN, END, certificate_pem, key, key_pem
from tests.projects import ROOT

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

KEY = key()
PEM = certificate_pem(key=KEY).encode()
KEY_PEM = key_pem(KEY).encode()
EC_PARAMETERS = b"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"


def der(pem: bytes) -> bytes:
    return base64.b64decode(b"".join(pem.splitlines()[1:-1]))


def pem(label: str, content: bytes) -> bytes:
    return f"-----BEGIN {label}-----\n{base64.encodebytes(content).decode()}-----END {label}-----\n".encode()


def test_what_a_certificate_says() -> None:
    (read,) = certificates(certificate_pem(["Shop.Example.com", "*.b.example.com"], key=KEY).encode())
    assert read.names == ("shop.example.com", "*.b.example.com")
    assert (read.not_before, read.not_after) == (BEGIN, END)
    assert read.key == private_key(KEY_PEM)
    assert read.key.curve == "secp256r1"
    assert read.key.rsa_bits is None


def test_the_common_name_is_no_name() -> None:
    assert certificates(certificate_pem([], key=KEY).encode())[0].names == ()


def test_names_that_cannot_be_read_are_not_known() -> None:
    broken = x509.UnrecognizedExtension(x509.SubjectAlternativeName.oid, b"\x30\x05\xa3\x03\x02\x01\x00")
    assert certificates(certificate_pem([], key=KEY, extensions=[broken]).encode())[0].names is None


def test_keys_of_other_kinds() -> None:
    small = rsa.generate_private_key(65537, 1024)
    read = certificates(certificate_pem(key=small).encode())[0].key
    assert read == private_key(key_pem(small).encode())
    assert (read.rsa_bits, read.curve) == (1024, None)
    other = private_key(key_pem(ec.derive_private_key(1, ec.SECP256K1())).encode())
    assert (other.rsa_bits, other.curve) == (None, "secp256k1")
    edwards = private_key(key_pem(ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))).encode())
    assert (edwards.rsa_bits, edwards.curve) == (None, None)
    assert edwards != read


@pytest.mark.parametrize(
    "text",
    [
        b"# Gr\xfc\xdfe\n" + PEM,
        PEM.strip(),
        PEM.replace(b"\n", b"\r\n"),
        KEY_PEM + PEM,
        b"Bag Attributes\n    friendlyName: shop\n" + PEM,
    ],
)
def test_what_else_is_written_does_not_matter(text: bytes) -> None:
    assert certificates(text) == certificates(PEM)


def test_the_first_private_key_counts() -> None:
    assert private_key(EC_PARAMETERS + PEM + KEY_PEM + key_pem(key(1)).encode()) == private_key(KEY_PEM)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"shop",
        KEY_PEM,
        pem("CERTIFICATE", b"Hello"),
        pem("CERTIFICATE", der(PEM)[:-9]),
        PEM + pem("CERTIFICATE", b"Hello"),
        b"-----BEGIN CERTIFICATE-----\n" * 1000,
        # Version 5: there are only three.
        pem("CERTIFICATE", der(PEM).replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x04", 1)),
    ],
)
def test_what_is_no_certificate(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        certificates(text)


@pytest.mark.parametrize("text", [b"", PEM, pem("PRIVATE KEY", b"Hello"), pem("OPENSSH PRIVATE KEY", b"Hello")])
def test_what_is_no_private_key(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        private_key(text)


@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL])
def test_an_encrypted_key(form: PrivateFormat) -> None:
    with pytest.raises(EncryptedKeyError):
        private_key(KEY.private_bytes(Encoding.PEM, form, BestAvailableEncryption(b"changeit")))


@given(at=st.integers(0, 10_000), inserted=st.binary(max_size=4), cut=st.integers(0, 9))
def test_broken_material_is_refused_or_read_and_nothing_else(at: int, inserted: bytes, cut: int) -> None:
    """Oracle: the contract, which knows no other exception than ValueError."""
    for read, label, whole in ((certificates, "CERTIFICATE", der(PEM)), (private_key, "PRIVATE KEY", der(KEY_PEM))):
        place = at % len(whole)
        found = None
        with suppress(ValueError):
            found = read(pem(label, whole[:place] + inserted + whole[place + cut :]))
        assert found is None or found


@pytest.mark.parametrize(("case", "loaded"), [("GH604", False), ("GH607", True)])
def test_the_library_is_loaded_where_there_is_a_certificate_only(case: str, loaded: bool) -> None:
    code = (
        "import atexit, runpy, sys; sys.argv = ['preflight', 'check', sys.argv[1]]; "
        "atexit.register(lambda: print('loaded:', 'cryptography' in sys.modules)); "
        "runpy.run_module('preflight', run_name='__main__')"
    )
    command = [sys.executable, "-c", code, f"tests/cases/{case}/firing.yaml"]
    found = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert found.stdout.endswith(f"loaded: {loaded}\n"), found.stderr
