"""Addresses for scripts: the documented shape, in whole."""

import json
from io import StringIO
from typing import Any

from preflight.addressing import Addressing
from preflight.cluster import ClusterFacts, Node
from preflight.report.addresses_json import write_addresses_json
from tests.preflight.addressed import GATEWAY, OTHER_POOL, POLICY, POOL, SERVICE, addressed
from tests.preflight.report.test_addresses import BGP, DISABLED, FOREIGN, LAB, WRONG

NODES = (Node(name="one", labels={}, interfaces=("eth0", "lo")), Node(name="two", labels={"rack": "a"}))


def written(found: Addressing | None) -> Any:
    stream = StringIO()
    write_addresses_json(found, stream)
    assert stream.getvalue().isascii()
    return json.loads(stream.getvalue())


def test_without_a_prediction_there_are_empty_lists() -> None:
    assert written(None) == {"version": 1, "services": [], "pools": [], "notes": []}


def test_a_service_has_all_that_is_said_of_it() -> None:
    document = written(addressed(POOL, OTHER_POOL, DISABLED, GATEWAY, POLICY, facts=ClusterFacts(nodes=NODES)))
    assert document["services"] == [
        {
            "namespace": "web",
            "name": "cilium-gateway-edge",
            "gateway": "edge",
            "labels": {
                "io.cilium.gateway/owning-gateway": "edge",
                "gateway.networking.k8s.io/gateway-name": "edge",
                "io.kubernetes.service.name": "cilium-gateway-edge",
                "io.kubernetes.service.namespace": "web",
            },
            "ports": [{"port": 80, "protocol": "TCP"}],
            "externalTrafficPolicy": "Cluster",
            "requested": [],
            "addresses": ["192.0.2.1"],
            "outcomes": [{"wanted": "IPv4", "oneOf": ["192.0.2.1"], "count": 1, "orNone": []}],
            "conditions": [
                {
                    "type": "cilium.io/IPAMRequestSatisfied",
                    "status": "True",
                    "reason": "satisfied",
                    "message": "It has every address that it wants.",
                }
            ],
            "isExact": True,
            "pools": [
                {"name": "common", "selects": True, "gives": True},
                {"name": "old", "selects": True, "gives": False, "reason": "disabled", "message": "It is disabled."},
            ],
            "poolsWithoutMatch": ["lab"],
            "sharesWith": [],
            "announcers": [
                {
                    "kind": "CiliumL2AnnouncementPolicy",
                    "name": "lan",
                    "addresses": ["192.0.2.1"],
                    "nodes": [{"name": "one", "interfaces": ["eth0"]}, {"name": "two"}],
                    "interfaces": ["^eth"],
                    "lease": "cilium-l2announce-web-cilium-gateway-edge",
                    "remarks": [],
                }
            ],
            "unannounced": [],
            "notAnnouncedBy": [],
            "remarks": [],
        }
    ]


def test_where_an_order_decides_there_are_no_certain_addresses() -> None:
    asking = SERVICE.replace("name: dns,", "name: dns, annotations: {lbipam.cilium.io/ips: '192.0.2.1,none'},")
    gateway, asked = written(addressed(POOL, GATEWAY, asking))["services"]
    assert "addresses" not in gateway
    assert gateway["outcomes"] == [{"wanted": "IPv4", "oneOf": ["192.0.2.1-192.0.2.2"], "count": 2, "orNone": []}]
    assert (asked["requested"], asked["notAddresses"]) == (["192.0.2.1"], ["none"])
    assert asked["outcomes"] == [
        {"wanted": "192.0.2.1", "oneOf": ["192.0.2.1"], "count": 1, "orNone": ["already_allocated"]}
    ]
    assert [each["reason"] for each in asked["conditions"]] == ["satisfied", "already_allocated"]
    assert asked["unannounced"] == ["192.0.2.1"]


def test_a_service_that_is_not_ciliums_says_why_and_has_no_pools() -> None:
    (found,) = written(addressed(POOL, FOREIGN))["services"]
    assert found["unhandled"] == "The loadBalancerClass 'example.com/other' of Service web/foreign is none of Cilium's."
    assert (found["loadBalancerClass"], found["addresses"], "pools" in found) == ("example.com/other", [], False)
    assert "poolsWithoutMatch" not in found


def test_who_shares_is_named() -> None:
    shared = SERVICE.replace("name: dns,", "name: NAME, annotations: {lbipam.cilium.io/sharing-key: x},")
    first, _ = written(addressed(POOL, shared.replace("NAME", "a"), shared.replace("NAME", "b").replace("53", "54")))[
        "services"
    ]
    assert first["sharesWith"] == [{"namespace": "web", "name": "b"}]


def test_what_a_peer_is_told() -> None:
    (found,) = written(addressed(OTHER_POOL, LAB, BGP, POLICY, facts=ClusterFacts(nodes=NODES)))["services"]
    assert found["announcers"][1] == {
        "kind": "CiliumBGPClusterConfig",
        "name": "rack",
        "instance": "main",
        "peer": "router",
        "peerAddress": "192.0.2.254",
        "family": "ipv4/unicast",
        "advertisement": "lab",
        "item": 0,
        "addresses": ["198.51.100.0"],
        "prefixes": ["198.51.100.0/32"],
        "nodes": [{"name": "two"}],
        "remarks": [],
    }


def test_who_does_not_announce_and_why() -> None:
    (found,) = written(addressed(POOL, GATEWAY, BGP))["services"]
    assert found["notAnnouncedBy"] == [
        {
            "name": "CiliumBGPAdvertisement lab, spec.advertisements[0]",
            "reason": "service_selector",
            "message": "Its selector does not take the labels of the Service.",
        }
    ]


def test_a_pool_has_its_counts_and_conditions() -> None:
    (found,) = written(addressed(POOL, GATEWAY))["pools"]
    assert found == {
        "name": "common",
        "disabled": False,
        "blocks": ["192.0.2.1-192.0.2.4"],
        "gives": "yes",
        "overlaps": [],
        "total": 4,
        "used": {"least": 1, "most": 1},
        "available": {"least": 3, "most": 3},
        "conditions": [
            {"type": "cilium.io/PoolConflict", "status": "False", "reason": "resolved", "message": ""},
            {"type": "cilium.io/IPsTotal", "status": "Unknown", "reason": "noreason", "message": "4"},
            {"type": "cilium.io/IPsAvailable", "status": "Unknown", "reason": "noreason", "message": "3"},
            {"type": "cilium.io/IPsUsed", "status": "Unknown", "reason": "noreason", "message": "1"},
        ],
    }


def test_a_pool_that_is_ignored_or_in_conflict_says_why() -> None:
    first, second, wrong = written(addressed(POOL, POOL.replace("name: common", "name: twin"), WRONG))["pools"]
    other = {"range": "192.0.2.1-192.0.2.4", "pool": "twin", "other": "192.0.2.1-192.0.2.4"}
    assert (first["gives"], first["overlaps"], second["gives"]) == ("maybe", [other], "maybe")
    message = "Its start 192.0.2.9 comes after its stop 192.0.2.4."
    assert (wrong["gives"], wrong["ignored"]) == ("no", {"block": 0, "message": message})
