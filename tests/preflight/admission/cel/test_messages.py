from preflight.admission.cel.messages import FIX, FIX_FAILING, FIX_UNCHECKED, filled, finding
from preflight.admission.cel.outcomes import Broken, Failure, Uncompilable
from preflight.admission.schema import Rule, Schema
from preflight.finding import Finding

import pytest

SCHEMA = Schema(type="object", properties={"a": Schema(type="string")})
RULE = "self.a\n  == 'x'"


def of(broken: Broken) -> Finding:
    return finding(broken, "Widget", SCHEMA, ("spec",), {"a": "y"})


@pytest.mark.parametrize(
    ("rule", "message", "reason"),
    [
        (Rule(rule=RULE), "", "The rule is false: self.a == 'x'."),
        (Rule(rule=RULE, message="a must be x"), "", "a must be x."),
        (Rule(rule=RULE, message="  Only x, please!\n"), "", "Only x, please!"),
        (Rule(rule=RULE, message="a must be x", message_expression="..."), "a is y", "a is y."),
    ],
)
def test_a_false_rule(rule: Rule, message: str, reason: str) -> None:
    assert of(Broken(rule, None, message)) == Finding(code="GH140", path=("spec",), reason=reason, fix=FIX, rule=RULE)


def test_a_rule_with_a_sentence_of_ours() -> None:
    rule = Rule(rule="self.keepAliveTimeSeconds <= self.holdTimeSeconds", message="their words")
    value = {"keepAliveTimeSeconds": 30, "holdTimeSeconds": 9}
    assert finding(Broken(rule, None), "CiliumBGPPeerConfig", Schema(), ("spec", "timers"), value) == Finding(
        code="GH140",
        path=("spec", "timers"),
        reason="Messages that keep the session alive are 30 seconds apart (keepAliveTimeSeconds, 30 unless set), but "
        "it ends after 9 seconds without one (holdTimeSeconds, 90 unless set).",
        fix="Lower keepAliveTimeSeconds, usually to a third of holdTimeSeconds, or raise holdTimeSeconds.",
        rule=rule.rule,
    )


def test_the_field_path_says_where() -> None:
    assert of(Broken(Rule(rule=RULE, field_path=".a"), None)).path == ("spec", "a")
    assert of(Broken(Rule(rule=RULE, field_path=".b"), None)).path == ("spec",)


def test_a_rule_that_fails() -> None:
    assert of(Broken(Rule(rule=RULE), Failure('Key not found in map : "a"', ours=False))) == Finding(
        code="GH141",
        path=("spec",),
        reason="The rule self.a == 'x' fails, and so the API server refuses the object: Key not found in map : \"a\".",
        fix=FIX_FAILING,
        rule=RULE,
    )


def test_a_rule_with_a_sentence_that_fails() -> None:
    rule = Rule(rule="self.numerator <= self.denominator")
    failed = Broken(rule, Failure("no such overload", ours=False))
    path = ("spec", "rules", 0, "filters", 0, "requestMirror", "fraction")
    assert finding(failed, "HTTPRoute", Schema(), path, {"numerator": 2, "denominator": 1}) == Finding(
        code="GH141",
        path=path,
        reason="2 of 1 is more than all requests.",
        fix="Lower numerator to 1 or less, or raise denominator.",
        rule=rule.rule,
    )


def test_a_rule_with_a_sentence_that_cannot_be_evaluated() -> None:
    rule = Rule(rule="self.numerator <= self.denominator")
    found = finding(Broken(rule, Failure("too many steps", ours=True)), "HTTPRoute", Schema(), (), {})
    assert found.code == "GH142"
    assert found.reason == "The rule self.numerator <= self.denominator cannot be evaluated here: too many steps."


@pytest.mark.parametrize(("which", "named"), [("'web' and 'api'", "'web' and 'api'"), ("", "some of them")])
def test_a_sentence_says_which_items_are_meant(which: str, named: str) -> None:
    rule = Rule(rule="self.all(l1, self.exists_one(l2, l1.name == l2.name))")
    found = finding(Broken(rule, None, which=which), "Gateway", Schema(), ("spec", "listeners"), [])
    assert found.reason == (
        f"No two listeners may have the same name, by which routes refer to one in sectionName, but {named} do."
    )


@pytest.mark.parametrize("why", [Failure("too many steps", ours=True), Uncompilable("too many steps")])
def test_a_rule_that_cannot_be_evaluated(why: Failure | Uncompilable) -> None:
    assert of(Broken(Rule(rule=RULE), why)) == Finding(
        code="GH142",
        path=("spec",),
        reason="The rule self.a == 'x' cannot be evaluated here: too many steps.",
        fix=FIX_UNCHECKED,
        rule=RULE,
    )


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("{self} is wrong.", "x", "'x' is wrong."),
        ("{a} is wrong.", {"a": {"b": 1}}, "{'b': 1} is wrong."),
        ("{a} is wrong.", {}, "absent is wrong."),
        ("{a} is wrong.", "x", "absent is wrong."),
        ("{a} is wrong.", {"a": "{self}"}, "'{self}' is wrong."),
        ("[{}] is wrong.", {}, "[{}] is wrong."),
    ],
)
def test_placeholders(text: str, value: object, expected: str) -> None:
    assert filled(text, value) == expected


def test_the_placeholder_of_items() -> None:
    assert filled("Not {which}.", [1], "item 0") == "Not item 0."
    assert filled("Not {which}.", [1]) == "Not some of them."
    assert filled("Not {which}.", {}, "'{self}'") == "Not '{self}'."
