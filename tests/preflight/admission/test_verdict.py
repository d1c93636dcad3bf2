"""What of the objects is there for those who look at the cluster."""

from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.snapshot import Manifest, Snapshot

import pytest

KINDS = {
    "ListenerSet": "gateway.networking.k8s.io/v1",
    "Rollout": "argoproj.io/v1alpha1",
    "CertificateRequest": "cert-manager.io/v1",
    "Thing": "example.com/v1",
}


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_the_target_lacks_is_left_out(kind: str) -> None:
    written = {"apiVersion": KINDS[kind], "kind": kind, "metadata": {"name": "a", "namespace": "web"}}
    found = admission(Snapshot((Manifest(data=written),)), ClusterFacts(cilium="1.19"))
    assert [(each.code, each.severity) for each in found.findings] == [("GH103", "info")]
    assert [each.key.kind for each in found.snapshot.manifests] == ([] if kind == "ListenerSet" else [kind])
