"""The defaults of a structural schema."""

from typing import Any

from tests.preflight.admission.crd.judged import of_fields, of_root

import pytest

OBJECT = {"type": "object", "required": ["b"], "properties": {"b": {"type": "string", "maxLength": 2}}}
EMBEDDED = {"type": "object", "x-kubernetes-embedded-resource": True, "x-kubernetes-preserve-unknown-fields": True}
RULES = [{"rule": "self.b != 'no'", "message": "It is no."}]
NESTED_MAP = {
    "type": "array",
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["k"],
    "items": {"type": "object", "properties": {"k": {"type": "string", "default": "a"}}},
}


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ({"type": "string"}, ""),
        ({"type": "integer"}, 1.0),
        (OBJECT, {"b": "a"}),
        (OBJECT | {"x-kubernetes-validations": RULES}, {"b": "ok"}),
        ({"type": "object", "x-kubernetes-preserve-unknown-fields": True}, {"c": 1}),
        ({"type": "object", "additionalProperties": True}, {"c": 1}),
        ({"x-kubernetes-int-or-string": True}, 1.5),
        (EMBEDDED, {"apiVersion": "v1", "kind": "A"}),
        (NESTED_MAP, [{}, {}]),
    ],
)
def test_nothing_is_said_of_a_default_that_is_valid(schema: Any, default: Any) -> None:
    assert of_fields(a=schema | {"default": default}) == []


@pytest.mark.parametrize(
    ("schema", "default", "said"),
    [
        ({"type": "string"}, 1, " The default is not valid: 1 is an integer, not a string. Write it in quotes."),
        (OBJECT, {"b": "a", "c": 1}, ".c The default is not valid: There is no field 'c' here: the schema has 'b'."),
        (OBJECT, {}, ".b The default is not valid: The required field 'b' is missing. Add 'b', a string."),
        (
            {"type": "string", "allOf": [{"pattern": "^a"}]},
            "b",
            " The default is not valid: 'b' does not match the pattern ^a. Write a value that matches it.",
        ),
        (EMBEDDED, {"apiVersion": "v1"}, ".kind The default is not valid: The required field 'kind' is missing."),
        (
            OBJECT | {"x-kubernetes-validations": RULES},
            {"b": "no"},
            " The default is not valid: It is no. Change the value so that the rule is true.",
        ),
    ],
)
def test_a_default_that_is_not_valid_is_said(schema: Any, default: Any, said: str) -> None:
    (line,) = of_fields(a=schema | {"default": default})
    assert line.startswith(f"GH107 properties[a].default{said}")


def test_a_default_within_is_no_help() -> None:
    """The API server checks a default as it is written."""
    schema = {"type": "object", "required": ["b"], "properties": {"b": {"type": "string", "default": "a"}}}
    (line,) = of_fields(a=schema | {"default": {}})
    assert line.startswith("GH107 properties[a].default.b The default is not valid: The required field 'b' is missing.")


def test_defaults_of_items_are_checked_and_those_of_entries_are_not() -> None:
    wrong = {"type": "string", "default": 1}
    assert len(of_fields(a={"type": "array", "items": {"type": "object", "properties": {"b": wrong}}})) == 1
    assert of_fields(a={"type": "object", "additionalProperties": wrong}) == []


def test_the_default_of_the_root_is_checked() -> None:
    (line,) = of_root(default={"z": 1})
    assert line.startswith("GH107 default.z The default is not valid: There is no field 'z' here")


def test_a_rule_that_cannot_be_evaluated_is_no_error_of_a_default() -> None:
    rule = {"rule": "self.unknownFunction()"}
    (line,) = of_fields(a={"type": "string", "default": "a", "x-kubernetes-validations": [rule]})
    assert line.startswith("GH142 properties[a].x-kubernetes-validations[0].rule ")
