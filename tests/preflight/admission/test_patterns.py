"""Patterns in Go's syntax."""

from preflight.admission.patterns import MAX_REMEMBERED, matching

import pytest


@pytest.mark.parametrize(
    ("pattern", "value", "matches"),
    [
        ("^[a-z]+$", "abc", True),
        ("^[a-z]+$", "abc\n", False),
        ("b", "abc", True),
        ("^.$", "é", True),
        ("^.$", "😀", True),
        (r"^\PC*$", "é", True),
        (r"^\PC*$", "\x01", False),
        (r"^\d$", "٣", False),
        ("^a$", "x\na", False),
        ("(?m)^a$", "x\na", True),
        ("^x*$", "x" * (MAX_REMEMBERED + 1), True),
        ("^y*$", "x" * (MAX_REMEMBERED + 1), False),
    ],
)
def test_a_pattern_is_read_as_go_reads_it(pattern: str, value: str, matches: bool) -> None:
    found = matching(pattern)
    assert found is not None
    assert found(value) is matches


@pytest.mark.parametrize("pattern", ["(?=a)", r"(a)\1", "(", "a{2000}", r"(\pL{1000}|abc)", "\ud800"])
def test_a_pattern_that_go_does_not_compile_matches_nothing(pattern: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert matching(pattern) is None
    assert capfd.readouterr().err == ""
