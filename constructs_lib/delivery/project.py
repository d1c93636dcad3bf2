"""ArgoProject: what Applications may apply, and where; derived from what they contain."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.api_groups import ARGO_CD_GROUP
from constructs_lib.api_object import Defined, define, merged
from constructs_lib.checks import instances, keep, one_of, refuse_repeated, refused, text_of
from constructs_lib.delivery.records import delivery_of
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.sync_waves import NAMESPACES
from imports.io.argoproj import AppProject

import cdk8s
from constructs import Construct

RESOURCES = ("applications", "applicationsets", "repositories", "clusters", "logs", "exec")
ACTIONS = ("get", "create", "update", "delete", "sync", "override", "*")
SPECIAL_ACTION = re.compile(r"(?:action|update|delete)/[A-Za-z0-9./_*-]+")
ROLE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
OBJECT = re.compile(r"[A-Za-z0-9*][A-Za-z0-9*./:_-]*")
MAX_DESCRIPTION = 255
MAX_TEXT = 1024
MAX_ENTRIES = 1000


@dataclass(frozen=True, kw_only=True)
class ProjectPolicy:
    """What a role of a Project may do, or with `effect="deny"` may not.

    `action` such as `get` or `sync`, on the `object` of the Project with this name, or on all of them; `resource` is
    `applications` when left out. Source: Argo CD v3.5, operator-manual/rbac.
    """

    action: str
    resource: str = "applications"
    object: str = "*"
    effect: str = "allow"

    def __post_init__(self) -> None:
        where = "ProjectPolicy"
        one_of(f"{where}.resource", self.resource, RESOURCES)
        one_of(f"{where}.effect", self.effect, ("allow", "deny"))
        if not isinstance(self.action, str) or not SPECIAL_ACTION.fullmatch(self.action):
            one_of(f"{where}.action", self.action, ACTIONS)
        if not OBJECT.fullmatch(text_of(f"{where}.object", self.object, MAX_TEXT)):
            raise refused(
                f"{where}.object",
                self.object,
                "is not the name of an object",
                allowed="a name without the Project's, in which '*' stands for any text",
                fix="write the name of the Application, or '*'",
            )

    def text(self, project: str, role: str) -> str:
        """Return the policy as Argo CD reads it."""
        subject = f"proj:{project}:{role}"
        return f"p, {subject}, {self.resource}, {self.action}, {project}/{self.object}, {self.effect}"


@dataclass(frozen=True, kw_only=True)
class ProjectRole:
    """Who may do what with a Project's Applications: the members of `groups`, as the single sign-on names them."""

    name: str
    policies: Sequence[ProjectPolicy] = ()
    groups: Sequence[str] = ()
    description: str | None = None

    def __post_init__(self) -> None:
        where = "ProjectRole"
        if not ROLE_NAME.fullmatch(text_of(f"{where}.name", self.name, MAX_TEXT)):
            raise refused(
                f"{where}.name",
                self.name,
                "is not the name of a role",
                allowed="A-Z, a-z, 0-9, '-' and '_', with a letter or digit at both ends",
                fix="write a name such as 'deployers'",
            )
        if self.description is not None:
            text_of(f"{where}.description", self.description, MAX_TEXT)
        keep(
            self,
            policies=instances(f"{where}.policies", self.policies, ProjectPolicy, at_most=MAX_ENTRIES),
            groups=instances(f"{where}.groups", self.groups, str, at_most=MAX_ENTRIES),
        )
        for index, group in enumerate(self.groups):
            if re.search(r"[,\n\r\t]", text_of(f"{where}.groups[{index}]", group, MAX_TEXT)):
                raise refused(
                    f"{where}.groups[{index}]",
                    group,
                    "is several groups, or none",
                    allowed="text without ',' and line breaks",
                    fix="write each group by itself",
                )
        for argument in ("policies", "groups"):
            refuse_repeated(f"{where}.{argument}", getattr(self, argument))

    def spec(self, project: str) -> dict[str, Any]:
        """Return the role in the API's form."""
        return {
            "name": self.name,
            "description": self.description,
            "policies": [policy.text(project, self.name) for policy in self.policies] or None,
            "groups": list(self.groups) or None,
        }


class ArgoProject(Defined, AppProject):
    """A Project of Argo CD that allows what its Applications contain, and nothing more."""

    sync_wave: ClassVar[int] = NAMESPACES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        description: str | None = None,
        roles: Sequence[ProjectRole] = (),
        namespace: NamedObject = "argocd",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the Project.

        When the app is synthesised, sourceRepos, destinations, clusterResourceWhitelist and namespaceResourceWhitelist
        get what the Applications and ApplicationSets need that name the Project. What changes in a chart changes the
        lists with it, so the Project's own chart has to be in an Application too.

        Argo CD shows and deletes only what a Project allows. Where the last object of a kind or namespace is taken out
        of an app, it stays in the cluster unless `merge_patch` keeps it allowed until it is gone.

        :param scope: the chart.
        :param id: unique in the chart.
        :param description: at most 255 characters.
        :param roles: who may do what with the Applications.
        :param namespace: a Namespace or a name: the one that Argo CD is installed in.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`. A list in it, such as
            `{"spec": {"namespaceResourceWhitelist": [...]}}`, takes the place of the derived one.
        :raises ValueError: for two roles of one name, and as Argo CD would refuse.
        """
        namespace_name = name_of("AppProject.namespace", namespace, "Namespace")
        identity = Identity(ARGO_CD_GROUP, "AppProject", namespace_name, id if name is None else name)
        if description is not None:
            text_of(f"{identity}: description", description, MAX_DESCRIPTION)
        checked = instances(f"{identity}: roles", roles, ProjectRole, at_most=MAX_ENTRIES)
        names = [role.name for role in checked]
        for role_name in names:
            if names.count(role_name) > 1:
                raise refused(
                    f"{identity}: roles",
                    role_name,
                    "is the name of two roles",
                    allowed="each name once",
                    fix="give one of them another name, or make one role of them",
                )
        spec = {"description": description, "roles": [role.spec(identity.name) for role in checked] or None}
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
        self._spec, self._patch = spec, (merge_patch or {}).get("spec", {})
        delivery_of(app_of(scope)).projects[identity] = (self, scope)

    def set_allow_lists(self, lists: Mapping[str, Any]) -> None:
        """Give the Project these lists, by a JSON patch; Platform.synth calls it once all Applications are known."""
        spec = merged({**self._spec, **lists}, self._patch)
        self.add_json_patch(cdk8s.JsonPatch.add("/spec", _sorted(spec)))


def _sorted(value: Any) -> Any:
    """Return a value with its keys in the order in which cdk8s writes them, and without what is left out."""
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value) if value[key] is not None}
    return [_sorted(item) for item in value] if isinstance(value, list | tuple) else value
