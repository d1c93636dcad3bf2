"""Searching: which entry of a table takes a request, and why the others do not."""

from dataclasses import dataclass, field

from preflight.gateway_api.entries import Entry
from preflight.gateway_api.matches import REGEX
from preflight.gateway_api.matching import Sent, mismatch, path_matches
from preflight.gateway_api.precedence import Doubt, lost_because, why_undecided
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.tables import RouteTable
from preflight.gateway_api.virtual_hosts import VirtualHost

MAX_NEAR_MISSES = 10


@dataclass(slots=True, kw_only=True)
class Search:
    """What a search in a table has found."""

    winner: Entry | None = None
    merged: tuple[Entry, ...] = ()
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
        tried = hostname == first or not semantics.virtual_hosts
        _search_host(table.virtual_host(hostname), None if tried else first, sent, semantics, found)
    if found.winner is not None and found.winner.hostname != first:
        found.instead_of = first
    if found.winner is None and len(found.misses) < MAX_NEAR_MISSES:
        _add_other_paths(table, host, sent, found)
    return found


def _search_host(host: VirtualHost, instead_of: str | None, sent: Sent, semantics: Semantics, found: Search) -> None:
    """Look among the entries of one hostname: only for near misses where another is tried `instead_of` it."""
    seen = 0
    same: frozenset[int] = frozenset()
    for entry in host.candidates(sent.path):
        if len(found.misses) >= MAX_NEAR_MISSES and (found.winner is not None or instead_of is not None):
            found.more += host.count(sent.path) - seen
            return
        seen += 1
        if id(entry) in same or (instead_of is not None and _is_same_rule(found.winner, entry)):
            continue
        if entry.match.kind == REGEX and not path_matches(entry.match, sent.path):
            continue
        reason = _why_not(entry, sent, semantics)
        if reason is not None:
            _miss(found, f"{entry.name}, does not match: {reason}.")
        elif instead_of is not None:
            _miss(found, _not_tried(entry, instead_of))
        elif found.winner is None:
            found.winner = entry
            found.merged = merged(host, entry, semantics)
            same = frozenset(map(id, found.merged))
            for other in dict.fromkeys(str(each.route) for each in found.merged if each.route is not entry.route):
                _miss(found, f"{other} has the same match: Cilium sends a part of the requests to its backends.")
        else:
            doubt = why_undecided(found.winner, entry, semantics)
            if doubt is not None:
                found.undecided.append((entry, doubt))
            _miss(found, f"{entry.name}, would match too, but {lost_because(found.winner, entry, semantics)}.")


def merged(host: VirtualHost, winner: Entry, semantics: Semantics) -> tuple[Entry, ...]:
    """Return the entries that Cilium makes one of: those with equal matches, of each route those of its first rule."""
    if not semantics.equal_matches_are_merged:
        return (winner,)
    found: list[Entry] = []
    rules: dict[tuple[str, object], int] = {}
    for each in host.equals(winner):
        if _action(each) != _action(winner):
            continue
        first = rules.setdefault((each.route.kind, each.route.key), each.rule.index)
        if first == each.rule.index or not semantics.one_rule_of_a_route:
            found.append(each)
    return tuple(found)


def _action(entry: Entry) -> tuple[bool, str]:
    """Return what keeps Cilium from making one of two entries: a redirect to a scheme, and other authorization."""
    auth = [each["externalAuth"] for each in entry.rule.filters if each["type"] == "ExternalAuth"]
    return entry.redirects_to is not None, str(auth)


def _why_not(entry: Entry, sent: Sent, semantics: Semantics) -> str | None:
    if semantics.redirects_guarded and entry.redirects_to == sent.scheme:
        return f"it redirects to {sent.scheme}, which the request is sent with already"
    return mismatch(entry.match, sent)


def _is_same_rule(winner: Entry | None, entry: Entry) -> bool:
    """Say whether an entry stands for the rule that takes the request already, by way of another listener."""
    return winner is not None and (winner.route, winner.rule.index) == (entry.route, entry.rule.index)


def _not_tried(entry: Entry, instead_of: str) -> str:
    own = entry.hostname or "any hostname"
    return (
        f"{entry.name}, would match too, but it is there for {own}: "
        f"as {instead_of} has routes of its own, Cilium tries no others."
    )


def _add_other_paths(table: RouteTable, host: str, sent: Sent, found: Search) -> None:
    """Name entries of the host whose path is another, where nothing takes the request."""
    for hostname in table.matching(host):
        entries = table.virtual_host(hostname).entries
        for number, entry in enumerate(entries):
            if len(found.misses) >= MAX_NEAR_MISSES:
                found.more += len(entries) - number
                break
            if not path_matches(entry.match, sent.path):
                _miss(found, f"{entry.name}, does not match: its {entry.match.path_text} is another.")


def _miss(found: Search, sentence: str) -> None:
    if len(found.misses) < MAX_NEAR_MISSES:
        found.misses.append(sentence)
    else:
        found.more += 1
