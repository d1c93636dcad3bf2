"""Pools and announcements with every argument."""

from constructs_lib import (
    Domain,
    Gateway,
    IpBlock,
    L2AnnouncementPolicy,
    LabelSelector,
    LabelSelectorRequirement,
    LoadBalancerIpPool,
    services_of_namespace,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

EVERY_CONDITION = LabelSelector(
    match_labels={"kubernetes.io/os": "linux"},
    match_expressions=[
        LabelSelectorRequirement(key="node-role.kubernetes.io/control-plane", operator="DoesNotExist"),
        LabelSelectorRequirement(key="zone", operator="In", values=["a", "b"]),
    ],
)


def load_balancing(chart: Chart) -> None:
    gateway = Gateway.from_existing(name="gateway", namespace="common", domains=[Domain("example.com", name="com")])
    LoadBalancerIpPool(chart, "every-default", blocks=[IpBlock.cidr("192.0.2.0/28")])
    LoadBalancerIpPool(
        chart,
        "everything",
        blocks=[
            IpBlock.range("192.0.2.16", "192.0.2.20"),
            IpBlock.address("192.0.2.21"),
            IpBlock.cidr("2001:db8::/120"),
        ],
        service_selector=EVERY_CONDITION,
        allow_first_last_ips=False,
        disabled=True,
        name="pool",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    L2AnnouncementPolicy(chart, "default", load_balancer_ips=True)
    L2AnnouncementPolicy(
        chart,
        "policy",
        load_balancer_ips=True,
        external_ips=True,
        service_selector=EVERY_CONDITION,
        node_selector=EVERY_CONDITION,
        interfaces=["^eth[0-9]+$", r"^ens\d{1,2}$"],
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    L2AnnouncementPolicy(chart, "namespace", load_balancer_ips=True, service_selector=services_of_namespace("common"))
    L2AnnouncementPolicy(chart, "gateway", load_balancer_ips=True, service_selector=gateway)
