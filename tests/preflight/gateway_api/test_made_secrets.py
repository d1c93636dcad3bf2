"""Secrets that controllers make for manifests of other kinds are taken to be there."""

from preflight.cluster import ClusterFacts
from preflight.report.text import findings_text
from tests.preflight.rules.judged import HTTPS, POOL, findings, listeners

import pytest

GATEWAY = listeners("[" + HTTPS + "]")
MISSING = (
    "error GH204: Gateway web/edge: spec.listeners[0].tls.certificateRefs[0].name: Secret web/edge-tls is neither "
    "among the manifests nor declared, so it is taken not to be there.\n"
    "  fix: Add it, or declare it in cluster.yaml if it is defined elsewhere: "
    "secrets: [{namespace: web, name: edge-tls}]."
)


def sealed(name: str = "edge-tls", spec: str = "{encryptedData: {tls.crt: x, tls.key: y}}") -> str:
    return f"""
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {{name: {name}, namespace: web}}
spec: {spec}
"""


def external(spec: str, name: str = "edge") -> str:
    return f"""
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {{name: {name}, namespace: web}}
spec: {spec}
"""


def said(*documents: str) -> str:
    found = findings(POOL, GATEWAY, *documents, facts=ClusterFacts())
    return findings_text(each for each in found if each.code == "GH204")


@pytest.mark.parametrize(
    "document",
    [
        sealed(),
        sealed(spec="{template: {metadata: {name: other}}}"),
        sealed(spec="[]"),
        external("{target: {name: edge-tls}}"),
        external("{target: {name: edge-tls, creationPolicy: Orphan}}"),
        external("{}", name="edge-tls"),
        external("{target: {name: 1}}", name="edge-tls"),
    ],
)
def test_a_controller_makes_a_secret(document: str) -> None:
    assert said(document) == ""


@pytest.mark.parametrize(
    "document",
    [
        "",
        sealed("other", spec="{template: {metadata: {name: edge-tls}}}"),
        external("{target: {name: edge-tls, creationPolicy: Merge}}"),
        external("{target: {name: edge-tls, creationPolicy: None}}"),
        external("{target: {name: other}}", name="edge-tls"),
        external("[edge-tls]"),
    ],
)
def test_no_controller_makes_a_secret(document: str) -> None:
    assert said(document) == MISSING


def test_a_secret_encrypted_by_sops_is_taken_for_a_good_one() -> None:
    secret = """
apiVersion: v1
kind: Secret
metadata: {name: edge-tls, namespace: web}
data: {tls.crt: "ENC[AES256_GCM,data:aa]", tls.key: "ENC[AES256_GCM,data:bb]"}
sops: {version: 3.8.1}
"""
    assert said(secret) == ""
    plain = secret.replace("\ndata: {", "\nstringData: {").replace("sops: {version: 3.8.1}", "")
    assert said(plain) == (
        "error GH204: Gateway web/edge: spec.listeners[0].tls.certificateRefs[0].name: Secret web/edge-tls has no PEM "
        "block in tls.crt and tls.key.\n"
        "  fix: Put the certificate in PEM under tls.crt, and its key in PEM under tls.key of the Secret."
    )
