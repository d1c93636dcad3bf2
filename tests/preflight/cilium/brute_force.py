"""An address allocator that really gives out addresses, one after the other, and is run in every order there is.

It is written from the facts, without any of the shortcuts of preflight.cilium, for worlds of a few addresses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, permutations, product

from tests.preflight.cilium.specs import BlockSpec, PoolSpec, ServiceSpec

Number = tuple[int, int]
"""IP version and number of an address."""
Wish = Number | int


@dataclass
class Results:
    """All that was ever seen of a Service."""

    got: dict[Wish, set[Number]] = field(default_factory=dict)
    failed: dict[Wish, set[str]] = field(default_factory=dict)
    reasons: set[str] = field(default_factory=set)
    partners: set[str] = field(default_factory=set)


@dataclass
class World:
    """The allocator's memory in the middle of a run."""

    owners: dict[Number, list[str]]
    """Who has each address."""
    by_key: dict[str, list[Number]]
    """The addresses of each sharing key, in the order in which they were given out."""
    has: dict[str, list[Number]]

    def copy(self) -> "World":
        return World(
            owners={number: list(names) for number, names in self.owners.items()},
            by_key={key: list(numbers) for key, numbers in self.by_key.items()},
            has={name: list(numbers) for name, numbers in self.has.items()},
        )

    def frozen(self) -> object:
        return (
            tuple(sorted((number, tuple(sorted(names))) for number, names in self.owners.items())),
            tuple(sorted((key, tuple(numbers)) for key, numbers in self.by_key.items())),
        )


class BruteForce:
    """All runs of a small world."""

    def __init__(self, pools: tuple[PoolSpec, ...], services: tuple[ServiceSpec, ...]) -> None:
        self.pools, self.services = pools, services
        self.results = {service.name: Results() for service in services}
        self.used: dict[str, set[int]] = {pool.name: set() for pool in pools}
        self.losers = {frozenset(losers) for losers in self._losers()}
        for losers in self.losers:
            active = [pool for pool in pools if not pool.disabled and pool.name not in losers]
            for world in self._starts():
                self._run(active, world)

    def _losers(self) -> Iterator[set[str]]:
        events = [(pool, pool) for pool in self.pools if overlaps_itself(pool)]
        for one, other in combinations(self.pools, 2):
            if addresses(one) & addresses(other):
                if one.created and other.created and one.created != other.created:
                    events.append((max(one, other, key=created), min(one, other, key=created)))
                else:
                    events.extend([(one, other), (other, one)])
        for order in permutations(events):
            lost: set[str] = set()
            for loser, winner in order:
                if loser.name not in lost and winner.name not in lost:
                    lost.add(loser.name)
            yield lost

    def _claims(self) -> dict[Number, list[ServiceSpec]]:
        claims: dict[Number, list[ServiceSpec]] = {}
        for service in self.services:
            for number in dict.fromkeys(service.has):
                wished = number in service.asks if service.asks else number[0] in service.versions
                if wished and any(selects(pool, service) and number in addresses(pool) for pool in self.pools):
                    claims.setdefault(number, []).append(service)
        return claims

    def _starts(self) -> Iterator[World]:
        """Yield what Services keep of what they have: of those who may not share, one; then in every order."""
        choices: list[list[tuple[Number, list[str]]]] = []
        for number, claimants in self._claims().items():
            if all(compatible(one, other) for one, other in combinations(claimants, 2)):
                choices.append([(number, [each.name for each in claimants])])
            else:
                choices.append([(number, [each.name]) for each in claimants])
        keys = {service.name: service.key for service in self.services}
        for chosen in product(*choices):
            for order in permutations(chosen):
                world = World({}, {}, {service.name: [] for service in self.services})
                for number, names in order:
                    world.owners[number] = list(names)
                    for name in names:
                        world.has[name].append(number)
                    if keys[names[0]]:
                        world.by_key.setdefault(keys[names[0]], []).append(number)
                yield world

    def _run(self, active: list[PoolSpec], world: World) -> None:
        for name, numbers in world.has.items():
            for number in numbers:
                self._got(name, number, world)
        kept = set(world.owners)
        seen, stack = {world.frozen()}, [world]
        while stack:
            now = stack.pop()
            steps = [after for service in self.services for after in self._steps(active, service, now)]
            if not steps:
                self._end(active, kept, now)
            for after in steps:
                if after.frozen() not in seen:
                    seen.add(after.frozen())
                    stack.append(after)

    def _steps(self, active: list[PoolSpec], service: ServiceSpec, now: World) -> Iterator[World]:
        """Yield what comes of an attempt to serve a Service that gives it something."""
        for after, failures in attempts(active, service, now):
            new = after.has[service.name][len(now.has[service.name]) :]
            for number in new:
                self._got(service.name, number, after)
            if new and not failures:
                self.results[service.name].reasons.add("satisfied")
            if new:
                yield after

    def _got(self, name: str, number: Number, world: World) -> None:
        service = next(service for service in self.services if service.name == name)
        wish: Wish = number if service.asks else number[0]
        self.results[name].got.setdefault(wish, set()).add(number)
        for other in world.owners[number]:
            if other != name:
                self.results[name].partners.add(other)
                self.results[other].partners.add(name)

    def _end(self, active: list[PoolSpec], kept: set[Number], world: World) -> None:
        for service in self.services:
            results = self.results[service.name]
            if not wishes(service, world):
                results.reasons.add("satisfied")
                continue
            for _, failures in attempts(active, service, world):
                for wish, reason in failures:
                    results.failed.setdefault(wish, set()).add(reason)
                results.reasons.add(failures[-1][1])
        for pool in self.pools:
            taken = world.owners.keys() if pool in active else kept & world.owners.keys()
            blocks = [PoolSpec("", (block,), ends=pool.ends) for block in pool.blocks]
            self.used[pool.name].add(sum(len(addresses(block) & taken | reserved(block)) for block in blocks))


def attempts(
    active: list[PoolSpec], service: ServiceSpec, world: World
) -> Iterator[tuple[World, list[tuple[Wish, str]]]]:
    """Try to give a Service all that it lacks, for each order of the pools."""
    states: list[tuple[World, list[tuple[Wish, str]]]] = [(world, [])]
    for wish in wishes(service, world):
        states = [
            (after, failures + ([] if reason is None else [(wish, reason)]))
            for before, failures in states
            for after, reason in serve(active, service, wish, before)
        ]
    yield from states


def serve(active: list[PoolSpec], service: ServiceSpec, wish: Wish, world: World) -> Iterator[tuple[World, str | None]]:
    if isinstance(wish, tuple):
        yield serve_request(active, service, wish, world)
        return
    for number in world.by_key.get(service.key, []) if service.key else []:
        if number[0] == wish and fits(service, number, world):
            yield given(service, number, world), None
            return
    for order in permutations(active):
        blocks = [
            (pool, block) for pool in order for block in pool.blocks if block.version == wish and selects(pool, service)
        ]
        found = next((found for pool, block in blocks if (found := next_ones(pool, block, world))), [])
        for number in found:
            yield given(service, number, world), None
        if not found:
            yield world, "out_of_ips" if blocks else "no_pool"


def next_ones(pool: PoolSpec, block: BlockSpec, world: World) -> list[Number]:
    """The addresses of which one is given out next: the first ones of the shortest runs of free ones."""
    runs: list[list[Number]] = []
    for number in ((block.version, each) for each in range(block.first, block.last + 1)):
        if number in world.owners or number in reserved(pool):
            continue
        if runs and runs[-1][-1][1] == number[1] - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run[0] for run in runs if len(run) == min(map(len, runs))]


def serve_request(active: list[PoolSpec], service: ServiceSpec, wish: Number, world: World) -> tuple[World, str | None]:
    holding = [pool for pool in active if wish in addresses(pool)]
    if not holding:
        return world, "no_pool"
    if not any(selects(pool, service) for pool in holding):
        return world, "pool_selector_mismatch"
    if wish not in world.owners:
        if any(wish in reserved(pool) for pool in holding):
            return world, "already_allocated"
        return given(service, wish, world), None
    if service.key and fits(service, wish, world):
        return given(service, wish, world), None
    return world, "already_allocated_incompatible_service" if service.key else "already_allocated"


def fits(service: ServiceSpec, number: Number, world: World) -> bool:
    return all(compatible(FOUND[other], service) for other in world.owners[number] if other != service.name)


FOUND: dict[str, ServiceSpec] = {}
"""The Services of the world that is run."""


def given(service: ServiceSpec, number: Number, world: World) -> World:
    after = world.copy()
    if number not in after.owners and service.key:
        after.by_key.setdefault(service.key, []).append(number)
    after.owners.setdefault(number, []).append(service.name)
    after.has[service.name].append(number)
    return after


def wishes(service: ServiceSpec, world: World) -> list[Wish]:
    have = world.has[service.name]
    if service.asks:
        return [number for number in service.asks if number not in have]
    return [version for version in service.versions if version not in {number[0] for number in have}]


def compatible(one: ServiceSpec, other: ServiceSpec) -> bool:
    if not one.key or one.key != other.key or one.policy != other.policy:
        return False
    if (one.port, one.protocol) == (other.port, other.protocol):
        return False
    if one.namespace != other.namespace and not (permits(one, other) and permits(other, one)):
        return False
    return one.policy == "Cluster" or (one.pods == other.pods != "")


def permits(one: ServiceSpec, other: ServiceSpec) -> bool:
    return "*" in one.permits or other.namespace in one.permits


def selects(pool: PoolSpec, service: ServiceSpec) -> bool:
    return pool.team in ("", service.team)


def addresses(pool: PoolSpec) -> set[Number]:
    return {(block.version, number) for block in pool.blocks for number in range(block.first, block.last + 1)}


def reserved(pool: PoolSpec) -> set[Number]:
    return {
        (block.version, end)
        for block in pool.blocks
        for end in (block.first, block.last)
        if block.cidr and not pool.ends and block.last - block.first > 1
    }


def overlaps_itself(pool: PoolSpec) -> bool:
    return sum(block.last - block.first + 1 for block in pool.blocks) > len(addresses(pool))


def created(pool: PoolSpec) -> str:
    return pool.created


def brute_force(pools: tuple[PoolSpec, ...], services: tuple[ServiceSpec, ...]) -> BruteForce:
    """Run a world in every order."""
    FOUND.clear()
    FOUND.update({service.name: service for service in services})
    return BruteForce(pools, services)
