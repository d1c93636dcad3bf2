"""Applications, ApplicationSets and a Project with every argument."""

from constructs_lib import (
    ApplicationTemplate,
    ArgoApplication,
    ArgoApplicationSet,
    ArgoProject,
    Automated,
    Clusters,
    Destination,
    Gateway,
    GitDirectories,
    GitFolder,
    GitRepository,
    HelmChart,
    IgnoreDifferences,
    LabelSelector,
    LabelSelectorRequirement,
    ListElements,
    Listener,
    Namespace,
    ProjectPolicy,
    ProjectRole,
    RetryStrategy,
    SyncPolicy,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import App, Chart

REPOSITORY = GitRepository("https://git.example.com/platform.git", "main", path="platform/dist")
HELM = HelmChart("https://charts.example.com", "redis", "1.2.3", values={"replicas": 2, "host": "{{.name}}"})
FOLDERS = GitDirectories(repository=REPOSITORY, paths=["deploy/*"], exclude=["deploy/web"], values={"a": "b"})
POLICY = SyncPolicy(
    automated=Automated(prune=False, self_heal=True, allow_empty=True),
    retry=RetryStrategy(limit=3, duration="10s", factor=3, max_duration="10m", refresh=False),
    sync_options=["CreateNamespace=true", "ServerSideApply=true"],
)
IGNORED = IgnoreDifferences(
    kind="Deployment",
    group="apps",
    name="web",
    namespace="web",
    json_pointers=["/spec/replicas"],
    jq_path_expressions=[".spec.template"],
    managed_fields_managers=["kube-controller-manager"],
)

EDGE = LabelSelector(
    match_labels={"tier": "edge"},
    match_expressions=[LabelSelectorRequirement(key="zone", operator="In", values=["a", "b"])],
)


def delivery(chart: Chart) -> None:
    owned, named = Chart(App.of(chart), "owned"), Chart(App.of(chart), "named")
    Namespace(owned, "web")
    Gateway(named, "gateway", namespace="edge", listeners=[Listener.http("web")])
    Gateway(owned, "gateway", namespace="web", listeners=[Listener.http("web")])
    project = ArgoProject(
        chart,
        "project",
        name="team",
        description="what the team owns",
        roles=[
            ProjectRole(
                name="deployers",
                description="who may sync",
                groups=["team"],
                policies=[ProjectPolicy(action="sync")],
            )
        ],
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    ArgoApplication(
        chart,
        "owned",
        repository=REPOSITORY,
        charts=[owned],
        project=project,
        destination=Destination("web", server="https://edge.example.com"),
    )
    ArgoApplication(
        chart,
        "named",
        repository=REPOSITORY,
        charts=[named],
        project=project,
        destination=Destination("edge", name="edge-1"),
    )
    ArgoApplication(chart, "bootstrap", repository=REPOSITORY, charts=[chart], destination=Destination("argocd"))
    ArgoApplication(
        chart,
        "application",
        name="redis",
        source=HelmChart("https://charts.example.com", "redis", "1.2.3", values={"replicas": 2}),
        destination=Destination("db", name="edge-1"),
        project="tools",
        sync_policy=POLICY,
        ignore_differences=[IGNORED],
        namespace="tools",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    ArgoApplication(chart, "web", source=GitFolder(REPOSITORY, "deploy/web"), destination=Destination("web"))
    ArgoApplicationSet(
        chart,
        "folders",
        name="fleet",
        generators=[
            GitDirectories(repository=REPOSITORY, paths=["deploy/*"], exclude=["deploy/web"], values={"a": "b"})
        ],
        template=ApplicationTemplate(
            name="{{.values.a}}-{{.path.basenameNormalized}}",
            source=GitFolder(REPOSITORY, "{{.path.path}}"),
            destination=Destination("web", server="https://{{index .path.segments 1}}.example.com"),
            project="tools",
            sync_policy=POLICY,
            ignore_differences=[IGNORED],
            labels=LABELS,
            annotations={**ANNOTATIONS, "example.com/folder": "{{.path.path}}"},
        ),
        namespace="tools",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    ArgoApplicationSet(
        chart,
        "clusters",
        generators=[
            ListElements([{"name": "one"}, {"name": "two"}]),
            Clusters(selector=EDGE, values={"c": "d"}),
        ],
        template=ApplicationTemplate(name="{{.name}}", source=HELM, destination=Destination("db", name="{{.name}}")),
    )
