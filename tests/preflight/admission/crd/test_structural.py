"""What makes a schema structural, apart from its lists and combinations."""

from typing import Any

from preflight.admission.crd.structural import why_no_pattern
from tests.preflight.admission.crd.judged import judged, of_fields, of_root
from tests.preflight.admission.crds import crd

import pytest

EMBEDDED = "x-kubernetes-embedded-resource"
INT_OR_STRING = "x-kubernetes-int-or-string"
PRESERVE = "x-kubernetes-preserve-unknown-fields"
MAP_TYPE = "x-kubernetes-map-type"
STRING = {"type": "string"}
ADD_TYPE = f"Add the type, or {INT_OR_STRING}: true, or {PRESERVE}: true."
NO_TYPE = f"It is missing: a structural schema says what type each value has. {ADD_TYPE}"


@pytest.mark.parametrize(
    "schema",
    [
        {INT_OR_STRING: True},
        {PRESERVE: True},
        {"type": "array", "items": STRING},
        {
            "type": "object",
            "properties": {"metadata": {"type": "object", "properties": {"labels": {"type": "object"}}}},
        },
        {"type": "object", "additionalProperties": True, "properties": {"b": STRING}},
        {"type": "object", "additionalProperties": False},
        {"type": "object", "properties": {}, "additionalProperties": STRING},
        {"type": "object", MAP_TYPE: "granular"},
        {"type": "object", EMBEDDED: True, PRESERVE: True},
        {"type": "object", EMBEDDED: True, "properties": {"kind": STRING, "spec": {"type": "object"}}},
        {"type": "string", "uniqueItems": False, "pattern": "", "nullable": True, "title": "A", "example": 1},
        {"type": "string", "definitions": {}, "id": "", "patternProperties": {}, "dependencies": {}},
        {"type": "array", "items": STRING | {"patern": "^a$"}},
        {"type": "string", "items": []},
    ],
)
def test_nothing_is_said_of_what_is_structural(schema: Any) -> None:
    assert of_fields(a=schema) == []


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({}, f".type {NO_TYPE}"),
        ({"type": "array", "items": {}}, f".items.type {NO_TYPE}"),
        ({"type": "object", "additionalProperties": {}}, f".additionalProperties.type {NO_TYPE}"),
        ({"type": "array"}, ".items It is missing: an array has a schema of its items. Add it."),
        (
            {EMBEDDED: True, PRESERVE: True},
            ".type It is missing: the type of an embedded resource is object. Write object.",
        ),
        (
            {"type": "string", EMBEDDED: True, PRESERVE: True},
            ".type 'string' is wrong: the type of an embedded resource is object. Write object.",
        ),
        (
            {INT_OR_STRING: True, PRESERVE: True},
            f".{PRESERVE} It must not be true beside {INT_OR_STRING}. Remove one of them.",
        ),
        ({"type": "object", PRESERVE: False}, f".{PRESERVE} It must be true or missing. Remove it."),
        (
            {"type": "object", "properties": {"b": STRING}, "additionalProperties": STRING},
            (
                ".additionalProperties It must not be there beside properties: a value is either an object or a map."
                " Remove one of them."
            ),
        ),
        (
            {"type": "object", EMBEDDED: True, PRESERVE: True, "additionalProperties": STRING},
            f".additionalProperties It must not be there beside {EMBEDDED}. Remove it.",
        ),
        (
            {"type": "object", EMBEDDED: True},
            (
                f".properties They are missing: without {PRESERVE}, an embedded resource has properties."
                f" Add them, or {PRESERVE}: true."
            ),
        ),
        (
            {"type": "object", EMBEDDED: True, "properties": {"kind": {"type": "integer"}}},
            ".properties[kind].type 'integer' is wrong: the type of kind is string. Write string.",
        ),
        (
            {"type": "object", EMBEDDED: True, "properties": {"metadata": {PRESERVE: True}}},
            ".properties[metadata].type It is missing: the type of metadata is object. Write object.",
        ),
        ({"type": "object", MAP_TYPE: "set"}, f".{MAP_TYPE} 'set' is not 'atomic' or 'granular'. Write one of these."),
        ({"type": "string", MAP_TYPE: "atomic"}, f".{MAP_TYPE} It is for values of type object only. Remove it."),
        (
            {"type": "array", "items": STRING, "uniqueItems": True},
            ".uniqueItems uniqueItems must not be true. Write x-kubernetes-list-type: set instead.",
        ),
        (
            {"type": "string", "pattern": "^(?=a)"},
            (
                ".pattern RE2 does not take the pattern '^(?=a)': invalid perl operator: (?=."
                " Write it in the syntax of RE2, which has no look-around."
            ),
        ),
    ],
)
def test_what_is_not_structural_is_said(schema: Any, said: str) -> None:
    assert of_fields(a=schema) == [f"GH107 properties[a]{said}"]


@pytest.mark.parametrize(
    "metadata",
    [
        {"type": "object"},
        {"type": "object", "properties": {"name": {"type": "string", "maxLength": 63}, "generateName": STRING}},
    ],
)
def test_metadata_may_restrict_its_names(metadata: Any) -> None:
    assert of_fields(apiVersion=STRING, kind=STRING, metadata=metadata) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"metadata": {"type": "object", "properties": {"name": STRING, "labels": {"type": "object"}}}},
            "metadata].properties[labels] The schema of metadata may restrict 'name' and 'generateName' only.",
        ),
        (
            {"metadata": {"type": "object", "description": "Words."}},
            "metadata].description The schema of metadata must have nothing but properties.",
        ),
        (
            {"metadata": {"type": "object", "not": {}}},
            "metadata].not The schema of metadata must have nothing but properties.",
        ),
        (
            {"kind": {"type": "string", "default": "A"}},
            "kind].default A default is not allowed in apiVersion, kind and metadata.",
        ),
    ],
)
def test_what_the_fields_of_each_resource_must_not_have_is_said(fields: Any, said: str) -> None:
    assert of_fields(**fields) == [f"GH107 properties[{said} Remove it."]


def test_no_resource_is_in_the_metadata_of_another_one() -> None:
    inner = {"type": "object", EMBEDDED: True, PRESERVE: True}
    metadata = {"type": "object", "properties": {"b": inner}}
    resource = {"type": "object", EMBEDDED: True, "properties": {"metadata": metadata}}
    assert of_fields(a=resource) == [
        (
            f"GH107 properties[a].properties[metadata].properties[b].{EMBEDDED}"
            " A resource must not be in the metadata of another one. Remove it."
        )
    ]


@pytest.mark.parametrize("keywords", [{"nullable": True}, {"additionalProperties": True}])
def test_what_the_root_must_not_have_is_said(keywords: Any) -> None:
    (keyword,) = keywords
    assert of_root(**keywords) == [f"GH107 {keyword} The root of a schema must not have '{keyword}'. Remove it."]


def test_with_status_the_root_says_less() -> None:
    whole = crd()
    version = whole["spec"]["versions"][0]
    version["schema"]["openAPIV3Schema"] |= {"maxProperties": 0, "minLength": 1, "required": ["spec"], "enum": []}
    assert judged(whole) == []
    version["subresources"] = {"status": {}}
    assert judged(whole) == [
        (
            "GH107 maxProperties The root of a schema must not have 'maxProperties' where status is a subresource."
            " Remove it."
        )
    ]


@pytest.mark.parametrize("pattern", ["^a$", r"\pL", "(?i)é", "a" * 5000, "(((a{9}){9}){9}){1}"])
def test_re2_takes_a_pattern(pattern: str) -> None:
    assert why_no_pattern(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [("(", "missing ): ("), ("a{1001}", "invalid repetition size: {1001}"), ("(?!a)", "invalid perl operator: (?!")],
)
def test_why_re2_does_not_take_a_pattern_is_said(pattern: str, why: str) -> None:
    assert why_no_pattern(pattern) == why
