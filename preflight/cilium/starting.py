"""The situations that the allocator can start from, for the Services and pools of one component."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, permutations, product
from math import prod

from preflight.cilium.claims import Claims, wants
from preflight.cilium.components import Component
from preflight.cilium.free_space import Free, free_in, size, without
from preflight.cilium.objects import Block, LoadBalancer
from preflight.cilium.pools import Pools, Usable
from preflight.cilium.situation import Cluster, Kind, Situation, Slot
from preflight.ip_ranges import Address, Range

MAX_STARTS = 64
"""Situations of one component that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All Services and pools, and what is known of them."""

    services: tuple[LoadBalancer, ...]
    matching: tuple[frozenset[str], ...]
    """The pools that select each Service."""
    pools: Pools
    claims: Claims

    def free(self, pool: str) -> int:
        """Return how many addresses of a pool are free at first."""
        return sum(size(free_blocks(block.usable, self.claims.taken)) for block in self.pools.states[pool].pool.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A situation, and what Services, by their indices, keep in it."""

    situation: Situation
    kept: Mapping[int, tuple[Address, ...]]


def starts(component: Component, world: World) -> tuple[Start, ...] | None:
    """Return the situations that a component can start from; None where they are too many.

    They differ in the pools that lose a conflict, in who keeps an address that several have, and in the order of the
    addresses that can be shared.
    """
    endings = _endings(component, world)
    if not all(endings) or prod(map(len, endings)) > MAX_STARTS:
        return None
    found = tuple(islice(_starts(component, world), MAX_STARTS + 1))
    return found if len(found) <= MAX_STARTS else None


def widest_start(component: Component, world: World) -> Start:
    """Return a situation in which every pool that may give out addresses does, and nobody has a contested one."""
    return _start(component, world, frozenset(), {}, None)


def _endings(component: Component, world: World) -> list[Sequence[frozenset[str]]]:
    """Return the ways in which each conflict can end; none of one that nobody has counted."""
    return [world.pools.conflicts[index].endings or () for index in component.conflicts]


def _starts(component: Component, world: World) -> Iterator[Start]:
    contested = [
        (address, indices)
        for address, indices in sorted(world.claims.contested.items())
        if set(indices) & set(component.services)
    ]
    for endings in product(*_endings(component, world)):
        losers = frozenset[str]().union(*endings)
        for owners in product(*(indices for _, indices in contested)):
            owned = {address: owner for (address, _), owner in zip(contested, owners, strict=True)}
            for order in _orders(component, world, owned):
                yield _start(component, world, losers, owned, order)


Order = tuple[Address, ...]


def _orders(component: Component, world: World, owned: Mapping[Address, int]) -> Iterator[Order]:
    """Yield the orders in which Cilium can come across the addresses that Services with a sharing key have."""
    holders = _holders(component, world, owned)
    keyed = sorted((world.services[indices[0]].sharing_key, address) for address, indices in holders.items())
    groups = [[address for _, address in group] for _, group in groupby(keyed, key=lambda each: each[0])]
    for chosen in product(*(permutations(group) for group in groups)):
        yield tuple(address for group in chosen for address in group)


def _holders(component: Component, world: World, owned: Mapping[Address, int]) -> Mapping[Address, list[int]]:
    """Return who has each address that can be shared."""
    found: dict[Address, list[int]] = {}
    for index, kept in _kept(component, world, owned).items():
        if world.services[index].sharing_key:
            for address in kept:
                found.setdefault(address, []).append(index)
    return found


def _kept(component: Component, world: World, owned: Mapping[Address, int]) -> Mapping[int, tuple[Address, ...]]:
    return {
        index: (*world.claims.kept.get(index, ()), *(address for address, owner in owned.items() if owner == index))
        for index in component.services
    }


def _start(
    component: Component, world: World, losers: frozenset[str], owned: Mapping[Address, int], order: Order | None
) -> Start:
    kept = _kept(component, world, owned)
    holders = _holders(component, world, owned)
    kinds = _kinds(component, world, kept)
    kind_of = {index: number for number, kind in enumerate(kinds) for index in kind.services}
    clusters = tuple(
        Cluster(
            key=world.services[holders[address][0]].sharing_key,
            address=address,
            kinds=tuple(sorted(kind_of[index] for index in holders[address])),
        )
        for address in (sorted(holders) if order is None else order)
    )
    if order is None:
        clusters += _claimed(world, kind_of)
    situation = Situation(slots=_slots(component, world, losers), kinds=kinds, clusters=clusters)
    return Start(situation=situation, kept=kept)


def _claimed(world: World, kind_of: Mapping[int, int]) -> tuple[Cluster, ...]:
    """Return what can be shared of the addresses that several have, whoever keeps them."""
    return tuple(
        Cluster(key=world.services[index].sharing_key, address=address, kinds=(kind_of[index],))
        for address, indices in sorted(world.claims.contested.items())
        for index in indices
        if index in kind_of and world.services[index].sharing_key
    )


def _kinds(component: Component, world: World, kept: Mapping[int, tuple[Address, ...]]) -> tuple[Kind, ...]:
    """Return the Services of a component, those that the allocator cannot tell apart together."""
    found: dict[object, list[int]] = {}
    for index in component.services:
        service = world.services[index]
        found.setdefault((wants(service, kept[index]), world.matching[index], _sharing(service)), []).append(index)
    return tuple(
        Kind(
            services=tuple(indices),
            wants=wants(world.services[indices[0]], kept[indices[0]]),
            pools=world.matching[indices[0]],
            example=world.services[indices[0]],
        )
        for indices in found.values()
    )


def _sharing(service: LoadBalancer) -> object:
    """Return all that decides with whom a Service shares an address."""
    if not service.sharing_key:
        return None
    return (
        service.sharing_key,
        service.namespace,
        frozenset(service.sharing_namespaces),
        frozenset(service.ports),
        service.traffic_policy,
        frozenset(service.pod_selector.items()),
    )


def _slots(component: Component, world: World, losers: frozenset[str]) -> tuple[Slot, ...]:
    """Return the blocks of the pools that give out addresses, with what is free of them at first."""
    return tuple(
        Slot(
            pool=name,
            range=block.range,
            reserved=_reserved(block, world.claims.taken),
            free=free_blocks(block.usable, world.claims.taken),
        )
        for name in component.pools
        if world.pools.states[name].usable != Usable.NO and name not in losers
        for block in world.pools.states[name].pool.blocks
    )


def _reserved(block: Block, taken: Sequence[Address]) -> frozenset[int]:
    """Return the ends of a block that are not given out; a Service that has one already keeps it."""
    ends = {block.range.first, block.range.last} - {block.usable.first, block.usable.last}
    return frozenset(end for end in ends if Address(block.range.version, end) not in taken)


def free_blocks(range_: Range, taken: Sequence[Address]) -> Free:
    """Return what is free of a range; `taken` is in order."""
    free = free_in(range_)
    low = bisect_left(taken, (range_.version, range_.first))
    high = bisect_right(taken, (range_.version, range_.last))
    for address in taken[low:high]:
        free = without(free, address.number)
    return free
