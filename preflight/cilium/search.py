"""Every way in which the allocator can serve a few Services: all orders of Services and of pools.

A Service that fails is tried again when something changes, so that an order is one of the attempts that succeed; and
Services of one kind stand for each other.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (satisfyService and below).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import prod

from preflight.cilium.free_space import Free, holds, next_given, size, without
from preflight.cilium.situation import (
    Cluster,
    Kind,
    KindOutcome,
    Outcome,
    Outlook,
    Reason,
    Situation,
    last_reason,
)
from preflight.ip_ranges import Address, Range, merged

Waiting = tuple[tuple[int, int, int], ...]
"""A kind, which of its wants are open (as bits), and how many Services are so, sorted."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is free, who shares what, and who waits."""

    free: tuple[Free, ...]
    clusters: tuple[Cluster, ...]
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What an attempt to serve one Service has come to so far."""

    free: tuple[Free, ...]
    clusters: tuple[Cluster, ...]
    got: tuple[tuple[int, Address], ...] = ()
    """Which wants it has got, and with which address."""
    failed: tuple[tuple[int, Reason], ...] = ()
    partners: tuple[int, ...] = ()


@dataclass(slots=True)
class _Seen:
    """What has been seen of one kind."""

    addresses: tuple[set[Address], ...]
    failures: tuple[set[Reason], ...]
    reasons: set[Reason] = field(default_factory=set)
    partners: set[int] = field(default_factory=set)


def search(situation: Situation, most: int) -> tuple[Outlook | None, int]:
    """Return what can come of a situation, and how many attempts that took; None where they are more than `most`."""
    if _expected(situation) > most:
        return None, 0
    return _Search(situation).run(most)


def _expected(situation: Situation) -> int:
    """Return how many attempts there are about where nobody fails: in each state, one for each kind that waits."""
    counts = [len(kind.services) for kind in situation.kinds if kind.wants]
    return prod(count + 1 for count in counts) * len(counts) // 2


class _Search:
    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._compatible = situation.compatibility()
        self._seen = tuple(
            _Seen(tuple(set() for _ in kind.wants), tuple(set() for _ in kind.wants)) for kind in situation.kinds
        )
        self._left: dict[str, tuple[int, int]] = {}

    def run(self, most: int) -> tuple[Outlook | None, int]:
        start = _State(
            free=tuple(slot.free for slot in self._situation.slots),
            clusters=self._situation.clusters,
            waiting=tuple(
                (index, 2 ** len(kind.wants) - 1, len(kind.services))
                for index, kind in enumerate(self._situation.kinds)
                if kind.wants
            ),
        )
        seen, stack, attempts = {start}, [start], 0
        while stack:
            state = stack.pop()
            ended = True
            for entry in state.waiting:
                for attempt in self._attempts(state, entry):
                    attempts += 1
                    if not attempt.got:
                        continue
                    ended = False
                    after = self._after(state, entry, attempt)
                    if after not in seen:
                        seen.add(after)
                        stack.append(after)
            if attempts > most:
                return None, attempts
            if ended:
                self._end(state)
        return self._outlook(), attempts

    def _attempts(self, state: _State, entry: tuple[int, int, int]) -> list[_Attempt]:
        """Try to give one Service all that it lacks: the ways in which that can go."""
        index, open_, _ = entry
        attempts = [_Attempt(state.free, state.clusters)]
        for want in range(open_.bit_length()):
            if open_ >> want & 1:
                attempts = [after for attempt in attempts for after in self._serve(attempt, index, want)]
        return attempts

    def _serve(self, attempt: _Attempt, index: int, want: int) -> Iterator[_Attempt]:
        wanted = self._situation.kinds[index].wants[want]
        if isinstance(wanted, Address):
            return self._requested(attempt, index, want, wanted)
        return self._any(attempt, index, want, wanted)

    def _requested(self, attempt: _Attempt, index: int, want: int, address: Address) -> Iterator[_Attempt]:
        kind = self._situation.kinds[index]
        slot = self._situation.slot_of(kind, address)
        if isinstance(slot, Reason):
            yield _failed(attempt, want, slot)
        elif holds(attempt.free[slot], address.number):
            yield _taken(attempt, (index, want), slot, address, kind.key)
        else:
            at = next((at for at, cluster in enumerate(attempt.clusters) if cluster.address == address), None)
            if at is not None and self._joins(attempt.clusters[at], index):
                yield _joined(attempt, index, want, at)
            else:
                yield _failed(attempt, want, self._situation.taken_reason(kind, slot, address))

    def _any(self, attempt: _Attempt, index: int, want: int, version: int) -> Iterator[_Attempt]:
        kind = self._situation.kinds[index]
        for at, cluster in enumerate(attempt.clusters):
            if kind.key and cluster.address.version == version and self._joins(cluster, index):
                yield _joined(attempt, index, want, at)
                return
        pools = self._situation.slots_of(kind, version)
        open_ = [next((slot for slot in slots if attempt.free[slot]), None) for slots in pools.values()]
        for slot in open_:
            if slot is not None:
                for number in next_given(attempt.free[slot]):
                    yield _taken(attempt, (index, want), slot, Address(version, number), kind.key)
        if not any(slot is not None for slot in open_):
            yield _failed(attempt, want, Reason.OUT_OF_IPS if pools else Reason.NO_POOL)

    def _joins(self, cluster: Cluster, index: int) -> bool:
        return cluster.key == self._situation.kinds[index].key and all(
            self._compatible(other, index) for other in cluster.kinds
        )

    def _after(self, state: _State, entry: tuple[int, int, int], attempt: _Attempt) -> _State:
        """Note what a Service has got, and return the state after it."""
        index, open_, _ = entry
        seen = self._seen[index]
        left = open_
        for want, address in attempt.got:
            seen.addresses[want].add(address)
            left &= ~(1 << want)
        if not left:
            seen.reasons.add(Reason.SATISFIED)
        for other in attempt.partners:
            seen.partners.add(other)
            self._seen[other].partners.add(index)
        counts = {(kind, wants): count for kind, wants, count in state.waiting}
        counts[index, open_] -= 1
        if left:
            counts[index, left] = counts.get((index, left), 0) + 1
        waiting = tuple(sorted((kind, wants, count) for (kind, wants), count in counts.items() if count))
        return _State(free=attempt.free, clusters=attempt.clusters, waiting=waiting)

    def _end(self, state: _State) -> None:
        """Note what is missing where nobody gets anything any more."""
        for entry in state.waiting:
            seen = self._seen[entry[0]]
            for attempt in self._attempts(state, entry):
                for want, reason in attempt.failed:
                    seen.failures[want].add(reason)
                seen.reasons.add(last_reason(reason for _, reason in attempt.failed))
        left: dict[str, int] = {}
        for slot, free in zip(self._situation.slots, state.free, strict=True):
            left[slot.pool] = left.get(slot.pool, 0) + size(free)
        for pool, count in left.items():
            least, most = self._left.get(pool, (count, count))
            self._left[pool] = (min(least, count), max(most, count))

    def _outlook(self) -> Outlook:
        kinds = zip(self._situation.kinds, self._seen, strict=True)
        return Outlook(kinds=tuple(_outcome(kind, seen) for kind, seen in kinds), left=self._left, exact=True)


def _outcome(kind: Kind, seen: _Seen) -> KindOutcome:
    outcomes = zip(kind.wants, seen.addresses, seen.failures, strict=True)
    return KindOutcome(
        outcomes=tuple(
            Outcome(
                wanted=wanted,
                ranges=merged(Range(each.version, each.number, each.number) for each in addresses),
                reasons=frozenset(failures),
            )
            for wanted, addresses, failures in outcomes
        ),
        reasons=frozenset(seen.reasons),
        partners=frozenset(seen.partners),
    )


def _failed(attempt: _Attempt, want: int, reason: Reason) -> _Attempt:
    return replace(attempt, failed=(*attempt.failed, (want, reason)))


def _taken(attempt: _Attempt, who: tuple[int, int], slot: int, address: Address, key: str) -> _Attempt:
    """Take a free address for a want of a kind; that of a Service with a sharing key comes last of those of the key."""
    index, want = who
    free = (*attempt.free[:slot], without(attempt.free[slot], address.number), *attempt.free[slot + 1 :])
    clusters = attempt.clusters
    if key:
        made = Cluster(key=key, address=address, kinds=(index,))
        clusters = tuple(sorted((*clusters, made), key=lambda cluster: cluster.key))
    return replace(attempt, free=free, clusters=clusters, got=(*attempt.got, (want, address)))


def _joined(attempt: _Attempt, index: int, want: int, at: int) -> _Attempt:
    cluster = attempt.clusters[at]
    joined = replace(cluster, kinds=tuple(sorted((*cluster.kinds, index))))
    return replace(
        attempt,
        clusters=(*attempt.clusters[:at], joined, *attempt.clusters[at + 1 :]),
        got=(*attempt.got, (want, cluster.address)),
        partners=(*attempt.partners, *cluster.kinds),
    )
