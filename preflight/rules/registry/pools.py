"""The rules about pools, and the addresses that Services get from them."""

from preflight.rules import addresses, announcements, pool_networks, pool_shares, pools, sharing
from preflight.rules.model import Rule

POOLS: tuple[Rule, ...] = (
    Rule(
        code="GH500",
        check=pools.overlapping_blocks,
        why="Cilium stops giving out addresses of the whole pool, whatever its selector is and even if one of the two "
        "is disabled. Addresses in use stay, so that it shows with the next Service.",
        upstream=("cilium#46051",),
    ),
    Rule(
        code="GH501",
        check=pools.bad_blocks,
        why="The operator logs an error and tries again for ever. Since 1.20 the pool then has no status at all; "
        "nothing that kubectl shows says why no Service gets an address.",
    ),
    Rule(
        code="GH502",
        check=pools.ignored_ranges,
        why="The pool gives out all of the CIDR, addresses of other hosts included.",
    ),
    Rule(
        code="GH503",
        check=pools.host_bits,
        why="192.168.100.200/28 is .192 to .207: the pool begins before the address and gives out those of other "
        "hosts, while the last ones that were meant are missing.",
    ),
    Rule(
        code="GH504",
        check=pools.unreserved_ends,
        why="allowFirstLastIPs is for blocks with a cidr, and not for /31, /32, /127 and /128. Its default changed "
        "with Cilium 1.16, which is why it is often written.",
        upstream=(
            "cilium#28591",
            "cilium#29410",
        ),
    ),
    Rule(
        code="GH505",
        check=pools.unused_pools,
        why="The address that was meant for a Service stays in the pool, and the Service has none or one of another "
        "pool.",
        upstream=("cilium#34099",),
    ),
    Rule(
        code="GH506",
        check=pool_networks.pools_outside_networks,
        why="Cilium takes any addresses. Those outside of the network of a node's interface get no ARP or neighbour "
        "requests, so that they are not reached unless a router has a route to a node.",
        upstream=("cilium#37959",),
    ),
    Rule(
        code="GH507",
        check=pool_networks.pools_in_dhcp_ranges,
        why="Two hosts answer for one address: it works until a device gets the address, and then for each client "
        "with a different one of them.",
        upstream=("cilium#37959",),
    ),
    Rule(
        code="GH508",
        check=pool_networks.pools_with_taken_addresses,
        why="A Service with the address of a node cuts that node off, and one with the broadcast address of the "
        "network is not reached.",
    ),
    Rule(
        code="GH509",
        check=pools.refused_selectors,
        why="Cilium stops with an error when it comes to the pool, whichever Service it looks for an address for, and "
        "writes no condition. It tries again and again, and since 1.20 the order of pools is another one each time.",
    ),
    Rule(
        code="GH510",
        check=addresses.unselected_services,
        why="The Service stays pending with no_pool. Labels that are written on a Gateway itself are the usual cause: "
        "Cilium copies only those of spec.infrastructure to the Service.",
        upstream=(
            "cilium#42994",
            "cilium#34099",
            "cilium#36792",
            "cilium#40120",
            "cilium#41680",
        ),
    ),
    Rule(
        code="GH511",
        check=addresses.ungiven_addresses,
        why="The condition is no_pool, pool_selector_mismatch or already_allocated, and the Service gets no other "
        "address instead.",
        upstream=("cilium#38559",),
    ),
    Rule(
        code="GH512",
        check=pool_shares.ambiguous_pools,
        why="There are no priorities. Since 1.20 the order of pools is another one each time; an internal Service may "
        "get a public address, and the next cluster from the same manifests has other ones.",
        upstream=("cilium#22008",),
    ),
    Rule(
        code="GH513",
        check=sharing.contested_addresses,
        why="The first one to come gets the address, and the other none. Two Gateways with one port can never share, "
        "and with policy Local no Gateway can, since its Service has no selector.",
        upstream=(
            "cilium#38459",
            "cilium#48867",
        ),
    ),
    Rule(
        code="GH514",
        check=sharing.one_sided_permissions,
        why="The list is not trimmed, so that the name behind a comma and a blank matches no namespace, and both "
        "Services have to permit each other. Otherwise each gets an address of its own, quietly.",
        upstream=("cilium#35460",),
    ),
    Rule(
        code="GH515",
        check=sharing.unshareable_keys,
        why="Cilium gives the second one an address of its own and says nothing, so that the DNS record points to the "
        "wrong one.",
        upstream=(
            "cilium#38459",
            "cilium#41947",
            "cilium#48867",
        ),
    ),
    Rule(
        code="GH516",
        check=pool_shares.short_pools,
        why="Whoever comes last stays pending with out_of_ips; which Service that is changes with the order in which "
        "they are made.",
    ),
    Rule(
        code="GH517",
        check=addresses.missing_families,
        why="With both families on, Cilium makes the Service of a Gateway with PreferDualStack. Without addresses of "
        "one of them its condition is never True, and clients of that version do not reach it.",
        upstream=("cilium#37805",),
    ),
    Rule(
        code="GH518",
        check=announcements.unserved_classes,
        why="Cilium leaves a Service alone whose class it does not know, without a condition, and an announcer passes "
        "over those of another one.",
    ),
    Rule(
        code="GH519",
        check=addresses.dropped_requests,
        why="What is no bare address, such as 192.0.2.1/32, a range or a name, is only logged. If nothing else is "
        "asked for, the Service gets any address, and another one after it is made anew.",
        upstream=("cilium#45327",),
    ),
)
