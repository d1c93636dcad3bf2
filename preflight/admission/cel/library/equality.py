"""Equality and order of values as CEL has them, where Python's are different."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from preflight.admission.cel.times import duration, timestamp

ORDERED: Mapping[str, tuple[type, ...]] = {
    "bool": (bool,),
    "number": (int, float),
    "string": (str,),
    "bytes": (bytes, bytearray),
    "timestamp": (datetime,),
    "duration": (timedelta,),
}
"""The types that have an order; true and false are numbers to Python, so they come first."""


def equal(left: Any, right: Any) -> bool:
    """Whether two values are equal: numbers of any type may be, but true is no number."""
    if isinstance(left, bool) != isinstance(right, bool):
        return False
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(equal, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal(item, right[key]) for key, item in left.items())
    return bool(left == right)


def check_comparable(values: list[Any]) -> None:
    """Raise TypeError where values are not all of one type that has an order, numbers of any type being one."""
    kinds = {_kind(value) for value in values}
    if len(kinds) > 1 or None in kinds:
        raise TypeError("no such overload: the items of the list cannot be compared")


def carried(value: Any) -> Any:
    """Return a value that the library has handed out as it takes it back."""
    match value:
        case datetime():
            return timestamp(value)
        case timedelta():
            return duration(value)
        case bytearray():
            return bytes(value)
    return value


def _kind(value: Any) -> str | None:
    return next((kind for kind, types in ORDERED.items() if isinstance(value, types)), None)
