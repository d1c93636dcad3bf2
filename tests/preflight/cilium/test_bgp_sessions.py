"""BGP sessions: which peers can be told of anything, by each fact of Cilium's operator and agent."""

from preflight.cilium.announcing import AnnouncerFacts
from preflight.cilium.bgp_sessions import Session
from preflight.cluster import Node
from tests.preflight.cilium.announcers import (
    ALL,
    NODES,
    Written,
    advertisement,
    announced_all,
    cluster_config,
    family,
    item,
    override,
    peer,
    peer_config,
)

import pytest

BAD_SELECTOR = {"matchExpressions": [{"key": "team", "operator": "In", "values": []}]}
SECRET = ("kube-system", "bgp")
ROUTER = "CiliumBGPClusterConfig rack, instance main, peer router"


def sessions(
    *objects: Written,
    nodes: tuple[Node, ...] = (),
    facts: AnnouncerFacts | None = None,
    secrets: dict[tuple[str, str], frozenset[str] | None] | None = None,
) -> tuple[Session, ...]:
    """The sessions of these objects."""
    return announced_all(*objects, services=[], nodes=nodes, facts=facts, secrets=secrets).announcers.sessions


def refusal(session: Session) -> tuple[str, str] | None:
    return None if session.refusal is None else (str(session.refusal.reason), session.refusal.text)


def without_asn(config: Written) -> Written:
    del config["spec"]["bgpInstances"][0]["localASN"]
    return config


def test_the_minimal_working_set_is_a_session_that_is_told_of_the_advertisement() -> None:
    (session,) = sessions(cluster_config(), peer_config(), advertisement(), nodes=NODES)
    assert str(session) == ROUTER
    assert session.refusal is None
    assert session.nodes == ("edge", "worker")
    assert session.remarks == ()
    (chosen,) = session.families
    assert [str(chosen.family), *(each.name for each in chosen.advertisements)] == ["ipv4/unicast", "services"]


BAD_FAMILY = (
    "Cilium stops at peer router: family ipv4/unicast of CiliumBGPPeerConfig routers: "
    "its advertisements selector is refused: In has no values."
)
NO_SESSION: list[tuple[list[Written], str, str]] = [
    (
        [cluster_config(peers=[peer(peerAddress=None)]), peer_config()],
        "no_peer_address",
        "It has neither peerAddress nor autoDiscovery, and Cilium skips it.",
    ),
    (
        [cluster_config(peers=[peer(config="router")]), peer_config()],
        "cilium.io/MissingPeerConfigs",
        "There is no CiliumBGPPeerConfig router, and Cilium skips the peer.",
    ),
    (
        [cluster_config(peers=[peer(config=None)]), peer_config()],
        "no_peer_config_ref",
        "It has no peerConfigRef: there is a session, and nothing is advertised.",
    ),
    (
        [cluster_config(), {**peer_config(), "spec": {}}],
        "no_families",
        "CiliumBGPPeerConfig routers has no families: there is a session, and nothing is advertised.",
    ),
    (
        [without_asn(cluster_config()), peer_config()],
        "missing_asn",
        "The instance has no localASN, and Cilium does not run it.",
    ),
    (
        [cluster_config(nodeSelector={"matchLabels": {"role": "none"}}), peer_config()],
        "cilium.io/NoMatchingNode",
        "Its nodeSelector takes none of the nodes 'edge' and 'worker'.",
    ),
    (
        [cluster_config(nodeSelector=BAD_SELECTOR), peer_config()],
        "bad_selector",
        "Its nodeSelector is refused: In has no values.",
    ),
    (
        [cluster_config(), peer_config("routers", family("ipv4", advertisements=BAD_SELECTOR))],
        "bad_selector",
        BAD_FAMILY,
    ),
    (
        [cluster_config(), peer_config(), advertisement("services", item(BAD_SELECTOR))],
        "bad_selector",
        "Cilium stops at peer router: CiliumBGPAdvertisement services: its selector is refused: In has no values.",
    ),
    (
        [cluster_config(), peer_config(authSecretRef="bgp")],
        "no_password",
        "Cilium stops at peer router: Secret kube-system/bgp has no key 'password'.",
    ),
]


@pytest.mark.parametrize(("objects", "reason", "text"), NO_SESSION)
def test_a_peer_that_is_told_of_nothing_says_why(objects: list[Written], reason: str, text: str) -> None:
    (session,) = sessions(*objects, nodes=NODES, secrets={SECRET: frozenset({"passwd"})})
    assert refusal(session) == (reason, text)


def test_the_default_gateway_of_a_node_can_be_the_peer() -> None:
    discovery = {"mode": "DefaultGateway", "defaultGateway": {"addressFamily": "ipv4"}}
    (session,) = sessions(cluster_config(peers=[peer(peerAddress=None, autoDiscovery=discovery)]), peer_config())
    assert session.refusal is None


@pytest.mark.parametrize("secrets", [{}, {SECRET: None}, {SECRET: frozenset({"password"})}])
def test_a_password_that_is_there_or_a_secret_that_is_not_keeps_nobody_out(
    secrets: dict[tuple[str, str], frozenset[str] | None],
) -> None:
    (session,) = sessions(cluster_config(), peer_config(authSecretRef="bgp"), secrets=secrets)
    assert session.refusal is None


def test_the_secret_is_looked_for_in_the_namespace_of_bgp_secrets() -> None:
    facts = AnnouncerFacts(bgp_secrets_namespace="bgp-secrets")
    secrets: dict[tuple[str, str], frozenset[str] | None] = {("bgp-secrets", "bgp"): frozenset(), SECRET: None}
    (session,) = sessions(cluster_config(), peer_config(authSecretRef="bgp"), facts=facts, secrets=secrets)
    text = "Cilium stops at peer router: Secret bgp-secrets/bgp has no key 'password'."
    assert refusal(session) == ("no_password", text)


def test_an_error_at_one_peer_ends_the_work_on_its_instance_and_on_no_other() -> None:
    config = cluster_config(peers=[peer("good"), peer("bad", "protected")])
    config["spec"]["bgpInstances"].append({"name": "second", "localASN": 64512, "peers": [peer("other")]})
    objects = [config, peer_config(), peer_config("protected", authSecretRef="bgp")]
    text = "Cilium stops at peer bad: Secret kube-system/bgp has no key 'password'."
    assert [refusal(each) for each in sessions(*objects, secrets={SECRET: frozenset()})] == [
        ("no_password", text),
        ("no_password", text),
        None,
    ]


def test_an_override_can_give_an_instance_its_asn_on_one_node() -> None:
    one = override("edge", {"name": "main", "localASN": 64512})
    for nodes in (NODES, ()):
        (session,) = sessions(without_asn(cluster_config()), peer_config(), one, nodes=nodes)
        assert session.refusal is None
        assert session.nodes == ("edge",)
        text = "The instance has an ASN on 'edge' only, by CiliumBGPNodeConfigOverride."
        assert [remark.text for remark in session.remarks] == [text]


def test_an_override_of_another_instance_or_node_gives_no_asn() -> None:
    others = [override("edge", {"name": "second", "localASN": 1}), override("gone", {"name": "main", "localASN": 1})]
    (session,) = sessions(without_asn(cluster_config()), peer_config(), *others, nodes=NODES)
    assert refusal(session) == ("missing_asn", "The instance has no localASN, and Cilium does not run it.")


def test_no_advertisements_select_nothing_and_an_empty_selector_selects_all() -> None:
    families = [family("ipv4", advertisements=None), family("ipv6", advertisements=ALL)]
    (session,) = sessions(cluster_config(), peer_config("routers", *families), advertisement(labels={"a": "b"}))
    assert [[each.name for each in chosen.advertisements] for chosen in session.families] == [[], ["services"]]
    assert session.families[0].refusal == (
        "no_family_advertisements",
        "It has no advertisements, and so it selects none.",
    )


def test_an_advertisement_is_selected_by_its_own_labels() -> None:
    selector = {"matchLabels": {"advertise": "bgp"}}
    objects = [cluster_config(), peer_config("routers", family("ipv4", advertisements=selector))]
    (with_label,) = sessions(*objects, advertisement(labels={"advertise": "bgp"}))
    (without,) = sessions(*objects, advertisement())
    assert with_label.families[0].refusal is None
    text = "Its advertisements selector takes the labels of no CiliumBGPAdvertisement."
    assert without.families[0].refusal == ("no_advertisement", text)


def test_of_a_family_that_is_there_twice_the_last_counts() -> None:
    families = [family("ipv4", advertisements=ALL), family("ipv4", advertisements=None)]
    (session,) = sessions(cluster_config(), peer_config("routers", *families), advertisement())
    assert [chosen.advertisements for chosen in session.families] == [()]


EDGE_ONLY, WORKER_ONLY = {"matchLabels": {"role": "edge"}}, {"matchLabels": {"role": "worker"}}
CONTESTED = "only one of CiliumBGPClusterConfig rack and CiliumBGPClusterConfig other counts, whichever came first."


@pytest.mark.parametrize(
    ("nodes", "first", "second", "text"),
    [
        (NODES, {}, EDGE_ONLY, f"On node 'edge' {CONTESTED}"),
        (NODES, {}, {}, f"On nodes 'edge' and 'worker' {CONTESTED}"),
        (NODES, EDGE_ONLY, WORKER_ONLY, None),
        ((), {}, EDGE_ONLY, f"On a node that both can take {CONTESTED}"),
        ((), EDGE_ONLY, {"matchLabels": {"rack": "1"}}, f"On a node that both can take {CONTESTED}"),
        ((), EDGE_ONLY, WORKER_ONLY, None),
    ],
)
def test_of_two_configs_for_one_node_nobody_can_say_which_counts(
    nodes: tuple[Node, ...], first: Written, second: Written, text: str | None
) -> None:
    configs = [cluster_config(nodeSelector=first), cluster_config("other", nodeSelector=second)]
    (rack,) = (each for each in sessions(*configs, peer_config(), nodes=nodes) if each.config.name == "rack")
    assert [remark.text for remark in rack.remarks] == ([] if text is None else [text])


def test_no_node_selector_takes_every_node_and_the_name_of_a_node_is_a_label() -> None:
    (every,) = sessions(cluster_config(nodeSelector=None), peer_config(), nodes=NODES)
    by_name = {"matchLabels": {"kubernetes.io/hostname": "edge", "kubernetes.io/os": "linux"}}
    (one,) = sessions(cluster_config(nodeSelector=by_name), peer_config(), nodes=NODES)
    assert (every.nodes, one.nodes) == (("edge", "worker"), ("edge",))
