"""Objects: required and unknown fields, nulls, maps, embedded resources."""

from typing import Any

from preflight.admission.structure import MAX_FINDINGS
from tests.preflight.admission.structure.schemas import said, said_of_object, version

import pytest

STRING = {"type": "string"}
REFERENCE = {
    "type": "object",
    "properties": {"name": STRING, "port": {"type": "integer"}, "kind": {**STRING, "default": "Service"}},
    "required": ["name", "kind"],
}
ANYTHING = {"type": "object", "x-kubernetes-preserve-unknown-fields": True}
RESOURCE = {"type": "object", "x-kubernetes-embedded-resource": True, "properties": {"spec": REFERENCE}}
MISSING_NAME = ("GH122", "v.name", "The required field 'name' is missing.", "Add 'name', a string.")


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (REFERENCE, {"name": "a"}),
        (REFERENCE, {"name": "a", "port": None, "kind": None}),
        (ANYTHING, {"a": [{"b": None}]}),
        ({**ANYTHING, "properties": {"ref": REFERENCE}}, {"ref": {"name": "a"}, "b": 1}),
        ({"x-kubernetes-preserve-unknown-fields": True}, 7),
        ({"type": "object", "additionalProperties": STRING}, {"a": "b", "c": None}),
        ({"type": "object", "additionalProperties": {**STRING, "nullable": True}}, {"a": None}),
        ({"type": "object", "properties": {"a": {**STRING, "nullable": True}}, "required": ["a"]}, {"a": None}),
        (RESOURCE, {"apiVersion": "v1", "kind": "A", "metadata": {"labels": {"a": "b"}}, "spec": {"name": "a"}}),
        (RESOURCE, {"apiVersion": "a.example/v1", "kind": "A"}),
    ],
)
def test_an_object_as_it_should_be_is_taken(schema: dict[str, Any], value: Any) -> None:
    assert said(schema, value) == []


@pytest.mark.parametrize("value", [{}, {"name": None}, {"kind": "A"}])
def test_a_required_field_is_there_and_not_null(value: dict[str, Any]) -> None:
    assert said(REFERENCE, value) == [MISSING_NAME]


def test_a_required_field_that_the_schema_does_not_describe() -> None:
    schema = {**ANYTHING, "required": ["a"]}
    assert said(schema, {"b": 1}) == [("GH122", "v.a", "The required field 'a' is missing.", "Add 'a'.")]


def test_an_unknown_field_is_refused() -> None:
    assert said(REFERENCE, {"name": "a", "weight": 1}) == [
        (
            "GH120",
            "v.weight",
            "There is no field 'weight' here: the schema has 'name', 'port' and 'kind'.",
            "Remove it.",
        )
    ]


def test_an_object_without_fields_has_none() -> None:
    assert said({"type": "object"}, {"a": 1}) == [
        ("GH120", "v.a", "There is no field 'a' here, nor any other.", "Remove it.")
    ]


def test_what_is_specified_is_checked_where_unknown_fields_are_kept() -> None:
    assert said({**ANYTHING, "properties": {"ref": REFERENCE}}, {"ref": {}, "b": 1}) == [
        ("GH122", "v.ref.name", "The required field 'name' is missing.", "Add 'name', a string.")
    ]


def test_problems_come_in_the_order_of_the_fields_and_missing_fields_last() -> None:
    found = said(REFERENCE, {"port": "a", "x-y": 1, "kind": 7})
    assert [(code, path) for code, path, _, _ in found] == [
        ("GH121", "v.port"),
        ("GH120", "v.x-y"),
        ("GH121", "v.kind"),
        ("GH122", "v.name"),
    ]


def test_the_key_of_a_map_is_written_in_brackets() -> None:
    schema = {"type": "object", "additionalProperties": {"type": "object", "properties": {"a": STRING}}}
    assert said(schema, {"example.com/a": {"a": 1}}) == [
        ("GH121", "v[example.com/a].a", "1 is an integer, not a string.", "Write it in quotes.")
    ]


def test_a_null_that_counts_as_absent_is_not_counted() -> None:
    schema = {"type": "object", "additionalProperties": STRING, "minProperties": 1}
    assert said(schema, {"a": None}) == [
        ("GH129", "v", "It has 0 fields, fewer than the minimum, 1.", "Write at least 1 field.")
    ]


def test_an_embedded_resource_has_what_each_resource_has() -> None:
    assert said(RESOURCE, {"apiVersion": "a/b/c", "kind": "A_", "metadata": [], "data": 1}) == [
        (
            "GH124",
            "v.apiVersion",
            "'a/b/c' does not match the pattern ^[^/]*(/[^/]*)?$.",
            "Write a value that matches it.",
        ),
        (
            "GH124",
            "v.kind",
            "'A_' does not match the pattern ^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$.",
            "Write a value that matches it.",
        ),
        ("GH121", "v.metadata", "[] is a list, not an object.", "Write an object."),
        (
            "GH120",
            "v.data",
            "There is no field 'data' here: the schema has 'apiVersion', 'kind', 'metadata' and 'spec'.",
            "Remove it.",
        ),
    ]
    assert said(RESOURCE, {}) == [
        ("GH122", "v.apiVersion", "The required field 'apiVersion' is missing.", "Add 'apiVersion', a string."),
        ("GH122", "v.kind", "The required field 'kind' is missing.", "Add 'kind', a string."),
    ]


def test_an_object_with_very_many_unknown_fields_is_refused_for_the_first_ones() -> None:
    found = said_of_object(version(), {f"field{index}": 1 for index in range(10_000)})
    assert [path for _, path, _, _ in found] == [f"field{index}" for index in range(MAX_FINDINGS)]
    more = "After these 100 errors there are more: mend them, and judge the object again."
    assert [more in fix for _, _, _, fix in found] == [False] * (MAX_FINDINGS - 1) + [True]
