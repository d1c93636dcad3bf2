"""How RE2 compiles a pattern that was read from a file."""

from typing import Any

MAX_MEMORY = 8 << 20
"""Bytes that RE2 may spend on one pattern; those of the bundled CRDs need an eighth."""


def options() -> Any:
    """Return how RE2 compiles a pattern: in bounded memory, and without writing to standard error."""
    import re2  # it costs start-up time

    chosen = re2.Options()
    chosen.log_errors = False
    chosen.max_mem = MAX_MEMORY
    return chosen
