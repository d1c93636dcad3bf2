"""`make imports`: what it keeps of the CRDs for the typed classes, and what it refuses."""

import sys
from pathlib import Path
from typing import Any

from tests.crd_files import crd, failure
from tools import imports, pruning
from tools.crd_sources import Crd
from tools.imports import IMPORTS, KINDS

import pytest


@pytest.fixture
def whole_crds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take CRDs without the fields that tools/pruning.py keeps of the real ones."""
    monkeypatch.setattr(pruning, "KEPT", {})


def every_crd() -> list[Crd]:
    kinds = [(group, kind, version) for group, kinds in KINDS.items() for kind, version in kinds.items()]
    return [Crd("a.yaml", crd(group, kind, version)) for group, kind, version in kinds]


def test_of_a_crd_the_names_the_scope_and_one_schema_are_kept() -> None:
    found = imports.reduced(crd("a.example", "A", "v1beta1", "v1", type="object", description="text"), "v1")
    schema = {"openAPIV3Schema": {"type": "object"}}
    assert found == {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": "as.a.example"},
        "spec": {
            "group": "a.example",
            "names": {"kind": "A", "plural": "as"},
            "scope": "Cluster",
            "versions": [{"name": "v1", "schema": schema, "served": True, "storage": True}],
        },
    }


def test_a_missing_version_is_refused() -> None:
    assert failure(lambda: imports.reduced(crd("a.example", "A", "v1beta1", "v1alpha1"), "v1")) == (
        "CustomResourceDefinition as.a.example: has the versions v1alpha1, v1beta1, not v1; change KINDS in "
        "tools/imports.py or the pinned source in cdk8s.yaml"
    )


def test_a_crd_without_a_field_that_is_kept_is_refused() -> None:
    left: dict[str, Any] = {"properties": {"spec": {"properties": {"acme": {}, "ca": {}}}}}
    assert failure(lambda: imports.reduced(crd("cert-manager.io", "Issuer", "v1", **left), "v1")) == (
        "CustomResourceDefinition issuers.cert-manager.io: the CRD has no field selfSigned at spec; change KEPT in "
        "tools/pruning.py"
    )


@pytest.mark.usefixtures("whole_crds")
def test_the_wanted_crds_are_sorted_by_group_and_kind() -> None:
    found = imports.by_group([*reversed(every_crd()), Crd("a.yaml", crd("cilium.io", "CiliumEnvoyConfig", "v2"))])
    kinds = {group: [entry["spec"]["names"]["kind"] for entry in entries] for group, entries in found.items()}
    assert kinds == {group: sorted(entries) for group, entries in KINDS.items()}


@pytest.mark.usefixtures("whole_crds")
def test_missing_kinds_are_refused() -> None:
    left = [entry for entry in every_crd() if entry.key[1] not in ("Gateway", "Issuer")]
    assert failure(lambda: imports.by_group(left)) == (
        "cdk8s.yaml: imports: no source has Issuer.cert-manager.io, Gateway.gateway.networking.k8s.io; add its URL "
        "there"
    )


@pytest.mark.usefixtures("whole_crds")
def test_a_kind_from_two_sources_is_refused() -> None:
    crds = [*every_crd(), Crd("b.yaml", every_crd()[0].content)]
    assert failure(lambda: imports.by_group(crds)) == (
        "b.yaml: AppProject of argoproj.io comes from two sources; leave one in cdk8s.yaml"
    )


def test_descriptions_are_dropped_and_properties_of_that_name_are_kept() -> None:
    schema = {
        "description": "text",
        "properties": {
            "description": {"description": "text", "type": "string"},
            "properties": {"properties": {"description": {"type": "string", "description": "text"}}},
            "list": {"items": [{"description": "text", "type": "string"}]},
        },
    }
    assert imports.without_prose(schema) == {
        "properties": {
            "description": {"type": "string"},
            "properties": {"properties": {"description": {"type": "string"}}},
            "list": {"items": [{"type": "string"}]},
        }
    }


def test_imports_take_the_files_generated_and_lose_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    current, generated = tmp_path / "imports", tmp_path / "generated"
    files = {
        current: {"same": "1", "old": "1", "io/gone": "1", "__pycache__/code": "1"},
        generated: {"same": "1", "old": "2", "io/new": "1"},
    }
    for folder, contents in files.items():
        for name, text in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    before = (current / "same").stat().st_mtime_ns
    monkeypatch.setattr(imports, "IMPORTS", current)
    imports.replace_imports(generated)
    left = {
        str(path.relative_to(current)): path.read_text(encoding="utf-8")
        for path in current.rglob("*")
        if path.is_file()
    }
    assert left == {"same": "1", "old": "2", "io/new": "1", "__pycache__/code": "1"}
    assert (current / "same").stat().st_mtime_ns == before


def test_a_failure_is_said_on_standard_error_with_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["imports", "--crds", str(tmp_path)])
    before = {path: path.stat().st_mtime_ns for path in IMPORTS.rglob("*")}
    assert imports.main() == 2
    assert capsys.readouterr().err.startswith(f"error: {tmp_path}/argo-cd-v3.5.1: no *.yaml files there;")
    assert {path: path.stat().st_mtime_ns for path in IMPORTS.rglob("*")} == before
