from typing import Any

from preflight.gateway_api.matches import EXACT, PREFIX, Match
from preflight.gateway_api.paths import location, modified_path, with_prefix, with_query
from preflight.gateway_api.requests import Request

import pytest
from hypothesis import given
from hypothesis import strategies as st


def match(kind: str, path: str) -> Match:
    return Match(kind, path, (len(path), 0), None, (), ())


@pytest.mark.parametrize(
    ("path", "prefix", "replacement", "expected"),
    [
        ("/foo/bar", "/foo", "/xyz", "/xyz/bar"),
        ("/foo/bar", "/foo", "/xyz/", "/xyz/bar"),
        ("/foo/bar", "/foo/", "/xyz", "/xyz/bar"),
        ("/foo/bar", "/foo/", "/xyz/", "/xyz/bar"),
        ("/foo", "/foo", "/xyz", "/xyz"),
        ("/foo/", "/foo", "/xyz", "/xyz/"),
        ("/foo/bar", "/foo", "", "/bar"),
        ("/foo/", "/foo", "", "/"),
        ("/foo", "/foo", "", "/"),
        ("/foo/", "/foo", "/", "/"),
        ("/foo", "/foo", "/", "/"),
        ("/bar", "", "/xyz", "/xyz/bar"),
        ("/", "", "/xyz", "/xyz/"),
    ],
)
def test_prefixes(path: str, prefix: str, replacement: str, expected: str) -> None:
    """The table of HTTPPathModifier's doc comment, and what follows from it."""
    assert with_prefix(prefix, replacement, path) == expected


@given(rest=st.lists(st.sampled_from(["a", "b"]), max_size=3), slash=st.booleans(), root=st.sampled_from(["", "/x"]))
def test_what_comes_after_the_prefix_is_kept(rest: list[str], slash: bool, root: str) -> None:
    tail = "".join(f"/{each}" for each in rest) + ("/" if slash else "")
    assert with_prefix("/foo", root, f"/foo{tail}") == ((root + tail) or "/")


def test_a_full_path_replaces_all() -> None:
    assert modified_path({"type": "ReplaceFullPath", "replaceFullPath": "/new"}, match(EXACT, "/a"), "/a") == "/new"
    assert modified_path(None, match(EXACT, "/a"), "/a") == "/a"


@pytest.mark.parametrize(
    ("redirect", "scheme", "listener_port", "expected"),
    [
        ({}, "http", 80, "http://shop.test/a/b?q=1&&r="),
        ({}, "http", 8080, "http://shop.test:8080/a/b?q=1&&r="),
        ({}, "https", 443, "https://shop.test/a/b?q=1&&r="),
        ({"scheme": "https"}, "http", 8080, "https://shop.test/a/b?q=1&&r="),
        ({"scheme": "https", "port": 8443}, "http", 80, "https://shop.test:8443/a/b?q=1&&r="),
        ({"scheme": "http", "port": 443}, "https", 443, "http://shop.test:443/a/b?q=1&&r="),
        ({"port": 80}, "http", 8080, "http://shop.test/a/b?q=1&&r="),
        ({"hostname": "new.test"}, "http", 80, "http://new.test/a/b?q=1&&r="),
        ({"path": {"type": "ReplaceFullPath", "replaceFullPath": "/c"}}, "http", 80, "http://shop.test/c?q=1&&r="),
        (
            {"path": {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/c/"}},
            "http",
            80,
            "http://shop.test/c/b?q=1&&r=",
        ),
    ],
)
def test_locations(redirect: dict[str, Any], scheme: str, listener_port: int, expected: str) -> None:
    request = Request(scheme=scheme, host="shop.test", port=listener_port, path="/a/b", query="q=1&&r=")
    path = with_query(modified_path(redirect.get("path"), match(PREFIX, "/a"), request.path), request)
    assert location(redirect, request, path, listener_port) == expected
