"""Strings, numbers and booleans: each keyword, with the texts."""

from typing import Any

from tests.preflight.admission.structure.schemas import said

import pytest

STRING, INTEGER, NUMBER, BOOLEAN = ({"type": name} for name in ("string", "integer", "number", "boolean"))
PORT = {**INTEGER, "minimum": 1, "maximum": 9}
OPEN = {"exclusiveMinimum": True, "exclusiveMaximum": True}
LONG = f"^{'a' * 200}$"


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({**STRING, "minLength": 2, "maxLength": 3}, "é😀"),
        ({**STRING, "minLength": 2, "maxLength": 3}, "abc"),
        ({**STRING, "pattern": "b"}, "abc"),
        ({**STRING, "format": "ipv4"}, "192.0.2.1"),
        ({**STRING, "format": "made-up"}, "anything"),
        ({**STRING, "format": "quantity"}, "anything"),
        ({**INTEGER, "format": "ipv4"}, 1),
        (PORT, 1),
        (PORT, 9),
        ({**NUMBER, "minimum": 0, "maximum": 1, **OPEN}, 0.5),
        ({**NUMBER, "minimum": 0.5}, 0),  # kube-openapi cuts the limit of a whole number
        ({**INTEGER, "multipleOf": 5}, 10),
        ({**NUMBER, "multipleOf": 0.1}, 0.3),
        ({**NUMBER, "multipleOf": 0.1}, 0.30000000000000004),  # the quotient is whole but for a rounding error
        ({**NUMBER, "multipleOf": 1.5}, 4.5),
        ({**NUMBER, "multipleOf": 1.5}, 3),
        ({**NUMBER, "multipleOf": 0.1}, -0.3),
        ({**INTEGER, "minimum": -1e18, "maximum": 1e18}, 1e18),
        ({**INTEGER, "format": "int32"}, -(2**31)),
        ({**INTEGER, "format": "int64"}, 2**40),
        ({**INTEGER, "format": "float"}, 2**62),
        ({**NUMBER, "format": "int32"}, 2**40),
        ({**NUMBER, "format": "double"}, 1e300),
        ({**BOOLEAN, "enum": [True]}, True),
    ],
)
def test_a_value_within_the_limits_is_taken(schema: dict[str, Any], value: Any) -> None:
    assert said(schema, value) == []


@pytest.mark.parametrize(
    ("schema", "value", "code", "reason", "fix"),
    [
        (
            {**STRING, "maxLength": 3},
            "abcd",
            "GH127",
            "'abcd' has 4 characters, more than the maximum, 3.",
            "Write at most 3 characters.",
        ),
        (
            {**STRING, "minLength": 1},
            "",
            "GH127",
            "'' has 0 characters, fewer than the minimum, 1.",
            "Write at least 1 character.",
        ),
        (
            {**STRING, "pattern": "^[a-z]+$"},
            "1",
            "GH124",
            "'1' does not match the pattern ^[a-z]+$.",
            "Write a value that matches it.",
        ),
        (
            {**STRING, "pattern": "^[a-z-]+$"},
            "My_Name",
            "GH124",
            "'My_Name' does not match the pattern ^[a-z-]+$.",
            "Write 'my-name'.",
        ),
        (
            {**STRING, "pattern": LONG},
            "b",
            "GH124",
            f"'b' does not match the pattern '^{'a' * 75}....",
            "Write a value that matches it.",
        ),
        (
            {**STRING, "pattern": "(?=a)"},
            "a",
            "GH124",
            "No value matches the pattern, since RE2 does not take it: (?=a).",
            "Mend the pattern in the CustomResourceDefinition.",
        ),
        (
            {**STRING, "format": "date-time"},
            "today",
            "GH125",
            "'today' is not a date and time of RFC 3339, as the format date-time asks.",
            "Write a date and time of RFC 3339, such as '2026-01-31T12:00:00Z'.",
        ),
        (PORT, 0, "GH126", "0 is not from 1 to 9.", "Write a number that is from 1 to 9."),
        (PORT, 10, "GH126", "10 is not from 1 to 9.", "Write a number that is from 1 to 9."),
        ({**INTEGER, "minimum": 1}, 0, "GH126", "0 is not at least 1.", "Write a number that is at least 1."),
        ({**INTEGER, "maximum": 1}, 2, "GH126", "2 is not at most 1.", "Write a number that is at most 1."),
        (
            {**NUMBER, "minimum": 0, "maximum": 1, **OPEN},
            0,
            "GH126",
            "0 is not more than 0 and less than 1.",
            "Write a number that is more than 0 and less than 1.",
        ),
        (
            {**NUMBER, "minimum": 0, "maximum": 1, "exclusiveMaximum": True},
            1.0,
            "GH126",
            "1 is not at least 0 and less than 1.",
            "Write a number that is at least 0 and less than 1.",
        ),
        ({**INTEGER, "multipleOf": 5}, 7, "GH126", "7 is not a multiple of 5.", "Write a multiple of 5."),
        ({**NUMBER, "multipleOf": 1.5}, 2.5, "GH126", "2.5 is not a multiple of 1.5.", "Write a multiple of 1.5."),
        ({**NUMBER, "multipleOf": 0.1}, 0.35, "GH126", "0.35 is not a multiple of 0.1.", "Write a multiple of 0.1."),
        ({**NUMBER, "multipleOf": 0.3}, -1.1, "GH126", "-1.1 is not a multiple of 0.3.", "Write a multiple of 0.3."),
        ({**NUMBER, "multipleOf": 0.1}, 1e300, "GH126", "1e+300 is not a multiple of 0.1.", "Write a multiple of 0.1."),
        (
            {**NUMBER, "multipleOf": 0.1},
            1,
            "GH126",
            "No whole number is allowed, since the API server cuts multipleOf, 0.1, to 0 for one.",
            "Mend multipleOf in the CustomResourceDefinition.",
        ),
        (
            {**INTEGER, "minimum": 0.5},
            1,
            "GH126",
            "No integer is allowed, since minimum, 0.5, is no integer of 64 bits.",
            "Mend minimum in the CustomResourceDefinition.",
        ),
        (
            {**INTEGER, "format": "int32", "minimum": 0, "maximum": 2**31},
            1,
            "GH126",
            "No integer is allowed, since maximum, 2147483648, is no integer of 32 bits.",
            "Mend maximum in the CustomResourceDefinition.",
        ),
        (
            {**INTEGER, "format": "int32"},
            2**31,
            "GH125",
            "2147483648 does not fit into the format int32.",
            "Write a number from -2147483648 to 2147483647.",
        ),
        (
            {**NUMBER, "format": "float"},
            -1e39,
            "GH125",
            "-1e+39 does not fit into the format float.",
            "Write a number from -3.4028234663852886e+38 to 3.4028234663852886e+38.",
        ),
        ({**BOOLEAN, "enum": [True]}, False, "GH123", "false is not true.", "Write true."),
    ],
)
def test_a_value_beyond_a_limit_is_refused(
    schema: dict[str, Any], value: Any, code: str, reason: str, fix: str
) -> None:
    assert said(schema, value) == [(code, "v", reason, fix)]


def test_of_a_string_only_the_first_thing_is_said() -> None:
    schema = {**STRING, "maxLength": 3, "pattern": "^[a-z]+$", "enum": ["abc"]}
    assert [code for code, *_ in said(schema, "ABCD")] == ["GH127"]
    assert [code for code, *_ in said(schema, "ABC")] == ["GH124"]
    assert [code for code, *_ in said(schema, "abd")] == ["GH123"]


def test_the_same_text_gets_the_same_answer_again() -> None:
    schema = {**STRING, "maxLength": 3}
    assert said({"type": "array", "items": schema}, ["abcd", "abc", "abcd"]) == [
        ("GH127", f"v[{index}]", "'abcd' has 4 characters, more than the maximum, 3.", "Write at most 3 characters.")
        for index in (0, 2)
    ]
