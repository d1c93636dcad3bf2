"""docs/rules/ is what the catalogue, the rules and the cases give."""

from preflight.catalogue import CATALOGUE
from preflight.rules.registry import RULES
from tools.findings import FOLDER, INDEX, ROOT, case_of, pages, said

import pytest


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    """The pages as they are made anew."""
    return dict(pages(ROOT))


def test_the_pages_are_current(generated: dict[str, str]) -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / FOLDER).glob("*.md")}
    assert written == generated, "run `make docs` and commit what it writes"


def test_every_code_has_its_page_and_its_line(generated: dict[str, str]) -> None:
    for code, entry in CATALOGUE.items():
        assert f"| [{code}]({code}.md) | {entry.severity} | {entry.summary} |\n" in generated[INDEX]
        assert (
            f"\n# {code}: {entry.summary.removesuffix('.')}\n\n{entry.severity.capitalize()}."
            in generated[f"{code}.md"]
        )


def test_the_page_of_a_rule_says_why_and_where_it_was_met(generated: dict[str, str]) -> None:
    for rule in RULES:
        text = " ".join(generated[f"{rule.code}.md"].split())
        assert rule.why in text
        assert all(issue in text for issue in rule.upstream)


def test_what_is_said_names_the_files_of_the_case_only() -> None:
    one, several = case_of(ROOT, "GH105", "firing"), case_of(ROOT, "GH704", "firing")
    assert one is not None
    assert several is not None
    assert said(ROOT, "GH105", one) == (
        "firing.yaml:1:1: warning GH105: CiliumLoadBalancerIPPool public: apiVersion: Version 'v2alpha1' of "
        "CiliumLoadBalancerIPPool is deprecated.\n  fix: Write apiVersion: cilium.io/v2."
    )
    assert said(ROOT, "GH704", several).startswith("firing/pool.yaml:1:1: warning GH704: ")
    assert case_of(ROOT, "GH001", "firing") is None
