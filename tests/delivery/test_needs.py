"""What each kind of object needs of the others: one case that is refused for each, and the same order that is not."""

from collections.abc import Callable
from typing import Any

from tests.conftest import refusal
from tests.delivery.test_wave_order import GATEWAY_API, manifest, passes

import pytest

CERT_MANAGER = "cert-manager.io/v1"
CILIUM = "cilium.io/v2"
ARGO_CD = "argoproj.io/v1alpha1"

Objects = list[dict[str, Any]]


def grant(wave: int) -> dict[str, Any]:
    froms = [{"kind": "HTTPRoute", "namespace": "web"}, {"kind": "Gateway", "namespace": "web"}]
    to = [{"kind": "Service"}, {"kind": "Secret", "name": "tls"}]
    return manifest("ReferenceGrant", "grant", wave, api=GATEWAY_API, namespace="db", **{"from": froms, "to": to})


def route(kind: str = "HTTPRoute", **spec: Any) -> dict[str, Any]:
    return manifest(kind, "route", 3, api=GATEWAY_API, **spec)


def gateway(**spec: Any) -> dict[str, Any]:
    return manifest("Gateway", "gateway", 3, api=GATEWAY_API, **spec)


def listener_set(**spec: Any) -> dict[str, Any]:
    return manifest("ListenerSet", "set", 3, api=GATEWAY_API, **spec)


def certificate(wave: int = 3, name: str = "tls", **spec: Any) -> dict[str, Any]:
    return manifest("Certificate", name, wave, api=CERT_MANAGER, **{"secretName": name} | spec)


def issuer(kind: str, wave: int, **spec: Any) -> dict[str, Any]:
    return manifest(
        kind, "issuer", wave, api=CERT_MANAGER, namespace=None if kind == "ClusterIssuer" else "web", **spec
    )


def pool(wave: int) -> dict[str, Any]:
    return manifest("CiliumLoadBalancerIPPool", "pool", wave, api=CILIUM, namespace=None)


def secret(wave: int, name: str = "tls", namespace: str = "web") -> dict[str, Any]:
    return manifest("Secret", name, wave, namespace=namespace)


def policy() -> dict[str, Any]:
    validation = {"caCertificateRefs": [{"kind": "ConfigMap", "name": "ca"}]}
    targets = [{"kind": "Service", "name": "web"}]
    return manifest("BackendTLSPolicy", "policy", 3, api=GATEWAY_API, targetRefs=targets, validation=validation)


def issuer_annotated(found: dict[str, Any], annotation: str) -> dict[str, Any]:
    found["metadata"]["annotations"][f"cert-manager.io/{annotation}"] = "issuer"
    return found


BACKEND = [{"backendRefs": [{"name": "web", "port": 80}]}]
TLS = [{"name": "https", "tls": {"certificateRefs": [{"name": "tls"}]}}]
HTTP01 = {"http01": {"gatewayHTTPRoute": {"parentRefs": [{"name": "gateway"}]}}}
DNS01 = {"dns01": {"cloudflare": {"apiTokenSecretRef": {"name": "token", "key": "token"}}}}
PARAMETERS = {"group": "cilium.io", "kind": "CiliumGatewayClassConfig", "name": "a", "namespace": "web"}
OF_ISSUER: Any = {"issuerRef": {"name": "issuer"}}
OF_CLUSTER_ISSUER: Any = {"issuerRef": {"name": "issuer", "kind": "ClusterIssuer"}}

NEEDS: dict[str, tuple[Callable[[int], Objects], str]] = {
    "namespace": (
        lambda wave: [route(), manifest("Namespace", "web", wave, namespace=None)],
        "HTTPRoute web/route: 'sync wave 3' is before sync wave 4 of Namespace web,",
    ),
    "gateway of a route": (
        lambda wave: [route(parentRefs=[{"name": "gateway"}]), manifest("Gateway", "gateway", wave, api=GATEWAY_API)],
        "HTTPRoute web/route: 'sync wave 3' is before sync wave 4 of Gateway web/gateway,",
    ),
    "listener set of a route": (
        lambda wave: [
            route("GRPCRoute", parentRefs=[{"kind": "ListenerSet", "name": "set", "namespace": "db"}]),
            manifest("ListenerSet", "set", wave, api=GATEWAY_API, namespace="db"),
        ],
        "GRPCRoute web/route: 'sync wave 3' is before sync wave 4 of ListenerSet db/set,",
    ),
    "service of a route": (
        lambda wave: [route("TLSRoute", rules=BACKEND), manifest("Service", "web", wave)],
        "TLSRoute web/route: 'sync wave 3' is before sync wave 4 of Service web/web,",
    ),
    "service of a filter": (
        lambda wave: [
            route(rules=[{"filters": [{"requestMirror": {"backendRef": {"name": "web"}}}]}]),
            manifest("Service", "web", wave),
        ],
        "HTTPRoute web/route: 'sync wave 3' is before sync wave 4 of Service web/web,",
    ),
    "grant of a route": (
        lambda wave: [route(rules=[{"backendRefs": [{"name": "web", "namespace": "db"}]}]), grant(wave)],
        "HTTPRoute web/route: 'sync wave 3' is before sync wave 4 of ReferenceGrant db/grant,",
    ),
    "class of a gateway": (
        lambda wave: [
            gateway(gatewayClassName="cilium"),
            manifest("GatewayClass", "cilium", wave, api=GATEWAY_API, namespace=None),
        ],
        "Gateway web/gateway: 'sync wave 3' is before sync wave 4 of GatewayClass cilium,",
    ),
    "parameters of a class": (
        lambda wave: [
            manifest(
                "GatewayClass",
                "cilium",
                3,
                api=GATEWAY_API,
                namespace=None,
                parametersRef={
                    "group": "cilium.io",
                    "kind": "CiliumGatewayClassConfig",
                    "name": "a",
                    "namespace": "web",
                },
            ),
            manifest("CiliumGatewayClassConfig", "a", wave, api="cilium.io/v2alpha1"),
        ],
        "GatewayClass cilium: 'sync wave 3' is before sync wave 4 of CiliumGatewayClassConfig web/a,",
    ),
    "secret of a gateway": (
        lambda wave: [gateway(listeners=TLS), secret(wave)],
        "Gateway web/gateway: 'sync wave 3' is before sync wave 4 of Secret web/tls,",
    ),
    "certificate of a gateway": (
        lambda wave: [gateway(listeners=TLS), certificate(wave)],
        "Gateway web/gateway: 'sync wave 3' is before sync wave 4 of Certificate web/tls,",
    ),
    "grant of a gateway": (
        lambda wave: [
            gateway(listeners=[{"tls": {"certificateRefs": [{"name": "tls", "namespace": "db"}]}}]),
            grant(wave),
        ],
        "Gateway web/gateway: 'sync wave 3' is before sync wave 4 of ReferenceGrant db/grant,",
    ),
    "issuer of a gateway's certificates": (
        lambda wave: [issuer_annotated(gateway(), "cluster-issuer"), issuer("ClusterIssuer", wave)],
        "Gateway web/gateway: 'sync wave 3' is before sync wave 4 of ClusterIssuer issuer,",
    ),
    "addresses of a gateway": (
        lambda wave: [gateway(), pool(wave)],
        "Gateway web/gateway: 'sync wave 3' is before sync wave 4 of CiliumLoadBalancerIPPool pool,",
    ),
    "gateway of a listener set": (
        lambda wave: [
            listener_set(parentRef={"name": "gateway"}),
            manifest("Gateway", "gateway", wave, api=GATEWAY_API),
        ],
        "ListenerSet web/set: 'sync wave 3' is before sync wave 4 of Gateway web/gateway,",
    ),
    "issuer of a listener set's certificates": (
        lambda wave: [issuer_annotated(listener_set(), "issuer"), issuer("Issuer", wave)],
        "ListenerSet web/set: 'sync wave 3' is before sync wave 4 of Issuer web/issuer,",
    ),
    "certificate of a listener set": (
        lambda wave: [listener_set(listeners=TLS), certificate(wave)],
        "ListenerSet web/set: 'sync wave 3' is before sync wave 4 of Certificate web/tls,",
    ),
    "issuer of a certificate": (
        lambda wave: [certificate(**OF_ISSUER), issuer("Issuer", wave, selfSigned={})],
        "Certificate web/tls: 'sync wave 3' is before sync wave 4 of Issuer web/issuer,",
    ),
    "secret of a certificate's solver": (
        lambda wave: [
            certificate(**OF_CLUSTER_ISSUER),
            issuer("ClusterIssuer", 3, acme={"solvers": [DNS01]}),
            secret(wave, "token", "cert-manager"),
        ],
        "Certificate web/tls: 'sync wave 3' is before sync wave 4 of Secret cert-manager/token,",
    ),
    "gateway of a certificate's solver": (
        lambda wave: [
            certificate(**OF_ISSUER),
            issuer("Issuer", 3, acme={"solvers": [HTTP01]}),
            manifest("Gateway", "gateway", wave, api=GATEWAY_API),
        ],
        "Certificate web/tls: 'sync wave 3' is before sync wave 4 of Gateway web/gateway,",
    ),
    "announcement of the address that a certificate's challenge is sent to": (
        lambda wave: [
            certificate(**OF_ISSUER),
            issuer("Issuer", 3, acme={"solvers": [HTTP01]}),
            manifest("CiliumL2AnnouncementPolicy", "a", wave, api="cilium.io/v2alpha1", namespace=None),
        ],
        "Certificate web/tls: 'sync wave 3' is before sync wave 4 of CiliumL2AnnouncementPolicy a,",
    ),
    "secret of an issuer": (
        lambda wave: [issuer("Issuer", 3, ca={"secretName": "tls"}), secret(wave)],
        "Issuer web/issuer: 'sync wave 3' is before sync wave 4 of Secret web/tls,",
    ),
    "certificate of an issuer": (
        lambda wave: [issuer("ClusterIssuer", 3, ca={"secretName": "tls"}), certificate(wave)],
        "ClusterIssuer issuer: 'sync wave 3' is before sync wave 4 of Certificate web/tls,",
    ),
    "key of an issuer's account": (
        lambda wave: [
            issuer("Issuer", 3, acme={"externalAccountBinding": {"keySecretRef": {"name": "tls"}}}),
            secret(wave),
        ],
        "Issuer web/issuer: 'sync wave 3' is before sync wave 4 of Secret web/tls,",
    ),
    "service of a backend tls policy": (
        lambda wave: [policy(), manifest("Service", "web", wave)],
        "BackendTLSPolicy web/policy: 'sync wave 3' is before sync wave 4 of Service web/web,",
    ),
    "certificate authority of a backend tls policy": (
        lambda wave: [policy(), manifest("ConfigMap", "ca", wave)],
        "BackendTLSPolicy web/policy: 'sync wave 3' is before sync wave 4 of ConfigMap web/ca,",
    ),
    "route that a backend tls policy is for": (
        lambda wave: [policy(), manifest("HTTPRoute", "route", wave, api=GATEWAY_API, rules=BACKEND)],
        "BackendTLSPolicy web/policy: 'sync wave 3' is before sync wave 4 of HTTPRoute web/route,",
    ),
    "address of a service": (
        lambda wave: [manifest("Service", "web", 3, type="LoadBalancer"), pool(wave)],
        "Service web/web: 'sync wave 3' is before sync wave 4 of CiliumLoadBalancerIPPool pool,",
    ),
    "project of an application": (
        lambda wave: [
            manifest("Application", "a", 3, api=ARGO_CD, project="team"),
            manifest("AppProject", "team", wave, api=ARGO_CD),
        ],
        "Application web/a: 'sync wave 3' is before sync wave 4 of AppProject web/team,",
    ),
    "project of an application set": (
        lambda wave: [
            manifest("ApplicationSet", "a", 3, api=ARGO_CD, template={"spec": {"project": "team"}}),
            manifest("AppProject", "team", wave, api=ARGO_CD),
        ],
        "ApplicationSet web/a: 'sync wave 3' is before sync wave 4 of AppProject web/team,",
    ),
}


@pytest.mark.parametrize("name", NEEDS)
def test_what_is_needed_comes_no_later(name: str) -> None:
    objects, refused = NEEDS[name]
    assert refusal(lambda: passes(objects(4))).startswith(refused)
    assert passes(objects(3))
    assert passes(objects(-9))


def test_of_several_secrets_the_first_by_name_is_named() -> None:
    names = "hgfedcba"
    solver = {"dns01": {"akamai": {f"{name}SecretRef": {"name": name} for name in names}}}
    objects = [certificate(**OF_ISSUER), issuer("Issuer", 3, acme={"solvers": [solver]})]
    assert refusal(lambda: passes([*objects, *(secret(4, name) for name in names)])).startswith(
        "Certificate web/tls: 'sync wave 3' is before sync wave 4 of Secret web/a,"
    )


@pytest.mark.parametrize(
    "objects",
    [
        [gateway(listeners=TLS), secret(1), certificate(9)],
        [gateway(listeners=TLS), secret(9), certificate(1)],
        [certificate(**OF_ISSUER), issuer("Issuer", 3, acme={"solvers": [HTTP01, DNS01]}), pool(9)],
        [manifest("Service", "web", 3, type="LoadBalancer", loadBalancerClass="example.com/other"), pool(9)],
        [manifest("Service", "web", 3), pool(9)],
        [policy(), manifest("HTTPRoute", "a", 9, api=GATEWAY_API), manifest("Service", "web", 1)],
        [route(rules=[{"backendRefs": [{"name": "web", "namespace": "other"}]}]), grant(9)],
        [route(rules=[{"backendRefs": [{"name": "web"}]}]), manifest("Service", "web", 9, namespace="other")],
        [gateway(listeners=TLS), certificate(9, "other")],
        [
            gateway(listeners=TLS),
            manifest("Certificate", "tls", 9, api=CERT_MANAGER, namespace="other", secretName="tls"),
        ],
    ],
    ids=[
        "the Secret is there before the Certificate",
        "the Certificate writes the Secret before",
        "a solver with DNS-01 may be the one",
        "another load balancer gives the address",
        "no load balancer",
        "the route leads elsewhere",
        "the grant is for another namespace",
        "the Service of another namespace",
        "the Certificate of another Secret",
        "the Certificate of another namespace",
    ],
)
def test_what_is_not_needed_may_come_later(objects: Objects) -> None:
    assert passes(objects)
