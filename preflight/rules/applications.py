"""Applications of Argo CD: which files each of them applies.

The path of an Application is looked for in the path of a file, since a checkout may be anywhere.

Source: Argo CD, its documentation of tool detection: a folder without the file of a tool is one of plain manifests, and
the folders in it are not read unless the source says so. Plugins are not known here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from preflight.finding import ResourceKey
from preflight.gateway_api.referenced import spec_of
from preflight.rules.input import Input
from preflight.snapshot import Manifest

ARGO = "argoproj.io"
PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
"""What an ApplicationSet fills in."""

TOOLS = ("helm", "kustomize", "plugin", "chart")
"""Fields of a source that is made by a tool."""
TOOL_FILES = ("Chart.yaml", "kustomization.yaml", "kustomization.yml")
"""How the names of files end with which Argo CD knows the tool of a folder."""


@dataclass(frozen=True, eq=False)
class Application:
    """An Application, or the template of an ApplicationSet."""

    manifest: Manifest

    @cached_property
    def spec(self) -> Mapping[str, Any]:
        """What it applies, from where and how."""
        spec = spec_of(self.manifest)
        if self.is_template:
            return (spec.get("template") or {}).get("spec") or {}
        return spec

    @property
    def is_template(self) -> bool:
        """Whether it is an ApplicationSet, whose Applications are not known."""
        return self.manifest.key.kind == "ApplicationSet"

    @cached_property
    def sources(self) -> Sequence[Mapping[str, Any]]:
        """Where it gets manifests from: those with a path."""
        written = self.spec.get("sources") or [self.spec.get("source") or {}]
        return [each for each in written if each.get("path")]


def applications(given: Input) -> Sequence[Application]:
    """Return the Applications and ApplicationSets with a path."""
    found = [Application(each) for kind in ("Application", "ApplicationSet") for each in given.of(ARGO, kind)]
    return [each for each in found if each.sources]


def file_of(manifest: Manifest) -> str | None:
    """Return the file that an object is in; None where it was read from no file."""
    return None if manifest.origin is None else manifest.origin.source(()).file.replace("\\", "/")


def folder_of(manifest: Manifest) -> str | None:
    """Return the folder of the file that an object is in; None where it was read from no file."""
    file = file_of(manifest)
    return None if file is None else file.rpartition("/")[0]


class Coverage:
    """Which Applications apply which objects."""

    def __init__(self, given: Input) -> None:
        self.applications = applications(given)
        self._read = given.read
        self._by_folder: dict[str | None, Sequence[Application]] = {None: ()}

    def of(self, manifest: Manifest) -> Sequence[Application]:
        """Return those that apply an object, or may do so."""
        folder = folder_of(manifest) if self.applications else None
        found = self._by_folder.get(folder)
        if found is None and folder is not None:
            found = self._by_folder[folder] = [each for each in self.applications if self._applies(each, folder)]
        return found or ()

    def is_directory(self, source: Mapping[str, Any]) -> bool:
        """Say whether a source is surely plain manifests: it says so, or its folder has been read and has no tool."""
        explicit = [tool for tool in ("directory", *TOOLS) if source.get(tool) is not None]
        if explicit:
            return explicit == ["directory"]
        names = [names for folder, names in self._names.items() if _is_in(source, folder, below=False)]
        return bool(names) and not any(name.endswith(TOOL_FILES) for each in names for name in each)

    @cached_property
    def _names(self) -> Mapping[str, set[str]]:
        """The names of the files that were read, by their folder."""
        found: dict[str, set[str]] = {}
        for manifest in self._read.manifests:
            if (file := file_of(manifest)) is not None:
                folder, _, name = file.rpartition("/")
                found.setdefault(folder, set()).add(name)
        return found

    def _applies(self, application: Application, folder: str) -> bool:
        return any(
            _is_in(source, folder, below=not self.is_directory(source) or _is_recursive(source))
            for source in application.sources
        )


def _is_recursive(source: Mapping[str, Any]) -> bool:
    return bool((source.get("directory") or {}).get("recurse"))


def _is_in(source: Mapping[str, Any], folder: str, *, below: bool) -> bool:
    """Say whether a folder is that of a source, or one below it."""
    path = "/".join(part for part in source["path"].split("/") if part not in ("", "."))
    if not path:
        return below
    pattern = ".*".join(re.escape(part) for part in PLACEHOLDER.split(path))
    return re.search(f"(^|/){pattern}{'(/.*)?' if below else ''}$", folder) is not None


def project_of(application: Application, given: Input) -> Manifest | None:
    """Return the AppProject of an Application, if it is among the manifests."""
    name = application.spec.get("project") or "default"
    of_kind = given.of(ARGO, "AppProject")
    return next((each for each in of_kind if each.key.name == name and _is_near(each.key, application)), None)


def _is_near(key: ResourceKey, application: Application) -> bool:
    return key.namespace == application.manifest.key.namespace


def applied(given: Input) -> Iterator[tuple[Manifest, Sequence[Application]]]:
    """Yield each object, with the Applications that apply it."""
    coverage = Coverage(given)
    for manifest in given.snapshot.manifests:
        yield manifest, coverage.of(manifest)
