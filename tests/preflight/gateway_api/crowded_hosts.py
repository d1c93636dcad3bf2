"""Hosts with many rules that one path, or one pattern each, may match: matches, and requests that one of them takes."""

from collections.abc import Callable
from typing import Any

from tests.preflight.gateway_api.asking import header, path_match
from tests.preflight.gateway_api.states import Json


def by_pattern(number: int) -> Json:
    return path_match(f"/r{number}/[a-z]+", "RegularExpression")


def by_header(number: int) -> Json:
    return path_match("/p", headers=[header("x-every", "1"), header("x-tenant", f"t{number}")])


def by_header_pattern(number: int) -> Json:
    return path_match("/p", headers=[header("x-tenant", f"t{number}-[a-z]*", "RegularExpression")])


def by_query(number: int) -> Json:
    return path_match("/p", queryParams=[header("tenant", f"t{number}")])


def by_nothing(_: int) -> Json:
    return path_match("/p")


SHAPES: dict[str, tuple[Callable[[int], Json], Callable[[int], dict[str, Any]]]] = {
    "pattern": (by_pattern, lambda number: {"path": f"/r{number}/abc"}),
    "header": (by_header, lambda number: {"path": "/p", "headers": {"x-every": "1", "x-tenant": f"t{number}"}}),
    "header pattern": (by_header_pattern, lambda number: {"path": "/p", "headers": {"x-tenant": f"t{number}-a"}}),
    "query": (by_query, lambda number: {"path": "/p", "query": f"tenant=t{number}"}),
}
"""By what tells the rules apart: the match of the rule with a number, and the parts of a request for it."""
