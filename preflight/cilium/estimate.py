"""What can come of a situation with many Services, by counting: exact where nobody asks for addresses or shares them.

A Service without a request takes the next address of a pool that selects it, whichever pool; so before it any number
of the others that the pool selects can have taken one there, and it can get none only if the others can fill all its
pools at once. Where Services ask for addresses or share them, the bounds still hold, but not all within them happens.
"""

from collections.abc import Iterator, Mapping, Sequence

from preflight.cilium.free_space import holds, size
from preflight.cilium.placing import Group, placed
from preflight.cilium.situation import (
    KindOutcome,
    Outcome,
    Outlook,
    Reason,
    Situation,
    Wanted,
    last_reason,
)
from preflight.ip_ranges import Address, Range, merged

MAX_COMPARED = 100
"""Kinds of one sharing key that are compared with each other."""
MAX_WORK = 400_000
"""Steps that counting what a pool keeps may need."""


def estimate(situation: Situation) -> Outlook:
    """Return what can come of a situation, and perhaps more where it is not exact."""
    return _Estimate(situation).outlook()


class _Estimate:
    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._asked = _asked(situation)
        self._room = {version: _room(situation, version) for version in (4, 6)}
        self._takers = {version: _takers(situation, version) for version in (4, 6)}
        self._totals = {version: self._totals_of(version) for version in (4, 6)}
        self._mates = _mates(situation)
        self._held: dict[int, list[tuple[int, Range]]] = {index: [] for index in range(len(situation.slots))}
        self._own = [
            tuple(self._addresses(index, wanted) for wanted in kind.wants) for index, kind in enumerate(situation.kinds)
        ]
        self._keep()
        self._joint: dict[tuple[frozenset[int], int], tuple[Range, ...]] = {}

    def outlook(self) -> Outlook:
        exact = self._is_exact()
        return Outlook(
            kinds=tuple(self._kind(index) for index in range(len(self._situation.kinds))),
            left=self._left(exact=exact),
            exact=exact,
        )

    def _is_exact(self) -> bool:
        """Say whether nobody shares an address, and each one that asks for a free address has that pool for itself."""
        if any(kind.wants and mates for kind, mates in zip(self._situation.kinds, self._mates, strict=True)):
            return False
        asked = {slot for slot, numbers in self._asked.items() if numbers}
        return all(self._is_undisturbed(slot) for slot in asked)

    def _is_undisturbed(self, slot: int) -> bool:
        """Say whether only those take addresses of a pool who ask for one, and no two for the same."""
        pool, version = self._situation.slots[slot].pool, self._situation.slots[slot].range.version
        if any(
            pool in pools for kind, pools, _ in self._takers[version] if version in self._situation.kinds[kind].wants
        ):
            return False
        numbers = self._asked[slot]
        holders = [holder for number in numbers for holder in self._holders(slot, number)]
        return sum(len(self._situation.kinds[holder].services) for holder in holders) == len(numbers)

    def _kind(self, index: int) -> KindOutcome:
        kind = self._situation.kinds[index]
        outcomes = tuple(self._outcome(index, want) for want in range(len(kind.wants)))
        mates = self._mates[index]
        if not outcomes:
            mates = frozenset(mate for mate in mates if self._situation.kinds[mate].wants)
        partners = mates if len(mates) < MAX_COMPARED else None
        return KindOutcome(outcomes=outcomes, reasons=_reasons(outcomes), partners=partners)

    def _outcome(self, index: int, want: int) -> Outcome:
        wanted, own = self._situation.kinds[index].wants[want], self._own[index][want]
        if isinstance(wanted, Address):
            return self._requested(index, wanted)
        ranges = merged([*own, *self._shared(self._mates[index], wanted)]) if self._mates[index] else own
        return Outcome(wanted=wanted, ranges=ranges, reasons=self._failures(index, wanted))

    def _requested(self, index: int, address: Address) -> Outcome:
        kind = self._situation.kinds[index]
        slot = self._situation.slot_of(kind, address)
        if isinstance(slot, Reason):
            return Outcome(wanted=address, ranges=(), reasons=frozenset({slot}))
        free = holds(self._situation.slots[slot].free, address.number)
        others = self._holders(slot, address.number)
        if free and len(kind.services) == 1:
            others.discard(index)
        gets = free or bool(others & self._mates[index])
        # Those who may share it one by one may be in each other's way together.
        fails = not free or bool(others)
        return Outcome(
            wanted=address,
            ranges=(Range(address.version, address.number, address.number),) if gets else (),
            reasons=frozenset({self._situation.taken_reason(kind, slot, address)} if fails else ()),
        )

    def _holders(self, slot: int, number: int) -> set[int]:
        """Return the kinds that have an address of a slot, or can get it without sharing it."""
        return {kind for kind, range_ in self._held[slot] if range_.first <= number <= range_.last}

    def _failures(self, index: int, version: int) -> frozenset[Reason]:
        """Return why a Service can get no address of a version."""
        kind = self._situation.kinds[index]
        pools = self._situation.slots_of(kind, version).keys()
        if not pools:
            return frozenset({Reason.NO_POOL})
        room = {pool: self._room[version][pool] for pool in sorted(pools)}
        needed = sum(room.values())
        if needed > sum(self._totals[version][pool] for pool in pools):
            return frozenset()
        groups = [
            (takers, count * (len(self._situation.kinds[other].services) - (other == index)))
            for other, takers, count in self._takers[version]
        ]
        if needed > sum(count for takers, count in groups if not takers.isdisjoint(pools)):
            return frozenset()
        return frozenset({Reason.OUT_OF_IPS}) if placed(groups, room) == needed else frozenset()

    def _addresses(self, index: int, wanted: Wanted) -> tuple[Range, ...]:
        """Return the addresses that a Service can get without sharing one."""
        kind = self._situation.kinds[index]
        if isinstance(wanted, Address):
            slot = self._situation.slot_of(kind, wanted)
            if isinstance(slot, Reason) or wanted.number not in self._asked[slot]:
                return ()
            only = Range(wanted.version, wanted.number, wanted.number)
            self._held[slot].append((index, only))
            return (only,)
        found: list[Range] = []
        for pool, slots in self._situation.slots_of(kind, wanted).items():
            before = self._totals[wanted][pool] - 1
            for slot in slots:
                reached = list(self._reached(slot, before, wanted))
                self._held[slot].extend((index, range_) for range_ in reached)
                found.extend(reached)
                before -= size(self._situation.slots[slot].free)
        return merged(found)

    def _reached(self, slot: int, before: int, version: int) -> Iterator[Range]:
        """Yield the free addresses of a block that are next when at most so many were taken before."""
        free = self._situation.slots[slot].free
        asked = self._asked[slot]
        for first, last in free:
            smaller = 0 if asked else sum(other - one + 1 for one, other in free if other - one < last - first)
            starts = [first, *(number + 1 for number in asked if first <= number < last)]
            for start in starts:
                if before >= smaller:
                    yield Range(version, start, min(last, start + before - smaller))

    def _keep(self) -> None:
        """Note who has which address already and shares it."""
        for cluster in self._situation.clusters:
            number = cluster.address.number
            for index, slot in enumerate(self._situation.slots):
                if slot.range.has(cluster.address):
                    only = Range(cluster.address.version, number, number)
                    self._held[index].extend((kind, only) for kind in cluster.kinds)

    def _shared(self, mates: frozenset[int], version: int) -> tuple[Range, ...]:
        """Return the addresses of a version that these kinds have, or can get without sharing one."""
        if (mates, version) not in self._joint:
            own = [range_ for mate in mates for ranges in self._own[mate] for range_ in ranges]
            kept = [each.address for each in self._situation.clusters if mates.intersection(each.kinds)]
            found = [*own, *(Range(each.version, each.number, each.number) for each in kept)]
            self._joint[mates, version] = merged(range_ for range_ in found if range_.version == version)
        return self._joint[mates, version]

    def _totals_of(self, version: int) -> Mapping[str, int]:
        """Return how many addresses at most are taken of each pool, were there enough."""
        totals = dict.fromkeys(self._room[version], 0)
        for kind, pools, count in self._takers[version]:
            for pool in pools:
                totals[pool] += count * len(self._situation.kinds[kind].services)
        return totals

    def _left(self, *, exact: bool) -> dict[str, tuple[int, int]]:
        """Return how many addresses of each pool stay free.

        As many as possible are taken if all whom the pool selects go there, and as few as possible if as many of them
        as possible go elsewhere; nobody has counted that where very many go to very many pools.
        """
        found: dict[str, tuple[int, int]] = {}
        for version in (4, 6):
            groups = [
                (pools, count * len(self._situation.kinds[kind].services))
                for kind, pools, count in self._takers[version]
            ]
            work = len(self._room[version]) * sum(len(pools) for pools, _ in groups)
            for pool, room in self._room[version].items():
                most = min(room, self._totals[version][pool])
                least = min(room, self._left_over(pool, groups, version)) if exact and work < MAX_WORK else 0
                before = found.get(pool, (0, 0))
                found[pool] = (before[0] + room - most, before[1] + room - least)
        return found

    def _left_over(self, pool: str, groups: Sequence[Group], version: int) -> int:
        """Return how many of those whom a pool selects find no place elsewhere, at least."""
        room = {each: count for each, count in self._room[version].items() if each != pool}
        selected = [(pools - {pool}, count) for pools, count in groups if pool in pools]
        return self._totals[version][pool] - placed(selected, room)


def _mates(situation: Situation) -> list[frozenset[int]]:
    """Return the kinds with which the Services of each kind may share an address.

    Where very many have one sharing key, these are all of them.
    """
    keyed: dict[str, list[int]] = {}
    for index, kind in enumerate(situation.kinds):
        if kind.key:
            keyed.setdefault(kind.key, []).append(index)
    compatible = situation.compatibility()
    found = [frozenset[int]()] * len(situation.kinds)
    for group in keyed.values():
        everybody = frozenset(group)
        for index in group:
            alone = {index} if len(situation.kinds[index].services) == 1 else set()
            found[index] = (
                everybody
                if len(group) > MAX_COMPARED
                else frozenset(other for other in everybody - alone if compatible(index, other))
            )
    return found


def _reasons(outcomes: Sequence[Outcome]) -> frozenset[Reason]:
    """Return the reasons that a condition can have: that of the last want that fails, whatever came before."""
    found: set[Reason] = set()
    for at, outcome in enumerate(outcomes):
        if all(later.ranges for later in outcomes[at + 1 :]):
            found |= {last_reason([reason]) for reason in outcome.reasons}
    if outcomes and all(outcome.ranges for outcome in outcomes):
        found.add(Reason.SATISFIED)
    return frozenset(found)


def _room(situation: Situation, version: int) -> Mapping[str, int]:
    """Return how many addresses of a version are free in each pool that has some."""
    found: dict[str, int] = {}
    for slot in situation.slots:
        if slot.range.version == version:
            found[slot.pool] = found.get(slot.pool, 0) + size(slot.free)
    return found


def _takers(situation: Situation, version: int) -> list[tuple[int, frozenset[str], int]]:
    """Return which kinds take addresses of a version: of which pools, and how many each Service."""
    found: list[tuple[int, frozenset[str], int]] = []
    for index, kind in enumerate(situation.kinds):
        for wanted in kind.wants:
            if wanted == version:
                found.append((index, frozenset(situation.slots_of(kind, version)), 1))
            elif isinstance(wanted, Address) and wanted.version == version:
                slot = situation.slot_of(kind, wanted)
                if not isinstance(slot, Reason) and holds(situation.slots[slot].free, wanted.number):
                    found.append((index, frozenset({situation.slots[slot].pool}), 1))
    return found


def _asked(situation: Situation) -> Mapping[int, tuple[int, ...]]:
    """Return the addresses of each slot that are asked for while they are free."""
    found: dict[int, set[int]] = {index: set() for index in range(len(situation.slots))}
    for kind in situation.kinds:
        for wanted in kind.wants:
            if isinstance(wanted, Address):
                slot = situation.slot_of(kind, wanted)
                if not isinstance(slot, Reason) and holds(situation.slots[slot].free, wanted.number):
                    found[slot].add(wanted.number)
    return {index: tuple(sorted(numbers)) for index, numbers in found.items()}
