"""Patterns as Go's regexp package reads them: RE2, unanchored."""

from collections.abc import Callable
from functools import lru_cache

from preflight.re2_patterns import options

REMEMBERED = 2048
"""Values of one pattern whose answer is kept: the same names stand in many objects."""
MAX_REMEMBERED = 256
"""Characters of a value whose answer is kept."""
MAX_PATTERNS = 512
"""Patterns that are kept compiled."""


@lru_cache(MAX_PATTERNS)
def matching(pattern: str) -> Callable[[str], bool] | None:
    """Return the function that says whether a text has a match of the pattern; None where RE2 does not take it."""
    import re2  # it costs start-up time

    # A set answers whether there is a match in half the time that finding the match takes.
    alone = re2.Set.SearchSet(options())
    try:
        alone.Add(pattern)
        alone.Compile()
    except (re2.error, UnicodeError):
        return None

    @lru_cache(REMEMBERED)
    def remembered(value: str) -> bool:
        return alone.Match(value) is not None

    def matches(value: str) -> bool:
        return remembered(value) if len(value) <= MAX_REMEMBERED else alone.Match(value) is not None

    return matches
