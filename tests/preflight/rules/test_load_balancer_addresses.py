"""Services and Gateways that get no address, or not those that they ask for."""

from tests.preflight.rules.addressed import asking, codes, gateway, pool, said, selecting, service, sharing, with_values

EDGE = selecting("pool: edge")
SIX = "[{cidr: '2001:db8::/120'}]"
KEPT_BACK = "allowFirstLastIPs: 'No'"


def test_no_pool_selects_a_service() -> None:
    assert said("GH510", pool(more=EDGE), service(labels="pool: inner")) == (
        "error GH510: Service web/shop: The serviceSelector of no pool takes the labels of Service web/shop.\n"
        "  fix: Write the labels that a pool selects into metadata.labels, or let a pool select it."
    )
    assert said("GH510", pool(more=EDGE), service(labels="pool: edge")) == ""


def test_labels_of_a_gateway_belong_into_its_infrastructure() -> None:
    assert said("GH510", pool(more=EDGE), gateway(labels="pool: edge")) == (
        "error GH510: Gateway web/edge: metadata.labels: The serviceSelector of no pool takes the labels of "
        "the Service of Gateway web/edge. That of pool 'common' would take those of the Gateway itself, which "
        "Cilium does not copy.\n"
        "  fix: Move the labels to spec.infrastructure.labels."
    )
    assert said("GH510", pool(more=EDGE), gateway(labels="pool: inner")) == (
        "error GH510: Gateway web/edge: The serviceSelector of no pool takes the labels of the Service of "
        "Gateway web/edge.\n"
        "  fix: Write the labels that a pool selects into spec.infrastructure.labels, or let a pool select "
        "it."
    )
    assert said("GH510", pool(more=EDGE), gateway(infrastructure="labels: {pool: edge}")) == ""


def test_the_pools_that_select_a_service_have_nothing_for_it() -> None:
    assert said("GH510", pool(more="disabled: true"), pool("six", blocks=SIX), service()) == (
        "error GH510: Service web/shop: No pool that selects Service web/shop has an address for it: 'common' "
        "is disabled and 'six' has no address of IPv4.\n"
        "  fix: Add a pool with addresses for it."
    )


def test_without_pools_among_the_manifests_nobody_knows_those_of_the_cluster() -> None:
    assert codes(service()) == []
    assert codes(gateway()) == ["GH306"]


def test_a_pool_that_is_broken_is_told_of_once() -> None:
    assert codes(pool(blocks="[{stop: 192.0.2.9}]"), service(), gateway()) == ["GH501"]
    assert codes(pool(blocks="[{cidr: 192.0.2.0/24}, {start: 192.0.2.9}]"), service(), gateway()) == ["GH500"]


def test_why_a_gateway_gets_no_address_is_told_of_once() -> None:
    assert codes(pool(more=EDGE), gateway()) == ["GH510"]
    assert codes(pool(), gateway(addresses="198.51.100.9")) == ["GH511"]
    assert codes(
        pool(blocks="[{start: 192.0.2.1}]"), service(status="loadBalancer: {ingress: [{ip: 192.0.2.1}]}"), gateway()
    ) == ["GH516"]


def test_an_address_in_no_pool_in_none_that_selects_and_in_a_disabled_one() -> None:
    off = pool("spare", "[{start: 198.51.100.1}]", more="disabled: true")
    asked = service(annotations=asking("192.0.2.3", "198.51.100.1", "203.0.113.9"))
    assert said("GH511", pool(more=EDGE), off, asked) == (
        "error GH511: Service web/shop: metadata.annotations[lbipam.cilium.io/ips]: Service web/shop does not "
        "get 192.0.2.3: the serviceSelector of pool 'common' does not take its labels. Service web/shop does "
        "not get 198.51.100.1: pool 'spare' is disabled. Service web/shop does not get 203.0.113.9: no pool "
        "has it.\n"
        "  fix: Ask for an address of a pool that selects it, or for none."
    )


def test_an_address_that_a_pool_keeps_back() -> None:
    assert said("GH511", pool(more=KEPT_BACK), service(annotations=asking("192.0.2.0"))) == (
        "error GH511: Service web/shop: metadata.annotations[lbipam.cilium.io/ips]: Service web/shop does not "
        "get 192.0.2.0: allowFirstLastIPs of pool 'common' keeps it back.\n"
        "  fix: Ask for an address of a pool that selects it, or for none."
    )
    assert said("GH511", pool(more=KEPT_BACK), service(annotations=f"{asking('192.0.2.0')}, {sharing('edge')}")) == (
        "error GH511: Service web/shop: metadata.annotations[lbipam.cilium.io/ips]: Service web/shop does not "
        "get 192.0.2.0: allowFirstLastIPs of pool 'common' keeps it back, and with a sharing key Cilium's "
        "operator fails on it.\n"
        "  fix: Ask for an address of a pool that selects it, or for none."
    )


def test_where_an_address_is_asked_for() -> None:
    assert said("GH511", pool(), service(more="loadBalancerIP: 198.51.100.9")) == (
        "error GH511: Service web/shop: spec.loadBalancerIP: Service web/shop does not get 198.51.100.9: no "
        "pool has it.\n"
        "  fix: Ask for an address of a pool that selects it, or for none."
    )
    assert said("GH511", pool(), gateway(addresses="198.51.100.9")) == (
        "error GH511: Gateway web/edge: spec.addresses: Gateway web/edge does not get 198.51.100.9: no pool "
        "has it.\n"
        "  fix: Ask for an address of a pool that selects it, or for none."
    )
    assert said("GH511", pool(), gateway(infrastructure=f"annotations: {{{asking('198.51.100.9')}}}")) == (
        "error GH511: Gateway web/edge: spec.infrastructure.annotations[lbipam.cilium.io/ips]: Gateway "
        "web/edge does not get 198.51.100.9: no pool has it.\n"
        "  fix: Ask for an address of a pool that selects it, or for none."
    )


def test_an_address_that_only_a_broken_or_overlapping_pool_has() -> None:
    assert codes(pool(), pool("other"), service(annotations=asking("192.0.2.3"))) == ["GH500"]


def test_static_addresses_that_cannot_be_used_are_told_of_once() -> None:
    assert codes(pool(), gateway(addresses="192.0.2.3", infrastructure=f"annotations: {{{asking('192.0.2.4')}}}")) == [
        "GH307"
    ]


def test_addresses_of_one_ip_version_for_two() -> None:
    dual = with_values(ipv4=True, ipv6=True)
    assert said("GH517", pool(), gateway(), facts=dual) == (
        "warning GH517: Gateway web/edge: Gateway web/edge is to have addresses of IPv4 and IPv6, and no pool "
        "that selects it has any of IPv6: its condition stays False.\n"
        "  fix: Add a block of IPv6 to a pool, or ask for one family with ipFamilies."
    )
    assert said("GH517", pool(), gateway()) == ""
    assert said("GH517", pool(), pool("six", blocks=SIX), gateway(), facts=dual) == ""


def test_what_is_no_address() -> None:
    assert said("GH519", pool(), service(annotations=asking("192.0.2.1-192.0.2.3", "192.0.2.9"))) == (
        "warning GH519: Service web/shop: metadata.annotations[lbipam.cilium.io/ips]: '192.0.2.1-192.0.2.3' "
        "is no address, and is left out: only 192.0.2.9 is asked for.\n"
        "  fix: Write addresses, with commas between."
    )
    assert said("GH519", pool(), service(more="loadBalancerIP: shop.example.com")) == (
        "warning GH519: Service web/shop: spec.loadBalancerIP: 'shop.example.com' is no address, and is left "
        "out: the Service gets any address that is free.\n"
        "  fix: Write addresses, with commas between."
    )
    assert said("GH519", pool(), gateway(infrastructure=f"annotations: {{{asking('192.0.2.1/32')}}}")) == (
        "warning GH519: Gateway web/edge: spec.infrastructure.annotations[lbipam.cilium.io/ips]: "
        "'192.0.2.1/32' is no address, and is left out: the Service gets any address that is free.\n"
        "  fix: Write 192.0.2.1."
    )
    assert said("GH519", pool(), service(annotations=asking("192.0.2.9", "192.0.2.10"))) == ""
