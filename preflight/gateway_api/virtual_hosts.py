"""VirtualHost: the entries of one hostname, found by path in the order in which they are tried."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from preflight.gateway_api import matches
from preflight.gateway_api.entries import Attachment, Entry, entries_of
from preflight.gateway_api.precedence import sort_key
from preflight.gateway_api.semantics import Semantics


class VirtualHost:
    """The entries of one hostname."""

    def __init__(self, hostname: str, attachments: Sequence[Attachment], semantics: Semantics) -> None:
        """Sort the entries of routes."""
        self.hostname = hostname
        self.entries = sorted(entries_of(hostname, attachments), key=sort_key(semantics))
        """All of them; those of one kind of path are in order."""
        self._regex_before_prefix = semantics.regex_before_prefix
        self._exact: dict[str, list[Entry]] = {}
        self._prefixes: dict[str, list[Entry]] = {}
        self._regexes: list[Entry] = []
        for entry in self.entries:
            match entry.match.kind:
                case matches.EXACT:
                    self._exact.setdefault(entry.match.path, []).append(entry)
                case matches.PREFIX:
                    self._prefixes.setdefault(entry.match.path, []).append(entry)
                case _:
                    self._regexes.append(entry)
        self._longest = max(map(len, self._prefixes), default=0)

    def candidates(self, path: str) -> Iterator[Entry]:
        """Yield the entries that may match a path, in order: of those with patterns all."""
        yield from self._exact.get(path, ())
        if self._regex_before_prefix:
            yield from self._regexes
        for prefix in self._prefixes_of(path):
            yield from self._prefixes.get(prefix, ())
        if not self._regex_before_prefix:
            yield from self._regexes

    def count(self, path: str) -> int:
        """Return the number of candidates."""
        prefixes = (self._prefixes.get(prefix, ()) for prefix in self._prefixes_of(path))
        return len(self._exact.get(path, ())) + sum(map(len, prefixes)) + len(self._regexes)

    def equals(self, entry: Entry) -> Sequence[Entry]:
        """Return the entries that match the same requests, in order: the entry itself is one of them."""
        return self._by_key[entry.match.key]

    @cached_property
    def _by_key(self) -> Mapping[tuple[object, ...], list[Entry]]:
        found: dict[tuple[object, ...], list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.match.key, []).append(entry)
        return found

    def _prefixes_of(self, path: str) -> Iterator[str]:
        """Yield the prefixes of a path that end where an element ends, the longest first."""
        if len(path) <= self._longest:
            yield path
        end = path.rfind("/", 0, self._longest + 1)
        while end >= 0:
            yield path[:end]
            end = path.rfind("/", 0, end)
