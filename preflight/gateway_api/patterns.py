"""Regular expressions of routes, as Envoy and Go read them: RE2."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from preflight.re2_patterns import options

MAX_PATTERNS = 512
"""Compiled patterns that are kept."""
SET_SIZE = 1024
"""Patterns that are matched at once: fewer take longer, and more take more memory."""
ANY_TEXT = "(?s).*"


@lru_cache(maxsize=MAX_PATTERNS)
def full_matcher(pattern: str) -> Callable[[str], bool] | None:
    """Return the function that says whether a whole text matches a pattern; None where RE2 does not take it."""
    import re2  # it costs start-up time

    try:
        compiled = re2.compile(pattern, options())
    except (re2.error, UnicodeError):
        return None
    return lambda text: compiled.fullmatch(text) is not None


class PatternSet:
    """Many patterns, which are matched at once: it takes little longer than to match one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile patterns; one that RE2 does not take matches nothing."""
        self._parts = [
            part
            for start in range(0, len(patterns), SET_SIZE)
            for part in _compiled(list(enumerate(patterns))[start : start + SET_SIZE])
        ]

    def matching(self, text: str) -> list[int]:
        """Return the indexes of the patterns that a whole text matches, in order."""
        return sorted(index for matcher, numbered in self._parts for index in _matching(matcher, numbered, text))


Numbered = list[tuple[int, str]]
"""Patterns with their indexes."""


def _compiled(numbered: Numbered) -> list[tuple[Any, Numbered]]:
    """Return sets of RE2 with their patterns: as few as its memory allows, and none for a pattern that takes it all."""
    import re2  # it costs start-up time

    found, taken = re2.Set.FullMatchSet(options()), []
    for each in numbered:
        try:
            found.Add(each[1])
        except (re2.error, UnicodeError):
            continue
        taken.append(each)
    found.Add(ANY_TEXT)
    try:
        found.Compile()
    except re2.error:
        half = len(taken) // 2
        return [*_compiled(taken[:half]), *_compiled(taken[half:])] if half else [(None, taken)]
    return [(found, taken)]


def _matching(matcher: Any, numbered: Numbered, text: str) -> list[int]:
    """Return the indexes of the patterns of one set; where it runs out of memory, each is matched by itself."""
    found = (matcher and matcher.Match(text)) or ()
    if len(numbered) in found:  # the one that matches any text
        return [numbered[index][0] for index in found if index < len(numbered)]
    return [index for index, pattern in numbered if (matches := full_matcher(pattern)) is not None and matches(text)]
