"""The private key of a certificate."""

from typing import Any

from constructs_lib.certificates.private_key import PrivateKey
from tests.conftest import refusal

import pytest


@pytest.mark.parametrize(
    ("key", "spec"),
    [
        (PrivateKey.rsa(), {"algorithm": "RSA", "size": 2048, "rotationPolicy": "Always", "encoding": "PKCS1"}),
        (
            PrivateKey.rsa(4096, rotation_policy="Never", encoding="PKCS8"),
            {"algorithm": "RSA", "size": 4096, "rotationPolicy": "Never", "encoding": "PKCS8"},
        ),
        (PrivateKey.ecdsa(), {"algorithm": "ECDSA", "size": 256, "rotationPolicy": "Always", "encoding": "PKCS1"}),
        (
            PrivateKey.ecdsa(521, rotation_policy="Never", encoding="PKCS8"),
            {"algorithm": "ECDSA", "size": 521, "rotationPolicy": "Never", "encoding": "PKCS8"},
        ),
        (
            PrivateKey.ed25519(rotation_policy="Never"),
            {"algorithm": "Ed25519", "size": None, "rotationPolicy": "Never", "encoding": "PKCS8"},
        ),
    ],
)
def test_a_key_is_written_with_every_default(key: PrivateKey, spec: dict[str, Any]) -> None:
    assert key.spec() == spec


NOT_A_VALUE = "is not a value of this field. Allowed:"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"algorithm": "DSA"}, f"algorithm: 'DSA' {NOT_A_VALUE} 'RSA', 'ECDSA', 'Ed25519'."),
        ({"size": 1024}, f"size: 1024 {NOT_A_VALUE} 2048, 4096, 8192."),
        ({"algorithm": "ECDSA"}, f"size: 2048 {NOT_A_VALUE} 256, 384, 521."),
        ({"algorithm": "Ed25519"}, f"size: 2048 {NOT_A_VALUE} None."),
        ({"rotation_policy": "never"}, f"rotation_policy: 'never' {NOT_A_VALUE} 'Always', 'Never'."),
        ({"encoding": "PEM"}, f"encoding: 'PEM' {NOT_A_VALUE} 'PKCS1', 'PKCS8'."),
    ],
)
def test_what_is_no_key_is_refused(arguments: dict[str, Any], expected: str) -> None:
    every: dict[str, Any] = {"algorithm": "RSA", "size": 2048} | arguments
    assert refusal(lambda: PrivateKey(**every)) == f"PrivateKey.{expected} Fix: write one of them."


@pytest.mark.parametrize("key", [PrivateKey.rsa(), PrivateKey.rsa(4096), PrivateKey.ecdsa(), PrivateKey.ecdsa(384)])
def test_lets_encrypt_takes_these_keys(key: PrivateKey) -> None:
    key.refuse_for_lets_encrypt("key")
    assert key.size in (256, 384, 2048, 4096)


@pytest.mark.parametrize(
    ("key", "shown"),
    [(PrivateKey.rsa(8192), "RSA 8192"), (PrivateKey.ecdsa(521), "ECDSA 521"), (PrivateKey.ed25519(), "Ed25519")],
)
def test_lets_encrypt_takes_no_other_keys(key: PrivateKey, shown: str) -> None:
    assert refusal(lambda: key.refuse_for_lets_encrypt("key")) == (
        f"key: {shown!r} is a key that Let's Encrypt issues no certificate for. Allowed: RSA 2048, RSA 4096, "
        "ECDSA 256, ECDSA 384. Fix: write PrivateKey.ecdsa() or PrivateKey.rsa()."
    )
