"""Objects encrypted by SOPS are judged as they are once they have been decrypted."""

from preflight import admit
from preflight.report.text import findings_text

import pytest
import yaml

SECRET = """
apiVersion: v1
kind: Secret
metadata: {name: edge-tls, namespace: web}
type: kubernetes.io/tls
data: {tls.crt: "ENC[AES256_GCM,data:aa,type:str]", tls.key: "ENC[AES256_GCM,data:bb,type:str]"}
"""
SOPS = "sops: {version: 3.8.1, mac: 'ENC[AES256_GCM,data:cc,type:str]'}\n"
GATEWAY_CLASS = """
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: cilium}
spec: {controllerName: "ENC[AES256_GCM,data:aa,type:str]"}
"""


def said(text: str) -> str:
    return findings_text(admit([yaml.safe_load(text)]).findings)


def test_a_secret_is_admitted_although_its_values_are_no_base64() -> None:
    assert said(SECRET + SOPS) == ""
    assert said(SECRET) == "\n".join(
        f"error GH125: Secret web/edge-tls: data[{name}]: 'ENC[AES256_GCM,data:{data},type:str]' is not base64, as the "
        "format byte asks.\n"
        "  fix: Write base64, such as 'aGVsbG8='."
        for name, data in (("tls.crt", "aa"), ("tls.key", "bb"))
    )


@pytest.mark.parametrize(
    ("written", "other", "finding", "fix"),
    [
        (
            "type: kubernetes.io/tls",
            "types: a",
            "error GH120: Secret web/edge-tls: types: There is no field 'types' here.",
            "Write 'type'.",
        ),
        (
            "tls.key: ",
            "other: 'a!', tls.key: ",
            "error GH125: Secret web/edge-tls: data[other]: 'a!' is not base64, as the format byte asks.",
            "Write base64, such as 'aGVsbG8='.",
        ),
    ],
)
def test_what_is_not_encrypted_is_judged(written: str, other: str, finding: str, fix: str) -> None:
    assert said((SECRET + SOPS).replace(written, other)) == f"{finding}\n  fix: {fix}"


def test_its_metadata_is_judged() -> None:
    assert "error GH110: Secret web/Edge: metadata.name: 'Edge' is not a DNS subdomain" in said(
        (SECRET + SOPS).replace("name: edge-tls", "name: Edge")
    )


def test_an_encrypted_value_of_another_kind_is_taken_to_be_good() -> None:
    assert "error GH124: GatewayClass cilium: spec.controllerName" in said(GATEWAY_CLASS)
    assert said(GATEWAY_CLASS + SOPS) == ""
