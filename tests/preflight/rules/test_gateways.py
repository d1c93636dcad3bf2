"""Gateways: their listeners, names, Services, classes and versions."""

from typing import Any

from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues, Version
from tests.preflight.rules.judged import GATEWAY, HTTPS, ROUTE, SERVICE, findings, listeners, routes, said

import pytest

BACKEND = "[{backendRefs: [{name: shop, port: 80}]}]"
LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec:
  parentRef: {name: edge}
  listeners: [{name: admin, port: 8080, protocol: HTTP}]
"""
ALLOWING = GATEWAY.replace("  listeners:", "  allowedListeners: {namespaces: {from: Same}}\n  listeners:")
CLASS = """
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: cilium}
spec:
  controllerName: io.cilium/gateway-controller
  parametersRef: {group: cilium.io, kind: CiliumGatewayClassConfig, namespace: web, name: edge}
"""
CONFIG = """
apiVersion: cilium.io/v2alpha1
kind: CiliumGatewayClassConfig
metadata: {name: edge, namespace: web}
spec: {service: {externalTrafficPolicy: Local}}
"""
L2 = """
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: common}
spec: {loadBalancerIPs: true}
"""


def test_a_listener_of_a_set_that_no_route_names() -> None:
    assert said("GH310", ALLOWING, LISTENER_SET, SERVICE, ROUTE) == (
        "info GH310: spec.listeners[0]: No route among the manifests is attached to listener 'admin'.\n"
        "  fix: Attach a route, or leave the listener out."
    )
    on_set = routes(BACKEND, more="parentRefs: [{name: edge}, {kind: ListenerSet, name: more, port: 8080}]")
    assert said("GH310", ALLOWING, LISTENER_SET, SERVICE, on_set) == ""


def test_without_routes_at_all_nothing_is_missed() -> None:
    assert said("GH310", GATEWAY) == ""


def test_a_route_that_is_refused_is_not_found_twice() -> None:
    refused = routes(BACKEND, more="parentRefs: [{name: edge}]\n  hostnames: [a.example.org]")
    own = listeners("[{name: http, port: 80, protocol: HTTP, hostname: a.example.com}]")
    assert [each.code for each in findings(own, SERVICE, refused) if each.code != "GH306"] == ["GH302"]


def test_http_and_https_on_one_port() -> None:
    mixed = listeners(f"[{{name: http, port: 443, protocol: HTTP}}, {HTTPS}]")
    assert "Listeners 'http' and 'https' have port 443, some with and some without TLS" in said("GH312", mixed)
    assert said("GH312", listeners(f"[{{name: http, port: 80, protocol: HTTP}}, {HTTPS}]")) == ""


def test_several_certificates_of_a_listener() -> None:
    two = listeners(f"[{HTTPS.replace('{name: edge-tls}', '{name: edge-tls}, {name: edge-tls, namespace: web}')}]")
    assert "Listener 'https' has 2 certificates" in said("GH313", two)
    none = HTTPS.replace("certificateRefs: [{name: edge-tls}]", "options: {example.com/certificate: managed}")
    assert "Listener 'https' terminates TLS and has no certificate." in said("GH313", listeners(f"[{none}]"))
    assert said("GH313", listeners(f"[{HTTPS}]")) == ""


def test_the_service_that_cilium_made_may_be_among_the_manifests() -> None:
    service = SERVICE.replace("name: shop", "name: cilium-gateway-edge")
    labelled = service.replace("web}", "web, labels: {io.cilium.gateway/owning-gateway: edge}}")
    exported = service + "status: {loadBalancer: {ingress: [{ip: 192.0.2.1}]}}\n"
    assert "metadata.name: Cilium makes a Service of this name for Gateway 'edge'" in said("GH316", GATEWAY, service)
    for ours in (labelled, exported, service.replace("namespace: web", "namespace: shop")):
        assert said("GH316", GATEWAY, ours) == ""


def test_a_network_policy_with_a_long_name_of_a_service() -> None:
    name = "a-gateway-with-a-name-of-more-than-forty-eight-letters"
    policy = f"""
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {{name: out, namespace: web}}
spec:
  endpointSelector: {{}}
  egress: [{{toServices: [{{k8sService: {{serviceName: cilium-gateway-{name}, namespace: web}}}}]}}]
"""
    assert "spec.egress[0].toServices[0].k8sService.serviceName: No Service has the name" in said(
        "GH315", GATEWAY.replace("edge", name), policy
    )
    assert said("GH315", GATEWAY, policy) == ""


def test_the_traffic_policy_local_by_version() -> None:
    expected = {
        None: "With policy Local, no node announces a Gateway on layer 2 since Cilium 1.20.2; up to 1.20.1, any node ",
        1: "With policy Local, any node announces a Gateway on layer 2, and drops the requests for which it has no ",
        2: "With policy Local, no node announces a Gateway on layer 2. Nothing else announces Gateway web/edge.",
    }
    for patch, text in expected.items():
        assert text in said("GH320", CLASS, CONFIG, L2, GATEWAY, facts=ClusterFacts(cilium_patch=patch))
    peering = L2.replace("v2alpha1", "v2").replace("L2AnnouncementPolicy", "BGPAdvertisement")
    peering = peering.replace("{loadBalancerIPs: true}", "{advertisements: [{advertisementType: PodCIDR}]}")
    for others in ((CONFIG,), (CONFIG, L2, peering), (CONFIG.replace("Local", "Cluster"), L2)):
        assert said("GH320", CLASS, GATEWAY, *others) == ""


@pytest.mark.parametrize(
    ("service", "path", "allowed"),
    [
        ("externalTrafficPolicy: Local1", "externalTrafficPolicy", "'Cluster' and 'Local'"),
        ("ipFamilies: [IPv4, ipv6]", "ipFamilies[1]", "'IPv4' and 'IPv6'"),
        ("ipFamilyPolicy: DualStack", "ipFamilyPolicy", "'SingleStack', 'PreferDualStack' and 'RequireDualStack'"),
    ],
)
def test_values_that_only_the_service_refuses(service: str, path: str, allowed: str) -> None:
    found = said("GH319", CONFIG.replace("externalTrafficPolicy: Local", service))
    assert f"error GH319: spec.service.{path}: " in found
    assert f"is not one of {allowed}: the CRD takes it, and Kubernetes then refuses" in found


def test_annotations_on_the_gateway_itself_and_on_a_service() -> None:
    misplaced = GATEWAY.replace("web}", "web, annotations: {lbipam.cilium.io/ips: 192.0.2.9}}")
    assert said("GH550", misplaced) == (
        "warning GH550: metadata.annotations[lbipam.cilium.io/ips]: The annotations of a Gateway are not copied to its "
        "Service, where the allocator of addresses looks.\n  fix: Move it to spec.infrastructure.annotations."
    )
    unknown = SERVICE.replace(
        "web}", "web, annotations: {lbipam.cilium.io/pool: common, io.cilium/lb-ipam-ips: 192.0.2.9}}"
    )
    assert said("GH550", unknown).startswith(
        "warning GH550: metadata.annotations[lbipam.cilium.io/pool]: Cilium knows no annotation "
        "'lbipam.cilium.io/pool', "
        "so that it does nothing."
    )


def test_an_alias_beside_its_annotation() -> None:
    both = SERVICE.replace(
        "web}", "web, annotations: {lbipam.cilium.io/ips: 192.0.2.8, io.cilium/lb-ipam-ips: 192.0.2.9}}"
    )
    assert said("GH550", both) == (
        "warning GH550: metadata.annotations[io.cilium/lb-ipam-ips]: It is an alias of lbipam.cilium.io/ips, which is "
        "there too: Cilium reads that one alone.\n  fix: Write what is meant into lbipam.cilium.io/ips."
    )
    assert said("GH550", both.replace("192.0.2.9", "192.0.2.8")) == ""


def test_an_annotation_that_asks_for_other_addresses_than_the_static_ones() -> None:
    static = "  addresses: [{value: 192.0.2.9}]\n  infrastructure: {annotations: {lbipam.cilium.io/ips: 192.0.2.8}}\n"
    assert said("GH307", GATEWAY.replace("  listeners:", f"{static}  listeners:")) == (
        "error GH307: spec.addresses: Service web/cilium-gateway-edge does not have '192.0.2.9': Cilium reads "
        "lbipam.cilium.io/ips of infrastructure.annotations instead of the addresses.\n"
        "  fix: Leave the annotation out, or the addresses."
    )


def test_static_addresses_with_host_networking() -> None:
    facts = ClusterFacts(cilium_values=CiliumValues(gateway_api=GatewayApiValues(host_network=True)))
    static = GATEWAY.replace("  listeners:", "  addresses: [{value: 192.0.2.9}]\n  listeners:")
    assert said("GH551", static, facts=facts).startswith(
        "warning GH551: spec.addresses: With host networking, the addresses are ignored, and the status has those of "
        "nodes."
    )
    assert said("GH551", static) == ""


def test_an_old_gateway_api_in_the_cluster() -> None:
    def of(version: Version | None, cilium: str = "1.20") -> str:
        return said("GH318", GATEWAY, facts=ClusterFacts(cilium=cilium, gateway_api=version))

    assert of(Version(1, 4, 1)) == (
        "error GH318: apiVersion: The Gateway API 1.4.1 of the cluster does not serve v1 of 'TLSRoute' and "
        "'ReferenceGrant', which Cilium 1.20 reads: it serves no Gateway at all.\n  fix: Install the Gateway API "
        "v1.6.1."
    )
    assert of(Version(1, 6, 1)) == of(None) == of(Version(1, 4, 1), "1.19") == ""


def test_a_gateway_api_that_does_not_serve_a_kind_of_the_manifests() -> None:
    def of(route: str, version: Version, cilium: str) -> str:
        return said("GH318", GATEWAY, SERVICE, route, facts=ClusterFacts(cilium=cilium, gateway_api=version))

    tcp = ROUTE.replace("HTTPRoute", "TCPRoute")
    assert of(tcp, Version(1, 5, 1), "1.20") == (
        "error GH318: apiVersion: The Gateway API 1.5.1 of the cluster does not serve v1 of 'TCPRoute', which Cilium "
        "1.20 reads: it serves no TCPRoute.\n"
        "  fix: Install the Gateway API v1.6.1."
    )
    assert of(tcp, Version(1, 6), "1.20") == of(ROUTE, Version(1, 5, 1), "1.20") == ""
    tls = (
        ROUTE.replace("HTTPRoute", "TLSRoute")
        .replace("/v1", "/v1alpha2")
        .replace("rules", "hostnames: [a.example]\n  rules")
    )
    assert of(tls, Version(1, 6, 1), "1.19") == (
        "error GH318: apiVersion: The Gateway API 1.6.1 of the cluster does not serve v1alpha2 of 'TLSRoute', which "
        "Cilium 1.19 reads: it serves no TLSRoute.\n"
        "  fix: Install the Gateway API v1.4.1, from its experimental channel."
    )
    assert of(tls, Version(1, 4, 1), "1.19") == of(ROUTE, Version(1, 6, 1), "1.19") == ""


def test_routes_of_others_and_an_old_gateway_api() -> None:
    facts = ClusterFacts(gateways=(("web", "edge"),), gateway_api=Version(1, 4, 1))
    assert said("GH318", SERVICE, ROUTE, facts=facts) == ""


def test_the_traffic_policy_of_the_helm_value() -> None:
    facts = ClusterFacts(
        cilium_patch=2, cilium_values=CiliumValues(gateway_api=GatewayApiValues(external_traffic_policy="Local"))
    )
    assert said("GH320", L2, GATEWAY, facts=facts) == (
        "warning GH320: spec.gatewayClassName: With policy Local, no node announces a Gateway on layer 2. The policy "
        "is the "
        "value gatewayAPI.externalTrafficPolicy of Cilium.\n"
        "  fix: Set the value to Cluster, or write spec.service.externalTrafficPolicy for the class."
    )
    assert said("GH320", CLASS, CONFIG.replace("Local", "Cluster"), L2, GATEWAY, facts=facts) == ""
    assert said("GH320", L2, GATEWAY) == ""
    values = CiliumValues(l2_announcements=False, gateway_api=GatewayApiValues(external_traffic_policy="Local"))
    off = {each.code for each in findings(L2, GATEWAY, facts=ClusterFacts(cilium_values=values))}
    assert {"GH320", "GH530"} & off == {"GH530"}


def test_features_that_gateways_need_and_that_are_off() -> None:
    def of(*documents: str, enabled: bool | None = None, **values: Any) -> str:
        values["gateway_api"] = GatewayApiValues(enabled=enabled)
        return said("GH324", *documents, facts=ClusterFacts(cilium_values=CiliumValues(**values)))

    assert of(GATEWAY, enabled=False) == (
        "error GH324: With gatewayAPI.enabled false in cluster.yaml, Cilium serves no Gateway: this one gets no status "
        "and no requests.\n"
        "  fix: Set gatewayAPI.enabled to true, in the cluster and in cluster.yaml."
    )
    other = GATEWAY.replace("name: edge", "name: other")
    assert of(GATEWAY, other, kube_proxy_replacement=False, l7_proxy=False) == (
        "error GH324: With kubeProxyReplacement and l7Proxy false in cluster.yaml, Cilium serves no Gateway: this one "
        "gets no status and no requests, nor does 1 other.\n"
        "  fix: Set kubeProxyReplacement and l7Proxy to true, in the cluster and in cluster.yaml."
    )
    assert of(GATEWAY, enabled=True, kube_proxy_replacement=True, l7_proxy=True) == of(GATEWAY) == ""
    foreign = GATEWAY.replace("gatewayClassName: cilium", "gatewayClassName: istio")
    assert of(SERVICE, enabled=False) == of(foreign, enabled=False) == ""


def test_kinds_that_cilium_has_removed() -> None:
    old = "apiVersion: cilium.io/v2alpha1\nkind: CiliumBGPPeeringPolicy\nmetadata: {name: rack}\n"
    assert said("GH323", old) == (
        "error GH323: kind: Cilium 1.20 has no CiliumBGPPeeringPolicy any longer, and takes no notice of an old one.\n"
        "  fix: Write a CiliumBGPClusterConfig, with a CiliumBGPPeerConfig and a CiliumBGPAdvertisement."
    )
