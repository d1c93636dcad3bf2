"""BGP instances with their overrides on single nodes, and the refusals of both."""

from typing import Any

from constructs_lib.load_balancing.bgp_instance import BgpInstance, BgpNodeOverride, overridden_nodes
from constructs_lib.load_balancing.bgp_peer import BgpPeer
from tests.conftest import refusal

import pytest

TOR = BgpPeer("tor", asn=64513, address="192.0.2.1")
INSTANCE = "BgpInstance main"
OVERRIDE = "BgpNodeOverride node-1.example.com"
NUMBER = "Fix: write a number in that range."


def test_an_instance_writes_what_is_said() -> None:
    other = BgpPeer("other", asn=0, default_gateway="ipv4")
    instance = BgpInstance("main", local_asn=64512, local_port=1790, peers=[TOR, other])
    assert instance.spec("bgp") == {
        "name": "main",
        "localASN": 64512,
        "localPort": 1790,
        "peers": [TOR.spec("bgp.main.tor"), other.spec("bgp.main.other")],
    }
    assert BgpInstance("main", local_asn=1, peers=[TOR]).spec("bgp")["localPort"] is None


def test_an_override_writes_what_is_said() -> None:
    override = BgpNodeOverride(
        "node-1.example.com",
        router_id="192.0.2.11",
        local_port=179,
        local_asn=64514,
        local_addresses={"tor": "2001:DB8::1"},
    )
    assert override.spec("main") == {
        "name": "main",
        "routerID": "192.0.2.11",
        "localPort": 179,
        "localASN": 64514,
        "peers": [{"name": "tor", "localAddress": "2001:db8::1"}],
    }
    assert BgpNodeOverride("a", local_asn=1).spec("main")["peers"] is None


def test_the_overrides_of_a_node_are_one_object() -> None:
    first, second = BgpNodeOverride("a", local_asn=1, merge_patch={"metadata": {}}), BgpNodeOverride("a", local_asn=2)
    elsewhere = BgpNodeOverride("b", local_asn=3)
    instances = [
        BgpInstance("main", local_asn=5, peers=[TOR], node_overrides=[first, elsewhere]),
        BgpInstance("more", local_asn=6, peers=[TOR], node_overrides=[second]),
    ]
    assert overridden_nodes("here", instances) == {
        "a": ({"bgpInstances": [first.spec("main"), second.spec("more")]}, {"metadata": {}}),
        "b": ({"bgpInstances": [elsewhere.spec("main")]}, None),
    }


def test_a_node_has_one_merge_patch() -> None:
    overrides = [BgpNodeOverride("a", local_asn=1, merge_patch={"metadata": {}}) for _ in range(2)]
    instances = [
        BgpInstance(name, local_asn=5, peers=[TOR], node_overrides=[override])
        for name, override in zip(["main", "more"], overrides, strict=True)
    ]
    assert refusal(lambda: overridden_nodes("here", instances)) == (
        "here: more: node_overrides: a: merge_patch: {'metadata': {}} is the second one for this node. Allowed: one "
        "merge_patch for all instances of a node. Fix: write both in one."
    )


def test_the_as_numbers_of_an_instance_are_those_of_its_nodes() -> None:
    overrides = [BgpNodeOverride("a", local_asn=1), BgpNodeOverride("b", router_id="192.0.2.1")]
    assert BgpInstance("main", local_asn=5, peers=[TOR], node_overrides=overrides).asns == {1, 5}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"name": "a.b"},
            (
                "BgpInstance.name: 'a.b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or "
                "digit at both ends. Fix: write 'a-b'."
            ),
        ),
        (
            {"local_asn": 0},
            f"{INSTANCE}: local_asn: 0 is not in range. Allowed: a whole number from 1 to 4294967295. {NUMBER}",
        ),
        (
            {"local_port": 65536},
            f"{INSTANCE}: local_port: 65536 is not in range. Allowed: a whole number from 1 to 65535. {NUMBER}",
        ),
        (
            {"peers": []},
            f"{INSTANCE}: peers: [] talks to nobody. Allowed: one peer or more. Fix: write [BgpPeer(...)].",
        ),
        (
            {"peers": [TOR, BgpPeer("tor", asn=5, default_gateway="ipv6")]},
            f"{INSTANCE}: peers: 'tor' is there twice. Allowed: each once. Fix: rename one, or leave it out.",
        ),
        (
            {"peers": ["tor"]},
            f"{INSTANCE}: peers[0]: 'tor' is of type str. Allowed: BgpPeer. Fix: write BgpPeer(...).",
        ),
        (
            {"node_overrides": [BgpNodeOverride("a", local_asn=1), BgpNodeOverride("a", local_port=1)]},
            (f"{INSTANCE}: node_overrides: 'a' is there twice. Allowed: each once. Fix: leave one out."),
        ),
        (
            {"node_overrides": ["a"]},
            (
                f"{INSTANCE}: node_overrides[0]: 'a' is of type str. Allowed: BgpNodeOverride. "
                "Fix: write BgpNodeOverride(...)."
            ),
        ),
        (
            {"node_overrides": [BgpNodeOverride("a", local_addresses={"tor": "192.0.2.9", "tour": "192.0.2.9"})]},
            (
                f"{INSTANCE}: node_overrides: a: local_addresses: 'tour' is not a peer of the instance. "
                "Allowed: 'tor'. Fix: write one of them."
            ),
        ),
        (
            {"local_asn": 64513, "peers": [BgpPeer("tor", asn=64513, address="192.0.2.1", ebgp_multihop=2)]},
            (
                f"{INSTANCE}: peers: tor: ebgp_multihop: 2 is ignored for a peer of the own AS 64513. Allowed: 1, or a "
                "peer with another asn. Fix: leave it out."
            ),
        ),
    ],
)
def test_an_instance_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    every: dict[str, Any] = {"name": "main", "local_asn": 64512, "peers": [TOR]} | arguments
    assert refusal(lambda: BgpInstance(**every)) == expected


def test_hops_count_where_the_peer_is_in_another_as_on_some_node() -> None:
    far = BgpPeer("far", asn=64513, address="192.0.2.1", ebgp_multihop=2)
    overrides = [BgpNodeOverride("a", local_asn=64512)]
    assert BgpInstance("main", local_asn=64513, peers=[far], node_overrides=overrides).peers == (far,)
    assert BgpInstance("main", local_asn=64512, peers=[far]).peers == (far,)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"node": "Node_1", "local_asn": 1},
            (
                "BgpNodeOverride.node: 'Node_1' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, "
                "'-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'node-1'."
            ),
        ),
        (
            {},
            (
                f"{OVERRIDE}: 'node-1.example.com' overrides nothing. Allowed: router_id, local_port, local_asn or "
                "local_addresses. Fix: write one of them, or leave it out."
            ),
        ),
        (
            {"router_id": "2001:db8::1"},
            (
                f"{OVERRIDE}: router_id: '2001:db8::1' is an IPv6 address. Allowed: four numbers such as '192.0.2.1', "
                "also where there is no IPv4. Fix: write a number of your own in that form."
            ),
        ),
        (
            {"router_id": 5},
            f"{OVERRIDE}: router_id: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            {"local_port": 0},
            f"{OVERRIDE}: local_port: 0 is not in range. Allowed: a whole number from 1 to 65535. {NUMBER}",
        ),
        (
            {"local_asn": 0},
            f"{OVERRIDE}: local_asn: 0 is not in range. Allowed: a whole number from 1 to 4294967295. {NUMBER}",
        ),
        (
            {"local_addresses": ["192.0.2.1"]},
            (
                f"{OVERRIDE}: local_addresses: ['192.0.2.1'] is of type list. Allowed: a mapping of text to text. "
                "Fix: write {'key': 'value'}."
            ),
        ),
        (
            {"local_addresses": {"tor": "eth0"}},
            (
                f"{OVERRIDE}: local_addresses['tor']: 'eth0' is not an IP address. Allowed: one IPv4 or IPv6 address "
                "such as '192.0.2.10' or '2001:db8::10'. Fix: correct it."
            ),
        ),
    ],
)
def test_an_override_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    every: dict[str, Any] = {"node": "node-1.example.com"} | arguments
    assert refusal(lambda: BgpNodeOverride(**every)) == expected
