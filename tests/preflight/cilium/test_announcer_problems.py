"""What rules have to say of announcers: each problem, with where it is and what was seen, and what is silent."""

from preflight.cilium.announcements import announcements, announcer_objects
from preflight.cilium.announcer_problems import announcer_problems
from preflight.cilium.announcing import AnnouncerFacts, Given
from preflight.cilium.objects import LoadBalancer
from preflight.cluster import Node
from preflight.field_path import FieldPath
from preflight.snapshot import Manifest
from tests.preflight.cilium.announcers import (
    FOUR,
    NODES,
    SIX,
    Written,
    advertisement,
    cluster_config,
    family,
    item,
    override,
    peer,
    peer_config,
    policy,
    service,
)

import pytest

BAD_SELECTOR = {"matchExpressions": [{"key": "team", "operator": "In", "values": []}]}
OTHER_TEAM = {"matchLabels": {"team": "other"}}
NO_ROLE = {"matchLabels": {"role": "none"}}
SECRETS: dict[tuple[str, str], frozenset[str] | None] = {
    ("kube-system", "wrong"): frozenset({"passwd", "user"}),
    ("bgp", "elsewhere"): frozenset({"password"}),
    ("kube-system", "good"): frozenset({"password"}),
}
L2_CLASS, BGP_CLASS = "io.cilium/l2-announcer", "io.cilium/bgp-control-plane"
ON, MAIN = ["^eth[01]$", "^ens1$"], ("spec", "bgpInstances", 0)
LAN = [policy(interfaces=ON)]
BGP = [cluster_config(), peer_config(), advertisement()]
Told = list[tuple[str, FieldPath, tuple[str, ...]]]


def problems(
    *objects: Written,
    services: list[tuple[LoadBalancer, tuple[Given, ...]]] | None = None,
    nodes: tuple[Node, ...] = NODES,
    facts: AnnouncerFacts | None = None,
) -> Told:
    """The problems of these objects, and of a Service that they announce unless others are given."""
    read, facts = announcer_objects(Manifest(data=each) for each in objects), facts or AnnouncerFacts()
    chosen = [(service(), FOUR)] if services is None else services
    found = announcements(chosen, read, nodes, facts, SECRETS)
    seen = announcer_problems(found, read, nodes=nodes, facts=facts, secrets=SECRETS)
    return [(str(each.problem), each.path, each.seen) for each in seen]


@pytest.mark.parametrize(
    "objects",
    [
        LAN,
        BGP,
        LAN + BGP,
        [*BGP, override("edge", {"name": "main", "peers": [{"name": "router", "localAddress": "192.0.2.2"}]})],
        [cluster_config(), peer_config(authSecretRef="good"), advertisement()],
    ],
)
def test_what_works_is_silent(objects: list[Written]) -> None:
    assert problems(*objects) == []


UNUSED = ("l2_unused", (), ())
POLICIES: list[tuple[Written, Told]] = [
    ({"loadBalancerIPs": False}, [("l2_no_ip_flag", ("spec",), ())]),
    ({"nodeSelector": NO_ROLE}, [("l2_no_node", ("spec", "nodeSelector"), ("edge", "worker"))]),
    ({"interfaces": ["^wlan0$"]}, [("l2_no_interface", ("spec", "interfaces"), ("^wlan0$",))]),
    ({"interfaces": ["^ens1$"]}, [("l2_node_without_interface", ("spec", "interfaces"), ("worker",))]),
    (
        {"interfaces": ["eth*", "^ens1$"]},
        [("l2_glob", ("spec", "interfaces", 0), ("eth*",))],
    ),
    (
        {"interfaces": ["^ens1$", "eth1"]},
        [("l2_unanchored", ("spec", "interfaces", 1), ("eth1", "eth1"))],
    ),
    ({"interfaces": []}, [("l2_all_interfaces", ("spec",), ("worker", "eth0", "eth1"))]),
    ({"serviceSelector": OTHER_TEAM}, [UNUSED]),
    (
        {"interfaces": ["^(eth0$"]},
        [
            (
                "l2_not_applied",
                ("spec", "interfaces"),
                ("io.cilium/bad-interface-regex", "'^(eth0$' is no regular expression of Go."),
            )
        ],
    ),
    (
        {"nodeSelector": BAD_SELECTOR},
        [("l2_not_applied", ("spec", "nodeSelector"), ("io.cilium/bad-node-selector", "In has no values."))],
    ),
    (
        {"serviceSelector": BAD_SELECTOR},
        [("l2_not_applied", ("spec", "serviceSelector"), ("io.cilium/bad-service-selector", "In has no values."))],
    ),
]


@pytest.mark.parametrize(("spec", "expected"), POLICIES)
def test_what_is_wrong_with_a_policy(spec: Written, expected: Told) -> None:
    found = problems(policy(**{"interfaces": ON, **spec}))
    assert [each for each in found if each[0].startswith("l2_")] == expected


def test_where_a_feature_is_off_its_objects_say_so_and_are_not_judged_by_what_they_would_do() -> None:
    off = AnnouncerFacts(l2_announcements=False, bgp_control_plane=False)
    assert problems(policy(interfaces=["("]), *BGP, services=[], facts=off) == [
        ("feature_off", (), ("l2announcements.enabled",)),
        ("feature_off", (), ("bgpControlPlane.enabled",)),
    ]


def config_without_asn() -> Written:
    config = cluster_config()
    del config["spec"]["bgpInstances"][0]["localASN"]
    return config


PEER = (*MAIN, "peers", 0)
BGP_OBJECTS: list[tuple[list[Written], Told]] = [
    (
        [cluster_config(nodeSelector=NO_ROLE)],
        [("bgp_no_matching_node", ("spec", "nodeSelector"), ("edge", "worker"))],
    ),
    (
        [cluster_config(nodeSelector=BAD_SELECTOR)],
        [("bgp_bad_selector", ("spec", "nodeSelector"), ("In has no values.",))],
    ),
    (
        [cluster_config(), cluster_config("other", nodeSelector={"matchLabels": {"role": "edge"}})],
        [
            ("bgp_conflicting_config", ("spec", "nodeSelector"), ("rack", "edge")),
            ("bgp_conflicting_config", ("spec", "nodeSelector"), ("other", "edge")),
        ],
    ),
    ([config_without_asn()], [("bgp_missing_asn", MAIN, ("main",))]),
    (
        [config_without_asn(), override("edge", {"name": "main", "localASN": 64512})],
        [("bgp_missing_asn", MAIN, ("main", "edge"))],
    ),
    (
        [cluster_config(peers=[]), cluster_config("other", nodeSelector=NO_ROLE)],
        [
            ("bgp_no_matching_node", ("spec", "nodeSelector"), ("edge", "worker")),
            ("bgp_no_peers", MAIN, ("main",)),
        ],
    ),
    ([cluster_config(peers=[peer(peerAddress=None)])], [("bgp_no_peer_address", PEER, ("router",))]),
    (
        [cluster_config(peers=[peer(), peer("second", None)])],
        [("bgp_no_peer_config_ref", (*MAIN, "peers", 1), ("second",))],
    ),
    (
        [cluster_config(peers=[peer(), peer("second", "router")])],
        [("bgp_missing_peer_config", (*MAIN, "peers", 1, "peerConfigRef"), ("second", "router", "routers"))],
    ),
    (
        [cluster_config(), peer_config(authSecretRef="elsewhere")],
        [("bgp_missing_secret", ("spec", "authSecretRef"), ("elsewhere", "kube-system", "bgp"))],
    ),
    (
        [cluster_config(), peer_config(authSecretRef="wrong")],
        [("bgp_no_password", ("spec", "authSecretRef"), ("wrong", "kube-system", "passwd", "user"))],
    ),
    ([cluster_config(), {**peer_config(), "spec": {}}], [("bgp_no_families", ("spec",), ())]),
    (
        [cluster_config(), peer_config("routers", family("ipv4"), family("ipv4"))],
        [("bgp_repeated_family", ("spec", "families", 0), ("ipv4/unicast",))],
    ),
    (
        [cluster_config(), peer_config("routers", family("ipv6", advertisements=None), family("ipv4"))],
        [("bgp_no_family_advertisements", ("spec", "families", 0), ("ipv6/unicast",))],
    ),
    (
        [cluster_config(), peer_config("routers", family("ipv4"), family("ipv6", advertisements=OTHER_TEAM))],
        [("bgp_no_advertisement", ("spec", "families", 1, "advertisements"), ("ipv6/unicast",))],
    ),
    (
        [cluster_config(), peer_config("routers", family("ipv4", advertisements=BAD_SELECTOR), family("ipv6"))],
        [("bgp_bad_selector", ("spec", "families", 0, "advertisements"), ("In has no values.",))],
    ),
    ([cluster_config(), peer_config(), peer_config("more")], [("unused_peer_config", (), ())]),
    (
        [*BGP, advertisement("none", item(None), {"advertisementType": "PodCIDR"})],
        [("bgp_no_service_selector", ("spec", "advertisements", 0), ())],
    ),
    (
        [*BGP, advertisement("bad", item(BAD_SELECTOR))],
        [("bgp_bad_selector", ("spec", "advertisements", 0, "selector"), ("In has no values.",))],
    ),
    ([*BGP, advertisement("other", item(OTHER_TEAM))], [("bgp_advertises_nothing", (), ())]),
    (
        [
            cluster_config(),
            peer_config("routers", family("ipv4", advertisements={"matchLabels": {"a": "b"}})),
            advertisement("services", labels={"a": "b"}),
            advertisement("lost"),
        ],
        [("bgp_not_chosen", ("metadata", "labels"), ())],
    ),
]


@pytest.mark.parametrize(("objects", "expected"), BGP_OBJECTS)
def test_what_is_wrong_with_the_objects_of_bgp(objects: list[Written], expected: Told) -> None:
    kinds = [each["kind"] for each in objects]
    missing = [each for each in (peer_config(), advertisement()) if each["kind"] not in kinds]
    found = problems(*objects, *missing)
    noise = {"unannounced", "bgp_advertises_nothing"} - {problem for problem, _, _ in expected}
    assert [each for each in found if each[0] not in noise] == expected


INSTANCE = ("spec", "bgpInstances", 0)
OVERRIDES: list[tuple[Written, Told]] = [
    (override("edgy", {"name": "main"}), [("bgp_unknown_node", ("metadata", "name"), ("edgy", "edge"))]),
    (override("edge", {"name": "Main"}), [("bgp_unknown_instance", (*INSTANCE, "name"), ("Main", "main"))]),
    (
        override("edge", {"name": "main", "peers": [{"name": "nobody"}]}),
        [("bgp_unknown_peer", (*INSTANCE, "peers", 0, "name"), ("nobody",))],
    ),
    (
        override("edge", {"name": "main", "peers": [{"name": "router", "localPort": 1790}]}),
        [("bgp_peer_local_port", (*INSTANCE, "peers", 0, "localPort"), ("router",))],
    ),
]


@pytest.mark.parametrize(("written", "expected"), OVERRIDES)
def test_what_an_override_does_not_override(written: Written, expected: Told) -> None:
    assert problems(*BGP, written) == expected


def test_without_declared_nodes_any_name_of_an_override_may_be_one() -> None:
    assert problems(*BGP, override("edgy", {"name": "main"}), nodes=()) == []


def test_a_service_that_nobody_announces_is_told_with_its_addresses() -> None:
    found = problems(*BGP, services=[(service(), FOUR + SIX)])
    who = "CiliumBGPClusterConfig rack, instance main, peer router, CiliumBGPAdvertisement services"
    text = (
        "CiliumBGPPeerConfig routers selects the advertisement for 'ipv4/unicast' only, "
        "and an address of the Service is ipv6/unicast."
    )
    assert found == [("unannounced", (), ("2001:db8::1",)), ("no_family", (), (who, text))]


CLASS = ("spec", "loadBalancerClass")


@pytest.mark.parametrize(
    ("name", "facts", "objects", "expected"),
    [
        (L2_CLASS, AnnouncerFacts(), LAN, []),
        ("example.com/x", AnnouncerFacts(), [], [("unknown_class", CLASS, ("example.com/x",))]),
        (BGP_CLASS, AnnouncerFacts(bgp_control_plane=False), [], [("class_feature_off", CLASS, (BGP_CLASS,))]),
        (L2_CLASS, AnnouncerFacts(l2_announcements=False), [], [("class_feature_off", CLASS, (L2_CLASS,))]),
        (
            BGP_CLASS,
            AnnouncerFacts(),
            LAN,
            [("class_other_announcer", CLASS, (BGP_CLASS, "CiliumL2AnnouncementPolicy lan"))],
        ),
    ],
)
def test_a_class_that_shuts_announcers_out(
    name: str, facts: AnnouncerFacts, objects: list[Written], expected: Told
) -> None:
    found = problems(*objects, services=[(service(load_balancer_class=name), FOUR)], facts=facts)
    assert [each for each in found if each[0] not in {"unannounced", "l2_unused"}] == expected
