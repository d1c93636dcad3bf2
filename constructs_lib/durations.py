"""Durations as the Gateway API writes them, such as `10s` or `1m30s`.

Source: Gateway API v1.6.1, type Duration (GEP-2257).
"""

import re

from constructs_lib.checks import refused

DURATION = re.compile(r"(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}")
PART = re.compile(r"([0-9]+)(h|ms|m|s)")
MILLISECONDS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}


def gateway_duration(where: str, value: object) -> str:
    """Return `value` if it is a duration of the Gateway API."""
    if isinstance(value, str) and DURATION.fullmatch(value):
        return value
    seconds = str(value) if not isinstance(value, bool) and re.fullmatch("[0-9]{1,5}", str(value)) else None
    raise refused(
        where,
        value,
        "is not a duration of the Gateway API",
        allowed="1 to 4 whole numbers of at most 5 digits, each with its unit h, m, s or ms, such as '1m30s'",
        fix="write '10s' or '500ms', with the time that is meant" if seconds is None else f"write '{seconds}s'",
    )


def milliseconds(duration: str) -> int:
    """Return how long a duration of the Gateway API is."""
    return sum(int(number) * MILLISECONDS[unit] for number, unit in PART.findall(duration))
