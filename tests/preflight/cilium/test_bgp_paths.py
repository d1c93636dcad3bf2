"""What BGP peers are told of a Service: each fact of Cilium's reconciler, and all pairs of what can be chosen."""

from itertools import product

from preflight.cilium.announcing import AnnouncerFacts
from preflight.ip_ranges import Range
from tests.preflight.cilium.announcers import (
    FOUR,
    NODES,
    SIX,
    Written,
    advertisement,
    announced,
    cluster_config,
    family,
    given,
    item,
    paths,
    peer,
    peer_config,
    policy,
    refused,
    service,
    told,
)

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st

SERVICES = "CiliumBGPAdvertisement services"
ITEM = f"{SERVICES}, spec.advertisements[0]"
ROUTER = "CiliumBGPClusterConfig rack, instance main, peer router"
OTHER_TEAM = {"matchLabels": {"team": "other"}}
BASE = [cluster_config(), peer_config()]
L2_CLASS, BGP_CLASS = "io.cilium/l2-announcer", "io.cilium/bgp-control-plane"


def test_the_minimal_working_set_advertises_the_address_whole() -> None:
    found = announced(*BASE, advertisement(), nodes=NODES)
    (path,) = paths(found)
    assert (path.cluster_config, path.instance, path.peer, path.peer_address) == (
        "rack",
        "main",
        "router",
        "192.0.2.254",
    )
    assert (path.family, path.advertisement, path.item) == ("ipv4/unicast", "services", 0)
    assert [(str(each), each.is_aggregated) for each in path.prefixes] == [("192.0.2.1/32", False)]
    assert path.nodes == ("edge", "worker")
    assert refused(found) == []


OTHER_FAMILY = (
    "CiliumBGPPeerConfig routers selects the advertisement for '{}' only, "
    "and an address of the Service is ipv4/unicast."
)
REFUSALS: list[tuple[list[Written], str, str, str]] = [
    (
        [*BASE, advertisement("services", item(None))],
        ITEM,
        "no_service_selector",
        "It has no selector, and so it takes no Service.",
    ),
    (
        [*BASE, advertisement("services", item(OTHER_TEAM))],
        ITEM,
        "service_selector",
        "Its selector does not take the labels of the Service.",
    ),
    (
        [*BASE, advertisement("services", item(addresses=["ClusterIP", "ExternalIP"]))],
        ITEM,
        "no_address_type",
        "It advertises 'ClusterIP' and 'ExternalIP', and not LoadBalancerIP.",
    ),
    (
        [cluster_config(), peer_config("routers", family("ipv6")), advertisement()],
        f"{ROUTER}, {SERVICES}",
        "family",
        OTHER_FAMILY.format("ipv6/unicast"),
    ),
    (
        [cluster_config(), peer_config("routers", family("ipv4", "multicast")), advertisement()],
        f"{ROUTER}, {SERVICES}",
        "family",
        OTHER_FAMILY.format("ipv4/multicast"),
    ),
]


@pytest.mark.parametrize(("objects", "by", "reason", "text"), REFUSALS)
def test_an_advertisement_that_tells_nobody_of_a_service_says_why(
    objects: list[Written], by: str, reason: str, text: str
) -> None:
    found = announced(*objects)
    assert found.announcers == ()
    assert refused(found) == [(by, reason, text)]
    assert found.unannounced == FOUR


def test_an_advertisement_that_no_family_selects_says_so_with_the_family() -> None:
    selecting = family("ipv4", advertisements={"matchLabels": {"advertise": "bgp"}})
    assert refused(announced(cluster_config(), peer_config("routers", selecting), advertisement())) == [
        (
            "CiliumBGPPeerConfig routers, family ipv4/unicast",
            "no_advertisement",
            "Its advertisements selector takes the labels of no CiliumBGPAdvertisement.",
        ),
        (SERVICES, "not_chosen", "No family of a peer that can be told of anything selects its labels."),
    ]


def test_a_peer_without_a_config_and_an_instance_without_peers_say_so() -> None:
    config = cluster_config(peers=[peer(config=None)])
    config["spec"]["bgpInstances"].append({"name": "second", "localASN": 64512})
    assert [(by, reason) for by, reason, _ in refused(announced(config))] == [
        ("CiliumBGPClusterConfig rack, instance second", "no_peers"),
        (ROUTER, "no_peer_config_ref"),
    ]


def test_the_feature_can_be_off() -> None:
    off = AnnouncerFacts(bgp_control_plane=False)
    text = "The BGP control plane is off in this cluster."
    assert refused(announced(*BASE, advertisement(), facts=off)) == [("BGP control plane", "feature_off", text)]
    assert refused(announced(facts=off)) == []


@pytest.mark.parametrize(
    ("name", "is_told"), [(None, True), (BGP_CLASS, True), (L2_CLASS, False), ("example.com/x", False)]
)
def test_a_class_is_none_or_that_of_the_bgp_control_plane(name: str | None, is_told: bool) -> None:
    found = announced(*BASE, advertisement(), to=service(load_balancer_class=name))
    assert bool(paths(found)) == is_told
    text = f"The loadBalancerClass '{name}' of the Service is not 'io.cilium/bgp-control-plane'."
    assert refused(found) == ([] if is_told else [(ITEM, "load_balancer_class", text)])


def test_the_class_does_not_count_for_external_ips() -> None:
    other = service(load_balancer_class=L2_CLASS, data={"spec": {"externalIPs": ["198.51.100.7"]}})
    objects = [*BASE, advertisement("services", item(addresses=["LoadBalancerIP", "ExternalIP"]))]
    assert told(announced(*objects, to=other)) == ["router ipv4/unicast 198.51.100.7/32"]


def test_each_address_goes_to_its_family() -> None:
    objects = [cluster_config(), peer_config("routers", family("ipv6"), family("ipv4")), advertisement()]
    assert told(announced(*objects, addresses=FOUR + SIX)) == [
        "router ipv4/unicast 192.0.2.1/32",
        "router ipv6/unicast 2001:db8::1/128",
    ]


def test_without_an_address_nothing_is_advertised() -> None:
    text = "The Service has no address."
    assert refused(announced(*BASE, advertisement(), addresses=())) == [(ITEM, "no_address", text)]


LENGTHS: Written = {"aggregationLengthIPv4": 24, "aggregationLengthIPv6": 0}


@pytest.mark.parametrize(
    ("addresses", "prefix"),
    [
        (FOUR, "192.0.2.0/24"),
        (SIX, "::/0"),
        (given("192.0.2.1", "192.0.2.2"), "192.0.2.0/24 192.0.2.0/24"),
        ((Range(4, FOUR[0][1], FOUR[0][1] + 9),), "192.0.2.0/24"),
        ((Range(4, FOUR[0][1], FOUR[0][1] + 512),), "a /24 of 192.0.2.1-192.0.4.1"),
    ],
)
def test_aggregation_advertises_the_network(addresses: tuple[Range, ...], prefix: str) -> None:
    objects = [cluster_config(), peer_config("routers", family("ipv4"), family("ipv6"))]
    found = announced(*objects, advertisement("services", item(**LENGTHS)), addresses=addresses)
    version = "ipv6" if ":" in prefix else "ipv4"
    assert told(found) == [f"router {version}/unicast {prefix}"]
    assert all(each.is_aggregated for path in paths(found) for each in path.prefixes)
    assert found.unannounced == ()


LOCAL_PODS = "Its externalTrafficPolicy is Local: only nodes with a Pod of the Service advertise it."
LOCAL_ENVOY = "Its externalTrafficPolicy is Local: only nodes where Cilium's Envoy runs advertise it."
REPORTED = " (1.19.5 is reported to advertise it from all nodes)."
IGNORED = "Its externalTrafficPolicy is Local: aggregationLengthIPv4 is ignored."


@pytest.mark.parametrize(
    ("gateway", "minor", "texts"),
    [
        (None, 20, [LOCAL_PODS, IGNORED]),
        ("edge", 20, [LOCAL_ENVOY, IGNORED]),
        (None, 19, [LOCAL_PODS[:-1] + REPORTED, IGNORED]),
        ("edge", 19, [LOCAL_ENVOY[:-1] + REPORTED, IGNORED]),
    ],
)
def test_local_is_advertised_whole_from_nodes_with_a_backend(gateway: str | None, minor: int, texts: list[str]) -> None:
    local = service(traffic_policy="Local", gateway=gateway)
    objects = [*BASE, advertisement("services", item(**LENGTHS))]
    found = announced(*objects, to=local, facts=AnnouncerFacts(version=(minor, None)))
    assert told(found) == ["router ipv4/unicast 192.0.2.1/32"]
    assert [remark.text for remark in paths(found)[0].remarks] == texts


def test_local_without_aggregation_ignores_none() -> None:
    found = announced(*BASE, advertisement(), to=service(traffic_policy="Local"))
    assert [remark.text for remark in paths(found)[0].remarks] == [LOCAL_PODS]


def test_only_advertisements_of_services_count() -> None:
    other = {"advertisementType": "PodCIDR"}
    assert [path.item for path in paths(announced(*BASE, advertisement("services", other, item())))] == [1]
    found = announced(*BASE, advertisement("services", other))
    assert (found.announcers, refused(found)) == ((), [])


PEERS = st.lists(st.sampled_from(["routers", "spines", "gone", None]), max_size=3)
FAMILIES = st.lists(st.tuples(st.sampled_from(["ipv4", "ipv6"]), st.sampled_from(["a", "b"])), max_size=3)
ITEMS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.sampled_from(["all", "other", "none"]), max_size=3)


def written(
    peers: list[str | None], families: dict[str, list[tuple[str, str]]], items: dict[str, str]
) -> list[Written]:
    """The objects that a choice stands for: the advertisement `a` has the label `name: a`."""
    selectors: dict[str, Written | None] = {"all": {}, "other": OTHER_TEAM, "none": None}
    configs = [
        {**peer_config(name), "spec": {"families": [selecting(afi, label) for afi, label in chosen]}}
        for name, chosen in families.items()
    ]
    advertisements = [
        advertisement(name, item(selectors[selector]), labels={"name": name}) for name, selector in items.items()
    ]
    named = [peer(f"p{number}", config) for number, config in enumerate(peers)]
    return [cluster_config(peers=named), *configs, *advertisements]


def selecting(afi: str, label: str) -> Written:
    return family(afi, advertisements={"matchLabels": {"name": label}})


@each_of(PEERS, FAMILIES, FAMILIES, ITEMS)
def test_paths_are_all_peers_with_all_families_with_all_advertisements_that_choose_each_other(
    peers: list[str | None], routers: list[tuple[str, str]], spines: list[tuple[str, str]], items: dict[str, str]
) -> None:
    """The oracle tries every peer with every family and every advertisement; of equal families the last counts."""
    families = {"routers": routers, "spines": spines}
    wanted = {
        (f"p{number}", afi, name)
        for (number, config), (name, selector) in product(enumerate(peers), items.items())
        for afi, label in dict(families.get(config or "", [])).items()
        if label == name and selector == "all"
    }
    found = announced(*written(peers, families, items), addresses=FOUR + SIX)
    assert {(each.peer, each.family.removesuffix("/unicast"), each.advertisement) for each in paths(found)} == wanted
    assert len(paths(found)) == len(wanted)
    missing = {version for version, afi in ((4, "ipv4"), (6, "ipv6")) if afi not in {each[1] for each in wanted}}
    assert {each.version for each in found.unannounced} == missing


@each_of(PEERS, FAMILIES, FAMILIES, ITEMS)
def test_more_objects_never_take_a_path_away_and_their_order_does_not_matter(
    peers: list[str | None], routers: list[tuple[str, str]], spines: list[tuple[str, str]], items: dict[str, str]
) -> None:
    objects = written(peers, {"routers": routers, "spines": spines}, items)
    before = announced(*objects)
    backwards = announced(*objects[::-1])
    assert backwards.announcers == before.announcers
    assert refused(backwards) == refused(before)
    more = [policy(), advertisement("z", labels={"name": "z"}), peer_config("unused")]
    assert set(before.announcers) <= set(announced(*objects, *more).announcers)
