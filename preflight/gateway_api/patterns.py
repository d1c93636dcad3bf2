"""Regular expressions of routes, as Envoy and Go read them: RE2."""

from typing import Any

MAX_MEMORY = 8 << 20
"""Bytes that RE2 may spend on one pattern."""


def options() -> Any:
    """Return how RE2 compiles a pattern: in bounded memory, and without writing to standard error."""
    import re2  # it costs start-up time

    chosen = re2.Options()
    chosen.log_errors = False
    chosen.max_mem = MAX_MEMORY
    return chosen


def compiles(pattern: str) -> bool:
    """Say whether RE2 takes a pattern."""
    import re2  # it costs start-up time

    try:
        re2.compile(pattern, options())
    except (re2.error, UnicodeError):
        return False
    return True
