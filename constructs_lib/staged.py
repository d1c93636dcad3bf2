"""What the staged manifests hold, whoever defined it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from constructs_lib.checks import refused
from constructs_lib.registry import Identity


def texts_in(folder: Path) -> dict[str, str]:
    """Return the text of each file right in a folder, by its name."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yaml"))}


def documents(text: str) -> int:
    """Count the documents of a stream; within a document, no line that is only `---` starts in the first column."""
    return text.count("\n---\n") + 1 if text.strip() else 0


def parsed(text: str) -> list[Mapping[str, Any]]:
    """Return the manifests in a text."""
    import yaml  # only where it is needed: it costs start-up time

    return [manifest for manifest in yaml.load_all(text, Loader=yaml.CSafeLoader) if manifest]


def refuse_duplicates(files: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Raise ValueError if two manifests in some files are of one kind, namespace and name.

    Objects of cdk8s-plus and of the L1 classes are seen here only.
    """
    found: dict[Identity, str] = {}
    for file, manifests in files.items():
        for manifest in manifests:
            identity = _identity(manifest)
            if identity in found:
                twice = found[identity] == file
                raise refused(
                    str(identity),
                    file if twice else f"{found[identity]} and {file}",
                    "has this object twice" if twice else "both have this object",
                    allowed="one object of a kind, namespace and name in an app",
                    fix="give one of them another name or namespace, or leave one out",
                )
            found[identity] = file


def _identity(manifest: Mapping[str, Any]) -> Identity:
    """Return the identity of a manifest."""
    metadata = manifest.get("metadata") or {}
    group = str(manifest.get("apiVersion", "")).rpartition("/")[0]
    return Identity(group, str(manifest.get("kind", "")), metadata.get("namespace"), str(metadata.get("name", "")))
