"""ArgoApplicationSet: what it says to Argo CD, and which placeholders it refuses."""

from pathlib import Path
from typing import Any

from constructs_lib import LabelSelector, Platform
from constructs_lib.delivery.application_set import ApplicationTemplate, ArgoApplicationSet
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.generators import Clusters, GitDirectories, ListElements
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import GitFolder, GitRepository, HelmChart
from constructs_lib.delivery.sync_policy import SyncPolicy
from tests.conftest import Crds, defaulted, refusal, schema_of

import pytest
import yaml
from cdk8s import Chart

REPOSITORY = GitRepository("https://git.example.com/platform.git")
OTHER = GitDirectories(repository=REPOSITORY, paths=["deploy/*"])
"""Folders of the repository that are not in dist/: nothing is known of them."""
PATH_PARAMETERS = "'{{.path.path}}', '{{.path.basename}}', '{{.path.basenameNormalized}}', '{{.path.segments}}'"


def template(**arguments: Any) -> ApplicationTemplate:
    given: dict[str, Any] = {
        "name": "{{.path.basename}}",
        "source": GitFolder(REPOSITORY, "{{.path.path}}"),
        "destination": Destination("web", name="{{.path.basename}}"),
    }
    return ApplicationTemplate(**given | arguments)


def application_set(chart: Chart, **arguments: Any) -> ArgoApplicationSet:
    given: dict[str, Any] = {"generators": [OTHER], "template": template()}
    return ArgoApplicationSet(chart, "fleet", **given | arguments)


def published(app: Platform, tmp_path: Path) -> dict[str, Any]:
    app.synth()
    manifest: dict[str, Any] = yaml.safe_load((tmp_path / "dist" / "chart.k8s.yaml").read_text(encoding="utf-8"))
    return manifest


def test_an_application_set_makes_an_application_for_each_folder(app: Platform, chart: Chart, tmp_path: Path) -> None:
    application_set(chart)
    assert published(app, tmp_path) == {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": "ApplicationSet",
        "metadata": {"name": "fleet", "namespace": "argocd", "annotations": {"argocd.argoproj.io/sync-wave": "0"}},
        "spec": {
            "goTemplate": True,
            "goTemplateOptions": ["missingkey=error"],
            "generators": [
                {"git": {"repoURL": REPOSITORY.url, "revision": "HEAD", "directories": [{"path": "deploy/*"}]}}
            ],
            "template": {
                "metadata": {"name": "{{.path.basename}}"},
                "spec": {
                    "project": "default",
                    "source": {
                        "repoURL": REPOSITORY.url,
                        "targetRevision": "HEAD",
                        "path": "{{.path.path}}",
                        "directory": {"recurse": True},
                    },
                    "destination": {"name": "{{.path.basename}}", "namespace": "web"},
                    "syncPolicy": {
                        "automated": {"prune": True, "selfHeal": True},
                        "retry": {
                            "limit": -1,
                            "backoff": {"duration": "5s", "factor": 2, "maxDuration": "3m"},
                            "refresh": True,
                        },
                    },
                },
            },
        },
    }


def test_every_generator_is_written_as_argo_cd_reads_it(app: Platform, chart: Chart, tmp_path: Path) -> None:
    generators = [
        ListElements([{"name": "a"}, {"name": "b"}]),
        Clusters(selector=LabelSelector(match_labels={"tier": "edge"}), values={"size": "1"}),
        Clusters(),
    ]
    application_set(chart, generators=generators, template=template(name="{{.name}}", **FOR_NAMES))
    assert published(app, tmp_path)["spec"]["generators"] == [
        {"list": {"elements": [{"name": "a"}, {"name": "b"}]}},
        {"clusters": {"selector": {"matchLabels": {"tier": "edge"}}, "values": {"size": "1"}}},
        {"clusters": {}},
    ]


FOR_NAMES = {"source": GitFolder(REPOSITORY, "deploy/{{.name}}"), "destination": Destination("web", name="{{.name}}")}


def test_a_template_has_what_an_application_has(app: Platform, chart: Chart, tmp_path: Path) -> None:
    made = template(
        source=HelmChart("https://charts.example.com", "redis", "1.2.3", values={"host": "{{.path.basename}}"}),
        project="team",
        sync_policy=SyncPolicy(automated=None, retry=None, sync_options=["CreateNamespace=true"]),
        labels={"tier": "edge"},
        annotations={"example.com/folder": "{{.path.path}}"},
    )
    application_set(chart, template=made, name="another", namespace="tools")
    manifest = published(app, tmp_path)
    assert (manifest["metadata"]["name"], manifest["metadata"]["namespace"]) == ("another", "tools")
    assert manifest["spec"]["template"] == {
        "metadata": {
            "name": "{{.path.basename}}",
            "labels": {"tier": "edge"},
            "annotations": {"example.com/folder": "{{.path.path}}"},
        },
        "spec": {
            "project": "team",
            "source": {
                "repoURL": "https://charts.example.com",
                "chart": "redis",
                "targetRevision": "1.2.3",
                "helm": {"valuesObject": {"host": "{{.path.basename}}"}},
            },
            "destination": {"name": "{{.path.basename}}", "namespace": "web"},
            "syncPolicy": {"syncOptions": ["CreateNamespace=true"]},
        },
    }


def test_the_merge_patch_sets_what_no_argument_does(app: Platform, chart: Chart, tmp_path: Path) -> None:
    patch = {"spec": {"syncPolicy": {"preserveResourcesOnDeletion": True}}}
    application_set(chart, merge_patch=patch)
    assert published(app, tmp_path)["spec"]["syncPolicy"] == {"preserveResourcesOnDeletion": True}


def test_every_default_is_written_out(app: Platform, chart: Chart, tmp_path: Path, crds: Crds) -> None:
    """Oracle: the defaults of the CRD."""
    application_set(chart)
    spec = published(app, tmp_path)["spec"]
    schema = schema_of(crds["ApplicationSet"], "v1alpha1")["properties"]["spec"]
    assert defaulted(spec, schema) == spec


@pytest.mark.parametrize(
    "name",
    [
        "{{.path.basenameNormalized}}",
        "{{index .path.segments 1}}-web",
        "{{ .values.prefix }}{{ .path.basename | lower }}",
        '{{default "x.y" .values.prefix}}',
    ],
)
def test_placeholders_that_the_generator_has_are_taken(app: Platform, chart: Chart, tmp_path: Path, name: str) -> None:
    generator = GitDirectories(repository=REPOSITORY, paths=["deploy/*"], values={"prefix": "{{.path.basename}}-"})
    application_set(chart, generators=[generator], template=template(name=name))
    assert published(app, tmp_path)["spec"]["template"]["metadata"]["name"] == name


def test_labels_of_clusters_are_known_to_argo_cd_alone(app: Platform, chart: Chart, tmp_path: Path) -> None:
    name = '{{.name}}-{{index .metadata.labels "tier"}}-{{.metadata.annotations.site}}'
    application_set(chart, generators=[Clusters()], template=template(name=name, **FOR_NAMES))
    assert published(app, tmp_path)["spec"]["template"]["metadata"]["name"] == name


# what is refused


@pytest.mark.parametrize(
    ("placeholder", "parameters"),
    [("{{.name}}", PATH_PARAMETERS), ("{{.path.filename}}", PATH_PARAMETERS), ("{{.values.a}}", PATH_PARAMETERS)],
)
def test_a_placeholder_that_the_generator_does_not_have_is_refused(
    chart: Chart, placeholder: str, parameters: str
) -> None:
    assert refusal(lambda: application_set(chart, template=template(name=f"a-{placeholder}"))) == (
        f"ApplicationSet argocd/fleet: template.metadata.name: {placeholder!r} names what is not a parameter of "
        f"GitDirectories. Allowed: {parameters}. Fix: write one of them."
    )


def test_each_parameter_in_a_placeholder_is_checked(chart: Chart) -> None:
    name = '{{printf "%s-%s" .path.basename .name}}'
    assert refusal(lambda: application_set(chart, template=template(name=name))) == (
        f"ApplicationSet argocd/fleet: template.metadata.name: {name!r} names what is not a parameter of "
        f"GitDirectories. Allowed: {PATH_PARAMETERS}. Fix: write one of them."
    )


def test_a_placeholder_that_one_of_two_generators_does_not_have_is_refused(chart: Chart) -> None:
    generators = [Clusters(), ListElements([{"cluster": "a"}])]
    assert refusal(lambda: application_set(chart, generators=generators, template=template(name="{{.name}}"))) == (
        "ApplicationSet argocd/fleet: template.metadata.name: '{{.name}}' names what is not a parameter of "
        "ListElements. Allowed: '{{.cluster}}'. Fix: write one of them."
    )


def test_a_placeholder_in_the_old_form_is_refused(chart: Chart) -> None:
    assert refusal(lambda: application_set(chart, template=template(name="{{path.basename}}"))) == (
        "ApplicationSet argocd/fleet: template.metadata.name: '{{path.basename}}' names no parameter. Allowed: "
        f"{PATH_PARAMETERS}. Fix: write '.' before the parameter, as Go templates do."
    )


@pytest.mark.parametrize("name", ["{{.path.basename}", "{{}}", "{{.path.basename}}}}"])
def test_a_placeholder_that_is_not_whole_is_refused(chart: Chart, name: str) -> None:
    assert refusal(lambda: application_set(chart, template=template(name=name))) == (
        f"ApplicationSet argocd/fleet: template.metadata.name: {name!r} has a placeholder that is empty or not closed. "
        "Allowed: placeholders such as '{{.path.basename}}'. Fix: write both '{{' and '}}', and a parameter between "
        "them."
    )


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"source": GitFolder(REPOSITORY, "{{.x}}")}, "template.spec.source.path"),
        ({"source": HelmChart("https://a", "b", "1", values={"c": ["{{.x}}"]})}, "template.spec.source.helm."),
        ({"destination": Destination("{{.x}}")}, "template.spec.destination.namespace"),
        ({"annotations": {"a": "{{.x}}"}}, "template.metadata.annotations.a"),
    ],
)
def test_placeholders_are_checked_wherever_they_are(chart: Chart, arguments: Any, place: str) -> None:
    refused = refusal(lambda: application_set(chart, template=template(**arguments)))
    assert refused.startswith(f"ApplicationSet argocd/fleet: {place}")
    assert "'{{.x}}' names what is not a parameter of GitDirectories." in refused


def test_placeholders_in_values_are_checked(chart: Chart) -> None:
    generator = GitDirectories(repository=REPOSITORY, values={"a": "{{.b}}"})
    assert refusal(lambda: application_set(chart, generators=[generator])) == (
        "ApplicationSet argocd/fleet: generators[0].values.a: '{{.b}}' names what is not a parameter of "
        f"GitDirectories. Allowed: {PATH_PARAMETERS}, '{{{{.values.a}}}}'. Fix: write one of them."
    )


def test_one_name_for_all_applications_is_refused() -> None:
    assert refusal(lambda: template(name="web")) == (
        "ApplicationTemplate.name: 'web' is the same for every Application. Allowed: a name with a placeholder. Fix: "
        "write '{{.path.basename}}', or another parameter of the generator."
    )


def test_a_project_with_a_placeholder_is_refused() -> None:
    assert refusal(lambda: template(project="{{.path.basename}}")) == (
        "ApplicationTemplate.project: '{{.path.basename}}' has a placeholder, so that whoever commits a folder would "
        "choose what it may apply. Allowed: one Project for all Applications. Fix: write an ArgoProject, or the name "
        "of a Project."
    )


@pytest.mark.parametrize("generators", [OTHER, [], "dist/*"])
def test_what_is_no_list_of_generators_is_refused(chart: Chart, generators: Any) -> None:
    assert refusal(lambda: application_set(chart, generators=generators)) == (
        f"ApplicationSet argocd/fleet: generators: {generators!r} is not a list of generators. Allowed: one generator "
        "or more, in a list. Fix: write [GitDirectories(repository=repository)]."
    )


def test_what_is_no_generator_is_refused(chart: Chart) -> None:
    assert refusal(lambda: application_set(chart, generators=[OTHER, {"list": {}}])) == (
        "ApplicationSet argocd/fleet: generators[1]: {'list': {}} is of type dict. Allowed: GitDirectories, "
        "ListElements or Clusters. Fix: write [GitDirectories(repository=repository)]."
    )


def test_a_derived_project_is_refused_for_a_helm_chart(chart: Chart) -> None:
    project = ArgoProject(chart, "team")
    made = template(source=HelmChart("https://charts.example.com", "redis", "1.2.3"), project=project)
    assert refusal(lambda: application_set(chart, template=made)) == (
        "ApplicationSet argocd/fleet: template.project: AppProject argocd/team cannot know what is in a HelmChart. "
        "Allowed: the name of a Project that exists, or charts of this app. Fix: write project='default', or the name "
        "of a Project that allows what is in the Helm chart."
    )


def test_what_is_no_typed_value_is_refused(chart: Chart) -> None:
    wrong: Any = {}
    assert refusal(lambda: application_set(chart, template=wrong)) == (
        "ApplicationSet argocd/fleet: template: {} is of type dict. Allowed: ApplicationTemplate. Fix: write "
        "ApplicationTemplate(...)."
    )
    assert refusal(lambda: template(source=wrong)) == (
        "ApplicationTemplate.source: {} is of type dict. Allowed: GitFolder or HelmChart. Fix: write "
        "GitFolder(repository, 'path') or HelmChart('https://...', 'chart', 'version')."
    )
    assert refusal(lambda: template(destination=wrong)) == (
        "ApplicationTemplate.destination: {} is of type dict. Allowed: Destination. Fix: write Destination(...)."
    )
