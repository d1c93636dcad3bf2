"""Where Argo CD fetches manifests and charts from: Git repositories and Helm charts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import instance, keep, mapping, refused, text_of
from constructs_lib.delivery.templates import is_template
from constructs_lib.json_values import json_value

URL = re.compile(r"(?:(?:https?|ssh)://|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:)[A-Za-z0-9._~%+@:/-]+")
WITHOUT_PATTERN = re.compile(r"[A-Za-z0-9._~%+@:/-]+")
"""What means itself in a Project, whose entries are patterns."""
PASSWORD = re.compile(r"[a-z]+://[^/@]*:[^/@]*@")
FOLDER = re.compile(r"(?!\.{1,2}(?:/|$))[A-Za-z0-9._-]+(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._-]+)*")
REVISION = re.compile(r"[A-Za-z0-9._/^~*<>=+-]+")
MAX_URL = 2048
MAX_PATH = 1024


@dataclass(frozen=True)
class GitRepository:
    """A Git repository that Argo CD can read, and what of it is meant.

    `url` is its address, as in `git clone`. `target_revision` is a branch, a tag or a commit; the repository's default
    branch when left out. `path` is the folder in it that holds what this app publishes: dist/, or below the project's
    own folder. Raises ValueError for a password in the address, which would be committed.
    """

    url: str
    target_revision: str = "HEAD"
    path: str = "dist"

    def __post_init__(self) -> None:
        where = "GitRepository"
        _url(f"{where}.url", self.url, URL, "an address such as 'https://git.example.com/platform.git'")
        _revision(f"{where}.target_revision", self.target_revision)
        _folder(f"{where}.path", self.path)

    @property
    def every_folder(self) -> str:
        """The pattern of every folder that this app publishes."""
        return f"{self.path}/*"


@dataclass(frozen=True)
class GitFolder:
    """A folder of a Git repository with plain manifests, and everything below it.

    `path` is relative to the repository's root; in an ApplicationTemplate it can have placeholders.
    """

    repository: GitRepository
    path: str

    def __post_init__(self) -> None:
        instance("GitFolder.repository", self.repository, GitRepository)
        if not is_template(self.path):
            _folder("GitFolder.path", self.path)

    def spec(self) -> dict[str, Any]:
        """Return the source of an Application in the API's form."""
        return {
            "repoURL": self.repository.url,
            "targetRevision": self.repository.target_revision,
            "path": self.path,
            "directory": {"recurse": True},
        }


@dataclass(frozen=True)
class HelmChart:
    """A Helm chart that Argo CD renders.

    `repo_url` is the address of the chart repository, `version` the chart's version. `values` are what the chart is
    installed with, as in a values file; its own when left out. A key with None is refused: cdk8s would leave it out.
    """

    repo_url: str
    chart: str
    version: str
    values: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        where = "HelmChart"
        _url(f"{where}.repo_url", self.repo_url, WITHOUT_PATTERN, "the address of a chart repository")
        text_of(f"{where}.chart", self.chart, MAX_PATH)
        _revision(f"{where}.version", self.version)
        if self.values is not None:
            keep(self, values=json_value(f"{where}.values", mapping(f"{where}.values", self.values)))

    def spec(self) -> dict[str, Any]:
        """Return the source of an Application in the API's form."""
        return {
            "repoURL": self.repo_url,
            "chart": self.chart,
            "targetRevision": self.version,
            "helm": None if self.values is None else {"valuesObject": self.values},
        }


Source = GitFolder | HelmChart


def _url(where: str, value: object, form: re.Pattern[str], allowed: str) -> None:
    """Raise ValueError for what is no address, or holds a password."""
    text = text_of(where, value, MAX_URL)
    if PASSWORD.match(text):
        raise refused(
            where,
            PASSWORD.sub(lambda found: re.sub(r"(//[^:]*):.*@", r"\1:...@", found[0]), text),
            "has a password in it, which would be committed",
            allowed="an address without one",
            fix="register the repository in Argo CD with its credentials, and write the address alone",
        )
    if not form.fullmatch(text):
        raise refused(where, text, "is not an address", allowed=allowed, fix="write it as Argo CD has it registered")


def _revision(where: str, value: object) -> None:
    """Raise ValueError for what is neither a revision nor a version."""
    text = text_of(where, value, MAX_PATH)
    if not is_template(text) and not REVISION.fullmatch(text):
        raise refused(
            where,
            text,
            "is not a revision",
            allowed="a branch, a tag, a commit or a version, such as 'main'",
            fix="write one without spaces",
        )


def _folder(where: str, value: object) -> None:
    """Raise ValueError for what is no folder inside a repository."""
    text = text_of(where, value, MAX_PATH)
    if not FOLDER.fullmatch(text):
        raise refused(
            where,
            text,
            "is not a folder inside the repository",
            allowed="names of a-z, A-Z, 0-9, '.', '_' and '-' with '/' between them, from the repository's root",
            fix="write it like 'dist' or 'platform/dist'",
        )
