"""From staged charts to folders, and what Projects get from ApplicationSets."""

from pathlib import Path
from typing import Any

from constructs_lib import (
    ExistingService,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    Listener,
    Namespace,
    Platform,
)
from constructs_lib.clusters import Cluster
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.application_set import ApplicationTemplate, ArgoApplicationSet
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.generators import Clusters, GitDirectories, ListElements
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import GitFolder, GitRepository
from constructs_lib.delivery.sync_policy import SyncPolicy
from tests.conftest import refusal

import pytest
import yaml
from cdk8s import Chart

REPOSITORY = GitRepository("https://git.example.com/platform.git")
FOLDERS = GitDirectories(repository=REPOSITORY, exclude=["dist/bootstrap"])


def namespaces(cluster: Cluster, *names: str) -> None:
    """Define the charts of a cluster: a Namespace and a Gateway in it for each name."""
    chart = Chart(cluster, "gateways")
    for name in names:
        Gateway(chart, f"gateway-{name}", namespace=Namespace(chart, name), listeners=[Listener.http("web")])


def fleet(app: Platform, **arguments: Any) -> Chart:
    """Define an ApplicationSet over the clusters, and an Application that applies it; return its chart."""
    chart = Chart(app, "argo-cd")
    given: dict[str, Any] = {
        "name": "{{.path.basename}}",
        "source": GitFolder(REPOSITORY, "{{.path.path}}"),
        "destination": Destination("apps", name="{{.path.basename}}"),
        "project": ArgoProject(chart, "team"),
    }
    generators = arguments.pop("generators", [FOLDERS])
    ArgoApplicationSet(chart, "fleet", generators=generators, template=ApplicationTemplate(**given | arguments))
    application(chart, "bootstrap", chart)
    return chart


def application(scope: Chart, name: str, *charts: Chart, **arguments: Any) -> ArgoApplication:
    given: dict[str, Any] = {"repository": REPOSITORY, "charts": charts, "destination": Destination("argocd")}
    return ArgoApplication(scope, name, **given | arguments)


def project(tmp_path: Path) -> dict[str, Any]:
    """Return the spec of the Project that was published."""
    text = (tmp_path / "dist" / "bootstrap" / "argo-cd.k8s.yaml").read_text(encoding="utf-8")
    spec: dict[str, Any] = next(iter(yaml.safe_load_all(text)))["spec"]
    return spec


def destinations(tmp_path: Path) -> list[tuple[str, str]]:
    return [(entry["name"], entry["namespace"]) for entry in project(tmp_path)["destinations"]]


def test_a_project_allows_what_is_in_the_folder_of_each_cluster(app: Platform, tmp_path: Path) -> None:
    app.cluster("edge-1", namespaces, "web")
    app.cluster("edge-2", namespaces, "web", "db")
    fleet(app)
    app.synth()
    edge_2 = [("edge-2", "apps"), ("edge-2", "db"), ("edge-2", "web")]
    assert destinations(tmp_path) == [("edge-1", "apps"), ("edge-1", "web"), *edge_2]
    assert project(tmp_path)["clusterResourceWhitelist"] == [{"group": "", "kind": "Namespace"}]


def test_a_project_allows_what_is_in_the_folders_that_a_list_names(app: Platform, tmp_path: Path) -> None:
    app.cluster("edge-1", namespaces, "web")
    app.cluster("edge-2", namespaces, "db")
    source = GitFolder(REPOSITORY, "dist/edge-1")
    ArgoApplication(Chart(app, "by-hand"), "edge-1", source=source, destination=Destination("apps", name="edge-1"))
    fleet(
        app,
        generators=[ListElements([{"folder": "edge-2", "cluster": "production"}])],
        name="{{.cluster}}",
        source=GitFolder(REPOSITORY, "dist/{{.folder}}"),
        destination=Destination("apps", name="{{.cluster}}"),
    )
    app.synth()
    assert destinations(tmp_path) == [("production", "apps"), ("production", "db")]


def test_a_project_allows_all_clusters_where_only_argo_cd_knows_them(app: Platform, tmp_path: Path) -> None:
    app.cluster("edge-1", namespaces, "web")
    app.cluster("edge-2", namespaces, "db")
    fleet(
        app,
        generators=[Clusters()],
        name="{{.name}}",
        source=GitFolder(REPOSITORY, "dist/{{.name}}"),
        destination=Destination("apps", name="{{.name}}"),
    )
    app.synth()
    assert destinations(tmp_path) == [("*", "apps"), ("*", "argocd"), ("*", "db"), ("*", "web")]


def test_a_project_allows_applications_of_other_namespaces(app: Platform, chart: Chart, tmp_path: Path) -> None:
    argo_cd = Chart(app, "argo-cd")
    team = ArgoProject(argo_cd, "team")
    Namespace(chart, "web")
    application(argo_cd, "apps", chart, project=team, namespace="tools", destination=Destination("web"))
    application(argo_cd, "others", Chart(app, "others"), namespace="elsewhere", destination=Destination("web"))
    application(argo_cd, "bootstrap", argo_cd)
    app.synth()
    assert project(tmp_path)["sourceNamespaces"] == ["tools"]


def test_a_project_allows_what_is_in_a_folder_that_is_named(app: Platform, tmp_path: Path) -> None:
    app.cluster("edge-1", namespaces, "web")
    argo_cd = Chart(app, "argo-cd")
    team = ArgoProject(argo_cd, "team")
    source = GitFolder(REPOSITORY, "dist/edge-1")
    ArgoApplication(argo_cd, "edge", source=source, project=team, destination=Destination("apps", name="edge-1"))
    application(argo_cd, "bootstrap", argo_cd)
    app.synth()
    assert destinations(tmp_path) == [("edge-1", "apps"), ("edge-1", "web")]


def test_grants_across_namespaces_are_allowed_too(app: Platform, chart: Chart, tmp_path: Path) -> None:
    argo_cd = Chart(app, "argo-cd")
    web = Namespace(chart, "apps", name="web")
    Namespace(chart, "db")
    gateway = Gateway(chart, "gateway", namespace=web, listeners=[Listener.http("web")])
    service = ExistingService("db", namespace="db", ports=[80])
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef(service)])]
    HttpRoute(chart, "web", namespace=web, parent_refs=[gateway.listener("web")], rules=rules)
    application(argo_cd, "apps", chart, project=ArgoProject(argo_cd, "team"), destination=Destination(web))
    application(argo_cd, "bootstrap", argo_cd)
    app.synth()
    kinds = [entry["kind"] for entry in project(tmp_path)["namespaceResourceWhitelist"]]
    assert kinds == ["Gateway", "HTTPRoute", "ReferenceGrant"]
    assert [entry["namespace"] for entry in project(tmp_path)["destinations"]] == ["db", "web"]


def test_waves_are_judged_within_each_application(app: Platform, chart: Chart) -> None:
    """The route's Gateway is in another Application, which does not wait and is not waited for."""
    argo_cd, routes = Chart(app, "argo-cd"), Chart(app, "routes")
    late = {"argocd.argoproj.io/sync-wave": "9"}
    gateway = Gateway(chart, "gateway", namespace="web", listeners=[Listener.http("web")], annotations=late)
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    HttpRoute(routes, "web", namespace="web", parent_refs=[gateway.listener("web")], rules=rules)
    application(argo_cd, "gateway", chart)
    application(argo_cd, "routes", routes)
    app.synth()
    HttpRoute(chart, "late", namespace="web", parent_refs=[gateway.listener("web")], rules=rules)
    assert refusal(app.synth).startswith(
        "HTTPRoute web/late: 'sync wave 3' is before sync wave 9 of Gateway web/gateway, without which"
    )


@pytest.mark.parametrize("by", ["an Application", "an ApplicationSet"])
def test_a_project_allows_the_namespace_that_argo_cd_creates(app: Platform, tmp_path: Path, by: str) -> None:
    app.cluster("edge", namespaces)
    policy = SyncPolicy(sync_options=["CreateNamespace=true"])
    if by == "an Application":
        argo_cd = Chart(app, "argo-cd")
        given: dict[str, Any] = {"project": ArgoProject(argo_cd, "team"), "sync_policy": policy}
        ArgoApplication(
            argo_cd, "edge", source=GitFolder(REPOSITORY, "dist/edge"), destination=Destination("apps"), **given
        )
        application(argo_cd, "bootstrap", argo_cd)
    else:
        fleet(app, sync_policy=policy)
    app.synth()
    assert project(tmp_path)["clusterResourceWhitelist"] == [{"group": "", "kind": "Namespace"}]


# what is refused


def test_a_project_that_no_application_names_is_refused(app: Platform, chart: Chart) -> None:
    argo_cd = Chart(app, "argo-cd")
    ArgoProject(argo_cd, "team")
    application(argo_cd, "bootstrap", argo_cd)
    assert refusal(app.synth) == (
        "AppProject argocd/team: 'project=...' is written in no Application, so the Project would allow nothing. "
        "Allowed: a Project of one ArgoApplication or ArgoApplicationSet, or of several. Fix: write project=... in an "
        "Application, or leave the Project out."
    )


def test_a_derived_project_for_what_is_not_published_is_refused(app: Platform) -> None:
    argo_cd = Chart(app, "argo-cd")
    source = GitFolder(REPOSITORY, "dist/edge-2")
    project = ArgoProject(argo_cd, "team")
    ArgoApplication(argo_cd, "edge", source=source, project=project, destination=Destination("apps"))
    application(argo_cd, "bootstrap", argo_cd)
    assert refusal(app.synth) == (
        "Application argocd/edge: source.path: 'dist/edge-2' is not a folder that this app publishes, so a Project "
        "cannot know what is in it. Allowed: dist/bootstrap. Fix: write one of them, or the name of a Project that "
        "exists instead of an ArgoProject."
    )


def test_a_derived_project_for_what_another_repository_holds_is_refused(app: Platform) -> None:
    argo_cd = Chart(app, "argo-cd")
    source = GitFolder(GitRepository("https://git.example.com/team.git"), "dist/bootstrap")
    project = ArgoProject(argo_cd, "team")
    ArgoApplication(argo_cd, "apps", source=source, project=project, destination=Destination("apps"))
    application(argo_cd, "bootstrap", argo_cd)
    assert refusal(app.synth) == (
        "Application argocd/apps: source.path: 'dist/bootstrap in https://git.example.com/team.git' is not a folder "
        "that this app publishes, so a Project cannot know what is in it. Allowed: dist/bootstrap. Fix: write one of "
        "them, or the name of a Project that exists instead of an ArgoProject."
    )


@pytest.mark.parametrize("how", ["a chart in a chart", "a dependency"])
def test_charts_that_get_a_number_are_refused(app: Platform, chart: Chart, how: str) -> None:
    argo_cd = Chart(app, "argo-cd")
    Namespace(chart, "web")
    if how == "a dependency":
        chart.add_dependency(argo_cd)
    else:
        Chart(chart, "inner")
    application(argo_cd, "apps", chart)
    application(argo_cd, "bootstrap", argo_cd)
    assert refusal(app.synth) == (
        "Application argocd/apps: charts: 'chart.k8s.yaml' is not the file of this chart: charts in a chart, and "
        "charts with dependencies on each other, get a number before their names. Allowed: charts right below the app, "
        "without dependencies on each other. Fix: write Chart(app, ...), and no add_dependency from one chart to "
        "another."
    )
