"""What is found in manifests, as the tests of the findings ask for it."""

from dataclasses import replace

from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.gateway_api.judge import predicted
from preflight.gateway_api.semantics import Semantics
from preflight.report.text import findings_text
from preflight.snapshot import Manifest, Snapshot

import yaml

POOL = """
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: common}
spec: {blocks: [{cidr: 192.0.2.0/24}]}
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
metadata: {name: shop, namespace: web}
spec: {ports: [{port: 80}]}
"""
ROUTE = """
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: web}
spec:
  parentRefs: [{name: edge}]
  rules: [{backendRefs: [{name: shop, port: 80}]}]
"""


def said(*documents: str, facts: ClusterFacts | None = None, semantics: Semantics | None = None) -> str:
    """Return what is found in manifests, beside a pool of addresses; they have to be admitted."""
    cluster = facts or ClusterFacts()
    manifests = [Manifest(data=data) for text in (POOL, *documents) for data in yaml.safe_load_all(text)]
    judged = admission(Snapshot(tuple(manifests)), cluster)
    assert judged.admitted, findings_text(judged.findings)
    found = predicted(judged.snapshot, cluster, semantics).findings
    return findings_text(replace(finding, resource=None) for finding in found)


def listeners(text: str) -> str:
    """Return the Gateway with other listeners, as a list in YAML."""
    return GATEWAY.replace("[{name: http, port: 80, protocol: HTTP}]", text)
