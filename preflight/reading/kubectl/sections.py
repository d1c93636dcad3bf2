"""Sections: what becomes of the saved objects, field by field of the cluster file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from preflight.finding import UnreadableError
from preflight.reading.fields import Reader, Value
from preflight.snapshot import Manifest

NOWHERE = Manifest(data={})


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a mapping, and the object that says it."""

    data: Any
    comment: str


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the cluster file: a mapping of entries, or a list of items with a comment above it."""

    data: Mapping[str, Entry] | Sequence[Any]
    comment: str = ""


def takes(reader: Reader[Any], data: object) -> bool:
    """Whether the reader of the cluster file takes a value."""
    try:
        reader(Value(NOWHERE, (), data))
    except UnreadableError:
        return False
    return True
