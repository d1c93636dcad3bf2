"""Many clusters from one program: one by one or in processes, to the same bytes; all or nothing."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from constructs_lib import Gateway, IpBlock, Listener, LoadBalancerIpPool, Namespace, Platform
from constructs_lib.clusters import Cluster
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.repository import GitRepository
from tests import fleet
from tests.conftest import refusal
from tests.projects import ROOT, environment, times, tree

import cdk8s
import pytest
import yaml
from cdk8s import Chart

FILES = {
    "bootstrap/fleet.k8s.yaml",
    "edge-1/api.k8s.yaml",
    "edge-1/gateway.k8s.yaml",
    "edge-1/web.k8s.yaml",
    "edge-2/gateway.k8s.yaml",
    "edge-2/web.k8s.yaml",
    "lab/gateway.k8s.yaml",
}


def run(root: Path, processes: int, *changes: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program of the fleet."""
    command = [sys.executable, "-m", fleet.__name__, str(root), str(processes), *changes]
    given = environment(JSII_NODE=os.environ["JSII_NODE"], **variables)
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False, timeout=120)


def pool(cluster: Cluster, address: str = "192.0.2.1") -> None:
    """Define one object."""
    LoadBalancerIpPool(Chart(cluster, "pool"), "pool", blocks=[IpBlock.address(address)])


def wrong(cluster: Cluster) -> None:
    """Define what is refused."""
    LoadBalancerIpPool(Chart(cluster, "pool"), "pool", blocks=[])


# one by one, and in processes


@pytest.fixture(scope="module")
def one_by_one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("fleet")
    done = run(root, 1, PYTHONHASHSEED="0")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return tree(root / "dist")


def test_each_cluster_has_a_folder_of_its_own(one_by_one: dict[str, bytes]) -> None:
    assert set(one_by_one) == FILES
    hosts = [yaml.safe_load(one_by_one[f"{site}/web.k8s.yaml"])["spec"]["hostnames"] for site in ("edge-1", "edge-2")]
    assert hosts == [["web.edge-1.example.com"], ["web.edge-2.example.com"]]


@pytest.mark.parametrize(("processes", "seed"), [(1, "1"), (2, "0"), (3, "random")])
def test_processes_write_the_same_bytes_as_one_by_one(
    one_by_one: dict[str, bytes], tmp_path: Path, processes: int, seed: str
) -> None:
    done = run(tmp_path, processes, PYTHONHASHSEED=seed)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert tree(tmp_path / "dist") == one_by_one
    before = times(tmp_path / "dist")
    assert run(tmp_path, processes).stderr == ""
    assert times(tmp_path / "dist") == before


@pytest.mark.parametrize("processes", [1, 3])
def test_a_cluster_that_is_left_out_goes_with_its_folder(tmp_path: Path, processes: int) -> None:
    assert run(tmp_path, processes).returncode == 0
    done = run(tmp_path, processes, "lab")
    exposed, changed = done.stderr.split("\n\n")
    assert exposed.splitlines()[:2] == [
        "EXPOSED",
        "CLUSTER   URL                                  ADDRESS     LISTENER                    SERVICE",
    ]
    assert {line.split()[0] for line in exposed.splitlines()[2:]} == {"edge-1", "edge-2"}
    assert changed == "dist/bootstrap/fleet.k8s.yaml: changed\ndist/lab/gateway.k8s.yaml: removed\n"
    assert not (tmp_path / "dist" / "lab").exists()


@pytest.mark.parametrize("processes", [1, 3])
def test_a_wrong_value_in_one_cluster_leaves_dist_as_it_was(tmp_path: Path, processes: int) -> None:
    assert run(tmp_path, processes).returncode == 0
    before = times(tmp_path / "dist")
    done = run(tmp_path, processes, "wrong", "lab")
    assert done.returncode == 1
    assert "ValueError: IpBlock.address: '192.0.2.300' is not an IP address. " in done.stderr
    assert f"Written at {ROOT / 'tests' / 'fleet.py'}:" in done.stderr
    assert "In cluster 'edge-2'" in done.stderr
    assert (set(tree(tmp_path / "dist")), times(tmp_path / "dist")) == (FILES, before)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_refusal_arrives_as_it_was_raised(app: Platform, processes: int) -> None:
    app.cluster("fine", pool)
    app.cluster("edge", wrong)
    with pytest.raises(ValueError, match=r"^CiliumLoadBalancerIPPool pool: blocks: ") as caught:
        app.synth(processes=processes)
    line = wrong.__code__.co_firstlineno + 2
    assert caught.value.__notes__ == [f"Written at {__file__}:{line}", "In cluster 'edge'"]


# what a cluster has of its own


def test_clusters_share_neither_objects_nor_addresses(app: Platform, tmp_path: Path) -> None:
    app.cluster("one", pool)
    app.cluster("two", pool)
    app.synth()
    files = tree(tmp_path / "dist")
    assert files["one/pool.k8s.yaml"] == files["two/pool.k8s.yaml"]


def test_the_platform_can_have_charts_beside_its_clusters(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "web")
    app.cluster("edge", pool, "192.0.2.9")
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"chart.k8s.yaml", "edge/pool.k8s.yaml"}


def applications(cluster: Cluster) -> None:
    """Define an Application in the cluster itself."""
    chart, argo_cd = Chart(cluster, "web"), Chart(cluster, "argo-cd")
    Namespace(chart, "web")
    repository = GitRepository("https://git.example.com/platform.git")
    ArgoApplication(argo_cd, "web", repository=repository, charts=[chart], destination=Destination("web"))


def test_an_application_in_a_cluster_is_below_its_folder(app: Platform, tmp_path: Path) -> None:
    app.cluster("edge-1", applications)
    app.cluster("edge-2", applications)
    app.synth()
    files = tree(tmp_path / "dist")
    assert set(files) == {
        f"{cluster}/{file}" for cluster in ("edge-1", "edge-2") for file in ("argo-cd.k8s.yaml", "web/web.k8s.yaml")
    }
    manifest = yaml.safe_load(files["edge-2/argo-cd.k8s.yaml"])
    assert manifest["spec"]["source"]["path"] == "dist/edge-2/web"


def doubled(cluster: Cluster) -> None:
    """Define one object twice, once with another library."""
    chart = Chart(cluster, "a")
    Namespace(chart, "web")
    metadata: Any = {"name": "web"}
    cdk8s.ApiObject(chart, "again", api_version="v1", kind="Namespace", metadata=metadata)


def late(cluster: Cluster) -> None:
    """Define a Gateway whose Namespace comes later."""
    chart = Chart(cluster, "a")
    namespace = Namespace(chart, "web", annotations={"argocd.argoproj.io/sync-wave": "5"})
    Gateway(chart, "gateway", namespace=namespace, listeners=[Listener.http("web")])
    metadata: Any = {"name": "a", "namespace": "b"}
    cdk8s.ApiObject(chart, "other", api_version="v1", kind="ConfigMap", metadata=metadata)


def test_the_sync_waves_of_each_cluster_are_judged(app: Platform) -> None:
    app.cluster("edge", late)
    message = "Gateway web/gateway: 'sync wave 1' is before sync wave 5 of Namespace web, "
    assert refusal(app.synth).startswith(message)


def test_an_object_that_is_in_a_cluster_twice_is_refused(app: Platform) -> None:
    app.cluster("edge", doubled)
    with pytest.raises(SystemExit, match=r"error GH106: Namespace web: It is there already, at .*a\.k8s\.yaml:1:1: "):
        app.synth()


# what is refused


def test_a_name_that_is_no_folder_is_refused(app: Platform) -> None:
    assert refusal(lambda: app.cluster("Edge 1", pool)) == (
        "Platform.cluster.name: 'Edge 1' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or "
        "digit at both ends. Fix: write 'edge-1'."
    )


def test_a_second_cluster_of_a_name_is_refused(app: Platform) -> None:
    app.cluster("edge", pool)
    assert refusal(lambda: app.cluster("edge", pool)) == (
        "Platform.cluster.name: 'edge' is the name of a folder in dist/ already: that of cluster 'edge'. Allowed: one "
        "folder for each Application and each cluster. Fix: give one of them another name."
    )


def test_a_cluster_and_an_application_of_one_name_are_refused(app: Platform, chart: Chart) -> None:
    repository = GitRepository("https://git.example.com/platform.git")
    app.cluster("edge", pool)
    arguments: Any = {"repository": repository, "charts": [chart], "destination": Destination("a")}
    assert refusal(lambda: ArgoApplication(chart, "edge", **arguments)) == (
        "Application argocd/edge: name: 'edge' is the name of a folder in dist/ already: that of cluster 'edge'. "
        "Allowed: one folder for each Application and each cluster. Fix: give one of them another name."
    )
    ArgoApplication(chart, "web", **arguments)
    assert refusal(lambda: app.cluster("web", pool)).startswith(
        "Platform.cluster.name: 'web' is the name of a folder in dist/ already: that of Application argocd/web. "
    )


def test_what_is_no_function_is_refused(app: Platform) -> None:
    value: Any = "pool"
    assert refusal(lambda: app.cluster("edge", value)) == (
        "Platform.cluster edge: define: 'pool' is of type str. Allowed: a function that takes a Cluster and the "
        "arguments. Fix: write the function's name, without calling it."
    )


def synthesises(cluster: Cluster) -> None:
    """Do what only the Platform may."""
    cluster.synth()


def test_a_cluster_that_synthesises_itself_is_refused(app: Platform) -> None:
    app.cluster("edge", synthesises)
    assert refusal(app.synth) == (
        "Cluster edge: synth: 'synth()' is called by the Platform that the cluster belongs to. Allowed: a function "
        "that defines charts, and nothing more. Fix: leave the call out, and call synth() of the Platform."
    )
