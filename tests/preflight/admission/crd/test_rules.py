"""The rules of a CRD: those that the API server does not compile, and what else is wrong with them."""

from typing import Any

from tests.preflight.admission.crd.judged import of_fields, of_root

import pytest

UNKNOWN = "Try the CustomResourceDefinition with `kubectl apply --dry-run=server`."
STRING = {"type": "string"}
PROPERTIES = {
    "b": STRING,
    "c-d": STRING,
    "list": {"type": "array", "items": STRING},
    "map": {"type": "object", "additionalProperties": STRING},
}


def of_rule(rule: str, **fields: Any) -> list[str]:
    """Return what is said of a rule on an object; the path starts at it."""
    validations = [{"rule": rule, **fields}]
    schema = {"type": "object", "properties": PROPERTIES, "x-kubernetes-validations": validations}
    return [line.replace("properties[a].x-kubernetes-validations[0].", "", 1) for line in of_fields(a=schema)]


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("self.b == 'a'", {"message": "Words.", "reason": "FieldValueForbidden", "fieldPath": ".b"}),
        ("self.b == 'a'", {"fieldPath": ".map['a.b']", "messageExpression": "'It is ' + self.b"}),
        ("self.list.all(x, x == 'a')", {"fieldPath": "['c-d']"}),
        ("self.b.size() > 0 &&\nself.b != 'a'", {"message": "Words."}),
        ("self == oldSelf", {}),
        ("!oldSelf.hasValue() || oldSelf.value() == self", {"optionalOldSelf": True}),
        ("self.?b.orValue('') == ''", {}),
        ("self.map.all(k, self.map[k] == 'a')", {"message": "", "messageExpression": "", "fieldPath": ""}),
        ("ip('::1').family() == 6 && quantity('1Ki').isInteger()", {}),
    ],
)
def test_nothing_is_said_of_a_rule_that_compiles(rule: str, fields: Any) -> None:
    assert of_rule(rule, **fields) == []


@pytest.mark.parametrize(
    ("rule", "fields", "said"),
    [
        (" \n", {}, "rule It is empty. Write an expression of CEL."),
        ("true", {"message": "a\nb"}, "message It has a line break. Write it in one line."),
        (
            "true\n&& true",
            {},
            "message It is missing, and the rule has a line break. Add a message, or write the rule in one line.",
        ),
        ("true", {"message": " "}, "message It is blank. Write a string, or remove it."),
        ("true", {"messageExpression": " "}, "messageExpression It is blank. Write a string, or remove it."),
        ("true", {"fieldPath": " "}, "fieldPath It is blank. Write a string, or remove it."),
        (
            "true",
            {"reason": "Invalid"},
            (
                "reason 'Invalid' is not one of 'FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid'"
                " and 'FieldValueRequired'. Write one of these."
            ),
        ),
        (
            "true",
            {"fieldPath": ".e"},
            (
                "fieldPath '.e' is no path of a field that the schema has."
                " Write the path of a field from the value down, as in '.spec.name'."
            ),
        ),
        ("true", {"optionalOldSelf": True}, "optionalOldSelf It is for a rule with oldSelf only. Remove it."),
        ("true", {"optionalOldSelf": False}, "optionalOldSelf It is for a rule with oldSelf only. Remove it."),
        (
            "self.e == 'a'",
            {},
            (
                "rule The expression does not compile: the schema declares no field 'e', only 'b', 'c-d',"
                " 'list' and 'map'. Mend the rule."
            ),
        ),
        (
            "spec.b == 'a'",
            {},
            "rule The expression does not compile: undeclared reference to 'spec.b' (in container ''). Mend the rule.",
        ),
        ("if == 1", {}, "rule The expression does not compile: reserved identifier: if. Mend the rule."),
        ("'a'", {}, "rule The expression does not come to true or false. Mend the rule."),
        (
            "true",
            {"messageExpression": "1"},
            "messageExpression The expression does not come to a string. Mend the rule.",
        ),
        (
            "true",
            {"messageExpression": "self.e"},
            (
                "messageExpression The expression does not compile: the schema declares no field 'e', only 'b', 'c-d',"
                " 'list' and 'map'. Mend the rule."
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(rule: str, fields: Any, said: str) -> None:
    assert of_rule(rule, **fields) == [f"GH107 {said}"]


def test_an_error_of_syntax_is_said() -> None:
    (line,) = of_rule("self.b ==")
    assert line.startswith("GH107 rule The expression does not compile: Syntax error: mismatched input '<EOF>'")
    assert line.endswith(" Mend the rule.")


def test_the_message_counts_once_the_rule_compiles() -> None:
    assert len(of_rule("self.e == 1", messageExpression="1")) == 1


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("self.b.newFunction()", "undeclared reference to 'newFunction' (in container '')"),
        ("new.function(self.b)", "undeclared reference to 'new' (in container '')"),
        ("self.list.newMacro(i, v, v == 'a')", "undeclared reference to 'i' (in container '')"),
        ("1 + 'a' == 2", "found no matching overload for '_+_' applied to '(int, string)'"),
        ("(" * 40 + "true" + ")" * 40, "Expression recursion limit exceeded. limit: 32 [CANCELLED]"),
    ],
)
def test_what_only_our_library_may_not_compile_is_no_error(rule: str, why: str) -> None:
    (line,) = of_rule(rule)
    assert line.startswith("GH142 rule Whether the expression compiles is not known here: ")
    assert line.endswith(f" {UNKNOWN}")
    assert why in line


def test_old_self_is_known_of_fields_and_the_items_of_maps() -> None:
    rules = [{"rule": "self == oldSelf"}]
    item = {"type": "object", "required": ["b"], "properties": {"b": STRING}, "x-kubernetes-validations": rules}
    keys = {"x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["b"]}
    assert of_fields(a={"type": "array", "items": item, **keys}) == []
    assert of_fields(a={"type": "object", "additionalProperties": item}) == []
    said = (
        "oldSelf is not known here: within a list, only the items of one of type map are followed."
        " Write the rule without oldSelf, or on the whole list or map."
    )
    assert of_fields(a={"type": "array", "items": item}) == [
        f"GH107 properties[a].items.x-kubernetes-validations[0].rule {said}"
    ]
    atomic = {"type": "object", "x-kubernetes-map-type": "atomic", "properties": {"b": item}}
    assert of_fields(a=atomic) == [f"GH107 properties[a].properties[b].x-kubernetes-validations[0].rule {said}"]


def test_the_rules_of_the_root_see_the_names_of_the_object() -> None:
    rules = [{"rule": "self.metadata.name == self.kind && self.apiVersion != ''"}]
    assert of_root(**{"x-kubernetes-validations": rules}) == []
    rules = [{"rule": "has(self.metadata.labels)"}]
    (line,) = of_root(**{"x-kubernetes-validations": rules})
    assert "the schema declares no field 'labels', only 'generateName' and 'name'." in line
