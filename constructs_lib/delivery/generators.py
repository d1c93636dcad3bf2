"""Generators: what tells an ApplicationSet which Applications there are, and with which parameters.

Source: Argo CD v3.5, operator-manual/applicationset, Generators-Git, Generators-List and Generators-Cluster.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instance, instances, keep, mapping, refuse_too_many, refused, text_of
from constructs_lib.delivery.repository import GitRepository
from constructs_lib.delivery.templates import ANYTHING, Parameter, rendered
from constructs_lib.selectors import LabelSelector

KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
PATTERN = re.compile(r"[A-Za-z0-9._*?\[\]^-]+(?:/[A-Za-z0-9._*?\[\]^-]+)*")
WILD = "*?["
NOT_NORMAL = re.compile(r"[^a-z0-9.-]")
MAX_ENTRIES = 1000
MAX_TEXT = 1024


def matches(pattern: str, folder: str) -> bool:
    """Tell whether Go's path.Match matches: `*` and `?` stand for anything but `/`."""
    return re.fullmatch(_expression(pattern), folder) is not None


def _expression(pattern: str) -> str:
    """Return the regular expression for a pattern of path.Match."""
    parts = re.split(r"(\*|\?|\[\^?[^\]]*\])", pattern)
    wild = {"*": "[^/]*", "?": "[^/]"}
    return "".join(part if part.startswith("[") else wild.get(part, re.escape(part)) for part in parts)


@dataclass(frozen=True, kw_only=True)
class GitDirectories:
    """An Application for each folder of a Git repository that `paths` match and `exclude` does not.

    `paths` and `exclude` are patterns of folders from the repository's root, in which `*` stands for any part of one
    name; every folder in dist/ when `paths` is left out. Parameters: `path.path`, the folder; `path.basename`, its last
    name; `path.basenameNormalized`; `path.segments`, a list of its names; and `values.NAME` for each of `values`.
    """

    repository: GitRepository
    paths: Sequence[str] = ()
    exclude: Sequence[str] = ()
    values: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        where = "GitDirectories"
        repository = instance(f"{where}.repository", self.repository, GitRepository)
        keep(
            self,
            paths=_patterns(f"{where}.paths", self.paths) or (repository.every_folder,),
            exclude=_patterns(f"{where}.exclude", self.exclude),
            values=_values(f"{where}.values", self.values),
        )

    def parameters(self) -> list[Parameter]:
        """Return the parameters that every Application has."""
        names = ("path", "basename", "basenameNormalized", "segments")
        return [*(("path", name) for name in names), *_given(self.values)]

    def folders(self, folders: Sequence[str]) -> list[str]:
        """Return those of some folders that the generator has an Application for."""
        return [
            folder
            for folder in folders
            if any(matches(path, folder) for path in self.paths)
            and not any(matches(path, folder) for path in self.exclude)
        ]

    def applications(self, folders: Sequence[str]) -> list[dict[str, Any]]:
        """Return the parameters of each Application; `folders` are those in the repository."""
        found = []
        for folder in self.folders(folders):
            segments = folder.split("/")
            path = {
                "path": folder,
                "basename": segments[-1],
                "basenameNormalized": NOT_NORMAL.sub("-", segments[-1].lower()).strip("-."),
                "segments": segments,
            }
            values = {name: rendered(text, {"path": path}) for name, text in (self.values or {}).items()}
            found.append({"path": path, "values": values})
        return found

    def spec(self) -> dict[str, Any]:
        """Return the generator in the API's form."""
        return {
            "git": {
                "repoURL": self.repository.url,
                "revision": self.repository.target_revision,
                "directories": [
                    *({"path": path} for path in self.paths),
                    *({"path": path, "exclude": True} for path in self.exclude),
                ],
                "values": self.values,
            }
        }


@dataclass(frozen=True)
class ListElements:
    """An Application for each of some elements; an element's keys are the parameters, and all have the same keys."""

    elements: Sequence[Mapping[str, str]]

    values: ClassVar[None] = None
    """An element says all there is."""

    def __post_init__(self) -> None:
        where = "ListElements.elements"
        if not isinstance(self.elements, list | tuple) or not self.elements:
            raise refused(
                where,
                self.elements,
                "is not a list of elements",
                allowed="one mapping of text to text or more, in a list",
                fix="write [{'name': 'web'}] with what is meant",
            )
        refuse_too_many(where, self.elements, MAX_ENTRIES)
        given = enumerate(self.elements)
        keep(self, elements=tuple(_element(f"{where}[{index}]", element) for index, element in given))
        for index, element in enumerate(self.elements):
            if element.keys() != self.elements[0].keys():
                raise refused(
                    f"{where}[{index}]",
                    sorted(element),
                    "has other keys than the first element",
                    allowed=", ".join(repr(key) for key in sorted(self.elements[0])) or "no keys",
                    fix="give all elements the same keys: a template has no value for one that is missing",
                )

    def parameters(self) -> list[Parameter]:
        """Return the parameters that every Application has."""
        return [(key,) for key in self.elements[0]]

    def applications(self, folders: Sequence[str]) -> list[dict[str, Any]]:  # noqa: ARG002  # a list knows all itself
        """Return the parameters of each Application."""
        return [dict(element) for element in self.elements]

    def spec(self) -> dict[str, Any]:
        """Return the generator in the API's form."""
        return {"list": {"elements": [dict(element) for element in self.elements]}}


@dataclass(frozen=True, kw_only=True)
class Clusters:
    """An Application for each cluster that is registered in Argo CD and that `selector` selects by its labels.

    Without a selector it is each of them, the one that Argo CD runs in too. Parameters: `name`, `nameNormalized`,
    `server` and `project` of the cluster, `metadata.labels` and `metadata.annotations` of its Secret, and `values.NAME`
    for each of `values`.
    """

    selector: LabelSelector | None = None
    values: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        if self.selector is not None:
            instance("Clusters.selector", self.selector, LabelSelector)
        keep(self, values=_values("Clusters.values", self.values))

    def parameters(self) -> list[Parameter]:
        """Return the parameters that every Application has."""
        names = ("name", "nameNormalized", "server", "project")
        metadata = [("metadata", "labels"), ("metadata", "annotations")]
        return [*((name,) for name in names), *metadata, *_given(self.values)]

    def applications(self, folders: Sequence[str]) -> list[dict[str, Any]]:  # noqa: ARG002  # clusters are not in dist/
        """Return the parameters of the Applications as one: which clusters there are is known to Argo CD alone."""
        values = {name: rendered(text, {}) for name, text in (self.values or {}).items()}
        return [{"name": ANYTHING, "nameNormalized": ANYTHING, "server": ANYTHING, "values": values}]

    def spec(self) -> dict[str, Any]:
        """Return the generator in the API's form."""
        return {"clusters": {"selector": self.selector and self.selector.spec(), "values": self.values}}


AnyGenerator = GitDirectories | ListElements | Clusters


def _patterns(where: str, values: Sequence[str]) -> tuple[str, ...]:
    """Return patterns of folders as a tuple."""
    patterns = instances(where, values, str, at_most=MAX_ENTRIES)
    for index, pattern in enumerate(patterns):
        if not PATTERN.fullmatch(text_of(f"{where}[{index}]", pattern, MAX_TEXT)):
            raise refused(
                f"{where}[{index}]",
                pattern,
                "is not a pattern of folders",
                allowed="a path from the repository's root in which '*' stands for any part of one name",
                fix="write it like 'dist/*'",
            )
    return patterns


def _texts(where: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return parameters by name."""
    texts = {}
    for key, text in values.items():
        if not isinstance(key, str) or not KEY.fullmatch(key):
            raise refused(
                where,
                key,
                "is not the name of a parameter",
                allowed="letters, digits and '_', with no digit first",
                fix="write a name such as 'cluster'",
            )
        texts[key] = instance(f"{where}[{key!r}]", text, str)
    return texts


def _element(where: str, element: object) -> dict[str, str]:
    """Return the parameters of an element."""
    return _texts(where, mapping(where, element))


def _values(where: str, values: Mapping[str, str] | None) -> dict[str, str] | None:
    """Return what is given besides; None for nothing."""
    return None if values is None else _texts(where, mapping(where, values))


def _given(values: Mapping[str, str] | None) -> list[Parameter]:
    """Return the parameters that `values` give."""
    return [("values", name) for name in values or {}]
