"""The lists of a structural schema."""

from typing import Any

from tests.preflight.admission.crd.judged import of_fields

import pytest

LIST_TYPE = "x-kubernetes-list-type"
MAP_KEYS = "x-kubernetes-list-map-keys"
MAP_TYPE = "x-kubernetes-map-type"
STRING = {"type": "string"}
ITEM = {"type": "object", "required": ["b"], "properties": {"b": STRING}}
MAP = {"type": "array", LIST_TYPE: "map", MAP_KEYS: ["b"], "items": ITEM}


def of_list(**keywords: Any) -> list[str]:
    """Return what is said of a list with other keywords; the path starts there."""
    return [
        line.replace("properties[a].", "", 1) for line in of_fields(a={"type": "array", "items": STRING} | keywords)
    ]


def of_item(**keywords: Any) -> list[str]:
    """Return what is said of a map whose items have other keywords; the path starts there."""
    return [line.replace("items.", "", 1) for line in of_list(**{**MAP, "items": ITEM | keywords})]


@pytest.mark.parametrize(
    "keywords",
    [
        MAP,
        {LIST_TYPE: "set"},
        {LIST_TYPE: "atomic", MAP_KEYS: []},
        {LIST_TYPE: "set", "items": {"type": "object", MAP_TYPE: "atomic"}},
        {LIST_TYPE: "set", "items": {"type": "array", "items": STRING}},
        {**MAP, "items": {"type": "object", "properties": {"b": {"type": "integer", "default": 1}}}},
    ],
)
def test_nothing_is_said_of_a_list_that_is_one(keywords: Any) -> None:
    assert of_list(**keywords) == []


@pytest.mark.parametrize(
    ("keywords", "said"),
    [
        ({LIST_TYPE: "bag"}, f"{LIST_TYPE} 'bag' is not 'atomic', 'set' or 'map'. Write one of these."),
        ({"type": "string", LIST_TYPE: "set"}, f"{LIST_TYPE} It is for values of type array only. Remove it."),
        (
            {LIST_TYPE: "set", MAP_KEYS: ["b"]},
            f"{MAP_KEYS} Keys are for a list with {LIST_TYPE}: map only. Write {LIST_TYPE}: map, or remove the keys.",
        ),
        (
            {LIST_TYPE: "set", "items": STRING | {"nullable": True}},
            "items.nullable The items of a list of type set must not be null. Remove it.",
        ),
        (
            {LIST_TYPE: "set", "items": {"type": "object"}},
            f"items.{MAP_TYPE} The items of a list of type set are atomic. Write {MAP_TYPE}: atomic.",
        ),
        (
            {LIST_TYPE: "set", "items": {"type": "array", "items": STRING, LIST_TYPE: "set"}},
            f"items.{LIST_TYPE} The items of a list of type set are atomic. Write {LIST_TYPE}: atomic.",
        ),
        (
            {**MAP, MAP_KEYS: []},
            (
                f"{MAP_KEYS} They are missing: the items of a list of type map are told apart by them."
                " Add the names of the fields that tell the items apart."
            ),
        ),
        (
            {**MAP, "items": STRING},
            "items.type 'string' is wrong: the items of a list of type map are objects. Write object.",
        ),
        (
            {**MAP, MAP_KEYS: ["b", "b"]},
            f"{MAP_KEYS}[1] The keys 0 and 1 are the same: 'b'. Remove one of the two.",
        ),
        (
            {**MAP, MAP_KEYS: ["b", "c"]},
            f"{MAP_KEYS}[1] The items have no property 'c': they have 'b'. Name a property of the items.",
        ),
        (
            {**MAP, "items": {"type": "object"}},
            f"{MAP_KEYS}[0] The items have no property 'b': they have none. Name a property of the items.",
        ),
    ],
)
def test_what_is_wrong_with_a_list_is_said(keywords: Any, said: str) -> None:
    assert of_list(**keywords) == [f"GH107 {said}"]


@pytest.mark.parametrize(
    ("keywords", "said"),
    [
        (
            {"properties": {"b": {"type": "object"}}},
            (
                ".type 'object' is wrong: a key of a list of type map is a string, a number or a boolean."
                f" Write another type, or take 'b' from {MAP_KEYS}."
            ),
        ),
        (
            {"required": []},
            (
                " The key 'b' of a list of type map may be missing."
                " Add 'b' to the required fields of the items, or give it a default."
            ),
        ),
        (
            {"properties": {"b": STRING | {"nullable": True}}},
            ".nullable The key 'b' of a list of type map must not be null. Remove it.",
        ),
    ],
)
def test_what_is_wrong_with_a_key_is_said(keywords: Any, said: str) -> None:
    assert of_item(**keywords) == [f"GH107 properties[b]{said}"]


def test_a_list_without_items_is_said_once() -> None:
    assert len(of_fields(a={"type": "array", LIST_TYPE: "map", MAP_KEYS: ["b"]})) == 1
