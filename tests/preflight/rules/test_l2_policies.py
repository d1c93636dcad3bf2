"""Announcement policies of layer 2."""

from dataclasses import replace

from preflight.cluster import CiliumValues, ClusterFacts, Node
from tests.preflight.rules.addressed import (
    LAN,
    NO_FACTS,
    advertisement,
    cluster_config,
    codes,
    peer_config,
    policy,
    pool,
    said,
    service,
)

HOSTNAME = "kubernetes.io/hostname: node-3"
NODES = ClusterFacts(
    nodes=(
        Node(name="node-1", labels={"rack": "a"}, interfaces=("eth0",)),
        Node(name="node-2", labels={"rack": "b"}, interfaces=("eth1", "eth10")),
    )
)


def test_a_policy_for_no_kind_of_address_is_told_of_instead_of_the_service() -> None:
    assert said("GH522", pool(), policy(spec="interfaces: [^eth0$]"), service()) == (
        "error GH522: CiliumL2AnnouncementPolicy lan: spec: Both loadBalancerIPs and externalIPs are false, "
        "which is their default: the policy announces nothing.\n"
        "  fix: Write loadBalancerIPs: true for the addresses from pools."
    )
    assert codes(pool(), policy(spec="interfaces: [^eth0$]"), service()) == ["GH522"]


def test_selectors_and_patterns_that_cilium_refuses() -> None:
    assert said("GH523", policy(spec=f"{LAN}, interfaces: ['^(?!wlan)']")) == (
        "error GH523: CiliumL2AnnouncementPolicy lan: spec.interfaces: '^(?!wlan)' is no regular expression "
        "of Go. Cilium sets the condition io.cilium/bad-interface-regex, and does not apply the policy.\n"
        "  fix: Write a regular expression as Go has it: without lookahead, lookbehind and back references."
    )
    assert said(
        "GH523", policy(spec=f"{LAN}, serviceSelector: {{matchExpressions: [{{key: team, operator: In}}]}}")
    ) == (
        "error GH523: CiliumL2AnnouncementPolicy lan: spec.serviceSelector: In has no values. Cilium sets the "
        "condition io.cilium/bad-service-selector, and does not apply the policy.\n"
        "  fix: Correct the selector."
    )
    assert said(
        "GH523", policy(spec=f"{LAN}, nodeSelector: {{matchExpressions: [{{key: 'a b', operator: Exists}}]}}")
    ) == (
        "error GH523: CiliumL2AnnouncementPolicy lan: spec.nodeSelector: The key 'a b' is not a name: "
        "letters, digits, '-', '_' and '.', with a letter or digit at both ends. Cilium sets the condition "
        "io.cilium/bad-node-selector, and does not apply the policy.\n"
        "  fix: Correct the selector."
    )


def test_a_selector_of_bgp_that_cilium_refuses() -> None:
    bad = advertisement(selector="{matchExpressions: [{key: team, operator: In}]}")
    assert said("GH523", cluster_config(), peer_config(), bad) == (
        "error GH523: CiliumBGPAdvertisement services: spec.advertisements[0].selector: Cilium refuses the "
        "selector, and with it all that uses it: In has no values.\n"
        "  fix: Correct the selector."
    )
    assert codes(pool(), cluster_config(), peer_config(), bad, service()) == ["GH523"]


def test_a_pattern_for_a_shell() -> None:
    assert said("GH524", policy(spec=f"{LAN}, interfaces: [eth*]")) == (
        "warning GH524: CiliumL2AnnouncementPolicy lan: spec.interfaces[0]: 'eth*' is a regular expression, "
        "in which * repeats the letter before it: it does not stand for any letters.\n"
        "  fix: Write '^eth.*$'."
    )


def test_a_pattern_that_declared_devices_show_to_be_loose() -> None:
    assert said("GH524", policy(spec=f"{LAN}, interfaces: [eth1]"), facts=NODES) == (
        "warning GH524: CiliumL2AnnouncementPolicy lan: spec.interfaces[0]: 'eth1' is found anywhere in a "
        "name, so that it takes 'eth10' as well.\n"
        "  fix: Write '^(eth1)$'."
    )
    assert said("GH524", policy(spec=f"{LAN}, interfaces: [eth1]")) == ""
    assert said("GH524", policy(spec=f"{LAN}, interfaces: ['^eth']"), facts=NODES) == ""


def test_no_node_at_all() -> None:
    nowhere = "nodeSelector: {matchLabels: {rack: c}}"
    assert said("GH525", policy(spec=f"{LAN}, {nowhere}"), facts=NODES) == (
        "error GH525: CiliumL2AnnouncementPolicy lan: spec.nodeSelector: The nodeSelector takes none of the "
        "declared nodes: 'node-1' and 'node-2'.\n"
        "  fix: Write labels that nodes have, or correct the nodes in cluster.yaml."
    )
    assert said("GH525", cluster_config(more=nowhere), facts=NODES) == (
        "error GH525: CiliumBGPClusterConfig rack: spec.nodeSelector: The nodeSelector takes none of the "
        "declared nodes: 'node-1' and 'node-2'.\n"
        "  fix: Write labels that nodes have, or correct the nodes in cluster.yaml."
    )
    assert said("GH525", policy(spec=f"{LAN}, {nowhere}"), cluster_config(more=nowhere)) == ""


def test_no_device_at_all() -> None:
    assert said("GH526", policy(spec=f"{LAN}, interfaces: [^enp, ^eno]"), facts=NODES) == (
        "error GH526: CiliumL2AnnouncementPolicy lan: spec.interfaces: '^enp' and '^eno' match no device of "
        "the nodes, which have 'eth0', 'eth1' and 'eth10'.\n"
        "  fix: Write the names of devices, or correct the nodes in cluster.yaml."
    )


def test_no_device_that_cilium_selects() -> None:
    def of(interfaces: str, *devices: str, facts: ClusterFacts = NO_FACTS) -> str:
        values = CiliumValues(devices=devices)
        return said(
            "GH526", policy(spec=f"{LAN}, interfaces: [{interfaces}]"), facts=replace(facts, cilium_values=values)
        )

    assert of("^wlan0$", "eth+", "bond0") == (
        "error GH526: CiliumL2AnnouncementPolicy lan: spec.interfaces: '^wlan0$' matches no device that Cilium "
        "selects: its value devices has 'eth+' and 'bond0' in cluster.yaml.\n"
        "  fix: Write the names of these, or correct the value, in the cluster and in cluster.yaml."
    )
    assert of("wlan, ^br0$", "bond0") == (
        "error GH526: CiliumL2AnnouncementPolicy lan: spec.interfaces: 'wlan' and '^br0$' match no device that Cilium "
        "selects: its value devices has 'bond0' in cluster.yaml.\n"
        "  fix: Write the names of these, or correct the value, in the cluster and in cluster.yaml."
    )
    assert of("^eth1$", "eth+") == of("wlan", "eth+") == of("^bond.$", "bond0") == of("^wlan0$") == of("", "eth0") == ""
    assert of("^eth1$", "bond0", facts=NODES) == ""


def test_a_node_without_a_device_is_told_of_once() -> None:
    specification = f"{LAN}, interfaces: [^eth0$]"
    assert said("GH527", policy(spec=specification), facts=NODES) == (
        "warning GH527: CiliumL2AnnouncementPolicy lan: spec.interfaces: On 'node-2' no device matches the "
        "interfaces. Such a node can hold the lease of a Service all the same, and then its address is not "
        "announced.\n"
        "  fix: Leave these nodes out with a nodeSelector, or write a pattern for their devices."
    )
    assert codes(pool(), policy(spec=specification), service(), facts=NODES) == ["GH527"]


def test_several_devices() -> None:
    assert said("GH528", policy(), facts=NODES) == (
        "info GH528: CiliumL2AnnouncementPolicy lan: spec: Without interfaces, 'node-2' announces on all its "
        "devices, 'eth1' and 'eth10'.\n"
        "  fix: Write the interfaces of the network that clients are in."
    )
    both = replace(NODES, nodes=tuple(replace(each, interfaces=("eth1", "eth10")) for each in NODES.nodes))
    assert "'node-1' announces on all its devices, 'eth1' and 'eth10', and other nodes do so, too." in said(
        "GH528", policy(), facts=both
    )
    assert said("GH528", policy(spec=f"{LAN}, interfaces: [^eth]"), facts=NODES) == ""
    assert said("GH528", policy()) == ""


def test_nodes_whose_labels_are_not_known() -> None:
    nodes = ClusterFacts(nodes=(Node(name="node-1"), Node(name="node-2", labels={"rack": "b"})))
    by_label, by_name = (f"{LAN}, nodeSelector: {{matchLabels: {{{each}}}}}" for each in ("rack: a", HOSTNAME))
    assert codes(pool(), policy(spec=by_label), service(), facts=nodes) == []
    bgp = (peer_config(), advertisement(), service())
    of_rack = cluster_config(more="nodeSelector: {matchLabels: {rack: a}}")
    assert codes(pool(), of_rack, *bgp, facts=nodes) == []
    assert said("GH525", pool(), policy(spec=by_name), service(), facts=nodes) == (
        "error GH525: CiliumL2AnnouncementPolicy lan: spec.nodeSelector: The nodeSelector takes none of the declared "
        "nodes: 'node-1' and 'node-2'.\n"
        "  fix: Write labels that nodes have, or correct the nodes in cluster.yaml."
    )
    labelled = ClusterFacts(nodes=(Node(name="node-1", labels={}), Node(name="node-2", labels={"rack": "b"})))
    assert codes(pool(), policy(spec=by_label), service(), facts=labelled) == ["GH525"]
    assert codes(pool(), of_rack, *bgp, facts=labelled) == ["GH525"]


def test_a_pattern_for_a_shell_that_is_none_of_go() -> None:
    star = policy(spec=f"{LAN}, interfaces: ['*']")
    assert said("GH523", star) == (
        "error GH523: CiliumL2AnnouncementPolicy lan: spec.interfaces: '*' is no regular expression of Go. Cilium sets "
        "the condition io.cilium/bad-interface-regex, and does not apply the policy.\n"
        "  fix: Write '^.*$'."
    )
    assert codes(pool(), star, service()) == ["GH523"]
