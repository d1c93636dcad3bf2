"""Each folder of dist/ is applied by one Application."""

from pathlib import Path
from typing import Any

from constructs_lib import Namespace, Platform
from constructs_lib.clusters import Cluster
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.application_set import ApplicationTemplate, ArgoApplicationSet
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.generators import Clusters, GitDirectories, ListElements
from constructs_lib.delivery.repository import GitFolder, GitRepository, HelmChart
from tests.conftest import refusal
from tests.projects import tree

import pytest
from cdk8s import Chart

REPOSITORY = GitRepository("https://git.example.com/platform.git")
OTHER = GitRepository("https://git.example.com/team.git")


def web(cluster: Cluster) -> None:
    """Define a chart of a cluster."""
    Namespace(Chart(cluster, "web"), "web")


def web_with_applications(cluster: Cluster) -> None:
    """Define a chart of a cluster, and what Argo CD in this cluster applies."""
    web(cluster)
    argo_cd = Chart(cluster, "argo-cd")
    (chart,) = (chart for chart in cluster.charts if chart is not argo_cd)
    application(argo_cd, "web", chart)
    application(argo_cd, "bootstrap", argo_cd)


def application(scope: Chart, name: str, *charts: Chart) -> ArgoApplication:
    return ArgoApplication(scope, name, repository=REPOSITORY, charts=charts, destination=Destination("argocd"))


def application_set(app: Platform, *generators: Any, id: str = "fleet", **arguments: Any) -> None:
    """Define an ApplicationSet in a chart that is applied by hand."""
    given: dict[str, Any] = {
        "name": "{{.path.basename}}",
        "source": GitFolder(REPOSITORY, "{{.path.path}}"),
        "destination": Destination("apps", name="{{.path.basename}}"),
    }
    ArgoApplicationSet(
        Chart(app, f"set-{id}"), id, generators=generators, template=ApplicationTemplate(**given | arguments)
    )


def folders(*paths: str, repository: GitRepository = REPOSITORY) -> GitDirectories:
    return GitDirectories(repository=repository, paths=paths)


# what is fine


EDGE = Destination("apps", name="edge")
ONE_EACH = [{"of": "edge-1", "on": "a"}, {"of": "edge-1", "on": "b"}, {"of": "edge-2", "on": "a"}]


@pytest.mark.parametrize(
    ("generator", "arguments"),
    [
        (folders(), {}),
        (folders("dist/edge-1", "dist/edge-2"), {}),
        (folders("dist/edge-?"), {}),
        (Clusters(), {"name": "{{.name}}", "source": GitFolder(REPOSITORY, "dist/{{.name}}"), "destination": EDGE}),
        (
            ListElements(ONE_EACH),
            {
                "name": "{{.of}}-{{.on}}",
                "source": GitFolder(REPOSITORY, "dist/{{.of}}"),
                "destination": Destination("apps", name="{{.on}}"),
            },
        ),
    ],
)
def test_each_cluster_once_on_each_target_is_fine(
    app: Platform, tmp_path: Path, generator: Any, arguments: dict[str, Any]
) -> None:
    app.cluster("edge-1", web)
    app.cluster("edge-2", web)
    application_set(app, generator, **arguments)
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"edge-1/web.k8s.yaml", "edge-2/web.k8s.yaml", "set-fleet.k8s.yaml"}


def test_an_argo_cd_in_each_cluster_is_fine(app: Platform, chart: Chart, tmp_path: Path) -> None:
    app.cluster("edge", web_with_applications)
    Namespace(chart, "web")
    application(Chart(app, "bootstrap"), "apps", chart)
    application_set(app, folders("dist/*/bootstrap"))
    app.synth()
    assert {"edge/bootstrap/argo-cd.k8s.yaml", "edge/web/web.k8s.yaml"} < set(tree(tmp_path / "dist"))


def test_clusters_without_a_word_about_delivery_are_somebody_else_s(app: Platform, tmp_path: Path) -> None:
    app.cluster("edge", web)
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"edge/web.k8s.yaml"}


def test_folders_of_another_repository_are_not_judged(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "web")
    argo_cd = Chart(app, "argo-cd")
    application(argo_cd, "web", chart)
    ArgoApplication(argo_cd, "team", source=GitFolder(OTHER, "dist/web"), destination=Destination("team"))
    application_set(app, folders(repository=OTHER), source=GitFolder(OTHER, "{{.path.path}}"))
    application_set(app, folders("deploy/*"), id="others")
    app.synth()
    assert "web/chart.k8s.yaml" in tree(tmp_path / "dist")


def test_a_helm_chart_for_each_folder_is_not_judged(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "web")
    application(Chart(app, "argo-cd"), "web", chart)
    source = HelmChart("https://charts.example.com", "web", "1.0.0")
    application_set(app, folders(), id="charts", source=source)
    app.synth()
    assert "web/chart.k8s.yaml" in tree(tmp_path / "dist")


# what is refused


SHARED = (
    "{}: 'dist/apps' is the folder of Application argocd/apps, so two Applications would apply it. Allowed: folders "
    "that no other Application applies. Fix: {}."
)
LEAVE_OUT = "write exclude=['{}'] in GitDirectories, or leave it out of the elements of ListElements"


@pytest.mark.parametrize(
    ("generator", "arguments"),
    [
        (folders(), {}),
        (folders("dist/apps"), {}),
        (
            ListElements([{"folder": "apps"}]),
            {"name": "{{.folder}}", "source": GitFolder(REPOSITORY, "dist/{{.folder}}"), "destination": EDGE},
        ),
    ],
)
def test_an_application_s_folder_is_refused_for_an_application_set(
    app: Platform, chart: Chart, generator: Any, arguments: dict[str, Any]
) -> None:
    Namespace(chart, "web")
    application(Chart(app, "argo-cd"), "apps", chart)
    application_set(app, generator, **arguments)
    assert refusal(app.synth) == SHARED.format("ApplicationSet argocd/fleet: generators", LEAVE_OUT.format("dist/apps"))


def test_an_application_s_folder_is_refused_for_another_application(app: Platform, chart: Chart) -> None:
    Namespace(chart, "web")
    argo_cd = Chart(app, "argo-cd")
    application(argo_cd, "apps", chart)
    ArgoApplication(argo_cd, "again", source=GitFolder(REPOSITORY, "dist/apps"), destination=EDGE)
    assert refusal(app.synth) == SHARED.format("Application argocd/again: source.path", "leave this Application out")


def test_a_cluster_with_applications_of_its_own_is_refused_as_a_whole(app: Platform) -> None:
    app.cluster("edge", web_with_applications)
    application_set(app, folders())
    assert refusal(app.synth) == (
        "ApplicationSet argocd/fleet: generators: 'dist/edge' has folders of other Applications and clusters in it, "
        "dist/edge/bootstrap, dist/edge/web: what is in them would be applied twice, or to the wrong cluster. Allowed: "
        f"folders with manifests only. Fix: {LEAVE_OUT.format('dist/edge')}, or write one of those."
    )


def test_the_whole_of_dist_is_refused_for_an_application(app: Platform) -> None:
    app.cluster("edge", web)
    ArgoApplication(Chart(app, "argo-cd"), "all", source=GitFolder(REPOSITORY, "dist"), destination=EDGE)
    assert refusal(app.synth) == (
        "Application argocd/all: source.path: 'dist' has folders of other Applications and clusters in it, dist/edge: "
        "what is in them would be applied twice, or to the wrong cluster. Allowed: folders with manifests only. Fix: "
        "leave this Application out, or write one of those."
    )


def test_a_folder_for_one_cluster_twice_is_refused(app: Platform) -> None:
    app.cluster("edge", web)
    application_set(app, folders())
    application_set(app, folders("dist/edge"), id="again")
    assert refusal(app.synth) == (
        "ApplicationSet argocd/again: generators: 'dist/edge' is applied to edge by ApplicationSet argocd/fleet "
        f"already. Allowed: each folder in one Application for a cluster. Fix: {LEAVE_OUT.format('dist/edge')}."
    )


def test_a_cluster_that_nothing_applies_is_refused(app: Platform) -> None:
    app.cluster("edge-1", web)
    app.cluster("edge-2", web)
    application_set(app, folders("dist/edge-1"))
    assert refusal(app.synth) == (
        "Platform.cluster edge-2: 'dist/edge-2' is in no Application, so Argo CD would not apply this cluster. "
        "Allowed: a folder that an ArgoApplicationSet or an ArgoApplication of the Platform applies, or Applications "
        "in the cluster itself. Fix: write the folder into paths=[...] of a GitDirectories."
    )


@pytest.mark.parametrize("paths", [["dist/egde-*"], ["dist/*/*"]])
def test_patterns_that_match_no_folder_are_refused(app: Platform, paths: list[str]) -> None:
    app.cluster("edge-1", web)
    application_set(app, folders(*paths))
    assert refusal(app.synth) == (
        f"ApplicationSet argocd/fleet: generators: '{paths[0]}' matches no folder that this app publishes. Allowed: "
        "dist/edge-1. Fix: write paths=['dist/*']."
    )
