"""Sets: lists as sets, where neither order nor repetition counts."""

from typing import Any

from preflight.admission.cel.library.equality import equal
from preflight.admission.cel.library.function import Function

LIST = "list<dyn>"


def contains(items: list[Any], others: list[Any]) -> bool:
    """Whether every one of the other items is there."""
    return all(any(equal(item, other) for item in items) for other in others)


def equivalent(items: list[Any], others: list[Any]) -> bool:
    """Whether two lists have the same items."""
    return contains(items, others) and contains(others, items)


def intersects(items: list[Any], others: list[Any]) -> bool:
    """Whether two lists have an item in common."""
    return any(equal(item, other) for item in items for other in others)


SETS = (
    Function("sets.contains", (LIST, LIST), "bool", contains),
    Function("sets.equivalent", (LIST, LIST), "bool", equivalent),
    Function("sets.intersects", (LIST, LIST), "bool", intersects),
)
