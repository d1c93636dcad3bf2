"""Searching: which entry of a table takes a request, and why the others do not."""

from dataclasses import dataclass, field
from itertools import islice

from preflight.gateway_api.entries import Entry
from preflight.gateway_api.entry_groups import PathEntries
from preflight.gateway_api.matching import Sent, mismatch
from preflight.gateway_api.precedence import Doubt, lost_because, why_undecided
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.tables import RouteTable
from preflight.gateway_api.virtual_hosts import NOTHING, Merged, VirtualHost

MAX_NEAR_MISSES = 10
MAX_MATCHING = 100
"""Entries of one kind of path that match and are compared, for whether it is open which one comes first."""


@dataclass(slots=True, kw_only=True)
class Search:
    """What a search in a table has found."""

    winner: Entry | None = None
    merged: Merged = NOTHING
    """The winner, and the entries whose backends get a part of its requests."""
    undecided: list[tuple[Entry, Doubt]] = field(default_factory=list)
    """The entries that would match too and that may come before the winner: manifests do not tell, and why not."""
    instead_of: str | None = None
    """The most specific hostname with routes for the host, where none of them takes the request."""
    misses: list[str] = field(default_factory=list)
    """Why others do not take it: sentences."""
    more: int = 0
    """Further entries that were not compared."""


def search(table: RouteTable, host: str, sent: Sent, semantics: Semantics) -> Search:
    """Return who takes a request; the table is that of the listener that it came in by."""
    found = Search()
    first: str | None = None
    for hostname in table.matching(host):
        first = hostname if first is None else first
        virtual_host = table.virtual_host(hostname)
        entries = virtual_host.at(sent.path)
        is_tried = hostname == first or not semantics.virtual_hosts
        if is_tried and found.winner is None:
            _choose(virtual_host, entries, sent, semantics, found)
        _add_misses(virtual_host, entries, sent, found, instead_of=None if is_tried else first, semantics=semantics)
    if found.winner is not None and found.winner.hostname != first:
        found.instead_of = first
    if found.winner is None and len(found.misses) < MAX_NEAR_MISSES:
        _add_other_paths(table, host, sent, found)
    return found


def _choose(host: VirtualHost, entries: PathEntries, sent: Sent, semantics: Semantics, found: Search) -> None:
    """Find the entry that takes a request, and those that may come before it."""
    for matching in entries.matching(sent):
        for entry in islice(matching, MAX_MATCHING):
            if found.winner is None:
                found.winner, found.merged = entry, host.merged(entry)
                continue
            doubt = why_undecided(found.winner, entry, semantics)
            if doubt is not None and len(found.undecided) < MAX_NEAR_MISSES and id(entry) not in found.merged.ids:
                found.undecided.append((entry, doubt))


def _add_misses(
    host: VirtualHost, entries: PathEntries, sent: Sent, found: Search, *, instead_of: str | None, semantics: Semantics
) -> None:
    """Say why the other entries of a hostname do not take the request, or that another is tried `instead_of` it."""
    winner = found.winner
    is_here = winner is not None and winner.hostname == host.hostname
    left, others = len(entries), 0
    if is_here:
        left, others = left - len(found.merged.ids), len(found.merged.others)
    for entry in entries:
        if len(found.misses) >= MAX_NEAR_MISSES:
            break
        if entry is winner:
            named = found.merged.others[: MAX_NEAR_MISSES - len(found.misses)]
            others -= len(named)
            found.misses += [
                f"{each} has the same match: Cilium sends a part of the requests to its backends." for each in named
            ]
        elif id(entry) not in found.merged.ids:
            left -= 1
            sentence = _sentence(entry, instead_of, sent, semantics, winner)
            found.misses += [] if sentence is None else [sentence]
    found.more += left + others


def _sentence(
    entry: Entry, instead_of: str | None, sent: Sent, semantics: Semantics, winner: Entry | None
) -> str | None:
    """Say why an entry does not take a request; None for one that stands for the rule which does."""
    if instead_of is not None and _is_same_rule(winner, entry):
        return None
    reason = _why_not(entry, sent, semantics)
    if reason is not None:
        return f"{entry.name}, does not match: {reason}."
    if instead_of is not None:
        return _not_tried(entry, instead_of)
    if winner is None:
        return None
    return f"{entry.name}, would match too, but {lost_because(winner, entry, semantics)}."


def _why_not(entry: Entry, sent: Sent, semantics: Semantics) -> str | None:
    if semantics.redirects_guarded and entry.redirects_to == sent.scheme:
        return f"it redirects to {sent.scheme}, which the request is sent with already"
    return mismatch(entry.match, sent)


def _is_same_rule(winner: Entry | None, entry: Entry) -> bool:
    """Say whether an entry stands for the rule that takes the request already, by way of another listener."""
    return winner is not None and winner.route is entry.route and winner.rule.index == entry.rule.index


def _not_tried(entry: Entry, instead_of: str) -> str:
    own = entry.hostname or "any hostname"
    return (
        f"{entry.name}, would match too, but it is there for {own}: "
        f"as {instead_of} has routes of its own, Cilium tries no others."
    )


def _add_other_paths(table: RouteTable, host: str, sent: Sent, found: Search) -> None:
    """Name entries of the host whose path is another, where nothing takes the request."""
    for hostname in table.matching(host):
        virtual_host = table.virtual_host(hostname)
        same = frozenset(map(id, virtual_host.at(sent.path)))
        left = len(virtual_host.entries) - len(same)
        for entry in virtual_host.entries:
            if len(found.misses) >= MAX_NEAR_MISSES:
                break
            if id(entry) not in same:
                left -= 1
                found.misses.append(f"{entry.name}, does not match: its {entry.match.path_text} is another.")
        found.more += left
