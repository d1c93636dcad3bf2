"""The facts of a CustomResourceDefinition: everything but its prose."""

from typing import Any

from preflight.admission.crd import crd_facts, is_crd
from tests.preflight.admission.crds import changed, crd

import pytest


def fields(**properties: Any) -> Any:
    """Return the facts of these fields."""
    return crd_facts(crd(**properties))["versions"][0]["schema"]["properties"]


def test_the_names_the_scope_and_the_versions_are_kept() -> None:
    whole = crd()
    whole["spec"]["versions"].append(
        {
            "name": "v1alpha1",
            "deprecated": True,
            "deprecationWarning": "Use v1.",
            "subresources": {"status": {}},
            "additionalPrinterColumns": [{"name": "Age"}],
            "schema": {"openAPIV3Schema": {"type": "object"}},
        }
    )
    assert crd_facts(whole) == {
        "group": "a.example",
        "kind": "A",
        "plural": "as",
        "scope": "Namespaced",
        "versions": [
            {"name": "v1", "served": True, "storage": True, "schema": {"type": "object", "properties": {}}},
            {
                "name": "v1alpha1",
                "served": False,
                "storage": False,
                "deprecated": True,
                "deprecationWarning": "Use v1.",
                "status": True,
                "schema": {"type": "object"},
            },
        ],
    }


@pytest.mark.parametrize("subresources", [None, {}, {"scale": {}}, {"status": None}])
def test_status_is_no_subresource_unless_the_crd_says_so(subresources: Any) -> None:
    assert "status" not in crd_facts(changed("spec.versions.0.subresources", subresources))["versions"][0]


def test_prose_is_dropped_and_fields_of_such_names_stay() -> None:
    prose = {"title": "text", "description": "text", "example": "text", "externalDocs": {"url": "text"}}
    assert fields(description={"type": "string", **prose}, title={"items": {"type": "string", **prose}}) == {
        "description": {"type": "string"},
        "title": {"items": {"type": "string"}},
    }


def test_every_keyword_is_kept_as_it_is() -> None:
    leaf = {"type": "string"}
    rule = {
        "rule": "self == oldSelf",
        "message": "Words.",
        "messageExpression": "'a'",
        "reason": "FieldValueInvalid",
        "fieldPath": ".a",
        "optionalOldSelf": True,
    }
    schema = {
        "type": "object",
        "properties": {"b": leaf},
        "additionalProperties": leaf,
        "items": leaf,
        "not": leaf,
        "allOf": [leaf],
        "anyOf": [leaf, leaf],
        "oneOf": [leaf],
        "required": ["b"],
        "enum": ["a", 1, None, {"b": [1]}],
        "default": {"description": "text"},
        "nullable": True,
        "format": "date-time",
        "pattern": "^a$",
        "minimum": 0,
        "maximum": 1.5,
        "multipleOf": 2,
        "exclusiveMinimum": True,
        "exclusiveMaximum": False,
        "minLength": 0,
        "maxLength": 1,
        "minItems": 0,
        "maxItems": 1,
        "minProperties": 0,
        "maxProperties": 1,
        "uniqueItems": False,
        "x-kubernetes-embedded-resource": True,
        "x-kubernetes-int-or-string": True,
        "x-kubernetes-preserve-unknown-fields": True,
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["b"],
        "x-kubernetes-map-type": "atomic",
        "x-kubernetes-validations": [rule],
    }
    assert fields(a=schema) == {"a": schema}


def test_a_keyword_that_is_null_is_absent() -> None:
    assert fields(a={"type": "string", "default": None, "pattern": None, "x-other": None}) == {"a": {"type": "string"}}


def test_what_says_nothing_is_absent() -> None:
    nothing = {
        "additionalProperties": False,
        "items": [],
        "definitions": {},
        "dependencies": {},
        "id": "",
        "$schema": "",
    }
    assert fields(a={"type": "object", **nothing}) == {"a": {"type": "object"}}


def test_unknown_keywords_are_absent_where_the_api_server_does_not_see_them() -> None:
    """apiextensions-apiserver reads the schemas of items and of a map's values without strictness."""
    rule = {"rule": "true", "massage": "Words."}
    inner = {"type": "string", "patern": "a", "x-kubernetes-validations": [rule]}
    kept = {"type": "string", "x-kubernetes-validations": [{"rule": "true"}]}
    below = {"type": "object", "properties": {"b": inner}, "not": {"patern": "a"}, "anyOf": [{"patern": "a"}]}
    read = {"type": "object", "properties": {"b": kept}, "not": {}, "anyOf": [{}]}
    assert fields(a={"items": below}, c={"additionalProperties": below}) == {
        "a": {"items": read},
        "c": {"additionalProperties": read},
    }


def test_whole_schemas_keep_their_prose() -> None:
    schema = {"type": "object", "description": "Words.", "additionalProperties": True, "title": None}
    whole = crd_facts(crd(a=schema), whole=True)["versions"][0]["schema"]
    assert whole == {
        "type": "object",
        "description": "text",
        "properties": {"a": {"type": "object", "description": "Words.", "additionalProperties": True}},
    }


def test_additional_properties_may_be_any_values() -> None:
    assert fields(a={"type": "object", "additionalProperties": True}) == {
        "a": {"type": "object", "additionalProperties": {}}
    }


@pytest.mark.parametrize(
    ("api_version", "kind", "expected"),
    [
        ("apiextensions.k8s.io/v1", "CustomResourceDefinition", True),
        ("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", True),
        ("apiextensions.k8s.io/v1", "ConversionReview", False),
        ("a.example/v1", "CustomResourceDefinition", False),
        (None, "CustomResourceDefinition", False),
        (1, "CustomResourceDefinition", False),
    ],
)
def test_a_crd_is_known_by_its_group_and_kind(api_version: Any, kind: str, expected: bool) -> None:
    assert is_crd({"apiVersion": api_version, "kind": kind}) is expected
