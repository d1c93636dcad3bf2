"""Combinations: one finding each, which says what the branches ask."""

from typing import Any

from tests.preflight.admission.structure.schemas import said

import pytest

STRING = {"type": "string"}
FIELDS = {"type": "object", "properties": {"a": STRING, "b": STRING, "c": STRING}}
BRANCHES = [{"properties": {name: {}}, "required": [name]} for name in ("a", "b", "c")]
ONE_OF, ANY_OF = {**FIELDS, "oneOf": BRANCHES}, {**FIELDS, "anyOf": BRANCHES}
ADDRESS = {
    "type": "object",
    "properties": {"type": STRING, "value": STRING},
    "oneOf": [
        {
            "properties": {
                "type": {"enum": ["IPAddress"]},
                "value": {"anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]},
            }
        },
        {"properties": {"type": {"not": {"enum": ["IPAddress"]}}}},
    ],
}
QUANTITY = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[0-9]+Mi$"}]}
IP_ADDRESS = "'type' is 'IPAddress' and 'value' is an IPv4 address or an IPv6 address"
OTHER_ADDRESS = "'type' is not 'IPAddress'"
LIMITS = {**STRING, "allOf": [{"minLength": 2}, {"pattern": "^[a-z]+$"}]}
NOT = {**FIELDS, "not": {"required": ["a", "b"]}}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (ONE_OF, {"b": "x"}),
        (ANY_OF, {"a": "x", "b": "x"}),
        (ADDRESS, {"type": "IPAddress", "value": "::1"}),
        (ADDRESS, {"type": "Hostname", "value": "a.b"}),
        (QUANTITY, 1),
        (QUANTITY, "1Mi"),
        (LIMITS, "ab"),
        (NOT, {"a": "x"}),
        ({"x-kubernetes-int-or-string": True, "anyOf": [{"type": "integer"}, {"type": "string"}]}, 1),
        ({**FIELDS, "oneOf": [{"required": ["a"]}, {"properties": {"b": {"enum": ["x"]}}}]}, {"a": "", "b": ""}),
    ],
)
def test_a_combination_that_is_allowed_is_taken(schema: dict[str, Any], value: Any) -> None:
    assert said(schema, value) == []


@pytest.mark.parametrize(
    ("schema", "value", "reason", "fix"),
    [
        (ONE_OF, {}, "Exactly one of 'a', 'b' and 'c' is required.", "Add 'a', 'b' or 'c'."),
        (ONE_OF, {"a": None}, "Exactly one of 'a', 'b' and 'c' is required.", "Add 'a', 'b' or 'c'."),
        (
            ONE_OF,
            {"a": "", "c": ""},
            "Of 'a', 'b' and 'c' only one is allowed, and 'a' and 'c' are there.",
            "Keep one of them.",
        ),
        (ANY_OF, {}, "At least one of 'a', 'b' and 'c' is required.", "Add 'a', 'b' or 'c'."),
        (
            ADDRESS,
            {"type": "IPAddress", "value": "a.b"},
            f"'type' is 'IPAddress' and 'value' is 'a.b', but this is required: {IP_ADDRESS}; or {OTHER_ADDRESS}.",
            "Change it so that exactly one of these is so.",
        ),
        (
            ADDRESS,
            {"value": "192.0.2.1"},
            f"Only one of this may be so, and more than one is: {IP_ADDRESS}; {OTHER_ADDRESS}.",
            "Change it so that only one is.",
        ),
        (
            {**ADDRESS, "oneOf": [*ADDRESS["oneOf"], {"required": ["name"]}]},
            {"type": "IPAddress", "value": "a.b"},
            (
                "'type' is 'IPAddress' and 'value' is 'a.b' and 'name' is missing, but this is required:"
                f" {IP_ADDRESS}; or {OTHER_ADDRESS}; or 'name' is there."
            ),
            "Change it so that exactly one of these is so.",
        ),
        (
            NOT,
            {"a": "", "b": ""},
            "This must not be so: 'a' is there and 'b' is there.",
            "Change it so that it is not.",
        ),
        (
            {**STRING, "anyOf": [{"format": "ipv4"}, {"enum": ["any", "all"]}]},
            "x",
            "It is 'x', but this is required: it is an IPv4 address; or it is 'any' or 'all'.",
            "Change it so that at least one of these is so.",
        ),
    ],
)
def test_a_combination_that_is_not_allowed_is_one_finding(
    schema: dict[str, Any], value: Any, reason: str, fix: str
) -> None:
    assert said(schema, value) == [("GH131", "v", reason, fix)]


def test_of_all_branches_that_are_broken_is_said_what_they_say() -> None:
    found = said({**FIELDS, "allOf": [{"required": ["a"]}, {"properties": {"b": {"enum": ["x"]}}}]}, {"b": "y"})
    assert found == [
        ("GH122", "v.a", "The required field 'a' is missing.", "Add 'a'."),
        ("GH123", "v.b", "'y' is not 'x'.", "Write 'x'."),
    ]


def test_of_the_one_branch_of_the_value_s_type_is_said_what_it_says() -> None:
    assert said(QUANTITY, "1 Mi") == [
        ("GH124", "v", "'1 Mi' does not match the pattern ^[0-9]+Mi$.", "Write a value that matches it.")
    ]
    assert said(QUANTITY, True) == [
        (
            "GH131",
            "v",
            "It is true, but this is required: it is a number; or it is a string and it matches ^[0-9]+Mi$.",
            "Change it so that at least one of these is so.",
        )
    ]


def test_a_value_of_the_wrong_type_is_not_combined() -> None:
    assert said(ONE_OF, "a") == [("GH121", "v", "'a' is a string, not an object.", "Write an object.")]


def test_other_problems_of_the_object_are_said_too() -> None:
    assert [(code, path) for code, path, _, _ in said(ONE_OF, {"a": 1, "b": "", "d": 1})] == [
        ("GH121", "v.a"),
        ("GH120", "v.d"),
        ("GH131", "v"),
    ]
