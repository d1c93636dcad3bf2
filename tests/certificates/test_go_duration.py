"""Durations as Go writes them."""

from fractions import Fraction

from constructs_lib.certificates.go_duration import UNITS, go_duration
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

parts = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 999), st.sampled_from(sorted(UNITS))), min_size=1, max_size=4
)


@given(parts)
def test_a_duration_is_the_sum_of_its_parts(written: list[tuple[int, int, str]]) -> None:
    """Oracle: the numbers that it was written from."""
    text = "".join(f"{whole}.{thousandths:03}{unit}" for whole, thousandths, unit in written)
    seconds = sum(Fraction(1000 * whole + thousandths, 1000) * UNITS[unit] for whole, thousandths, unit in written)
    assert go_duration("duration", text, "0s") == seconds


@pytest.mark.parametrize(
    ("text", "seconds"), [("2160h", 90 * 24 * 3600), ("1h30m", 5400), ("5m0s", 300), ("300s", 300), ("1.5h", 5400)]
)
def test_a_duration_is_read(text: str, seconds: int) -> None:
    assert go_duration("duration", text, "5m") == seconds


def test_each_unit_is_that_of_go() -> None:
    """Oracle: the constants of Go's package time, in nanoseconds."""
    nanoseconds = {"ns": 1, "us": 1000, "µs": 1000, "ms": 1000_000, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
    seconds = {unit: go_duration("duration", f"1{unit}", "0s") for unit in nanoseconds}
    assert seconds == {unit: Fraction(count, 10**9) for unit, count in nanoseconds.items()}
    assert set(UNITS) == set(nanoseconds)


def test_a_duration_is_at_most_what_go_can_count_in_nanoseconds() -> None:
    assert go_duration("duration", f"{2**63 - 1}ns", "1h") == Fraction(2**63 - 1, 10**9)
    assert refusal(lambda: go_duration("duration", f"{2**63}ns", "1h")) == (
        "duration: '9223372036854775808ns' is not in range. Allowed: at least 1h. Fix: write a duration in that range."
    )


NOT_READ = (
    "is not a duration. Allowed: numbers with the units h, m and s, such as '2160h' or '1h30m'; there is no unit for "
    "days. Fix: write"
)


@pytest.mark.parametrize("value", ["", "1", "h", "1 h", "-1h", "1h 30m", "1H", ".5h", "1.h", "1d2h", "1w", 3600, None])
def test_what_go_does_not_read_is_refused(value: object) -> None:
    assert refusal(lambda: go_duration("duration", value, "1h")) == (
        f"duration: {value!r} {NOT_READ} it in hours, such as '24h' for a day."
    )


def test_days_are_said_in_hours() -> None:
    assert refusal(lambda: go_duration("duration", "90d", "1h")) == f"duration: '90d' {NOT_READ} '2160h'."


@pytest.mark.parametrize("text", ["59m59s", "0h", "9999999h"])
def test_a_duration_out_of_range_is_refused(text: str) -> None:
    assert refusal(lambda: go_duration("duration", text, "1h")) == (
        f"duration: {text!r} is not in range. Allowed: at least 1h. Fix: write a duration in that range."
    )
