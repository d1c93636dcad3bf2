"""Globs of Argo CD."""

from fnmatch import fnmatchcase

from preflight.rules.globs import matches

import pytest
from hypothesis import example, given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("glob", "text", "expected"),
    [
        ("web", "web", True),
        ("web", "webs", False),
        ("", "", True),
        ("*", "", True),
        ("team-*", "team-a", True),
        ("team-*", "a-team-a", False),
        ("*.example.com", "a.b.example.com", True),
        ("web.x", "web-x", False),
        ("w?b", "web", True),
        ("w?b", "wb", False),
        ("{web,argocd}", "argocd", True),
        ("{web,argocd}", "web,argocd", False),
        ("{web,team-*}-dev", "team-a-dev", True),
        ("{web,{a,b}c}", "bc", True),
        ("{web}", "web", True),
        ("{web,}", "", True),
        ("a,b", "a,b", True),
        ("[abc]x", "bx", True),
        ("[abc]x", "dx", False),
        ("[a-c]x", "bx", True),
        ("[!a-c]x", "bx", False),
        ("[!a-c]x", "dx", True),
        (r"\*", "*", True),
        (r"\*", "a", False),
        ("https://*:6443", "https://10.0.0.1:6443", True),
    ],
)
def test_what_a_glob_matches(glob: str, text: str, expected: bool) -> None:
    assert matches(glob, text) is expected


@pytest.mark.parametrize("glob", ["{web", "web}", "{web}}", "[web", "web]", "[]", "web\\", "a" * 2000, "{" * 1000])
def test_a_glob_that_is_not_valid_matches_nothing(glob: str) -> None:
    assert not matches(glob, glob)
    assert not matches(glob, "web")


@given(glob=st.text("ab*?-", max_size=8), text=st.text("ab-", max_size=8))
@example(glob="*a*a*a*a*a*a*a*a*a*a*b", text="a" * 8)
def test_without_brackets_and_braces_it_is_one_of_the_shell(glob: str, text: str) -> None:
    """The oracle is fnmatch, which has the same asterisk and question mark."""
    assert matches(glob, text) is fnmatchcase(text, glob)
