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
                "There is no field 'condition' here: the schema has 'conditions' and 'labels'.",
                "Write 'conditions'.",
            ),
        ),
        ({"labels": {"a": 1}}, ("GH121", "status.labels[a]", "1 is an integer, not a string.", "Write it in quotes.")),
        (
            {"conditions": [{}]},
            ("GH122", "status.conditions[0].type", "The required field 'type' is missing.", "Add 'type', a string."),
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
