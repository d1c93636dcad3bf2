"""Judge Kubernetes manifests before the cluster does: without a cluster, and without knowing how they were made."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from preflight.admission.verdict import Admission, Verdict
from preflight.catalogue import Severity
from preflight.cluster import ClusterFacts
from preflight.finding import Finding, ResourceKey, Source, UnreadableError
from preflight.snapshot import Manifest
from preflight.values import refused

__all__ = [
    "Admission",
    "ClusterFacts",
    "Finding",
    "Manifest",
    "ResourceKey",
    "Severity",
    "Source",
    "UnreadableError",
    "Verdict",
    "admit",
]


def admit(objects: Iterable[Mapping[str, Any]], *, cluster: ClusterFacts | None = None) -> Admission:
    """Return what the API server would say of each object at `kubectl apply --server-side`, with strict validation.

    The objects are in the API's form, as YAML or `kubectl get -o json` has them, and are not changed; a
    CustomResourceDefinition among them defines its kind for the others.

    The items of a `kind: List` are objects of their own. A finding of severity error is a reason to reject its object.

    :param cluster: what manifests cannot say about the cluster; Cilium 1.20 with the CRDs it needs when left out.
    :raises ValueError: for anything but a series of mappings.
    :raises UnreadableError: for a file of `cluster.crds` that cannot be read.
    """
    # only where something is judged: it costs start-up time
    from preflight.admission.judge import admission
    from preflight.reading.objects import manifests
    from preflight.snapshot import Snapshot

    found = [manifest for data in _checked(objects) for manifest in manifests(data)]
    return admission(Snapshot(tuple(found)), cluster)


def _checked(objects: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects; raises ValueError where something else was given."""
    where = "preflight.admit: objects"
    if isinstance(objects, str | Mapping) or not isinstance(objects, Iterable):
        problem = f"is of type {type(objects).__name__}"
        raise refused(where, problem, allowed="a list of objects", fix="write [object]")
    for index, data in enumerate(objects):
        if not isinstance(data, Mapping):
            raise refused(
                f"{where}[{index}]",
                f"is of type {type(data).__name__}",
                allowed="a mapping in the API's form, with apiVersion, kind and metadata",
                fix="parse it first, if it is YAML or JSON",
            )
        yield data
