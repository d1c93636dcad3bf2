"""Schemas that occur more than once: written once, and the same facts come out."""

import json
from typing import Any

from tests.schema_files import expanded
from tools.sharing import WIDTH, document, text

import pytest
from hypothesis import given
from hypothesis import strategies as st

LONG = {"type": "string", "maxLength": 253, "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}
NAMES = st.sampled_from(["name", "items", "properties", "group", "$ref"])


def below(schemas: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {},
        optional={
            "type": st.just("object"),
            "properties": st.dictionaries(NAMES, schemas, max_size=3),
            "additionalProperties": schemas,
            "items": schemas,
            "not": schemas,
            "anyOf": st.lists(schemas, max_size=2),
            "default": st.just({"properties": {"items": LONG}}),
        },
    )


SCHEMAS = st.recursive(st.sampled_from([LONG, {"type": "string"}, {"type": "integer", "minimum": 1}]), below)
KINDS = st.lists(
    st.builds(
        lambda kind, schemas: {"kind": kind, "versions": [{"name": "v1", "schema": schema} for schema in schemas]},
        st.sampled_from(["A", "B", "name"]),
        st.lists(SCHEMAS, max_size=2),
    ),
    max_size=3,
)


def kind(**properties: Any) -> dict[str, Any]:
    return {"kind": "A", "versions": [{"name": "v1", "schema": {"properties": properties, "type": "object"}}]}


@given(KINDS)
def test_the_kinds_with_their_references_resolved_are_those_given(kinds: list[dict[str, Any]]) -> None:
    """Oracle: what was given."""
    shared = document(kinds)
    assert expanded(shared["kinds"], shared["definitions"]) == kinds


@given(KINDS)
def test_the_text_is_json_of_the_same_content_whatever_the_order_of_its_keys(kinds: list[dict[str, Any]]) -> None:
    """Oracle: the json module."""
    shared = document(kinds)
    written = text(shared)
    assert json.loads(written) == shared
    turned = json.loads(json.dumps(kinds, sort_keys=True))
    assert text(document(turned)) == written


def test_what_occurs_twice_has_the_name_of_the_field_where_it_is_met_first() -> None:
    assert document([kind(one=LONG, two={"items": LONG, "type": "array"}, three={"type": "string"})]) == {
        "definitions": {"one": LONG},
        "kinds": [
            kind(
                one={"$ref": "one"},
                two={"items": {"$ref": "one"}, "type": "array"},
                three={"type": "string"},
            )
        ],
    }


def test_two_definitions_of_one_name_are_numbered() -> None:
    other = {**LONG, "maxLength": 63}
    shared = document([kind(a={"properties": {"name": LONG}}, b={"properties": {"name": other}}, c=LONG, d=other)])
    assert shared["definitions"] == {"name": LONG, "name-2": other}


def test_what_occurs_only_inside_a_shared_schema_is_written_there() -> None:
    outer = {"type": "object", "properties": {"inner": LONG}}
    assert document([kind(a=outer, b=outer)])["definitions"] == {"a": outer}


def test_two_versions_of_the_same_schema_share_it() -> None:
    one = kind(a=LONG)
    one["versions"].append({**one["versions"][0], "name": "v1beta1"})
    shared = document([one])
    assert shared["kinds"][0]["versions"] == [{"name": name, "schema": {"$ref": "A"}} for name in ("v1", "v1beta1")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"b": [1, "é"], "a": {}}, '{"a": {}, "b": [1, "é"]}'),
        ({"a": "x" * 200}, '{\n "a": "' + "x" * 200 + '"\n}'),
        (
            {"b": ["x" * 60, {"c": "y" * 60, "a": "z" * 60}], "a": []},
            f'{{\n "a": [],\n "b": [\n  "{"x" * 60}",\n  {{\n   "a": "{"z" * 60}",\n   "c": "{"y" * 60}"\n  }}\n ]\n}}',
        ),
    ],
)
def test_what_fits_in_a_line_is_in_one_line(value: Any, expected: str) -> None:
    assert text(value) == expected


@given(st.dictionaries(st.text(max_size=8), st.lists(st.integers(), max_size=40), max_size=4))
def test_no_line_with_a_collection_is_too_long(value: dict[str, list[int]]) -> None:
    """Oracle: the width, for lines that are not one number by itself."""
    assert all(len(line) <= WIDTH for line in text(value).splitlines() if "[" in line and "]" in line)
