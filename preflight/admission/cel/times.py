"""Points in time and durations that the CEL library takes within a map or a list."""

from datetime import UTC, date, datetime, timedelta

from preflight.admission.durations import microseconds


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
    """Read a date and time of RFC 3339; raises ValueError for another text, and for one in lower case as Go does."""
    if text != text.upper():
        raise ValueError("the T and the Z are in lower case")
    time = datetime.fromisoformat(text)
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
    length = microseconds(text)
    if length is None:
        raise ValueError("no duration")
    try:
        return duration(timedelta(microseconds=length))
    except OverflowError as error:
        raise ValueError("too long a duration") from error
