"""What a Project has to allow, so that its Applications can apply what they contain, and nothing more.

Source: Argo CD v3.5, user-guide/projects, and its checks of an Application and of each object in a sync.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from constructs_lib.delivery.records import Manifest
from constructs_lib.delivery.scopes import defined_scopes, group_and_kind, is_namespaced, namespace_of

EVERY_KIND = {"group": "*", "kind": "*"}


class Delivered(NamedTuple):
    """What one Application brings, from where and where to."""

    repo_url: str
    destination: Mapping[str, Any]
    """In the API's form."""
    manifests: Sequence[Manifest]
    creates_namespace: bool = False
    """Argo CD creates the destination's namespace itself, as if it were one of the manifests."""


def allow_lists(delivered: Sequence[Delivered]) -> dict[str, Any]:
    """Return the lists of a Project's spec in the API's form, each sorted.

    A destination is needed for each namespace that objects are in, and for the Application's own, which Argo CD asks
    for too. Kinds are allowed, without names: Argo CD does not delete what a Project no longer allows. Objects without
    a namespace, whose kind may be of either scope, are in both lists: the entry in the one that does not apply allows
    nothing.
    """
    destinations: set[tuple[tuple[str, str], ...]] = set()
    of_cluster: set[tuple[str, str]] = set()
    of_namespaces: set[tuple[str, str]] = set()
    for entry in delivered:
        defined = defined_scopes(entry.manifests)
        namespaces = {entry.destination["namespace"]}
        if entry.creates_namespace:
            of_cluster.add(("", "Namespace"))
        for manifest in entry.manifests:
            group, kind = group_and_kind(manifest)
            namespaced = is_namespaced(manifest, defined)
            if namespaced is not True:
                of_cluster.add((group, kind))
            if namespaced is not False:
                of_namespaces.add((group, kind))
                namespaces.add(namespace_of(manifest, entry.destination["namespace"], defined))
        cluster = [(key, entry.destination[key]) for key in ("name", "server") if entry.destination.get(key)]
        destinations |= {(*cluster, ("namespace", str(namespace))) for namespace in namespaces}
    return {
        "sourceRepos": sorted({entry.repo_url for entry in delivered}),
        "destinations": [dict(destination) for destination in sorted(destinations)],
        "clusterResourceWhitelist": _entries(("group", "kind"), of_cluster) or None,
        "namespaceResourceWhitelist": _entries(("group", "kind"), of_namespaces) or None,
        # No list would allow every kind.
        "namespaceResourceBlacklist": None if of_namespaces else [EVERY_KIND],
    }


def _entries(keys: tuple[str, ...], values: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    """Return sorted values as entries of a list in the API's form."""
    return [dict(zip(keys, value, strict=True)) for value in sorted(values)]
