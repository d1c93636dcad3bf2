"""What rules find in manifests, as their tests ask for it."""

from dataclasses import replace
from datetime import UTC, datetime

from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.finding import Finding
from preflight.report.text import findings_text
from preflight.rules.judge import judge
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.gateway_api.findings.judged import GATEWAY, POOL, ROUTE, SERVICE, listeners

import yaml

__all__ = ["GATEWAY", "HTTPS", "NOW", "POOL", "ROUTE", "SERVICE", "findings", "listeners", "routes", "said"]

HTTPS = "{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: edge-tls}]}}"
DECLARED = ClusterFacts(secrets=(("web", "edge-tls"),))
"""With the Secret of HTTPS."""
NOW = datetime(2026, 12, 1, tzinfo=UTC)
"""When certificates are judged."""


def routes(rules: str, *, name: str = "shop", more: str = "") -> str:
    """Return the HTTPRoute with other rules, in YAML; `more` are further fields of its spec."""
    return f"""
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {{name: {name}, namespace: web}}
spec:
  {more or "parentRefs: [{name: edge}]"}
  rules: {rules}
"""


def findings(*documents: str, facts: ClusterFacts = DECLARED) -> tuple[Finding, ...]:
    """Return what is found in manifests that are admitted, by the controller and by the rules."""
    manifests = [Manifest(data=data) for text in documents for data in yaml.safe_load_all(text)]
    judged = admission(Snapshot(tuple(manifests)), facts)
    assert judged.admitted, findings_text(judged.findings)
    return judge(judged, facts, now=NOW).findings


def said(code: str, *documents: str, facts: ClusterFacts = DECLARED) -> str:
    """Return what is said under a code, beside a pool of addresses, without the object."""
    found = findings(POOL, *documents, facts=facts)
    return findings_text(replace(each, resource=None) for each in found if each.code == code)
