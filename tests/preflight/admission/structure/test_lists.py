"""Lists: their items, and what may be there once."""

from typing import Any

from preflight.admission.structure import MAX_FINDINGS
from tests.preflight.admission.structure.schemas import said, said_of_object, version

import pytest

STRING = {"type": "string"}
SET = {"type": "array", "items": STRING, "x-kubernetes-list-type": "set"}
PORTS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"port": {"type": "integer"}, "protocol": {**STRING, "default": "TCP"}},
        "required": ["port"],
    },
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["port", "protocol"],
}
NAMES = {
    "type": "array",
    "items": {"type": "object", "properties": {"name": STRING}},
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["name"],
}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "array", "items": STRING}, ["a", "a"]),
        ({"type": "array", "items": {**STRING, "nullable": True}}, ["a", None]),
        ({"type": "array"}, [1, "a", None]),
        (SET, ["a", "b"]),
        (PORTS, [{"port": 53}, {"port": 53, "protocol": "UDP"}]),
        (NAMES, [{"name": "a"}, {"name": "b"}]),
    ],
)
def test_items_as_they_should_be_are_taken(schema: dict[str, Any], value: Any) -> None:
    assert said(schema, value) == []


def test_each_item_is_checked() -> None:
    assert said({"type": "array", "items": STRING}, ["a", 1, "b", None]) == [
        ("GH121", "v[1]", "1 is an integer, not a string.", "Write it in quotes."),
        ("GH121", "v[3]", "The value is null, not a string.", "Write a string."),
    ]


def test_an_item_of_a_set_is_there_once() -> None:
    assert said(SET, ["a", "b", "a", "a", "b"]) == [
        ("GH130", "v[2]", "Items 0 and 2 are the same: 'a'.", "Remove one of the two."),
        ("GH130", "v[4]", "Items 1 and 4 are the same: 'b'.", "Remove one of the two."),
    ]


def test_true_and_one_are_two_items() -> None:
    anything = {"x-kubernetes-preserve-unknown-fields": True}
    assert said({**SET, "items": anything}, [True, 1, "1", [1], {"a": 1}]) == []
    assert said({"type": "array", "items": anything, "uniqueItems": True}, [{"a": 1}, {"a": 1.0}]) == [
        ("GH130", "v[1]", "Items 0 and 1 are the same: {'a': 1.0}.", "Remove one of the two.")
    ]


def test_a_key_of_a_map_is_there_once() -> None:
    assert said(NAMES, [{"name": "a"}, {"name": "b"}, {"name": "a"}]) == [
        (
            "GH130",
            "v[2]",
            "Items 0 and 2 have the same 'name': 'a'.",
            "Remove one of the two, or change its 'name'.",
        )
    ]


def test_a_key_that_is_not_there_has_its_default() -> None:
    assert said(PORTS, [{"port": 53}, {"port": 80}, {"port": 53, "protocol": "TCP"}]) == [
        (
            "GH130",
            "v[2]",
            "Items 0 and 2 have the same 'port' and 'protocol': {'port': 53, 'protocol': 'TCP'}.",
            "Remove one of the two, or change its 'port' or 'protocol'.",
        )
    ]


def test_the_one_key_of_a_map_is_required() -> None:
    assert said(NAMES, [{}, {"name": None}]) == [
        ("GH122", f"v[{index}].name", "The required field 'name' is missing.", "Add 'name', a string.")
        for index in range(2)
    ]
    item = {"type": "object", "properties": {"name": {**STRING, "default": "a"}}}
    assert said({**NAMES, "items": item}, [{}, {"name": "b"}]) == []


def test_items_that_lack_the_same_key_of_several_are_alike() -> None:
    schema = {
        **NAMES,
        "items": {"x-kubernetes-preserve-unknown-fields": True},
        "x-kubernetes-list-map-keys": ["a", "b"],
    }
    assert said(schema, [{"a": 1}, {"a": 1, "b": 2}, {"a": 1, "c": 3}]) == [
        (
            "GH130",
            "v[2]",
            "Items 0 and 2 have the same 'a' and 'b': {'a': 1}.",
            "Remove one of the two, or change its 'a' or 'b'.",
        )
    ]


def test_of_items_that_lack_a_required_key_only_that_is_said() -> None:
    assert said(PORTS, [{}, {"protocol": "TCP"}, {"port": None}]) == [
        ("GH122", f"v[{index}].port", "The required field 'port' is missing.", "Add 'port', an integer.")
        for index in range(3)
    ]


def test_where_an_item_is_no_object_keys_are_not_compared() -> None:
    assert said(NAMES, [{"name": "a"}, "a", {"name": "a"}]) == [
        ("GH121", "v[1]", "'a' is a string, not an object.", "Write an object.")
    ]


def test_the_items_of_a_list_that_keeps_unknown_fields_keep_them() -> None:
    item = {"type": "object", "properties": {"a": {"type": "object"}}}
    schema = {"type": "array", "items": item, "x-kubernetes-preserve-unknown-fields": True}
    assert said(schema, [{"b": 1}]) == []
    assert said(schema, [{"a": {"b": 1}}]) == [
        ("GH120", "v[0].a.b", "There is no field 'b' here, nor any other.", "Remove it.")
    ]


def test_a_list_with_very_many_wrong_items_is_refused_for_the_first_ones() -> None:
    found = said({"type": "array", "items": STRING}, [1] * 10_000)
    assert [path for _, path, _, _ in found] == [f"v[{index}]" for index in range(MAX_FINDINGS)]


def test_a_built_in_kind_takes_null_for_a_scalar_of_a_list() -> None:
    kind = version(properties={"args": {"type": "array", "items": STRING}, "rules": {"type": "array", "items": NAMES}})
    assert said_of_object(kind, {"args": ["a", None]}, built_in=True) == []
    assert said_of_object(kind, {"args": ["a", None]}) == [
        ("GH121", "args[1]", "The value is null, not a string.", "Write a string.")
    ]
    assert said_of_object(kind, {"rules": [None]}, built_in=True) == [
        ("GH121", "rules[0]", "The value is null, not a list.", "Write a list.")
    ]


def test_a_set_takes_no_null_in_a_built_in_kind_either() -> None:
    """Server-side apply could not tell such an item from the others."""
    kind = version(properties={"values": {"type": "array", "items": STRING, "x-kubernetes-list-type": "set"}})
    assert said_of_object(kind, {"values": ["a", None]}, built_in=True) == [
        ("GH121", "values[1]", "The value is null, not a string.", "Write a string.")
    ]
