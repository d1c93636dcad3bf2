"""Regular expressions of routes, as Envoy and Go read them: RE2."""

from collections.abc import Callable
from functools import lru_cache

from preflight.re2_patterns import options

MAX_PATTERNS = 512
"""Compiled patterns that are kept."""


@lru_cache(maxsize=MAX_PATTERNS)
def full_matcher(pattern: str) -> Callable[[str], bool] | None:
    """Return the function that says whether a whole text matches a pattern; None where RE2 does not take it."""
    import re2  # it costs start-up time

    try:
        compiled = re2.compile(pattern, options())
    except (re2.error, UnicodeError):
        return None
    return lambda text: compiled.fullmatch(text) is not None
