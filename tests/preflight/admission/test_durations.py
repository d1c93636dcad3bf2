"""Durations: the same grammar decides whether a text is one, and how long it is."""

from preflight.admission.durations import is_duration, microseconds

import pytest
from hypothesis import given
from hypothesis import strategies as st

PIECES = st.sampled_from(
    ["1", "0", "20", ".5", " ", "-", "h", "m", "ms", "s", "µs", "days", "week", "parsec", "x", "9" * 19]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_text_has_a_length_exactly_where_it_is_a_duration(text: str) -> None:
    assert (microseconds(text) is not None) == is_duration(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [("1h30m", 5_400_000_000), ("-1.5s", -1_500_000), ("0", 0), ("2 days", 172_800_000_000), ("1 parsec", None)],
)
def test_the_length(text: str, length: float | None) -> None:
    assert microseconds(text) == length


@pytest.mark.parametrize("text", ["1s " + "1" * 1_000_000, "1" * 1_000_000, "1 " * 500_000, "a" * 1_000_000])
def test_a_long_text_is_read_once(text: str) -> None:
    assert (microseconds(text) is not None) == text.startswith("1s")
