"""ArgoProject: roles and policies, and the lists that it gets; what the lists are is in test_allow_lists.py."""

from pathlib import Path
from typing import Any

from constructs_lib import Gateway, Listener, Namespace, Platform
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.project import ArgoProject, ProjectPolicy, ProjectRole
from constructs_lib.delivery.repository import GitRepository
from tests.conftest import refusal

import cdk8s
import pytest
import yaml
from cdk8s import Chart

REPOSITORY = GitRepository("https://git.example.com/platform.git")
ARGO_CD = Destination("argocd")
SERVER = "https://kubernetes.default.svc"


def project_of(app: Platform, chart: Chart, tmp_path: Path, **arguments: Any) -> dict[str, Any]:
    """Define a Project for a chart of the app, and return what is published of it."""
    argo_cd = Chart(app, "argo-cd")
    project = ArgoProject(argo_cd, "team", **arguments)
    destination = Destination("a")
    ArgoApplication(argo_cd, "apps", repository=REPOSITORY, charts=[chart], project=project, destination=destination)
    ArgoApplication(argo_cd, "bootstrap", repository=REPOSITORY, charts=[argo_cd], destination=ARGO_CD)
    app.synth()
    text = (tmp_path / "dist" / "bootstrap" / "argo-cd.k8s.yaml").read_text(encoding="utf-8")
    manifests: list[dict[str, Any]] = list(yaml.safe_load_all(text))
    return manifests[0]


def test_a_project_allows_what_its_application_contains(app: Platform, chart: Chart, tmp_path: Path) -> None:
    common = Namespace(chart, "common")
    Gateway(chart, "gateway", namespace=common, listeners=[Listener.http("web")])
    assert project_of(app, chart, tmp_path) == {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": "AppProject",
        "metadata": {"name": "team", "namespace": "argocd", "annotations": {"argocd.argoproj.io/sync-wave": "-4"}},
        "spec": {
            "sourceRepos": [REPOSITORY.url],
            "destinations": [{"namespace": "a", "server": SERVER}, {"namespace": "common", "server": SERVER}],
            "clusterResourceWhitelist": [{"group": "", "kind": "Namespace"}],
            "namespaceResourceWhitelist": [{"group": "gateway.networking.k8s.io", "kind": "Gateway"}],
        },
    }


def test_the_lists_follow_what_other_libraries_define(app: Platform, chart: Chart, tmp_path: Path) -> None:
    cdk8s.ApiObject(chart, "a", api_version="v1", kind="ConfigMap", metadata={"name": "a", "namespace": "b"})
    spec = project_of(app, chart, tmp_path)["spec"]
    assert spec["namespaceResourceWhitelist"] == [{"group": "", "kind": "ConfigMap"}]
    assert [entry["namespace"] for entry in spec["destinations"]] == ["a", "b"]


def test_a_project_says_who_may_do_what(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "common")
    roles = [
        ProjectRole(name="readers", groups=["everyone"], description="look"),
        ProjectRole(
            name="deployers",
            groups=["platform", "on-call"],
            policies=[
                ProjectPolicy(action="sync"),
                ProjectPolicy(action="action/apps/Deployment/restart", object="web-*"),
                ProjectPolicy(action="get", resource="logs", effect="deny"),
            ],
        ),
    ]
    spec = project_of(app, chart, tmp_path, description="What a team owns.", roles=roles)["spec"]
    assert spec["description"] == "What a team owns."
    assert spec["roles"] == [
        {"name": "readers", "groups": ["everyone"], "description": "look"},
        {
            "name": "deployers",
            "groups": ["platform", "on-call"],
            "policies": [
                "p, proj:team:deployers, applications, sync, team/*, allow",
                "p, proj:team:deployers, applications, action/apps/Deployment/restart, team/web-*, allow",
                "p, proj:team:deployers, logs, get, team/*, deny",
            ],
        },
    ]


def test_the_merge_patch_takes_the_place_of_a_derived_list(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "common")
    patch = {"spec": {"destinations": [{"namespace": "*", "server": "*"}], "orphanedResources": {"warn": True}}}
    spec = project_of(app, chart, tmp_path, merge_patch=patch)["spec"]
    assert spec["destinations"] == [{"namespace": "*", "server": "*"}]
    assert spec["orphanedResources"] == {"warn": True}
    assert spec["clusterResourceWhitelist"] == [{"group": "", "kind": "Namespace"}]


def test_a_second_synth_writes_the_same(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "common")
    project_of(app, chart, tmp_path)
    file = tmp_path / "dist" / "bootstrap" / "argo-cd.k8s.yaml"
    before = file.read_bytes(), file.stat().st_mtime_ns
    app.synth()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_a_project_is_written_as_cdk8s_writes_a_spec(app: Platform, chart: Chart, tmp_path: Path) -> None:
    """Oracle: cdk8s itself, given the whole spec at once."""
    Namespace(chart, "common")
    spec = project_of(app, chart, tmp_path, description="b", roles=[ProjectRole(name="a", groups=["b"])])["spec"]
    other = cdk8s.App(outdir=str(tmp_path / "other"))
    metadata: Any = {"name": "team", "namespace": "argocd", "annotations": {"argocd.argoproj.io/sync-wave": "-4"}}
    l1: Any = {"api_version": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": metadata}
    project = cdk8s.ApiObject(Chart(other, "a"), "a", **l1)
    project.add_json_patch(cdk8s.JsonPatch.add("/spec", dict(sorted(spec.items()))))
    other.synth()
    written = (tmp_path / "dist" / "bootstrap" / "argo-cd.k8s.yaml").read_text(encoding="utf-8").partition("---\n")[0]
    assert written == (tmp_path / "other" / "a.k8s.yaml").read_text(encoding="utf-8")


# what is refused


def test_an_action_that_argo_cd_does_not_know_is_refused() -> None:
    assert refusal(lambda: ProjectPolicy(action="deploy")) == (
        "ProjectPolicy.action: 'deploy' is not a value of this field. Allowed: 'get', 'create', 'update', 'delete', "
        "'sync', 'override', '*'. Fix: write one of them."
    )


def test_a_resource_that_is_not_a_project_s_is_refused() -> None:
    assert refusal(lambda: ProjectPolicy(action="get", resource="projects")) == (
        "ProjectPolicy.resource: 'projects' is not a value of this field. Allowed: 'applications', 'applicationsets', "
        "'repositories', 'clusters', 'logs', 'exec'. Fix: write one of them."
    )


def test_an_effect_that_is_neither_allow_nor_deny_is_refused() -> None:
    assert refusal(lambda: ProjectPolicy(action="get", effect="permit")) == (
        "ProjectPolicy.effect: 'permit' is not a value of this field. Allowed: 'allow', 'deny'. Fix: write one of them."
    )


@pytest.mark.parametrize("name", ["a, b", "a b", "/a"])
def test_an_object_that_would_break_the_policy_is_refused(name: str) -> None:
    assert refusal(lambda: ProjectPolicy(action="get", object=name)) == (
        f"ProjectPolicy.object: {name!r} is not the name of an object. Allowed: a name without the Project's, in which "
        "'*' stands for any text. Fix: write the name of the Application, or '*'."
    )


@pytest.mark.parametrize("name", ["a b", "-a", "a:b"])
def test_a_role_that_argo_cd_would_refuse_is_refused(name: str) -> None:
    assert refusal(lambda: ProjectRole(name=name)) == (
        f"ProjectRole.name: {name!r} is not the name of a role. Allowed: A-Z, a-z, 0-9, '-' and '_', with a letter or "
        "digit at both ends. Fix: write a name such as 'deployers'."
    )


@pytest.mark.parametrize("group", ["a,b", "a\nb"])
def test_several_groups_in_one_are_refused(group: str) -> None:
    assert refusal(lambda: ProjectRole(name="a", groups=[group])) == (
        f"ProjectRole.groups[0]: {group!r} is several groups, or none. Allowed: text without ',' and line breaks. Fix: "
        "write each group by itself."
    )


def test_a_group_or_policy_twice_is_refused() -> None:
    assert refusal(lambda: ProjectRole(name="a", groups=["b", "b"])) == (
        "ProjectRole.groups: 'b' is there twice. Allowed: each once. Fix: leave one out."
    )
    policy = ProjectPolicy(action="get")
    assert refusal(lambda: ProjectRole(name="a", policies=[policy, policy])) == (
        "ProjectRole.policies: ProjectPolicy(action='get', resource='applications', object='*', effect='allow') is "
        "there twice. Allowed: each once. Fix: leave one out."
    )


def test_a_description_of_a_role_is_text() -> None:
    assert refusal(lambda: ProjectRole(name="a", description="")) == (
        "ProjectRole.description: '' has the wrong length. Allowed: 1 to 1024 characters. Fix: shorten or fill it."
    )


def test_two_roles_of_one_name_are_refused(chart: Chart) -> None:
    roles = [ProjectRole(name="a"), ProjectRole(name="a")]
    assert refusal(lambda: ArgoProject(chart, "team", roles=roles)) == (
        "AppProject argocd/team: roles: 'a' is the name of two roles. Allowed: each name once. Fix: give one of them "
        "another name, or make one role of them."
    )


def test_a_description_that_is_too_long_is_refused(chart: Chart) -> None:
    text = "x" * 256
    assert refusal(lambda: ArgoProject(chart, "team", description=text)) == (
        f"AppProject argocd/team: description: {text!r} has the wrong length. Allowed: 1 to 255 characters. Fix: "
        "shorten or fill it."
    )
