"""What admission rejects is there: that is one finding, and there is none on what refers to it."""

from preflight.admission.judge import admission
from preflight.cluster import CiliumValues, ClusterFacts
from preflight.finding import Finding
from preflight.report.text import findings_text
from preflight.rules.judge import check, judge
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.rules.addressed import (
    FAMILY,
    LAN,
    advertisement,
    cluster_config,
    override,
    peer_config,
    policy,
    service,
)
from tests.preflight.rules.judged import GATEWAY, HTTPS, NOW, POOL, ROUTE, SERVICE, listeners

import pytest
import yaml

FACTS = ClusterFacts()
L2 = ClusterFacts(cilium_values=CiliumValues(l2_announcements=True))
OTHER_POOL = (
    POOL.replace("common", "other")
    .replace("192.0.2.0", "198.51.100.0")
    .replace("blocks", "serviceSelector: {matchLabels: {pool: edge}}, blocks")
)
TO_SET = ROUTE.replace("{name: edge}", "{kind: ListenerSet, name: more}").replace(
    "name: shop, namespace", "name: a, namespace"
)
SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec: {parentRef: {name: edge}, listeners: [{name: again, port: 8080, protocol: HTTP}]}
"""
CLASS = """
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: lan}
spec:
  controllerName: io.cilium/gateway-controller
  parametersRef: {group: cilium.io, kind: CiliumGatewayClassConfig, namespace: web, name: lan}
"""
CLASS_CONFIG = """
apiVersion: cilium.io/v2alpha1
kind: CiliumGatewayClassConfig
metadata: {name: lan, namespace: web}
spec: {service: {type: LoadBalancer}}
"""
OF_LAN = GATEWAY.replace("gatewayClassName: cilium", "gatewayClassName: lan")
GRANT = """
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: web, namespace: apps}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}]
  to: [{group: "", kind: Service}]
"""
BALANCED = service()
LAN_POOL = POOL.replace("blocks", "serviceSelector: {matchLabels: {pool: lan}}, blocks")
OF_EDGE = service("edge", labels="pool: edge")
MORE = listeners(
    "[{name: http, port: 80, protocol: HTTP}, {name: more, port: 80, protocol: HTTP, hostname: a.example}]"
)
TO_HTTP = ROUTE.replace("{name: edge}", "{name: edge, sectionName: http}").replace(
    "name: shop, namespace", "name: a, namespace"
)
ELSEWHERE = f"{LAN}, serviceSelector: {{matchLabels: {{team: other}}}}"
OTHERS = FAMILY.replace("services", "others")
OVERRIDE = override(instance="name: other")
IN_APPS = SERVICE.replace("namespace: web", "namespace: apps")
TO_APPS = ROUTE.replace("{name: shop, port", "{namespace: apps, name: shop, port")
SECRET = """
apiVersion: v1
kind: Secret
metadata: {name: edge-tls, namespace: web}
type: kubernetes.io/tls
data: {}
"""
CERTIFICATE = """
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: edge, namespace: web}
spec: {secretName: edge-tls, dnsNames: [shop.example.com], issuerRef: {name: internal}}
"""
SELECTED = listeners(
    "[{name: http, port: 80, protocol: HTTP, "
    "allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: shop}}}}}]"
)
NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {team: shop}}\n"
TLS_POLICY = """
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: shop, namespace: web}
spec:
  targetRefs: [{group: "", kind: Service, name: shop}]
  validation: {hostname: shop.example.com, caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}
"""
CA = "data: {ca.crt: '-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----'}\n"
CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ca, namespace: web}\n"


def found(*documents: str, facts: ClusterFacts = FACTS) -> tuple[Finding, ...]:
    manifests = [Manifest(data=data) for text in documents for data in yaml.safe_load_all(text)]
    judged = admission(Snapshot(tuple(manifests)), facts)
    return check(judged, facts, now=NOW).findings


def rejected(text: str) -> str:
    """Return an object with a time that no API server takes."""
    return text.replace("metadata: {", "metadata: {creationTimestamp: never, ")


@pytest.mark.parametrize(
    ("bad", "others", "without"),
    [
        (GATEWAY, [POOL, ROUTE, SERVICE], "GH303"),
        (GATEWAY, [POOL, SET], "GH303"),
        (SET, [POOL, GATEWAY, ROUTE, SERVICE, TO_SET], "GH303"),
        (SERVICE, [POOL, GATEWAY, ROUTE], "GH202"),
        (SECRET, [POOL, listeners(f"[{HTTPS}]")], "GH204"),
        (CERTIFICATE, [POOL, listeners(f"[{HTTPS}]")], "GH204"),
        (GRANT, [POOL, GATEWAY, TO_APPS, IN_APPS], "GH201"),
        (CLASS, [POOL, OF_LAN, ROUTE, SERVICE], "GH205"),
        (CLASS_CONFIG, [POOL, CLASS, OF_LAN, ROUTE, SERVICE], "GH207"),
        (NAMESPACE, [POOL, SELECTED, ROUTE, SERVICE], "GH206"),
        (CONFIG_MAP, [POOL, GATEWAY, ROUTE, SERVICE, TLS_POLICY], "GH401"),
        (ROUTE, [POOL, GATEWAY, SERVICE, CONFIG_MAP + CA, TLS_POLICY], "GH402"),
        (ROUTE, [POOL, MORE, TO_HTTP, SERVICE], "GH310"),
        (POOL, [GATEWAY, ROUTE, SERVICE], "GH306"),
        (POOL, [OTHER_POOL, GATEWAY, ROUTE, SERVICE], "GH510"),
        (POOL, [OTHER_POOL, BALANCED], "GH510"),
        (BALANCED, [OTHER_POOL, LAN_POOL, OF_EDGE], "GH505"),
        (policy(), [POOL, policy("other", ELSEWHERE), BALANCED], "GH520"),
        (peer_config(), [POOL, BALANCED, cluster_config(), advertisement()], "GH540"),
        (advertisement(), [POOL, BALANCED, cluster_config(), peer_config()], "GH540"),
        (cluster_config("more"), [cluster_config(), peer_config(), advertisement(), OVERRIDE], "GH543"),
    ],
)
def test_what_refers_to_a_rejected_object_is_no_finding(bad: str, others: list[str], without: str) -> None:
    assert without in {each.code for each in found(*others)}
    assert findings_text(found(*others, rejected(bad))) == findings_text(found(rejected(bad)))


def test_a_reference_to_another_object_is_one_all_the_same() -> None:
    other = rejected(GATEWAY.replace("name: edge", "name: other"))
    assert [each.code for each in found(POOL, ROUTE, SERVICE, other)] == ["GH116", "GH303"]


def test_a_rejected_announcer_may_be_the_one_that_is_missing() -> None:
    assert "GH521" in [each.code for each in found(POOL, BALANCED, facts=L2)]
    assert [each.code for each in found(POOL, BALANCED, rejected(policy()), facts=L2)] == ["GH116"]
    bgp = (POOL, BALANCED, cluster_config(), peer_config(families=OTHERS), advertisement())
    assert "GH542" in [each.code for each in found(*bgp)]
    assert "GH542" not in [each.code for each in found(*bgp, rejected(peer_config("more")))]
    in_part = (POOL, BALANCED, peer_config(families=OTHERS), advertisement())
    assert "GH542" not in [each.code for each in found(*in_part)]


def test_addresses_are_said_to_be_those_of_the_other_pools() -> None:
    manifests = tuple(Manifest(data=yaml.safe_load(text)) for text in (OTHER_POOL, rejected(POOL), BALANCED))
    judged = admission(Snapshot(manifests), FACTS)
    given = judge(judged, FACTS, now=NOW).given
    assert given is not None
    assert given.addressing.notes == (
        "Not all CiliumLoadBalancerIPPools are admitted: what is said of addresses is what comes of the others.",
    )
