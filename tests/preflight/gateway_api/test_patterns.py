"""Regular expressions of routes."""

from preflight.gateway_api.patterns import compiles

import pytest


@pytest.mark.parametrize("pattern", ["", "/shop/.*", "[a-z]+", "(?i)shop", r"\d{2,4}"])
def test_re2_takes(pattern: str) -> None:
    assert compiles(pattern)


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "a{9999}", "(?=shop)", r"(a)\1", "\ud800"])
def test_re2_does_not_take(pattern: str) -> None:
    assert not compiles(pattern)


def test_what_re2_does_not_take_is_not_written_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert not compiles("(")
    assert capfd.readouterr() == ("", "")
