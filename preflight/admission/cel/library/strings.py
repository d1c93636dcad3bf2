"""Texts: indexOf, lastIndexOf and string, as cel-go has them, and getMilliseconds.

https://github.com/google/cel-go/blob/master/ext/strings.go
"""

import math
from datetime import datetime, timedelta
from decimal import Decimal

from preflight.admission.cel.library.function import Function, method

TIMESTAMP, DURATION = "google.protobuf.Timestamp", "google.protobuf.Duration"
FIXED = range(-4, 6)
"""Exponents of ten of the numbers that are written without an exponent."""
MILLISECOND = 1000
"""Microseconds."""


def index_of(text: str, part: str, offset: int = 0) -> int:
    """Return the place of a part from an offset on, or -1; raises ValueError for a negative offset."""
    _check_offset(offset)
    if not part:
        return offset
    return text.find(part, offset)


def last_index_of(text: str, part: str) -> int:
    """Return the place where a part is last, or -1."""
    return text.rfind(part)


def last_index_from(text: str, part: str, offset: int) -> int:
    """Return the last place of a part up to an offset, or -1 beyond the end; raises ValueError for a negative one."""
    if not part:
        return offset
    _check_offset(offset)
    return text.rfind(part, 0, offset + len(part)) if offset < len(text) else -1


def _check_offset(offset: int) -> None:
    if offset < 0:
        raise ValueError(f"index out of range: {offset}")


def text_of_number(number: float) -> str:
    """Write a number as Go does, in as few digits as tell it from every other one."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "+Inf" if number > 0 else "-Inf"
    decimal = Decimal(repr(number)).normalize()
    if decimal.adjusted() in FIXED:
        return f"{decimal:f}"
    mantissa, exponent = f"{decimal:e}".split("e")
    return f"{mantissa}e{int(exponent):+03}"


def text_of_bool(value: bool) -> str:
    """Return true or false."""
    return "true" if value else "false"


def text_of_bytes(value: bytes) -> str:
    """Return the text that is encoded in UTF-8; raises ValueError for other bytes."""
    return bytes(value).decode()


def text_of_time(_: datetime | timedelta) -> str:
    """Raise NotImplementedError: the library has lost the time zone, and what is less than a microsecond."""
    raise NotImplementedError("how the API server writes a time or a duration is not known")


def milliseconds_of_timestamp(time: datetime, zone: str = "") -> int:  # noqa: ARG001  # the same in every zone
    """Return the milliseconds within the second."""
    return time.microsecond // MILLISECOND


def milliseconds(duration: timedelta) -> int:
    """Return how long it is, what is less than a millisecond being left out."""
    length = duration // timedelta(microseconds=1)
    return abs(length) // MILLISECOND * (1 if length > 0 else -1)


STRINGS = (
    method("indexOf", ("string", "string"), "int", index_of),
    method("indexOf", ("string", "string", "int"), "int", index_of),
    method("lastIndexOf", ("string", "string"), "int", last_index_of),
    method("lastIndexOf", ("string", "string", "int"), "int", last_index_from),
    method("getMilliseconds", (TIMESTAMP,), "int", milliseconds_of_timestamp),
    method("getMilliseconds", (TIMESTAMP, "string"), "int", milliseconds_of_timestamp),
    method("getMilliseconds", (DURATION,), "int", milliseconds),
    Function("string", ("bool",), "string", text_of_bool),
    Function("string", ("bytes",), "string", text_of_bytes),
    Function("string", ("double",), "string", text_of_number),
    Function("string", ("int",), "string", str),
    Function("string", ("string",), "string", str),
    Function("string", ("uint",), "string", str),
    Function("string", (TIMESTAMP,), "string", text_of_time),
    Function("string", (DURATION,), "string", text_of_time),
)
