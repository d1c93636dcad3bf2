"""A status that is a subresource: what server-side apply refuses before it drops the status."""

from typing import Any

from tests.preflight.admission.structure.schemas import said_of_object, version

import pytest

CONDITIONS = {
    "type": "array",
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["type"],
    "items": {
        "type": "object",
        "required": ["type", "reason"],
        "properties": {
            "type": {"type": "string", "pattern": "^[A-Z]"},
            "reason": {"type": "string", "minLength": 1},
            "generation": {"type": "integer", "minimum": 1},
        },
    },
}
FIELDS = {
    "status": {
        "type": "object",
        "required": ["observed"],
        "properties": {
            "conditions": CONDITIONS,
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "tags": {"type": "array", "x-kubernetes-list-type": "set", "items": {"type": "string"}},
            "times": {"type": "array", "items": {"type": "string", "format": "date-time"}},
            "free": {"type": "object"},
            "kept": {
                "type": "object",
                "x-kubernetes-preserve-unknown-fields": True,
                "properties": {"inner": {"type": "object", "properties": {"a": {"type": "string"}}}},
            },
        },
    }
}


@pytest.mark.parametrize(
    "status",
    [
        None,
        {},
        {"conditions": None, "labels": {"a": None}},
        {"conditions": [{"type": "ready", "generation": 0.5}]},
        {"conditions": [{"type": "A", "reason": ""}, {"type": "B"}]},
        {"conditions": [{"type": None}, {"type": "A"}]},
        {"times": ["yesterday", 1, 1.5, True, None]},
        {"free": {"a": {"b": 1}}, "kept": {"inner": {"b": 1}}},
    ],
)
def test_limits_of_a_status_are_not_checked(status: Any) -> None:
    assert said_of_object(version(status=True, properties=FIELDS), {"status": status}) == []


@pytest.mark.parametrize(
    ("status", "finding"),
    [
        (
            {"condition": []},
            (
                "GH120",
                "status.condition",
                "There is no field 'condition' here.",
                "Write 'conditions'.",
            ),
        ),
        ({"labels": {"a": 1}}, ("GH121", "status.labels[a]", "1 is an integer, not a string.", "Write it in quotes.")),
        (
            {"conditions": [{}]},
            ("GH122", "status.conditions[0].type", "The required field 'type' is missing.", "Add 'type', a string."),
        ),
        (
            {"conditions": [None]},
            ("GH121", "status.conditions[0]", "The value is null, not an object.", "Write an object."),
        ),
        ({"tags": ["a", None]}, ("GH121", "status.tags[1]", "The value is null, not a string.", "Write a string.")),
        (
            {"conditions": [{"type": None}, {"type": None}]},
            (
                "GH130",
                "status.conditions[1]",
                "Items 0 and 1 have the same 'type': null.",
                "Remove one of the two, or change its 'type'.",
            ),
        ),
        (
            {"times": [[]]},
            (
                "GH131",
                "status.times[0]",
                "It is [], but this is required: it is a string; or it is a number; or it is a boolean.",
                "Change it so that at least one of these is so.",
            ),
        ),
        (
            {"conditions": [{"type": "A"}, {"type": "A"}]},
            (
                "GH130",
                "status.conditions[1]",
                "Items 0 and 1 have the same 'type': 'A'.",
                "Remove one of the two, or change its 'type'.",
            ),
        ),
    ],
)
def test_fields_types_and_keys_of_a_status_are_checked(status: Any, finding: tuple[str, str, str, str]) -> None:
    assert said_of_object(version(status=True, properties=FIELDS), {"status": status}) == [finding]


def test_a_status_that_is_no_subresource_is_checked_like_any_field() -> None:
    assert said_of_object(version(properties=FIELDS), {"status": {}}) == [
        ("GH122", "status.observed", "The required field 'observed' is missing.", "Add 'observed'.")
    ]


def test_a_status_that_the_schema_does_not_have_is_unknown() -> None:
    assert said_of_object(version(status=True), {"status": {}}) == [
        (
            "GH120",
            "status",
            "There is no field 'status' here: the schema has 'apiVersion', 'kind' and 'metadata'.",
            "Remove it.",
        )
    ]
