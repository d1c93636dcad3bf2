"""Pools in the networks that the cluster file declares: outside of them, or on addresses that others have."""

from collections.abc import Iterator, Sequence

from preflight.cilium.announcing import BgpPath, Given, L2Announcer
from preflight.cilium.objects import Block
from preflight.cluster import Network
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.ip_ranges import Address, Range, address, merged
from preflight.rules.input import Input
from preflight.rules.pools import pool_states
from preflight.snapshot import Manifest
from preflight.values import counted, series

SMALLEST_WITH_BROADCAST = 3
"""Addresses of an IPv4 network that has one for itself and one for all: a /31 has not."""


def pools_outside_networks(given: Input) -> Iterator[Finding]:
    """Yield a finding for each block outside of the declared networks, where addresses are announced on layer 2.

    Where BGP advertises Services as well, only if one with an address of the block is announced on layer 2 alone.
    """
    if not given.facts.networks or not _announces_on_layer_2(given):
        return
    on_layer_2 = _only_on_layer_2(given) if _advertises(given) else None
    for manifest, block in _blocks(given):
        networks = [each for each in given.facts.networks if each.range.version == block.range.version]
        union = merged(each.range for each in networks)
        if not networks or any(each.first <= block.range.first and block.range.last <= each.last for each in union):
            continue
        if on_layer_2 is not None and not any(_meets(block.range, each) for each in on_layer_2):
            continue
        partly = any(block.range.overlaps(each) for each in union)
        names = series([each.cidr for each in networks], "or")
        where = f"not all of {block.range} is in" if partly else f"{block.range} is not in"
        reason = (
            f"The addresses are announced on layer 2, and {where} {names}: on layer 2, an address is found from its "
            "own network only."
        )
        fix = (
            "Use addresses of a network of the nodes, or declare the network in cluster.yaml: networks: [{cidr: ...}]."
        )
        yield found(manifest, "GH506", ("spec", "blocks", block.index), reason, fix)


def pools_in_dhcp_ranges(given: Input) -> Iterator[Finding]:
    """Yield a finding for each block with addresses that a DHCP server gives out, too."""
    for manifest, block in _blocks(given) if given.facts.networks else ():
        taken = [
            f"{part} of {network.cidr}"
            for network in given.facts.networks
            for part in network.dhcp
            if part.overlaps(block.usable)
        ]
        if taken:
            reason = f"A DHCP server gives out {series(taken)}, and the block has addresses of it: {block.usable}."
            fix = "Use other addresses, or leave these out of the DHCP range."
            yield found(manifest, "GH507", ("spec", "blocks", block.index), reason, fix)


def pools_with_taken_addresses(given: Input) -> Iterator[Finding]:
    """Yield a finding for each block with an address of a node, or the first or last one of an IPv4 network."""
    nodes = [
        (read, f"node {node.name}")
        for node in given.facts.nodes
        for text in node.addresses
        if (read := address(text)) is not None
    ]
    taken = [*nodes, *_ends(given.facts.networks)]
    for manifest, block in _blocks(given) if taken else ():
        here = [(each, whose) for each, whose in taken if block.usable.has(each)]
        if here:
            (first, whose), more = here[0], len(here) - 1
            others = f", and {counted(more, 'other')} like it" if more else ""
            reason = f"The block {block.usable} has {first}, the address of {whose}{others}."
            fix = "Leave it out of the pool: write start and stop before and after it."
            yield found(manifest, "GH508", ("spec", "blocks", block.index), reason, fix)


def _ends(networks: Sequence[Network]) -> Iterator[tuple[Address, str]]:
    """Yield the addresses of IPv4 networks that no host has."""
    for network in networks:
        whole = network.range
        if whole.version == 4 and whole.size >= SMALLEST_WITH_BROADCAST:  # noqa: PLR2004  # of IPv4
            yield Address(4, whole.first), f"the network {network.cidr} itself"
            yield Address(4, whole.last), f"all hosts of {network.cidr} (broadcast)"


def _blocks(given: Input) -> Iterator[tuple[Manifest, Block]]:
    """Yield the blocks of the pools that give out addresses, or could."""
    for state in pool_states(given):
        if state.registered:
            yield from ((state.pool.manifest, block) for block in state.pool.blocks)


def _announces_on_layer_2(given: Input) -> bool:
    return any(policy.load_balancer_ips for policy in given.addressing.objects.policies)


def _advertises(given: Input) -> bool:
    return any(each.services for each in given.addressing.objects.bgp.advertisements)


def _only_on_layer_2(given: Input) -> tuple[Given, ...]:
    """Return the addresses that are announced on layer 2, and not by BGP."""
    on_layer_2: dict[Given, None] = {}
    for each in given.addressing.announcements.services:
        by_bgp = {prefix.given for path in each.announcers if isinstance(path, BgpPath) for prefix in path.prefixes}
        for announcer in each.announcers:
            if isinstance(announcer, L2Announcer):
                on_layer_2 |= dict.fromkeys(one for one in announcer.addresses if one not in by_bgp)
    return tuple(on_layer_2)


def _meets(block: Range, one: Given) -> bool:
    return block.overlaps(one) if isinstance(one, Range) else block.has(one)
