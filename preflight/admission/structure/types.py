"""Types of values, and what is said of a value of the wrong one."""

from collections.abc import Sequence
from typing import cast

from preflight.finding import Finding
from preflight.values import shown

ARTICLES = {
    "array": "a list",
    "boolean": "a boolean",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}
MIN_INTEGER, MAX_INTEGER = -(2**63), 2**63 - 1
"""The API server reads a whole number beyond 64 bits as a float."""
MAX_WHOLE_FLOAT = float(2**53 - 1)
"""The API server takes no larger float for an integer (go-openapi's swag package)."""


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
    """Whether the API server takes a number for an integer."""
    if isinstance(value, float):
        return value.is_integer() and abs(value) <= MAX_WHOLE_FLOAT
    return MIN_INTEGER <= value <= MAX_INTEGER


def wrong_type(value: object, wanted: str) -> list[Finding]:
    """Return the finding on a value of another type than `wanted`, such as `integer` or `integer or string`."""
    words = " or ".join(ARTICLES[name] for name in wanted.split(" or "))
    if wanted == "integer" and isinstance(value, int | float) and not isinstance(value, bool):
        why = "a number, not an integer" if value % 1 else "too large for an integer"
        fix = "Write a whole number." if value % 1 else "Write a whole number of at most 64 bits."
        return [Finding(code="GH121", reason=f"{shown(value)} is {why}.", fix=fix)]
    reason = f"The value is null, not {words}." if value is None else ""
    return [
        Finding(
            code="GH121",
            reason=reason or f"{shown(value)} is {ARTICLES[type_of(value)]}, not {words}.",
            fix=_remedy(value, wanted, words),
        )
    ]


def _remedy(value: object, wanted: str, words: str) -> str:
    found = type_of(value)
    if wanted == "string" and found in ("boolean", "integer", "number"):
        return "Write it in quotes."
    if isinstance(value, str) and _reads_as(value, wanted):
        return f"Write it without quotes: {value}."
    if wanted == "array" and found != "null":
        return "Make it an item of a list: write '- ' before it."
    if wanted == "object" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return "Write the object itself, without '- ' before it."
    return f"Write {words}."


def _reads_as(text: str, wanted: str) -> bool:
    """Whether a text is, without its quotes, a value of the type."""
    if wanted == "boolean":
        return text in ("true", "false")
    if wanted == "integer":
        return text.isascii() and text.removeprefix("-").isdigit()
    return False


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
