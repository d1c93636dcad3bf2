"""Regular expressions of routes."""

from preflight.gateway_api.patterns import full_matcher

import pytest


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
