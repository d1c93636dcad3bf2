"""Pools that several Services take addresses from: which one it is, and whether there are enough.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (satisfyGenericRequest) and pool.go.
"""

from collections.abc import Iterator

from preflight.cilium.objects import LoadBalancer
from preflight.cilium.pools import PoolState, Usable
from preflight.cilium.situation import Reason
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.ip_ranges import Address
from preflight.rules.input import Input
from preflight.rules.load_balancers import all_named, handled
from preflight.rules.pools import is_pool_rejected, pool_states, pools_named

ANY_ORDER = (1, 20)
"""The first version of Cilium that takes pools in any order, another one each time."""
Group = tuple[tuple[str, ...], int]
"""Pools, and the IP version of the addresses that are taken from them."""


def ambiguous_pools(given: Input) -> Iterator[Finding]:
    """Yield a finding for pools that select the same Services by other selectors, once for the same pools."""
    states = {state.pool.name: state for state in pool_states(given)}
    groups: dict[tuple[str, ...], list[LoadBalancer]] = {}
    for assignment in handled(given) if len(states) > 1 else ():
        if assignment.service.requested or assignment.service.assigned:
            continue
        for version in assignment.service.versions:
            pools = tuple(name for name in assignment.pools if _gives(states[name], version))
            if len(pools) > 1 and len({_written(states[name]) for name in pools}) > 1:
                services = groups.setdefault(pools, [])
                services += [] if services and services[-1] is assignment.service else [assignment.service]
    order = "any of the pools" if given.addressing.allocator.version >= ANY_ORDER else "whichever pool it met first"
    for pools, services in sorted(groups.items(), key=lambda group: group[0]):
        reason = f"{pools_named(pools)} match {all_named(services)}: Cilium takes an address from {order}."
        fix = "Let their serviceSelectors exclude each other, or ask for an address by annotation."
        yield found(states[pools[0]].pool.manifest, "GH512", ("spec", "serviceSelector"), reason, fix)


def short_pools(given: Input) -> Iterator[Finding]:
    """Yield a finding for pools with fewer addresses than Services need, once for the same pools."""
    states = {state.pool.name: state for state in pool_states(given)}
    groups: dict[Group, list[LoadBalancer]] = {}
    for assignment in handled(given) if not is_pool_rejected(given) else ():
        short = [each for each in assignment.outcomes if Reason.OUT_OF_IPS in each.reasons]
        for outcome in short if assignment.exact else ():
            if isinstance(outcome.wanted, Address) or any(states[name].overlaps for name in assignment.pools):
                continue
            pools = tuple(name for name in assignment.pools if _gives(states[name], outcome.wanted))
            groups.setdefault((pools, outcome.wanted), []).append(assignment.service)
    for (pools, version), services in sorted(groups.items(), key=lambda group: group[0]):
        size = sum(_size(states[name], version) for name in pools)
        reason = (
            f"{pools_named(pools)} {'has' if len(pools) == 1 else 'have'} {_counted(size)} of IPv{version} to give "
            f"out, which is too few: {all_named(services)} may get none."
        )
        fix = "Add a block, or let Services share an address with a sharing key."
        yield found(states[pools[0]].pool.manifest, "GH516", ("spec", "blocks"), reason, fix)


def _gives(state: PoolState, version: int) -> bool:
    return state.usable == Usable.YES and any(block.range.version == version for block in state.pool.blocks)


def _size(state: PoolState, version: int) -> int:
    return sum(block.usable.size for block in state.pool.blocks if block.range.version == version)


def _written(state: PoolState) -> str:
    """Return a selector as a text that is the same for the same one."""
    return repr(state.pool.selector or {})


def _counted(addresses: int) -> str:
    return "1 address" if addresses == 1 else f"{addresses} addresses"
