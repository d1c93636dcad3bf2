"""Entries that one path may match, and which of them a request matches: found without comparing each.

Answers are to take as long on a host with thousands of rules as on one with few. So each entry of a larger group is
kept under one thing that it asks for, the one that fewest others ask for; only those are compared whose thing is sent.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from preflight.gateway_api.entries import Entry
from preflight.gateway_api.matches import ValueMatch
from preflight.gateway_api.matching import Sent, mismatch
from preflight.gateway_api.patterns import PatternSet

FEW = 16
"""Entries that are compared each: an index would take longer."""
HEADER, QUERY = "header", "query parameter"

Placed = tuple[int, Entry]
"""An entry with its place among those of its hostname."""
Condition = tuple[str, ValueMatch]
"""What an entry asks for: of a header or of a query parameter."""


class EntryGroup:
    """The entries of one path, in their order."""

    def __init__(self) -> None:
        """Begin without entries."""
        self.placed: list[Placed] = []
        self._indexes: dict[str | None, _Index] = {}

    def add(self, place: int, entry: Entry) -> None:
        """Add an entry; it comes after all others."""
        self.placed.append((place, entry))

    def matching(self, sent: Sent, *, guarded: bool) -> Iterator[Placed]:
        """Yield the entries that a request matches, its path apart, in order.

        `guarded` is whether redirects to the scheme that is sent are left out.
        """
        scheme = sent.scheme if guarded else None
        candidates = self.placed if len(self.placed) <= FEW else self._index(scheme).candidates(sent)
        for each in candidates:
            if (scheme is None or each[1].redirects_to != scheme) and mismatch(each[1].match, sent) is None:
                yield each

    def _index(self, scheme: str | None) -> "_Index":
        found = self._indexes.get(scheme)
        if found is None:
            kept = [each for each in self.placed if scheme is None or each[1].redirects_to != scheme]
            found = self._indexes[scheme] = _Index(kept)
        return found


class _Patterns(NamedTuple):
    """What is kept under the patterns for one header or query parameter."""

    patterns: PatternSet
    placed: Sequence[Sequence[Placed]]
    """Those of each pattern."""


class _Index:
    """Entries by what they ask for."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        count = Counter(condition for _, entry in placed for condition in _conditions(entry))
        self._by_method: dict[str | None, list[Placed]] = {}
        self._exact: dict[Condition, list[Placed]] = {}
        self._by_pattern: dict[tuple[str, str], dict[str, list[Placed]]] = {}
        for each in placed:
            conditions = _conditions(each[1])
            if not conditions:
                self._by_method.setdefault(each[1].match.method, []).append(each)
                continue
            what, value = rarest = min(conditions, key=lambda condition: count[condition])
            if value.is_regex:
                self._by_pattern.setdefault((what, value.name), {}).setdefault(value.value, []).append(each)
            else:
                self._exact.setdefault(rarest, []).append(each)

    def candidates(self, sent: Sent) -> Iterator[Placed]:
        """Yield the entries that a request may match, in order."""
        return heapq.merge(*self._kept_under(sent))

    def _kept_under(self, sent: Sent) -> Iterator[Sequence[Placed]]:
        yield self._by_method.get(None, ())
        yield self._by_method.get(sent.method, ())
        for what, values in ((HEADER, sent.headers), (QUERY, sent.queries)):
            for name, value in values.items():
                yield self._exact.get((what, ValueMatch(name, value, is_regex=False)), ())
                patterns = self._patterns.get((what, name))
                if patterns is not None:
                    yield from (patterns.placed[number] for number in patterns.patterns.matching(value))

    @cached_property
    def _patterns(self) -> Mapping[tuple[str, str], _Patterns]:
        return {
            key: _Patterns(PatternSet(list(placed)), list(placed.values())) for key, placed in self._by_pattern.items()
        }


def _conditions(entry: Entry) -> list[Condition]:
    match = entry.match
    return [*((HEADER, each) for each in match.headers), *((QUERY, each) for each in match.queries)]


class PathEntries:
    """The entries that match a path, in the order in which they are tried."""

    def __init__(self, tiers: Sequence[Sequence[EntryGroup]], *, guarded: bool) -> None:
        """Take groups: each tier comes before the next one, and within a tier entries go by their place.

        `guarded` is whether redirects to the scheme that is sent are left out.
        """
        self._tiers = tiers
        self._guarded = guarded

    def __len__(self) -> int:
        return sum(len(group.placed) for tier in self._tiers for group in tier)

    def __iter__(self) -> Iterator[Entry]:
        for tier in self._tiers:
            yield from (entry for _, entry in heapq.merge(*(group.placed for group in tier)))

    def matching(self, sent: Sent) -> Iterator[Iterator[Entry]]:
        """Yield for each tier the entries that a request matches, in order."""
        for tier in self._tiers:
            groups = (group.matching(sent, guarded=self._guarded) for group in tier)
            yield (entry for _, entry in heapq.merge(*groups))
