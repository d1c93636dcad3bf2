"""ArgoApplicationSet: Applications that Argo CD makes itself, one for each folder, element or cluster."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.api_groups import ARGO_CD_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import instance, keep, refuse_too_many, refused
from constructs_lib.checks import labels as checked_labels
from constructs_lib.delivery.application import application_spec, checked_source, creates_namespace, project_of
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.generators import AnyGenerator, Clusters, GitDirectories, ListElements
from constructs_lib.delivery.ignore_differences import IgnoreDifferences
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.records import RecordedApplicationSet, delivery_of
from constructs_lib.delivery.repository import Source
from constructs_lib.delivery.sync_policy import SyncPolicy
from constructs_lib.delivery.templates import Parameter, is_template, is_whole, parameters, placeholders
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.sync_waves import WORKLOADS
from imports.io.argoproj import ApplicationSet

from constructs import Construct

GENERATORS = (GitDirectories, ListElements, Clusters)
MAX_GENERATORS = 100


@dataclass(frozen=True, kw_only=True)
class ApplicationTemplate:
    """What the Applications of an ApplicationSet are like.

    Text can have placeholders for the parameters of the generators, as in Go templates: `{{.path.basename}}`,
    `{{index .path.segments 1}}`. `name` needs one, since each Application has another name. `project`, `sync_policy`
    and `ignore_differences` are as in an ArgoApplication; the Project has no placeholder, so that what is committed
    cannot choose another one.
    """

    name: str
    source: Source
    destination: Destination
    project: ArgoProject | str = "default"
    sync_policy: SyncPolicy | None = None
    ignore_differences: Sequence[IgnoreDifferences] = ()
    labels: Mapping[str, str] | None = None
    annotations: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        where = "ApplicationTemplate"
        if not is_template(instance(f"{where}.name", self.name, str)):
            raise refused(
                f"{where}.name",
                self.name,
                "is the same for every Application",
                allowed="a name with a placeholder",
                fix="write '{{.path.basename}}', or another parameter of the generator",
            )
        if is_template(self.project):
            raise refused(
                f"{where}.project",
                self.project,
                "has a placeholder, so that whoever commits a folder would choose what it may apply",
                allowed="one Project for all Applications",
                fix="write an ArgoProject, or the name of a Project",
            )
        checked_source(f"{where}.source", self.source)
        instance(f"{where}.destination", self.destination, Destination)
        keep(
            self,
            labels=checked_labels(f"{where}.labels", self.labels),
            annotations=checked_annotations(f"{where}.annotations", self.annotations),
        )


class ArgoApplicationSet(Defined, ApplicationSet):
    """An ApplicationSet of Argo CD, which makes an Application of its template for each result of its generators."""

    sync_wave: ClassVar[int] = WORKLOADS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        generators: Sequence[AnyGenerator],
        template: ApplicationTemplate,
        namespace: NamedObject = "argocd",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the ApplicationSet.

        Placeholders are Go templates, and one without a value is an error (`missingkey=error`), never empty text.

        :param scope: the chart.
        :param id: unique in the chart.
        :param generators: GitDirectories, ListElements or Clusters; one or more. The template can name the parameters
            that all of them have.
        :param template: the Applications. With an ArgoProject, the Project allows what is in the folders of dist/ that
            the Applications apply, to the clusters that they are for.
        :param namespace: a Namespace or a name: where Argo CD looks for ApplicationSets.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`. An Application goes with its folder or
            cluster, and its objects with it; `{"spec": {"syncPolicy": {"preserveResourcesOnDeletion": True}}}` leaves
            them in the cluster.
        :raises ValueError: for a placeholder that a generator has no parameter for.
        """
        namespace_name = name_of("ApplicationSet.namespace", namespace, "Namespace")
        identity = Identity(ARGO_CD_GROUP, "ApplicationSet", namespace_name, id if name is None else name)
        checked = _generators(identity, generators)
        instance(f"{identity}: template", template, ApplicationTemplate)
        delivery = delivery_of(app_of(scope))
        project_name, project = project_of(f"{identity}: template.project", delivery, template.project, template.source)
        made = {
            "metadata": {
                "name": template.name,
                "labels": template.labels or None,
                "annotations": template.annotations or None,
            },
            "spec": application_spec(
                identity,
                project=project_name,
                source=template.source,
                destination=template.destination,
                sync_policy=template.sync_policy,
                ignore_differences=template.ignore_differences,
            ),
        }
        for place, text in _texts("template", made):
            _check_placeholders(f"{identity}: {place}", text, checked)
        for index, generator in enumerate(checked):
            for place, text in _texts(f"generators[{index}].values", generator.values):
                _check_placeholders(f"{identity}: {place}", text, [generator])
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "goTemplate": True,
                "goTemplateOptions": ["missingkey=error"],
                "generators": [generator.spec() for generator in checked],
                "template": made,
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        delivery.application_sets.append(
            RecordedApplicationSet(
                identity,
                checked,
                template.source,
                template.destination,
                project,
                creates_namespace(template.sync_policy),
            )
        )


def _generators(identity: Identity, generators: Sequence[AnyGenerator]) -> tuple[AnyGenerator, ...]:
    """Return the generators as a tuple if there is one, and nothing else."""
    where, fix = f"{identity}: generators", "write [GitDirectories(repository=repository)]"
    if not isinstance(generators, list | tuple) or not generators:
        problem = "is not a list of generators"
        raise refused(where, generators, problem, allowed="one generator or more, in a list", fix=fix)
    refuse_too_many(where, generators, MAX_GENERATORS)
    for index, generator in enumerate(generators):
        if not isinstance(generator, GENERATORS):
            raise refused(
                f"{where}[{index}]",
                generator,
                f"is of type {type(generator).__name__}",
                allowed="GitDirectories, ListElements or Clusters",
                fix=fix,
            )
    return tuple(generators)


def _texts(place: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each text in a value in the API's form that has something of a placeholder, with its place."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(f"{place}.{key}", item)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _texts(f"{place}[{index}]", item)
    elif isinstance(value, str) and ("{{" in value or "}}" in value):
        yield place, value


def _check_placeholders(where: str, text: str, generators: Sequence[AnyGenerator]) -> None:
    """Raise ValueError for a placeholder that is not a Go template, or that a generator has no value for."""
    if not is_whole(text):
        raise refused(
            where,
            text,
            "has a placeholder that is empty or not closed",
            allowed="placeholders such as '{{.path.basename}}'",
            fix="write both '{{' and '}}', and a parameter between them",
        )
    for generator in generators:
        known = generator.parameters()
        listed = ", ".join(f"'{{{{.{'.'.join(parameter)}}}}}'" for parameter in known)
        for placeholder in placeholders(text):
            named = parameters(placeholder)
            if not named:
                raise refused(
                    where,
                    placeholder,
                    "names no parameter",
                    allowed=listed,
                    fix="write '.' before the parameter, as Go templates do",
                )
            if not all(_is_known(parameter, known) for parameter in named):
                raise refused(
                    where,
                    placeholder,
                    f"names what is not a parameter of {type(generator).__name__}",
                    allowed=listed,
                    fix="write one of them",
                )


def _is_known(parameter: Parameter, known: Sequence[Parameter]) -> bool:
    """Tell whether a parameter is one of those, or a label or annotation in them."""
    return parameter in known or (parameter[0] == "metadata" and parameter[:2] in known)
