"""Where the CRDs come from: URLs pinned to a version, or local folders of the same versions."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

SOURCE = re.compile(
    r"https://(?:github|raw\.githubusercontent)\.com/[^/]+/(?P<project>[^/]+)/(?:releases/download/)?(?P<version>v[^/]+)/"
)
MAX_SOURCE_BYTES = 64 * 1024 * 1024
FETCH_TIMEOUT_SECONDS = 60


class ImportsError(Exception):
    """What keeps imports/ from being generated, said to the user; imports/ is left as it was."""


class Crd(NamedTuple):
    """A CustomResourceDefinition, and the file or URL that it comes from."""

    origin: str
    content: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Its group and kind."""
        return self.content["spec"]["group"], self.content["spec"]["names"]["kind"]


@dataclass(frozen=True)
class Source:
    """One source of CRDs."""

    url: str
    project: str
    version: str

    @classmethod
    def parse(cls, url: str) -> "Source":
        """Read project and version off a GitHub release or raw URL; anything else raises ImportsError."""
        match = SOURCE.match(url)
        if match is None:
            raise ImportsError(
                f"cdk8s.yaml: imports: {url!r} is not the URL of a file in a GitHub release or tag; write "
                "https://github.com/OWNER/PROJECT/releases/download/vX.Y.Z/FILE.yaml or "
                "https://raw.githubusercontent.com/OWNER/PROJECT/vX.Y.Z/PATH.yaml"
            )
        return cls(url=url, project=match["project"], version=match["version"])

    @property
    def folder(self) -> str:
        """The folder below CRDS that holds these files, such as `cilium-v1.20.0`."""
        return f"{self.project}-{self.version}"


def pinned_sources(config: Path) -> list[Source]:
    """Return the sources under `imports` of a cdk8s.yaml, in its order."""
    urls = yaml.safe_load(config.read_text(encoding="utf-8")).get("imports")
    if not isinstance(urls, list) or not urls:
        raise ImportsError(f"{config.name}: imports is {urls!r}; list the URLs of the CRDs there")
    return [Source.parse(str(url)) for url in urls]


def fetch(url: str) -> str:
    """Download one file of at most 64 MiB."""
    print(f"  fetch {url}", flush=True)
    try:
        # Source.parse has let https only through.
        with urllib.request.urlopen(url, timeout=FETCH_TIMEOUT_SECONDS) as response:  # noqa: S310
            data: bytes = response.read(MAX_SOURCE_BYTES + 1)
    except (urllib.error.URLError, TimeoutError) as error:
        raise ImportsError(
            f"{url}: {error}; check the URL and the network, or take local files: make imports CRDS=folder"
        ) from error
    if len(data) > MAX_SOURCE_BYTES:
        raise ImportsError(f"{url}: more than {MAX_SOURCE_BYTES} bytes; a file of CRDs is smaller, check the URL")
    return data.decode("utf-8")


def local_files(crds: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every YAML file in the folder of that name below `crds`."""
    folder = crds / name
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise ImportsError(f"{folder}: no *.yaml files there; {name} is pinned, so CRDS needs a folder of that name")
    print(f"  read {folder} ({len(files)} files)", flush=True)
    for file in files:
        yield str(file), file.read_text(encoding="utf-8")


def crd_documents(name: str, text: str) -> list[Crd]:
    """Return the CustomResourceDefinitions of a YAML stream; other objects in it are passed over."""
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.CSafeLoader)):
            raise ImportsError(f"{name}: contains a YAML alias; a CRD has none, check where the file comes from")
        documents = list(yaml.load_all(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise ImportsError(f"{name}: not YAML: {error}") from error
    return [
        Crd(name, document)
        for document in documents
        if isinstance(document, dict) and document.get("kind") == "CustomResourceDefinition"
    ]


def read_crds(sources: Iterable[Source], crds: Path | None) -> dict[str, list[Crd]]:
    """Return the CRDs of each version of a project, by its folder's name.

    They are downloaded, each URL once, or read from the folders below `crds`.
    """
    pinned = {source.url: source.folder for source in sources}
    found: dict[str, list[Crd]] = {folder: [] for folder in sorted(set(pinned.values()))}
    files = ((folder, url, fetch(url)) for url, folder in pinned.items())
    if crds is not None:
        files = ((folder, name, text) for folder in found for name, text in local_files(crds, folder))
    for folder, name, text in files:
        found[folder] += crd_documents(name, text)
    return found
