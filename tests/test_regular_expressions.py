"""Regular expressions: those that Go compiles, and no others."""

from constructs_lib.regular_expressions import regular_expression
from tests.conftest import refusal

import pytest


@pytest.mark.parametrize(
    "pattern",
    ["a", "^a.*$", r"\d+\pL\\C", r"\\\\C", r"(?P<name>a)", r"(?i)a", r"a{0,1000}", r"\x{10FFFF}", "ä", r"[\w-]"],
)
def test_what_go_compiles_is_returned_as_it_is(pattern: str) -> None:
    assert regular_expression("w", pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "detail"),
    [
        ("(?=a)", "invalid perl operator: (?="),
        ("(?!a)", "invalid perl operator: (?!"),
        ("(?<=a)b", "invalid perl operator: (?<="),
        ("(?<!a)b", "invalid perl operator: (?<!"),
        (r"(a)\1", r"invalid escape sequence: \1"),
        ("(a", "missing ): (a"),
        ("a)", "unexpected ): a)"),
        ("[a", "missing ]: [a"),
        ("a{1001}", "invalid repetition size: {1001}"),
        ("a**", "bad repetition operator: **"),
        ("a\\", "trailing \\"),
        (r"\C", "\\C is not in Go"),
        (r"a\\\C", "\\C is not in Go"),
        ("\ud800", "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
    ],
)
def test_what_go_does_not_compile_is_refused(pattern: str, detail: str) -> None:
    assert refusal(lambda: regular_expression("w", pattern)) == (
        f"w: {pattern!r} is not a regular expression of RE2 ({detail}). Allowed: RE2 syntax: no look-ahead, "
        "look-behind or back-references. Fix: rewrite it without them, or escape a character that is meant literally "
        "with '\\'."
    )


def test_an_empty_pattern_is_refused() -> None:
    assert refusal(lambda: regular_expression("w", "")) == (
        "w: '' matches everything. Allowed: a pattern. Fix: write what it should match."
    )
