"""Values that cannot be sent to the API server at all, since JSON has none such; Python's objects may hold them."""

import math
from collections.abc import Sequence

from preflight.admission.structure.check import PASSED, under
from preflight.finding import Finding
from preflight.values import shown

MAX_DEPTH = 200
"""Objects and lists within each other."""
MAX_BITS = 1023
"""Of a whole number: as a float, as which the API server reads a large one, it must not be infinite."""
MAX_VALUES = 1_000_000
"""Values of one object, at two bytes or more each: etcd takes 1.5 MiB. Few shared parts may stand for many values."""
FEW_VALUES = 10_000
"""So few are soon walked, whether they are shared or not."""
CHARACTERS_OF_A_VALUE = 100
"""A longer string counts as several values."""


def check_json(value: object) -> Sequence[Finding]:
    """Return the first value that JSON does not have, that is deeper than MAX_DEPTH or goes beyond MAX_VALUES.

    Where there is none, other checks may descend into the value without fear of a loop.
    """
    return _JsonCheck().check(value, MAX_DEPTH)


def values_in(value: object, most: int) -> int:
    """Count the values that a value stands for; where they are more than `most`, some number beyond it."""
    count, uncounted = 0, [value]
    while uncounted and count <= most:
        value = uncounted.pop()
        count += 1
        if isinstance(value, str):
            count += len(value) // CHARACTERS_OF_A_VALUE
        elif isinstance(value, dict):
            uncounted.extend(value.values())
        elif isinstance(value, list):
            uncounted.extend(value)
    return count


class _JsonCheck:
    """Checks one value and counts all that is in it; of many, a part that is there again is counted only."""

    __slots__ = ("_left", "_passed")

    def __init__(self) -> None:
        self._left = MAX_VALUES
        self._passed: dict[int, tuple[int, int]] = {}
        """The room that each object and list has had, and its number of values, by its identity."""

    def check(self, value: object, room: int) -> Sequence[Finding]:
        """Return what is wrong with a value within which there is room for so many others within each other."""
        match value:
            case dict() | list():
                return self._collection(value, room) if room else [_too_deep()]
            case str():
                return self._string(value)
            case int() | float():
                return _check_number(value)
            case None:
                return PASSED
            case _:
                return [_unknown("JSON has strings, numbers, booleans, null, lists and objects only", value)]

    def _collection(self, value: dict[object, object] | list[object], room: int) -> Sequence[Finding]:
        if self._left > MAX_VALUES - FEW_VALUES:
            return self._within(value, room)
        least_room, values = self._passed.get(id(value), (MAX_DEPTH + 1, 0))
        if least_room <= room:
            return self._count(values)
        left = self._left
        found = self._within(value, room)
        self._passed[id(value)] = (room, left - self._left)
        return found

    def _within(self, value: dict[object, object] | list[object], room: int) -> Sequence[Finding]:
        return self._object(value, room) if isinstance(value, dict) else self._list(value, room)

    def _object(self, value: dict[object, object], room: int) -> Sequence[Finding]:
        if found := self._count(len(value)):
            return found
        for name, item in value.items():
            if not isinstance(name, str):
                return [_no_name(name)]
            if not name.isascii() and (found := _check_text(name)):
                return found
            if type(item) is str and len(item) < CHARACTERS_OF_A_VALUE and item.isascii():
                continue
            if found := self.check(item, room - 1):
                return under(name, found)
        return PASSED

    def _list(self, value: list[object], room: int) -> Sequence[Finding]:
        if found := self._count(len(value)):
            return found
        for index, item in enumerate(value):
            if found := self.check(item, room - 1):
                return under(index, found)
        return PASSED

    def _string(self, value: str) -> Sequence[Finding]:
        return self._count(len(value) // CHARACTERS_OF_A_VALUE) or _check_text(value)

    def _count(self, values: int) -> Sequence[Finding]:
        self._left -= values
        return PASSED if self._left >= 0 else [_too_many()]


def _no_name(key: object) -> Finding:
    fix = f"Write it in quotes: '{shown(key)}'." if isinstance(key, int | float) else "Write it as a string."
    return Finding(code="GH121", reason=f"The key {shown(key)} is not a string.", fix=fix)


def _check_number(value: int | float) -> Sequence[Finding]:
    if isinstance(value, float):
        return PASSED if math.isfinite(value) else [_unknown("JSON has finite numbers only", value)]
    return PASSED if value.bit_length() <= MAX_BITS else [_unknown("the number is too large", value)]


def _check_text(value: str) -> Sequence[Finding]:
    try:
        value.encode()
    except UnicodeEncodeError:
        return [_unknown("half of a surrogate pair is no character", value)]
    return PASSED


def _unknown(why: str, value: object) -> Finding:
    return Finding(
        code="GH121",
        reason=f"{shown(value)} cannot be sent to the API server: {why}.",
        fix="Write a value that JSON has.",
    )


def _too_deep() -> Finding:
    return Finding(
        code="GH121",
        reason=f"More than {MAX_DEPTH} objects and lists are within each other here.",
        fix="Write it less deep.",
    )


def _too_many() -> Finding:
    return Finding(
        code="GH121",
        reason=f"Up to here, it has more than {MAX_VALUES:,} values, more than the API server can store.",
        fix="Write fewer values, or several objects.",
    )
