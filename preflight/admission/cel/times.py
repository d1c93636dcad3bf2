"""Points in time and durations that the CEL library takes within a map or a list."""

import re
from datetime import UTC, date, datetime, timedelta

GO_DURATION = re.compile(r"([-+]?)((?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+|0)")
PARTS = re.compile(r"([0-9.]+)(ns|us|µs|μs|ms|s|m|h)")
WORDS = re.compile(r"([0-9]+)\s*([A-Za-zµ]+)", re.ASCII)
MICROSECONDS = {
    "ns": 0.001,
    "us": 1,
    "µs": 1,
    "μs": 1,
    "ms": 1_000,
    "s": 1_000_000,
    "m": 60_000_000,
    "h": 3_600_000_000,
}
UNITS = {
    "ns": MICROSECONDS["ns"],
    "us": MICROSECONDS["us"],
    "µs": MICROSECONDS["us"],
    "ms": MICROSECONDS["ms"],
    "s": MICROSECONDS["s"],
    "m": MICROSECONDS["m"],
    "h": MICROSECONDS["h"],
    "hr": MICROSECONDS["h"],
    "d": 24 * MICROSECONDS["h"],
    "w": 7 * 24 * MICROSECONDS["h"],
    "wk": 7 * 24 * MICROSECONDS["h"],
}
PREFIXES = {
    "nano": UNITS["ns"],
    "micro": UNITS["us"],
    "milli": UNITS["ms"],
    "sec": UNITS["s"],
    "min": UNITS["m"],
    "hour": UNITS["h"],
    "day": UNITS["d"],
    "week": UNITS["w"],
}


class _Described:
    """What the library looks at to know the type of a value within a map or a list."""

    def __init__(self, full_name: str) -> None:
        self.full_name = full_name


class Timestamp(datetime):
    """A point in time."""

    DESCRIPTOR = _Described("google.protobuf.Timestamp")


class Duration(timedelta):
    """A duration."""

    DESCRIPTOR = _Described("google.protobuf.Duration")


def timestamp(time: datetime) -> Timestamp:
    """Return a time as the library takes it."""
    return Timestamp.fromtimestamp(0, UTC) + (time - datetime.fromtimestamp(0, UTC))


def duration(length: timedelta) -> Duration:
    """Return a duration as the library takes it."""
    return Duration(length.days, length.seconds, length.microseconds)


def parsed_timestamp(text: str) -> Timestamp:
    """Read a date and time of RFC 3339; raises ValueError for another text."""
    time = datetime.fromisoformat(text.upper())
    if time.tzinfo is None:
        raise ValueError("no time zone")
    try:
        return timestamp(time)
    except OverflowError as error:
        raise ValueError("too early or too late a time") from error


def parsed_date(text: str) -> Timestamp:
    """Read a day, the time being midnight; raises ValueError for another text."""
    day = date.fromisoformat(text)
    return Timestamp(day.year, day.month, day.day, tzinfo=UTC)


def parsed_duration(text: str) -> Duration:
    """Read a duration of Go such as 1h30m, or else one of Scala such as 2 days; raises ValueError for another text.

    As kube-openapi's strfmt package reads it, to the microsecond.
    """
    go = GO_DURATION.fullmatch(text)
    if go:
        length = sum(float(number) * MICROSECONDS[unit] for number, unit in PARTS.findall(go[2]))
        return _microseconds(-length if go[1] == "-" else length)
    parts = [(number, _unit(unit.lower())) for number, unit in WORDS.findall(text)]
    known = [int(number) * unit for number, unit in parts if unit is not None]
    if not known:
        raise ValueError("no duration")
    return _microseconds(sum(known))


def _unit(word: str) -> float | None:
    long = next((length for prefix, length in PREFIXES.items() if word.startswith(prefix)), None)
    return UNITS.get(word, long)


def _microseconds(length: float) -> Duration:
    try:
        return duration(timedelta(microseconds=length))
    except OverflowError as error:
        raise ValueError("too long a duration") from error
