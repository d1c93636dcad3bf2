"""From facts to Kinds: every keyword arrives in its field, and what is shared is one Schema."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from preflight.admission.facts import FIELDS, RULE_FIELDS, FactsReader
from preflight.admission.schema import Rule, Schema
from tests.schema_files import FILES, expanded

import pytest

WITHOUT_FIELD = "x-kubernetes-map-type"
KEYWORDS = {field: keyword for keyword, field in FIELDS.items()}
DEFAULTS = Schema()


def kind(schema: dict[str, Any], **definitions: Any) -> dict[str, Any]:
    """Return the facts of a kind with one version."""
    return {
        "group": "a.example",
        "kind": "A",
        "scope": "Cluster",
        "versions": [{"name": "v1", "served": True, "schema": schema}],
    }


def read(schema: dict[str, Any], **definitions: Any) -> Schema:
    """Return what a schema becomes."""
    return FactsReader(definitions).kind(kind(schema)).versions["v1"].schema


def test_a_kind_has_its_versions_in_order() -> None:
    facts = {
        "group": "a.example",
        "kind": "A",
        "plural": "as",
        "scope": "Namespaced",
        "versions": [
            {"name": "v1beta1", "served": False, "storage": True, "deprecated": True, "schema": {"type": "object"}},
            {"name": "v1", "served": True, "storage": False, "status": True, "schema": {"type": "object"}},
            {"name": "v2", "served": True, "storage": False, "deprecationWarning": "Words.", "schema": {}},
        ],
    }
    found = FactsReader({}).kind(facts)
    assert (found.group, found.kind, found.namespaced, found.built_in) == ("a.example", "A", True, False)
    versions = [
        (name, entry.name, entry.served, entry.deprecated, entry.status) for name, entry in found.versions.items()
    ]
    assert versions == [
        ("v1beta1", "v1beta1", False, True, False),
        ("v1", "v1", True, False, True),
        ("v2", "v2", True, False, False),
    ]
    assert [entry.deprecation_warning for entry in found.versions.values()] == ["", "", "Words."]


def test_a_cluster_scoped_kind_of_kubernetes() -> None:
    found = FactsReader({}).kind({**kind({"type": "object"}), "builtIn": True})
    assert (found.namespaced, found.built_in) == (False, True)


def test_each_field_of_a_schema_has_its_keyword() -> None:
    """Oracle: the fields of the dataclasses."""
    assert {field.name for field in dataclasses.fields(Schema)} - {"has_default"} == set(FIELDS.values())
    assert {field.name for field in dataclasses.fields(Rule)} == set(RULE_FIELDS.values())


def test_a_default_of_null_is_a_default() -> None:
    assert (read({"default": None}).has_default, read({"default": None}).default) == (True, None)
    assert not read({}).has_default


def test_a_rule_has_all_its_fields() -> None:
    rule = {
        "rule": "self == oldSelf",
        "message": "Words.",
        "messageExpression": "'a'",
        "reason": "FieldValueInvalid",
        "fieldPath": ".a",
        "optionalOldSelf": True,
    }
    assert read({"x-kubernetes-validations": [rule, {"rule": "true"}]}).rules == (
        Rule(
            rule="self == oldSelf",
            message="Words.",
            message_expression="'a'",
            reason="FieldValueInvalid",
            field_path=".a",
            optional_old_self=True,
        ),
        Rule(rule="true"),
    )


def test_a_definition_is_one_schema() -> None:
    name = {"$ref": "name"}
    found = read(
        {"properties": {"a": name, "b": {"items": name}, "c": {"anyOf": [name]}, "d": {"$ref": "outer"}}},
        name={"type": "string"},
        outer={"additionalProperties": name},
    )
    one = found.properties["a"]
    assert one.type == "string"
    assert found.properties["b"].items is one
    assert found.properties["c"].any_of[0] is one
    assert found.properties["d"].additional is one


def test_kinds_of_one_file_share_definitions() -> None:
    reader = FactsReader({"name": {"type": "string"}})
    kinds = [reader.kind(kind({"properties": {"a": {"$ref": "name"}}})) for _ in range(2)]
    one, other = (found.versions["v1"].schema.properties["a"] for found in kinds)
    assert one is other


def test_a_field_named_like_a_keyword_is_a_field() -> None:
    found = read({"properties": {"$ref": {"type": "string"}, "properties": {"items": {"type": "integer"}}}})
    assert found.properties["$ref"].type == "string"
    items = found.properties["properties"].items
    assert items is not None
    assert items.type == "integer"


def as_facts(value: Any) -> Any:
    """Return what a Schema was made of."""
    if isinstance(value, Schema):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        present = {name for name, field in fields.items() if name in KEYWORDS and field != getattr(DEFAULTS, name)}
        present |= {"default"} if value.has_default else set()
        return {KEYWORDS[name]: fields[name] if name == "default" else as_facts(fields[name]) for name in present}
    if isinstance(value, Rule):
        return {name: getattr(value, field) for name, field in RULE_FIELDS.items() if getattr(value, field)}
    if isinstance(value, dict):
        return {name: as_facts(part) for name, part in value.items()}
    return [as_facts(part) for part in value] if isinstance(value, tuple) else value


def normal(value: Any, *, names: bool = False) -> Any:
    """Return facts without keywords that say what is so without them."""
    if isinstance(value, dict):
        return {
            key: part
            if key in ("default", "enum") and not names
            else normal(part, names=key == "properties" and not names)
            for key, part in value.items()
            if names or (key != WITHOUT_FIELD and (key, part) not in SAYS_NOTHING)
        }
    return [normal(part) for part in value] if isinstance(value, list) else value


SAYS_NOTHING = [
    ("exclusiveMaximum", False),
    ("nullable", False),
    ("uniqueItems", False),
    ("x-kubernetes-list-type", "atomic"),
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_schemas_of_a_file_are_its_facts(file: Path) -> None:
    """Oracle: the file, the other direction."""
    content = json.loads(file.read_text(encoding="utf-8"))
    reader = FactsReader(content["definitions"])
    for shared, facts in zip(content["kinds"], expanded(content["kinds"], content["definitions"]), strict=True):
        found = reader.kind(shared)
        assert list(found.versions) == [version["name"] for version in facts["versions"]]
        for version in facts["versions"]:
            assert as_facts(found.versions[version["name"]].schema) == normal(version["schema"])
