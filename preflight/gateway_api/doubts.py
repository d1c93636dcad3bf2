"""Doubts: what manifests, or the specification, leave open of an answer, and what settles it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from preflight.gateway_api.ages import without_times
from preflight.gateway_api.entries import Entry
from preflight.gateway_api.objects import Route
from preflight.gateway_api.precedence import Doubt
from preflight.gateway_api.searching import MAX_NEAR_MISSES, Search
from preflight.values import series

OWN_MATCH = "A hostname or a match of its own for each settles it"


def doubts(found: Search) -> tuple[str, ...]:
    """Say what is open of who takes a request: sentences, and none where nothing is."""
    winner = found.winner
    if winner is None:
        return ()
    return (*_merged(winner, found.merged.others), *_undecided(winner, found))


def _merged(winner: Entry, others: Sequence[str]) -> Iterator[str]:
    if others:
        yield (
            f"{series([str(winner.route), *others])} have the same match: Cilium makes one of them, sends "
            "requests to the backends of all, and applies the filters of whichever it lists first. "
            f"{OWN_MATCH}."
        )


def _undecided(winner: Entry, found: Search) -> Iterator[str]:
    for doubt, open_ in OPEN.items():
        others = [entry for entry, why in found.undecided if why == doubt]
        if others:
            names = series(list(dict.fromkeys(each.name for each in (winner, *others))), most=MAX_NEAR_MISSES)
            yield f"One of {names}: {open_([winner, *others])}"


def _kind(_: Sequence[Entry]) -> str:
    return (
        "the specification leaves open whether a path pattern or a path prefix comes first. "
        "An exact path, or paths that do not overlap, settle it."
    )


def _slash(_: Sequence[Entry]) -> str:
    return (
        "the specification leaves open whether the slash at the end of a path prefix makes it the longer one. "
        "Leaving it out settles it."
    )


def _age(entries: Sequence[Entry]) -> str:
    routes: dict[tuple[str, object], Route] = {(each.route.kind, each.route.key): each.route for each in entries}
    return (
        f"the older route comes first, and {without_times(list(routes.values()))}. "
        f"{OWN_MATCH}, or metadata.creationTimestamp of both."
    )


def _listener_set(entries: Sequence[Entry]) -> str:
    sets = {each.listener.key.parent: each.listener for each in entries if each.listener.key.kind == "ListenerSet"}
    names = [f"ListenerSet {key}" for key, listener in sets.items() if not listener.created]
    verb = "has" if len(names) == 1 else "have"
    return (
        "both match, and the routes of the older ListenerSet come first, but "
        f"{series(names, most=MAX_NEAR_MISSES)} {verb} no creation time. "
        f"{OWN_MATCH}, or metadata.creationTimestamp of both."
    )


def _order(_: Sequence[Entry]) -> str:
    return f"both match, and Cilium has no order for routes that are equally specific. {OWN_MATCH}."


OPEN: Mapping[Doubt, Callable[[Sequence[Entry]], str]] = {
    Doubt.KIND: _kind,
    Doubt.SLASH: _slash,
    Doubt.AGE: _age,
    Doubt.LISTENER_SET: _listener_set,
    Doubt.ORDER: _order,
}
"""What is open, and what settles it, of entries that may come first."""
