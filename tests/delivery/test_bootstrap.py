"""From what is applied by hand, once, Argo CD gets everything; or it is refused, with who waits for whom."""

from pathlib import Path
from typing import Any

from constructs_lib import Namespace, Platform
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import GitRepository
from tests.conftest import refusal
from tests.projects import tree

import cdk8s
import pytest
import yaml
from cdk8s import Chart
from constructs import Construct

REPOSITORY = GitRepository("https://git.example.com/platform.git")
ARGO_CD = Destination("argocd")


def application(scope: Construct, name: str, *charts: Chart, **arguments: Any) -> ArgoApplication:
    return ArgoApplication(scope, name, repository=REPOSITORY, charts=charts, destination=ARGO_CD, **arguments)


@pytest.fixture
def web(app: Platform) -> Chart:
    """A chart with something that Argo CD is to apply."""
    chart = Chart(app, "web")
    Namespace(chart, "web")
    return chart


def test_an_application_of_applications_is_applied_once(app: Platform, web: Chart, tmp_path: Path) -> None:
    applications = Chart(app, "applications")
    project = ArgoProject(applications, "platform")
    application(applications, "web", web, project=project)
    application(Chart(app, "bootstrap"), "bootstrap", applications)
    app.synth()
    files = tree(tmp_path / "dist")
    assert set(files) == {"bootstrap.k8s.yaml", "bootstrap/applications.k8s.yaml", "web/web.k8s.yaml"}
    (by_hand,) = yaml.safe_load_all(files["bootstrap.k8s.yaml"])
    assert (by_hand["spec"]["source"]["path"], by_hand["spec"]["project"]) == ("dist/bootstrap", "default")
    applied = list(yaml.safe_load_all(files["bootstrap/applications.k8s.yaml"]))
    assert [manifest["kind"] for manifest in applied] == ["AppProject", "Application"]


def test_an_application_can_have_its_own_chart_so_that_it_changes_with_it(
    app: Platform, web: Chart, tmp_path: Path
) -> None:
    bootstrap = Chart(app, "bootstrap")
    project = ArgoProject(bootstrap, "platform")
    application(bootstrap, "web", web, project=project)
    application(bootstrap, "bootstrap", bootstrap, project=project)
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"bootstrap/bootstrap.k8s.yaml", "web/web.k8s.yaml"}


def test_an_application_and_its_project_can_be_in_a_construct_of_a_chart(
    app: Platform, web: Chart, tmp_path: Path
) -> None:
    chart = Chart(app, "bootstrap")
    scope = Construct(chart, "delivery")
    application(scope, "web", web, project=ArgoProject(scope, "platform"))
    application(scope, "bootstrap", chart)
    app.synth()
    text = (tmp_path / "dist" / "bootstrap" / "bootstrap.k8s.yaml").read_text(encoding="utf-8")
    assert "sourceRepos" in text


def test_applications_of_applications_can_be_several_deep(app: Platform, web: Chart, tmp_path: Path) -> None:
    inner, middle, outer = (Chart(app, name) for name in ("inner", "middle", "outer"))
    application(outer, "middle", middle)
    application(middle, "inner", inner)
    application(inner, "web", web)
    app.synth()
    assert (tmp_path / "dist" / "inner" / "inner.k8s.yaml").is_file()


def test_an_application_whose_project_it_applies_itself_is_refused(app: Platform, web: Chart) -> None:
    applications = Chart(app, "applications")
    project = ArgoProject(applications, "platform")
    application(applications, "web", web, project=project)
    application(Chart(app, "bootstrap"), "bootstrap", applications, project=project)
    assert refusal(app.synth) == (
        "Application argocd/web: 'Application argocd/web, Application argocd/bootstrap' would never start: the "
        "Application, or its Project, is in a chart that only these apply. Allowed: an Application that is, with its "
        "Project, in a chart that is applied by hand or by another one. Fix: write project='default' in the "
        "Application that applies the Project, and leave that Application's own chart out of the others."
    )


def test_two_applications_that_apply_each_other_are_refused(app: Platform) -> None:
    one, other = Chart(app, "one"), Chart(app, "other")
    application(one, "other", other)
    application(other, "one", one)
    assert refusal(app.synth).startswith(
        "Application argocd/other: 'Application argocd/other, Application argocd/one' would never start: "
    )


def test_a_derived_project_that_is_applied_by_hand_is_refused(app: Platform, web: Chart) -> None:
    bootstrap = Chart(app, "bootstrap")
    application(bootstrap, "web", web, project=ArgoProject(bootstrap, "platform"))
    assert refusal(app.synth) == (
        "AppProject argocd/platform: 'its chart' is in no Application, so what a later synth allows would not reach "
        "Argo CD. Allowed: a chart in an ArgoApplication whose own Project exists already, such as 'default'. Fix: "
        "write the chart into charts=[...] of an ArgoApplication."
    )


@pytest.mark.parametrize("kind", ["Service", "AppProject"])
def test_a_chart_in_no_application_is_refused_where_there_are_applications(
    app: Platform, web: Chart, kind: str
) -> None:
    left_out = Chart(app, "left-out")
    application(left_out, "web", web)
    metadata: Any = {"name": "a", "namespace": "b"}
    cdk8s.ApiObject(left_out, "a", api_version="v1", kind=kind, metadata=metadata)
    assert refusal(app.synth) == (
        f"{kind} b/a: 'left-out.k8s.yaml' is in no Application, so Argo CD would not apply this object. Allowed: files "
        "of charts in an ArgoApplication, and files with nothing but AppProject, Application, ApplicationSet, which "
        "are applied by hand once. Fix: write the chart into charts=[...] of an ArgoApplication."
    )


def test_charts_are_in_no_application_where_there_is_none(app: Platform, web: Chart, tmp_path: Path) -> None:
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"web.k8s.yaml"}
