"""docs/findings.md is what the catalogue and the cases give."""

from pathlib import Path

from preflight.catalogue import CATALOGUE
from tools.findings import PAGE, ROOT, page, said


def test_the_page_is_current() -> None:
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page(ROOT)


def test_every_code_has_its_heading_and_its_summary() -> None:
    text = page(ROOT)
    for code, entry in CATALOGUE.items():
        assert f"\n## {code}\n\n{entry.severity.capitalize()}. {entry.summary}\n" in text


def test_what_is_said_names_the_file_only() -> None:
    assert said(ROOT, "GH105", Path("tests/cases/GH105/firing.yaml")) == (
        "firing.yaml:1:1: warning GH105: CiliumLoadBalancerIPPool public: apiVersion: Version 'v2alpha1' of "
        "CiliumLoadBalancerIPPool is deprecated.\n  fix: Write apiVersion: cilium.io/v2."
    )
