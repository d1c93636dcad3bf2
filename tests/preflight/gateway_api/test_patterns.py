"""Regular expressions of routes."""

from typing import Any

from preflight.gateway_api.patterns import PatternSet, full_matcher
from preflight.re2_patterns import options

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("pattern", ["", "/shop/.*", "[a-z]+", "(?i)shop", r"\d{2,4}"])
def test_re2_takes(pattern: str) -> None:
    assert full_matcher(pattern) is not None


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "a{9999}", "(?=shop)", r"(a)\1", "\ud800"])
def test_re2_does_not_take(pattern: str) -> None:
    assert full_matcher(pattern) is None


def test_what_re2_does_not_take_is_not_written_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert full_matcher("(") is None
    assert capfd.readouterr() == ("", "")


def test_a_pattern_is_compiled_once() -> None:
    assert full_matcher("/compiled/once") is full_matcher("/compiled/once")


PATTERNS = ["/a.*", "/[ab]+", "", "(", "/é", "\ud800", "(?i)/A", "/a/(b|c)/.*", ".*"]


@given(st.lists(st.sampled_from(PATTERNS), max_size=12), st.text("/abcAé\n", max_size=6), st.integers(1, 4))
def test_patterns_match_at_once_what_they_match_each(patterns: list[str], text: str, size: int) -> None:
    """Oracle: each pattern by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("preflight.gateway_api.patterns.SET_SIZE", size)
        found = PatternSet(patterns).matching(text)
    matchers = [(index, full_matcher(pattern)) for index, pattern in enumerate(patterns)]
    assert found == [index for index, matches in matchers if matches is not None and matches(text)]


@pytest.mark.parametrize("memory", [2_000, 12_000, 40_000, 200_000])
def test_patterns_that_take_much_memory_match_all_the_same(monkeypatch: pytest.MonkeyPatch, memory: int) -> None:
    def small() -> Any:
        chosen = options()
        chosen.max_mem = memory
        return chosen

    monkeypatch.setattr("preflight.gateway_api.patterns.options", small)
    full_matcher.cache_clear()
    patterns = [f"/.*/r{number}" for number in range(40)]
    expected = [
        index for index, pattern in enumerate(patterns) if (one := full_matcher(pattern)) is not None and one("/a/b/r7")
    ]
    assert PatternSet(patterns).matching("/a/b/r7") == expected
    full_matcher.cache_clear()
