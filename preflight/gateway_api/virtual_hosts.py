"""VirtualHost: the entries of one hostname, found by path in the order in which they are tried."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from preflight.gateway_api import matches
from preflight.gateway_api.entries import Attachment, Entry, entries_of
from preflight.gateway_api.entry_groups import EntryGroup, PathEntries
from preflight.gateway_api.patterns import PatternSet
from preflight.gateway_api.precedence import sort_key
from preflight.gateway_api.semantics import Semantics


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """Entries that Cilium makes one of, or one of which it makes none: the same object for all requests."""

    entries: tuple[Entry, ...]
    """The first one takes the requests."""
    ids: frozenset[int]
    others: tuple[str, ...]
    """The routes of the others, as sentences name them."""


NOTHING = Merged((), frozenset(), ())


class VirtualHost:
    """The entries of one hostname."""

    def __init__(self, hostname: str, attachments: Sequence[Attachment], semantics: Semantics) -> None:
        """Sort the entries of routes."""
        self.hostname = hostname
        self.entries = sorted(entries_of(hostname, attachments), key=sort_key(semantics))
        """All of them; those of one kind of path are in order."""
        self._semantics = semantics
        self._groups: dict[str, dict[str, EntryGroup]] = {matches.EXACT: {}, matches.REGEX: {}, matches.PREFIX: {}}
        for place, entry in enumerate(self.entries):
            self._groups[entry.match.kind].setdefault(entry.match.path, EntryGroup()).add(place, entry)
        self._longest = max(map(len, self._groups[matches.PREFIX]), default=0)
        self._merged: dict[tuple[object, ...], Merged] = {}

    def at(self, path: str) -> PathEntries:
        """Return the entries that match a path."""
        exact = self._groups[matches.EXACT].get(path)
        prefixes = self._groups[matches.PREFIX]
        found = [[prefixes[prefix]] for prefix in self._prefixes_of(path) if prefix in prefixes]
        patterns = [self._with_pattern(path)] if self._groups[matches.REGEX] else []
        others = [*patterns, *found] if self._semantics.regex_before_prefix else [*found, *patterns]
        tiers = others if exact is None else [[exact], *others]
        return PathEntries(tiers, guarded=self._semantics.redirects_guarded)

    def merged(self, winner: Entry) -> Merged:
        """Return the entries that Cilium makes one of: with equal matches, of each route those of the first rule."""
        is_merging = self._semantics.equal_matches_are_merged
        key: tuple[object, ...] = (winner.match.key, *_action(winner)) if is_merging else (id(winner),)
        found = self._merged.get(key)
        if found is None:
            entries = tuple(self._of_first_rules(winner)) if is_merging else (winner,)
            others = dict.fromkeys(str(each.route) for each in entries if each.route is not winner.route)
            found = self._merged[key] = Merged(entries, frozenset(map(id, entries)), tuple(others))
        return found

    def _of_first_rules(self, winner: Entry) -> Iterator[Entry]:
        rules: dict[tuple[str, object], int] = {}
        for each in self._by_key[winner.match.key]:
            if _action(each) == _action(winner):
                first = rules.setdefault((each.route.kind, each.route.key), each.rule.index)
                if first == each.rule.index or not self._semantics.one_rule_of_a_route:
                    yield each

    @cached_property
    def _by_key(self) -> Mapping[tuple[object, ...], list[Entry]]:
        """The entries that match the same requests, in order."""
        found: dict[tuple[object, ...], list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.match.key, []).append(entry)
        return found

    def _with_pattern(self, path: str) -> list[EntryGroup]:
        groups = list(self._groups[matches.REGEX].values())
        return [groups[index] for index in self._patterns.matching(path)]

    @cached_property
    def _patterns(self) -> PatternSet:
        return PatternSet(list(self._groups[matches.REGEX]))

    def _prefixes_of(self, path: str) -> Iterator[str]:
        """Yield the prefixes of a path that end where an element ends, the longest first."""
        if len(path) <= self._longest:
            yield path
        end = path.rfind("/", 0, self._longest + 1)
        while end >= 0:
            yield path[:end]
            end = path.rfind("/", 0, end)


def _action(entry: Entry) -> tuple[bool, str]:
    """Return what keeps Cilium from making one of two entries: a redirect to a scheme, and other authorization."""
    auth = [each["externalAuth"] for each in entry.rule.filters if each["type"] == "ExternalAuth"]
    return entry.redirects_to is not None, str(auth)
