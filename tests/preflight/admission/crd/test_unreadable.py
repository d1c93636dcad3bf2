"""What is no CustomResourceDefinition, or too large for one: refused with the field, whatever it is."""

import copy
from collections.abc import Iterator
from typing import Any

from preflight import field_path
from preflight.admission.crd import check_crd, crd_facts
from preflight.admission.crd.schema_facts import MAX_DEPTH, MAX_SCHEMAS
from preflight.admission.facts import FactsReader
from preflight.finding import UnreadableError
from tests.preflight.admission.crds import changed, crd

import pytest
from hypothesis import given
from hypothesis import strategies as st

REMOVE = "Remove it, or correct its name."
ROOT_SCHEMA = "spec.versions[0].schema.openAPIV3Schema"


def refusal(whole: Any) -> tuple[str, str, str]:
    """Return path, reason and fix of what is refused."""
    with pytest.raises(UnreadableError) as caught:
        crd_facts(whole)
    finding = caught.value.finding
    assert finding.code == "GH002"
    return field_path.text(finding.path), finding.reason, finding.fix


@pytest.mark.parametrize(
    ("path", "value", "place", "reason", "fix"),
    [
        (
            "apiVersion",
            "apiextensions.k8s.io/v1beta1",
            "apiVersion",
            "'apiextensions.k8s.io/v1beta1' is not served by Kubernetes 1.22 and later.",
            "Write the CustomResourceDefinition in apiextensions.k8s.io/v1.",
        ),
        ("spec", ..., "spec", "It is missing or null.", "Write an object."),
        ("spec", [1], "spec", "[1] is not an object.", "Write an object."),
        ("spec.group", "", "spec.group", "'' is not a name.", "Write a name."),
        ("spec.names", 1, "spec.names", "1 is not an object.", "Write an object."),
        ("spec.names.kind", ["A"], "spec.names.kind", "['A'] is not a name.", "Write a name."),
        ("spec.names.plural", None, "spec.names.plural", "It is missing or null.", "Write a name."),
        (
            "spec.scope",
            "namespaced",
            "spec.scope",
            "'namespaced' is not 'Cluster' or 'Namespaced'.",
            "Write 'Cluster' or 'Namespaced'.",
        ),
        ("spec.versions", {}, "spec.versions", "{} is not a list.", "Write a list."),
        ("spec.versions", [], "spec.versions", "It has no version.", "Add a version with its schema."),
        ("spec.versions", [None], "spec.versions[0]", "It is missing or null.", "Write an object."),
        ("spec.versions.0.name", 1, "spec.versions[0].name", "1 is not a name.", "Write a name."),
        (
            "spec.versions.0.served",
            "yes",
            "spec.versions[0].served",
            "'yes' is not true or false.",
            "Write true or false.",
        ),
        (
            "spec.versions.0.deprecated",
            1,
            "spec.versions[0].deprecated",
            "1 is not true or false.",
            "Write true or false.",
        ),
        (
            "spec.versions.0.deprecationWarning",
            True,
            "spec.versions[0].deprecationWarning",
            "true is not a string.",
            "Write a string.",
        ),
        (
            "spec.versions.0.subresources",
            [],
            "spec.versions[0].subresources",
            "[] is not an object.",
            "Write an object.",
        ),
        ("spec.versions.0.schema", ..., "spec.versions[0].schema", "It is missing or null.", "Write an object."),
        ("spec.versions.0.schema", {}, ROOT_SCHEMA, "It is missing or null.", "Write an object."),
        (
            "spec.versions.0.schema.openAPIV3Schema",
            {"x-kubernetes-preserve-unknown-fields": True},
            f"{ROOT_SCHEMA}.type",
            "It is missing or null.",
            "Write object.",
        ),
        (
            "spec.versions.0.schema.openAPIV3Schema.type",
            "array",
            f"{ROOT_SCHEMA}.type",
            "'array' is not object.",
            "Write object.",
        ),
    ],
)
def test_what_is_no_crd_is_refused(path: str, value: Any, place: str, reason: str, fix: str) -> None:
    assert refusal(changed(path, value)) == (place, reason, fix)


def test_a_version_that_is_there_twice_is_refused() -> None:
    whole = crd()
    whole["spec"]["versions"] *= 2
    assert refusal(whole) == ("spec.versions[1].name", "The version 'v1' is there twice.", "Remove one of them.")


@pytest.mark.parametrize(
    ("schema", "place", "reason", "fix"),
    [
        ("text", "", "'text' is not an object.", "Write an object."),
        (
            {"type": "null"},
            ".type",
            "'null' is not 'array', 'boolean', 'integer', 'number', 'object' or 'string'.",
            "Write 'array', 'boolean', 'integer', 'number', 'object' or 'string'.",
        ),
        (
            {"type": ["string"]},
            ".type",
            "['string'] is not 'array', 'boolean', 'integer', 'number', 'object' or 'string'.",
            "Write 'array', 'boolean', 'integer', 'number', 'object' or 'string'.",
        ),
        (
            {"patern": "a"},
            ".patern",
            "'patern' is no keyword of a structural schema.",
            "Remove it, or correct its name.",
        ),
        ({"$ref": "#"}, ".$ref", "'$ref' is no keyword of a structural schema.", "Remove it, or correct its name."),
        ({1: "a"}, "", "The field name 1 is not a string.", "Put it in quotes."),
        ({"pattern": 1}, ".pattern", "1 is not a string.", "Write a string."),
        ({"nullable": "true"}, ".nullable", "'true' is not true or false.", "Write true or false."),
        ({"maxLength": 1.5}, ".maxLength", "1.5 is not a whole number.", "Write a whole number."),
        ({"maxItems": True}, ".maxItems", "true is not a whole number.", "Write a whole number."),
        ({"maxItems": 2**63}, ".maxItems", "9223372036854775808 does not fit into 64 bits.", "Write a smaller number."),
        ({"title": 1}, ".title", "1 is not a string.", "Write a string."),
        ({"items": {"$ref": ""}}, ".items.$ref", "'$ref' is no keyword of a structural schema.", REMOVE),
        ({"definitions": {"a": {}}}, ".definitions", "'definitions' is no keyword of a structural schema.", REMOVE),
        ({"minimum": "1"}, ".minimum", "'1' is not a number.", "Write a number."),
        ({"maximum": True}, ".maximum", "true is not a number.", "Write a number."),
        ({"maximum": float("inf")}, ".maximum", "inf is not a number.", "Write a number."),
        ({"required": "a"}, ".required", "'a' is not a list.", "Write a list."),
        ({"required": [1]}, ".required[0]", "1 is not a name.", "Write a name."),
        ({"enum": {}}, ".enum", "{} is not a list.", "Write a list."),
        ({"items": [{}]}, ".items", "[{}] is not an object.", "Write an object."),
        ({"anyOf": {}}, ".anyOf", "{} is not a list.", "Write a list."),
        ({"anyOf": [{}, 1]}, ".anyOf[1]", "1 is not an object.", "Write an object."),
        ({"not": []}, ".not", "[] is not an object.", "Write an object."),
        ({"properties": []}, ".properties", "[] is not an object.", "Write an object."),
        ({"properties": {"b": None}}, ".properties[b]", "It is missing or null.", "Write an object."),
        (
            {"properties": {"b": {}}, "additionalProperties": False},
            ".additionalProperties",
            "false is not allowed here.",
            "Remove it: without it, only the fields of `properties` are allowed.",
        ),
        ({"additionalProperties": 0}, ".additionalProperties", "0 is not an object.", "Write an object."),
        (
            {"x-kubernetes-validations": {}},
            ".x-kubernetes-validations",
            "{} is not a list.",
            "Write a list.",
        ),
        (
            {"x-kubernetes-validations": [{}]},
            ".x-kubernetes-validations[0].rule",
            "It is missing or null.",
            "Write a string.",
        ),
        (
            {"x-kubernetes-validations": [{"rule": "true", "massage": "a"}]},
            ".x-kubernetes-validations[0].massage",
            "'massage' is no field of a rule.",
            "Remove it, or correct its name.",
        ),
        (
            {"x-kubernetes-validations": [{"rule": "true", "optionalOldSelf": "yes"}]},
            ".x-kubernetes-validations[0].optionalOldSelf",
            "'yes' is not true or false.",
            "Write true or false.",
        ),
    ],
)
def test_what_is_no_structural_schema_is_refused(schema: Any, place: str, reason: str, fix: str) -> None:
    assert refusal(crd(a=schema)) == (f"{ROOT_SCHEMA}.properties[a]{place}", reason, fix)


def nested(depth: int) -> Any:
    """Return a schema within so many others."""
    schema: Any = {"type": "string"}
    for _ in range(depth):
        schema = {"type": "array", "items": schema}
    return schema


def test_schemas_within_each_other_have_a_limit() -> None:
    deepest = crd(a=nested(MAX_DEPTH - 1))
    assert crd_facts(deepest)["kind"] == "A"
    assert refusal(crd(a=nested(MAX_DEPTH))) == (
        f"{ROOT_SCHEMA}.properties[a]{'.items' * MAX_DEPTH}",
        "More than 100 schemas are within each other here.",
        "Write a flatter schema.",
    )


def test_a_schema_within_itself_is_refused() -> None:
    schema: dict[str, Any] = {"type": "array"}
    schema["items"] = schema
    assert refusal(crd(a=schema))[1:] == (
        "More than 100 schemas are within each other here.",
        "Write a flatter schema.",
    )


def test_the_number_of_schemas_has_a_limit() -> None:
    """Aliases of YAML make a small file of very many schemas."""
    schema: Any = {"type": "string"}
    for _ in range(20):
        schema = {"type": "object", "properties": {"b": schema, "c": schema}}
    path, reason, fix = refusal(crd(a=schema))
    assert path.startswith(f"{ROOT_SCHEMA}.properties[a].properties[")
    assert (reason, fix) == ("There are more than 75000 schemas up to here.", "Write a smaller schema.")
    assert MAX_SCHEMAS == 75_000


def test_the_versions_share_the_limit() -> None:
    schema = {"type": "object", "properties": {f"f{number}": {} for number in range(MAX_SCHEMAS // 2)}}
    whole = crd()
    entry = {"name": "v1", "schema": {"openAPIV3Schema": schema}}
    whole["spec"]["versions"] = [entry, {**entry, "name": "v2"}]
    assert refusal(whole) == (
        f"spec.versions[1].schema.openAPIV3Schema.properties[f{MAX_SCHEMAS // 2 - 2}]",
        "There are more than 75000 schemas up to here.",
        "Write a smaller schema.",
    )


def test_a_crd_to_be_admitted_has_findings_of_its_own_code() -> None:
    assert check_crd(crd()) == []
    (finding,) = check_crd(changed("spec.scope", "cluster"))
    assert (finding.code, finding.path) == ("GH107", ("spec", "scope"))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place of a value: a collection, and the key of an item in it."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


WHOLE = crd(
    a={"type": "array", "items": {"type": "string", "enum": ["a"], "maxLength": 3}, "maxItems": 2, "default": ["a"]},
    b={
        "type": "object",
        "additionalProperties": {"anyOf": [{"minimum": 1}], "x-kubernetes-int-or-string": True},
        "x-kubernetes-validations": [{"rule": "true", "message": "Words."}],
    },
)
KEYS = st.sampled_from(["type", "properties", "items", "anyOf", "enum", "x-kubernetes-validations", "", "$ref"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.binary(max_size=2),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS | st.integers(), below, max_size=3),
)


@given(st.integers(min_value=0, max_value=sum(1 for _ in places(WHOLE)) - 1), VALUES)
def test_any_change_is_read_or_refused(number: int, value: Any) -> None:
    """Oracle: the two outcomes that there are; what is read makes a Kind."""
    whole = copy.deepcopy(WHOLE)
    place, key = list(places(whole))[number]
    place[key] = value
    try:
        facts = crd_facts(whole)
    except UnreadableError as error:
        assert error.finding.reason.endswith(".")  # noqa: PT017  # either outcome is right
    else:
        assert FactsReader({}).kind(facts).kind == facts["kind"]
        assert {finding.code for finding in check_crd(whole)} <= {"GH107", "GH142"}
