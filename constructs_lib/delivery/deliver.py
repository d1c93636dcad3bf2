"""From staged charts to the folders of Applications: whether the waves can be got through, what Projects allow."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from constructs_lib.checks import refused
from constructs_lib.delivery.allow_lists import Delivered, allow_lists
from constructs_lib.delivery.bootstrap import chart_of, refuse_unowned, refuse_unreachable
from constructs_lib.delivery.folders import Folders, Read
from constructs_lib.delivery.generators import WILD, matches
from constructs_lib.delivery.ownership import applied_by, refuse_misapplied
from constructs_lib.delivery.records import Delivery, Manifest, RecordedApplicationSet, delivery_of, file_name
from constructs_lib.delivery.repository import GitFolder, GitRepository
from constructs_lib.delivery.wave_order import refuse_deadlocks
from constructs_lib.registry import Identity

import cdk8s


def deliver(app: cdk8s.App, staging: Path, files: dict[str, list[Manifest]], read: Read) -> None:
    """Put the staged files of an app where its Applications look for them, and complete its Projects.

    `files` are the files in the staging folder and what is in them; `read` reads another one. Raises ValueError for
    what Argo CD would never apply, or would wait for without end.
    """
    delivery = delivery_of(app)
    if not delivery.is_used:
        refuse_deadlocks([manifest for manifests in files.values() for manifest in manifests], "")
        return
    refuse_unreachable(delivery)
    folders = Folders(staging, delivery, files, read)
    owners = {file_name(chart): entry for entry in delivery.applications for chart in entry.charts}
    for name, entry in owners.items():
        folders.move(name, entry)
    for name, manifests in files.items():
        if name not in owners:
            refuse_unowned(name, manifests)
    for entry in delivery.applications:
        owned = [manifest for name, owner in owners.items() if owner is entry for manifest in files[name]]
        refuse_deadlocks(owned, str(entry.destination.namespace))
    refuse_misapplied(delivery, folders)
    changed: dict[cdk8s.Chart, None] = {}
    for identity, (project, scope) in delivery.projects.items():
        project.set_allow_lists(_lists(identity, delivery, folders))
        changed[chart_of(scope)] = None
    for chart in changed:
        name = file_name(chart)
        cdk8s.Yaml.save(str(folders.path(name, owners[name])), chart.to_json())


def _lists(project: Identity, delivery: Delivery, folders: Folders) -> dict[str, Any]:
    """Return what a Project has to allow."""
    delivered = []
    for entry in delivery.applications:
        if entry.project == project and isinstance(entry.source, GitFolder):
            contained = _contents(entry.identity, entry.source.repository, entry.source.path, folders)
            destination = entry.destination.spec()
            delivered.append(Delivered(entry.source.repository.url, destination, contained, entry.creates_namespace))
    for application_set in delivery.application_sets:
        if application_set.project == project:
            delivered += _of_set(application_set, folders)
    if not delivered:
        raise refused(
            str(project),
            "project=...",
            "is written in no Application, so the Project would allow nothing",
            allowed="a Project of one ArgoApplication or ArgoApplicationSet, or of several",
            fix="write project=... in an Application, or leave the Project out",
        )
    others = {str(entry.identity.namespace) for entry in delivery.applications if entry.project == project}
    return {
        **allow_lists(delivered),
        "sourceNamespaces": sorted(others - {str(project.namespace)}) or None,
    }


def _of_set(application_set: RecordedApplicationSet, folders: Folders) -> Iterator[Delivered]:
    """Yield what the Applications of an ApplicationSet bring."""
    for repository, path, destination in applied_by(application_set, folders):
        contained = _contents(application_set.identity, repository, path, folders)
        yield Delivered(repository.url, destination, contained, application_set.creates_namespace)


def _contents(identity: Identity, repository: GitRepository, path: str, folders: Folders) -> Sequence[Manifest]:
    """Return what is in the folders of dist/ that a path or pattern names."""
    prefix = f"{repository.path}/"
    paths = folders.paths(repository)
    found = [place for place in paths if (matches(path, place) if set(path) & set(WILD) else path == place)]
    if not found:
        raise refused(
            f"{identity}: source.path",
            path if folders.is_in(repository) else f"{path} in {repository.url}",
            "is not a folder that this app publishes, so a Project cannot know what is in it",
            allowed=", ".join(f"{prefix}{name}" for name in folders.names) or "none",
            fix="write one of them, or the name of a Project that exists instead of an ArgoProject",
        )
    return folders.manifests([place.removeprefix(prefix) for place in found])
