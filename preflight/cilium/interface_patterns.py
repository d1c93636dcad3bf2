"""Interface patterns of L2 announcement policies: regular expressions of Go (RE2), found anywhere in a name.

Source: cilium/cilium, pkg/l2announcer/l2announcer.go (upsertPolicy).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from preflight.re2_patterns import options

MAX_PATTERNS = 1024
"""Patterns that are kept compiled."""
GLOB = re.compile(r"\^?[\w-]*\*[\w-]*\$?")
"""What a shell would take for the beginning or the end of a name: `eth*` is `et` with any number of `h`."""
ESCAPE_OR_CLASS = re.compile(r"\\.|\[\^?\]?[^\]]*\]", re.DOTALL)


def compiles(pattern: str) -> bool:
    """Say whether RE2 takes a pattern."""
    return _compiled(pattern) is not None


def matching(patterns: Sequence[str], interfaces: Sequence[str]) -> tuple[str, ...]:
    """Return the interfaces that one of the patterns is found in; without patterns all of them."""
    if not patterns:
        return tuple(interfaces)
    compiled = [expression for pattern in patterns if (expression := _compiled(pattern)) is not None]
    return tuple(name for name in interfaces if any(expression.search(name) for expression in compiled))


def looks_like_a_glob(pattern: str) -> bool:
    """Say whether a pattern was likely meant for a shell: its only sign is a `*` that follows no `.` and no bracket."""
    return GLOB.fullmatch(pattern) is not None


def is_anchored(pattern: str) -> bool:
    """Say whether a pattern is held at both ends, so that `eth1` is not found in `eth10` or `veth1`.

    Alternatives outside of brackets count as not held: `^eth0|eth1$` is held at one end each.
    """
    held = pattern.startswith("^") and pattern.endswith("$") and not pattern.endswith("\\$")
    return held and not _has_choice(pattern)


def _has_choice(pattern: str) -> bool:
    """Say whether there is a `|` outside of all brackets."""
    depth = 0
    for character in ESCAPE_OR_CLASS.sub("", pattern):
        if character == "|" and depth == 0:
            return True
        depth += {"(": 1, ")": -1}.get(character, 0)
    return False


@lru_cache(maxsize=MAX_PATTERNS)
def _compiled(pattern: str) -> Any:
    """Compile a pattern in bounded memory, without writing to standard error; None where RE2 does not take it."""
    import re2  # it costs start-up time

    try:
        return re2.compile(pattern, options())
    except (re2.error, UnicodeError):
        return None
