"""SchemaStore: the kinds of each target, and those of further CRDs."""

from pathlib import Path
from typing import Any

from preflight import field_path
from preflight.admission.schemas import SchemaStore
from preflight.cluster import TARGETS, ClusterFacts
from preflight.field_path import FieldPath
from preflight.finding import Finding, ResourceKey, Source, UnreadableError
from preflight.snapshot import Manifest
from tests.preflight.admission.crds import changed, crd
from tools.imports import SCHEMA_KINDS

import pytest
import yaml

GATEWAY_API = "gateway.networking.k8s.io"
LATER = {(GATEWAY_API, kind) for kind in ("ListenerSet", "TCPRoute", "UDPRoute")}
"""Kinds that Gateway API v1.4.1 does not have in the channel that Cilium 1.19 asks for."""


class Place:
    """Where a manifest was read: the line is the length of the path."""

    def source(self, path: FieldPath) -> Source:
        return Source("crds.yaml", len(path), 1)


def store(**facts: Any) -> SchemaStore:
    return SchemaStore(ClusterFacts(**facts))


def unreadable(path: Path) -> Finding:
    """Return the finding with which a file of CRDs is refused."""
    with pytest.raises(UnreadableError) as caught:
        store(crds=(path,))
    return caught.value.finding


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of CRDs: it also has another object."""
    path = tmp_path / "crds.yaml"
    objects = [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a"}}, crd(a={"type": "string"})]
    path.write_text(yaml.safe_dump_all(objects), encoding="utf-8")
    return path


@pytest.mark.parametrize("target", TARGETS)
def test_each_kind_of_a_target_is_there(target: str) -> None:
    found = store(cilium=target)
    crds = {key for key in found.kinds() if "." in key[0] and not built_in(found, *key)}
    assert crds == (SCHEMA_KINDS if target == "1.20" else SCHEMA_KINDS - LATER)
    assert {("", "Service"), ("apps", "Deployment"), ("batch", "CronJob")} < set(found.kinds())


def built_in(found: SchemaStore, group: str, kind: str) -> bool:
    entry = found.kind(group, kind)
    assert entry is not None
    assert (entry.group, entry.kind) == (group, kind)
    return entry.built_in


def test_the_targets_have_their_own_versions() -> None:
    new, old = (store(cilium=target).kind(GATEWAY_API, "TLSRoute") for target in TARGETS)
    assert new is not None
    assert old is not None
    assert [(version.name, version.served) for version in new.versions.values()] == [
        ("v1", True),
        ("v1alpha2", False),
        ("v1alpha3", False),
    ]
    assert [(version.name, version.served) for version in old.versions.values()] == [
        ("v1alpha2", True),
        ("v1alpha3", True),
    ]


def test_the_default_target_is_that_of_the_facts() -> None:
    assert SchemaStore(ClusterFacts()).kinds() == store(cilium=TARGETS[0]).kinds()


def test_the_kinds_are_in_order() -> None:
    assert store().kinds() == sorted(store().kinds())


def test_the_kinds_are_put_in_order_once() -> None:
    found = store()
    found.kind("a.example", "A")
    assert found.kinds() is found.kinds()
    assert found.with_crds([Manifest(data=crd())]).kinds() == sorted([*found.kinds(), ("a.example", "A")])


def test_a_kind_is_read_once() -> None:
    found = store()
    assert found.kind(GATEWAY_API, "HTTPRoute") is found.kind(GATEWAY_API, "HTTPRoute")


@pytest.mark.parametrize(
    ("group", "kind"), [("a.example", "A"), ("", "HTTPRoute"), (GATEWAY_API, "httproute"), ("", "")]
)
def test_an_unknown_kind_has_no_schema(group: str, kind: str) -> None:
    found = store()
    assert found.kind(group, kind) is None
    assert (group, kind) not in found.kinds()


def test_crds_of_a_file_add_kinds(file: Path) -> None:
    found = store(crds=(file,))
    entry = found.kind("a.example", "A")
    assert entry is not None
    assert entry.versions["v1"].schema.properties["a"].type == "string"
    assert set(found.kinds()) - set(store().kinds()) == {("a.example", "A")}


def test_a_crd_replaces_the_bundled_one(file: Path) -> None:
    whole = changed("spec.group", "cilium.io")
    whole["spec"]["names"]["kind"] = "CiliumEnvoyConfig"
    file.write_text(yaml.safe_dump(whole), encoding="utf-8")
    found = store(crds=(file,))
    entry = found.kind("cilium.io", "CiliumEnvoyConfig")
    assert entry is not None
    assert list(entry.versions) == ["v1"]
    assert found.kinds() == store().kinds()


def test_a_crd_that_the_api_server_would_refuse_is_refused_with_its_place(file: Path) -> None:
    file.write_text(yaml.safe_dump(changed("spec.scope", "cluster"), sort_keys=False), encoding="utf-8")
    finding = unreadable(file)
    assert (finding.code, field_path.text(finding.path)) == ("GH002", "spec.scope")
    assert finding.reason == "'cluster' is not 'Cluster' or 'Namespaced'."
    assert finding.resource == ResourceKey("apiextensions.k8s.io", "CustomResourceDefinition", None, "as.a.example")
    assert finding.source is not None
    assert (Path(finding.source.file).name, finding.source.line) == ("crds.yaml", 10)


def test_a_file_without_crds_is_refused(file: Path) -> None:
    file.write_text("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n", encoding="utf-8")
    finding = unreadable(file)
    assert (finding.code, finding.path) == ("GH002", ())
    assert finding.source is not None
    assert (finding.source.file, finding.reason) == (str(file), "It has no CustomResourceDefinition.")
    assert finding.fix == "Name a file or folder that has one."


def test_a_file_that_cannot_be_read_is_refused(file: Path) -> None:
    file.write_text("a: [", encoding="utf-8")
    finding = unreadable(file)
    assert finding.code == "GH002"
    assert finding.source is not None
    assert finding.source.file == str(file)


def test_crds_of_the_input_add_kinds_to_a_new_store() -> None:
    one = store()
    other = one.with_crds([Manifest(data=crd(a={"type": "string"})), Manifest(data={"kind": "Namespace"})])
    assert other.kind("a.example", "A") is not None
    assert one.kind("a.example", "A") is None
    assert set(other.kinds()) - set(one.kinds()) == {("a.example", "A")}


def test_crds_of_the_input_come_before_those_that_were_given(file: Path) -> None:
    found = store(crds=(file,)).with_crds([Manifest(data=crd(b={"type": "integer"}))])
    entry = found.kind("a.example", "A")
    assert entry is not None
    assert list(entry.versions["v1"].schema.properties) == ["b"]


def test_a_broken_crd_of_the_input_is_passed_over() -> None:
    broken = Manifest(data=changed("spec.versions", []), origin=Place())
    found = store().with_crds([broken, Manifest(data=crd())])
    assert found.kind("a.example", "A") is not None
    assert store().with_crds([broken]).kinds() == store().kinds()
