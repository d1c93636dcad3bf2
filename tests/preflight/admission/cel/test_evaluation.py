import sys
from typing import Any

from preflight.admission.cel.evaluation import TOO_MUCH, NodeRules, compiled_rules
from preflight.admission.cel.outcomes import Broken, Failure, Uncompilable
from preflight.admission.schema import Rule, Schema
from tests.preflight.admission.cel.evaluated import evaluated

import pytest
from hypothesis import given
from hypothesis import strategies as st

SCHEMA = Schema(type="object")
RULES = (
    "self.a > 0 // a comment",
    "self.a > 0 || self.b == 'x'",
    "has(self.b)",
    "self.c.all(x, x != self.a)",
    "self.a + 1",
    "self.b + 1 == 2",
    "1 / self.a == 1",
    "self.b.matches('^x$')",
    "self",
)


def of(*rules: Rule, updating: bool = False) -> NodeRules:
    return compiled_rules(SCHEMA, rules, updating=updating)


def broken(rule: Rule, value: Any, *old: Any) -> list[Broken]:
    return list(of(rule, updating=bool(old)).broken(value, *old))


@given(
    st.lists(st.sampled_from(RULES), unique=True),
    st.fixed_dictionaries(
        {},
        optional={
            "a": st.sampled_from([-1, 0, 1, 2, "x"]),
            "b": st.sampled_from(["", "x", 1]),
            "c": st.lists(st.integers(0, 2), max_size=3),
        },
    ),
)
def test_the_joined_rules_say_what_each_says_alone(rules: list[str], value: dict[str, Any]) -> None:
    """The oracle is the evaluation of each rule on its own."""
    expected = []
    for rule in rules:
        alone = evaluated(rule, value)
        if isinstance(alone, Failure | Uncompilable):
            expected.append(Broken(Rule(rule=rule), alone))
        elif alone is not True:
            expected.append(Broken(Rule(rule=rule), None))
    assert list(of(*(Rule(rule=rule) for rule in rules)).broken(value)) == expected


def test_rules_that_are_true_together_are_evaluated_together() -> None:
    rules = of(Rule(rule="self.a > 0 // a comment"), Rule(rule="self.b == 'x'"))
    assert rules.joined is not None
    assert list(rules.broken({"a": 1, "b": "x"})) == []


def test_rules_are_joined_only_if_each_compiles_on_its_own() -> None:
    rules = of(Rule(rule="false) || (true"), Rule(rule="self.a > 0"))
    assert list(rules.broken({"a": 1})) == [
        Broken(
            Rule(rule="false) || (true"),
            Uncompilable("Syntax error: mismatched input ')' expecting <EOF>"),
        )
    ]


@pytest.mark.parametrize(
    "rule", ["self.a == 'x'", "self.a != 'x'", "self.b == 1", "self.a", "null", "self.all(x, x == 'y')"]
)
def test_values_are_freed(rule: str) -> None:
    """The library counts the uses of Python's objects itself: a count too high leaks, and one too low crashes."""
    value, rules = {"a": "some text of its own"}, of(Rule(rule=rule))
    list(rules.broken(value))
    before = [sys.getrefcount(value), sys.getrefcount(value["a"]), sys.getrefcount(None)]
    for _ in range(1000):
        list(rules.broken(value))
    after = [sys.getrefcount(value), sys.getrefcount(value["a"]), sys.getrefcount(None)]
    assert all(abs(count - former) < 100 for count, former in zip(after, before, strict=True))


def test_a_rule_on_all_items_says_for_which_it_is_false() -> None:
    rule = Rule(rule="self.all(x, x > 0)", message_expression="'no'")
    assert broken(rule, [1, 0, 2]) == [Broken(rule, None, "no", "item 1")]
    assert broken(rule, [1, "x"])[0].which == ""
    changing = Rule(rule="self.all(x, x in oldSelf)")
    assert broken(changing, ["a", "b"], ["a"]) == [Broken(changing, None, which="'b'")]


def test_the_items_of_a_list_are_those_that_the_rule_sees() -> None:
    items = Schema(type="object", properties={"namespace": Schema(type="string")})
    rules = compiled_rules(
        Schema(type="array", items=items), (Rule(rule="self.all(x, x.__namespace__ == 'a')"),), updating=False
    )
    (found,) = rules.broken([{"namespace": "b"}, {"namespace": "a"}])
    assert found.which == "item 0"


def test_a_text_is_no_answer() -> None:
    rule = Rule(rule="self.b")
    assert broken(rule, {"b": "x"}) == [Broken(rule, Failure("the result is a text", ours=True))]


def test_what_may_take_too_much_memory_is_not_evaluated() -> None:
    rule = Rule(rule="self.b.replace('', self.b) != ''")
    assert broken(rule, {"b": "x"}) == []
    assert broken(rule, {"b": "x" * 100_000}) == [Broken(rule, TOO_MUCH)]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("'a is ' + string(self.a)", "a is 0"),
        ("'  a  '", "a"),
        ("'a\\nb'", ""),
        ("'  '", ""),
        ("self.absent", ""),
        ("self.a", ""),
        ("'a' * 2", ""),
        ("oldSelf.a", ""),
        ("'%s'.format([self.b])", "x" * 5120),
        ("'%s.'.format([self.b])", ""),
        ("self.b.replace('', self.b)", ""),
    ],
)
def test_the_message_expression(expression: str, message: str) -> None:
    rule = Rule(rule="self.a > 0", message_expression=expression)
    value = {"a": 0, "b": "x" * (5120 if "format" in expression else 100_000)}
    assert broken(rule, value) == [Broken(rule, None, message)]


def test_a_rule_on_a_change_does_not_count_for_a_new_value() -> None:
    rule = Rule(rule="self.a == oldSelf.a", message_expression="'it was ' + string(oldSelf.a)")
    assert broken(rule, {"a": 1}) == []
    assert broken(rule, {"a": 1}, {"a": 1}) == []
    assert broken(rule, {"a": 1}, {"a": 2}) == [Broken(rule, None, "it was 2")]


def test_a_text_that_only_mentions_old_self_makes_no_rule_on_a_change() -> None:
    rule = Rule(rule="self.a != 'oldSelf'")
    assert broken(rule, {"a": "oldSelf"}) == [Broken(rule, None)]


def test_an_optional_old_self_has_no_value_for_a_new_value() -> None:
    rule = Rule(rule="oldSelf.hasValue() ? self.a == oldSelf.value().a : self.a > 0", optional_old_self=True)
    assert broken(rule, {"a": 1}) == []
    assert broken(rule, {"a": 0}) == [Broken(rule, None)]
    assert broken(rule, {"a": 0}, {"a": 0}) == []
    assert broken(rule, {"a": 1}, {"a": 0}) == [Broken(rule, None)]


@pytest.mark.parametrize("optional", [False, True])
def test_a_rule_on_a_change_that_does_not_compile(optional: bool) -> None:
    rule = Rule(rule="oldSelf.foo()", optional_old_self=optional)
    uncompilable = [Broken(rule, Uncompilable("undeclared reference to 'foo' (in container '')"))]
    assert broken(rule, {}, {}) == uncompilable
    # The API server evaluates a rule on a change for a new value only where its oldSelf is optional.
    new = broken(rule, {})
    assert (len(new) == 1 and isinstance(new[0].why, Uncompilable)) if optional else new == []


def test_old_values_are_typed_too() -> None:
    schema = Schema(type="object", properties={"ratio": Schema(type="number")})
    rules = compiled_rules(schema, (Rule(rule="self.ratio - oldSelf.ratio < 1.5"),), updating=True)
    assert list(rules.broken({"ratio": 2}, {"ratio": 1.0})) == []
