"""Matching: whether a request is what a match asks for, and if not, why.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteMatch; Envoy matches regular expressions with RE2, in full.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from preflight.gateway_api.matches import EXACT, PREFIX, Match, ValueMatch
from preflight.gateway_api.patterns import full_matcher
from preflight.gateway_api.requests import Request
from preflight.values import shown


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
        queries=_parameters(request.query),
    )


def _parameters(query: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, query.split("&")):
        name, _, value = part.partition("=")
        found.setdefault(name, value)
    return found


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
    matcher = full_matcher(pattern)
    return matcher is not None and matcher(text)


def _problem(what: str, each: ValueMatch, values: Mapping[str, str]) -> str | None:
    value = values.get(each.name)
    if value is None:
        return f"the {what} {each.name} is missing"
    if each.is_regex:
        if full_match(each.value, value):
            return None
        return f"the {what} {each.name} is {shown(value)} and does not match {shown(each.value)}"
    return None if value == each.value else f"the {what} {each.name} is {shown(value)}, not {shown(each.value)}"
