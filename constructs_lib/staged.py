"""What the staged manifests hold, whoever defined it."""

from pathlib import Path
from typing import Any

from constructs_lib.checks import refused
from constructs_lib.registry import Identity


def refuse_duplicates(folder: Path, claimed: int) -> None:
    """Raise ValueError if two manifests below a folder are of one kind, namespace and name.

    `claimed` is the number of objects that the constructs here have claimed, each identity once: if there are no other
    documents, nothing is read. Objects of cdk8s-plus and of the L1 classes are seen here only.
    """
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.yaml"))}
    if sum(_documents(text) for text in texts.values()) == claimed:
        return
    import yaml  # only where it is needed: it costs start-up time

    found: dict[Identity, str] = {}
    for file, text in texts.items():
        for manifest in yaml.load_all(text, Loader=yaml.CSafeLoader):
            identity = _identity(manifest or {})
            if identity in found:
                twice = found[identity] == file.name
                raise refused(
                    str(identity),
                    file.name if twice else f"{found[identity]} and {file.name}",
                    "has this object twice" if twice else "both have this object",
                    allowed="one object of a kind, namespace and name in an app",
                    fix="give one of them another name or namespace, or leave one out",
                )
            found[identity] = file.name


def _documents(text: str) -> int:
    """Count the documents of a stream; within a document, no line that is only `---` starts in the first column."""
    return text.count("\n---\n") + 1 if text.strip() else 0


def _identity(manifest: dict[str, Any]) -> Identity:
    """Return the identity of a manifest."""
    metadata = manifest.get("metadata") or {}
    group = str(manifest.get("apiVersion", "")).rpartition("/")[0]
    return Identity(group, str(manifest.get("kind", "")), metadata.get("namespace"), str(metadata.get("name", "")))
