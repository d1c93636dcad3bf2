"""Matching: whether a request is what a match asks for, and if not, why.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteMatch; Envoy matches regular expressions with RE2, in full.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from preflight.gateway_api.matches import EXACT, PREFIX, Match, ValueMatch
from preflight.gateway_api.patterns import options
from preflight.gateway_api.requests import Request
from preflight.values import shown

MAX_PATTERNS = 512
"""Compiled patterns that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The parts of a request that are matched."""

    scheme: str
    path: str
    method: str
    headers: Mapping[str, str]
    """By name in lower case."""
    queries: Mapping[str, str]
    """The first value of each parameter."""


def sent_of(request: Request) -> Sent:
    """Return what of a request is matched: of a query parameter that is there twice the first value."""
    return Sent(
        scheme=request.scheme,
        path=request.path,
        method=request.method,
        headers=request.headers,
        queries=dict(reversed(request.query)),
    )


def mismatch(match: Match, sent: Sent) -> str | None:
    """Say why a request is not what a match asks for; None where it is."""
    if not path_matches(match, sent.path):
        return f"its {match.path_text} does not match"
    if match.method not in (None, sent.method):
        return f"it asks for the method {match.method}"
    for each in match.headers:
        problem = _problem("header", each, sent.headers)
        if problem is not None:
            return problem
    for each in match.queries:
        problem = _problem("query parameter", each, sent.queries)
        if problem is not None:
            return problem
    return None


def path_matches(match: Match, path: str) -> bool:
    """Say whether a path is the one that a match asks for; the query is no part of it."""
    if match.kind == EXACT:
        return path == match.path
    if match.kind == PREFIX:
        return path.startswith(match.path) and path[len(match.path) : len(match.path) + 1] in ("", "/")
    return full_match(match.path, path)


def full_match(pattern: str, text: str) -> bool:
    """Say whether the whole text matches a pattern; one that RE2 does not take matches nothing."""
    return _matcher(pattern)(text)


def _problem(what: str, each: ValueMatch, values: Mapping[str, str]) -> str | None:
    value = values.get(each.name)
    if value is None:
        return f"the {what} {each.name} is missing"
    if each.is_regex:
        if full_match(each.value, value):
            return None
        return f"the {what} {each.name} is {shown(value)} and does not match {shown(each.value)}"
    return None if value == each.value else f"the {what} {each.name} is {shown(value)}, not {shown(each.value)}"


@lru_cache(maxsize=MAX_PATTERNS)
def _matcher(pattern: str) -> Callable[[str], bool]:
    """Compile a pattern, when it is first needed."""
    import re2  # it costs start-up time

    try:
        compiled = re2.compile(pattern, options())
    except (re2.error, UnicodeError):
        return lambda _: False
    return lambda text: compiled.fullmatch(text) is not None
