"""Addresses as tables have them: one, one of several, or none."""

from collections.abc import Sequence

from preflight.addressing import given
from preflight.cilium.allocation import Assignment
from preflight.cilium.situation import Outcome
from preflight.ip_ranges import Range
from preflight.values import series

MAX_RANGES = 3
"""Ranges that a cell lists."""


def address_text(assignment: Assignment) -> str:
    """Write what a Service gets, as in `192.0.2.1`, `one of 4: 192.0.2.1-192.0.2.4` and `192.0.2.1 or none`.

    Where Cilium's allocator does nothing for it, these are the addresses that its status says.
    """
    if assignment.unhandled is not None:
        return ", ".join(map(str, given(assignment)))
    texts = [outcome_text(outcome) for outcome in assignment.outcomes if outcome.ranges]
    return ", ".join(dict.fromkeys(texts))


def outcome_text(outcome: Outcome) -> str:
    """Write what can come of one thing that is wanted; `none` where nothing can."""
    if not outcome.ranges:
        return "none"
    number = count(outcome.ranges)
    ranges = series([str(each) for each in outcome.ranges], "or", most=MAX_RANGES)
    text = ranges if number == 1 else f"one of {number}: {ranges}"
    return f"{text} or none" if outcome.reasons else text


def count(ranges: Sequence[Range]) -> int:
    """Return how many addresses are in ranges that do not overlap."""
    return sum(each.size for each in ranges)
