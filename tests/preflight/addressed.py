"""What the tests of addresses share: manifests as YAML, and what becomes of them."""

from typing import NamedTuple

from preflight.addressing import Addressing, addressing
from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.gateway_api.judge import predicted
from preflight.gateway_api.prediction import Prediction
from preflight.report.text import findings_text
from preflight.snapshot import Manifest, Snapshot

import yaml

POOL = """
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: common}
spec: {blocks: [{start: 192.0.2.1, stop: 192.0.2.4}]}
"""
OTHER_POOL = """
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec:
  blocks: [{cidr: 198.51.100.0/30}]
  serviceSelector: {matchLabels: {team: lab}}
"""
GATEWAY = """
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: web}
spec:
  gatewayClassName: cilium
  listeners: [{name: http, port: 80, protocol: HTTP}]
"""
SERVICE = """
apiVersion: v1
kind: Service
metadata: {name: dns, namespace: web}
spec: {type: LoadBalancer, ports: [{port: 53, protocol: UDP}], selector: {app: dns}}
"""
POLICY = """
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lan}
spec: {loadBalancerIPs: true, interfaces: [^eth]}
"""


class Judged(NamedTuple):
    """Manifests that are admitted, and what becomes of them."""

    snapshot: Snapshot
    prediction: Prediction
    addressing: Addressing


def judged(*documents: str, facts: ClusterFacts | None = None) -> Judged:
    """Say what becomes of manifests; they have to be admitted."""
    cluster = facts or ClusterFacts()
    manifests = [Manifest(data=data) for text in documents for data in yaml.safe_load_all(text)]
    found = admission(Snapshot(tuple(manifests)), cluster)
    assert found.admitted, findings_text(found.findings)
    prediction = predicted(found.snapshot, cluster).prediction
    assert prediction is not None
    return Judged(found.snapshot, prediction, addressing(found.snapshot, cluster, prediction))


def addressed(*documents: str, facts: ClusterFacts | None = None) -> Addressing:
    """Say which addresses come of manifests."""
    return judged(*documents, facts=facts).addressing
