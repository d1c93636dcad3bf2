"""What Argo CD is to apply, and is refused."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    ApplicationTemplate,
    ArgoApplication,
    ArgoApplicationSet,
    ArgoProject,
    Automated,
    Clusters,
    Destination,
    GitDirectories,
    GitFolder,
    GitRepository,
    HelmChart,
    IgnoreDifferences,
    ListElements,
    ProjectPolicy,
    ProjectRole,
    RetryStrategy,
    SyncPolicy,
)

from cdk8s import Chart

WRONG: Any = {"a": "dict"}
REPOSITORY = GitRepository("https://git.example.com/platform.git")
FOLDERS = GitDirectories(repository=REPOSITORY)
HELM = HelmChart("https://charts.example.com", "redis", "1.2.3")
WEB = Destination("web")
TEMPLATE = ApplicationTemplate(name="{{.path.basename}}", source=HELM, destination=WEB)
LISTED = ApplicationTemplate(name="{{.name}}", source=HELM, destination=WEB)

REFUSED: list[Callable[[Chart], object]] = [
    lambda chart: GitRepository("https://user:password@git.example.com/platform.git"),
    lambda chart: GitRepository("https://git.example.com/platform.git", path="../dist"),
    lambda chart: GitFolder(REPOSITORY, "/dist"),
    lambda chart: HelmChart("https://charts.example.com", "redis", ""),
    lambda chart: Destination("web", name="edge", server="https://kubernetes.default.svc"),
    lambda chart: Automated(prune=WRONG),
    lambda chart: RetryStrategy(duration="5"),
    lambda chart: SyncPolicy(sync_options=["CreateNamespaces=true"]),
    lambda chart: IgnoreDifferences(kind="Deployment"),
    lambda chart: GitDirectories(repository=REPOSITORY, paths=["/dist/*"]),
    lambda chart: ListElements([{"a": "1"}, {"b": "2"}]),
    lambda chart: Clusters(selector=WRONG),
    lambda chart: ApplicationTemplate(name="web", source=HELM, destination=WEB),
    lambda chart: ProjectPolicy(action="deploy"),
    lambda chart: ProjectRole(name="a b"),
    lambda chart: ArgoProject(chart, "a", roles=[ProjectRole(name="b"), ProjectRole(name="b")]),
    lambda chart: ArgoApplication(chart, "a", destination=WEB),
    lambda chart: ArgoApplication(chart, "a", destination=WRONG, source=HELM),
    lambda chart: ArgoApplication(chart, "a", destination=WEB, repository=REPOSITORY, charts=[chart, chart]),
    lambda chart: ArgoApplicationSet(chart, "a", generators=[], template=TEMPLATE),
    lambda chart: ArgoApplicationSet(chart, "a", generators=[FOLDERS], template=LISTED),
]
