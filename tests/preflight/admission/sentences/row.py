"""Row: one CEL rule with a manifest that keeps it and one that breaks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A manifest is its fields besides apiVersion, kind and metadata."""

    rule: str
    kind: str
    api_version: str
    accepted: Mapping[str, Any]
    refused: Mapping[str, Any]
    path: str
    """Of the value that the rule is on; empty for the object itself."""
    reason: str
    fix: str
    also: tuple[str, ...] = ()
    """The codes of further errors, where a manifest cannot break the rule alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbroken:
    """A rule that no object can break when it is applied for the first time, with one that seems to."""

    rule: str
    kind: str
    api_version: str
    accepted: Mapping[str, Any]
    why: str


def manifest(row: Row | Unbroken, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the whole object."""
    return {"apiVersion": row.api_version, "kind": row.kind, "metadata": {"name": "a", "namespace": "b"}, **fields}
