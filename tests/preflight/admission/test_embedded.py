"""Metadata within an object: pod templates of each kind, and embedded resources wherever a schema has them."""

from typing import Any

from preflight.admission.embedded import TEMPLATES, check_embedded
from preflight.admission.schema import Kind, Schema, Version
from preflight.admission.schemas import SchemaStore
from preflight.cluster import ClusterFacts
from preflight.field_path import text
from tests.preflight.admission.findings import said

import pytest

STORE = SchemaStore(ClusterFacts())
RESOURCE = Schema(type="object", embedded_resource=True, preserve_unknown_fields=True)
SCHEMA = Schema(
    type="object",
    properties={
        "one": RESOURCE,
        "list": Schema(type="array", items=RESOURCE),
        "map": Schema(type="object", additional=Schema(type="array", items=RESOURCE)),
        "other": Schema(type="object", preserve_unknown_fields=True),
    },
)
TOY = Kind(group="example.com", kind="Toy", namespaced=True, versions={"v1": Version(name="v1", schema=SCHEMA)})
WRONG = {"apiVersion": "v1", "kind": "Service", "metadata": {"namespace": "A"}}
REFUSED = "'A' is not a DNS label: lower-case letters, digits and '-', with a letter or digit at both ends. Write 'a'."


def of_template(group: str, name: str, metadata: object) -> list[str]:
    kind = STORE.kind(group, name)
    assert kind is not None
    data: Any = metadata
    for part in reversed(TEMPLATES[group, name]):
        data = {part: data}
    return said(check_embedded(kind, Schema(), data))


@pytest.mark.parametrize(("group", "name"), sorted(TEMPLATES))
def test_the_labels_of_each_pod_template_are_checked(group: str, name: str) -> None:
    path = text((*TEMPLATES[group, name], "labels"))
    assert of_template(group, name, {"labels": {"app": "a b"}}) == [
        (
            f"GH114 {path}[app] 'a b' is not the value of a label: letters, digits, '-', '_' and '.', with a"
            " letter or digit"
            " at both ends. Write such a value, or make it an annotation."
        )
    ]


@pytest.mark.parametrize(("group", "name"), sorted(TEMPLATES))
def test_each_pod_template_is_where_its_schema_has_one(group: str, name: str) -> None:
    kind = STORE.kind(group, name)
    assert kind is not None
    schema = kind.versions["v1"].schema
    for part in TEMPLATES[group, name]:
        schema = schema.properties[part]
    assert "labels" in schema.properties


def test_the_annotations_of_a_pod_template_are_checked() -> None:
    assert of_template("apps", "Deployment", {"annotations": {"a b": "x"}}) == [
        (
            "GH115 spec.template.metadata.annotations[a b] The key 'a b' is not a name: letters, digits, '-',"
            " '_' and '.', "
            "with a letter or digit at both ends. Rename the key."
        )
    ]


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        "text",
        {},
        {"name": "My_App", "labels": {"app": "shop"}, "annotations": None},
        {"labels": {"app": 1}, "annotations": ["x"]},
    ],
    ids=str,
)
def test_names_and_types_in_a_pod_template_are_no_matter_of_this_check(metadata: object) -> None:
    assert of_template("apps", "Deployment", metadata) == []


def test_a_built_in_kind_without_a_template_has_nothing_to_check() -> None:
    kind = STORE.kind("", "Service")
    assert kind is not None
    assert check_embedded(kind, Schema(), {"spec": {"template": {"metadata": {"labels": {"a": "a b"}}}}}) == ()


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        ({"one": WRONG}, ["one.metadata.namespace"]),
        ({"list": [{}, WRONG]}, ["list[1].metadata.namespace"]),
        ({"map": {"a.b": [WRONG]}}, ["map[a.b][0].metadata.namespace"]),
        ({"list": [WRONG] * 200}, [f"list[{index}].metadata.namespace" for index in range(100)]),
    ],
    ids=["field", "list", "map", "many"],
)
def test_the_metadata_of_each_embedded_resource_is_checked(data: dict[str, Any], paths: list[str]) -> None:
    assert said(check_embedded(TOY, SCHEMA, data)) == [f"GH111 {path} {REFUSED}" for path in paths]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"one": None, "list": None, "map": {"a": None}},
        {"one": [WRONG], "list": WRONG, "map": [WRONG]},
        {"other": WRONG, "unknown": WRONG},
        {"one": {"metadata": {"name": "a"}}},
    ],
    ids=str,
)
def test_what_is_no_embedded_resource_is_not_checked(data: dict[str, Any]) -> None:
    assert said(check_embedded(TOY, SCHEMA, data)) == []
