"""Duplicates: the same object twice in the input, of which the one that is applied last would stay."""

from collections.abc import Mapping

from preflight.admission.versions import Kinds
from preflight.finding import Finding, ResourceKey
from preflight.snapshot import Manifest, Snapshot


def repeated(snapshot: Snapshot, kinds: Kinds) -> Mapping[int, tuple[Finding, ...]]:
    """Return the findings (GH106) on each object that is there already, by its index in the snapshot.

    Two versions of a kind are the same object. With and without a namespace are two, unless the kind is cluster-scoped:
    then the namespace counts for nothing. An object without a kind or a name is never the same as another.
    """
    first: dict[ResourceKey, Manifest] = {}
    again: dict[int, ResourceKey] = {}
    for index, manifest in enumerate(snapshot.manifests):
        key = manifest.key
        if not key.kind or not key.name:
            continue
        kind = kinds.kind(key.group, key.kind) if key.namespace is not None else None
        if kind is not None and not kind.namespaced:
            key = key._replace(namespace=None)
        if key in first:
            again[index] = key
        else:
            first[key] = manifest
    # Each once and in the order of the documents, since to find a place is to read its document again.
    repeated_ones = set(again.values())
    said = {key: (_again(manifest),) for key, manifest in first.items() if key in repeated_ones}
    return {index: said[key] for index, key in again.items()}


def _again(first: Manifest) -> Finding:
    place = "" if first.origin is None else f", at {first.origin.source(())}"
    return Finding(
        code="GH106",
        reason=f"It is there already{place}: the one that is applied last would stay.",
        fix="Remove one of them, or give it another name.",
    )
