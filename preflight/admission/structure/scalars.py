"""Checks of strings, numbers and booleans, with the verdict of kube-openapi's pkg/validation/validate.

As there, a string has code points, and the first thing that is wrong with a value is all that is said of it.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from preflight.admission.formats import format_of
from preflight.admission.patterns import matching
from preflight.admission.schema import Schema
from preflight.admission.structure.check import PASSED, Blocking, Check, first_of
from preflight.admission.structure.limits import enum_check, length_check, range_words
from preflight.admission.structure.types import is_integer, wrong_type
from preflight.finding import Finding
from preflight.values import MAX_INT64, MIN_INT64, shown

Number = int | float
NumberCheck = Callable[[Number], Sequence[Finding]]

REMEMBERED = 1024
"""Values of one string whose answer is kept: the same words stand in many objects."""
MAX_REMEMBERED = 64
"""Characters of a value whose answer is kept."""
MEND = "Mend {} in the CustomResourceDefinition."
MAX_PATTERN = 160
"""Characters of a pattern that are shown."""
MAX_FLOAT = 3.4028234663852886e38
RANGES: dict[str, tuple[Number, Number]] = {"int32": (-(2**31), 2**31 - 1), "float": (-MAX_FLOAT, MAX_FLOAT)}
"""What a number of the format holds. Kubernetes before 1.36 stores more, which no client can read then."""
MAX_WHOLE_FLOAT = 2**53 - 1
TOLERANCE = 1e-9
"""With which a quotient counts as whole (go-openapi's swag package, IsFloat64AJSONInteger)."""


def string_check(schema: Schema, further: Sequence[Check]) -> Check:
    """Return the check of a string."""
    limits = (length_check(schema), _pattern(schema), _format(schema), enum_check(schema), *further)
    tests = [test for test in limits if test]

    def judge(value: str) -> Sequence[Finding]:
        return first_of(tests, value)

    remembered = lru_cache(REMEMBERED)(judge)

    def check(value: object) -> Sequence[Finding]:
        if not isinstance(value, str):
            return wrong_type(value, "string")
        return remembered(value) if len(value) <= MAX_REMEMBERED else judge(value)

    def check_type(value: object) -> Sequence[Finding]:
        return PASSED if isinstance(value, str) else wrong_type(value, "string")

    return check if tests else check_type


def number_check(schema: Schema, further: Sequence[Check]) -> Check:
    """Return the check of a number, or of an integer where that is the schema's type."""
    whole = schema.type == "integer"
    limits = (_range(schema), _fitting(schema), _multiple(schema), enum_check(schema), *further)
    tests = [test for test in ((_nothing_fits(schema) if whole else None), *limits) if test]

    def check(value: object) -> Sequence[Finding]:
        if isinstance(value, bool) or not isinstance(value, int | float) or (whole and not is_integer(value)):
            return wrong_type(value, "integer" if whole else "number")
        number = int(value) if is_integer(value) else float(value)  # as kubectl and the API server read it
        return first_of(tests, number)

    return check


def boolean_check(schema: Schema, further: Sequence[Check]) -> Check:
    """Return the check of a boolean."""
    tests = [test for test in (enum_check(schema), *further) if test]

    def check(value: object) -> Sequence[Finding]:
        if not isinstance(value, bool):
            return wrong_type(value, "boolean")
        return first_of(tests, value)

    return check


def _pattern(schema: Schema) -> Callable[[str], Sequence[Finding]] | None:
    pattern = schema.pattern
    if not pattern:
        return None
    words = pattern if len(pattern) <= MAX_PATTERN and pattern.isprintable() else shown(pattern)

    def check(value: str) -> Sequence[Finding]:
        matches = matching(pattern)
        if matches is None:
            reason = f"No value matches the pattern, since RE2 does not take it: {words}."
            return [Finding(code="GH124", reason=reason, fix="Mend the pattern in the CustomResourceDefinition.")]
        if matches(value):
            return PASSED
        reason = f"{shown(value)} does not match the pattern {words}."
        near = next((text for text in _variants(value) if matches(text)), None)
        fix = "Write a value that matches it." if near is None else f"Write {shown(near)}."
        return [Finding(code="GH124", reason=reason, fix=fix)]

    return check


def _variants(value: str) -> tuple[str, ...]:
    """Return what a name that does not match was likely meant to be."""
    lower = value.strip().lower()
    return value.strip(), lower, lower.replace("_", "-").replace(" ", "-")


def _format(schema: Schema) -> Callable[[str], Sequence[Finding]] | None:
    known = format_of(schema.format)
    if known is None:
        return None

    def check(value: str) -> Sequence[Finding]:
        if known.accepts(value):
            return PASSED
        reason = f"{shown(value)} is not {known.meaning}, as the format {schema.format} asks."
        return [Blocking(code="GH125", reason=reason, fix=f"Write {known.meaning}, such as {shown(known.example)}.")]

    return check


def _fitting(schema: Schema) -> NumberCheck | None:
    least, most = RANGES.get(schema.format, (None, None))
    if least is None or most is None or (schema.format == "int32") != (schema.type == "integer"):
        return None

    def check(value: Number) -> Sequence[Finding]:
        if least <= value <= most:
            return PASSED
        reason = f"{shown(value)} does not fit into the format {schema.format}."
        return [Finding(code="GH125", reason=reason, fix=f"Write a number from {least} to {most}.")]

    return check


def _nothing_fits(schema: Schema) -> NumberCheck | None:
    """Return the refusal of every integer, where a limit of theirs is none itself; None where all are."""
    least, most = RANGES["int32"] if schema.format == "int32" else (MIN_INT64, MAX_INT64)
    limits = {"minimum": schema.minimum, "maximum": schema.maximum, "multipleOf": schema.multiple_of}
    wrong = [name for name, limit in limits.items() if limit is not None and (limit % 1 or not least <= limit <= most)]
    if not wrong:
        return None
    name = wrong[0]
    what = "32 bits" if schema.format == "int32" else "64 bits"
    reason = f"No integer is allowed, since {name}, {shown(limits[name])}, is no integer of {what}."
    finding = Finding(code="GH126", reason=reason, fix=MEND.format(name))
    return lambda _: [finding]


def _range(schema: Schema) -> NumberCheck | None:
    least, most = schema.minimum, schema.maximum
    words = range_words(schema)
    if not words:
        return None

    def check(value: Number) -> Sequence[Finding]:
        if least is not None and _before(least, value, open_end=schema.exclusive_minimum):
            return refusal(value)
        if most is not None and _before(-most, -value, open_end=schema.exclusive_maximum):
            return refusal(value)
        return PASSED

    def refusal(value: Number) -> Sequence[Finding]:
        reason, fix = f"{shown(value)} is not {words}.", f"Write a number that is {words}."
        return [Finding(code="GH126", reason=reason, fix=fix)]

    return check


def _before(limit: Number, value: Number, *, open_end: bool) -> bool:
    """Whether a number is less than the limit; kube-openapi cuts the limit of a whole number to a whole number."""
    bound = int(limit) if isinstance(value, int) else limit
    return value < bound or (open_end and value == bound)


def _multiple(schema: Schema) -> NumberCheck | None:
    factor = schema.multiple_of
    if not factor:
        return None

    whole_factor = int(factor)  # kube-openapi cuts that of a whole number to a whole number

    def check(value: Number) -> Sequence[Finding]:
        if isinstance(value, int) and not whole_factor:
            reason = f"No whole number is allowed, since the API server cuts multipleOf, {shown(factor)}, to 0 for one."
            return [Finding(code="GH126", reason=reason, fix=MEND.format("multipleOf"))]
        if value % whole_factor == 0 if isinstance(value, int) else _is_whole(_quotient(value, factor)):
            return PASSED
        reason = f"{shown(value)} is not a multiple of {shown(factor)}."
        return [Finding(code="GH126", reason=reason, fix=f"Write a multiple of {shown(factor)}.")]

    return check


def _quotient(value: float, factor: float) -> float:
    return 1 / factor * value if factor < 1 else value / factor


def _is_whole(quotient: float) -> bool:
    """Whether the API server takes a quotient for a whole number: one that is positive may be slightly larger."""
    if not abs(quotient) <= MAX_WHOLE_FLOAT:
        return False
    whole = int(quotient)
    return quotient == whole or (whole > 0 and (quotient - whole) / (quotient + whole) < TOLERANCE)
