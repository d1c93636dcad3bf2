"""Whole objects: which fields are checked, and a schema that names no type."""

from typing import Any

from preflight.admission.schema import Schema
from preflight.admission.structure import check_structure, check_value
from preflight.admission.structure.schema_checks import Checks
from tests.preflight.admission.structure.schemas import said, said_of_object, version

import pytest

NAME = {"type": "object", "properties": {"name": {"type": "string", "maxLength": 3}}}
LONG = ("GH127", "metadata.name", "'long' has 4 characters, more than the maximum, 3.", "Write at most 3 characters.")


def test_the_fields_that_each_object_has_are_checked_elsewhere() -> None:
    data = {"apiVersion": 7, "kind": [], "metadata": {"name": "long", "odd": 1}}
    assert said_of_object(version(), data) == []
    assert said_of_object(version(required=["metadata", "kind", "apiVersion"]), {}) == []


def test_what_a_crd_says_of_the_metadata_is_checked() -> None:
    data = {"metadata": {"name": "long", "labels": {}}}
    assert said_of_object(version(properties={"metadata": NAME}), data) == [LONG]
    assert said_of_object(version(properties={"metadata": NAME}), data, built_in=True) == []


BYTES = {"type": "string", "format": "byte"}


@pytest.mark.parametrize("value", ["aGVsbG8=", "", "aGVs\nbG8=\n", "aGVs\r\nbG8=\r\n", "\n"])
def test_bytes_of_a_built_in_kind_may_be_in_several_lines_and_none(value: str) -> None:
    """`base64` writes lines of 76 characters, and the data of a Secret is often pasted below a '|'."""
    assert said_of_object(version(properties={"data": BYTES}), {"data": value}, built_in=True) == []


@pytest.mark.parametrize(
    ("value", "shown", "built_in"),
    [
        ("aGVs bG8=\n", "'aGVs bG8=\\n'", True),
        ("aGVsbG8\n", "'aGVsbG8\\n'", True),
        ("aGVs\nbG8=\n", "'aGVs\\nbG8=\\n'", False),
        ("", "''", False),
    ],
)
def test_other_bytes_are_refused(value: str, shown: str, built_in: bool) -> None:
    reason = f"{shown} is not base64, as the format byte asks."
    assert said_of_object(version(properties={"data": BYTES}), {"data": value}, built_in=built_in) == [
        ("GH125", "data", reason, "Write base64, such as 'aGVsbG8='.")
    ]


def test_several_problems_are_said_at_once() -> None:
    spec = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}
    assert said_of_object(version(properties={"spec": spec}), {"spec": {}, "data": 1}) == [
        ("GH122", "spec.a", "The required field 'a' is missing.", "Add 'a', a string."),
        (
            "GH120",
            "data",
            "There is no field 'data' here: the schema has 'apiVersion', 'kind', 'metadata' and 'spec'.",
            "Remove it.",
        ),
    ]


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("abc", []),
        ("a", ["GH127"]),
        (1, []),
        (9, ["GH126"]),
        ([], ["GH128"]),
        ({"a": 1}, []),
        ({}, ["GH129"]),
        (True, []),
        (None, []),
    ],
)
def test_a_schema_without_a_type_limits_the_values_that_a_keyword_is_for(value: Any, codes: list[str]) -> None:
    facts = {"minLength": 2, "maximum": 3, "minItems": 1, "minProperties": 1}
    assert [code for code, *_ in said(facts, value)] == codes


def test_a_check_is_made_once() -> None:
    checks, node = Checks(built_in=False), Schema(type="string")
    assert checks.of(node) is checks.of(node)


def test_the_path_of_a_value_comes_first() -> None:
    (finding,) = check_value(Schema(type="string"), 1, ("spec", "rules", 0))
    assert finding.path == ("spec", "rules", 0)
    (finding,) = check_value(Schema(type="string"), object(), ("spec",))
    assert finding.path == ("spec",)


def test_the_object_is_left_as_it_is() -> None:
    data = {"spec": {"name": None}, "status": {}}
    check_structure(version(properties={"spec": NAME, "status": NAME}), data, built_in=False)
    assert data == {"spec": {"name": None}, "status": {}}


def test_a_slip_in_the_name_of_a_field_that_each_object_has_is_seen() -> None:
    found = said_of_object(version(), {"apiversion": "v1", "kind": "A", "Metadata": {}, "metadata": {}})
    assert [(code, path, fix) for code, path, _, fix in found] == [
        ("GH120", "apiversion", "Write 'apiVersion'."),
        ("GH120", "Metadata", "Remove it: 'metadata' is there already."),
    ]
