"""Lists: isSorted, sum, min, max, indexOf and lastIndexOf."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

from preflight.admission.cel.library.equality import carried, check_comparable, equal
from preflight.admission.cel.library.function import Function, method

LIST = "list<dyn>"
ITEMS = (
    "bool",
    "int",
    "uint",
    "double",
    "string",
    "bytes",
    "google.protobuf.Timestamp",
    "google.protobuf.Duration",
    "map<dyn, dyn>",
    LIST,
)
NUMBERS = range(-(2**63), 2**64)


def is_sorted(items: list[Any]) -> bool:
    """Whether no item is less than the one before it."""
    check_comparable(items)
    return all(not following < item for item, following in pairwise(items))


def total(items: list[Any]) -> Any:
    """Return the sum of numbers or durations; 0 for an empty list."""
    check_comparable(items)
    if not all(isinstance(item, int | float | timedelta) and not isinstance(item, bool) for item in items):
        raise TypeError("no such overload: the items of the list have no sum")
    result = sum(items[1:], start=items[0]) if items else 0
    if isinstance(result, int) and result not in NUMBERS:
        raise OverflowError("integer overflow")
    return carried(result)


def least(items: list[Any]) -> Any:
    """Return the first of the least items; raises ValueError for an empty list."""
    check_comparable(items)
    if not items:
        raise ValueError("min called on empty list")
    return carried(min(items))


def greatest(items: list[Any]) -> Any:
    """Return the first of the greatest items; raises ValueError for an empty list."""
    check_comparable(items)
    if not items:
        raise ValueError("max called on empty list")
    return carried(max(items))


def index(items: list[Any], item: Any) -> int:
    """Return the place of the first item that is equal, or -1."""
    return next((place for place, other in enumerate(items) if equal(other, item)), -1)


def last_index(items: list[Any], item: Any) -> int:
    """Return the place of the last item that is equal, or -1."""
    return next((place for place in reversed(range(len(items))) if equal(items[place], item)), -1)


def _found(name: str, implementation: Callable[[list[Any], Any], int]) -> tuple[Function, ...]:
    return tuple(method(name, (LIST, item), "int", implementation) for item in ITEMS)


LISTS = (
    method("isSorted", (LIST,), "bool", is_sorted),
    method("sum", (LIST,), "dyn", total),
    method("min", (LIST,), "dyn", least),
    method("max", (LIST,), "dyn", greatest),
    *_found("indexOf", index),
    *_found("lastIndexOf", last_index),
)
