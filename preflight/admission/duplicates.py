"""Duplicates: the same object twice in the input, of which the one that is applied last would stay."""

from collections.abc import Mapping

from preflight.finding import Finding, ResourceKey
from preflight.snapshot import Manifest, Snapshot


def repeated(snapshot: Snapshot) -> Mapping[int, tuple[Finding, ...]]:
    """Return the findings (GH106) on each object that is there already, by its index in the snapshot.

    Two versions of a kind are the same object; with and without a namespace are two. An object without a kind or a name
    is never the same as another.
    """
    first: dict[ResourceKey, Manifest] = {}
    found: dict[int, tuple[Finding, ...]] = {}
    for index, manifest in enumerate(snapshot.manifests):
        key = manifest.key
        if not key.kind or not key.name:
            continue
        if key in first:
            found[index] = (_again(key, first[key]),)
        else:
            first[key] = manifest
    return found


def _again(key: ResourceKey, first: Manifest) -> Finding:
    place = "" if first.origin is None else f", at {first.origin.source(())}"
    return Finding(
        code="GH106",
        reason=f"{key} is there already{place}: the one that is applied last would stay.",
        fix="Remove one of them, or give it another name.",
    )
