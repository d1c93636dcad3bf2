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


def check_json(value: object, room: int = MAX_DEPTH) -> Sequence[Finding]:
    """Return the first value that JSON does not have, or objects and lists within each other deeper than MAX_DEPTH.

    Where there is none, other checks may descend into the value without fear of a loop.
    """
    match value:
        case dict():
            return _check_object(value, room) if room else [_too_deep()]
        case list():
            return _check_list(value, room) if room else [_too_deep()]
        case str():
            return _check_text(value)
        case int() | float():
            return _check_number(value)
        case None:
            return PASSED
        case _:
            return [_unknown("JSON has text, numbers, booleans, null, lists and objects only", value)]


def _check_object(value: dict[object, object], room: int) -> Sequence[Finding]:
    for name, item in value.items():
        if not isinstance(name, str):
            return [
                Finding(
                    code="GH121",
                    reason=f"The key {shown(name)} is not text.",
                    fix=f"Write it in quotes: '{shown(name)}'."
                    if isinstance(name, int | float)
                    else "Write it as text.",
                )
            ]
        if not name.isascii() and (found := _check_text(name)):
            return found
        if type(item) is str and item.isascii():
            continue
        if found := check_json(item, room - 1):
            return under(name, found)
    return PASSED


def _check_list(value: list[object], room: int) -> Sequence[Finding]:
    for index, item in enumerate(value):
        if found := check_json(item, room - 1):
            return under(index, found)
    return PASSED


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
