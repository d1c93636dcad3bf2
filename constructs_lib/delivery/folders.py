"""The folders of dist/ while they are staged: which there are, and what Argo CD finds in them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from constructs_lib.checks import refused
from constructs_lib.delivery.records import Delivery, Manifest, RecordedApplication
from constructs_lib.delivery.repository import GitFolder, GitRepository

Read = Callable[[Path], list[Manifest]]


class Folders:
    """What an app has staged; folders are named as below dist/, such as `edge-1/platform` for one of many clusters."""

    def __init__(self, staging: Path, delivery: Delivery, files: dict[str, list[Manifest]], read: Read) -> None:
        """Hold the staging folder of an app, its place in dist/, and what is in its files; `read` reads others."""
        self._staging, self._within, self._read = staging, delivery.folder, read
        self._urls = {
            entry.source.repository.url
            for entry in delivery.applications
            if entry.charts and isinstance(entry.source, GitFolder)
        }
        self._manifests = {staging / name: manifests for name, manifests in files.items()}

    def move(self, name: str, application: RecordedApplication) -> None:
        """Put a file of a chart into the folder of its Application."""
        source, target = self._staging / name, self.path(name, application)
        if source not in self._manifests:
            raise refused(
                f"{application.identity}: charts",
                name,
                "is not the file of this chart: charts in a chart, and charts with dependencies on each other, get a "
                "number before their names",
                allowed="charts right below the app, without dependencies on each other",
                fix="write Chart(app, ...), and no add_dependency from one chart to another",
            )
        target.parent.mkdir(exist_ok=True)
        source.rename(target)
        self._manifests[target] = self._manifests.pop(source)

    def path(self, name: str, application: RecordedApplication) -> Path:
        """Return where the file of a chart is, once it is in the folder of its Application."""
        return self._staging / application.identity.name / name

    @cached_property
    def names(self) -> list[str]:
        """The name of every folder, sorted; asked once all files are in theirs."""
        below = (path for path in self._staging.rglob("*") if path.is_dir())
        return sorted(
            (PurePosixPath(self._within) / path.relative_to(self._staging).as_posix()).as_posix() for path in below
        )

    def is_in(self, repository: GitRepository) -> bool:
        """Tell whether dist/ is committed in a repository: that of the charts, or any where no Application has some."""
        return not self._urls or repository.url in self._urls

    def paths(self, repository: GitRepository) -> list[str]:
        """Return the path of every folder in a repository; none if dist/ is in another one."""
        return [f"{repository.path}/{name}" for name in self.names] if self.is_in(repository) else []

    def manifests(self, names: Sequence[str]) -> list[Manifest]:
        """Return what is in some folders and below them, in the order of their names."""
        found: list[Manifest] = []
        for name in names:
            folder = self._staging / PurePosixPath(name).relative_to(self._within)
            for file in sorted(folder.rglob("*.yaml")):
                if file not in self._manifests:
                    self._manifests[file] = self._read(file)
                found += self._manifests[file]
        return found
