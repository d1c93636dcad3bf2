"""Texts made of a format and values, as cel-go makes them: `'%s has %d'.format([name, count])`.

https://github.com/google/cel-go/blob/master/ext/formatting.go
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from preflight.admission.cel.library.function import method
from preflight.admission.cel.library.strings import text_of_bool, text_of_bytes, text_of_number, text_of_time

CLAUSE = re.compile(r"%(?:(%)|(?:\.([0-9]+))?([bdefosxX])|)")
DEFAULT_PRECISION = 6
MAX_PRECISION = 100
"""Decimal places beyond are not written, since each clause could ask for many."""
NAMED_NUMBERS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
TIMES = "\N{MULTIPLICATION SIGN}"
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+")
ESCAPES = {character: f"\\{letter}" for character, letter in zip('\a\b\f\n\r\t\v\\"', 'abfnrtv\\"', strict=True)}
DELETE, MAX_BASIC = 0x7F, 0xFFFF


def formatted(text: str, values: list[Any]) -> str:
    """Return a text with a value in the place of each clause; raises ValueError where that cannot be."""
    waiting = iter(values)

    def clause(match: re.Match[str]) -> str:
        percent, precision, letter = match.groups()
        if percent:
            return percent
        if letter is None:
            raise ValueError("could not parse formatting clause")
        places = DEFAULT_PRECISION if precision is None else int(precision)
        if places > MAX_PRECISION:
            raise NotImplementedError(f"more than {MAX_PRECISION} decimal places are not written")
        for value in waiting:
            return CLAUSES[letter](value, places)
        raise ValueError(f"index {len(values)} out of range")

    return CLAUSE.sub(clause, text)


def _string(value: Any, _: int = 0) -> str:  # noqa: PLR0911  # a line for each type
    match value:
        case str():
            return value
        case bool():
            return text_of_bool(value)
        case int():
            return str(value)
        case float():
            return text_of_number(value)
        case None:
            return "null"
        case bytes() | bytearray():
            return text_of_bytes(bytes(value))
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            entries = sorted((_literal(key), _literal(item)) for key, item in value.items())
            return f"{{{', '.join(f'{key}:{item}' for key, item in entries)}}}"
        case datetime() | timedelta():
            return text_of_time(value)
    raise NotImplementedError("a type is not written")


def _literal(value: Any) -> str:
    """Write an item of a list or a map as an expression has it."""
    match value:
        case str():
            return _quoted(value)
        case bytes() | bytearray():
            return f"b{_quoted(text_of_bytes(bytes(value)))}"
        case float() if not math.isfinite(value):
            return _quoted(text_of_number(value))
        case float():
            return f"{value:.{DEFAULT_PRECISION}f}"
    return _string(value)


def _quoted(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code < ord(" ") or code == DELETE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= MAX_BASIC else f"\\U{code:08x}"


def _whole(letter: str) -> Callable[[Any, int], str]:
    """Return what writes a whole number, and in other bases than ten more than that."""

    def written(value: Any, _: int) -> str:
        if isinstance(value, bool):
            if letter == "b":
                return str(int(value))
        elif isinstance(value, int):
            return format(value, letter)
        elif letter in "xX" and isinstance(value, str | bytes | bytearray):
            digits = (value.encode() if isinstance(value, str) else bytes(value)).hex()
            return digits.upper() if letter == "X" else digits
        raise TypeError(f"no such overload: %{letter} of {type(value).__name__}")

    return written


def _number(value: Any) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, str) and value in NAMED_NUMBERS:
        return NAMED_NUMBERS[value]
    raise TypeError(f"no such overload: a decimal number of {type(value).__name__}")


def _fixed(value: Any, places: int) -> str:
    """Write a number with so many decimal places, as English has it: 1,234.50."""
    number = _number(value)
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "∞" if number > 0 else "-∞"
    return f"{number or 0.0:,.{places}f}"


def _scientific(value: Any, _: int) -> str:
    """Write a number with superscripts; the places that are asked for count for nothing, as in the API server."""
    number = _number(value)
    if not math.isfinite(number):
        raise NotImplementedError("neither an infinite number nor NaN is written with an exponent")
    mantissa, exponent = f"{number or 0.0:.{DEFAULT_PRECISION}e}".split("e")
    return f"{mantissa}{TIMES}10{exponent.translate(SUPERSCRIPTS)}"


CLAUSES: Mapping[str, Callable[[Any, int], str]] = {
    "e": _scientific,
    "f": _fixed,
    "s": _string,
    **{letter: _whole(letter) for letter in "bdoxX"},
}

FORMATTING = (method("format", ("string", "list<dyn>"), "string", formatted),)
