"""Pools that overlap: which of them lose, in every order in which Cilium can meet them.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (settleConflicts) and lbrange.go.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice

from preflight.cilium.objects import Pool
from preflight.ip_ranges import Range

MAX_POOLS = 10
"""Overlapping pools of one group of which every ending is looked at."""
MAX_NEIGHBOURS = 20
"""Pools with one address that are compared with one more."""

Overlap = tuple[str, Range, Range]
Losers = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Pools that overlap each other, directly or by way of others, or a pool that overlaps itself."""

    pools: tuple[str, ...]
    overlaps: Mapping[str, tuple[Overlap, ...]]
    """Of each pool the others that it overlaps, or itself, with the range of each; some of them where they are many."""
    endings: tuple[Losers, ...] | None
    """The pools that lose, for each way in which it can end; None where the pools are too many."""

    def loses(self, pool: str) -> bool | None:
        """Say whether a pool loses; None where nobody can say."""
        if self.endings is None:
            return True if any(other == pool for other, _, _ in self.overlaps[pool]) else None
        verdicts = {pool in losers for losers in self.endings}
        return verdicts.pop() if len(verdicts) == 1 else None


def conflicts(pools: Sequence[Pool]) -> tuple[Conflict, ...]:
    """Return the conflicts of pools, in the order of their first pools."""
    overlaps: dict[str, list[Overlap]] = {pool.name: [] for pool in pools}
    for one, other, own, theirs in _touching(pools):
        overlaps[pools[one].name].append((pools[other].name, own, theirs))
        if one != other:
            overlaps[pools[other].name].append((pools[one].name, theirs, own))
    created = {pool.name: pool.created for pool in pools}
    return tuple(
        Conflict(
            pools=group,
            overlaps={name: tuple(sorted(overlaps[name])) for name in group},
            endings=_endings(group, overlaps, created),
        )
        for group in _groups(overlaps)
    )


def _touching(pools: Sequence[Pool]) -> Iterator[tuple[int, int, Range, Range]]:
    """Yield the pairs of pools that overlap, each once, with a block of each; of a pool that overlaps itself, two.

    Where more than MAX_NEIGHBOURS pools have one address, not all pairs of them are there, but all are connected.
    """
    blocks = sorted((block.range, at) for at, pool in enumerate(pools) for block in pool.blocks)
    open_: dict[int, Range] = {}
    ends: list[tuple[int, int, int]] = []
    seen: set[tuple[int, int]] = set()
    for block, at in blocks:
        _close(open_, ends, block)
        near = islice(open_, MAX_NEIGHBOURS)
        for other in (at, *near) if at in open_ else near:
            pair = (min(at, other), max(at, other))
            if pair not in seen:
                seen.add(pair)
                yield (other, at, open_[other], block) if other <= at else (at, other, block, open_[other])
        if at not in open_ or open_[at].last < block.last:
            open_[at] = block
            heappush(ends, (block.version, block.last, at))


def _close(open_: dict[int, Range], ends: list[tuple[int, int, int]], block: Range) -> None:
    """Take out the pools of which no block reaches as far as the beginning of this one."""
    while ends and ends[0][:2] < (block.version, block.first):
        version, last, at = heappop(ends)
        if at in open_ and (open_[at].version, open_[at].last) == (version, last):
            del open_[at]


def _groups(overlaps: Mapping[str, Sequence[Overlap]]) -> Iterator[tuple[str, ...]]:
    """Yield the pools that are connected by overlaps."""
    seen: set[str] = set()
    for name, found in overlaps.items():
        if name in seen or not found:
            continue
        group, waiting = {name}, [name]
        while waiting:
            for other, _, _ in overlaps[waiting.pop()]:
                if other not in group:
                    group.add(other)
                    waiting.append(other)
        seen |= group
        yield tuple(sorted(group))


def _endings(
    group: Sequence[str], overlaps: Mapping[str, Sequence[Overlap]], created: Mapping[str, str]
) -> tuple[Losers, ...] | None:
    """Return the losers of each way in which a conflict can end.

    None where the group has more than MAX_POOLS. Pairs are looked at in any order, since the pools arrive in any; one
    that has lost takes part no longer.
    """
    if len(group) > MAX_POOLS:
        return None
    seen, waiting, endings = {Losers()}, [Losers()], set[Losers]()
    while waiting:
        losers = waiting.pop()
        steps = {losers | {name} for name in _next_losers(group, losers, overlaps, created)}
        if not steps:
            endings.add(losers)
        waiting.extend(steps - seen)
        seen |= steps
    return tuple(sorted(endings, key=sorted))


def _next_losers(
    group: Sequence[str], losers: Losers, overlaps: Mapping[str, Sequence[Overlap]], created: Mapping[str, str]
) -> set[str]:
    """Return the pools of which one loses next."""
    found: set[str] = set()
    for name in group:
        if name in losers:
            continue
        for other, _, _ in overlaps[name]:
            if other == name:
                found.add(name)
            elif other not in losers:
                found.update(_losers_of(name, other, created))
    return found


def _losers_of(first: str, second: str, created: Mapping[str, str]) -> tuple[str, ...]:
    """Return the newer one of two pools; both where they are of the same age or the manifests do not say."""
    ages = created[first], created[second]
    if not all(ages) or ages[0] == ages[1]:
        return first, second
    return (first if ages[0] > ages[1] else second,)
