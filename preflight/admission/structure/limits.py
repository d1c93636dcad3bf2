"""Checks of what several types have: the values that are allowed, and the size."""

import math
from collections.abc import Sequence

from preflight.admission.schema import Schema
from preflight.admission.structure.check import PASSED, Blocking, Check
from preflight.admission.structure.types import canonical
from preflight.finding import Finding
from preflight.suggestions import nearest
from preflight.values import counted, listed, shown


def enum_check(schema: Schema) -> Check | None:
    """Return the check that a value is one of those listed; None where all are allowed."""
    allowed = schema.enum
    if not allowed:
        return None
    forms = frozenset(canonical(value) for value in allowed)

    def check(value: object) -> Sequence[Finding]:
        # kube-openapi takes no null for one of the values, even where it is listed.
        if value is not None and canonical(value) in forms:
            return PASSED
        words = shown(allowed[0]) if len(allowed) == 1 else f"one of {listed(allowed)}"
        return [Blocking(code="GH123", reason=f"{shown(value)} is not {words}.", fix=_choice(value, allowed))]

    return check


def _choice(value: object, allowed: Sequence[object]) -> str:
    if len(allowed) == 1:
        return f"Write {shown(allowed[0])}."
    near = nearest(value, [name for name in allowed if isinstance(name, str)]) if isinstance(value, str) else None
    return "Write one of these." if near is None else f"Write {shown(near)}."


def length_check(schema: Schema) -> Check | None:
    """Return the check of the code points of a string; None where any number is allowed."""
    return _size_check(schema.min_length, schema.max_length, "GH127", "character")


def items_check(schema: Schema) -> Check | None:
    """Return the check of the number of items of a list; None where any number is allowed."""
    return _size_check(schema.min_items, schema.max_items, "GH128", "item")


def entries_check(schema: Schema) -> Check | None:
    """Return the check of the number of fields of an object; None where any number is allowed."""
    return _size_check(schema.min_properties, schema.max_properties, "GH129", "field")


def range_words(schema: Schema) -> str:
    """Say which numbers a schema allows, as in `from 1 to 65535`; empty where it has no limit."""
    least, most = schema.minimum, schema.maximum
    if least is not None and most is not None and not schema.exclusive_minimum and not schema.exclusive_maximum:
        return f"from {shown(least)} to {shown(most)}"
    low = "more than" if schema.exclusive_minimum else "at least"
    high = "less than" if schema.exclusive_maximum else "at most"
    return " and ".join(f"{word} {shown(end)}" for word, end in ((low, least), (high, most)) if end is not None)


def _size_check(least: int | None, most: int | None, code: str, noun: str) -> Check | None:
    if least is None and most is None:
        return None
    low, high = least or 0, math.inf if most is None else most

    def check(value: object) -> Sequence[Finding]:
        size = len(value)  # type: ignore[arg-type]  # the check of the type comes first
        if low <= size <= high:
            return PASSED
        what = shown(value) if isinstance(value, str) else "It"
        has = f"{what} has {counted(size, noun)}"
        if size < low:
            reason = f"{has}, fewer than the minimum, {low}."
            return [Finding(code=code, reason=reason, fix=f"Write at least {counted(low, noun)}.")]
        reason = f"{has}, more than the maximum, {high}."
        return [Blocking(code=code, reason=reason, fix=f"Write at most {counted(int(high), noun)}.")]

    return check
