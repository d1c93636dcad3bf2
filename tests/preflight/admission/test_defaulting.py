"""Defaulting: a plain implementation of the definition as the oracle, and the defaults that everyone relies on."""

import copy
from collections.abc import Mapping
from typing import Any

from preflight.admission.crd import crd_facts
from preflight.admission.defaulting import defaulted
from preflight.admission.facts import FactsReader
from preflight.admission.schema import Schema
from tests.conftest import CRDS

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

TEXT = Schema(type="string")
FOLDERS = ("gateway-api-v1.4.1", "gateway-api-v1.6.1")

Facts = dict[str, Any]


def oracle(value: Any, facts: Facts) -> Any:
    """Return a value with its defaults in the two steps of the definition: nulls that count as absent go, then fill."""
    value = copy.deepcopy(value)
    drop_nulls(value, facts)
    fill(value, facts)
    return value


def drop_nulls(value: Any, facts: Facts | None) -> None:
    if isinstance(value, dict):
        for name in list(value):
            below = facts_below(name, facts)
            if value[name] is None and below is not None and not below.get("nullable") and below.get("default") is None:
                del value[name]
            else:
                drop_nulls(value[name], below)
    if isinstance(value, list):
        for item in value:
            drop_nulls(item, facts.get("items") if facts else None)


def facts_below(name: str, facts: Facts | None) -> Facts | None:
    if facts is None:
        return None
    further = facts.get("additionalProperties")
    found: Facts | None = facts.get("properties", {}).get(name, None if further is True else further)
    return found


def fill(value: Any, facts: Facts | None) -> None:
    if facts is None:
        return
    if isinstance(value, dict):
        for name, below in facts.get("properties", {}).items():
            absent = name not in value or (value[name] is None and not below.get("nullable"))
            if absent and below.get("default") is not None:
                value[name] = copy.deepcopy(below["default"])
        for name in value:
            value[name] = filled(value[name], facts_below(name, facts))
    if isinstance(value, list):
        value[:] = [filled(item, facts.get("items")) for item in value]


def filled(value: Any, facts: Facts | None) -> Any:
    """Return an entry of a map or list, which may itself be null where its schema has a default."""
    if value is None and facts is not None and not facts.get("nullable"):
        value = copy.deepcopy(facts.get("default"))
    fill(value, facts)
    return value


LEAVES: st.SearchStrategy[Facts] = st.sampled_from(
    [{"type": "string"}, {"type": "integer"}, {"x-kubernetes-preserve-unknown-fields": True}]
)


def nested(children: st.SearchStrategy[Facts]) -> st.SearchStrategy[Facts]:
    objects = st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(st.sampled_from("abc"), children, max_size=3)}
    )
    maps = st.fixed_dictionaries({"type": st.just("object"), "additionalProperties": children | st.just(True)})
    lists = st.fixed_dictionaries({"type": st.just("array"), "items": children})
    return objects | maps | lists


@st.composite
def with_defaults(draw: st.DrawFn, schemas: st.SearchStrategy[Facts]) -> Facts:
    """Add to some schemas a default without nulls, as the API server demands, and to some `nullable`."""
    facts = dict(draw(schemas))
    if draw(st.booleans()):
        facts["nullable"] = True
    if draw(st.booleans()):
        facts["default"] = draw(values(facts, nulls=False)) if draw(st.integers(0, 9)) else None
    return facts


SCHEMAS = with_defaults(st.recursive(LEAVES, lambda children: nested(with_defaults(children)), max_leaves=12))
OBJECTS = st.fixed_dictionaries(
    {"type": st.just("object"), "properties": st.dictionaries(st.sampled_from("abc"), SCHEMAS, min_size=1, max_size=3)}
)


def values(facts: Facts, *, nulls: bool) -> st.SearchStrategy[Any]:
    """Generate values of a schema, with fields that it does not have, and (with `nulls`) nulls everywhere."""
    if "properties" in facts:
        fields = {name: values(below, nulls=nulls) for name, below in facts["properties"].items()}
        unknown = {"z": st.none() | st.just({"y": None})} if nulls else {}
        found: st.SearchStrategy[Any] = st.fixed_dictionaries({}, optional=fields | unknown)
    elif "additionalProperties" in facts:
        further = facts["additionalProperties"]
        entries = values({} if further is True else further, nulls=nulls)
        found = st.dictionaries(st.sampled_from("ab"), entries, max_size=2)
    elif "items" in facts:
        found = st.lists(values(facts["items"], nulls=nulls), max_size=2)
    else:
        found = st.sampled_from(["x", 1])
    return st.one_of(found, found, st.none()) if nulls else found


def schema_of(facts: Facts) -> Schema:
    """Read a schema as that of a CRD is read: `true` is a schema that says nothing."""
    crd = {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "spec": {
            "group": "example.com",
            "names": {"kind": "Toy", "plural": "toys"},
            "scope": "Namespaced",
            "versions": [{"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": facts}}],
        },
    }
    return FactsReader({}).kind(crd_facts(crd)).versions["v1"].schema


@st.composite
def cases(draw: st.DrawFn) -> tuple[Facts, dict[str, Any]]:
    facts = draw(OBJECTS)
    return facts, draw(values(facts, nulls=True).filter(lambda value: value is not None))


@given(cases())
def test_an_object_is_defaulted_as_by_the_definition(case: tuple[Facts, dict[str, Any]]) -> None:
    facts, data = case
    assert defaulted(schema_of(facts), data, False) == oracle(data, facts)


@given(cases())
def test_the_object_that_was_given_stays_as_it_was(case: tuple[Facts, dict[str, Any]]) -> None:
    facts, data = case
    before = copy.deepcopy(data)
    defaulted(schema_of(facts), data, False)
    assert data == before


@given(cases())
def test_what_is_defaulted_is_not_changed_again(case: tuple[Facts, dict[str, Any]]) -> None:
    facts, data = case
    schema = schema_of(facts)
    once = defaulted(schema, data, False)
    assert defaulted(schema, once, False) is once


def crd(folder: str, plural: str) -> dict[str, Any]:
    """Return the version v1 of a CRD of the Gateway API, as its file has it."""
    if not CRDS.is_dir():
        pytest.skip(f"needs the CRDs in {CRDS}, and there is no such folder")
    (file,) = (CRDS / folder).glob(f"*_{plural}.yaml")
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def schema(folder: str, plural: str) -> Schema:
    return FactsReader({}).kind(crd_facts(crd(folder, plural))).versions["v1"].schema


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_route_gets_the_defaults_of_the_gateway_api(folder: str) -> None:
    route = {
        "spec": {
            "parentRefs": [{"name": "public"}],
            "rules": [
                {"backendRefs": [{"name": "app", "port": 80}], "filters": [{"type": "RequestRedirect"}]},
                {"matches": [{"headers": [{"name": "a", "value": "b"}]}], "filters": [{"requestRedirect": {}}]},
            ],
        }
    }
    prefix = {"path": {"type": "PathPrefix", "value": "/"}}
    assert defaulted(schema(folder, "httproutes"), route, False) == {
        "spec": {
            "parentRefs": [{"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "public"}],
            "rules": [
                {
                    "backendRefs": [{"group": "", "kind": "Service", "name": "app", "port": 80, "weight": 1}],
                    "filters": [{"type": "RequestRedirect"}],
                    "matches": [prefix],
                },
                {
                    "matches": [{"headers": [{"name": "a", "type": "Exact", "value": "b"}], **prefix}],
                    "filters": [{"requestRedirect": {"statusCode": 302}}],
                },
            ],
        }
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_listener_gets_the_defaults_of_the_gateway_api(folder: str) -> None:
    gateway = {
        "spec": {
            "listeners": [
                {"name": "web", "port": 80},
                {"name": "tls", "allowedRoutes": {}, "tls": {"certificateRefs": [{"name": "web"}]}},
            ]
        }
    }
    same = {"namespaces": {"from": "Same"}}
    reference = {"group": "", "kind": "Secret", "name": "web"}
    result = defaulted(schema(folder, "gateways"), gateway, False)
    assert result["spec"]["listeners"] == [
        {"name": "web", "port": 80, "allowedRoutes": same},
        {"name": "tls", "allowedRoutes": same, "tls": {"mode": "Terminate", "certificateRefs": [reference]}},
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_needs_no_default_is_shared_with_the_object(folder: str) -> None:
    rules: list[dict[str, Any]] = [{"name": "a"}, {"matches": []}]
    route: dict[str, Any] = {"metadata": {"name": "a"}, "spec": {"hostnames": ["a.example"], "rules": rules}}
    result = defaulted(schema(folder, "httproutes"), route, False)
    assert result is not route
    assert result["metadata"] is route["metadata"]
    assert result["spec"]["hostnames"] is route["spec"]["hostnames"]
    assert result["spec"]["rules"][1] is rules[1]
    assert result["spec"]["rules"][0] is not rules[0]


def test_a_default_is_one_object_for_all() -> None:
    schema = Schema(type="object", properties={"a": Schema(type="object", has_default=True, default={"b": "x"})})
    assert defaulted(schema, {}, False)["a"] is defaulted(schema, {}, False)["a"]


def test_a_default_is_filled_further() -> None:
    inner = Schema(type="string", has_default=True, default="x")
    outer = Schema(type="object", properties={"b": inner}, has_default=True, default={})
    assert defaulted(Schema(type="object", properties={"a": outer}), {}, False) == {"a": {"b": "x"}}


def test_a_null_of_a_nullable_field_stays() -> None:
    field = Schema(type="string", nullable=True, has_default=True, default="x")
    assert defaulted(Schema(type="object", properties={"a": field}), {"a": None}, False) == {"a": None}


@pytest.mark.parametrize(("built_in", "entries"), [(False, {}), (True, {"a": ""})])
def test_a_null_in_a_map_of_texts_is_an_empty_text_in_a_built_in_kind_only(
    built_in: bool, entries: Mapping[str, str]
) -> None:
    data = Schema(type="object", additional=TEXT)
    config_map = Schema(type="object", properties={"data": data, "immutable": Schema(type="boolean")})
    assert defaulted(config_map, {"data": {"a": None}, "immutable": None}, built_in) == {"data": entries}


def test_a_null_in_a_map_of_other_values_is_absent_in_a_built_in_kind_too() -> None:
    limits = Schema(type="object", properties={"limits": Schema(type="object", additional=Schema(type="integer"))})
    assert defaulted(limits, {"limits": {"cpu": None, "memory": 1}}, True) == {"limits": {"memory": 1}}


@pytest.mark.parametrize(
    ("built_in", "list_type", "item"), [(True, "atomic", {"to": "x"}), (True, "map", None), (False, "atomic", None)]
)
def test_a_null_in_an_atomic_list_of_objects_is_an_empty_object_in_a_built_in_kind_only(
    built_in: bool, list_type: str, item: object
) -> None:
    """The rule that allows all traffic is often written as '-' alone in a NetworkPolicy."""
    text = Schema(type="string", has_default=True, default="x")
    rules = Schema(type="array", items=Schema(type="object", properties={"to": text}), list_type=list_type)
    schema = Schema(type="object", properties={"egress": rules})
    assert defaulted(schema, {"egress": [None]}, built_in) == {"egress": [item]}


def test_nulls_of_the_metadata_are_absent_and_those_of_labels_are_empty() -> None:
    data = {"metadata": {"name": "a", "namespace": None, "labels": {"app": None}, "creationTimestamp": None}}
    result = defaulted(Schema(type="object"), data, False)
    assert result == {"metadata": {"name": "a", "labels": {"app": ""}}}


@pytest.mark.parametrize("metadata", [None, [], "text", {"labels": None}, {"labels": []}])
def test_metadata_of_the_wrong_type_is_left_to_its_check(metadata: object) -> None:
    result = defaulted(Schema(type="object"), {"metadata": metadata}, False)
    assert result == {"metadata": {} if metadata == {"labels": None} else metadata}


@pytest.mark.parametrize("value", [None, [], "text", 1, {"b": 1}, [None], [["x"]]], ids=repr)
def test_values_of_the_wrong_type_are_left_to_the_check_of_the_structure(value: object) -> None:
    inner = Schema(type="object", properties={"b": Schema(type="array", items=TEXT, has_default=True, default=["x"])})
    schemas = Schema(type="object", properties={"a": inner, "c": Schema(type="array", items=inner)})
    result = defaulted(schemas, {"a": value, "c": value}, False)
    assert result == ({} if value is None else {"a": value, "c": value})
