"""Applications of Argo CD: which files each of them applies.

The path of an Application is looked for in the path of a file, since a checkout may be anywhere.
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

    def applies(self, folder: str) -> bool:
        """Say whether it applies what is in a folder, or may do so."""
        return any(_applies(source, folder) for source in self.sources)


def _applies(source: Mapping[str, Any], folder: str) -> bool:
    """Say whether a folder is that of a source, or one below it, unless only the folder itself is read."""
    path = "/".join(part for part in source["path"].split("/") if part not in ("", "."))
    if not path:
        return True
    pattern = ".*".join(re.escape(part) for part in PLACEHOLDER.split(path))
    below = "" if "directory" in source and not source["directory"].get("recurse") else "(/.*)?"
    return re.search(f"(^|/){pattern}{below}$", folder) is not None


def applications(given: Input) -> Sequence[Application]:
    """Return the Applications and ApplicationSets with a path."""
    found = [Application(each) for kind in ("Application", "ApplicationSet") for each in given.of(ARGO, kind)]
    return [each for each in found if each.sources]


def folder_of(manifest: Manifest) -> str | None:
    """Return the folder of the file that an object is in; None where it was read from no file."""
    if manifest.origin is None:
        return None
    return manifest.origin.source(()).file.replace("\\", "/").rpartition("/")[0]


class Coverage:
    """Which Applications apply which objects."""

    def __init__(self, given: Input) -> None:
        self.applications = applications(given)
        self._by_folder: dict[str | None, Sequence[Application]] = {None: ()}

    def of(self, manifest: Manifest) -> Sequence[Application]:
        """Return those that apply an object."""
        folder = folder_of(manifest) if self.applications else None
        found = self._by_folder.get(folder)
        if found is None and folder is not None:
            found = self._by_folder[folder] = [each for each in self.applications if each.applies(folder)]
        return found or ()


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
