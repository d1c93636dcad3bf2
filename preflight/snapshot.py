"""Manifest and Snapshot: the objects under judgement, with where each was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from preflight.field_path import FieldPath
from preflight.finding import Finding, ResourceKey, Source


class Origin(Protocol):
    """Where a manifest was read, and so where each of its fields is."""

    def source(self, path: FieldPath) -> Source:
        """Return where the field is, or the nearest field above it that is there."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Manifest:
    """One object as it was written; it is never changed."""

    data: Mapping[str, Any]
    origin: Origin | None = None
    """None for an object that was made in Python."""
    findings: tuple[Finding, ...] = ()
    """What reading it has found, such as a duplicate key."""

    @property
    def api_version(self) -> str:
        """Its apiVersion; empty where it has none that is a string."""
        value = self.data.get("apiVersion")
        return value if isinstance(value, str) else ""

    @property
    def group(self) -> str:
        """The group in its apiVersion; empty for the core group."""
        return self.api_version.rpartition("/")[0]

    @property
    def version(self) -> str:
        """The version in its apiVersion."""
        return self.api_version.rpartition("/")[2]

    @property
    def is_encrypted(self) -> bool:
        """Whether SOPS has encrypted values of it, which are decrypted before it is applied."""
        return isinstance(self.data.get("sops"), Mapping)

    @property
    def key(self) -> ResourceKey:
        """Its identity, with an empty string for what is missing or is no string."""
        metadata = self.data.get("metadata")
        names = metadata if isinstance(metadata, Mapping) else {}
        kind, name, namespace = self.data.get("kind"), names.get("name"), names.get("namespace")
        return ResourceKey(
            group=self.group,
            kind=kind if isinstance(kind, str) else "",
            namespace=namespace if isinstance(namespace, str) and namespace else None,
            name=name if isinstance(name, str) else "",
        )


@dataclass(frozen=True)
class Rejected:
    """Objects that are among the manifests and that the cluster does not take: what they would be is not known."""

    keys: frozenset[ResourceKey] = frozenset()

    @cached_property
    def _places(self) -> frozenset[tuple[str, str, str | None]]:
        return frozenset((key.group, key.kind, key.namespace) for key in self.keys)

    @cached_property
    def _kinds(self) -> frozenset[tuple[str, str]]:
        return frozenset((key.group, key.kind) for key in self.keys)

    def has(self, group: str, kind: str, namespace: str, name: str) -> bool:
        """Say whether an object is one of them; the namespace of a cluster-scoped one is empty."""
        return ResourceKey(group, kind, namespace or None, name) in self.keys

    def some(self, group: str, *kinds: str) -> bool:
        """Say whether one of them is of these kinds."""
        return any((group, kind) in self._kinds for kind in kinds)

    def some_in(self, namespace: str, group: str, kind: str) -> bool:
        """Say whether one of them is of a kind and in a namespace."""
        return (group, kind, namespace or None) in self._places


@dataclass(frozen=True)
class Snapshot:
    """Objects in the order in which they were read."""

    manifests: tuple[Manifest, ...] = field(default=())
    rejected: Rejected = field(default_factory=Rejected)
    """Further objects, beside the manifests."""

    @cached_property
    def by_key(self) -> Mapping[ResourceKey, tuple[Manifest, ...]]:
        """Return the manifests of each identity: more than one where an object is there twice."""
        found: dict[ResourceKey, list[Manifest]] = {}
        for manifest in self.manifests:
            found.setdefault(manifest.key, []).append(manifest)
        return {key: tuple(manifests) for key, manifests in found.items()}
