"""The combinations of a structural schema."""

from typing import Any

from tests.preflight.admission.crd.judged import of_fields, of_root

import pytest

INT_OR_STRING = "x-kubernetes-int-or-string"
ANY_OF = [{"type": "integer"}, {"type": "string"}]
OBJECT = {
    "type": "object",
    "properties": {"b": {"type": "string"}, "c": {"type": "array", "items": {"type": "string"}}},
}
OUTSIDE = "is not allowed within allOf, anyOf, oneOf and not."


@pytest.mark.parametrize(
    "schema",
    [
        {INT_OR_STRING: True, "anyOf": ANY_OF},
        {INT_OR_STRING: True, "anyOf": [{"type": "integer", "nullable": False}, {"type": "string"}]},
        {INT_OR_STRING: True, "allOf": [{"anyOf": ANY_OF}, {"pattern": "^a"}]},
        OBJECT | {"oneOf": [{"required": ["b"]}, {"properties": {"b": {"enum": ["a"]}}}], "not": {"required": ["c"]}},
        OBJECT | {"allOf": [{"properties": {"c": {"items": {"pattern": "^a"}}}}]},
        {"type": "string", "anyOf": [{"format": "ipv4"}, {"not": {"maxLength": 0}}, {"example": 1}]},
    ],
)
def test_nothing_is_said_of_a_combination_that_is_structural(schema: Any) -> None:
    assert of_fields(a=schema) == []


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({INT_OR_STRING: True, "anyOf": ANY_OF[::-1]}, ["anyOf[0].type", "anyOf[1].type"]),
        ({INT_OR_STRING: True, "allOf": [{"pattern": "^a"}, {"anyOf": ANY_OF[:1]}]}, ["allOf[1].anyOf[0].type"]),
        (OBJECT | {"oneOf": [{"properties": {"b": {"type": "string"}}}]}, ["oneOf[0].properties[b].type"]),
        (OBJECT | {"not": {"properties": {"c": {"items": {"type": "string"}}}}}, ["not.properties[c].items.type"]),
        ({"type": "string", "allOf": [{"default": None}, {"default": "a"}]}, ["allOf[1].default"]),
        ({"type": "string", "allOf": [{"description": "Words."}]}, ["allOf[0].description"]),
        ({"type": "object", "anyOf": [{"additionalProperties": True}]}, ["anyOf[0].additionalProperties"]),
        ({"type": "string", "anyOf": [{"x-kubernetes-list-type": ""}]}, ["anyOf[0].x-kubernetes-list-type"]),
        ({"type": "string", "not": {"x-kubernetes-validations": [{"rule": "true"}]}}, ["not.x-kubernetes-validations"]),
    ],
)
def test_what_is_not_allowed_in_a_combination_is_said(schema: Any, said: list[str]) -> None:
    fix = "Move it out of the combination."
    assert of_fields(a=schema) == [
        f"GH107 properties[a].{path} '{path.rpartition('.')[2]}' {OUTSIDE} {fix}" for path in said
    ]


def test_a_combination_says_nothing_of_metadata() -> None:
    assert of_root(anyOf=[{"properties": {"metadata": {"required": ["name"]}}}]) == [
        f"GH107 anyOf[0].properties[metadata] 'metadata' {OUTSIDE} Remove it."
    ]


def test_the_limits_of_a_branch_are_checked() -> None:
    assert of_fields(a={"type": "string", "oneOf": [{"pattern": "("}]}) == [
        (
            "GH107 properties[a].oneOf[0].pattern RE2 does not take the pattern '(': missing ): (."
            " Write it in the syntax of RE2, which has no look-around."
        )
    ]


@pytest.mark.parametrize(
    ("branch", "said"),
    [
        ({"properties": {"b": {}}}, "properties[b] The schema that this is part of has no property 'b'. Add 'b'"),
        ({"properties": {"a": {"properties": {"d": {}}}}}, "properties[a].properties[d] "),
        ({"properties": {"a": {"properties": {"b": {"items": {}}}}}}, "properties[a].properties[b].items The schema "),
        ({"not": {"properties": {"b": {}}}}, "not.properties[b] "),
    ],
)
def test_at_the_root_a_combination_has_known_fields_only(branch: Any, said: str) -> None:
    (line,) = of_root(properties={"a": OBJECT}, allOf=[branch])
    assert line.startswith(f"GH107 allOf[0].{said}")


def test_below_the_root_a_combination_may_have_other_fields() -> None:
    """The API server does not ask there."""
    assert of_fields(a=OBJECT | {"allOf": [{"properties": {"d": {}}}]}) == []


def test_known_fields_and_items_of_a_combination_are_fine() -> None:
    branch = {"properties": {"a": {"properties": {"c": {"items": {"maxLength": 3}}}}}}
    assert of_root(properties={"a": OBJECT}, allOf=[branch]) == []
