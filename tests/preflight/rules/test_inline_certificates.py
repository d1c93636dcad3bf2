"""Certificates in the manifests: their dates, their names, and whether Envoy can use them."""

import base64
from datetime import UTC, datetime, timedelta

from preflight.cli import app
from preflight.cluster import ClusterFacts
from tests.preflight.made_certificates import BEGIN, END, certificate_pem, key, key_pem, secret
from tests.preflight.rules.judged import HTTPS, NOW, SERVICE, findings, listeners, routes, said
from tests.projects import ROOT

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from typer.testing import CliRunner

MINUTE = timedelta(minutes=1)
KEY, KEY_PEM = key(), key_pem(key())
GATEWAY = listeners(f"[{HTTPS.replace('HTTPS,', 'HTTPS, hostname: shop.example.com,')}]")
NONE = ClusterFacts()
GOOD = certificate_pem(key=KEY)
INLINE = ("GH604", "GH607", "GH608", "GH609")
POLICY = """
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: shop, namespace: web}
spec:
  targetRefs: [{group: "", kind: Service, name: shop}]
  validation: {hostname: shop.example.com, caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}
"""


def until(end: datetime) -> str:
    return secret(certificate_pem(key=KEY, begin=BEGIN, end=end), KEY_PEM)


def config_map(*certificates: str) -> str:
    return yaml.safe_dump(
        {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {"name": "ca", "namespace": "web"},
            "data": {"ca.crt": "".join(certificates)},
        }
    )


def codes(*documents: str) -> list[str]:
    return [each.code for each in findings(*documents, facts=NONE) if each.code in INLINE]


def test_a_certificate_that_has_expired() -> None:
    assert said("GH607", GATEWAY, until(datetime(2026, 11, 30, 23, 59, tzinfo=UTC)), facts=NONE) == (
        "error GH607: stringData[tls.crt]: The certificate expired on 2026-11-30 23:59 UTC, and listener 'https' of "
        "Gateway web/edge serves it: clients refuse it.\n"
        "  fix: Put a new certificate in its place, or have it made and renewed in the cluster, as by cert-manager."
    )


def test_a_certificate_that_is_not_valid_yet() -> None:
    early = secret(certificate_pem(key=KEY, begin=NOW + MINUTE, end=END), KEY_PEM)
    assert said("GH607", GATEWAY, early, facts=NONE) == (
        "error GH607: stringData[tls.crt]: The certificate is not valid before 2026-12-01 00:01 UTC, and listener "
        "'https' of Gateway web/edge serves it: clients refuse it.\n"
        "  fix: Apply it once it is valid, and keep the one before it until then."
    )
    assert codes(early) == []
    assert codes(GATEWAY, secret(certificate_pem(key=KEY, begin=NOW, end=END), KEY_PEM)) == []


def test_a_certificate_that_expires_soon() -> None:
    assert said("GH608", GATEWAY, until(datetime(2026, 12, 31, tzinfo=UTC)), facts=NONE) == (
        "warning GH608: stringData[tls.crt]: The certificate expires on 2026-12-31 00:00 UTC, within 30 days.\n"
        "  fix: Put a new certificate in its place, or have it made and renewed in the cluster, as by cert-manager."
    )


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (NOW - MINUTE, ["GH607"]),
        (NOW, ["GH608"]),
        (NOW + timedelta(days=30), ["GH608"]),
        (NOW + timedelta(days=30) + MINUTE, []),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), []),
    ],
)
def test_the_days_that_are_left(end: datetime, expected: list[str]) -> None:
    assert codes(GATEWAY, until(end)) == expected


def test_a_certificate_that_no_listener_serves() -> None:
    assert said("GH608", until(NOW - MINUTE), facts=NONE) == (
        "warning GH608: stringData[tls.crt]: The certificate expired on 2026-11-30 23:59 UTC; none of Cilium's "
        "listeners here serves it.\n"
        "  fix: Remove the Secret if nothing else needs it, or put a new certificate into it."
    )
    assert codes(until(NOW + MINUTE)) == ["GH608"]
    assert codes(until(NOW - MINUTE).replace("kubernetes.io/tls", "Opaque")) == []
    assert codes(secret(GOOD, key_pem(key(1)))) == []


def test_the_type_of_a_secret_that_a_listener_names_does_not_matter() -> None:
    opaque = until(NOW - MINUTE).replace("kubernetes.io/tls", "Opaque")
    assert codes(GATEWAY, opaque) == ["GH607"]


def test_one_secret_is_one_finding_however_many_listeners_serve_it() -> None:
    other = HTTPS.replace("name: https", "name: other").replace("HTTPS,", "HTTPS, hostname: b.example.com,")
    both = GATEWAY.replace("}]}}]", f"}}]}}}}, {other}]")
    expired = secret(certificate_pem(["*.example.com"], key=KEY, end=NOW - MINUTE), KEY_PEM)
    assert codes(both, expired) == ["GH607"]


def test_the_values_in_base64() -> None:
    data = yaml.safe_load(until(NOW - MINUTE))
    data["data"] = {name: encoded(value) for name, value in data.pop("stringData").items()}
    assert "data[tls.crt]: The certificate expired" in said("GH607", GATEWAY, yaml.safe_dump(data), facts=NONE)


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def test_what_cert_manager_replaces_is_not_judged() -> None:
    certificate = """
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: edge, namespace: web}
spec: {secretName: edge-tls, dnsNames: [shop.example.com], issuerRef: {name: letsencrypt, kind: ClusterIssuer}}
"""
    assert codes(GATEWAY, until(NOW - MINUTE), certificate) == []


def test_a_placeholder_is_no_certificate_and_no_key() -> None:
    encrypted = "ENC[AES256_GCM,data:c2hvcA==]"
    assert codes(GATEWAY, secret(encrypted, encrypted)) == []
    assert codes(GATEWAY, secret(GOOD, encrypted)) == []
    assert codes(GATEWAY, secret(certificate_pem(key=KEY, end=NOW - MINUTE), encrypted)) == ["GH607"]


def test_a_listener_of_a_listener_set() -> None:
    gateway = GATEWAY.replace("spec:", "spec:\n  allowedListeners: {namespaces: {from: Same}}")
    more = f"""
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {{name: more, namespace: web}}
spec:
  parentRef: {{name: edge}}
  listeners: [{HTTPS.replace("HTTPS,", "HTTPS, hostname: b.example.com,").replace("edge-tls", "b-tls")}]
"""
    expired = secret(certificate_pem(["b.example.com"], key=KEY, end=NOW - MINUTE), KEY_PEM, name="b-tls")
    assert "listener 'https' of ListenerSet web/more serves it" in said("GH607", gateway, more, expired)


def test_without_a_date_it_is_the_one_of_today() -> None:
    found = CliRunner().invoke(app, ["check", str(ROOT / "tests/cases/GH607/firing.yaml")])
    assert "error GH607: Secret web/edge-tls" in found.output


@pytest.mark.parametrize(
    ("names", "said_of_them"),
    [
        (["www.example.com"], "is for 'www.example.com', and not for 'shop.example.com'."),
        ([], "has no DNS names, so that it is not for 'shop.example.com': clients do not look at its common name."),
        (["*.shop.example.com"], "is for '*.shop.example.com', and not for 'shop.example.com'."),
    ],
)
def test_a_certificate_for_other_names_than_the_listener(names: list[str], said_of_them: str) -> None:
    inline = secret(certificate_pem(names, key=KEY), KEY_PEM)
    assert said("GH604", GATEWAY, inline, facts=NONE) == (
        "warning GH604: spec.listeners[0].hostname: The certificate in Secret web/edge-tls of listener 'https' "
        f"{said_of_them}\n  fix: Add 'shop.example.com' to the names of the certificate."
    )


@pytest.mark.parametrize("names", [["shop.example.com"], ["*.EXAMPLE.com"], ["a.example.com", "shop.example.com"]])
def test_a_certificate_for_the_names_of_the_listener(names: list[str]) -> None:
    assert codes(GATEWAY, secret(certificate_pem(names, key=KEY), KEY_PEM)) == []


def test_a_route_that_the_inline_certificate_is_not_for() -> None:
    wildcard = GATEWAY.replace("hostname: shop.example.com", "hostname: '*.example.com'")
    inline = secret(certificate_pem(["*.example.com"], key=KEY), KEY_PEM)
    hosts = "parentRefs: [{name: edge}]\n  hostnames: [a.b.example.com, a.example.com]"
    route = routes("[{backendRefs: [{name: shop, port: 80}]}]", more=hosts)
    assert codes(wildcard, inline, SERVICE, route) == ["GH604"]


def test_an_inline_certificate_for_a_host_that_another_listener_passes_through() -> None:
    passed = "{name: vault, port: 443, protocol: TLS, hostname: vault.example.com, tls: {mode: Passthrough}}"
    both = GATEWAY.replace("}]}}]", f"}}]}}}}, {passed}]")
    names = ["shop.example.com", "vault.example.com"]
    assert "'https' is for 'vault.example.com' as well" in said(
        "GH605", both, secret(certificate_pem(names, key=KEY), KEY_PEM), facts=NONE
    )
    assert said("GH605", both, secret(GOOD, KEY_PEM), facts=NONE) == ""


def test_a_key_of_another_certificate() -> None:
    assert said("GH609", GATEWAY, secret(GOOD, key_pem(key(1))), facts=NONE) == (
        "error GH609: stringData[tls.key]: tls.key does not belong to the certificate in tls.crt: Envoy refuses it for "
        "listener 'https' of Gateway web/edge, and clients get no connection.\n"
        "  fix: Write the key for which the certificate was issued."
    )


def test_a_chain_in_the_wrong_order() -> None:
    issuer = certificate_pem(["ca.example.com"], key=key(1))
    assert codes(GATEWAY, secret(GOOD + issuer, KEY_PEM)) == []
    found = said("GH609", GATEWAY, secret(issuer + GOOD, KEY_PEM), facts=NONE)
    assert found == (
        "error GH609: stringData[tls.crt]: tls.key belongs to a certificate of tls.crt that is not the first one: "
        "Envoy refuses it for listener 'https' of Gateway web/edge, and clients get no connection.\n"
        "  fix: Put the certificate of the key first, before those that it was signed with."
    )


def block(label: str, content: str) -> str:
    return f"-----BEGIN {label}-----\n{encoded(content)}\n-----END {label}-----\n"


@pytest.mark.parametrize(
    ("certificate", "private", "expected"),
    [
        (
            block("CERTIFICATE", "Hello"),
            KEY_PEM,
            "[tls.crt]: tls.crt has something in PEM that is no X.509 certificate, or not a whole one: ",
        ),
        (GOOD, block("PRIVATE KEY", "Hello"), "[tls.key]: tls.key has no private key that can be read: "),
        (
            GOOD,
            KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"changeit")).decode(),
            "[tls.key]: tls.key is encrypted, and nobody knows its password: ",
        ),
    ],
)
def test_what_envoy_cannot_read(certificate: str, private: str, expected: str) -> None:
    assert expected in said("GH609", GATEWAY, secret(certificate, private), facts=NONE)
    assert codes(GATEWAY, secret(certificate, private)) == ["GH609"]


def test_keys_that_envoy_does_not_take() -> None:
    small, odd = rsa.generate_private_key(65537, 1024), ec.derive_private_key(1, ec.SECP256K1())
    assert "tls.crt is for an RSA key of 1024 bits, and 2048 are the least: Envoy refuses it" in said(
        "GH609", GATEWAY, secret(certificate_pem(key=small), key_pem(small)), facts=NONE
    )
    assert "tls.crt is for an ECDSA key on the curve secp256k1: Envoy refuses it" in said(
        "GH609", GATEWAY, secret(certificate_pem(key=odd), key_pem(odd)), facts=NONE
    )
    assert (
        codes(GATEWAY, secret(certificate_pem(key=(p384 := ec.derive_private_key(1, ec.SECP384R1()))), key_pem(p384)))
        == []
    )


def test_the_secret_with_values_is_found_all_the_same() -> None:
    found = findings(GATEWAY, until(NOW - MINUTE), facts=NONE)
    assert {"GH607", "GH702"} <= {each.code for each in found}


REACHED = (GATEWAY, secret(GOOD, KEY_PEM), SERVICE, routes("[{backendRefs: [{name: shop, port: 80}]}]"), POLICY)


def test_ca_certificates_that_have_expired() -> None:
    old, older = certificate_pem(key=KEY, end=NOW - MINUTE), certificate_pem(key=KEY, end=NOW - 2 * MINUTE)
    assert said("GH607", *REACHED, config_map(old), facts=NONE) == (
        "error GH607: data[ca.crt]: The certificate expired on 2026-11-30 23:59 UTC, and BackendTLSPolicy web/shop "
        "trusts it: Envoy refuses the backends.\n"
        "  fix: Put a new certificate in its place, or have it made and renewed in the cluster, as by cert-manager."
    )
    both = said("GH607", *REACHED, config_map(older, old), facts=NONE)
    assert "The last of its certificates expired on 2026-11-30 23:59 UTC" in both
    assert codes(*REACHED, config_map(old, GOOD)) == []
    assert codes(*REACHED, config_map(certificate_pem(key=KEY, end=NOW + MINUTE))) == ["GH608"]
    assert codes(config_map(old)) == []


def test_ca_certificates_that_cannot_be_read() -> None:
    assert said("GH609", *REACHED, config_map(block("CERTIFICATE", "Hello")), facts=NONE) == (
        "error GH609: data[ca.crt]: ca.crt has something in PEM that is no X.509 certificate, or not a whole one: "
        "Envoy refuses it for BackendTLSPolicy web/shop, and connections to its Services fail.\n"
        "  fix: Write the certificates anew, each as it was issued."
    )


def test_a_bundle_of_thousands_and_a_very_large_block() -> None:
    assert codes(GATEWAY, secret(GOOD + certificate_pem(key=key(1)) * 3000, KEY_PEM)) == []
    assert codes(GATEWAY, secret(block("CERTIFICATE", "A" * 2_000_000), KEY_PEM)) == ["GH609"]
