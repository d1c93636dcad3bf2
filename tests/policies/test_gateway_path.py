"""The rule for what comes through a Gateway, with ports written out or looked up from a Service."""

from typing import Any

from constructs_lib import LabelSelector
from constructs_lib.policies.gateway_path import allow_from_gateway, pods_of_service
from constructs_lib.policies.network_policy import CiliumNetworkPolicy
from constructs_lib.policies.peers import PortProtocol
from constructs_lib.policies.rules import IngressRule
from constructs_lib.references import ExistingService
from tests.conftest import Manifests, refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart
from cdk8s_plus_27 import Protocol, ServicePort


def service(chart: Chart, *ports: ServicePort, **arguments: Any) -> cdk8s_plus_27.Service:
    pods = cdk8s_plus_27.Pods.all(chart, "pods")
    metadata = ApiObjectMetadata(name="web", namespace="apps")
    return cdk8s_plus_27.Service(chart, "web", metadata=metadata, ports=list(ports), **({"selector": pods} | arguments))


def allowed(*ports: PortProtocol) -> IngressRule:
    return IngressRule(from_entities=["ingress"], to_ports=ports)


def test_ports_are_those_of_the_pods() -> None:
    expected = allowed(PortProtocol(8080, "TCP"), PortProtocol("http", "TCP"))
    assert allow_from_gateway(ports=[8080, "http"]) == expected


def test_target_ports_are_looked_up_from_a_service(chart: Chart) -> None:
    web = service(
        chart,
        ServicePort(port=80, target_port=8080, name="a"),
        ServicePort(port=9090, name="b"),
        ServicePort(port=53, target_port=5353, name="c", protocol=Protocol.UDP),
        ServicePort(port=443, target_port=8443, name="d", protocol=Protocol.TCP),
    )
    expected = allowed(PortProtocol(8080, "TCP"), PortProtocol(9090, "TCP"), PortProtocol(8443, "TCP"))
    assert allow_from_gateway(service=web) == expected


def test_a_deployment_that_is_exposed_gets_its_policy_from_the_service(chart: Chart, manifests: Manifests) -> None:
    containers = [cdk8s_plus_27.ContainerProps(image="web", ports=[cdk8s_plus_27.ContainerPort(number=8080)])]
    deployment = cdk8s_plus_27.Deployment(chart, "web", containers=containers)
    exposed = deployment.expose_via_service(ports=[ServicePort(port=80, target_port=8080)])
    CiliumNetworkPolicy(
        chart,
        "policy",
        namespace="apps",
        endpoint_selector=pods_of_service(exposed),
        ingress=[allow_from_gateway(service=exposed)],
    )
    written = {manifest["kind"]: manifest for manifest in manifests()}
    labels = written["Deployment"]["spec"]["template"]["metadata"]["labels"]
    selector = written["CiliumNetworkPolicy"]["spec"]["endpointSelector"]
    assert LabelSelector(match_labels=selector["matchLabels"]).matches(labels)
    assert written["CiliumNetworkPolicy"]["spec"]["ingress"] == [
        {"fromEntities": ["ingress"], "toPorts": [{"ports": [{"port": "8080", "protocol": "TCP"}]}]}
    ]


ONE = (
    "does not say the ports in one way. Allowed: one of service and ports. Fix: write allow_from_gateway(ports=[8080]) "
    "with the ports of the Pods."
)
KIND = "Allowed: a Service of cdk8s-plus. Fix: write ports=[8080], and LabelSelector(...) with labels of the Pods."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, f": 'service=None, ports=None' {ONE}"),
        ({"service": "web", "ports": [80]}, f": 'service=str, ports=[80]' {ONE}"),
        ({"service": "web"}, f".service: 'web' is of type str. {KIND}"),
        (
            {"service": ExistingService("web", ports=[80])},
            f".service: {ExistingService('web', ports=[80])!r} is of type ExistingService. {KIND}",
        ),
        ({"ports": 80}, ".ports: 80 is of type int. Allowed: a list of ports. Fix: put it in a list: [...]."),
    ],
)
def test_a_rule_without_ports_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: allow_from_gateway(**arguments)) == f"allow_from_gateway{expected}"


def test_a_service_beside_ports_is_refused(chart: Chart) -> None:
    web = service(chart, ServicePort(port=80))
    assert refusal(lambda: allow_from_gateway(service=web, ports=[80])) == (
        f"allow_from_gateway: 'service=Service, ports=[80]' {ONE}"
    )


def test_a_list_without_ports_is_refused() -> None:
    assert refusal(lambda: allow_from_gateway(ports=[])) == (
        "IngressRule.to_ports: [] names nothing. Allowed: one or more. "
        "Fix: leave the rule out, or the argument to mean everything."
    )


def test_a_service_without_tcp_port_is_refused(chart: Chart) -> None:
    dns = service(chart, ServicePort(port=53, protocol=Protocol.UDP))
    assert refusal(lambda: allow_from_gateway(service=dns)) == (
        "allow_from_gateway.service: Service has no TCP port. Allowed: a Service with a TCP port. Fix: give the "
        "Service a port before it is referred to, or write ports=[8080]."
    )


def test_a_service_without_selector_is_refused(chart: Chart) -> None:
    external = service(chart, ServicePort(port=80), selector=None)
    assert refusal(lambda: pods_of_service(external)) == (
        "pods_of_service.service: Service has no selector. Allowed: a Service that selects Pods. "
        "Fix: write LabelSelector(...) with labels of the Pods."
    )


def test_the_pods_of_what_is_no_service_are_refused(chart: Chart) -> None:
    secret = cdk8s_plus_27.Secret(chart, "a")
    assert refusal(lambda: pods_of_service(secret)) == f"pods_of_service.service: Secret is of type Secret. {KIND}"
