"""ArgoApplication: some of the app's charts, or something else, that Argo CD applies to a cluster."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.api_groups import ARGO_CD_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import dns_label, dns_subdomain, instance, instances, refused
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.ignore_differences import MAX_ENTRIES, IgnoreDifferences
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.records import Delivery, RecordedApplication, delivery_of, file_name
from constructs_lib.delivery.repository import GitFolder, GitRepository, HelmChart, Source
from constructs_lib.delivery.sync_policy import SyncPolicy
from constructs_lib.delivery.templates import is_template
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.sync_waves import WORKLOADS
from imports.io.argoproj import Application

import cdk8s
from constructs import Construct

MAX_CHARTS = 1000


class ArgoApplication(Defined, Application):
    """An Application of Argo CD, for charts of this app or for manifests from elsewhere."""

    sync_wave: ClassVar[int] = WORKLOADS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        destination: Destination,
        repository: GitRepository | None = None,
        charts: Sequence[cdk8s.Chart] = (),
        source: Source | None = None,
        project: ArgoProject | str = "default",
        sync_policy: SyncPolicy | None = None,
        ignore_differences: Sequence[IgnoreDifferences] = (),
        namespace: NamedObject = "argocd",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the Application.

        :param scope: the chart that the Application itself is in. What puts this chart into the cluster is another
            Application, this one if `charts` has it too, or somebody who applies it once.
        :param id: unique in the chart.
        :param destination: the cluster and namespace. Sync waves order the objects of one Application; another one does
            not wait for them.
        :param repository: where dist/ is committed; with `charts`.
        :param charts: the charts that Argo CD applies together. Their files are in the folder of dist/ that is called
            like the Application, and no other Application can have them.
        :param source: what to apply instead of charts: a GitFolder or a HelmChart.
        :param project: an ArgoProject, which then allows what the Application contains, or the name of a Project that
            exists. An ArgoProject cannot know what is in a HelmChart.
        :param sync_policy: SyncPolicy() when left out: automated, with prune and self-heal, and with retries until the
            sync succeeds.
        :param ignore_differences: what Argo CD does not compare.
        :param namespace: a Namespace or a name: where Argo CD looks for Applications.
        :param name: metadata.name, a DNS label; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`. With `{"metadata": {"finalizers":
            ["resources-finalizer.argocd.argoproj.io"]}}` Argo CD deletes the objects with the Application; without it
            they stay.
        :raises ValueError: for a chart of another app or of another Application, and for anything but charts with their
            repository, or a source.
        """
        identity = Identity(
            ARGO_CD_GROUP,
            "Application",
            name_of("Application.namespace", namespace, "Namespace"),
            dns_label("Application.metadata.name", id if name is None else name),
        )
        app = app_of(scope)
        delivery = delivery_of(app)
        owned = instances(f"{identity}: charts", charts, cdk8s.Chart, at_most=MAX_CHARTS)
        where_from = _source(identity, delivery, repository, owned, source)
        for index, chart in enumerate(owned):
            _refuse_owned(f"{identity}: charts[{index}]", delivery, app, chart, owned[:index])
        project_name, defined_project = project_of(f"{identity}: project", delivery, project, where_from)
        spec = application_spec(
            identity,
            project=project_name,
            source=where_from,
            destination=destination,
            sync_policy=sync_policy,
            ignore_differences=ignore_differences,
        )
        _refuse_templates(identity, spec)
        define(
            self,
            scope,
            id,
            identity,
            spec=spec,
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        delivery.applications.append(
            RecordedApplication(
                identity, scope, owned, where_from, destination, defined_project, creates_namespace(sync_policy)
            )
        )
        delivery.owners.update(dict.fromkeys(owned, identity))
        if owned:
            delivery.folders[identity.name] = str(identity)


def _source(
    identity: Identity,
    delivery: Delivery,
    repository: GitRepository | None,
    charts: Sequence[cdk8s.Chart],
    source: Source | None,
) -> Source:
    """Return the folder that the charts are published to, or the source that is given instead."""
    if source is None and repository is not None and charts:
        instance(f"{identity}: repository", repository, GitRepository)
        delivery.refuse_taken(f"{identity}: name", identity.name)
        return GitFolder(repository, delivery.path(repository.path, identity.name))
    given = [
        argument
        for argument, value in (("repository", repository), ("charts", charts), ("source", source))
        if value not in (None, ())
    ]
    if given != ["source"]:
        raise refused(
            f"{identity}: source",
            " and ".join(given) or None,
            "does not say once what the Application applies",
            allowed="repository and charts, or source",
            fix="write repository=GitRepository('https://...'), charts=[chart]",
        )
    return checked_source(f"{identity}: source", source)


def creates_namespace(sync_policy: SyncPolicy | None) -> bool:
    """Tell whether Argo CD creates the destination's namespace, as it does not when no policy is given."""
    return sync_policy is not None and sync_policy.creates_namespace


def checked_source(where: str, source: object) -> Source:
    """Return `source` if it is one."""
    if isinstance(source, GitFolder | HelmChart):
        return source
    raise refused(
        where,
        source,
        f"is of type {type(source).__name__}",
        allowed="GitFolder or HelmChart",
        fix="write GitFolder(repository, 'path') or HelmChart('https://...', 'chart', 'version')",
    )


def _refuse_owned(
    where: str, delivery: Delivery, app: cdk8s.App, chart: cdk8s.Chart, before: Sequence[cdk8s.Chart]
) -> None:
    """Raise ValueError for a chart that is in an Application already, or in another app."""
    if app_of(chart) is not app:
        raise refused(
            where,
            file_name(chart),
            "is a chart of another app",
            allowed="charts of the app that the Application is in",
            fix="define the chart in this app",
        )
    owner = "this Application" if chart in before else delivery.owners.get(chart)
    if owner is not None:
        raise refused(
            where,
            file_name(chart),
            f"is in {owner} already",
            allowed="each chart in one Application",
            fix="leave it out of one of them, or divide it into two charts",
        )


def project_of(
    where: str, delivery: Delivery, project: ArgoProject | str, source: Source
) -> tuple[str, Identity | None]:
    """Return the name of a Project, and its identity if its lists are derived."""
    if isinstance(project, str):
        return dns_subdomain(where, project), None
    identity = instance(where, project, ArgoProject).identity
    if delivery.projects.get(identity, (None,))[0] is not project:
        raise refused(
            where,
            project,
            "is the Project of another app",
            allowed="an ArgoProject of this app, or the name of a Project",
            fix=f"write project={identity.name!r}",
        )
    if isinstance(source, HelmChart):
        raise refused(
            where,
            project,
            "cannot know what is in a HelmChart",
            allowed="the name of a Project that exists, or charts of this app",
            fix="write project='default', or the name of a Project that allows what is in the Helm chart",
        )
    return identity.name, identity


def application_spec(
    identity: Identity,
    *,
    project: str,
    source: Source,
    destination: Destination,
    sync_policy: SyncPolicy | None,
    ignore_differences: Sequence[IgnoreDifferences],
) -> dict[str, Any]:
    """Return the spec of an Application, or of the template of many, in the API's form."""
    policy = SyncPolicy() if sync_policy is None else instance(f"{identity}: sync_policy", sync_policy, SyncPolicy)
    ignored = instances(f"{identity}: ignore_differences", ignore_differences, IgnoreDifferences, at_most=MAX_ENTRIES)
    return {
        "project": project,
        "source": source.spec(),
        "destination": instance(f"{identity}: destination", destination, Destination).spec(),
        "syncPolicy": policy.spec(),
        "ignoreDifferences": [entry.spec() for entry in ignored] or None,
    }


def _refuse_templates(identity: Identity, spec: Mapping[str, Any]) -> None:
    """Raise ValueError for placeholders, which Argo CD fills in for ApplicationSets only."""
    for part in ("source", "destination"):
        for name, value in spec[part].items():
            if is_template(value):
                raise refused(
                    f"{identity}: {part}.{name}",
                    value,
                    "has a placeholder, which Argo CD would not fill in here",
                    allowed="plain text; placeholders in an ApplicationTemplate",
                    fix="write out what is meant, or define an ArgoApplicationSet",
                )
