"""The cluster file: what each field means, and each refusal with its line."""

from pathlib import Path

from preflight.cluster import ClusterFacts, DeclaredService
from preflight.finding import UnreadableError
from preflight.reading.cluster_file import cluster_facts
from preflight.reading.files import read
from preflight.report.text import findings_text

import pytest

FIELDS = (
    "'cilium', 'gatewayAPI', 'certManager', 'argoCD', 'crds', 'nodes', 'networks', 'gatewayClasses', 'gateways', "
    "'namespaces', 'services', 'secrets', 'configMaps', 'issuers' and 'clusterIssuers'"
)


def facts(folder: Path, text: str) -> ClusterFacts:
    """Return the facts of a cluster file with this text."""
    file = folder / "cluster.yaml"
    file.write_text(text, encoding="utf-8")
    return cluster_facts(file)


def refusal(folder: Path, text: str) -> str:
    """Return what is said of a cluster file with this text."""
    with pytest.raises(UnreadableError) as caught:
        facts(folder, text)
    return findings_text([caught.value.finding])


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n", "cilium: {}\n", "crds: []\n"])
def test_what_is_not_said_has_its_default(tmp_path: Path, text: str) -> None:
    assert facts(tmp_path, text) == ClusterFacts()


@pytest.mark.parametrize(
    ("version", "target", "patch"),
    [("1.20", "1.20", None), ("1.20.0", "1.20", 0), ("1.19", "1.19", None), ("v1.19.16", "1.19", 16)],
)
def test_a_version_of_cilium_is_one_of_the_targets(
    tmp_path: Path, version: str, target: str, patch: int | None
) -> None:
    found = facts(tmp_path, f"cilium: {{version: '{version}'}}\n")
    assert (found.cilium, found.cilium_patch) == (target, patch)


def test_crds_are_relative_to_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "cluster"
    (folder / "more").mkdir(parents=True)
    (tmp_path / "a.yaml").touch()
    assert facts(folder, f"crds:\n- more\n- ../a.yaml\n- {tmp_path}/a.yaml\n").crds == (
        folder / "more",
        folder / "../a.yaml",
        tmp_path / "a.yaml",
    )


@pytest.mark.parametrize("path", ["more", "cluster.yaml/more", '"a\\0b"'])
def test_a_path_of_crds_that_is_not_there_is_said_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").touch()
    shown = path.replace('"', "").replace("\\0", "\\x00")
    assert refusal(Path(), f"crds:\n- a.yaml\n- {path}\n") == (
        f"cluster.yaml:3:3: error GH002: crds[1]: There is no file or folder '{shown}'.\n  fix: Mend the path."
    )


def test_a_path_of_crds_that_leads_to_itself_is_left_to_its_reading(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert facts(tmp_path, "crds: [loop]\n").crds == (tmp_path / "loop",)


def test_objects_that_are_no_manifests_are_declared(tmp_path: Path) -> None:
    text = """\
gatewayClasses: [cilium, internal]
gateways: [{namespace: edge, name: public}]
namespaces:
- {name: web, labels: {team: shop}}
- name: apps
services:
- {namespace: web, name: shop, ports: [80, {port: 443}]}
- {namespace: dns, name: coredns, ports: [{port: 53, protocol: UDP}]}
secrets: [{namespace: web, name: shop.tls}]
configMaps: [{namespace: web, name: ca}]
"""
    assert facts(tmp_path, text) == ClusterFacts(
        gateway_classes=("cilium", "internal"),
        gateways=(("edge", "public"),),
        namespaces={"web": {"team": "shop"}, "apps": {}},
        services=(
            DeclaredService(namespace="web", name="shop", ports=((80, "TCP"), (443, "TCP"))),
            DeclaredService(namespace="dns", name="coredns", ports=((53, "UDP"),)),
        ),
        secrets=(("web", "shop.tls"),),
        config_maps=(("web", "ca"),),
    )


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        (
            "cilium:\n  version: '1.18.2'\n",
            "2:3: error GH002: cilium.version: '1.18.2' is no known version of Cilium, as '1.20' and '1.19' are.",
            "Write one of these, with or without the patch version, as in '1.20.1'.",
        ),
        (
            "cilium:\n  version: 1.20\n",
            "2:3: error GH002: cilium.version: 1.2 is not a string; as a number, a version loses its last zero.",
            "Put it in quotes, as in '1.20'.",
        ),
        (
            "cilium: '1.20'\n",
            "1:1: error GH002: cilium: '1.20' is not a mapping of 'version' and 'values'.",
            "Write 'cilium: {version: \"1.20\"}', for example.",
        ),
        (
            "cilium:\n  version: '1.20'\n  versoin: '1.20'\n",
            "3:3: error GH002: cilium.versoin: There is no field 'versoin' here, only 'version' and 'values'.",
            "Write 'version'.",
        ),
        (
            "pods: []\n",
            f"1:1: error GH002: pods: There is no field 'pods' here, only {FIELDS}.",
            "Leave it out.",
        ),
        (
            "crds: []\n\ncrds: []\n",
            "3:1: error GH002: crds: The key 'crds' is more than once in this mapping, in lines 1 and 3.",
            "Keep one of them.",
        ),
        (
            "# facts\n- cilium\n",
            f"2:1: error GH002: The cluster file is not a mapping of {FIELDS}.",
            "Write 'cilium: {version: \"1.20\"}', for example.",
        ),
        (
            "crds: []\n---\ncilium: {}\n",
            "3:1: error GH002: The cluster file has more than one document.",
            "Write them as one.",
        ),
        (
            "crds: more\n",
            "1:1: error GH002: crds: 'more' is not a list of paths.",
            "Write each after '- '.",
        ),
        (
            "crds:\n- a.yaml\n- 7\n",
            "3:3: error GH002: crds[1]: 7 is not a path.",
            "Write the path of a file or folder, relative to the folder of the cluster file.",
        ),
    ],
)
def test_a_mistake_is_said_with_its_line_and_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str, fix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path(), text) == f"cluster.yaml:{said}\n  fix: {fix}"


@pytest.mark.parametrize("text", ["cilium: [\n", "cilium: \x00\n", "cilium: *version\n"])
def test_what_is_no_yaml_is_said_as_of_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path(), text) == findings_text(read(["cluster.yaml"]).findings)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        cluster_facts(tmp_path / "nowhere.yaml")
    assert caught.value.finding.code == "GH002"


def test_a_folder_is_no_cluster_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        cluster_facts(tmp_path)
    assert (caught.value.finding.reason, caught.value.finding.fix) == ("It is a folder.", "Name the file in it.")


def test_a_hyphen_is_a_file_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match="There is no such file or folder"):
        cluster_facts(Path("-"))
    Path("-").write_text('cilium: {version: "1.19"}\n', encoding="utf-8")
    assert cluster_facts(Path("-")).cilium == "1.19"
