"""Globs of Argo CD, such as those of destinations: `*`, `?`, `[a-z]`, `[!a-z]` and `{web,shop-*}`.

Source: Argo CD, util/glob, and gobwas/glob, which it uses without separators: an asterisk stands for anything.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from preflight.re2_patterns import options

MAX_LENGTH = 1024
"""Characters of a glob that is read; a longer one matches nothing."""
PART = re.compile(
    r"(?P<any>\*+)|(?P<one>\?)|\[(?P<not>!?)(?P<set>[^\[\]\\]+)\]|(?P<open>\{)|(?P<close>\})|(?P<comma>,)|\\(?P<escaped>.)"
    r"|(?P<plain>[^\[\]\\])",
    re.DOTALL,
)


def matches(glob: str, text: str) -> bool:
    """Say whether a glob matches all of a text; one that is not valid matches nothing."""
    compiled = _compiled(glob)
    return compiled is not None and compiled.fullmatch(text) is not None


@lru_cache(maxsize=256)
def _compiled(glob: str) -> Any:
    import re2  # it costs start-up time

    pattern = None if len(glob) > MAX_LENGTH else _pattern(glob)
    try:
        return None if pattern is None else re2.compile(pattern, options())
    except re2.error:
        return None


def _pattern(glob: str) -> str | None:
    """Return a glob as a regular expression; None for one that is not valid."""
    at, depth, written = 0, 0, list[str]()
    while at < len(glob):
        part = PART.match(glob, at)
        if part is None:
            return None
        at = part.end()
        depth += {"open": 1, "close": -1}.get(part.lastgroup or "", 0)
        if depth < 0:
            return None
        written.extend(_of(part, depth))
    return None if depth else f"(?s){''.join(written)}"


def _of(part: re.Match[str], depth: int) -> Iterator[str]:
    """Yield the regular expression of a part of a glob; a comma is one between alternatives within braces only."""
    fixed = {"any": ".*", "one": ".", "open": "(?:", "close": ")", "comma": "|" if depth else ","}
    name = part.lastgroup or ""
    if name == "set":
        first, dash, last = part["set"].partition("-")
        inner = f"{re.escape(first)}-{re.escape(last)}" if dash and first and last else re.escape(part["set"])
        yield f"[{'^' if part['not'] else ''}{inner}]"
    else:
        yield fixed[name] if name in fixed else re.escape(part[name])
