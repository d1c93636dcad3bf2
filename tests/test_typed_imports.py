"""Every field and value of every generated class is found by its name in the API.

Two oracles: the generator, which writes the API's name beside each field and value, and the CRDs themselves, reduced
to the fields that the classes are generated for (tests/test_pruning.py has what these are).
"""

import ast
import enum
import importlib
import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any

from constructs_lib.typed import converter, enum_member_name, generated_name, typed_props
from tests.conftest import Crds, refusal, schema_of
from tools.imports import KINDS
from tools.pruning import pruned

import cdk8s
import jsii
import pytest

MODULES = {
    "argoproj.io": "imports.io.argoproj",
    "cert-manager.io": "imports.io.cert_manager",
    "cilium.io": "imports.io.cilium",
    "gateway.networking.k8s.io": "imports.io.k8s.networking.gateway",
}
API_NAME = re.compile(r"^\s*:schema: \w+#(\S+)$", re.MULTILINE)
KIND_VERSIONS = [(group, kind, version) for group, kinds in KINDS.items() for kind, version in kinds.items()]
by_module = pytest.mark.parametrize("module", MODULES.values())
by_kind = pytest.mark.parametrize(
    ("group", "kind", "version"), KIND_VERSIONS, ids=[kind for _, kind, _ in KIND_VERSIONS]
)


def classes(module: str) -> list[Any]:
    """Return the classes that a generated module defines."""
    return [
        value for value in vars(importlib.import_module(module)).values() if getattr(value, "__module__", "") == module
    ]


def l1_class(group: str, kind: str) -> Any:
    """Return the generated class of a kind."""
    (found,) = (cls for cls in classes(MODULES[group]) if cls.__name__.lower() == kind.lower())
    assert issubclass(found, cdk8s.ApiObject)
    return found


@by_module
def test_the_api_name_of_each_field_finds_that_field_and_no_other(module: str) -> None:
    """Oracle: the line `:schema: Class#apiName` that the generator writes for each property."""
    structs = [cls for cls in classes(module) if hasattr(cls, "__jsii_name_mapping__")]
    checked = 0
    for struct in structs:
        names = struct.__jsii_name_mapping__
        assert len(set(names.values())) == len(names), struct
        for python_name, jsii_name in names.items():
            (api_name,) = API_NAME.findall(inspect.getattr_static(struct, python_name).fget.__doc__)
            assert jsii_name in (api_name, generated_name(api_name)), (struct, api_name)
            assert api_name not in names.values() or api_name == jsii_name, (struct, api_name)
            checked += 1
    assert len(structs) >= 48
    assert checked >= 120


def generated_values(module: str) -> Iterator[tuple[str, str, object]]:
    """Yield (class, member, API value) of each generated enum, from the text below each member."""
    source = inspect.getsource(importlib.import_module(module))
    for cls in ast.parse(source).body:
        if not isinstance(cls, ast.ClassDef) or [ast.unparse(base) for base in cls.bases] != ["enum.Enum"]:
            continue
        for member, text in zip(cls.body, cls.body[1:], strict=False):
            if isinstance(member, ast.Assign) and isinstance(text, ast.Expr):
                value = str(ast.literal_eval(text.value)).removesuffix(".")
                yield cls.name, ast.unparse(member.targets[0]), int(value) if value.isdigit() else value


@by_module
def test_the_api_value_of_each_enum_member_finds_that_member(module: str) -> None:
    """Oracle: the value that the generator writes below each member."""
    defined = importlib.import_module(module)
    listed = list(generated_values(module))
    assert len(listed) == sum(len(cls.__members__) for cls in classes(module) if isinstance(cls, enum.EnumMeta)) >= 4
    for cls, member, value in listed:
        assert enum_member_name(value) == member, (cls, value)
        assert converter(getattr(defined, cls))(value) is getattr(defined, cls)[member], (cls, value)


def sample(schema: Mapping[str, Any], number: int) -> Any:
    """Return a value with every field that a schema has; of the values of an enum, the one with this number."""
    if schema.get("enum"):
        return schema["enum"][number % len(schema["enum"])]
    if "properties" in schema:
        return {name: sample(field, number) for name, field in schema["properties"].items()}
    if isinstance(schema.get("additionalProperties"), Mapping):
        return {"a/Key_1": sample(schema["additionalProperties"], number)}
    if schema.get("type") == "array":
        return [sample(schema["items"], number)]
    return {"boolean": True, "integer": 7, "number": 7, "string": "text"}.get(
        schema.get("type", ""), {"any": ["thing"]}
    )


def spec_schema(crd: dict[str, Any], kind: str, version: str) -> dict[str, Any]:
    """Return the schema of a kind's spec with the fields that its class is generated for."""
    schema: dict[str, Any] = pruned(kind, schema_of(crd, version))["properties"]["spec"]
    return schema


def enum_sizes(schema: object) -> Iterator[int]:
    """Yield the number of values of each enum in a schema."""
    if isinstance(schema, Mapping):
        if isinstance(schema.get("enum"), list):
            yield len(schema["enum"])
        for value in schema.values():
            yield from enum_sizes(value)


def check_reaches_the_manifest(group: str, kind: str, version: str, spec: dict[str, Any]) -> None:
    """Assert that Node renders what went in."""
    l1 = l1_class(group, kind)
    rendered = jsii.sinvoke(l1, "manifest", [typed_props(l1, {"metadata": {"name": "a"}, "spec": spec})])
    assert rendered == {"apiVersion": f"{group}/{version}", "kind": kind, "metadata": {"name": "a"}, "spec": spec}


@by_kind
def test_every_field_of_the_crd_reaches_the_manifest(crds: Crds, group: str, kind: str, version: str) -> None:
    """Oracle: the CRD. An object with all its fields comes out of Node as it went in."""
    spec = sample(spec_schema(crds[kind], kind, version), 0)
    assert spec
    check_reaches_the_manifest(group, kind, version, spec)


@by_kind
def test_every_value_of_each_enum_of_the_crd_reaches_the_manifest(
    crds: Crds, group: str, kind: str, version: str
) -> None:
    """Oracle: the CRD, with each of its enum values in turn."""
    schema = spec_schema(crds[kind], kind, version)
    for number in range(max(enum_sizes(schema), default=1)):
        check_reaches_the_manifest(group, kind, version, sample(schema, number))


def objects(value: Any, schema: Mapping[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (path, object) for each object with named fields in a sample."""
    if "properties" in schema:
        yield path, value
        for name in value:
            yield from objects(value[name], schema["properties"][name], f"{path}.{name}")
    elif schema.get("type") == "array":
        yield from objects(value[0], schema["items"], f"{path}[0]")


@by_kind
def test_an_unknown_field_is_refused_wherever_the_crd_has_fields(
    crds: Crds, group: str, kind: str, version: str
) -> None:
    """Oracle: the CRD, at every depth."""
    schema = spec_schema(crds[kind], kind, version)
    spec = sample(schema, 0)
    places = list(objects(spec, schema, "spec"))
    for path, place in places:
        place["madeUp"] = 1
        text = refusal(lambda: typed_props(l1_class(group, kind), {"spec": spec}))
        assert text.startswith(f"{path}: the imported CRD has no field 'madeUp' here."), path
        del place["madeUp"]
    assert len(places) >= 1
