"""Types of values, and what is said of a value of the wrong one."""

import re
from collections.abc import Sequence
from typing import cast

from preflight.admission.structure.check import Blocking
from preflight.finding import Finding
from preflight.values import MAX_INT64, MIN_INT64, shown

ARTICLES = {
    "array": "a list",
    "boolean": "a boolean",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}
INTEGER = re.compile(r"-?[0-9]+")
OCTAL = re.compile(r"-?0[0-7]+")
"""A number that YAML 1.1 reads as octal."""
MAX_DIGITS = 20
"""Characters of a string that may be a number of 64 bits."""
AT_MOST_64_BITS = "Write a whole number of at most 64 bits."


def type_of(value: object) -> str:
    """Return the type of a JSON value as a schema names it: 1.0 is an integer, and true is none."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case dict():
            return "object"
        case list():
            return "array"
        case _:
            return "integer" if is_integer(cast("int | float", value)) else "number"


def is_integer(value: int | float) -> bool:
    """Whether the API server takes a number for an integer: kubectl writes a float that is whole without a point."""
    return MIN_INT64 <= value <= MAX_INT64 and (isinstance(value, int) or value.is_integer())


def wrong_type(value: object, wanted: str) -> list[Finding]:
    """Return the finding on a value of another type than `wanted`, such as `integer` or `integer or string`."""
    words = " or ".join(ARTICLES[name] for name in wanted.split(" or "))
    if wanted == "integer" and isinstance(value, int | float) and not isinstance(value, bool):
        why = "a number, not an integer" if value % 1 else "too large for an integer"
        fix = "Write a whole number." if value % 1 else AT_MOST_64_BITS
        return [Blocking(code="GH121", reason=f"{shown(value)} is {why}.", fix=fix)]
    reason = f"The value is null, not {words}." if value is None else ""
    return [
        Blocking(
            code="GH121",
            reason=reason or f"{shown(value)} is {ARTICLES[type_of(value)]}, not {words}.",
            fix=_remedy(value, wanted, words),
        )
    ]


def _remedy(value: object, wanted: str, words: str) -> str:
    found = type_of(value)
    if wanted == "string" and found in ("boolean", "integer", "number"):
        return "Write it in quotes."
    if isinstance(value, str) and (fix := _without_quotes(value, wanted)):
        return fix
    if wanted == "array" and found != "null":
        return "Make it an item of a list: write '- ' before it."
    if wanted == "object" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return "Write the object itself, without '- ' before it."
    return f"Write {words}."


def _without_quotes(text: str, wanted: str) -> str:
    """Say what to write without quotes instead of a string; empty where it is nothing of the type."""
    if wanted == "boolean" and text in ("true", "false"):
        return f"Write it without quotes: {text}."
    if wanted != "integer" or not INTEGER.fullmatch(text):
        return ""
    if len(text) > MAX_DIGITS or not is_integer(int(text)):
        return AT_MOST_64_BITS
    if OCTAL.fullmatch(text) and int(text) != int(text, 8):
        return f"Write it without quotes: {int(text)}, or {int(text, 8)} if it is octal."
    return f"Write it without quotes: {int(text)}."


def canonical(value: object) -> object:
    """Return a hashable form of a JSON value: equal forms are equal values, and true is not 1."""
    match value:
        case bool():
            return ("boolean", value)
        case dict():
            return ("object", frozenset((name, canonical(item)) for name, item in value.items()))
        case list():
            return ("array", tuple(canonical(item) for item in value))
        case _:
            return value


def once(values: Sequence[object]) -> list[tuple[int, int]]:
    """Return the values that are there again, each once: the index of the first and of the second one."""
    first: dict[object, int] = {}
    again: dict[object, tuple[int, int]] = {}
    for index, value in enumerate(values):
        form = canonical(value)
        if form in first:
            again.setdefault(form, (first[form], index))
        else:
            first[form] = index
    return list(again.values())
