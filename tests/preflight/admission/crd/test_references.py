"""What an expression of CEL refers to."""

from typing import Any

from preflight.admission.crd.nodes import Node
from preflight.admission.crd.references import unknown_reference, uses_old_self

import pytest

STRING = {"type": "string"}
FACTS: dict[str, Any] = {
    "type": "object",
    "properties": {
        "a": STRING,
        "b-c": STRING,
        "namespace": STRING,
        "any": {"x-kubernetes-preserve-unknown-fields": True},
        "either": {"x-kubernetes-int-or-string": True},
        "empty": {"type": "object"},
        "list": {"type": "array", "items": STRING},
        "map": {"type": "object", "additionalProperties": {"type": "object", "properties": {"a": STRING}}},
        "open": {"type": "object", "additionalProperties": True},
        "resource": {"type": "object", "x-kubernetes-embedded-resource": True, "properties": {"spec": STRING}},
    },
}


def unknown(expression: str, *, optional: bool = False) -> str:
    return unknown_reference(expression, Node(FACTS, ()), optional=optional)


@pytest.mark.parametrize(
    "expression",
    [
        "self.a",
        "self . a",
        "self.b__dash__c + self.__namespace__",
        "self.any.b.c",
        "self.either.b",
        "self.map.k.a",
        "self.open.k.b",
        "self.resource.kind + self.resource.metadata.name + self.resource.spec",
        "self.a.startsWith('self.z')",
        "self.z()",
        "other.self.z",
        "myself.z",
        "'self.z' + \"self.z\" + '''self.z''' + r'\\' + b'self.z' // self.z",
        "[{'a': 1}].all(self, self.z == 1)",
        "self.?z",
        "self[0].z",
    ],
)
def test_a_field_that_is_declared_or_not_known_is_none_to_name(expression: str) -> None:
    assert unknown(expression) == ""


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("self.empty.b", "the schema declares no field 'b'"),
        ("has(self.map.k.b)", "the schema declares no field 'b', only 'a'"),
        ("self.a.b", "a value of type string has no field 'b'"),
        ("self.list.b.size()", "a value of type array has no field 'b'"),
        ("self.resource.metadata.labels", "the schema declares no field 'labels', only 'generateName' and 'name'"),
        ("oldSelf.empty.b == 1", "the schema declares no field 'b'"),
        ("r'\\' == self.empty.b", "the schema declares no field 'b'"),
    ],
)
def test_a_field_that_is_not_declared_is_named(expression: str, said: str) -> None:
    assert unknown(expression) == said


def test_an_optional_old_self_has_other_members() -> None:
    assert unknown("oldSelf.empty.b", optional=True) == ""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("oldSelf == self", True), ("'oldSelf' == self.oldSelf", False), ("true // oldSelf", False)],
)
def test_whether_an_expression_uses_old_self(expression: str, expected: bool) -> None:
    assert uses_old_self(expression) is expected
