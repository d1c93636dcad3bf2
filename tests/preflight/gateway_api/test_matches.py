from typing import Any

from preflight.gateway_api.matches import EXACT, PREFIX, REGEX, Match, matches_of
from tests.preflight.gateway_api.asking import header, path_match, rule
from tests.preflight.gateway_api.states import Json, gateway, route, service, the_route

import pytest


def read(*matches: Json, kind: str = "HTTPRoute") -> tuple[Match, ...]:
    found, _ = the_route(gateway(), service(), route(kind=kind, rules=[rule(*matches)]))
    return matches_of(found, found.rules[0])


def test_a_rule_without_matches_takes_all_paths() -> None:
    found, _ = the_route(gateway(), service(), route(kind="GRPCRoute"))
    assert [str(match) for match in matches_of(found, found.rules[0])] == ["the path prefix /"]


def test_matches_are_in_order_and_prefixes_have_no_trailing_slash() -> None:
    found = read(
        path_match("/a/"), path_match("/"), path_match("/a/", "Exact"), path_match("/a.*", "RegularExpression")
    )
    assert [(match.kind, match.path) for match in found] == [
        (PREFIX, "/a"),
        (PREFIX, ""),
        (EXACT, "/a/"),
        (REGEX, "/a.*"),
    ]


def test_header_names_are_in_lower_case_and_the_first_of_a_name_counts() -> None:
    headers = [header("X-Team", "a"), header("x-other", "b.*", "RegularExpression")]
    (found,) = read(path_match("/", headers=headers, queryParams=[header("Page", "1")], method="GET"))
    assert str(found) == (
        "the path prefix /, the method GET, the header x-team: a, the header x-other that matches b.* "
        "and the query parameter Page=1"
    )


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ({"service": "a.B", "method": "C"}, (EXACT, "/a.B/C", (6, 0))),
        ({"service": "a.B"}, (PREFIX, "/a.B", (4, 0))),
        ({"method": "C"}, (REGEX, "/.+/C", (0, 1))),
        ({"type": "RegularExpression", "service": "a.+", "method": "C"}, (REGEX, "/a.+/C", (3, 1))),
        ({"type": "RegularExpression", "service": "a.+"}, (REGEX, "/a.+/.+", (3, 0))),
    ],
)
def test_methods_of_grpc_are_paths(method: Json, expected: tuple[Any, ...]) -> None:
    (found,) = read({"method": method}, kind="GRPCRoute")
    assert (found.kind, found.path, found.length) == expected


def test_equal_matches_have_one_key_whatever_the_order() -> None:
    one, two = header("a", "1"), header("b", "2")
    first, second, third = read(
        path_match("/x", headers=[one, two]), path_match("/x/", headers=[two, one]), path_match("/x", headers=[one])
    )
    assert first.key == second.key
    assert first.key != third.key
