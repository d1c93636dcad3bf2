"""Precedence: which of several entries that match a request comes first, and why.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteRule.matches and GRPCRouteRule.matches; cilium/cilium,
operator/pkg/model/translation/envoy_virtual_host.go.
"""

from collections.abc import Callable
from enum import StrEnum

from preflight.gateway_api import ages
from preflight.gateway_api.entries import Entry
from preflight.gateway_api.matches import EXACT, PREFIX, REGEX
from preflight.gateway_api.objects import ROUTE_KINDS
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.semantics import Semantics
from preflight.values import counted

Order = tuple[object, ...]


def rank(entry: Entry) -> Order:
    """Return what decides between entries with paths of one kind and length, before anything about their routes."""
    match = entry.match
    return (match.method is None, -len(match.headers), -len(match.queries))


def sort_key(semantics: Semantics) -> Callable[[Entry], Order]:
    """Return the order of entries with paths of one kind: longer paths first, and in the end a definite one."""
    if semantics.age_before_name:
        return lambda entry: (
            *_longer_first(entry, semantics),
            *rank(entry),
            ages.age_key(entry.route),
            *_place(entry),
        )
    return lambda entry: (
        *_longer_first(entry, semantics),
        *rank(entry),
        entry.order,
        ROUTE_KINDS.index(entry.route.kind),
        *_place(entry),
    )


class Doubt(StrEnum):
    """Why manifests do not tell which of two entries comes first."""

    KIND = "kind"
    """The specification does not say whether a pattern or a prefix does."""
    SLASH = "slash"
    """The specification does not say whether the slash at the end of a prefix makes it longer."""
    AGE = "age"
    """A route has no creation time."""
    LISTENER_SET = "listener set"
    """Cilium goes by the age of their ListenerSets, and one has no creation time."""
    ORDER = "order"
    """Cilium has no order for them."""


def why_undecided(winner: Entry, loser: Entry, semantics: Semantics) -> Doubt | None:
    """Say why manifests do not tell which of two entries that match a request comes first; None where they do."""
    first, second = winner.match, loser.match
    if winner.hostname != loser.hostname:
        return None
    if {first.kind, second.kind} == {PREFIX, REGEX}:
        return None if semantics.regex_before_prefix else Doubt.KIND
    if first.kind != second.kind or _longer_first(winner, semantics) != _longer_first(loser, semantics):
        return None
    if second.ends_in_slash and not first.ends_in_slash and not semantics.trailing_slash_is_nothing:
        return Doubt.SLASH
    return None if rank(winner) != rank(loser) else _why_tied(winner, loser, semantics)


def _why_tied(winner: Entry, loser: Entry, semantics: Semantics) -> Doubt | None:
    """Say why it is open which of two equally specific entries comes first."""
    if _routes_are_same(winner, loser):
        return None
    if semantics.age_before_name:
        return Doubt.AGE if ages.is_undecided(winner.route, loser.route) else None
    if winner.order != loser.order:
        return Doubt.LISTENER_SET if _sets_are_undecided(winner.listener, loser.listener) else None
    return Doubt.ORDER if winner.route.kind == loser.route.kind else None


def _sets_are_undecided(first: ListenerStatus, second: ListenerStatus) -> bool:
    """Say whether two listeners are of different ListenerSets of which manifests do not tell the older one."""
    in_sets = first.key.kind == second.key.kind == "ListenerSet" and first.key.parent != second.key.parent
    return in_sets and not (first.created and second.created)


def lost_because(winner: Entry, loser: Entry, semantics: Semantics) -> str:
    """Say what the winner has before the loser."""
    for criterion in CRITERIA:
        reason = criterion(winner, loser, semantics)
        if reason is not None:
            return reason
    if _routes_are_same(winner, loser):
        same_rule = winner.rule.index == loser.rule.index
        return f"an earlier {'match' if same_rule else 'rule'} of the same route comes first"
    if not semantics.age_before_name:
        return f"it comes after {winner.name}, in the order in which Cilium has them"
    return f"{winner.route} {ages.why_first(winner.route, loser.route)}"


def _longer_first(entry: Entry, semantics: Semantics) -> tuple[int, int]:
    """Return the length of the path: for patterns of gRPC, the specification has those of service and method apart."""
    service, method = entry.match.length
    return (-len(entry.match.path), 0) if semantics.whole_pattern_length else (-service, -method)


def _place(entry: Entry) -> Order:
    return (entry.route.key, entry.rule.index, entry.match_index)


def _routes_are_same(first: Entry, second: Entry) -> bool:
    return (first.route.kind, first.route.key) == (second.route.kind, second.route.key)


def _hostname(winner: Entry, loser: Entry, _: Semantics) -> str | None:
    if winner.hostname == loser.hostname:
        return None
    own = f"its hostname {loser.hostname} is" if loser.hostname else "it has no hostname, which is"
    return f"{own} less specific than {winner.hostname}"


def _kind(winner: Entry, loser: Entry, _: Semantics) -> str | None:
    if winner.match.kind == loser.match.kind:
        return None
    what = {EXACT: "an exact path", REGEX: "a path pattern", PREFIX: "a path prefix"}
    return f"its {loser.match.path_text} comes after {what[winner.match.kind]}"


def _length(winner: Entry, loser: Entry, semantics: Semantics) -> str | None:
    if _longer_first(winner, semantics) == _longer_first(loser, semantics):
        return None
    return f"its {loser.match.path_text} is shorter than {winner.match.path or '/'}"


def _method(winner: Entry, loser: Entry, _: Semantics) -> str | None:
    if (winner.match.method is None) == (loser.match.method is None):
        return None
    return f"it names no method, and the other one does: {winner.match.method}"


def _headers(winner: Entry, loser: Entry, _: Semantics) -> str | None:
    return _fewer(len(winner.match.headers), len(loser.match.headers), "header")


def _queries(winner: Entry, loser: Entry, _: Semantics) -> str | None:
    return _fewer(len(winner.match.queries), len(loser.match.queries), "query parameter")


def _fewer(winner: int, loser: int, noun: str) -> str | None:
    return None if winner == loser else f"it matches {counted(loser, noun)}, and the other one {winner}"


Criterion = Callable[[Entry, Entry, Semantics], str | None]

CRITERIA: tuple[Criterion, ...] = (_hostname, _kind, _length, _method, _headers, _queries)
"""In their order, each with why the second entry comes later; None where both are equal."""
