from collections import Counter
from typing import Any

from preflight.admission.cel.which import which

import pytest
from hypothesis import given
from hypothesis import strategies as st

DISTINCT = "self.all(a, self.exists_one(b, a.port == b.port))"


def of(expression: str, value: Any, *old: Any) -> str:
    return which(expression, len(repr(value)), value, *old)


@pytest.mark.parametrize(
    ("expression", "value", "named"),
    [
        ("self.all(a, a.port > 0)", [{"name": "web", "port": 0}, {"name": "api", "port": 1}], "'web'"),
        (DISTINCT, [{"name": "a", "port": 1}, {"name": "b", "port": 2}, {"name": "c", "port": 1}], "'a' and 'c'"),
        (DISTINCT, [{"port": 1}, {"port": 2}, {"port": 1}], "items 0 and 2"),
        (DISTINCT, [{"name": "web", "port": 1}, {"name": 5, "port": 1}], "items 0 and 1"),
        ("self.all(a, a.port > 0)", [{"name": "web", "port": 1}, {"name": "web", "port": 0}], "item 1"),
        ("self.all(a, self.all(b, a == b))", ["web", "api"], "'web' and 'api'"),
        ("self.all(a, a > 1) // a comment", [0, 2, 1], "items 0 and 2"),
        ("self.all(a, a != 'x')", ["x", "y", "x"], "items 0 and 2"),
        ("self.all(a, a == '')", list("abcde"), "'a', 'b', 'c', 'd' and 1 other"),
        ("self.all(a, a < 0)", list(range(7)), "items 0, 1, 2, 3 and 3 others"),
        ("self.all(a, a == '')", ["x" * 100], f"'{'x' * 76}..."),
    ],
)
def test_the_items_for_which_a_rule_is_false(expression: str, value: Any, named: str) -> None:
    assert of(expression, value) == named


def test_the_keys_of_a_map_for_which_a_rule_is_false_are_in_its_order() -> None:
    keys = ["zone", "b", "team", "a", "app", "c"]
    assert of("self.all(key, key.size() > 1)", dict.fromkeys(keys, 1)) == "'b', 'a' and 'c'"


def test_a_rule_on_a_change_sees_the_old_value() -> None:
    assert of("self.all(a, a in oldSelf)", ["web", "api"], ["web"]) == "'api'"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("self.exists(a, a > 1)", [0]),
        ("self.a.all(a, a > 1)", {"a": [0]}),
        ("self.all(a, a > 1) && self.all(b, b > 1)", [0]),
        ("self.all(a, a > 1) == dyn(true)", [0]),
        ("self.all(a, a.b)", [{"b": "x"}, {"b": False}]),
        ("self.all(a, a.b > 1)", [{"b": 0}, {}]),
        ("self.all(key, self[key] > 1)", {"a": 0}),
        ("self.all(a, self.all(b, a + b < 1000))", list(range(101))),
        ("self.all(a, a.replace('', a) == '')", ["x" * 10_000, "y" * 10_000]),
        ("self.all(a, a.foo(", [0]),
    ],
    ids=[
        "another macro",
        "a list below",
        "two rules in one",
        "what comes to true or false",
        "what comes to a text",
        "a rule that fails for another item",
        "a rule on the entries of a map",
        "too many steps",
        "too much memory",
        "what does not compile",
    ],
)
def test_nothing_is_named_where_it_cannot_be_told(expression: str, value: Any) -> None:
    assert of(expression, value) == ""


@given(st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_an_item_is_named_exactly_where_it_clashes_with_another(ports: list[int]) -> None:
    """The oracle is a count."""
    counts = Counter(ports)
    clashing = [f"'{index}'" for index, port in enumerate(ports) if counts[port] > 1]
    named = of(DISTINCT, [{"name": str(index), "port": port} for index, port in enumerate(ports)])
    assert named.replace(" and ", ", ").split(", ") == (clashing or [""])
