"""What an app has said about its delivery, kept until it is synthesised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from weakref import WeakKeyDictionary

from constructs_lib.checks import refused
from constructs_lib.registry import Identity

import cdk8s
from constructs import Construct

if TYPE_CHECKING:  # every app imports this module
    from constructs_lib.delivery.destination import Destination
    from constructs_lib.delivery.repository import Source

ARGO_CD_KINDS = ("AppProject", "Application", "ApplicationSet")

EXTENSION = ".k8s.yaml"

Manifest = Mapping[str, Any]


class Generator(Protocol):
    """What tells an ApplicationSet which Applications there are."""

    def applications(self, folders: Sequence[str]) -> list[dict[str, Any]]:
        """Return the parameters of each Application, as far as they are known; `folders` are those in dist/."""


class RecordedApplication(NamedTuple):
    """An Application, and the charts that it applies."""

    identity: Identity
    scope: Construct
    charts: Sequence[cdk8s.Chart]
    source: "Source"
    destination: "Destination"
    project: Identity | None
    """The Project, if the app defines it."""
    creates_namespace: bool


class RecordedApplicationSet(NamedTuple):
    """An ApplicationSet, and what its Applications have in common."""

    identity: Identity
    generators: Sequence[Generator]
    source: "Source"
    destination: "Destination"
    project: Identity | None
    creates_namespace: bool


class Project(Protocol):
    """A Project whose lists are derived when the app is synthesised."""

    def set_allow_lists(self, lists: Mapping[str, Any]) -> None:
        """Give the Project the lists that its Applications need."""


@dataclass
class Delivery:
    """The Applications of an app, and what is known of them."""

    folder: str = ""
    """Where in dist/ the app's files are: the cluster's name for one of many clusters."""
    applications: list[RecordedApplication] = field(default_factory=list)
    application_sets: list[RecordedApplicationSet] = field(default_factory=list)
    projects: dict[Identity, tuple[Project, Construct]] = field(default_factory=dict)
    """The Projects, with the scope that each is defined in."""
    owners: dict[cdk8s.Chart, Identity] = field(default_factory=dict)
    """Which Application a chart belongs to."""
    folders: dict[str, str] = field(default_factory=dict)
    """What each folder of the app's files is for."""

    @property
    def is_used(self) -> bool:
        """Tell whether the app says anything about its delivery."""
        return bool(self.applications or self.application_sets or self.projects)

    def path(self, repository_path: str, name: str) -> str:
        """Return the folder of that name in a repository."""
        return (PurePosixPath(repository_path) / self.folder / name).as_posix()

    def refuse_taken(self, where: str, name: str) -> None:
        """Raise ValueError if the app has a folder of that name already."""
        if name in self.folders:
            raise refused(
                where,
                name,
                f"is the name of a folder in dist/ already: that of {self.folders[name]}",
                allowed="one folder for each Application and each cluster",
                fix="give one of them another name",
            )


def file_name(chart: cdk8s.Chart) -> str:
    """Return the name of the file that cdk8s writes a chart to."""
    return f"{cdk8s.Names.to_dns_label(chart)}{EXTENSION}"


_deliveries: WeakKeyDictionary[cdk8s.App, Delivery] = WeakKeyDictionary()


def delivery_of(app: cdk8s.App) -> Delivery:
    """Return what is known of an app's delivery."""
    return _deliveries.setdefault(app, Delivery())
