"""What the staged manifests hold, whoever defined it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any


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
