"""Who announces a Service on layer 2: each fact of Cilium's announcer."""

from preflight.cilium.announcing import AnnouncerFacts, AnnouncingNode
from preflight.cluster import Node
from preflight.ip_ranges import Range
from tests.preflight.cilium.announcers import (
    FOUR,
    NODES,
    Written,
    announced,
    announced_all,
    given,
    on_l2,
    policy,
    refused,
    service,
)

import pytest

Version = tuple[int, int | None]
LAN = "CiliumL2AnnouncementPolicy lan"
BAD_SELECTOR = {"matchExpressions": [{"key": "team", "operator": "In", "values": []}]}
OTHER_TEAM = {"matchLabels": {"team": "other"}}
L2_CLASS, BGP_CLASS = "io.cilium/l2-announcer", "io.cilium/bgp-control-plane"

REFUSALS: list[tuple[Written, str, str]] = [
    (
        {"loadBalancerIPs": False},
        "no_ip_flag",
        "It has neither loadBalancerIPs nor externalIPs, and so it announces nothing.",
    ),
    (
        {"nodeSelector": {"matchLabels": {"role": "none"}}},
        "no_node",
        "Its nodeSelector takes none of the nodes 'edge' and 'worker'.",
    ),
    ({"interfaces": ["^wlan"]}, "no_interface", "No device of 'edge' and 'worker' matches its interfaces '^wlan'."),
    ({"interfaces": ["eth(?=0)"]}, "io.cilium/bad-interface-regex", "'eth(?=0)' is no regular expression of Go."),
    ({"nodeSelector": BAD_SELECTOR}, "io.cilium/bad-node-selector", "In has no values."),
    ({"serviceSelector": BAD_SELECTOR}, "io.cilium/bad-service-selector", "In has no values."),
    (
        {"serviceSelector": OTHER_TEAM},
        "service_selector",
        "The serviceSelector does not take the labels of the Service.",
    ),
    (
        {"loadBalancerIPs": False, "externalIPs": True},
        "no_address",
        "It announces external IPs, and the Service has none.",
    ),
]


@pytest.mark.parametrize(("spec", "reason", "text"), REFUSALS)
def test_a_policy_that_does_not_announce_says_why(spec: Written, reason: str, text: str) -> None:
    found = announced(policy(**spec), nodes=NODES)
    assert found.announcers == ()
    assert refused(found) == [(LAN, reason, text)]
    assert found.unannounced == FOUR


@pytest.mark.parametrize(
    ("spec", "condition"),
    [
        ({}, None),
        ({"nodeSelector": BAD_SELECTOR, "interfaces": ["("]}, "io.cilium/bad-node-selector"),
        ({"interfaces": ["("], "serviceSelector": BAD_SELECTOR}, "io.cilium/bad-interface-regex"),
        ({"serviceSelector": BAD_SELECTOR}, "io.cilium/bad-service-selector"),
        ({"nodeSelector": {"matchLabels": {"role": "none"}}, "interfaces": ["("]}, None),
    ],
)
def test_the_first_bad_part_is_the_condition(spec: Written, condition: str | None) -> None:
    (state,) = announced_all(policy(**spec), services=[], nodes=NODES).announcers.policies
    assert (state.condition and state.condition.type) == condition


def test_a_service_is_announced_from_the_matching_devices_of_the_nodes_under_its_lease() -> None:
    spec: Written = {"nodeSelector": {"matchLabels": {"role": "worker"}}, "interfaces": ["^eth1$", "^wlan"]}
    (found,) = on_l2(announced(policy(**spec), nodes=NODES))
    assert found.nodes == (AnnouncingNode(name="worker", interfaces=("eth1",)),)
    assert found.addresses == FOUR
    assert found.lease == "cilium-l2announce-web-shop"
    assert found.patterns == ("^eth1$", "^wlan")
    assert found.remarks == ()


def test_without_selectors_and_interfaces_every_device_of_every_node_announces_every_service() -> None:
    (found,) = on_l2(announced(policy(), nodes=NODES))
    assert found.nodes == (
        AnnouncingNode(name="edge", interfaces=("ens1",)),
        AnnouncingNode(name="worker", interfaces=("eth0", "eth1")),
    )


def test_a_policy_without_a_spec_announces_nothing() -> None:
    written = {"apiVersion": "cilium.io/v2alpha1", "kind": "CiliumL2AnnouncementPolicy", "metadata": {"name": "lan"}}
    assert [reason for _, reason, _ in refused(announced(written))] == ["no_ip_flag"]


def test_an_interface_pattern_is_found_anywhere_in_a_name() -> None:
    node = Node(name="node", interfaces=("eth1", "eth10", "veth1", "ens1"))
    (found,) = on_l2(announced(policy(interfaces=["eth1"]), nodes=[node]))
    assert found.nodes == (AnnouncingNode(name="node", interfaces=("eth1", "eth10", "veth1")),)


def test_of_nodes_that_nobody_has_declared_only_the_patterns_are_known() -> None:
    (found,) = on_l2(announced(policy(nodeSelector={"matchLabels": {"role": "none"}}, interfaces=["^eth"])))
    assert found.nodes is None
    assert found.patterns == ("^eth",)


def test_of_a_node_without_declared_devices_nobody_knows_which_announces() -> None:
    (found,) = on_l2(announced(policy(interfaces=["^eth"]), nodes=[Node(name="node")]))
    assert found.nodes == (AnnouncingNode(name="node", interfaces=None),)


@pytest.mark.parametrize("selector", [None, {}, {"matchLabels": {"io.kubernetes.service.namespace": "web"}}])
def test_no_selector_and_an_empty_one_take_every_service_and_the_namespace_is_a_label(selector: Written | None) -> None:
    assert on_l2(announced(policy(serviceSelector=selector)))


@pytest.mark.parametrize(("name", "is_announced"), [(None, True), (L2_CLASS, True), (BGP_CLASS, False), ("x/y", False)])
def test_a_class_is_none_or_that_of_the_l2_announcer(name: str | None, is_announced: bool) -> None:
    found = announced(policy(), to=service(load_balancer_class=name))
    assert bool(on_l2(found)) == is_announced
    text = f"Its loadBalancerClass '{name}' is not 'io.cilium/l2-announcer'."
    assert refused(found) == ([] if is_announced else [(LAN, "load_balancer_class", text)])


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({"loadBalancerIPs": True}, FOUR),
        ({"loadBalancerIPs": False, "externalIPs": True}, given("198.51.100.7")),
        ({"loadBalancerIPs": True, "externalIPs": True}, given("192.0.2.1", "198.51.100.7")),
    ],
)
def test_a_policy_announces_the_addresses_that_its_flags_name(flags: Written, expected: tuple[object, ...]) -> None:
    with_external = service(data={"spec": {"externalIPs": ["198.51.100.7", "no address"]}})
    (found,) = on_l2(announced(policy(**flags), to=with_external))
    assert found.addresses == expected


def test_a_service_without_an_address_is_announced_by_nobody() -> None:
    found = announced(policy(), addresses=())
    assert refused(found) == [(LAN, "no_address", "It announces load balancer IPs, and the Service has none.")]


def test_a_range_stands_for_the_one_address_that_nobody_can_say() -> None:
    one_of = (Range(4, FOUR[0][1], FOUR[0][1] + 9),)
    assert announced(policy(), addresses=one_of).unannounced == ()


def test_the_feature_can_be_off() -> None:
    found = announced(policy(), facts=AnnouncerFacts(l2_announcements=False))
    assert refused(found) == [(LAN, "feature_off", "L2 announcements are off in this cluster.")]


MAY_DROP = (
    "Its externalTrafficPolicy is Local, which L2 announcements do not look at before Cilium 1.20.2: "
    "a node without a local backend can hold the lease, and drops what it gets."
)
BACKENDS = "Its externalTrafficPolicy is Local: only nodes with a Pod of the Service announce it."
EITHER = (
    "Its externalTrafficPolicy is Local: up to Cilium 1.20.1 a node without a Pod of the Service can hold the lease "
    "and drops what it gets, from 1.20.2 only nodes with a Pod of the Service announce it."
)
EITHER_GATEWAY = (
    "It is the Service of a Gateway and its externalTrafficPolicy is Local: up to Cilium 1.20.1 it is announced from "
    "any of the nodes, from 1.20.2 nobody announces it."
)


@pytest.mark.parametrize(
    ("version", "gateway", "text"),
    [
        ((19, 6), None, MAY_DROP),
        ((19, None), "edge", MAY_DROP),
        ((20, 0), None, MAY_DROP),
        ((20, 1), "edge", MAY_DROP),
        ((20, 2), None, BACKENDS),
        ((21, None), None, BACKENDS),
        ((20, None), None, EITHER),
        ((20, None), "edge", EITHER_GATEWAY),
    ],
)
def test_what_local_does_depends_on_the_version(
    version: tuple[int, int | None], gateway: str | None, text: str
) -> None:
    local = service(traffic_policy="Local", gateway=gateway)
    (found,) = on_l2(announced(policy(), to=local, facts=AnnouncerFacts(version=version)))
    assert [remark.text for remark in found.remarks] == [text]


@pytest.mark.parametrize("version", [(20, 2), (20, 7), (21, None)])
def test_from_1_20_2_nobody_announces_a_gateway_with_local(version: Version) -> None:
    local = service(traffic_policy="Local", gateway="edge")
    text = (
        "The Service has no Pods of its own and its externalTrafficPolicy is Local: from Cilium 1.20.2 "
        "no node wants its lease."
    )
    assert refused(announced(policy(), to=local, facts=AnnouncerFacts(version=version))) == [
        (LAN, "local_gateway", text)
    ]
