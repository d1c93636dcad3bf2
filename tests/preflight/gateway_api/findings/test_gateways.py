"""Gateways without a class, parameters or addresses, and ListenerSets that are not allowed."""

from collections.abc import Callable

from preflight.cluster import ClusterFacts
from tests.preflight.gateway_api.findings.judged import GATEWAY, ROUTE, SERVICE, said

import pytest

LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec: {parentRef: {name: edge}, listeners: [{name: again, port: 80, protocol: HTTP}]}
"""
OPEN = GATEWAY.replace("  listeners", "  allowedListeners: {namespaces: {from: All}}\n  listeners")
SOME = OPEN.replace("from: All", "from: Selector, selector: {matchLabels: {team: shop}}")
BY_NAME = SOME.replace(
    "{matchLabels: {team: shop}}",
    "{matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [apps]}]}",
)
OTHER = LISTENER_SET.replace("port: 80", "port: 81")
PARAMETERS = "cilium\n  infrastructure: {parametersRef: {group: a.io, kind: A, name: a}}"


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (
            lambda: said(SOME, OTHER),
            (
                "warning GH206: spec.parentRef: The selector of allowedListeners of Gateway web/edge goes by the "
                "labels of Namespace 'web', which is neither among the manifests nor declared: without labels it "
                "is not selected.\n"
                "  fix: Add it, or declare it in cluster.yaml with the labels that it has: namespaces: [{name: "
                "web, labels: {team: shop}}]."
            ),
        ),
        (
            lambda: said(SOME, OTHER, OTHER.replace("name: more", "name: others").replace("port: 81", "port: 82")),
            (
                "warning GH206: spec.parentRef: The selector of allowedListeners of Gateway web/edge goes by the "
                "labels of Namespace 'web', which is neither among the manifests nor declared: without labels it "
                "is not selected. The same holds for 1 other object.\n"
                "  fix: Add it, or declare it in cluster.yaml with the labels that it has: namespaces: [{name: "
                "web, labels: {team: shop}}]."
            ),
        ),
        (
            lambda: said(SOME, OTHER, facts=ClusterFacts(namespaces={"web": {"team": "shop"}})),
            "",
        ),
        (
            lambda: said(SOME, OTHER, facts=ClusterFacts(namespaces={"web": {}})),
            (
                "error GH305: spec.parentRef: The allowedListeners of Gateway web/edge do not let ListenerSets of"
                " namespace 'web' attach.\n"
                "  fix: Let Gateway web/edge take ListenerSets of its namespace, with "
                "allowedListeners.namespaces."
            ),
        ),
        (
            lambda: said(BY_NAME, OTHER),
            (
                "error GH305: spec.parentRef: The allowedListeners of Gateway web/edge do not let ListenerSets of"
                " namespace 'web' attach.\n"
                "  fix: Let Gateway web/edge take ListenerSets of its namespace, with "
                "allowedListeners.namespaces."
            ),
        ),
        (
            lambda: said(GATEWAY.replace("cilium", PARAMETERS)),
            (
                "error GH207: spec.infrastructure.parametersRef: Gateway web/edge has "
                "infrastructure.parametersRef, which Cilium does not support.\n"
                "  fix: Leave it out, and give parameters to the GatewayClass."
            ),
        ),
        (
            lambda: said(GATEWAY.replace("  listeners", "  addresses: [{value: 198.51.100.1}]\n  listeners")),
            (
                "warning GH306: spec.addresses: Service web/cilium-gateway-edge has no address: no "
                "CiliumLoadBalancerIPPool has '198.51.100.1'.\n"
                "  fix: Name the file with a CiliumLoadBalancerIPPool that has an address for its Service, or add one, "
                "or the Service itself with its status."
            ),
        ),
        (
            lambda: said(GATEWAY.replace("  listeners", "  addresses: [{value: 192.0.2.1}]\n  listeners")),
            "",
        ),
        (
            lambda: said(
                GATEWAY.replace(
                    "  listeners", "  infrastructure: {labels: {io.cilium.gateway/owning-gateway: a}}\n  listeners"
                )
            ),
            (
                "warning GH306: spec.infrastructure.labels[io.cilium.gateway/owning-gateway]: infrastructure.labels "
                "set io.cilium.gateway/owning-gateway to 'a', so Service web/cilium-gateway-edge is not found by it.\n"
                "  fix: Leave this label out."
            ),
        ),
        (
            lambda: said(GATEWAY.replace("cilium", "cillium")),
            (
                "warning GH205: spec.gatewayClassName: GatewayClass 'cillium' is neither among the manifests nor "
                "declared, so that nobody is known to serve this Gateway: it gets no status and no requests.\n"
                "  fix: Write 'cilium', or declare it in cluster.yaml if it is one of Cilium's: gatewayClasses: "
                "[cilium, cillium]."
            ),
        ),
        (
            lambda: said(LISTENER_SET),
            (
                "warning GH303: spec.parentRef.name: Gateway web/edge is not among the manifests, so that it is "
                "not known what becomes of the ListenerSet.\n"
                "  fix: Name the file with the Gateway as well, declare it in cluster.yaml (gateways: [{namespace: "
                "web, name: edge}]), or correct the reference."
            ),
        ),
        (
            lambda: said(LISTENER_SET, facts=ClusterFacts(gateways=(("web", "edge"),))),
            "",
        ),
        (
            lambda: said(GATEWAY.replace("cilium", "istio"), ROUTE, SERVICE),
            (
                "warning GH205: spec.gatewayClassName: GatewayClass 'istio' is neither among the manifests nor "
                "declared, so that nobody is known to serve this Gateway: it gets no status and no requests.\n"
                "  fix: Declare it in cluster.yaml if it is one of Cilium's: gatewayClasses: [cilium, istio]."
            ),
        ),
        (
            lambda: said(GATEWAY.replace("cilium", "internal"), facts=ClusterFacts(gateway_classes=("internal",))),
            "",
        ),
    ],
)
def test_a_gateway_is_found_once_for_its_cause(judge: Callable[[], str], expected: str) -> None:
    assert judge() == expected
