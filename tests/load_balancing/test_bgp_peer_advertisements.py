"""What each peer is told of, and what none can be told of."""

from typing import Any

from constructs_lib import LabelSelector, LoadBalancerIpPool
from constructs_lib.ip_block import IpBlock
from constructs_lib.load_balancing.bgp_advertisement import (
    BgpAdvertisement,
    BgpPodCidrAdvertisement,
    BgpServiceAdvertisement,
)
from constructs_lib.load_balancing.bgp_instance import BgpInstance, BgpNodeOverride
from constructs_lib.load_balancing.bgp_peer import BgpPeer
from constructs_lib.load_balancing.bgp_peer_advertisements import PeerAdvertisements, peer_advertisements
from tests.conftest import refusal

import pytest
from cdk8s import Chart

PODS = BgpPodCidrAdvertisement("pods")
SERVICES = BgpServiceAdvertisement("services", service_selector=LabelSelector())


def peer(name: str = "tor", asn: int = 64513, **arguments: Any) -> BgpPeer:
    return BgpPeer(name, asn=asn, address="192.0.2.1", **arguments)


def told(*peers: BgpPeer, shared: list[BgpAdvertisement], **arguments: Any) -> PeerAdvertisements:
    return peer_advertisements("here", [BgpInstance("main", local_asn=64512, peers=peers, **arguments)], shared)


def test_peers_are_told_of_their_own_advertisements_or_else_the_shared_ones() -> None:
    found = told(peer(), peer("other", advertisements=[SERVICES, PODS]), shared=[SERVICES])
    assert found.advertisements == (SERVICES, PODS)
    assert found.names == {("main", "tor"): ("services",), ("main", "other"): ("services", "pods")}


def test_peers_of_one_name_in_two_instances_are_two_peers() -> None:
    instances = [
        BgpInstance("main", local_asn=64512, peers=[peer()]),
        BgpInstance("more", local_asn=64512, peers=[peer(advertisements=[PODS])]),
    ]
    assert peer_advertisements("here", instances, [SERVICES]).names == {
        ("main", "tor"): ("services",),
        ("more", "tor"): ("pods",),
    }


def test_a_peer_that_is_told_of_nothing_is_refused() -> None:
    assert refusal(lambda: told(peer(advertisements=[PODS]), peer("other"), shared=[])) == (
        "here: main: other: [] has no advertisement, so the peer is told of nothing. Allowed: advertisements of the "
        "BgpPeering, or of the BgpPeer. Fix: write advertisements=[BgpServiceAdvertisement('services', "
        "service_selector=...)]."
    )


def test_advertisements_that_reach_no_peer_are_refused() -> None:
    assert refusal(lambda: told(peer(advertisements=[PODS]), shared=[SERVICES])) == (
        "here: advertisements: ['services'] reaches no peer, since each has advertisements of its own. Allowed: "
        "advertisements for the peers without their own. Fix: leave the argument out, here or in a BgpPeer."
    )


def test_an_advertisement_that_is_there_twice_is_refused() -> None:
    assert refusal(lambda: told(peer(), shared=[PODS, PODS])) == (
        "here: main: tor: advertisements: 'pods' is there twice. Allowed: each once. Fix: rename one, or leave it out."
    )


def test_two_advertisements_of_one_name_are_refused() -> None:
    other = BgpPodCidrAdvertisement("pods", local_preference=5)
    assert refusal(lambda: told(peer(), peer("other", advertisements=[other]), shared=[PODS])) == (
        "here: main: other: advertisements: 'pods' is the name of another advertisement too. Allowed: a name for each. "
        "Fix: rename one."
    )


PREFERRED = BgpPodCidrAdvertisement("pods", local_preference=5)


@pytest.mark.parametrize("asn", [64512, 0])
def test_a_preference_is_sent_to_peers_of_the_own_as(asn: int) -> None:
    assert told(peer(asn=asn), shared=[PREFERRED]).advertisements == (PREFERRED,)


@pytest.mark.parametrize(
    ("asn", "overrides", "outside"),
    [(64513, [], 64512), (64512, [BgpNodeOverride("a", local_asn=64514)], 64514)],
)
def test_a_preference_for_a_peer_of_another_as_is_refused(
    asn: int, overrides: list[BgpNodeOverride], outside: int
) -> None:
    assert refusal(lambda: told(peer(asn=asn), shared=[PREFERRED], node_overrides=overrides)) == (
        f"here: main: tor: pods: local_preference: 5 is not sent to a peer of another AS: the peer has {asn}, the "
        f"nodes {outside}. Allowed: peers of the own AS. Fix: leave it out for this peer, with an advertisement of its "
        "own."
    )


def test_a_pool_without_addresses_of_the_peers_families_is_refused(chart: Chart) -> None:
    pool = LoadBalancerIpPool(chart, "six", blocks=[IpBlock.cidr("2001:db8::/120")])
    advertised = BgpServiceAdvertisement("services", service_selector=pool)
    assert refusal(lambda: told(peer(families=["ipv4"]), shared=[advertised])) == (
        "here: main: tor: families: ['ipv4'] has no family that CiliumLoadBalancerIPPool six has addresses of. "
        "Allowed: ipv6. Fix: write families=['ipv6'], or leave it out."
    )
    both = BgpServiceAdvertisement("services", service_selector=pool, addresses=["LoadBalancerIP", "ClusterIP"])
    for families, advertisement in ((["ipv6"], advertised), (["ipv4", "ipv6"], advertised), (["ipv4"], both)):
        assert told(peer(families=families), shared=[advertisement]).advertisements == (advertisement,)
