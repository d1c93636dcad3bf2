"""Pools of addresses: what their blocks hold, and whether it is what they seem to.

Source: cilium/cilium, operator/pkg/lbipam (ipRangeFromBlock, settleConflicts, handleNewPool) and pkg/ipalloc.
"""

import ipaddress
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight.cilium.label_selectors import read
from preflight.cilium.pools import POOL, WHOLE_POOLS, PoolState, Usable
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.ip_ranges import merged, overlaps_any
from preflight.rules.input import Input
from preflight.rules.load_balancers import is_service_rejected
from preflight.snapshot import Manifest
from preflight.values import listed, series, shown

Blocks = Sequence[Mapping[str, Any]]


def pool_states(given: Input) -> Sequence[PoolState]:
    """Return what becomes of each pool, by name."""
    return [use.state for use in given.addressing.allocation.pools] if given.of(*POOL) else []


def is_pool_rejected(given: Input) -> bool:
    """Say whether admission has rejected a pool, so that nobody knows what those that are left would lack."""
    return given.snapshot.rejected.some(*POOL)


def pools_named(names: Sequence[str]) -> str:
    """Name pools at the beginning of a sentence."""
    return f"{'Pool' if len(names) == 1 else 'Pools'} {listed(names)}"


def overlapping_blocks(given: Input) -> Iterator[Finding]:
    """Yield a finding for each pool that overlaps itself, or others: of two pools at the one that loses, or may."""
    states = pool_states(given)
    place = {state.pool.name: at for at, state in enumerate(states)}
    for state in states:
        others = [each for each in state.overlaps if _is_told_here(state, states[place[each[0]]], place)]
        if not others:
            continue
        name, own, other = others[0]
        index = next((block.index for block in state.pool.blocks if block.range == own), 0)
        path = ("spec", "blocks", index)
        if name == state.pool.name:
            reason = f"Its blocks {own} and {other} overlap, so that Cilium gives out no address of the pool."
        else:
            pools = series([f"{theirs} of pool {shown(pool)}" for pool, _, theirs in others if pool != state.pool.name])
            loser = (
                "Cilium gives out nothing of this pool, which is the newer one"
                if state.in_conflict
                else "Cilium gives out nothing of the newer pool, and of two that are made in one second nobody can "
                "say which that is"
            )
            reason = f"Its block {own} overlaps {pools}: {loser}. Selectors and disabled make no difference."
        fix = "Change the blocks so that no address is in two of them."
        yield found(state.pool.manifest, "GH500", path, reason, fix)


def _is_told_here(state: PoolState, other: PoolState, place: Mapping[str, int]) -> bool:
    """Say whether an overlap is told of at this pool: it loses, or neither is known to and it is the later one."""
    if other is state:
        return True
    if bool(state.in_conflict) != bool(other.in_conflict):
        return bool(state.in_conflict)
    return place[state.pool.name] > place[other.pool.name]


def bad_blocks(given: Input) -> Iterator[Finding]:
    """Yield a finding for each pool with a block that Cilium does not take, at the first one."""
    for state in pool_states(given):
        if state.pool.problem is None:
            continue
        index, problem = state.pool.problem
        block = _blocks(state.pool.manifest)[index]
        effect = (
            "Cilium does not take the pool at all, and writes no condition"
            if given.addressing.allocator.version >= WHOLE_POOLS
            else "Cilium takes the blocks before this one only"
        )
        fix = (
            "Write its start into the same item as its stop: each dash begins another block."
            if block.get("stop") and not block.get("start")
            else "Write a cidr, or a start and a stop of one IP version that does not come before it."
        )
        reason = f"{problem} {effect}."
        yield found(state.pool.manifest, "GH501", ("spec", "blocks", index), reason, fix)


def ignored_ranges(given: Input) -> Iterator[Finding]:
    """Yield a finding for each block with a CIDR as well as a start or a stop."""
    for manifest in given.of(*POOL):
        for index, block in enumerate(_blocks(manifest)):
            fields = [field for field in ("start", "stop") if block.get(field)]
            if block.get("cidr") and fields:
                reason = f"With a cidr, {series(fields)} of the block {'are' if len(fields) > 1 else 'is'} ignored."
                fix = "Write either cidr, or start and stop."
                yield found(manifest, "GH502", ("spec", "blocks", index, fields[0]), reason, fix)


def host_bits(given: Input) -> Iterator[Finding]:
    """Yield a finding for each CIDR of a block with an address behind its first one."""
    for state in pool_states(given):
        blocks = _blocks(state.pool.manifest)
        for block in state.pool.blocks:
            cidr: str = blocks[block.index].get("cidr") or ""
            address = cidr.partition("/")[0]
            if address and int(ipaddress.ip_address(address)) != block.range.first:
                reason = (
                    f"{shown(cidr)} holds {block.range}, and does not begin with {address}: Cilium cuts off the bits "
                    "behind the prefix."
                )
                first = ipaddress.ip_network(cidr, strict=False)
                fix = f"Write {shown(str(first))} if these are meant, else start and stop."
                yield found(state.pool.manifest, "GH503", ("spec", "blocks", block.index, "cidr"), reason, fix)


def unreserved_ends(given: Input) -> Iterator[Finding]:
    """Yield a finding for each pool that is to keep first and last addresses back, and keeps none."""
    for state in pool_states(given):
        ends = (state.pool.manifest.data.get("spec") or {}).get("allowFirstLastIPs", "Yes")
        if ends == "No" and state.pool.blocks and all(block.range == block.usable for block in state.pool.blocks):
            reason = (
                "No address is kept back: it applies to blocks with a cidr of three or more addresses, and the pool "
                "has none."
            )
            fix = "Leave it out, and write blocks without the addresses that are to be kept back."
            yield found(state.pool.manifest, "GH504", ("spec", "allowFirstLastIPs"), reason, fix)


def refused_selectors(given: Input) -> Iterator[Finding]:
    """Yield a finding for each pool whose serviceSelector Cilium cannot use."""
    for state in pool_states(given):
        if problem := read(state.pool.selector).problem:
            reason = (
                f"{problem} Cilium refuses the serviceSelector, and gives out no address once it comes to this pool: "
                "Services may get none, those of other pools neither."
            )
            fix = "Correct this part of the selector, or leave it out."
            yield found(state.pool.manifest, "GH509", ("spec", "serviceSelector"), reason, fix)


def unused_pools(given: Input) -> Iterator[Finding]:
    """Yield a finding for each pool that no Service gets an address of, where there are any and it gives out some.

    Where a Service gets no address at all, that is a finding of its own, and this may be the pool that was meant. So
    may a Service or Gateway be that admission has rejected.
    """
    if is_service_rejected(given):
        return
    services = [each for each in given.addressing.allocation.services if each.unhandled is None]
    if not services or not all(any(outcome.ranges for outcome in each.outcomes) for each in services):
        return
    ranges = merged({range_ for each in services for outcome in each.outcomes for range_ in outcome.ranges})
    selecting = {name for each in services for name in each.pools}
    for state in pool_states(given):
        pool = state.pool
        used = any(overlaps_any(block.range, ranges) for block in pool.blocks)
        if state.usable != Usable.YES or used or read(pool.selector).problem:
            continue
        path, reason = ("spec", "blocks"), "No Service of type LoadBalancer among the manifests gets an address of it."
        if not pool.blocks:
            reason = "It has no blocks, and so no addresses."
        elif pool.name not in selecting:
            path = ("spec", "serviceSelector")
            reason = "Its serviceSelector takes no Service of type LoadBalancer among the manifests."
        yield found(pool.manifest, "GH505", path, reason, "Change it, or leave the pool out.")


def _blocks(manifest: Manifest) -> Blocks:
    found_: Blocks = (manifest.data.get("spec") or {}).get("blocks") or ()
    return found_
