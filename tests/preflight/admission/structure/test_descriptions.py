"""Branches in words."""

from typing import Any

from preflight.admission.structure.descriptions import MAX_WORDS, described
from tests.preflight.admission.structure.schemas import schema

import pytest


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "it is anything"),
        ({"type": "integer", "minimum": 1}, "it is an integer and it is at least 1"),
        (
            {"pattern": "^a$", "minLength": 1, "maxLength": 2},
            "it matches ^a$ and it has at least 1 characters and it has at most 2 characters",
        ),
        ({"format": "ipv4"}, "it is an IPv4 address"),
        ({"enum": ["a", "b"]}, "it is 'a' or 'b'"),
        ({"required": ["a"], "properties": {"b": {"enum": ["c"]}}}, "'a' is there and 'b' is 'c'"),
        ({"items": {"maximum": 9}}, "each item of it is at most 9"),
        ({"minItems": 1, "maxProperties": 2}, "it has at least 1 items and it has at most 2 fields"),
        ({"anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]}, "it is an IPv4 address or an IPv6 address"),
        ({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, "'a' is there or 'b' is there"),
        ({"allOf": [{"required": ["a"]}, {"required": ["b"]}]}, "'a' is there and 'b' is there"),
        ({"not": {"enum": ["a"]}}, "it is not 'a'"),
        ({"not": {"required": ["a", "b"]}}, "not: 'a' is there and 'b' is there"),
    ],
)
def test_a_branch_in_words(facts: dict[str, Any], words: str) -> None:
    assert described(schema(facts)) == words


def test_a_long_description_is_cut() -> None:
    words = described(schema({"required": [f"field{number}" for number in range(1000)]}))
    assert words.startswith("'field0' is there and 'field1' is there and ")
    assert words.endswith("...")
    assert len(words) == MAX_WORDS + len("...")
