"""The registry is in order, complete, and says why."""

import re

from preflight.catalogue import CATALOGUE
from preflight.rules.registry import RULES

import pytest

ISSUE = re.compile(r"[a-z0-9-]+#[0-9]+")
OF_THE_TOOL = {"GH001", "GH002", "GH003", "GH004"}
FIRST_OF_RULES = {"GH3": "GH310", "GH4": "GH404", "GH5": "GH500", "GH6": "GH600", "GH7": "GH700"}
"""The first code of a rule, by subject; what is before it is found by admission and prediction."""


def test_the_rules_are_in_the_order_of_their_codes_and_each_has_one() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_every_code_of_a_rule_has_a_rule_and_an_entry_in_the_catalogue() -> None:
    expected = {code for code in CATALOGUE if code >= FIRST_OF_RULES.get(code[:3], "GH999")}
    assert {rule.code for rule in RULES} == expected
    assert all(rule.entry is CATALOGUE[rule.code] for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_in_sentences_and_cites_issues(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.why.endswith(".")
    assert rule.why[0].isalnum()
    assert all(ISSUE.fullmatch(issue) for issue in rule.upstream)
    assert rule.check.__doc__.startswith("Yield a finding")
