"""Regular expressions: find and findAll, in the dialect of Go's regexp package, RE2."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from preflight.admission.cel.library.function import method
from preflight.re2_patterns import options


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    import re2  # it costs start-up time

    return re2.compile(pattern, options=options())


def find(text: str, pattern: str) -> str:
    """Return the first part of a text that matches, or an empty text."""
    return next(_matches(text, pattern), "")


def find_all(text: str, pattern: str, limit: int = -1) -> list[str]:
    """Return the parts of a text that match, at most so many unless the limit is negative."""
    found: list[str] = []
    matches = _matches(text, pattern)
    while len(found) != limit and (part := next(matches, None)) is not None:
        found.append(part)
    return found


def _matches(text: str, pattern: str) -> Iterator[str]:
    """Yield each match; as in Go, an empty one does not count right after another."""
    end_before = -1
    for match in _compiled(pattern).finditer(text):
        begin, end = match.span()
        if end > begin or begin != end_before:
            yield match[0]
        end_before = end


REGEX = (
    method("find", ("string", "string"), "string", find),
    method("findAll", ("string", "string"), "list<string>", find_all),
    method("findAll", ("string", "string", "int"), "list<string>", find_all),
)
