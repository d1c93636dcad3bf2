"""Judge Kubernetes manifests before the cluster does: without a cluster, and without knowing how they were made."""

from collections.abc import Iterable, Mapping
from typing import Any

from preflight.admission.verdict import Admission, Verdict
from preflight.catalogue import Severity
from preflight.cluster import ClusterFacts
from preflight.finding import Finding, ResourceKey, Source, UnreadableError
from preflight.snapshot import Manifest

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

    :param cluster: what manifests cannot say about the cluster; Cilium 1.20 with the CRDs it needs when left out.
    :raises UnreadableError: for a file of `cluster.crds` that cannot be read.
    """
    # only where something is judged: it costs start-up time
    from preflight.admission.judge import admission
    from preflight.reading.objects import incomplete
    from preflight.snapshot import Snapshot

    manifests = (Manifest(data=data, findings=tuple(incomplete(data))) for data in objects)
    return admission(Snapshot(tuple(manifests)), cluster)
