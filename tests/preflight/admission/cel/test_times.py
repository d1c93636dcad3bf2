from datetime import UTC, datetime, timedelta

from preflight.admission.cel.times import parsed_date, parsed_duration, parsed_timestamp

import pytest
from hypothesis import given
from hypothesis import strategies as st

DURATIONS = {
    "1h30m": timedelta(hours=1, minutes=30),
    "-1.5s": timedelta(seconds=-1.5),
    "+100ms": timedelta(milliseconds=100),
    "0": timedelta(0),
    "1us1µs1μs": timedelta(microseconds=3),
    ".5h": timedelta(minutes=30),
    "2 days": timedelta(days=2),
    "1 wk": timedelta(days=7),
    "3 hours 5 min": timedelta(hours=3, minutes=5),
    "1 m": timedelta(minutes=1),
}
TIMES = {
    "2026-01-31T12:00:00Z": datetime(2026, 1, 31, 12, tzinfo=UTC),
    "2026-01-31T12:00:00+02:00": datetime(2026, 1, 31, 10, tzinfo=UTC),
    "2026-01-31T12:00:00.123456789Z": datetime(2026, 1, 31, 12, 0, 0, 123456, tzinfo=UTC),
}


@pytest.mark.parametrize("text", DURATIONS)
def test_durations(text: str) -> None:
    assert parsed_duration(text) == DURATIONS[text]


@pytest.mark.parametrize("text", ["", "1", "h", "1 parsec", "999999999999 weeks"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        parsed_duration(text)


@pytest.mark.parametrize("text", TIMES)
def test_times(text: str) -> None:
    assert parsed_timestamp(text) == TIMES[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-01-31T12:00:00",
        "2026-02-31T12:00:00Z",
        "0001-01-01T00:00:00+01:00",
        "2026-01-31t12:00:00Z",
        "2026-01-31T12:00:00z",
        "2026-01-31t12:00:00+01:00",
    ],
)
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # some are Python's own
        parsed_timestamp(text)


def test_a_day_begins_at_midnight() -> None:
    assert parsed_date("2026-01-31") == datetime(2026, 1, 31, tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_time_is_itself(time: datetime) -> None:
    """The oracle is Python's own text of a time."""
    assert parsed_timestamp(time.isoformat()) == time
