"""Network policies with every argument."""

from constructs_lib import (
    CidrRule,
    CiliumClusterwideNetworkPolicy,
    CiliumNetworkPolicy,
    EgressRule,
    FqdnSelector,
    IngressRule,
    LabelSelector,
    LabelSelectorRequirement,
    PortProtocol,
    ReservedIdentity,
    allow_from_gateway,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

PODS = LabelSelector(
    match_labels={"app": "web"},
    match_expressions=[LabelSelectorRequirement(key="tier", operator="In", values=["a", "b"])],
)
NETWORKS = [CidrRule("192.0.2.0/24", except_=["192.0.2.128/25"]), CidrRule(cidr_group_ref="office")]
PORTS = [PortProtocol(8080, "TCP", end_port=8090), PortProtocol("metrics", "TCP")]
DNS = [PortProtocol(53, "ANY")]
NAMES = [FqdnSelector(match_name="example.com"), FqdnSelector(match_pattern="*.example.com")]
INGRESS = [
    allow_from_gateway(ports=[8080]),
    IngressRule(from_endpoints=[PODS], to_ports=PORTS),
    IngressRule(from_cidr=["198.51.100.0/24"]),
    IngressRule(from_cidr_set=NETWORKS),
]
EGRESS = [
    EgressRule(to_endpoints=[PODS], to_ports=DNS, dns=NAMES),
    EgressRule(to_entities=["cluster"], to_ports=PORTS),
    EgressRule(to_cidr=["198.51.100.0/24"]),
    EgressRule(to_cidr_set=NETWORKS),
    EgressRule(to_fqdns=NAMES),
]
DENIED_INGRESS = [
    IngressRule(from_endpoints=[PODS], to_ports=PORTS),
    IngressRule(from_entities=["world"]),
    IngressRule(from_cidr=["203.0.113.0/24"]),
    IngressRule(from_cidr_set=NETWORKS),
]
DENIED_EGRESS = [
    EgressRule(to_endpoints=[PODS], to_ports=PORTS),
    EgressRule(to_entities=["world"]),
    EgressRule(to_cidr=["203.0.113.0/24"]),
    EgressRule(to_cidr_set=NETWORKS),
]


def policies(chart: Chart) -> None:
    CiliumNetworkPolicy(
        chart,
        "every-default",
        namespace="web",
        endpoint_selector=LabelSelector(),
        ingress=[allow_from_gateway(ports=[8080])],
    )
    CiliumNetworkPolicy(
        chart,
        "everything",
        namespace="web",
        endpoint_selector=PODS,
        ingress=INGRESS,
        egress=EGRESS,
        ingress_deny=DENIED_INGRESS,
        egress_deny=DENIED_EGRESS,
        default_deny_ingress=True,
        default_deny_egress=False,
        description="for the shop",
        rule_labels=LABELS,
        name="web",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    CiliumClusterwideNetworkPolicy(
        chart,
        "gateways",
        endpoint_selector=ReservedIdentity("ingress"),
        ingress=[IngressRule(from_entities=["world"])],
        egress=[EgressRule(to_entities=["cluster"])],
    )
    CiliumClusterwideNetworkPolicy(
        chart,
        "everything-clusterwide",
        endpoint_selector=PODS,
        ingress=INGRESS,
        egress=EGRESS,
        ingress_deny=DENIED_INGRESS,
        egress_deny=DENIED_EGRESS,
        default_deny_ingress=True,
        default_deny_egress=False,
        description="for every shop",
        rule_labels=LABELS,
        name="clusterwide",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    CiliumClusterwideNetworkPolicy(chart, "nodes", node_selector=PODS, ingress=[IngressRule(from_entities=["cluster"])])
