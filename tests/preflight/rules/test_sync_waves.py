"""What cannot become healthy before something in a later sync wave."""

from preflight.report.text import findings_text
from tests.preflight.rules.judged import GATEWAY, HTTPS, POOL, ROUTE, SERVICE, findings, listeners

import pytest

WAIT = "Argo CD waits for the one before it applies the other, for ever."
LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec: {parentRef: {name: edge}, listeners: [{name: more, port: 8080, protocol: HTTP}]}
"""
OPEN = GATEWAY.replace(
    "gatewayClassName: cilium", "gatewayClassName: cilium\n  allowedListeners: {namespaces: {from: Same}}"
)
ON_LISTENER_SET = ROUTE.replace("{name: edge}", "{name: more, kind: ListenerSet}")
GATEWAY_CLASS = """
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: cilium}
spec:
  controllerName: io.cilium/gateway-controller
  parametersRef: {group: cilium.io, kind: CiliumGatewayClassConfig, name: common, namespace: web}
"""
CLASS_CONFIG = """
apiVersion: cilium.io/v2alpha1
kind: CiliumGatewayClassConfig
metadata: {name: common, namespace: web}
spec: {service: {type: LoadBalancer}}
"""
LOAD_BALANCER = """
apiVersion: v1
kind: Service
metadata: {name: dns, namespace: web}
spec: {type: LoadBalancer, selector: {app: dns}, ports: [{port: 53}]}
"""
SECRET = """
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: edge-tls, namespace: NAMESPACE}
spec: {secretName: edge-tls, dnsNames: [a.example.com], issuerRef: {name: own}}
"""
CERTIFICATE_GRANT = """
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: edge, namespace: certs}
spec:
  from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: web}]
  to: [{group: "", kind: Secret}]
"""
ELSEWHERE = listeners("[" + HTTPS.replace("{name: edge-tls}", "{name: edge-tls, namespace: certs}") + "]")
POLICY = """
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: shop, namespace: web}
spec:
  targetRefs: [{group: "", kind: Service, name: shop}]
  validation: {hostname: shop.example.com, wellKnownCACertificates: System}
"""
NAMESPACE = """
apiVersion: v1
kind: Namespace
metadata: {name: web}
"""


def wave(number: int, document: str) -> str:
    """Return an object in a sync wave."""
    annotations = f'annotations: {{argocd.argoproj.io/sync-wave: "{number}"}}'
    return document.replace("metadata: {", f"metadata: {{{annotations}, ", 1)


def said(*documents: str) -> str:
    """Return what is said of sync waves, beside a pool of addresses in wave 0."""
    pool = () if any("CiliumLoadBalancerIPPool" in each for each in documents) else (POOL,)
    return findings_text(each for each in findings(*pool, *documents) if each.code == "GH703")


@pytest.mark.parametrize(
    ("early", "late", "waiting", "why", "needed"),
    [
        (
            (ROUTE, SERVICE),
            GATEWAY,
            "HTTPRoute web/shop",
            "gets its status from",
            "Gateway web/edge",
        ),
        (
            (ON_LISTENER_SET, SERVICE, OPEN),
            LISTENER_SET,
            "HTTPRoute web/shop",
            "gets its status from",
            "ListenerSet web/more",
        ),
        (
            (LISTENER_SET,),
            OPEN,
            "ListenerSet web/more",
            "gets its status from",
            "Gateway web/edge",
        ),
        (
            (ELSEWHERE, SECRET.replace("NAMESPACE", "certs")),
            CERTIFICATE_GRANT,
            "Gateway web/edge",
            "is permitted its certificate by",
            "ReferenceGrant certs/edge",
        ),
        (
            (GATEWAY_CLASS,),
            CLASS_CONFIG,
            "GatewayClass cilium",
            "has the parameters of",
            "CiliumGatewayClassConfig web/common",
        ),
        (
            (LOAD_BALANCER,),
            POOL,
            "Service web/dns",
            "gets its address from",
            "CiliumLoadBalancerIPPool common",
        ),
        (
            (POLICY, SERVICE, GATEWAY),
            ROUTE,
            "BackendTLSPolicy web/shop",
            "gets its status once there is",
            "HTTPRoute web/shop",
        ),
    ],
)
def test_what_waits_for_a_later_wave(early: tuple[str, ...], late: str, waiting: str, why: str, needed: str) -> None:
    assert said(*early, wave(6, late)) == (
        f"error GH703: {waiting}: It is in sync wave 0 and {why} {needed}, which is in wave 6: {WAIT}\n"
        f"  fix: Put {needed} into wave 0 or an earlier one."
    )
    assert said(*early, wave(0, late)) == ""


def test_the_pools_that_do_not_take_a_service_are_of_no_use_to_it() -> None:
    other = POOL.replace("common", "other").replace("192.0.2.0/24}]", "198.51.100.0/24}], serviceSelector: {}")
    picky = other.replace("serviceSelector: {}", "serviceSelector: {matchLabels: {app: web}}")
    disabled = other.replace("serviceSelector: {}", "disabled: true")
    late = wave(6, POOL)
    assert "gets its address from CiliumLoadBalancerIPPool common, which is in wave 6" in said(
        LOAD_BALANCER, late, picky
    )
    assert "gets its address from CiliumLoadBalancerIPPool common, which is in wave 6" in said(GATEWAY, late, disabled)
    assert said(LOAD_BALANCER, late, other) == ""
    assert said(LOAD_BALANCER, late, wave(4, other)) == (
        "error GH703: Service web/dns: It is in sync wave 0 and gets its address from 2 pools, the first of them "
        f"CiliumLoadBalancerIPPool other, which is in wave 4: {WAIT}\n"
        "  fix: Put CiliumLoadBalancerIPPool other into wave 0 or an earlier one."
    )


def test_what_several_wait_for_is_said_once_at_the_first_of_them() -> None:
    blog, wiki = (ROUTE.replace("name: shop, namespace", f"name: {name}, namespace") for name in ("blog", "wiki"))
    assert said(wave(2, blog), wave(1, ROUTE), wave(2, wiki), SERVICE, wave(6, GATEWAY)) == (
        "error GH703: HTTPRoute web/shop: metadata.annotations[argocd.argoproj.io/sync-wave]: It is in sync wave 1 and "
        f"gets its status from Gateway web/edge, which is in wave 6: {WAIT} The same holds for 2 others, such as "
        "HTTPRoute web/blog.\n"
        "  fix: Put Gateway web/edge into wave 1 or an earlier one."
    )


def test_one_parent_that_is_there_gives_a_route_its_status() -> None:
    two = ROUTE.replace("[{name: edge}]", "[{name: edge}, {name: second}]")
    second = GATEWAY.replace("name: edge", "name: second")
    assert said(two, SERVICE, second, wave(6, GATEWAY)) == ""
    assert said(two, SERVICE, wave(6, GATEWAY)) == "", "the other one may be in the cluster"
    assert "gets its status from Gateway web/second, which is in wave 5" in said(
        two, SERVICE, wave(5, second), wave(6, GATEWAY)
    )


def test_routes_of_layer_4_have_no_health() -> None:
    tcp = """
apiVersion: gateway.networking.k8s.io/v1
kind: TCPRoute
metadata: {name: dns, namespace: web}
spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: shop, port: 80}]}]}
"""
    gateway = listeners("[{name: dns, port: 53, protocol: TCP}]")
    assert said(tcp, SERVICE, wave(6, gateway)) == ""


def test_argo_cd_applies_a_namespace_with_the_first_object_in_it() -> None:
    assert said(GATEWAY, ROUTE, SERVICE, wave(6, NAMESPACE)) == ""


def test_hooks_are_applied_in_other_phases() -> None:
    hook = wave(6, GATEWAY).replace("annotations: {", "annotations: {argocd.argoproj.io/hook: PreSync, ")
    assert said(ROUTE, SERVICE, hook) == ""
