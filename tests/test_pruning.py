"""What is kept of the large CRDs: the classes have these fields and no others, and a CRD that differs is refused."""

import importlib
import typing
from collections.abc import Callable
from typing import Any

from constructs_lib.typed import generated_name
from tests.conftest import Crds, schema_of
from tests.test_typed_imports import KIND_VERSIONS, MODULES
from tools import pruning
from tools.imports import KINDS
from tools.pruning import KEPT, Fields, PruningError, object_at, pruned

import pytest

GROUPS = {kind: group for group, kinds in KINDS.items() for kind in kinds}
SCHEMA: dict[str, Any] = {
    "properties": {
        "spec": {
            "required": ["source"],
            "oneOf": [{"required": ["source"]}, {"required": ["sources"]}],
            "properties": {
                "source": {"properties": {"path": {"type": "string"}, "chart": {"type": "string"}}},
                "sources": {"type": "array", "items": {"properties": {"path": {}, "chart": {}}}},
            },
        },
        "status": {"type": "object"},
    },
}


def failure(call: Callable[[], object]) -> str:
    """Return the text of the PruningError that a call raises."""
    with pytest.raises(PruningError) as caught:
        call()
    return str(caught.value)


def keep(monkeypatch: pytest.MonkeyPatch, fields: Fields) -> None:
    """Keep these fields of the kind A."""
    monkeypatch.setattr(pruning, "KEPT", {"A": fields})


def test_the_kinds_are_those_that_classes_are_generated_for() -> None:
    assert len(GROUPS) == sum(map(len, KINDS.values()))
    assert KEPT.keys() <= GROUPS.keys()


def struct(hint: Any) -> Any:
    """Return the generated struct in the type hint of a field, an item of a list, or an optional one."""
    if hasattr(hint, "__jsii_name_mapping__"):
        return hint
    found = [inner for inner in map(struct, typing.get_args(hint)) if inner is not None]
    return found[0] if found else None


def generated_fields(kind: str, path: str) -> set[str]:
    """Return the names in jsii of the fields of the generated struct at a path."""
    place = getattr(importlib.import_module(MODULES[GROUPS[kind]]), f"{kind}Props")
    for part in path.split(".") if path else ():
        (name,) = (
            name
            for name, jsii_name in place.__jsii_name_mapping__.items()
            if jsii_name == generated_name(part.removesuffix("[]"))
        )
        place = struct(typing.get_type_hints(place.__init__)[name])
    return set(place.__jsii_name_mapping__.values())


@pytest.mark.parametrize(
    ("kind", "path", "fields"),
    [(kind, path, fields) for kind, objects in KEPT.items() for path, fields in objects.items()],
    ids=[f"{kind} {path}" for kind, objects in KEPT.items() for path in objects],
)
def test_the_generated_class_has_the_fields_kept_and_no_others(kind: str, path: str, fields: tuple[str, ...]) -> None:
    """Oracle: the names that jsii gives in the generated module."""
    assert generated_fields(kind, path) == {generated_name(field) for field in fields}


@pytest.mark.parametrize("kind", KEPT)
def test_each_object_that_is_pruned_loses_a_field(crds: Crds, kind: str) -> None:
    """Oracle: the CRD. An entry that keeps everything would say nothing."""
    whole = schema_of(crds[kind], KINDS[GROUPS[kind]][kind])
    kept = pruned(kind, whole)
    assert [
        path
        for path in KEPT[kind]
        if path and object_at(kept, path)["properties"] == object_at(whole, path)["properties"]
    ] == []


@pytest.mark.parametrize(("kind", "version"), [row[1:] for row in KIND_VERSIONS])
def test_no_field_that_is_kept_takes_a_number_or_a_string(crds: Crds, kind: str, version: str) -> None:
    """Oracle: the CRD. The generator makes a class of its own of such a field, and no construct can set it."""
    spec = object_at(pruned(kind, schema_of(crds[kind], version)), "spec")
    assert "'x-kubernetes-int-or-string': True" not in repr(spec)


def test_a_kind_without_an_entry_is_kept_whole() -> None:
    assert pruned("Unlisted", SCHEMA) == SCHEMA


def test_the_fields_kept_are_all_that_is_left_and_the_schema_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(monkeypatch, {"": ("spec",), "spec": ("source", "sources"), "spec.sources[]": ("path",)})
    left = pruned("A", SCHEMA)
    assert left["properties"].keys() == {"spec"}
    assert object_at(left, "spec")["required"] == ["source"]
    assert object_at(left, "spec.source") == object_at(SCHEMA, "spec.source")
    assert object_at(left, "spec.sources[]") == {"properties": {"path": {}}}
    assert object_at(SCHEMA, "spec.sources[]") == {"properties": {"path": {}, "chart": {}}}


@pytest.mark.parametrize(
    ("path", "fields", "text"),
    [
        ("", ("spec", "specs"), "the CRD has no field specs at its root"),
        ("spec.source", ("path", "ref", "name"), "the CRD has no field ref, name at spec.source"),
        ("spec.sauce", ("path",), "the CRD has no field sauce on the way to spec.sauce"),
        ("spec.sauce[].helm", ("path",), "the CRD has no field sauce on the way to spec.sauce[].helm"),
        ("spec.sources", ("path",), "the CRD has no field path at spec.sources"),
        ("spec.source[]", ("path",), "the CRD has no field path at spec.source[]"),
        ("spec", ("sources",), "the CRD requires source at spec, which is not kept"),
    ],
)
def test_a_crd_that_differs_is_refused(
    monkeypatch: pytest.MonkeyPatch, path: str, fields: tuple[str, ...], text: str
) -> None:
    keep(monkeypatch, {path: fields})
    assert failure(lambda: pruned("A", SCHEMA)) == text
