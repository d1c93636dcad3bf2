"""How an app's manifests get to a folder: what is read, what is refused, and what is joined for `--stdout`."""

import inspect
from pathlib import Path
from typing import Any

from constructs_lib import Namespace, Platform
from constructs_lib.clusters import Cluster
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.repository import GitFolder, GitRepository
from tests.projects import tree

import cdk8s
import pytest
import yaml
from cdk8s import Chart


def config_map(chart: Chart, construct_id: str) -> None:
    """Define an object with another library, always the same one."""
    metadata: Any = {"name": "settings", "namespace": "web"}
    cdk8s.ApiObject(chart, construct_id, api_version="v1", kind="ConfigMap", metadata=metadata)


def test_nothing_is_read_of_what_the_constructs_have_claimed(
    app: Platform, chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("constructs_lib.staging.parsed", lambda text: pytest.fail("was read"))
    Namespace(chart, "web")
    app.synth()
    config_map(chart, "a")
    with pytest.raises(pytest.fail.Exception, match="was read"):
        app.synth()


LINE = f"{__file__}:{inspect.getsourcelines(config_map)[1] + 3}"


def failure(app: Platform) -> str:
    """Return what ends the program."""
    with pytest.raises(SystemExit) as caught:
        app.synth()
    return str(caught.value.code)


def again(folder: Path, second: str, first: str, constructs: str) -> str:
    """Return what is said of an object that is there twice."""
    return (
        f"{folder}/.synth/manifests/{second}: error GH106: ConfigMap web/settings: It is there already, at "
        f"{folder}/.synth/manifests/{first}: the one that is applied last would stay.\n"
        "  fix: Remove one of them, or give it another name.\n"
        f"  written at {LINE}, construct {constructs}"
    )


def test_one_object_in_two_charts_is_refused(app: Platform, chart: Chart, tmp_path: Path) -> None:
    config_map(chart, "a")
    config_map(Chart(app, "other"), "a")
    assert failure(app) == again(tmp_path, "other.k8s.yaml:1:1", "chart.k8s.yaml:1:1", "chart/a and other/a")
    assert not (tmp_path / "dist").exists()


def test_one_object_twice_in_a_chart_is_refused(app: Platform, chart: Chart, tmp_path: Path) -> None:
    config_map(chart, "a")
    config_map(chart, "b")
    assert failure(app) == again(tmp_path, "chart.k8s.yaml:7:1", "chart.k8s.yaml:1:1", "chart/a and chart/b")


def namespace(cluster: Cluster) -> None:
    """Define one object of a cluster."""
    Namespace(Chart(cluster, "edge"), "edge")


def everything(app: Platform, chart: Chart) -> None:
    """Define something in an Application, something in a cluster, and the Applications themselves."""
    Namespace(chart, "web")
    repository = GitRepository("https://git.example.com/platform.git")
    argo_cd = Chart(app, "argo-cd")
    ArgoApplication(argo_cd, "web", repository=repository, charts=[chart], destination=Destination("web"))
    app.cluster("edge-1", namespace)
    source = GitFolder(repository, "dist/edge-1")
    ArgoApplication(argo_cd, "edge-1", source=source, destination=Destination("edge", name="edge-1"))


@pytest.mark.parametrize("printed", [True, False])
def test_another_folder_gets_the_same_files_or_one_with_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: bool
) -> None:
    """`cdk8s synth --stdout` makes a folder cdk8s-XXXXXX and prints the files in it one after the other."""
    output = tmp_path / ("cdk8s-a1b2c3" if printed else "elsewhere")
    if printed:
        output.mkdir()
    monkeypatch.setenv("CDK8S_OUTDIR", str(output))
    app = Platform(root=tmp_path)
    everything(app, Chart(app, "chart"))
    app.synth()
    files = tree(output)
    assert set(files) == (
        {"app.k8s.yaml"} if printed else {"argo-cd.k8s.yaml", "edge-1/edge.k8s.yaml", "web/chart.k8s.yaml"}
    )
    found = [manifest["kind"] for text in files.values() for manifest in yaml.safe_load_all(text)]
    assert sorted(found) == ["Application", "Application", "Namespace", "Namespace"]
    assert not (tmp_path / "dist").exists()


def test_what_an_earlier_synth_staged_is_gone(app: Platform, chart: Chart, tmp_path: Path) -> None:
    everything(app, chart)
    app.synth()
    other = Platform(root=tmp_path)
    Namespace(Chart(other, "b"), "b")
    other.synth()
    assert set(tree(tmp_path / "dist")) == set(tree(tmp_path / ".synth" / "manifests")) == {"b.k8s.yaml"}
