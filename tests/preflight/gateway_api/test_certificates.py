"""Certificates of listeners, and the PEM blocks that they need."""

import base64

from preflight.gateway_api.certificates import CertificateProblem, certificate_problem, has_pem_block
from preflight.gateway_api.objects import NamespacedName
from tests.preflight.gateway_api.states import PEM, WEB, Json, gateway, grant, https, secret, state

import pytest
from hypothesis import given
from hypothesis import strategies as st


def problem(reference: Json, *others: Json, kind: str = "Gateway") -> CertificateProblem | None:
    objects = state(gateway(https(tls={"mode": "Terminate", "certificateRefs": [reference]})), *others)
    return certificate_problem(objects.gateways[WEB].listeners[0], kind, WEB, objects)


def said(found: CertificateProblem | None) -> str | None:
    return None if found is None else f"{found.reason}: {found.message}"


def test_a_secret_with_certificate_and_key_is_fine() -> None:
    assert problem({"name": "cert"}, secret()) is None


@pytest.mark.parametrize(
    ("reference", "others", "expected"),
    [
        ({"name": "cert"}, (), "InvalidCertificateRef: Secret infra/cert does not exist."),
        (
            {"name": "cert"},
            (secret(certificate="Hello world"),),
            "InvalidCertificateRef: Secret infra/cert has no PEM block in tls.crt.",
        ),
        (
            {"name": "cert"},
            (secret(certificate="cert", key="key"),),
            "InvalidCertificateRef: Secret infra/cert has no PEM block in tls.crt and tls.key.",
        ),
        (
            {"name": "cert", "kind": "ConfigMap"},
            (),
            "InvalidCertificateRef: ConfigMap infra/cert, which it names for its certificate, is no Secret.",
        ),
        (
            {"name": "cert", "group": "example.com", "kind": "Secret"},
            (secret(),),
            (
                "InvalidCertificateRef: Secret infra/cert of group example.com, which it names for its certificate, "
                "is no Secret."
            ),
        ),
        (
            {"name": "cert", "namespace": "certs"},
            (secret(namespace="certs"),),
            (
                "RefNotPermitted: Secret certs/cert is in another namespace, and no ReferenceGrant there lets "
                "the Gateways of infra use it."
            ),
        ),
    ],
    ids=["missing", "no PEM", "none at all", "other kind", "other group", "no grant"],
)
def test_why_a_certificate_can_not_be_used(reference: Json, others: tuple[Json, ...], expected: str) -> None:
    assert said(problem(reference, *others)) == expected


def test_a_grant_is_for_one_kind_of_referrer() -> None:
    reference, others = {"name": "cert", "namespace": "certs"}, secret(namespace="certs")
    allowed = grant("Gateway", "infra", "Secret", in_="certs")
    assert problem(reference, others, allowed) is None
    assert said(problem(reference, others, allowed, kind="ListenerSet")) == (
        "RefNotPermitted: Secret certs/cert is in another namespace, and no ReferenceGrant there lets "
        "the ListenerSets of infra use it."
    )


def test_the_first_bad_certificate_is_the_one_that_is_named() -> None:
    tls = {"mode": "Terminate", "certificateRefs": [{"name": "cert"}, {"name": "second"}, {"name": "third"}]}
    objects = state(gateway(https(tls=tls)), secret())
    found = certificate_problem(objects.gateways[WEB].listeners[0], "Gateway", WEB, objects)
    assert found is not None
    assert found.reference.key == NamespacedName("infra", "second")


@given(st.binary(max_size=60), st.text("\n \t", max_size=5), st.sampled_from(["CERTIFICATE", "RSA PRIVATE KEY", ""]))
def test_whatever_is_encoded_is_found_between_other_text(data: bytes, space: str, label: str) -> None:
    body = base64.encodebytes(data).decode()
    text = f"before{space}\n-----BEGIN {label}-----\n{body}-----END {label}-----\n{space}after"
    assert has_pem_block(text.encode())
    assert not has_pem_block(text.replace("-----END", "----END").encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PEM, True),
        (f"-----BEGIN NOTHING-----\n{PEM}", True),
        ("-----BEGIN KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END KEY-----", True),
        ("-----BEGIN KEY-----\nAAAA\n-----END CERTIFICATE-----", False),
        ("-----BEGIN KEY-----\nA!AA\n-----END KEY-----", False),
        ("-----BEGIN KEY-----\nAAAA", False),
        ("-----BEGIN KEY", False),
        ("AAAA\n-----END KEY-----", False),
        ("", False),
    ],
)
def test_what_is_a_pem_block(text: str, *, expected: bool) -> None:
    assert has_pem_block(text.encode()) == expected
