"""Whether each folder of dist/ is applied by one Application: not by two, and that of a cluster not by none."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from constructs_lib.checks import refused
from constructs_lib.delivery.folders import Folders
from constructs_lib.delivery.generators import WILD, GitDirectories, matches
from constructs_lib.delivery.records import Delivery, RecordedApplicationSet
from constructs_lib.delivery.repository import GitFolder, GitRepository
from constructs_lib.delivery.templates import rendered
from constructs_lib.registry import Identity


class Applied(NamedTuple):
    """What one Application of an ApplicationSet applies; the text is a pattern where only Argo CD knows it."""

    repository: GitRepository
    path: str
    destination: Mapping[str, Any]
    """In the API's form."""


def applied_by(application_set: RecordedApplicationSet, folders: Folders) -> Iterator[Applied]:
    """Yield what the Applications of an ApplicationSet apply, as far as it is in a Git repository."""
    source = application_set.source
    if not isinstance(source, GitFolder):
        return
    destination = application_set.destination.spec()
    for generator in application_set.generators:
        seen = folders.paths(generator.repository) if isinstance(generator, GitDirectories) else []
        for values in generator.applications(seen):
            made = {key: value and rendered(value, values) for key, value in destination.items()}
            yield Applied(source.repository, rendered(source.path, values), made)


def refuse_misapplied(delivery: Delivery, folders: Folders) -> None:
    """Raise ValueError for a folder that two Applications would apply, and for one of a cluster that none does."""
    for application_set in delivery.application_sets:
        _refuse_unmatched(application_set, folders)
    applied = [
        (entry.identity, Applied(entry.source.repository, entry.source.path, entry.destination.spec()))
        for entry in delivery.applications
        if not entry.charts and isinstance(entry.source, GitFolder)
    ]
    for application_set in delivery.application_sets:
        applied += [(application_set.identity, entry) for entry in applied_by(application_set, folders)]
    ours = [(identity, entry) for identity, entry in applied if folders.is_in(entry.repository)]
    first: dict[tuple[str, str], Identity] = {}
    for identity, entry in ours:
        _refuse_shared(identity, entry, delivery, folders)
        _refuse_again(identity, entry, first)
    _refuse_unapplied([entry for _, entry in ours], delivery, folders)


def _refuse_unmatched(application_set: RecordedApplicationSet, folders: Folders) -> None:
    """Raise ValueError for patterns of folders in dist/ that match none."""
    for generator in application_set.generators:
        if not isinstance(generator, GitDirectories) or not folders.is_in(generator.repository):
            continue
        repository = generator.repository
        paths = folders.paths(repository)
        within = all(path.startswith(f"{repository.path}/") for path in generator.paths)
        if within and not generator.folders(paths):
            raise refused(
                f"{application_set.identity}: generators",
                ", ".join(generator.paths),
                "matches no folder that this app publishes",
                allowed=", ".join(paths) or "none: there is no cluster and no Application",
                fix=f"write paths=[{repository.every_folder!r}]",
            )


def _refuse_shared(identity: Identity, applied: Applied, delivery: Delivery, folders: Folders) -> None:
    """Raise ValueError if a folder, or one below it, is that of another Application."""
    path = applied.path
    if set(path) & set(WILD):
        return
    where, leave_out = _place(identity), _leave_out(identity, path)
    for entry in delivery.applications:
        if entry.charts and path == delivery.path(applied.repository.path, entry.identity.name):
            raise refused(
                where,
                path,
                f"is the folder of {entry.identity}, so two Applications would apply it",
                allowed="folders that no other Application applies",
                fix=leave_out,
            )
    below = [place for place in folders.paths(applied.repository) if place.startswith(f"{path}/")]
    if below:
        raise refused(
            where,
            path,
            f"has folders of other Applications and clusters in it, {', '.join(below)}: what is in them would be "
            "applied twice, or to the wrong cluster",
            allowed="folders with manifests only",
            fix=f"{leave_out}, or write one of those",
        )


def _refuse_again(identity: Identity, applied: Applied, first: dict[tuple[str, str], Identity]) -> None:
    """Raise ValueError if a cluster gets a folder a second time; `first` are the Applications that bring it."""
    target = str(applied.destination["name"] or applied.destination["server"])
    if set(applied.path + target) & set(WILD):
        return
    if (applied.path, target) in first:
        raise refused(
            _place(identity),
            applied.path,
            f"is applied to {target} by {first[applied.path, target]} already",
            allowed="each folder in one Application for a cluster",
            fix=_leave_out(identity, applied.path),
        )
    first[applied.path, target] = identity


def _place(identity: Identity) -> str:
    """Return where an Application or ApplicationSet says what it applies."""
    return f"{identity}: {'generators' if identity.kind == 'ApplicationSet' else 'source.path'}"


def _leave_out(identity: Identity, path: str) -> str:
    """Return how a folder is left to another Application."""
    if identity.kind == "ApplicationSet":
        return f"write exclude=[{path!r}] in GitDirectories, or leave it out of the elements of ListElements"
    return "leave this Application out"


def _refuse_unapplied(applied: list[Applied], delivery: Delivery, folders: Folders) -> None:
    """Raise ValueError for a cluster that nothing applies, where there are Applications.

    What a cluster with Applications of its own has is in folders below that of the cluster.
    """
    own = {entry.identity.name for entry in delivery.applications if entry.charts}
    for name in folders.names:
        if "/" in name or name in own or any(other.startswith(f"{name}/") for other in folders.names):
            continue
        if not any(matches(entry.path, f"{entry.repository.path}/{name}") for entry in applied):
            raise refused(
                f"Platform.cluster {name}",
                f"dist/{name}",
                "is in no Application, so Argo CD would not apply this cluster",
                allowed="a folder that an ArgoApplicationSet or an ArgoApplication of the Platform applies, or "
                "Applications in the cluster itself",
                fix="write the folder into paths=[...] of a GitDirectories",
            )
