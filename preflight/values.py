"""Values as findings show them: on one line, shortened, whatever was read."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

MIN_INT64, MAX_INT64 = -(2**63), 2**63 - 1
"""What a whole number of 64 bits can be: kubectl and the API server read others as floating-point numbers."""
MAX_PORT = 65535
"""What a port of TCP or UDP can be."""
MAX_SHOWN = 80
"""Characters of one value."""
MAX_DIGITS = 1000
"""Binary digits of a whole number that is shown; Python refuses to write very long ones."""
MAX_LISTED = 16
"""Values of one list of those that are allowed."""
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._/-]*")
WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n", "null"))
"""A text that needs no quotes in YAML, and those that are something else without."""


def shown(value: object) -> str:
    """Return a value much as JSON has it, text in single quotes, cut after MAX_SHOWN characters.

    A value that JSON does not know is shown by its type, as in `<datetime>`.
    """
    text = ""
    for part in _parts(value):
        text += part
        if len(text) > MAX_SHOWN:
            return shortened(text, MAX_SHOWN)
    return text


def flow(value: object) -> str:
    """Return a value as YAML has it on one line, with quotes only where it needs them, cut after MAX_SHOWN characters.

    It is one that a schema has admitted, so that it is not nested deeply.
    """
    return shortened(_flow(value), MAX_SHOWN)


def listed(values: Sequence[Any], word: str = "and", *, most: int = MAX_LISTED) -> str:
    """Return values as a sentence lists them: `'HTTP', 'HTTPS' and 'TLS'`; the first ones where there are more."""
    return _joined([shown(value) for value in values[:most]], len(values[most:]), word)


def series(texts: Sequence[str], word: str = "and", *, most: int = MAX_LISTED) -> str:
    """Return texts as `listed` does, without quotes: `HTTP, HTTPS and TLS`."""
    return _joined(list(texts[:most]), len(texts[most:]), word)


def counted(number: int, noun: str) -> str:
    """Write a number of things, as in `1 error` and `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters: one that is longer ends with three dots."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _joined(texts: list[str], more: int, word: str) -> str:
    if more:
        texts = [*texts, f"{more} others" if more > 1 else "1 other"]
    return f" {word} ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def _flow(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_flow(key)}: {_flow(entry)}" for key, entry in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case str() if PLAIN.fullmatch(value) and value.lower() not in WORDS:
            return value
        case _:
            return shown(value)


def _parts(value: object) -> Iterator[str]:
    """Write a value part by part, so that only as much as is shown is ever looked at."""
    match value:
        case None:
            yield "null"
        case bool():
            yield "true" if value else "false"
        case str():
            yield repr(value[: MAX_SHOWN + 1])
        case int():
            yield str(value) if value.bit_length() <= MAX_DIGITS else "<very large number>"
        case float():
            yield repr(value)
        case dict():
            yield from _entries(value)
        case list():
            yield from _items(value)
        case _:
            yield f"<{type(value).__name__}>"


def _entries(value: dict[object, object]) -> Iterator[str]:
    separator = "{"
    for key, entry in value.items():
        yield separator
        yield from _parts(key)
        yield ": "
        yield from _parts(entry)
        separator = ", "
    yield "}" if value else "{}"


def _items(value: list[object]) -> Iterator[str]:
    separator = "["
    for item in value:
        yield separator
        yield from _parts(item)
        separator = ", "
    yield "]" if value else "[]"


def refused(where: str, problem: str, *, allowed: str, fix: str) -> ValueError:
    """Say of a wrong argument what was given, what is allowed and what to write instead."""
    return ValueError(f"{where}: {problem}. Allowed: {allowed}. Fix: {fix}.")
