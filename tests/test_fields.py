"""Every field of every imported spec can be set: by an argument of a construct, or else by merge_patch for a reason.

The arguments that there are show in the charts of tests/snapshots, which use each of them. That merge_patch reaches
every field is shown in tests/test_typed_imports.py.
"""

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from constructs_lib import Platform
from constructs_lib.typed import generated_name
from tests.fields_without_arguments import FIELDS_WITHOUT_ARGUMENTS
from tests.snapshots.families import FAMILIES
from tests.test_typed_imports import KIND_VERSIONS, l1_class

import cdk8s
import pytest
import yaml

KINDS_IMPORTED = [(group, kind) for group, kind, _ in KIND_VERSIONS]


def fields(hint: Any, path: str) -> Iterator[str]:
    """Yield the path of each leaf below a type hint of a generated class, in the generator's spelling of names."""
    options = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    structs = [option for option in options if hasattr(option, "__jsii_name_mapping__")]
    if structs:
        hints = typing.get_type_hints(structs[0].__init__)
        for name, jsii_name in structs[0].__jsii_name_mapping__.items():
            yield from fields(hints[name], f"{path}.{jsii_name}")
    elif isinstance(origin := typing.get_origin(options[0]), type) and issubclass(origin, Sequence):
        yield from fields(typing.get_args(options[0])[0], f"{path}[]")
    else:
        yield path


def fields_of(group: str, kind: str) -> set[str]:
    """Return the path of each field that a generated class has in its spec."""
    hint = typing.get_type_hints(l1_class(group, kind).__dict__["__init__"])["spec"]
    return set(fields(hint, "spec"))


def written(value: Any, path: str) -> Iterator[str]:
    """Yield the path of each value in a manifest, and of everything above it."""
    yield path
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from written(item, f"{path}.{generated_name(name)}")
    elif isinstance(value, list):
        for item in value:
            yield from written(item, f"{path}[]")


@pytest.fixture(scope="module")
def set_by_arguments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return, for each kind, the paths that the charts of tests/snapshots write."""
    root = tmp_path_factory.mktemp("families")
    found: dict[str, set[str]] = {}
    for name, define in FAMILIES.items():
        app = Platform(root=root / name)
        define(cdk8s.Chart(app, "chart"))
        app.synth()
        for file in sorted((root / name / "dist").rglob("*.yaml")):
            for manifest in yaml.safe_load_all(file.read_text(encoding="utf-8")):
                found.setdefault(manifest["kind"], set()).update(written(manifest.get("spec"), "spec"))
    return found


@pytest.mark.parametrize(("group", "kind"), KINDS_IMPORTED, ids=[kind for _, kind in KINDS_IMPORTED])
def test_every_field_has_an_argument_or_a_reason_for_having_none(
    set_by_arguments: dict[str, set[str]], group: str, kind: str
) -> None:
    """Oracle: the generated classes."""
    every = fields_of(group, kind)
    assert every
    missing = every - set_by_arguments.get(kind, set())
    reasons = FIELDS_WITHOUT_ARGUMENTS.get(kind, {})
    explained = {path for path in missing if any(is_below(path, prefix) for prefix in reasons)}
    assert sorted(missing - explained) == []
    assert [prefix for prefix in reasons if not any(is_below(path, prefix) for path in missing)] == []


def is_below(path: str, prefix: str) -> bool:
    """Tell whether a path is that of a field or of one below it."""
    return path == prefix or path.startswith((f"{prefix}.", f"{prefix}["))


def test_only_imported_kinds_have_fields_without_arguments() -> None:
    assert {kind for _, kind in KINDS_IMPORTED} >= FIELDS_WITHOUT_ARGUMENTS.keys()
    assert all(reason for reasons in FIELDS_WITHOUT_ARGUMENTS.values() for reason in reasons.values())
