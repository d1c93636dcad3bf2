"""Durations as Go writes them, which cert-manager takes."""

import re
from fractions import Fraction

from constructs_lib.checks import refused

UNITS = {
    "ns": Fraction(1, 10**9),
    "us": Fraction(1, 10**6),
    "µs": Fraction(1, 10**6),
    "ms": Fraction(1, 10**3),
    "s": Fraction(1),
    "m": Fraction(60),
    "h": Fraction(3600),
}
"""Seconds in each unit; Go has none longer than an hour."""
PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(ns|us|µs|ms|s|m|h)")
MOST = Fraction(2**63 - 1, 10**9)


def go_duration(where: str, value: object, least: str) -> Fraction:
    """Return the seconds of a duration of at least `least`, such as `2160h` or `1h30m`."""
    seconds = _seconds(value) if isinstance(value, str) else None
    if seconds is None:
        days = re.fullmatch(r"([0-9]{1,6})d", value) if isinstance(value, str) else None
        raise refused(
            where,
            value,
            "is not a duration",
            allowed="numbers with the units h, m and s, such as '2160h' or '1h30m'; there is no unit for days",
            fix=f"write '{int(days[1]) * 24}h'" if days else "write it in hours, such as '24h' for a day",
        )
    if not (_seconds(least) or 0) <= seconds <= MOST:
        raise refused(
            where, value, "is not in range", allowed=f"at least {least}", fix="write a duration in that range"
        )
    return seconds


def _seconds(text: str) -> Fraction | None:
    """Return the seconds of a duration as Go's time.ParseDuration reads it; None for what is none."""
    parts = PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        return None
    return sum((Fraction(number) * UNITS[unit] for number, unit in parts), Fraction(0))
