"""The rules that a route can have."""

from collections.abc import Sequence
from dataclasses import dataclass

from constructs_lib.registry import Identity
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.rules import checked_rules
from tests.conftest import refusal

import pytest


@dataclass(frozen=True)
class Rule:
    """As little as a rule can be."""

    name: str | None = None
    matches: Sequence[str] = ()
    backend_refs: Sequence[BackendRef] = ()


ROUTE = Identity("example.com", "Route", "web", "a")
WEB = BackendRef("web", port=80)
NUMBER = (
    "is not a number that a route can have. Allowed: 1 to 16 rules with at most 128 matches together. Fix: write "
    "rules=[Rule(backend_refs=[...])], and split a larger route in two."
)


@pytest.mark.parametrize(
    ("rules", "default_matches"),
    [
        ([Rule()] * 16, 1),
        ([Rule(matches=["a"] * 64)] * 2, 1),
        ([Rule(matches=["a"] * 64)] * 2 + [Rule()] * 14, 0),
        ([Rule("one"), Rule(), Rule("two"), Rule()], 1),
        ([Rule(backend_refs=[WEB]), Rule(backend_refs=[WEB])], 1),
    ],
)
def test_rules_that_a_route_can_have_are_returned(rules: list[Rule], default_matches: int) -> None:
    assert checked_rules(ROUTE, rules, Rule, default_matches=default_matches) == tuple(rules)


@pytest.mark.parametrize(
    ("rules", "default_matches", "expected"),
    [
        ([], 0, f"rules: '0 rules with 0 matches' {NUMBER}"),
        ([Rule(matches=["a"] * 64)] * 2 + [Rule()], 1, f"rules: '3 rules with 129 matches' {NUMBER}"),
        ([Rule(matches=["a"] * 64)] * 2 + [Rule(matches=["a"])], 0, f"rules: '3 rules with 129 matches' {NUMBER}"),
        ([Rule()] * 17, 0, "rules: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects."),
        (
            [Rule("one"), Rule("two"), Rule("one")],
            0,
            (
                "rules[2].name: 'one' is the name of another rule. Allowed: a name for each rule, or none. Fix: rename "
                "one of them."
            ),
        ),
        (
            [Rule(backend_refs=[WEB, BackendRef("web", port=80, weight=9)])],
            0,
            (
                "rules[0].backend_refs[1]: 'web:80' is there twice. Allowed: each port of a Service once. Fix: join "
                "the two: one weight says it."
            ),
        ),
    ],
)
def test_rules_that_a_route_cannot_have_are_refused(rules: list[Rule], default_matches: int, expected: str) -> None:
    assert refusal(lambda: checked_rules(ROUTE, rules, Rule, default_matches=default_matches)) == (
        f"Route web/a: {expected}"
    )
