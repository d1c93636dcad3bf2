"""Addresses that Services have already: which of them they keep.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (stripInvalidAllocations, stripOrImportIngresses).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from preflight.cilium.objects import LoadBalancer
from preflight.cilium.pools import PoolState
from preflight.cilium.sharing import why_not_shared
from preflight.cilium.situation import Wanted
from preflight.ip_ranges import Address


@dataclass(frozen=True, kw_only=True)
class Claims:
    """What Services, named by their indices, have already."""

    kept: Mapping[int, tuple[Address, ...]]
    contested: Mapping[Address, tuple[int, ...]]
    """Addresses that several have who may not share them: one of them keeps it."""

    @cached_property
    def taken(self) -> tuple[Address, ...]:
        """All addresses that are not free at first, in order."""
        return tuple(sorted(set(self.contested).union(*self.kept.values())))


def claims(
    services: Sequence[LoadBalancer], matching: Sequence[frozenset[str]], pools: Mapping[str, PoolState]
) -> Claims:
    """Return which of the addresses in their status Services keep.

    A Service keeps one of a pool that selects it, be it disabled or in conflict, if it is one that it wants. Several
    keep the same one if they may share it.
    """
    holders: dict[Address, list[int]] = {}
    for index, service in enumerate(services):
        for address in service.assigned:
            if _is_wanted(service, address) and any(_has(pools[name], address) for name in matching[index]):
                holders.setdefault(address, []).append(index)
    kept: dict[int, tuple[Address, ...]] = {}
    contested: dict[Address, tuple[int, ...]] = {}
    for address, indices in holders.items():
        pairs = combinations(indices, 2)
        if any(why_not_shared(services[one], services[other]) for one, other in pairs):
            contested[address] = tuple(indices)
            continue
        for index in indices:
            kept[index] = (*kept.get(index, ()), address)
    return Claims(kept=kept, contested=contested)


def wants(service: LoadBalancer, kept: Sequence[Address]) -> tuple[Wanted, ...]:
    """Return what a Service has not got yet, in the order in which Cilium looks for it."""
    if service.requested:
        return tuple(each for each in dict.fromkeys(service.requested) if each not in kept)
    versions = {address.version for address in kept}
    return tuple(version for version in service.versions if version not in versions)


def _is_wanted(service: LoadBalancer, address: Address) -> bool:
    return address in service.requested if service.requested else address.version in service.versions


def _has(state: PoolState, address: Address) -> bool:
    return state.registered and any(block.range.has(address) for block in state.pool.blocks)
