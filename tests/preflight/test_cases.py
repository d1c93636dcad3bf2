"""The manifests of two other projects' test suites: admitted, except those that no API server would take."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from preflight.catalogue import Severity
from preflight.field_path import text
from preflight.finding import Finding

import pytest
import yaml

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"

Objects = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Refused:
    """An error that the API server would cite."""

    file: str
    object: str
    code: str
    path: str
    why: str


UPPER_CASE = "Names have no upper-case letters; the fixture is only ever given to a fake client."
NOT_SERVED = "Gateway API v1.6.1 serves TLSRoute as v1 only; the fixture is only ever given to a fake client."
EXPERIMENTAL = "The field retry is in the experimental channel only, and the CRDs are those of the standard channel."
CROSS_PROTOCOL = "cilium-gateway/gateway-cross-protocol-same-hostname/input/cross-protocol-same-hostname.yaml"
OMITTED_SECTION = "cilium-gateway/gateway-omit-sectionName-listeners/input/gateway-omit-sectionName-listeners.yaml"
NO_MATCHING_LISTENER = (
    "cilium-gateway/tlsroute-invalid-no-matching-listener/input/tlsroute-invalid-no-matching-listener.yaml"
)
RETRY = "gateway-api-conformance/HTTPRouteRetry.json"

REFUSED = [
    Refused(CROSS_PROTOCOL, "TLSRoute gateway-conformance-infra/tls-route", "GH104", "apiVersion", NOT_SERVED),
    *(
        Refused(OMITTED_SECTION, f"{kind} gateway-conformance-infra-label/{name}", "GH110", "metadata.name", UPPER_CASE)
        for kind, name in (
            ("Gateway", "gateway-omit-sectionName-listeners"),
            ("HTTPRoute", "omit-sectionName-listeners"),
        )
    ),
    *(
        Refused(NO_MATCHING_LISTENER, f"TLSRoute gateway-conformance-infra/{name}", "GH104", "apiVersion", NOT_SERVED)
        for name in (
            "tlsroute-not-allowed-protocol-http",
            "tlsroute-not-allowed-protocol-https",
            "tlsroute-no-matching-section-name",
        )
    ),
    *(
        Refused(RETRY, "HTTPRoute gateway-conformance-infra/retries", "GH120", path, EXPERIMENTAL)
        for path in ("spec.rules[0].retry", "spec.rules[1].retry")
    ),
]

WITHOUT_SCHEMA: set[str] = set()
"""The kinds that are not judged (GH103): none, since the rest are Kubernetes' own."""


@pytest.fixture(scope="module")
def findings() -> list[tuple[str, Finding]]:
    """What preflight finds in the cases, each with its file."""
    if not CASES.is_dir():
        pytest.skip(f"needs the cases in {CASES}, and there is no such folder")
    from preflight import admit

    return [
        (file.relative_to(CASES).as_posix(), finding)
        for file, objects in [*_fixtures(), *_conformance_cases()]
        for finding in admit(objects).findings
    ]


def test_every_object_is_admitted_but_those_that_are_listed(findings: list[tuple[str, Finding]]) -> None:
    refused = [
        (file, str(finding.resource), finding.code, text(finding.path))
        for file, finding in findings
        if finding.severity == Severity.ERROR
    ]
    assert sorted(refused) == sorted((row.file, row.object, row.code, row.path) for row in REFUSED)


def test_every_kind_of_the_cases_has_a_schema(findings: list[tuple[str, Finding]]) -> None:
    kinds = {finding.resource.kind for _, finding in findings if finding.code == "GH103" and finding.resource}
    assert kinds == WITHOUT_SCHEMA


def test_every_rule_of_the_cases_is_evaluated(findings: list[tuple[str, Finding]]) -> None:
    assert [(file, finding) for file, finding in findings if finding.code == "GH142"] == []


def test_the_cases_have_objects_of_every_kind_that_gateways_need() -> None:
    if not CASES.is_dir():
        pytest.skip(f"needs the cases in {CASES}, and there is no such folder")
    objects = [each for _, objects in [*_fixtures(), *_conformance_cases()] for each in objects]
    kinds = {each["kind"] for each in objects}
    assert kinds >= {"Gateway", "GatewayClass", "ListenerSet", "BackendTLSPolicy", "ReferenceGrant", "Service"}
    assert kinds >= {"HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"}


def _fixtures() -> Iterator[tuple[Path, Objects]]:
    """Yield the objects of Cilium's golden fixtures, file by file; what its controller writes is not among them."""
    for file in sorted(CASES.glob("cilium-gateway/*/input/*.yaml")):
        documents = yaml.load_all(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield file, [document for document in documents if document]


def _conformance_cases() -> Iterator[tuple[Path, Objects]]:
    """Yield what the conformance suite applies at once: the manifests of a case, then those of each of its phases."""
    for file in sorted(CASES.glob("gateway-api-conformance/*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        yield file, case["manifests"]
        for phase in case.get("phases", []):
            yield file, [change["object"] for change in phase["mutations"] if change["op"] != "delete"]
