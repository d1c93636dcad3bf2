"""URLs: what of them is sent; test_request_parsing has the refusals."""

import posixpath

from preflight.gateway_api.urls import is_address, resolved

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("host", "expected"), [("192.0.2.1", True), ("[::1]", True), ("[192.0.2.1", False), ("a.b", False), ("1.2", False)]
)
def test_an_address_is_no_hostname(host: str, expected: bool) -> None:
    assert is_address(host) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "/"),
        ("/", "/"),
        ("/realms/../admin", "/admin"),
        ("/realms/%2e%2E/admin", "/admin"),
        ("/realms/.%2e/admin", "/admin"),
        ("/realms\\..\\admin", "/admin"),
        ("/realms/..", "/"),
        ("/a/b/..", "/a/"),
        ("/a/./b/.", "/a/b/"),
        ("/../../a", "/a"),
        ("/a//../b", "/a/b"),
        ("//a//b/", "//a//b/"),
        ("/realms/..%2fadmin", "/realms/..%2fadmin"),
        ("/a/...", "/a/..."),
    ],
)
def test_no_path_is_reached_in_a_roundabout_way(path: str, expected: str) -> None:
    assert resolved(path) == expected


@given(st.lists(st.sampled_from(["a", "b", ".", "..", "%2e"]), min_size=1, max_size=6))
def test_a_path_is_resolved_as_that_of_a_file(segments: list[str]) -> None:
    """Oracle: posixpath.normpath, which knows no trailing slash and no percent signs."""
    path = f"/{'/'.join(segments)}"
    assert resolved(path).rstrip("/") == posixpath.normpath(path.replace("%2e", ".")).rstrip("/")
    assert resolved(resolved(path)) == resolved(path)
