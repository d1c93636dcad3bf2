"""Which Service gets which address from which pool.

Pools are tried in no known order (Cilium 1.20 walks them at random, 1.19 in that of their arrival) and so are Services:
what is said is what comes of every order, and certain only where all orders agree.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from preflight.cilium.claims import claims
from preflight.cilium.components import components
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.label_selectors import read
from preflight.cilium.objects import LoadBalancer, Pool
from preflight.cilium.outlooks import ServiceOutlook, outlook_of, settled
from preflight.cilium.pools import PoolState, pools_of
from preflight.cilium.selector_index import SelectorIndex
from preflight.cilium.services import why_unhandled
from preflight.cilium.situation import Outcome, Reason
from preflight.cilium.starting import World
from preflight.ip_ranges import Address

MAX_ATTEMPTS = 20_000
"""Attempts to serve a Service that are tried out, of all components together; counting does the rest."""
MAX_COMPONENT_ATTEMPTS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a Service gets."""

    service: LoadBalancer
    unhandled: str | None
    """Why Cilium does nothing for it, and writes no condition."""
    pools: tuple[str, ...]
    """Those that select it, whether or not they give out addresses."""
    outcomes: tuple[Outcome, ...]
    """One for each address that it asks for, or for each IP version of which it gets one."""
    reasons: tuple[Reason, ...]
    """The reasons that its condition cilium.io/IPAMRequestSatisfied can have, in the order of the enumeration."""
    shares_with: tuple[LoadBalancer, ...] | None
    """Services with which it has, or may come to have, an address in common; None where so many have the same sharing
    key that nobody has compared them."""
    exact: bool
    """Whether each of this can happen; otherwise nothing else can, but perhaps not all of it."""

    @property
    def addresses(self) -> tuple[Address, ...] | None:
        """What it certainly gets, and no more; None where an order decides."""
        found: list[Address] = []
        for outcome in self.outcomes:
            if outcome.ranges and (outcome.reasons or len(outcome.ranges) > 1 or outcome.ranges[0].size > 1):
                return None
            found.extend(Address(range_.version, range_.first) for range_ in outcome.ranges)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolUse:
    """How much of a pool is taken."""

    state: PoolState
    total: int
    """Its addresses, with those that are reserved."""
    used: tuple[int, int]
    """Those that are taken or reserved: at least and at most so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """What comes of all Services, by namespace and name, and of all pools, by name."""

    services: tuple[Assignment, ...]
    pools: tuple[PoolUse, ...]


def allocate(services: Iterable[LoadBalancer], pools: Iterable[Pool], facts: AllocatorFacts) -> Allocation:
    """Say what each Service gets; of two objects of one name the last one counts."""
    named = {(service.namespace, service.name): service for service in services}
    ordered = [named[name] for name in sorted(named)]
    found = pools_of(pools, facts)
    unhandled = {
        index: why
        for index, service in enumerate(ordered)
        if (why := _why_unhandled(service, found.states, facts)) is not None
    }
    handled = [index for index in range(len(ordered)) if index not in unhandled]
    selectors = SelectorIndex(
        (name, reading.selector)
        for name, state in found.states.items()
        if not (reading := read(state.pool.selector)).problem
    )
    taking = tuple(ordered[index] for index in handled)
    matching = tuple(selectors.matching(service.labels) for service in taking)
    world = World(services=taking, matching=matching, pools=found, claims=claims(taking, matching, found.states))
    outlooks, left = _outlooks(world)
    sharing = _sharing(world)
    assignments = {index: _assignment(number, world, outlooks, sharing) for number, index in enumerate(handled)}
    return Allocation(
        services=tuple(
            assignments[index] if index in assignments else _nothing(service, unhandled[index])
            for index, service in enumerate(ordered)
        ),
        pools=tuple(_use(state, world, left) for state in found.states.values()),
    )


def _why_unhandled(service: LoadBalancer, states: Mapping[str, PoolState], facts: AllocatorFacts) -> str | None:
    why = why_unhandled(service, facts)
    if why is None and not any(state.registered for state in states.values()):
        taken = " that Cilium takes" if states else ""
        return (
            f"There is no CiliumLoadBalancerIPPool{taken}, and Cilium's address allocator does nothing before the "
            "first one."
        )
    return why


def _outlooks(world: World) -> tuple[Mapping[int, ServiceOutlook], Mapping[str, tuple[int, int]]]:
    """Return what can come of Services that lack something, and how much of their pools stays free.

    The attempts that may be tried out go to the smallest components first.
    """
    services: dict[int, ServiceOutlook] = {}
    left: dict[str, tuple[int, int]] = {}
    attempts = MAX_ATTEMPTS
    for component in components(world.services, world.matching, world.pools, world.claims):
        outlook = outlook_of(component, world, min(attempts, MAX_COMPONENT_ATTEMPTS))
        attempts = max(0, attempts - outlook.attempts)
        services |= outlook.services
        left |= outlook.left
    return services, left


def _sharing(world: World) -> Mapping[int, frozenset[int]]:
    """Return the Services with which each one has an address in common already."""
    holders: dict[Address, list[int]] = {}
    for index, kept in world.claims.kept.items():
        for address in kept:
            holders.setdefault(address, []).append(index)
    found: dict[int, frozenset[int]] = {}
    for indices in holders.values():
        for index in indices:
            found[index] = found.get(index, frozenset()) | frozenset(indices) - {index}
    return found


def _assignment(
    number: int, world: World, outlooks: Mapping[int, ServiceOutlook], sharing: Mapping[int, frozenset[int]]
) -> Assignment:
    service = world.services[number]
    outlook = outlooks.get(number) or settled(service, world.claims.kept.get(number, ()))
    already = sharing.get(number, frozenset())
    partners = None if outlook.partners is None else (outlook.partners | already) - {number}
    return Assignment(
        service=service,
        unhandled=None,
        pools=tuple(sorted(world.matching[number])),
        outcomes=outlook.outcomes,
        reasons=tuple(reason for reason in Reason if reason in outlook.reasons),
        shares_with=None if partners is None else tuple(world.services[index] for index in sorted(partners)),
        exact=outlook.exact,
    )


def _nothing(service: LoadBalancer, why: str) -> Assignment:
    return Assignment(service=service, unhandled=why, pools=(), outcomes=(), reasons=(), shares_with=(), exact=True)


def _use(state: PoolState, world: World, left: Mapping[str, tuple[int, int]]) -> PoolUse:
    total = sum(block.range.size for block in state.pool.blocks)
    free = world.free(state.pool.name)
    least, most = left.get(state.pool.name, (free, free))
    return PoolUse(state=state, total=total, used=(total - most, total - least))
