"""Certificate: for listeners or for hostnames."""

from typing import Any

from constructs_lib import Domain, Gateway, Listener, Platform
from constructs_lib.certificates.certificate import USAGES, Certificate
from constructs_lib.certificates.dns_providers import Cloudflare
from constructs_lib.certificates.issuer import (
    ExistingClusterIssuer,
    ExistingIssuer,
    LetsEncryptClusterIssuer,
    LetsEncryptIssuer,
)
from constructs_lib.certificates.private_key import PrivateKey
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.certificates.secret_template import SecretTemplate
from constructs_lib.certificates.solvers import Dns01Solver
from constructs_lib.references import ExistingSecret
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import pytest
from cdk8s import Chart

DNS01 = Dns01Solver(Cloudflare(api_token=SecretKey("cloudflare", "api-token")))
FORM: dict[str, Any] = {"dns_names": ["a.com"], "secret_name": "s", "namespace": "web"}
ISSUER = ExistingClusterIssuer("letsencrypt")


def certificate(chart: Chart, **arguments: Any) -> Certificate:
    return Certificate(chart, "a", **{"issuer": ISSUER} | (FORM if "listeners" not in arguments else {}) | arguments)


def spec_of(manifests: Manifests) -> Any:
    (manifest,) = [manifest for manifest in manifests() if manifest["kind"] == "Certificate"]
    return manifest["spec"]


def test_a_certificate_is_written_with_every_default(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    assert str(certificate(chart).identity) == "Certificate web/a"
    (manifest,) = manifests()
    assert manifest == {
        "apiVersion": "cert-manager.io/v1",
        "kind": "Certificate",
        "metadata": {"name": "a", "namespace": "web", "annotations": {"argocd.argoproj.io/sync-wave": "1"}},
        "spec": {
            "issuerRef": {"group": "cert-manager.io", "kind": "ClusterIssuer", "name": "letsencrypt"},
            "secretName": "s",
            "dnsNames": ["a.com"],
            "privateKey": {"algorithm": "RSA", "size": 2048, "rotationPolicy": "Always", "encoding": "PKCS1"},
            "usages": ["digital signature", "key encipherment"],
            "revisionHistoryLimit": 1,
        },
    }
    schema = schema_of(crds["Certificate"], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


def test_a_certificate_is_written_with_its_arguments(chart: Chart, manifests: Manifests) -> None:
    certificate(
        chart,
        issuer=ExistingIssuer("own"),
        duration="48h",
        renew_before="12h",
        private_key=PrivateKey.ed25519(),
        usages=["server auth", "s/mime"],
        revision_history_limit=3,
        secret_template=SecretTemplate(labels={"app": "web"}),
        merge_patch={"spec": {"commonName": "a.com"}},
    )
    assert spec_of(manifests) == {
        "issuerRef": {"group": "cert-manager.io", "kind": "Issuer", "name": "own"},
        "secretName": "s",
        "dnsNames": ["a.com"],
        "duration": "48h",
        "renewBefore": "12h",
        "privateKey": {"algorithm": "Ed25519", "rotationPolicy": "Always", "encoding": "PKCS8"},
        "usages": ["server auth", "s/mime"],
        "revisionHistoryLimit": 3,
        "secretTemplate": {"labels": {"app": "web"}},
        "commonName": "a.com",
    }


def test_a_certificate_is_wired_to_the_listeners_of_a_domain(chart: Chart, manifests: Manifests) -> None:
    gateway = Gateway(
        chart, "gateway", namespace="common", domains=[Domain("example.com", name="com", secret="com-tls")]
    )
    issuer = LetsEncryptClusterIssuer(chart, "letsencrypt", solvers=[DNS01])
    Certificate(chart, "com", issuer=issuer, listeners=[gateway.https("com"), gateway.https_apex("com")])
    assert (spec := spec_of(manifests))["dnsNames"] == ["*.example.com", "example.com"]
    assert spec["secretName"] == "com-tls"
    assert spec["issuerRef"] == {"group": "cert-manager.io", "kind": "ClusterIssuer", "name": "letsencrypt"}


def test_a_secret_in_another_namespace_is_written_there_and_granted(chart: Chart, manifests: Manifests) -> None:
    secret = ExistingSecret("com-tls", namespace="certificates")
    gateway = Gateway(chart, "gateway", namespace="common", domains=[Domain("example.com", name="com", secret=secret)])
    issuer = LetsEncryptIssuer(chart, "letsencrypt", namespace="certificates", solvers=[DNS01])
    Certificate(chart, "com", issuer=issuer, listeners=[gateway.https("com")])
    places = {(manifest["kind"], manifest["metadata"]["namespace"]) for manifest in manifests()}
    assert places == {
        ("Gateway", "common"),
        ("Issuer", "certificates"),
        ("Certificate", "certificates"),
        ("ReferenceGrant", "certificates"),
    }


def test_an_existing_secret_of_a_gateway_with_an_issuer_is_written_by_a_certificate(chart: Chart) -> None:
    listener = Listener.https("l", hostname="a.com", secret=ExistingSecret("s"))
    gateway = Gateway(chart, "g", namespace="web", listeners=[listener], cluster_issuer="letsencrypt")
    assert certificate(chart, listeners=gateway.listeners).identity.namespace == "web"


def test_a_secret_that_a_gateway_has_written_is_refused(chart: Chart) -> None:
    listener = Listener.https("l", hostname="a.com", secret="s")
    gateway = Gateway(chart, "g", namespace="web", listeners=[listener], cluster_issuer="letsencrypt")
    assert refusal(lambda: certificate(chart, listeners=gateway.listeners)) == (
        "Certificate web/a: secret_name: 's' is the Secret of Gateway web/g too: cert-manager would write to it twice. "
        "Allowed: a Secret for each Certificate, and for each Gateway with cluster_issuer. Fix: give one of them "
        "another secret, or mark a listener's as existing: secret=ExistingSecret(...)."
    )


def test_a_refused_certificate_leaves_its_secret_free(chart: Chart) -> None:
    assert "has no field" in refusal(lambda: certificate(chart, merge_patch={"spec": {"madeUp": 1}}))
    assert certificate(chart, name="b").identity.name == "b"


def test_an_issuer_of_another_namespace_is_refused(chart: Chart) -> None:
    issuer = LetsEncryptIssuer(chart, "letsencrypt", namespace="common", solvers=[DNS01])
    assert refusal(lambda: certificate(chart, issuer=issuer)) == (
        "Certificate web/a: issuer: 'Issuer common/letsencrypt' is not in 'web', the namespace of the certificate. "
        "Allowed: an Issuer of 'web', or a ClusterIssuer. Fix: use a LetsEncryptClusterIssuer, or define an Issuer "
        "there."
    )


@pytest.mark.parametrize(
    ("issuer", "shown", "fix"),
    [
        ("le", "'le' is of type str", "write ExistingClusterIssuer('le') or the issuer itself"),
        (5, "5 is of type int", "write one of them"),
    ],
)
def test_what_is_no_issuer_is_refused(chart: Chart, issuer: Any, shown: str, fix: str) -> None:
    assert refusal(lambda: certificate(chart, issuer=issuer)) == (
        f"Certificate web/a: issuer: {shown}. Allowed: a LetsEncryptClusterIssuer, a LetsEncryptIssuer, an "
        f"ExistingClusterIssuer or an ExistingIssuer. Fix: {fix}."
    )


def test_an_existing_issuer_is_that_of_the_app_if_it_has_one(app: Platform, chart: Chart) -> None:
    """Whichever comes first: what stands for an issuer is asked nothing itself."""
    wildcard = {"dns_names": ["*.local"]}
    certificate(chart, **wildcard)
    assert "'*.local' is not below a domain" in refusal(
        lambda: LetsEncryptClusterIssuer(chart, "letsencrypt", solvers=[DNS01])
    )
    LetsEncryptIssuer(chart, "own", namespace="web", solvers=[DNS01])
    assert "'*.local' is not below a domain" in refusal(
        lambda: certificate(Chart(app, "second"), issuer=ExistingIssuer("own"), name="b", secret_name="t", **wildcard)
    )


LETS_ENCRYPT = LetsEncryptClusterIssuer | LetsEncryptIssuer


def of_lets_encrypt(chart: Chart) -> list[LETS_ENCRYPT]:
    return [
        LetsEncryptClusterIssuer(chart, "cluster", solvers=[DNS01]),
        LetsEncryptIssuer(chart, "own", namespace="web", solvers=[DNS01]),
    ]


def test_lets_encrypt_takes_no_duration_and_few_keys(chart: Chart) -> None:
    for issuer in of_lets_encrypt(chart):
        every = {"issuer": issuer}
        assert refusal(lambda every=every: certificate(chart, **every, duration="2160h")) == (  # type: ignore[misc]
            "Certificate web/a: duration: '2160h' is nothing that Let's Encrypt lets anyone choose. Allowed: no "
            "duration, with an issuer of Let's Encrypt. Fix: leave it out."
        )
        text = refusal(lambda every=every: certificate(chart, **every, private_key=PrivateKey.ed25519()))  # type: ignore[misc]
        assert text.startswith("Certificate web/a: private_key: 'Ed25519' is a key that Let's Encrypt issues no")


@pytest.mark.parametrize(
    ("duration", "renew_before", "shown"),
    [("24h", "24h", "24h"), ("1h", "2h", "1h"), (None, "2160h", "2160h"), (None, "2161h", "2160h")],
)
def test_a_certificate_is_not_renewed_before_it_is_issued(
    chart: Chart, duration: str | None, renew_before: str, shown: str
) -> None:
    assert refusal(lambda: certificate(chart, duration=duration, renew_before=renew_before)) == (
        f"Certificate web/a: renew_before: {renew_before!r} is not less than the duration. Allowed: less than {shown}. "
        "Fix: write a shorter one, or a longer duration=...."
    )


@pytest.mark.parametrize(
    ("duration", "renew_before"), [("1h", "59m59s"), ("1h", "5m"), (None, "2159h"), ("9000h", None)]
)
def test_a_certificate_is_renewed_before_its_end(chart: Chart, duration: str | None, renew_before: str | None) -> None:
    assert certificate(chart, duration=duration, renew_before=renew_before).identity.name == "a"


NOT_IN_RANGE = "is not in range. Allowed: at least"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"duration": "59m"}, f"duration: '59m' {NOT_IN_RANGE} 1h. Fix: write a duration in that range."),
        ({"renew_before": "4m"}, f"renew_before: '4m' {NOT_IN_RANGE} 5m. Fix: write a duration in that range."),
        (
            {"private_key": "RSA"},
            "private_key: 'RSA' is of type str. Allowed: PrivateKey. Fix: write PrivateKey.ecdsa().",
        ),
        (
            {"usages": ["TLS"]},
            (
                f"usages[0]: 'TLS' is not a value of this field. Allowed: {', '.join(map(repr, USAGES))}. Fix: write "
                "one of them."
            ),
        ),
        (
            {"revision_history_limit": 0},
            (
                "revision_history_limit: 0 is not in range. Allowed: a whole number from 1 to 2147483647. Fix: write a "
                "number in that range."
            ),
        ),
        (
            {"secret_template": {"labels": {}}},
            "secret_template: {'labels': {}} is of type dict. Allowed: SecretTemplate. Fix: write SecretTemplate(...).",
        ),
    ],
)
def test_what_cert_manager_would_refuse_is_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: certificate(chart, **arguments)) == f"Certificate web/a: {expected}"


def test_the_usages_are_those_of_the_crd(crds: Crds) -> None:
    assert (
        list(USAGES)
        == schema_of(crds["Certificate"], "v1")["properties"]["spec"]["properties"]["usages"]["items"]["enum"]
    )
