"""Entries: the matches of routes as they stand in the table of a listener."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from preflight.gateway_api.matches import Match, matches_of
from preflight.gateway_api.objects import Route, Rule
from preflight.gateway_api.prediction import ListenerStatus


class Attachment(NamedTuple):
    """A route on a listener, with one of its hostnames there."""

    route: Route
    listener: ListenerStatus
    order: int
    """The place of the listener among those of its Gateway."""


class Entry(NamedTuple):
    """One match of one rule."""

    route: Route
    rule: Rule
    match_index: int
    """The index of the match in its rule."""
    match: Match
    hostname: str
    """The one under which it is found; empty for any."""
    listener: ListenerStatus
    """The first one through which it is in the table."""
    order: int
    """The place of that listener among those of its Gateway."""
    times: int
    """How often it is in the table: through several listeners, or several hostnames that come to the same."""

    @property
    def name(self) -> str:
        """The rule as a sentence names it, with the match where it has several."""
        match = f".matches[{self.match_index}]" if len(self.rule.matches) > 1 else ""
        return f"{self.route}, rules[{self.rule.index}]{match}"

    @property
    def redirects_to(self) -> str | None:
        """The scheme that the rule redirects to; None where it does not, or leaves the scheme as it is."""
        for each in self.rule.filters:
            if each["type"] == "RequestRedirect":
                scheme: str | None = (each.get("requestRedirect") or {}).get("scheme")
                return scheme
        return None


def entries_of(hostname: str, attachments: Sequence[Attachment]) -> Iterator[Entry]:
    """Yield the entries of one hostname, each match of each rule once."""
    routes: dict[tuple[str, str, str], list[Attachment]] = {}
    for each in attachments:
        routes.setdefault((each.route.kind, *each.route.key), []).append(each)
    for found in routes.values():
        route, listener, order = found[0]
        for rule in route.rules:
            for index, match in enumerate(matches_of(route, rule)):
                yield Entry(route, rule, index, match, hostname, listener, order, len(found))
