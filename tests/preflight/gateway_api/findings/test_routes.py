"""Routes that are not accepted, get no requests, or refer to what is not there."""

from collections.abc import Callable

from preflight.cluster import CiliumValues, ClusterFacts, DeclaredService, GatewayApiValues
from preflight.gateway_api.semantics import SPEC
from tests.preflight.gateway_api.findings.judged import GATEWAY, ROUTE, SERVICE, listeners, said

import pytest

LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec: {parentRef: {name: edge}, listeners: [{name: again, port: 80, protocol: HTTP}]}
"""
OPEN = GATEWAY.replace("  listeners", "  allowedListeners: {namespaces: {from: All}}\n  listeners")
SELECTED = listeners(
    "[{name: http, port: 80, protocol: HTTP, "
    "allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: shop}}}}}]"
)
UDP = listeners("[{name: dns, port: 53, protocol: UDP}]")
DNS = ROUTE.replace("HTTPRoute", "UDPRoute").replace("port: 80", "port: 53")
TO_SET = ROUTE.replace("{name: edge}", "{kind: ListenerSet, name: more}")
HOST_NETWORK = ClusterFacts(cilium_values=CiliumValues(gateway_api=GatewayApiValues(host_network=True)))
BLOG = ROUTE.replace("name: shop, namespace", "name: blog, namespace")
PATTERN = ROUTE.replace("backendRefs", "matches: [{path: {type: RegularExpression, value: '/(a'}}], backendRefs")
HOST = ROUTE.replace(
    "backendRefs",
    "filters: [{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: Host, value: a.example}]}}], "
    "backendRefs",
)
B_EXAMPLE = ROUTE.replace("rules", "hostnames: [b.example]\n  rules")
GRPC_ONLY = "{name: b, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: GRPCRoute}]}}"
ONLY_A = listeners("[{name: a, port: 80, protocol: HTTP, hostname: a.example}]")
APART = listeners(f"[{{name: a, port: 80, protocol: HTTP, hostname: a.example}}, {GRPC_ONLY}]")
NOT_HERE = "allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: apps}}}}"
NEITHER = listeners(f"[{{name: a, port: 81, protocol: HTTP, {NOT_HERE}}}, {GRPC_ONLY}]")
PORTS = listeners("[{name: a, port: 80, protocol: HTTP}, {name: b, port: 81, protocol: HTTP}]")


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (
            lambda: said(GATEWAY, ROUTE, SERVICE),
            "",
        ),
        (
            lambda: said(
                GATEWAY,
                ROUTE,
                facts=ClusterFacts(services=(DeclaredService(namespace="web", name="shop", ports=((80, "TCP"),)),)),
            ),
            "",
        ),
        (
            lambda: said(GATEWAY, ROUTE.replace("port: 80", "port: 81"), SERVICE),
            (
                "error GH202: spec.rules[0].backendRefs[0].port: Service web/shop has no port 81; it has 80.\n"
                "  fix: Write 80, or give the Service that port."
            ),
        ),
        (
            lambda: said(UDP, DNS),
            (
                "error GH202: spec.rules[0].backendRefs[0].name: Service web/shop is neither among the manifests "
                "nor declared, so it is taken not to be there.\n"
                "  fix: Add it, or declare it in cluster.yaml if it is defined elsewhere: services: [{namespace: "
                "web, name: shop, ports: [{port: 53, protocol: UDP}]}]."
            ),
        ),
        (
            lambda: said(GATEWAY, DNS, facts=HOST_NETWORK),
            (
                "error GH302: spec.parentRefs[0]: With host networking, Cilium 1.20 serves no UDPRoute.\n"
                "  fix: Attach an HTTPRoute, GRPCRoute or TLSRoute, or switch host networking off."
            ),
        ),
        (
            lambda: said(UDP, DNS, facts=HOST_NETWORK),
            (
                "error GH301: spec.listeners[0].protocol: With host networking, Cilium 1.20 serves no listener with "
                "protocol UDP.\n"
                "  fix: Use HTTP, HTTPS or TLS, or switch host networking off."
            ),
        ),
        (
            lambda: said(UDP, DNS, SERVICE),
            (
                "error GH202: spec.rules[0].backendRefs[0].port: Service web/shop has no port 53; it has 80.\n"
                "  fix: Give the Service a UDP port."
            ),
        ),
        (
            lambda: said(ROUTE, BLOG, SERVICE),
            (
                "warning GH303: spec.parentRefs[0].name: Gateway web/edge is not among the manifests, so that it "
                "is not known what becomes of the route. The same holds for 1 other route.\n"
                "  fix: Name the file with the Gateway as well, declare it in cluster.yaml (gateways: [{namespace: "
                "web, name: edge}]), or correct the reference."
            ),
        ),
        (
            lambda: said(ROUTE, BLOG, SERVICE, facts=ClusterFacts(gateways=(("web", "edge"),))),
            "",
        ),
        (
            lambda: said(ROUTE.replace("{name: edge}", "{kind: Service, group: '', name: shop}"), SERVICE),
            "",
        ),
        (
            lambda: said(TO_SET, SERVICE),
            (
                "warning GH303: spec.parentRefs[0].name: ListenerSet web/more is not among the manifests, so that"
                " it is not known what becomes of the route.\n"
                "  fix: Name the file with the ListenerSet as well, or correct the reference."
            ),
        ),
        (
            lambda: said(OPEN, LISTENER_SET.replace("80", "81"), TO_SET.replace("kind: ListenerSet, ", ""), SERVICE),
            (
                "warning GH303: spec.parentRefs[0].kind: Gateway web/more is not among the manifests, and ListenerSet "
                "web/more is.\n"
                "  fix: Write kind: ListenerSet."
            ),
        ),
        (
            lambda: said(GATEWAY, ROUTE.replace("{name: edge}", "{kind: ListenerSet, name: edge}"), SERVICE),
            (
                "warning GH303: spec.parentRefs[0].kind: ListenerSet web/edge is not among the manifests, and Gateway "
                "web/edge is.\n"
                "  fix: Write kind: Gateway."
            ),
        ),
        (
            lambda: said(GATEWAY, LISTENER_SET, TO_SET, SERVICE),
            (
                "error GH305: spec.parentRef: The allowedListeners of Gateway web/edge do not let ListenerSets of"
                " namespace 'web' attach.\n"
                "  fix: Let Gateway web/edge take ListenerSets of its namespace, with "
                "allowedListeners.namespaces."
            ),
        ),
        (
            lambda: said(SELECTED, ROUTE, BLOG, SERVICE),
            (
                "warning GH206: spec.parentRefs[0]: The selector of listener 'http' of Gateway web/edge goes by "
                "the labels of Namespace 'web', which is neither among the manifests nor declared: without labels"
                " it is not selected. The same holds for 1 other object.\n"
                "  fix: Add it, or declare it in cluster.yaml with the labels that it has: namespaces: [{name: "
                "web, labels: {team: shop}}]."
            ),
        ),
        (
            lambda: said(SELECTED, ROUTE, SERVICE, facts=ClusterFacts(namespaces={"web": {"team": "shop"}})),
            "",
        ),
        (
            lambda: said(SELECTED, ROUTE, SERVICE, facts=ClusterFacts(namespaces={"web": {}})),
            (
                "error GH302: spec.parentRefs[0]: No route of namespace 'web' is allowed on listener 'http' of "
                "Gateway web/edge: 'http' takes routes from the namespaces that its selector selects.\n"
                "  fix: Let 'http' take routes of namespace 'web', with allowedRoutes.namespaces."
            ),
        ),
        (
            lambda: said(UDP, ROUTE, SERVICE),
            (
                "error GH302: spec.parentRefs[0]: HTTPRoute needs a listener with protocol 'HTTP' or 'HTTPS', "
                "and Gateway web/edge has none.\n"
                "  fix: Attach it to a listener whose protocol and allowedRoutes.kinds take HTTPRoutes."
            ),
        ),
        (
            lambda: said(GATEWAY, ROUTE.replace("name: edge", "name: edge, port: 81"), SERVICE),
            (
                "error GH302: spec.parentRefs[0].port: Gateway web/edge has no listener on port 81; it has 'http'"
                " on 80.\n"
                "  fix: Write 80."
            ),
        ),
        (
            lambda: said(GATEWAY, ROUTE, ROUTE.replace("HTTPRoute", "GRPCRoute"), SERVICE, semantics=SPEC),
            (
                "error GH302: spec.hostnames: HTTPRoute web/shop has a hostname in common with it on listener "
                "'http', and comes first by name. One of the two wins, the older one, and HTTPRoute web/shop and "
                "GRPCRoute web/shop have no creation time.\n"
                "  fix: Give the two routes different hostnames."
            ),
        ),
        (
            lambda: said(PORTS, ROUTE.replace("name: edge", "name: edge, sectionName: a, port: 81"), SERVICE),
            (
                "error GH304: spec.parentRefs[0]: Gateway web/edge accepts the route, but it has no listener of "
                "that name and port: it gets no requests.\n"
                "  fix: Name one of its listeners: 'a on port 80' or 'b on port 81'."
            ),
        ),
        (
            lambda: said(PORTS, ROUTE.replace("name: edge", "name: edge, sectionName: a"), SERVICE, semantics=SPEC),
            "",
        ),
        (
            lambda: said(APART, B_EXAMPLE, SERVICE, semantics=SPEC),
            (
                "error GH302: spec.hostnames: The hostnames 'b.example' do not match 'a.example' of the listeners of "
                "Gateway web/edge.\n"
                "  fix: Write hostnames that 'a.example' covers."
            ),
        ),
        (
            lambda: said(ONLY_A, B_EXAMPLE.replace("{name: edge}", "{name: edge, sectionName: c}"), SERVICE),
            (
                "error GH302: spec.hostnames: The hostnames 'b.example' do not match 'a.example' of the listeners of "
                "Gateway web/edge.\n"
                "  fix: Write hostnames that 'a.example' covers."
            ),
        ),
        (
            lambda: said(APART, B_EXAMPLE, SERVICE),
            (
                "error GH304: spec.parentRefs[0]: Gateway web/edge accepts the route, since another of its listeners "
                "takes the hostnames, but 'a' and 'b', which the route names, do not: it gets no requests.\n"
                "  fix: Write hostnames that 'a.example' covers."
            ),
        ),
        (
            lambda: said(NEITHER, ROUTE, SERVICE),
            (
                "error GH304: spec.parentRefs[0]: Gateway web/edge accepts the route, but of 'a' and 'b', which the "
                "route names, none allows both its kind and its namespace: it gets no requests.\n"
                "  fix: Let one take HTTPRoutes of namespace 'web', with allowedRoutes."
            ),
        ),
        (
            lambda: said(GATEWAY, HOST, SERVICE),
            (
                "error GH403: spec.rules[0].filters[0].requestHeaderModifier.set[0]: It sets the header Host: Cilium "
                "does so by the filter URLRewrite only.\n"
                "  fix: Use the filter URLRewrite."
            ),
        ),
        (
            lambda: said(GATEWAY, HOST.replace("Host", "host"), SERVICE),
            (
                "error GH403: spec.rules[0].filters[0].requestHeaderModifier.set[0]: It changes the header Host, and "
                "Cilium accepts the route all the same; but Envoy then refuses all routes of the Gateway.\n"
                "  fix: Use the filter URLRewrite for the host of requests, and leave Host out."
            ),
        ),
        (
            lambda: said(GATEWAY, PATTERN, SERVICE),
            (
                "error GH403: spec.rules[0].matches[0].path.value: It is '/(a', which is no regular expression of"
                " RE2.\n"
                "  fix: Write a regular expression in the syntax of RE2."
            ),
        ),
    ],
)
def test_a_route_is_found_once_for_its_cause(judge: Callable[[], str], expected: str) -> None:
    assert judge() == expected
