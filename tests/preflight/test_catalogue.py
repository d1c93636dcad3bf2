"""Every code has a case in which it is found and one in which it is not, and its text is pinned."""

from pathlib import Path

from preflight.catalogue import CATALOGUE
from preflight.report.text import findings_text
from tools.findings import ROOT, case_of, findings_in

import pytest
from syrupy.assertion import SnapshotAssertion

CASES = Path("tests/cases")
WITHOUT_CASE = {"GH001"}
"""A bug of ours: tests/preflight/admission/test_judge.py makes one."""


def case(code: str, name: str) -> Path:
    """Return a case by its path from the working folder, as findings show it."""
    found = case_of(ROOT, code, name)
    assert found is not None
    return found.relative_to(ROOT)


def test_every_code_has_its_cases() -> None:
    assert {folder.name for folder in CASES.iterdir()} == CATALOGUE.keys() - WITHOUT_CASE


def test_the_codes_are_in_order() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", sorted(CATALOGUE.keys() - WITHOUT_CASE))
def test_the_firing_case_fires(code: str, snapshot: SnapshotAssertion) -> None:
    findings = findings_in(case(code, "firing"))
    assert code in {finding.code for finding in findings}
    assert findings_text(findings) == snapshot


@pytest.mark.parametrize("code", sorted(CATALOGUE.keys() - WITHOUT_CASE))
def test_the_silent_case_is_silent(code: str) -> None:
    assert not findings_in(case(code, "silent"))
