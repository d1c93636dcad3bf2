"""ArgoApplication: what it says to Argo CD, where its charts go, and what it refuses."""

from pathlib import Path
from typing import Any

from constructs_lib import Namespace, Platform
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.ignore_differences import IgnoreDifferences
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import GitFolder, GitRepository, HelmChart
from constructs_lib.delivery.sync_policy import Automated, SyncPolicy
from tests.conftest import Crds, defaulted, refusal, schema_of
from tests.projects import tree

import pytest
import yaml
from cdk8s import Chart

REPOSITORY = GitRepository("https://git.example.com/platform.git", "main")
HELM = HelmChart("https://charts.example.com", "redis", "1.2.3", values={"replicas": 2})
WEB = Destination("web")


def published(app: Platform, tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """Synthesise the app, and return the manifests of each file of dist/."""
    app.synth()
    return {name: list(yaml.safe_load_all(text)) for name, text in tree(tmp_path / "dist").items()}


def argo_cd(app: Platform) -> Chart:
    """Return a chart for the Applications, next to the one that they are to apply."""
    return Chart(app, "argo-cd")


def application(app: Platform, chart: Chart, **arguments: Any) -> ArgoApplication:
    given: dict[str, Any] = {"repository": REPOSITORY, "charts": [chart], "destination": WEB} | arguments
    return ArgoApplication(argo_cd(app), "apps", **{key: value for key, value in given.items() if value is not None})


def test_an_application_applies_the_folder_of_its_charts(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "web")
    application(app, chart)
    files = published(app, tmp_path)
    assert set(files) == {"argo-cd.k8s.yaml", "apps/chart.k8s.yaml"}
    assert [manifest["kind"] for manifest in files["apps/chart.k8s.yaml"]] == ["Namespace"]
    (manifest,) = files["argo-cd.k8s.yaml"]
    assert manifest == {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": "Application",
        "metadata": {"name": "apps", "namespace": "argocd", "annotations": {"argocd.argoproj.io/sync-wave": "0"}},
        "spec": {
            "project": "default",
            "source": {
                "repoURL": REPOSITORY.url,
                "targetRevision": "main",
                "path": "dist/apps",
                "directory": {"recurse": True},
            },
            "destination": {"server": "https://kubernetes.default.svc", "namespace": "web"},
            "syncPolicy": {
                "automated": {"prune": True, "selfHeal": True},
                "retry": {
                    "limit": -1,
                    "backoff": {"duration": "5s", "factor": 2, "maxDuration": "3m"},
                    "refresh": True,
                },
            },
        },
    }


def test_the_path_says_where_dist_is_in_the_repository(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "web")
    application(app, chart, repository=GitRepository(REPOSITORY.url, path="platforms/edge/dist"))
    (manifest,) = published(app, tmp_path)["argo-cd.k8s.yaml"]
    assert manifest["spec"]["source"]["path"] == "platforms/edge/dist/apps"


def test_several_charts_share_the_folder_of_an_application(app: Platform, chart: Chart, tmp_path: Path) -> None:
    other = Chart(app, "other")
    Namespace(chart, "web")
    Namespace(other, "db")
    application(app, chart, charts=[chart, other], name="all", namespace="tools")
    files = published(app, tmp_path)
    assert set(files) == {"argo-cd.k8s.yaml", "all/chart.k8s.yaml", "all/other.k8s.yaml"}
    (manifest,) = files["argo-cd.k8s.yaml"]
    assert (manifest["metadata"]["name"], manifest["metadata"]["namespace"]) == ("all", "tools")


def test_an_application_can_be_for_a_helm_chart(app: Platform, chart: Chart, tmp_path: Path) -> None:
    ArgoApplication(chart, "redis", source=HELM, destination=Destination("db", name="edge-1"))
    (manifest,) = published(app, tmp_path)["chart.k8s.yaml"]
    assert manifest["spec"]["source"] == {
        "repoURL": "https://charts.example.com",
        "chart": "redis",
        "targetRevision": "1.2.3",
        "helm": {"valuesObject": {"replicas": 2}},
    }
    assert manifest["spec"]["destination"] == {"name": "edge-1", "namespace": "db"}


def test_an_application_can_be_for_a_folder_of_another_repository(app: Platform, chart: Chart, tmp_path: Path) -> None:
    ArgoApplication(chart, "a", source=GitFolder(REPOSITORY, "deploy"), destination=WEB)
    (manifest,) = published(app, tmp_path)["chart.k8s.yaml"]
    assert manifest["spec"]["source"]["path"] == "deploy"


def test_an_application_says_how_it_is_synced_and_compared(app: Platform, chart: Chart, tmp_path: Path) -> None:
    ArgoApplication(
        chart,
        "redis",
        source=HELM,
        destination=WEB,
        sync_policy=SyncPolicy(automated=None, retry=None, sync_options=["CreateNamespace=true"]),
        ignore_differences=[IgnoreDifferences(kind="Service", json_pointers=["/spec/clusterIP"])],
    )
    (manifest,) = published(app, tmp_path)["chart.k8s.yaml"]
    assert manifest["spec"]["syncPolicy"] == {"syncOptions": ["CreateNamespace=true"]}
    assert manifest["spec"]["ignoreDifferences"] == [{"kind": "Service", "jsonPointers": ["/spec/clusterIP"]}]


def test_automated_without_anything_is_still_automated(app: Platform, chart: Chart, tmp_path: Path) -> None:
    policy = SyncPolicy(automated=Automated(prune=False, self_heal=False), retry=None)
    ArgoApplication(chart, "redis", source=HELM, destination=WEB, sync_policy=policy)
    (manifest,) = published(app, tmp_path)["chart.k8s.yaml"]
    assert manifest["spec"]["syncPolicy"] == {"automated": {}}


def test_the_merge_patch_sets_what_no_argument_does(app: Platform, chart: Chart, tmp_path: Path) -> None:
    finalizer = "resources-finalizer.argocd.argoproj.io"
    patch = {"metadata": {"finalizers": [finalizer]}, "spec": {"revisionHistoryLimit": 3}}
    ArgoApplication(chart, "redis", source=HELM, destination=WEB, merge_patch=patch)
    (manifest,) = published(app, tmp_path)["chart.k8s.yaml"]
    assert manifest["metadata"]["finalizers"] == [finalizer]
    assert manifest["spec"]["revisionHistoryLimit"] == 3


def test_every_default_is_written_out(app: Platform, chart: Chart, tmp_path: Path, crds: Crds) -> None:
    """Oracle: the defaults of the CRD."""
    ArgoApplication(chart, "redis", source=HELM, destination=WEB)
    (manifest,) = published(app, tmp_path)["chart.k8s.yaml"]
    schema = schema_of(crds["Application"], "v1alpha1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


# what is refused

ONCE = (
    "does not say once what the Application applies. Allowed: repository and charts, or source. Fix: write "
    "repository=GitRepository('https://...'), charts=[chart]."
)


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({"repository": None, "charts": None}, "None"),
        ({"charts": []}, "'repository'"),
        ({"repository": None}, "'charts'"),
        ({"repository": None, "source": HELM}, "'charts and source'"),
        ({"source": HELM}, "'repository and charts and source'"),
    ],
)
def test_anything_but_charts_or_a_source_is_refused(app: Platform, chart: Chart, arguments: Any, value: str) -> None:
    assert refusal(lambda: application(app, chart, **arguments)) == f"Application argocd/apps: source: {value} {ONCE}"


def test_a_source_that_is_none_is_refused(app: Platform, chart: Chart) -> None:
    arguments: Any = {"repository": None, "charts": None, "source": "https://git.example.com"}
    assert refusal(lambda: application(app, chart, **arguments)) == (
        "Application argocd/apps: source: 'https://git.example.com' is of type str. Allowed: GitFolder or HelmChart. "
        "Fix: write GitFolder(repository, 'path') or HelmChart('https://...', 'chart', 'version')."
    )


def test_a_chart_in_two_applications_is_refused(app: Platform, chart: Chart) -> None:
    application(app, chart)
    other = Chart(app, "other")
    arguments: Any = {"repository": REPOSITORY, "charts": [other, chart], "destination": WEB}
    assert refusal(lambda: ArgoApplication(other, "b", **arguments)) == (
        "Application argocd/b: charts[1]: 'chart.k8s.yaml' is in Application argocd/apps already. Allowed: each chart "
        "in one Application. Fix: leave it out of one of them, or divide it into two charts."
    )


def test_a_chart_twice_in_one_application_is_refused(app: Platform, chart: Chart) -> None:
    assert refusal(lambda: application(app, chart, charts=[chart, chart])) == (
        "Application argocd/apps: charts[1]: 'chart.k8s.yaml' is in this Application already. Allowed: each chart in "
        "one Application. Fix: leave it out of one of them, or divide it into two charts."
    )


def test_a_chart_of_another_app_is_refused(app: Platform, chart: Chart, tmp_path: Path) -> None:
    foreign = Chart(Platform(root=tmp_path / "other"), "foreign")
    assert refusal(lambda: application(app, chart, charts=[foreign])) == (
        "Application argocd/apps: charts[0]: 'foreign.k8s.yaml' is a chart of another app. Allowed: charts of the app "
        "that the Application is in. Fix: define the chart in this app."
    )


def test_what_is_no_chart_is_refused(app: Platform, chart: Chart) -> None:
    assert refusal(lambda: application(app, chart, charts=["chart"])) == (
        "Application argocd/apps: charts[0]: 'chart' is of type str. Allowed: Chart. Fix: write Chart(...)."
    )


def test_two_applications_with_one_folder_are_refused(app: Platform, chart: Chart) -> None:
    application(app, chart)
    other = Chart(app, "other")
    arguments: Any = {"repository": REPOSITORY, "charts": [other], "destination": WEB}
    assert refusal(lambda: ArgoApplication(other, "apps", namespace="other", **arguments)) == (
        "Application other/apps: name: 'apps' is the name of a folder in dist/ already: that of Application "
        "argocd/apps. Allowed: one folder for each Application and each cluster. Fix: give one of them another name."
    )


def test_an_application_that_is_refused_leaves_its_charts_free(app: Platform, chart: Chart) -> None:
    arguments: Any = {"repository": REPOSITORY, "charts": [chart], "destination": WEB}
    assert "labels" in refusal(lambda: ArgoApplication(chart, "a", labels={"": ""}, **arguments))
    assert ArgoApplication(chart, "a", **arguments).identity.name == "a"


def test_a_project_of_another_app_is_refused(app: Platform, chart: Chart, tmp_path: Path) -> None:
    foreign = ArgoProject(Chart(Platform(root=tmp_path / "other"), "foreign"), "team")
    assert refusal(lambda: application(app, chart, project=foreign)) == (
        "Application argocd/apps: project: AppProject argocd/team is the Project of another app. Allowed: an "
        "ArgoProject of this app, or the name of a Project. Fix: write project='team'."
    )


def test_a_derived_project_is_refused_for_a_helm_chart(app: Platform, chart: Chart) -> None:
    project = ArgoProject(chart, "team")
    assert refusal(lambda: ArgoApplication(chart, "redis", source=HELM, destination=WEB, project=project)) == (
        "Application argocd/redis: project: AppProject argocd/team cannot know what is in a HelmChart. Allowed: the "
        "name of a Project that exists, or charts of this app. Fix: write project='default', or the name of a Project "
        "that allows what is in the Helm chart."
    )


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"source": GitFolder(REPOSITORY, "{{.a}}"), "destination": WEB}, "source.path"),
        ({"source": HELM, "destination": Destination("{{.a}}")}, "destination.namespace"),
        ({"source": HELM, "destination": Destination("web", name="{{.a}}")}, "destination.name"),
    ],
)
def test_a_placeholder_is_refused(chart: Chart, arguments: Any, place: str) -> None:
    assert refusal(lambda: ArgoApplication(chart, "a", **arguments)) == (
        f"Application argocd/a: {place}: '{{{{.a}}}}' has a placeholder, which Argo CD would not fill in here. "
        "Allowed: plain text; placeholders in an ApplicationTemplate. Fix: write out what is meant, or define an "
        "ArgoApplicationSet."
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"destination": 5}, "destination: 5 is of type int. Allowed: Destination. Fix: write Destination(...)."),
        ({"project": 5}, "project: 5 is of type int. Allowed: ArgoProject. Fix: write ArgoProject(...)."),
        ({"repository": "a"}, "repository: 'a' is of type str. Allowed: GitRepository. Fix: write GitRepository(...)."),
        ({"sync_policy": {}}, "sync_policy: {} is of type dict. Allowed: SyncPolicy. Fix: write SyncPolicy(...)."),
    ],
)
def test_what_is_no_typed_value_is_refused(app: Platform, chart: Chart, arguments: Any, message: str) -> None:
    assert refusal(lambda: application(app, chart, **arguments)) == f"Application argocd/apps: {message}"


def test_a_name_that_is_no_folder_is_refused(app: Platform, chart: Chart) -> None:
    assert refusal(lambda: application(app, chart, name="a.b")) == (
        "Application.metadata.name: 'a.b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or "
        "digit at both ends. Fix: write 'a-b'."
    )
