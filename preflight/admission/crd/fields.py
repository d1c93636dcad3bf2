"""Fields of a CustomResourceDefinition: each reader returns a value of its type, or raises UnreadableError."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from preflight.field_path import FieldPath
from preflight.finding import Finding, UnreadableError
from preflight.values import MAX_INT64, MIN_INT64, listed, shown

Reader = Callable[[Any, FieldPath], Any]


def optional(place: Mapping[str, Any], name: str, path: FieldPath, read: Reader) -> Any:
    """Return a field that may be missing or null; None then."""
    value = place.get(name)
    return None if value is None else read(value, (*path, name))


def mapping(value: Any, path: FieldPath) -> Mapping[str, Any]:
    """Return an object; its field names are strings."""
    if not isinstance(value, Mapping):
        raise wrong(value, path, "an object")
    for name in value:
        if not isinstance(name, str):
            raise unreadable(path, f"The field name {shown(name)} is not a string.", "Put it in quotes.")
    return value


def items(value: Any, path: FieldPath) -> list[Any]:
    """Return a list."""
    if isinstance(value, list):
        return value
    raise wrong(value, path, "a list")


def text(value: Any, path: FieldPath) -> str:
    """Return a string."""
    if isinstance(value, str):
        return value
    raise wrong(value, path, "a string")


def name(value: Any, path: FieldPath) -> str:
    """Return a string that is not empty."""
    if isinstance(value, str) and value:
        return value
    raise wrong(value, path, "a name")


def names(value: Any, path: FieldPath) -> list[str]:
    """Return a list of strings that are not empty."""
    return [name(entry, (*path, index)) for index, entry in enumerate(items(value, path))]


def flag(value: Any, path: FieldPath) -> bool:
    """Return true or false."""
    if isinstance(value, bool):
        return value
    raise wrong(value, path, "true or false")


def count(value: Any, path: FieldPath) -> int:
    """Return a whole number of 64 bits."""
    if isinstance(value, int) and not isinstance(value, bool):
        if MIN_INT64 <= value <= MAX_INT64:
            return value
        raise unreadable(path, f"{shown(value)} does not fit into 64 bits.", "Write a smaller number.")
    raise wrong(value, path, "a whole number")


def number(value: Any, path: FieldPath) -> float:
    """Return a number that JSON has."""
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise wrong(value, path, "a number")


def one_of(value: Any, path: FieldPath, allowed: tuple[str, ...]) -> str:
    """Return one of the strings that are allowed."""
    if isinstance(value, str) and value in allowed:
        return value
    raise wrong(value, path, listed(allowed, "or"))


def wrong(value: Any, path: FieldPath, expected: str) -> UnreadableError:
    """Return what to raise for a value that is missing or not what is expected."""
    reason = "It is missing or null." if value is None else f"{shown(value)} is not {expected}."
    return unreadable(path, reason, f"Write {expected}.")


def unreadable(path: FieldPath, reason: str, fix: str) -> UnreadableError:
    """Return what to raise for a field, with the finding of a file that cannot be read."""
    return UnreadableError(Finding(code="GH002", path=path, reason=reason, fix=fix))
