"""Pools: their blocks, the Services that they match, and the networks that they are in."""

from preflight.cluster import ClusterFacts, Network, Node
from preflight.ip_ranges import Range
from tests.preflight.rules.addressed import (
    advertisement,
    asking,
    cluster_config,
    codes,
    gateway,
    peer_config,
    policy,
    pool,
    said,
    selecting,
    service,
    sharing,
)

LAN = Network(cidr="192.0.2.128/25")
IN_LAN = ClusterFacts(networks=(LAN,))
EDGE = selecting("pool: edge")
DHCP = Range(4, 0xC0000264, 0xC00002C7)


def test_blocks_of_one_pool_that_overlap() -> None:
    assert said("GH500", pool(blocks="[{cidr: 192.0.2.0/24}, {start: 192.0.2.9}]")) == (
        "error GH500: CiliumLoadBalancerIPPool common: spec.blocks[0]: Its blocks 192.0.2.0-192.0.2.255 and "
        "192.0.2.9 overlap, so that Cilium gives out no address of the pool.\n"
        "  fix: Change the blocks so that no address is in two of them."
    )


def test_the_newer_of_two_pools_loses_whatever_their_names() -> None:
    old, new = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"
    assert said("GH500", pool(created=new), pool("inner", "[{cidr: 192.0.2.128/25}]", created=old)) == (
        "error GH500: CiliumLoadBalancerIPPool common: spec.blocks[0]: Its block 192.0.2.0-192.0.2.255 "
        "overlaps 192.0.2.128-192.0.2.255 of pool 'inner': Cilium gives out nothing of this pool, which is "
        "the newer one. Selectors and disabled make no difference.\n"
        "  fix: Change the blocks so that no address is in two of them."
    )


def test_nobody_knows_which_of_two_pools_of_one_age_loses() -> None:
    assert said("GH500", pool(), pool("inner", "[{start: 192.0.2.200}]", more=f"disabled: true, {EDGE}")) == (
        "error GH500: CiliumLoadBalancerIPPool inner: spec.blocks[0]: Its block 192.0.2.200 overlaps "
        "192.0.2.0-192.0.2.255 of pool 'common': Cilium gives out nothing of the newer pool, and of two that "
        "are made in one second nobody can say which that is. Selectors and disabled make no difference.\n"
        "  fix: Change the blocks so that no address is in two of them."
    )
    assert said("GH500", pool(), pool("inner", "[{start: 198.51.100.200}]")) == ""


def test_a_bad_block_by_version() -> None:
    backwards = pool(blocks="[{start: 192.0.2.9}, {start: 192.0.2.9, stop: 192.0.2.3}]")
    assert said("GH501", backwards) == (
        "error GH501: CiliumLoadBalancerIPPool common: spec.blocks[1]: Its start 192.0.2.9 comes after its "
        "stop 192.0.2.3. Cilium does not take the pool at all, and writes no condition.\n"
        "  fix: Write a cidr, or a start and a stop of one IP version that does not come before it."
    )
    assert said("GH501", backwards, facts=ClusterFacts(cilium="1.19")) == (
        "error GH501: CiliumLoadBalancerIPPool common: spec.blocks[1]: Its start 192.0.2.9 comes after its "
        "stop 192.0.2.3. Cilium takes the blocks before this one only.\n"
        "  fix: Write a cidr, or a start and a stop of one IP version that does not come before it."
    )


def test_start_and_stop_in_two_items() -> None:
    assert said("GH501", pool(blocks="[{start: 192.0.2.9}, {stop: 192.0.2.20}]")) == (
        "error GH501: CiliumLoadBalancerIPPool common: spec.blocks[1]: It has neither a cidr nor a start that "
        "is an address. Cilium does not take the pool at all, and writes no condition.\n"
        "  fix: Write its start into the same item as its stop: each dash begins another block."
    )


def test_a_range_beside_a_cidr() -> None:
    assert said("GH502", pool(blocks="[{cidr: 192.0.2.0/24, stop: 192.0.2.20}]")) == (
        "warning GH502: CiliumLoadBalancerIPPool common: spec.blocks[0].stop: With a cidr, stop of the block "
        "is ignored.\n"
        "  fix: Write either cidr, or start and stop."
    )


def test_a_cidr_with_host_bits() -> None:
    assert said("GH503", pool(blocks="[{cidr: 192.168.100.200/28}]")) == (
        "warning GH503: CiliumLoadBalancerIPPool common: spec.blocks[0].cidr: '192.168.100.200/28' holds "
        "192.168.100.192-192.168.100.207, and does not begin with 192.168.100.200: Cilium cuts off the bits "
        "behind the prefix.\n"
        "  fix: Write '192.168.100.192/28' if these are meant, else start and stop."
    )
    assert said("GH503", pool(blocks="[{cidr: '2001:db8::1/64'}]")) == (
        "warning GH503: CiliumLoadBalancerIPPool common: spec.blocks[0].cidr: '2001:db8::1/64' holds "
        "2001:db8::-2001:db8::ffff:ffff:ffff:ffff, and does not begin with 2001:db8::1: Cilium cuts off the "
        "bits behind the prefix.\n"
        "  fix: Write '2001:db8::/64' if these are meant, else start and stop."
    )
    assert said("GH503", pool(blocks="[{cidr: 192.0.2.1/32}, {cidr: 198.51.100.0/24}]")) == ""


def test_ends_that_nothing_keeps_back() -> None:
    assert said("GH504", pool(blocks="[{cidr: 192.0.2.0/31}, {start: 192.0.2.9}]", more="allowFirstLastIPs: 'No'")) == (
        "warning GH504: CiliumLoadBalancerIPPool common: spec.allowFirstLastIPs: No address is kept back: it "
        "applies to blocks with a cidr of three or more addresses, and the pool has none.\n"
        "  fix: Leave it out, and write blocks without the addresses that are to be kept back."
    )
    assert said("GH504", pool(more="allowFirstLastIPs: 'No'")) == ""


def test_a_pool_without_blocks() -> None:
    assert said("GH505", pool(blocks="[]"), pool("other"), service()) == (
        "info GH505: CiliumLoadBalancerIPPool common: spec.blocks: It has no blocks, and so no addresses.\n"
        "  fix: Change it, or leave the pool out."
    )


def test_a_pool_that_others_are_asked_for_instead() -> None:
    assert said(
        "GH505", pool(), pool("other", "[{start: 198.51.100.1}]"), service(annotations=asking("192.0.2.1"))
    ) == (
        "info GH505: CiliumLoadBalancerIPPool other: spec.blocks: No Service of type LoadBalancer among the "
        "manifests gets an address of it.\n"
        "  fix: Change it, or leave the pool out."
    )


def test_a_pool_that_selects_nothing() -> None:
    assert said("GH505", pool(), pool("edge", "[{start: 198.51.100.1}]", more=EDGE), service()) == (
        "info GH505: CiliumLoadBalancerIPPool edge: spec.serviceSelector: Its serviceSelector takes no "
        "Service of type LoadBalancer among the manifests.\n"
        "  fix: Change it, or leave the pool out."
    )


def test_a_pool_that_may_have_been_meant_for_a_service_without_address_is_not_told_of_twice() -> None:
    assert codes(pool(more=EDGE), service()) == ["GH510"]
    assert codes(pool()) == []
    assert codes(pool(), pool("idle", "[{start: 198.51.100.1}]", more="disabled: true"), service()) == []


def test_a_pool_outside_of_the_network() -> None:
    assert said("GH506", pool(), policy(), service(), facts=IN_LAN) == (
        "warning GH506: CiliumLoadBalancerIPPool common: spec.blocks[0]: The addresses are announced on layer "
        "2, and not all of 192.0.2.0-192.0.2.255 is in 192.0.2.128/25: on layer 2, an address is found from "
        "its own network only.\n"
        "  fix: Use addresses of a network of the nodes, or declare the network in cluster.yaml: networks: "
        "[{cidr: ...}]."
    )
    assert said("GH506", pool(blocks="[{start: 198.51.100.9}]"), policy(), facts=IN_LAN) == (
        "warning GH506: CiliumLoadBalancerIPPool common: spec.blocks[0]: The addresses are announced on layer "
        "2, and 198.51.100.9 is not in 192.0.2.128/25: on layer 2, an address is found from its own network "
        "only.\n"
        "  fix: Use addresses of a network of the nodes, or declare the network in cluster.yaml: networks: "
        "[{cidr: ...}]."
    )


def test_two_networks_side_by_side_hold_a_block_of_both() -> None:
    both = ClusterFacts(networks=(LAN, Network(cidr="192.0.2.0/25")))
    assert said("GH506", pool(), policy(), service(), facts=both) == ""


def test_what_is_not_announced_on_layer_2_may_be_anywhere() -> None:
    assert said("GH506", pool(), service(), facts=IN_LAN) == ""
    assert said("GH506", pool(), policy(spec="externalIPs: true"), service(), facts=IN_LAN) == ""
    assert said("GH506", pool(blocks="[{cidr: '2001:db8::/120'}]"), policy(), facts=IN_LAN) == ""


def test_where_bgp_advertises_as_well_the_services_decide() -> None:
    peering = (cluster_config(), peer_config())
    assert said("GH506", pool(), policy(), service(), *peering, advertisement(), facts=IN_LAN) == ""
    others = advertisement(selector="{matchLabels: {team: ops}}")
    assert said("GH506", pool(), policy(), service(), *peering, others, facts=IN_LAN) == (
        "warning GH506: CiliumLoadBalancerIPPool common: spec.blocks[0]: The addresses are announced on layer "
        "2, and not all of 192.0.2.0-192.0.2.255 is in 192.0.2.128/25: on layer 2, an address is found from "
        "its own network only.\n"
        "  fix: Use addresses of a network of the nodes, or declare the network in cluster.yaml: networks: "
        "[{cidr: ...}]."
    )


def test_addresses_of_a_dhcp_server() -> None:
    facts = ClusterFacts(networks=(Network(cidr="192.0.2.0/24", dhcp=(DHCP,)),))
    assert said("GH507", pool(blocks="[{start: 192.0.2.190, stop: 192.0.2.210}]"), facts=facts) == (
        "warning GH507: CiliumLoadBalancerIPPool common: spec.blocks[0]: A DHCP server gives out "
        "192.0.2.100-192.0.2.199 of 192.0.2.0/24, and the block has addresses of it: 192.0.2.190-192.0.2.210.\n"
        "  fix: Use other addresses, or leave these out of the DHCP range."
    )
    assert said("GH507", pool(blocks="[{start: 192.0.2.200, stop: 192.0.2.210}]"), facts=facts) == ""


def test_addresses_that_nodes_and_networks_have() -> None:
    node = Node(name="node-1", addresses=("192.0.2.10", "2001:db8::10"))
    assert said("GH508", pool(blocks="[{cidr: 192.0.2.0/28}]"), facts=ClusterFacts(nodes=(node,), networks=(LAN,))) == (
        "error GH508: CiliumLoadBalancerIPPool common: spec.blocks[0]: The block 192.0.2.0-192.0.2.15 has "
        "192.0.2.10, the address of node node-1.\n"
        "  fix: Leave it out of the pool: write start and stop before and after it."
    )
    assert said("GH508", pool(blocks="[{cidr: 192.0.2.128/25}]"), facts=IN_LAN) == (
        "error GH508: CiliumLoadBalancerIPPool common: spec.blocks[0]: The block 192.0.2.128-192.0.2.255 has "
        "192.0.2.128, the address of the network 192.0.2.128/25 itself, and 1 other like it.\n"
        "  fix: Leave it out of the pool: write start and stop before and after it."
    )
    assert said("GH508", pool(blocks="[{cidr: 192.0.2.128/25}]", more="allowFirstLastIPs: 'No'"), facts=IN_LAN) == ""


def test_pools_that_match_the_same_services_by_version() -> None:
    pools = (pool(more=EDGE), pool("spare", "[{start: 198.51.100.1}]"))
    services = [service(f"shop-{number}", labels="pool: edge") for number in range(6)]
    assert said("GH512", *pools, *services) == (
        "warning GH512: CiliumLoadBalancerIPPool common: spec.serviceSelector: Pools 'common' and 'spare' "
        "match Service web/shop-0, Service web/shop-1, Service web/shop-2, Service web/shop-3 and 2 others: "
        "Cilium takes an address from any of the pools.\n"
        "  fix: Let their serviceSelectors exclude each other, or ask for an address by annotation."
    )
    assert said("GH512", *pools, services[0], facts=ClusterFacts(cilium="1.19")) == (
        "warning GH512: CiliumLoadBalancerIPPool common: spec.serviceSelector: Pools 'common' and 'spare' "
        "match Service web/shop-0: Cilium takes an address from whichever pool it met first.\n"
        "  fix: Let their serviceSelectors exclude each other, or ask for an address by annotation."
    )


def test_pools_with_one_selector_are_one_pool_in_pieces() -> None:
    assert (
        said("GH512", pool(more=EDGE), pool("more", "[{start: 198.51.100.1}]", more=EDGE), service(labels="pool: edge"))
        == ""
    )


def test_a_service_that_has_or_asks_for_an_address_is_not_ambiguous() -> None:
    pools = (pool(more=EDGE), pool("spare", "[{start: 198.51.100.1}, {start: 198.51.100.2}]"))
    having = service("api", labels="pool: edge", status="loadBalancer: {ingress: [{ip: 192.0.2.7}]}")
    assert said("GH512", *pools, having, service(labels="pool: edge", annotations=asking("192.0.2.1"))) == ""


def test_fewer_addresses_than_services() -> None:
    pools = (pool(blocks="[{start: 192.0.2.1}]"), pool("more", "[{start: 198.51.100.1}]"))
    assert said("GH516", *pools, service("api"), service(), gateway()) == (
        "error GH516: CiliumLoadBalancerIPPool common: spec.blocks: Pools 'common' and 'more' have 2 "
        "addresses of IPv4 to give out, which is too few: Service web/api, Gateway web/edge and Service "
        "web/shop may get none.\n"
        "  fix: Add a block, or let Services share an address with a sharing key."
    )
    assert said("GH516", *pools, service(), gateway()) == ""


def test_addresses_that_are_kept_back_do_not_count() -> None:
    assert said(
        "GH516", pool(blocks="[{cidr: 192.0.2.0/30}]", more="allowFirstLastIPs: 'No'"), *map(service, "abc")
    ) == (
        "error GH516: CiliumLoadBalancerIPPool common: spec.blocks: Pool 'common' has 2 addresses of IPv4 to "
        "give out, which is too few: Service web/a, Service web/b and Service web/c may get none.\n"
        "  fix: Add a block, or let Services share an address with a sharing key."
    )


def test_shared_addresses_are_enough() -> None:
    one, other = service("api", annotations=sharing("edge")), service(ports="[{port: 81}]", annotations=sharing("edge"))
    assert said("GH516", pool(blocks="[{start: 192.0.2.1}]"), one, other) == ""


BAD_SELECTOR = "serviceSelector: {matchExpressions: [{key: team, operator: In, values: []}]}"


def test_a_selector_that_cilium_refuses_is_told_of_once() -> None:
    bad = pool(more=BAD_SELECTOR)
    assert said("GH509", bad) == (
        "error GH509: CiliumLoadBalancerIPPool common: spec.serviceSelector: In has no values. Cilium refuses the "
        "serviceSelector, and gives out no address once it comes to this pool: Services may get none, those of other "
        "pools neither.\n"
        "  fix: Correct this part of the selector, or leave it out."
    )
    assert codes(bad, service(), gateway()) == ["GH509"]
    assert codes(bad, pool("other", blocks="[{cidr: 198.51.100.0/24}]"), service(), gateway()) == ["GH509"]
    assert codes(pool(more="serviceSelector: {}"), service()) == []
