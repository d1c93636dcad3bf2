"""Types: which values are of one, and what is said of the others."""

from typing import Any

from preflight.admission.structure.types import canonical, once, type_of
from tests.preflight.admission.structure.schemas import said

import pytest

STRING, INTEGER, NUMBER, BOOLEAN = ({"type": name} for name in ("string", "integer", "number", "boolean"))
LIST, OBJECT = {"type": "array", "items": STRING}, {"type": "object", "properties": {}}
INT_OR_STRING = {"x-kubernetes-int-or-string": True}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (STRING, ""),
        (INTEGER, 0),
        (INTEGER, 1.0),
        (INTEGER, 2**63 - 1),
        (INTEGER, -(2**63)),
        (INTEGER, float(2**53 - 1)),
        (INTEGER, 1e18),
        (NUMBER, 1),
        (NUMBER, 1.5),
        (NUMBER, 2**70),
        (BOOLEAN, False),
        (LIST, []),
        (OBJECT, {}),
        (INT_OR_STRING, 80),
        (INT_OR_STRING, 80.0),
        (INT_OR_STRING, "http"),
    ],
)
def test_a_value_of_the_type_is_taken(schema: dict[str, Any], value: Any) -> None:
    assert said(schema, value) == []


@pytest.mark.parametrize(
    ("schema", "value", "reason", "fix"),
    [
        (STRING, 7, "7 is an integer, not a string.", "Write it in quotes."),
        (STRING, True, "true is a boolean, not a string.", "Write it in quotes."),
        (STRING, 1.5, "1.5 is a number, not a string.", "Write it in quotes."),
        (STRING, None, "The value is null, not a string.", "Write a string."),
        (STRING, ["a"], "['a'] is a list, not a string.", "Write a string."),
        (INTEGER, "80", "'80' is a string, not an integer.", "Write it without quotes: 80."),
        (INTEGER, "-8", "'-8' is a string, not an integer.", "Write it without quotes: -8."),
        (INTEGER, "08", "'08' is a string, not an integer.", "Write it without quotes: 8."),
        (INTEGER, "-007", "'-007' is a string, not an integer.", "Write it without quotes: -7."),
        (
            INTEGER,
            "0644",
            "'0644' is a string, not an integer.",
            "Write it without quotes: 644, or 420 if it is octal.",
        ),
        (
            INTEGER,
            "9223372036854775808",
            "'9223372036854775808' is a string, not an integer.",
            "Write a whole number of at most 64 bits.",
        ),
        (
            INTEGER,
            "9" * 5000,
            f"'{'9' * 76}... is a string, not an integer.",
            "Write a whole number of at most 64 bits.",
        ),
        (INTEGER, "http", "'http' is a string, not an integer.", "Write an integer."),
        (INTEGER, "٣", "'٣' is a string, not an integer.", "Write an integer."),
        (INTEGER, True, "true is a boolean, not an integer.", "Write an integer."),
        (INTEGER, 1.5, "1.5 is a number, not an integer.", "Write a whole number."),
        (INTEGER, 1e300, "1e+300 is too large for an integer.", "Write a whole number of at most 64 bits."),
        (
            INTEGER,
            2**63,
            "9223372036854775808 is too large for an integer.",
            "Write a whole number of at most 64 bits.",
        ),
        (NUMBER, "1", "'1' is a string, not a number.", "Write a number."),
        (NUMBER, False, "false is a boolean, not a number.", "Write a number."),
        (BOOLEAN, "true", "'true' is a string, not a boolean.", "Write it without quotes: true."),
        (BOOLEAN, 1, "1 is an integer, not a boolean.", "Write a boolean."),
        (LIST, "a", "'a' is a string, not a list.", "Make it an item of a list: write '- ' before it."),
        (LIST, {}, "{} is an object, not a list.", "Make it an item of a list: write '- ' before it."),
        (LIST, None, "The value is null, not a list.", "Write a list."),
        (OBJECT, [{}], "[{}] is a list, not an object.", "Write the object itself, without '- ' before it."),
        (OBJECT, ["a"], "['a'] is a list, not an object.", "Write an object."),
        (OBJECT, "a", "'a' is a string, not an object.", "Write an object."),
        (INT_OR_STRING, True, "true is a boolean, not an integer or a string.", "Write an integer or a string."),
        (INT_OR_STRING, 1.5, "1.5 is a number, not an integer or a string.", "Write an integer or a string."),
        (INT_OR_STRING, None, "The value is null, not an integer or a string.", "Write an integer or a string."),
    ],
)
def test_a_value_of_another_type_is_refused(schema: dict[str, Any], value: Any, reason: str, fix: str) -> None:
    assert said(schema, value) == [("GH121", "v", reason, fix)]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "null"),
        (True, "boolean"),
        ("", "string"),
        ({}, "object"),
        ([], "array"),
        (1, "integer"),
        (1.0, "integer"),
        (1.5, "number"),
        (2**63, "number"),
    ],
)
def test_a_value_has_the_type_that_a_schema_names(value: Any, name: str) -> None:
    assert type_of(value) == name


def test_equal_values_have_equal_forms() -> None:
    values = [None, True, False, 0, 1, 1.5, "", "1", [], [1], [True], [[1]], {}, {"a": 1}, {"a": True}, {"a": [1]}]
    assert len({canonical(value) for value in values}) == len(values)
    assert canonical({"a": 1, "b": [1.0]}) == canonical({"b": [1], "a": 1.0})


def test_a_value_that_is_there_more_often_is_named_once() -> None:
    assert once(["a", 1, "a", True, 1.0, "a"]) == [(0, 2), (1, 4)]
