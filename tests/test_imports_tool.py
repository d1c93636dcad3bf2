"""`make imports`: what it keeps of the CRDs, what it refuses, and archives that are the same bytes everywhere."""

import gzip
import io
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools import imports, pruning
from tools.imports import IMPORTS, KINDS, ROOT, ImportsError, Source

import pytest
import yaml

RELEASE = "https://github.com/cert-manager/cert-manager/releases/download/v1.21.1/cert-manager.crds.yaml"
RAW = "https://raw.githubusercontent.com/cilium/cilium/v1.20.0/pkg/k8s/crds.yaml"


def failure(call: Callable[[], object]) -> str:
    """Return the text of the ImportsError that a call raises."""
    with pytest.raises(ImportsError) as caught:
        call()
    return str(caught.value)


def crd(group: str, kind: str, *versions: str, **schema: Any) -> dict[str, Any]:
    """Return a CustomResourceDefinition as a cluster has it."""
    entries = [{"name": version, "schema": {"openAPIV3Schema": schema}, "served": False} for version in versions]
    names = {"kind": kind, "plural": f"{kind.lower()}s", "shortNames": ["x"]}
    spec = {"group": group, "names": names, "scope": "Cluster", "versions": entries, "conversion": {}}
    return {"kind": "CustomResourceDefinition", "metadata": {"name": "x", "annotations": {"a": "b"}}, "spec": spec}


@pytest.fixture
def whole_crds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take CRDs without the fields that tools/pruning.py keeps of the real ones."""
    monkeypatch.setattr(pruning, "KEPT", {})


def every_crd() -> list[dict[str, Any]]:
    return [crd(group, kind, version) for group, kinds in KINDS.items() for kind, version in kinds.items()]


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        (RELEASE, "cert-manager-v1.21.1"),
        (RAW, "cilium-v1.20.0"),
        ("https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.6.1/a.yaml", "gateway-api-v1.6.1"),
    ],
)
def test_a_source_names_its_project_and_version(url: str, folder: str) -> None:
    source = Source.parse(url)
    assert source.folder == folder
    assert source.url == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "crds.yaml",
        "http://github.com/cilium/cilium/releases/download/v1.20.0/crds.yaml",
        "https://example.com/cilium/cilium/v1.20.0/crds.yaml",
        "https://raw.githubusercontent.com/cilium/cilium/main/crds.yaml",
        "https://github.com/cilium/cilium/blob/v1.20.0/crds.yaml",
        "https://github.com/cilium/cilium/releases/latest/download/crds.yaml",
        "github:cilium/cilium@1.20.0",
    ],
)
def test_what_is_not_the_url_of_a_release_or_tag_is_refused(url: str) -> None:
    assert failure(lambda: Source.parse(url)) == (
        f"cdk8s.yaml: imports: {url!r} is not the URL of a file in a GitHub release or tag; write "
        "https://github.com/OWNER/PROJECT/releases/download/vX.Y.Z/FILE.yaml or "
        "https://raw.githubusercontent.com/OWNER/PROJECT/vX.Y.Z/PATH.yaml"
    )


def test_the_sources_are_those_of_cdk8s_yaml_in_its_order(tmp_path: Path) -> None:
    config = tmp_path / "cdk8s.yaml"
    config.write_text(f"imports:\n  - {RAW}\n  - {RELEASE}\n", encoding="utf-8")
    assert [source.url for source in imports.pinned_sources(config)] == [RAW, RELEASE]
    assert {source.version for source in imports.pinned_sources(ROOT / "cdk8s.yaml")} == {
        "v1.6.1",
        "v1.20.0",
        "v1.21.1",
        "v3.5.1",
    }


@pytest.mark.parametrize(
    ("text", "value"), [("language: python", "None"), ("imports: []", "[]"), ("imports: a", "'a'")]
)
def test_a_cdk8s_yaml_without_sources_is_refused(tmp_path: Path, text: str, value: str) -> None:
    config = tmp_path / "cdk8s.yaml"
    config.write_text(text, encoding="utf-8")
    expected = f"cdk8s.yaml: imports is {value}; list the URLs of the CRDs there"
    assert failure(lambda: imports.pinned_sources(config)) == expected


def test_local_files_are_those_of_the_pinned_versions(tmp_path: Path) -> None:
    for name in ("cilium-v1.20.0/b.yaml", "cilium-v1.20.0/a.yaml", "cilium-v1.19.0/c.yaml", "cilium-v1.20.0/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = list(imports.local_files(tmp_path, [Source.parse(RAW), Source.parse(RAW)]))
    assert [text for _, text in found] == ["cilium-v1.20.0/a.yaml", "cilium-v1.20.0/b.yaml"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert failure(lambda: list(imports.local_files(tmp_path, [Source.parse(RAW)]))) == (
        f"{tmp_path / 'cilium-v1.20.0'}: no *.yaml files there; cdk8s.yaml pins cilium-v1.20.0, so CRDS needs a folder "
        "of that name"
    )


def test_only_crds_are_taken_from_a_stream() -> None:
    stream = yaml.safe_dump_all([{"kind": "Namespace"}, crd("a.example", "A", "v1"), None, ["a"]])
    assert [entry["spec"]["group"] for entry in imports.crd_documents("a.yaml", stream)] == ["a.example"]


def test_a_yaml_alias_is_refused() -> None:
    assert failure(lambda: imports.crd_documents("a.yaml", "a: &b {}\nc: *b\n")) == (
        "a.yaml: contains a YAML alias; a CRD has none, check where the file comes from"
    )


def test_what_is_not_yaml_is_refused() -> None:
    assert failure(lambda: imports.crd_documents("a.yaml", "a: [")).startswith("a.yaml: not YAML: while parsing a flow")


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
    stream = yaml.safe_dump_all([*reversed(every_crd()), crd("cilium.io", "CiliumEnvoyConfig", "v2")])
    found = imports.by_group([("a.yaml", stream)])
    kinds = {group: [entry["spec"]["names"]["kind"] for entry in entries] for group, entries in found.items()}
    assert kinds == {group: sorted(entries) for group, entries in KINDS.items()}


@pytest.mark.usefixtures("whole_crds")
def test_missing_kinds_are_refused() -> None:
    left = [entry for entry in every_crd() if entry["spec"]["names"]["kind"] not in ("Gateway", "Issuer")]
    assert failure(lambda: imports.by_group([("a.yaml", yaml.safe_dump_all(left))])) == (
        "cdk8s.yaml: imports: no source has Issuer.cert-manager.io, Gateway.gateway.networking.k8s.io; add its URL "
        "there"
    )


@pytest.mark.usefixtures("whole_crds")
def test_a_kind_from_two_sources_is_refused() -> None:
    streams = [(name, yaml.safe_dump_all(every_crd()[:1])) for name in ("a.yaml", "b.yaml")]
    assert failure(lambda: imports.by_group(streams)) == (
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


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200000])
def test_stored_bytes_come_out_of_gzip_as_they_went_in(size: int) -> None:
    """Oracle: gzip."""
    data = bytes(number % 251 for number in range(size))
    assert gzip.decompress(imports.stored_gzip(data)) == data
    assert imports.stored_gzip(data) == imports.stored_gzip(data)


def archive(names: list[str], **attributes: Any) -> bytes:
    """Return a compressed archive with these files, and these facts of whoever made it."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as new:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(name)
            for attribute, value in attributes.items():
                setattr(member, attribute, value)
            new.addfile(member, io.BytesIO(name.encode()))
    return data.getvalue()


def test_an_archive_depends_on_its_files_only(tmp_path: Path) -> None:
    one, other = tmp_path / "one.tgz", tmp_path / "other.tgz"
    one.write_bytes(archive(["package/b", "package/a"], mtime=1, uid=1, uname="me", mode=0o600))
    other.write_bytes(archive(["package/a", "package/b"], mtime=2, uid=2, uname="you", mode=0o755))
    imports.normalise_archive(one)
    imports.normalise_archive(other)
    once = one.read_bytes()
    imports.normalise_archive(one)
    assert one.read_bytes() == once == other.read_bytes()
    with tarfile.open(one) as files:
        members = files.getmembers()
        contents = [extracted.read() for member in members if (extracted := files.extractfile(member))]
    assert [(member.name, member.mtime, member.uid, member.uname) for member in members] == [
        ("package/a", 0, 0, ""),
        ("package/b", 0, 0, ""),
    ]
    assert contents == [b"package/a", b"package/b"]


@pytest.mark.parametrize("committed", sorted(IMPORTS.rglob("*.tgz")), ids=lambda path: path.name)
def test_the_committed_archives_are_normalised(committed: Path, tmp_path: Path) -> None:
    copy = tmp_path / committed.name
    copy.write_bytes(committed.read_bytes())
    imports.normalise_archive(copy)
    assert copy.read_bytes() == committed.read_bytes()


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
