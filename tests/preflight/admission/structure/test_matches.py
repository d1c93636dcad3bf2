"""Matches: as many as kube-openapi's MatchCount (measured, in Kubernetes 0.36), less those of an empty schema."""

from typing import Any

from preflight.admission.structure.matches import matches
from tests.preflight.admission.structure.schemas import schema

import pytest

FIELD = {"properties": {"a": {"enum": ["x"]}}}
ITEMS = {"items": {"pattern": "^x"}}


@pytest.mark.parametrize(
    ("branch", "value", "more"),
    [
        ({}, "x", 0),
        ({"pattern": "^x", "minLength": 1}, "x", 0),
        ({"type": "string"}, "x", 2),
        ({"type": "integer"}, "x", 1),
        ({"format": "ipv4"}, "x", 3),
        ({"format": "made-up"}, "x", 2),
        ({"type": "object"}, None, -1),
        (FIELD, {"a": "x"}, 5),
        (FIELD, {"b": "x"}, 0),
        (FIELD, {"a": {}}, 5),
        (FIELD, {"a": 1}, 6),
        (FIELD, {"a": True}, 4),
        (FIELD, {"a": None}, 1),
        ({"properties": {"a": FIELD, "b": {}}}, {"a": {"a": "x"}, "b": "y"}, 15),
        (ITEMS, ["x", "y"], 10),
        (ITEMS, [], 0),
    ],
)
def test_the_fields_and_items_that_a_branch_describes_count(branch: dict[str, Any], value: Any, more: int) -> None:
    assert matches(schema(branch), value) - matches(schema({}), value) == more
