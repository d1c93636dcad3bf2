"""BgpPeering: four kinds of objects that refer to each other, and the refusals of a peering."""

from typing import Any

from constructs_lib import LabelSelector, LoadBalancerIpPool
from constructs_lib.ip_block import IpBlock
from constructs_lib.load_balancing.bgp_advertisement import (
    BgpAdvertisement,
    BgpInterfaceAdvertisement,
    BgpPodCidrAdvertisement,
    BgpServiceAdvertisement,
)
from constructs_lib.load_balancing.bgp_instance import BgpInstance, BgpNodeOverride
from constructs_lib.load_balancing.bgp_peer import BgpPeer
from constructs_lib.load_balancing.bgp_peering import BgpPeering
from constructs_lib.references import ExistingSecret
from constructs_lib.selectors import LabelSelectorRequirement
from tests.conftest import Manifests, refusal

import cdk8s
import pytest
from cdk8s import Chart
from hypothesis import given
from hypothesis import strategies as st

WAVE = {"argocd.argoproj.io/sync-wave": "-2"}
PEERING = "CiliumBGPClusterConfig bgp"
SERVICES = BgpServiceAdvertisement("services", service_selector=LabelSelector(match_labels={"app": "web"}))


def main(*peers: BgpPeer, **arguments: Any) -> BgpInstance:
    return BgpInstance("main", local_asn=64512, peers=peers or [tor()], **arguments)


def tor(**arguments: Any) -> BgpPeer:
    return BgpPeer("tor", asn=64513, address="192.0.2.1", **arguments)


def peering(chart: Chart, id: str = "bgp", **arguments: Any) -> BgpPeering:
    every: dict[str, Any] = {"bgp_instances": [main()], "advertisements": [SERVICES]} | arguments
    return BgpPeering(chart, id, **every)


def test_the_smallest_peering_is_everything_that_it_takes(chart: Chart, manifests: Manifests) -> None:
    peering(chart)
    selector = {
        "matchLabels": {"bgp-peering": "bgp"},
        "matchExpressions": [{"key": "bgp-advertisement", "operator": "In", "values": ["services"]}],
    }
    assert manifests() == [
        {
            "apiVersion": "cilium.io/v2",
            "kind": "CiliumBGPClusterConfig",
            "metadata": {"annotations": WAVE, "name": "bgp"},
            "spec": {
                "bgpInstances": [
                    {
                        "localASN": 64512,
                        "name": "main",
                        "peers": [
                            {
                                "name": "tor",
                                "peerASN": 64513,
                                "peerAddress": "192.0.2.1",
                                "peerConfigRef": {"name": "bgp.main.tor"},
                            }
                        ],
                    }
                ]
            },
        },
        {
            "apiVersion": "cilium.io/v2",
            "kind": "CiliumBGPPeerConfig",
            "metadata": {"annotations": WAVE, "name": "bgp.main.tor"},
            "spec": {
                "ebgpMultihop": 1,
                "families": [
                    {"afi": "ipv4", "safi": "unicast", "advertisements": selector},
                    {"afi": "ipv6", "safi": "unicast", "advertisements": selector},
                ],
                "timers": {"connectRetryTimeSeconds": 120, "holdTimeSeconds": 90, "keepAliveTimeSeconds": 30},
                "transport": {"peerPort": 179},
            },
        },
        {
            "apiVersion": "cilium.io/v2",
            "kind": "CiliumBGPAdvertisement",
            "metadata": {
                "annotations": WAVE,
                "labels": {"bgp-advertisement": "services", "bgp-peering": "bgp"},
                "name": "bgp.services",
            },
            "spec": {
                "advertisements": [
                    {
                        "advertisementType": "Service",
                        "selector": {"matchLabels": {"app": "web"}},
                        "service": {"addresses": ["LoadBalancerIP"]},
                    }
                ]
            },
        },
    ]


def test_every_object_has_the_labels_and_annotations_and_its_own_patch(chart: Chart, manifests: Manifests) -> None:
    def patch(text: str) -> dict[str, Any]:
        return {"metadata": {"annotations": {"patch": text}}}

    override = BgpNodeOverride("node-1.example.com", local_asn=64514, merge_patch=patch("override"))
    peering(
        chart,
        "id",
        name="bgp",
        bgp_instances=[main(tor(merge_patch=patch("peer")), node_overrides=[override])],
        advertisements=[BgpInterfaceAdvertisement("lo", interface="lo", merge_patch=patch("advertisement"))],
        node_selector=LabelSelector(match_labels={"rack": "a"}),
        labels={"team": "network", "bgp-peering": "mine"},
        annotations={"note": "x"},
        merge_patch=patch("peering"),
    )
    written = {manifest["kind"]: manifest for manifest in manifests()}
    assert {kind: manifest["metadata"]["annotations"]["patch"] for kind, manifest in written.items()} == {
        "CiliumBGPClusterConfig": "peering",
        "CiliumBGPPeerConfig": "peer",
        "CiliumBGPAdvertisement": "advertisement",
        "CiliumBGPNodeConfigOverride": "override",
    }
    for manifest in written.values():
        assert manifest["metadata"]["annotations"]["note"] == "x"
        assert manifest["metadata"]["annotations"].items() >= WAVE.items()
        assert manifest["metadata"]["labels"]["team"] == "network"
    assert written["CiliumBGPAdvertisement"]["metadata"]["labels"]["bgp-peering"] == "bgp"
    assert written["CiliumBGPClusterConfig"]["spec"]["nodeSelector"] == {"matchLabels": {"rack": "a"}}
    assert written["CiliumBGPNodeConfigOverride"]["metadata"]["name"] == "node-1.example.com"
    assert written["CiliumBGPNodeConfigOverride"]["spec"] == {"bgpInstances": [{"name": "main", "localASN": 64514}]}


def test_a_pool_is_advertised_by_its_own_selector(chart: Chart, manifests: Manifests) -> None:
    web = LabelSelector(match_labels={"app": "web"})
    pool = LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.cidr("192.0.2.0/28")], service_selector=web)
    peering(chart, advertisements=[BgpServiceAdvertisement("services", service_selector=pool)])
    (advertisement,) = (manifest for manifest in manifests() if manifest["kind"] == "CiliumBGPAdvertisement")
    assert advertisement["spec"]["advertisements"][0]["selector"] == {"matchLabels": {"app": "web"}}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"bgp_instances": []},
            (
                f"{PEERING}: bgp_instances: [] runs nothing. Allowed: 1 to 16. Fix: write "
                "[BgpInstance('main', local_asn=64512, peers=[...])]."
            ),
        ),
        (
            {"bgp_instances": [main()] * 17},
            (
                f"{PEERING}: bgp_instances: '17 items' are too many. Allowed: at most 16. "
                "Fix: split it into several objects."
            ),
        ),
        (
            {"bgp_instances": [main(), main()]},
            (f"{PEERING}: bgp_instances: 'main' is there twice. Allowed: each once. Fix: rename one, or leave it out."),
        ),
        (
            {"bgp_instances": [{"name": "main"}]},
            (
                f"{PEERING}: bgp_instances[0]: {{'name': 'main'}} is of type dict. Allowed: BgpInstance. Fix: write "
                "BgpInstance('main', local_asn=64512, peers=[...])."
            ),
        ),
        (
            {"advertisements": SERVICES},
            (
                f"{PEERING}: advertisements: {SERVICES!r} is of type BgpServiceAdvertisement. Allowed: a list of "
                "BgpAdvertisement. Fix: put it in a list: [...]."
            ),
        ),
        (
            {"advertisements": []},
            (
                f"{PEERING}: main: tor: [] has no advertisement, so the peer is told of nothing. Allowed: "
                "advertisements of the BgpPeering, or of the BgpPeer. Fix: write "
                "advertisements=[BgpServiceAdvertisement('services', service_selector=...)]."
            ),
        ),
        (
            {"node_selector": {"rack": "a"}},
            (
                f"{PEERING}: node_selector: {{'rack': 'a'}} is of type dict. Allowed: LabelSelector. "
                "Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"name": "bgp.example"},
            (
                "CiliumBGPClusterConfig.metadata.name: 'bgp.example' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 "
                "and '-', with a letter or digit at both ends. Fix: write 'bgp-example'."
            ),
        ),
    ],
)
def test_a_peering_that_is_wrong_is_refused_whole(
    chart: Chart, manifests: Manifests, arguments: dict[str, Any], expected: str
) -> None:
    assert refusal(lambda: peering(chart, **arguments)) == expected
    peering(chart)
    assert len(manifests()) == 3


RACK_A, RACK_B = (LabelSelector(match_labels={"rack": rack}) for rack in "ab")


@pytest.mark.parametrize(
    ("one", "other"), [(None, None), (None, RACK_A), (RACK_A, None), (RACK_A, RACK_A), (LabelSelector(), RACK_A)]
)
def test_a_second_peering_for_nodes_that_have_one_is_refused(
    chart: Chart, one: LabelSelector | None, other: LabelSelector | None
) -> None:
    peering(chart, "first", node_selector=one)
    assert refusal(lambda: peering(chart, node_selector=other)) == (
        f"{PEERING}: node_selector: {other or LabelSelector()!r} selects nodes that CiliumBGPClusterConfig first "
        "selects too, and Cilium runs one of them on a node. Allowed: peerings for different nodes. Fix: write "
        "node_selector=... for both, or put their bgp_instances in one."
    )


def test_peerings_for_different_nodes_are_taken(chart: Chart, manifests: Manifests) -> None:
    peering(chart, "first", node_selector=RACK_A)
    peering(chart, node_selector=RACK_B)
    assert len(manifests()) == 6


names = st.sampled_from(["a", "a-b", "b", "pods"])
advertisements = st.dictionaries(names, st.none(), min_size=1, max_size=3).map(
    lambda found: [BgpPodCidrAdvertisement(name) for name in found]
)
peers = st.dictionaries(names, st.one_of(st.none(), advertisements), min_size=1, max_size=3).map(
    lambda found: [BgpPeer(name, asn=64513, address="192.0.2.1", advertisements=own) for name, own in found.items()]
)


@given(st.dictionaries(names, peers, min_size=1, max_size=2), advertisements)
def test_each_peer_selects_what_it_is_told_of_and_nothing_else(
    instances: dict[str, list[BgpPeer]], shared: list[BgpAdvertisement]
) -> None:
    """Oracle: what Cilium does: it follows names to the peer's config, and labels from there to advertisements."""
    everyone = [(instance, peer) for instance, found in instances.items() for peer in found]
    if all(peer.advertisements is not None for _, peer in everyone):
        shared = []
    chart = Chart(cdk8s.App(), "chart")
    peering(
        chart,
        bgp_instances=[BgpInstance(name, local_asn=64512, peers=found) for name, found in instances.items()],
        advertisements=shared,
    )
    by_kind: dict[str, dict[str, Any]] = {}
    for manifest in chart.to_json():
        by_kind.setdefault(manifest["kind"], {})[manifest["metadata"]["name"]] = manifest
    (cluster,) = by_kind["CiliumBGPClusterConfig"].values()
    used = set()
    for instance in cluster["spec"]["bgpInstances"]:
        for entry in instance["peers"]:
            used.add(entry["peerConfigRef"]["name"])
            config = by_kind["CiliumBGPPeerConfig"][entry["peerConfigRef"]["name"]]["spec"]
            (peer,) = (peer for peer in instances[instance["name"]] if peer.name == entry["name"])
            told = shared if peer.advertisements is None else peer.advertisements
            for family in config["families"]:
                found = family["advertisements"]
                selector = LabelSelector(
                    match_labels=found["matchLabels"],
                    match_expressions=[LabelSelectorRequirement(**one) for one in found["matchExpressions"]],
                )
                selected = [
                    name
                    for name, manifest in by_kind["CiliumBGPAdvertisement"].items()
                    if selector.matches(manifest["metadata"]["labels"])
                ]
                assert sorted(selected) == sorted(f"bgp.{advertisement.name}" for advertisement in told)
    assert used == set(by_kind["CiliumBGPPeerConfig"])


def test_the_secrets_of_peers_are_where_cilium_looks_them_up(chart: Chart) -> None:
    elsewhere = [main(tor(auth_secret=ExistingSecret("tor", namespace="bgp")))]
    assert refusal(lambda: peering(chart, bgp_instances=elsewhere)) == (
        f"{PEERING}: main: tor: auth_secret: 'bgp/tor' is a Secret that is not in 'kube-system': Cilium looks up the "
        "Secrets of peers in secrets_namespace. Allowed: Secrets of 'kube-system'. Fix: define the Secret there."
    )
    assert "secrets_namespace: 5 is of type int." in refusal(lambda: peering(chart, secrets_namespace=5))
    assert peering(chart, bgp_instances=elsewhere, secrets_namespace="bgp").identity.name == "bgp"
    there = [main(tor(auth_secret=ExistingSecret("tor", namespace="kube-system")))]
    assert peering(Chart(cdk8s.App(), "other"), bgp_instances=there).identity.name == "bgp"
