"""Where the CRDs of `make imports` come from, and what is refused there."""

from pathlib import Path

from tests.crd_files import crd, failure
from tools import crd_sources
from tools.crd_sources import Crd, Source, crd_documents, local_files, pinned_sources, read_crds
from tools.imports import ROOT

import pytest
import yaml

RELEASE = "https://github.com/cert-manager/cert-manager/releases/download/v1.21.1/cert-manager.crds.yaml"
RAW = "https://raw.githubusercontent.com/cilium/cilium/v1.20.0/pkg/k8s/crds.yaml"


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
    assert [source.url for source in pinned_sources(config)] == [RAW, RELEASE]
    assert {source.version for source in pinned_sources(ROOT / "cdk8s.yaml")} == {
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
    assert failure(lambda: pinned_sources(config)) == expected


def test_local_files_are_the_yaml_files_of_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("cilium-v1.20.0/b.yaml", "cilium-v1.20.0/a.yaml", "cilium-v1.19.0/c.yaml", "cilium-v1.20.0/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = list(local_files(tmp_path, "cilium-v1.20.0"))
    assert [text for _, text in found] == ["cilium-v1.20.0/a.yaml", "cilium-v1.20.0/b.yaml"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert failure(lambda: list(local_files(tmp_path, "cilium-v1.20.0"))) == (
        f"{tmp_path / 'cilium-v1.20.0'}: no *.yaml files there; cilium-v1.20.0 is pinned, so CRDS needs a folder of "
        "that name"
    )


def test_the_crds_of_each_version_are_read_from_its_folder(tmp_path: Path) -> None:
    for name, kind in (("cilium-v1.20.0", "A"), ("cert-manager-v1.21.1", "B"), ("cilium-v1.19.0", "C")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(yaml.safe_dump(crd("a.example", kind, "v1")), encoding="utf-8")
    found = read_crds([Source.parse(RAW), Source.parse(RELEASE), Source.parse(RAW)], tmp_path)
    assert {folder: [crd.key for crd in crds] for folder, crds in found.items()} == {
        "cert-manager-v1.21.1": [("a.example", "B")],
        "cilium-v1.20.0": [("a.example", "A")],
    }
    assert found["cilium-v1.20.0"][0].origin == str(tmp_path / "cilium-v1.20.0" / "a.yaml")


def test_each_url_is_fetched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []

    def fetch(url: str) -> str:
        fetched.append(url)
        return yaml.safe_dump(crd("a.example", "A", "v1"))

    monkeypatch.setattr(crd_sources, "fetch", fetch)
    other = RAW.replace("crds.yaml", "more.yaml")
    found = read_crds([Source.parse(url) for url in (RAW, RELEASE, RAW, other)], None)
    assert fetched == [RAW, RELEASE, other]
    assert [crd.origin for crd in found["cilium-v1.20.0"]] == [RAW, other]
    assert [crd.origin for crd in found["cert-manager-v1.21.1"]] == [RELEASE]


def test_only_crds_are_taken_from_a_stream() -> None:
    stream = yaml.safe_dump_all([{"kind": "Namespace"}, crd("a.example", "A", "v1"), None, ["a"]])
    assert crd_documents("a.yaml", stream) == [Crd("a.yaml", crd("a.example", "A", "v1"))]


def test_a_yaml_alias_is_refused() -> None:
    assert failure(lambda: crd_documents("a.yaml", "a: &b {}\nc: *b\n")) == (
        "a.yaml: contains a YAML alias; a CRD has none, check where the file comes from"
    )


def test_what_is_not_yaml_is_refused() -> None:
    assert failure(lambda: crd_documents("a.yaml", "a: [")).startswith("a.yaml: not YAML: while parsing a flow")
