"""What rules find in manifests that are right: those of the test suite of another project."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from preflight.admission.judge import admission
from preflight.catalogue import CATALOGUE
from preflight.cluster import ClusterFacts
from preflight.finding import Finding
from preflight.reading.files import read
from preflight.rules.judge import check
from preflight.rules.registry import RULES
from preflight.snapshot import Snapshot
from tests.preflight.rules.judged import NOW
from tests.projects import ROOT

import pytest

CASES = ROOT.parent / "shared" / "cases" / "cilium-gateway"
OF_RULES = {rule.code for rule in RULES}

KEYS = "The fixtures hold the keys of test certificates: real values of Secrets in files."
SAME = "The fixture is about two rules with the same match, of which the second gets no requests."
NO_KEY = "The key of the fixture says of itself that it is none: openssl cannot read it either."
CUT = "The certificate of the fixture ends in the middle: openssl cannot read it either."
OLD = "The certificate of the fixture ended in 2025, and listeners serve it."
UNITTEST = "The certificate of the fixture is for unittest.com alone, and its listeners are for other hosts."
BASE = "base"
"""The Gateways and Services that the other fixtures use: of these, the listeners that only others have routes for."""
EXPECTED: Mapping[tuple[str, str], str] = {
    (BASE, "GH702"): KEYS,
    (BASE, "GH604"): UNITTEST,
    ("gateway-cross-protocol-same-hostname", "GH702"): KEYS,
    ("gateway-cross-protocol-same-hostname", "GH609"): CUT,
    ("gateway-multi-port-https", "GH702"): KEYS,
    ("gateway-multi-port-https", "GH609"): CUT,
    ("httproute-https-listener", "GH702"): KEYS,
    ("httproute-https-listener", "GH604"): UNITTEST,
    ("httproute-https-listener", "GH607"): OLD,
    ("httproute-https-listener", "GH609"): NO_KEY,
    ("httproute-identical-rule-invalid-backend", "GH405"): SAME,
    ("httproute-identical-rule-order", "GH405"): SAME,
    ("tlsroute-invalid-no-matching-listener", "GH702"): KEYS,
    ("tlsroute-invalid-no-matching-listener", "GH607"): OLD,
    ("tlsroute-invalid-no-matching-listener", "GH609"): NO_KEY,
    ("gateway-with-attached-routes", "GH406"): (
        "http-route-2 and http-route-3 both take all paths of all hostnames: the fixture counts routes only."
    ),
}
"""Folder of the object and code, with why the finding is right. Each was looked at by hand."""


def found_in(paths: Sequence[Path]) -> list[Finding]:
    """Return the findings of rules in folders."""
    facts = ClusterFacts()
    found = check(admission(Snapshot(read(paths).manifests), facts), facts, now=NOW).findings
    return [each for each in found if each.code in OF_RULES | {"GH001"}]


def test_what_is_found_in_the_fixtures_of_cilium_is_right() -> None:
    if not CASES.is_dir():
        pytest.skip(f"needs the cases in {CASES}, and there is no such folder")
    base = CASES / BASE / "input"
    found = {
        (folder_of(finding), finding.code)
        for folder in sorted(CASES.glob("*/input"))
        for finding in found_in([base, folder])
    } - {(BASE, "GH310")}
    assert found == EXPECTED.keys()
    assert all(CATALOGUE[code] for _, code in EXPECTED)


def folder_of(finding: Finding) -> str:
    """Return the folder of the fixture that a finding is in."""
    assert finding.source is not None, finding.reason
    return Path(finding.source.file).relative_to(CASES).parts[0]
