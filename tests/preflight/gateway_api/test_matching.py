import re

from preflight.gateway_api.matches import EXACT, PREFIX, REGEX, Match, ValueMatch
from preflight.gateway_api.matching import Sent, full_match, mismatch, path_matches, sent_of
from preflight.gateway_api.requests import Request

import pytest
from hypothesis import given
from hypothesis import strategies as st


def match(kind: str = PREFIX, path: str = "", **fields: object) -> Match:
    parts = {"method": None, "headers": (), "queries": ()} | fields
    return Match(kind, path, (len(path), 0), **parts)  # type: ignore[arg-type]  # each test gives what it needs


def sent(path: str = "/", **fields: object) -> Sent:
    parts = {"method": "GET", "headers": {}, "queries": {}} | fields
    return Sent(scheme="http", path=path, **parts)  # type: ignore[arg-type]  # each test gives what it needs


@pytest.mark.parametrize(
    ("kind", "path", "takes", "leaves"),
    [
        (EXACT, "/a", ["/a"], ["/a/", "/A", "/a/b", "/"]),
        (PREFIX, "/a", ["/a", "/a/", "/a/b", "/a//"], ["/ab", "/A", "/"]),
        (PREFIX, "", ["/", "/a"], ["*"]),
        (REGEX, "/a[0-9]+", ["/a1", "/a22"], ["/a", "/a1/", "x/a1"]),
        (REGEX, "/(?i)A", ["/a"], []),
        (REGEX, "(", [], ["(", "/"]),
    ],
)
def test_paths(kind: str, path: str, takes: list[str], leaves: list[str]) -> None:
    assert [each for each in takes if not path_matches(match(kind, path), each)] == []
    assert [each for each in leaves if path_matches(match(kind, path), each)] == []


@pytest.mark.parametrize(
    ("of", "request_", "reason"),
    [
        (match(path="/x"), sent("/y"), "its path prefix /x does not match"),
        (match(EXACT, "/x"), sent("/y"), "its exact path /x does not match"),
        (match(method="POST"), sent(), "it asks for the method POST"),
        (match(headers=(ValueMatch("x-a", "1", False),)), sent(), "the header x-a is missing"),
        (match(headers=(ValueMatch("x-a", "1", False),)), sent(headers={"x-a": "2"}), "the header x-a is '2', not '1'"),
        (
            match(headers=(ValueMatch("x-a", "[01]", True),)),
            sent(headers={"x-a": "12"}),
            "the header x-a is '12' and does not match '[01]'",
        ),
        (match(queries=(ValueMatch("p", "1", False),)), sent(), "the query parameter p is missing"),
        (
            match(queries=(ValueMatch("p", "1", False),)),
            sent(queries={"p": ""}),
            "the query parameter p is '', not '1'",
        ),
    ],
)
def test_a_mismatch_says_why(of: Match, request_: Sent, reason: str) -> None:
    assert mismatch(of, request_) == reason


def test_all_that_is_asked_for_is_there() -> None:
    asked = match(
        path="/x",
        method="GET",
        headers=(ValueMatch("x-a", "1.*", True),),
        queries=(ValueMatch("p", "1", False),),
    )
    assert mismatch(asked, sent("/x/y", headers={"x-a": "12"}, queries={"p": "1"})) is None


def test_of_a_parameter_that_is_there_twice_the_first_counts() -> None:
    request = Request(scheme="http", host="a", port=80, query="p=1&q=&&p=2")
    assert sent_of(request).queries == {"p": "1", "q": ""}


@given(
    pattern=st.text(alphabet="ab.*", max_size=5).filter(lambda text: not re.search(r"\*\*|^\*", text)),
    text=st.text(alphabet="ab", max_size=5),
)
def test_patterns_match_in_full_as_those_of_python_do(pattern: str, text: str) -> None:
    assert full_match(pattern, text) == (re.fullmatch(pattern, text) is not None)
