"""Durations, of Go such as 1h30m and of Scala such as 2 days.

Rules: kube-openapi, pkg/validation/strfmt/duration.go.
"""

import re
from collections.abc import Iterator

GO_DURATION = re.compile(r"([-+]?)((?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+|0)")
GO_PART = re.compile(r"([0-9.]+)(ns|us|µs|μs|ms|s|m|h)")
SCALA_PART = re.compile(r"(?<![0-9])([0-9]++)\s*+([A-Za-zµ]++)", re.ASCII)
"""Nothing is read twice, however long the digits are."""
MAX_DIGITS = 18
"""Digits of a number that fits into 64 bits whatever they are."""
SECOND = 1_000_000
HOUR = 3_600 * SECOND
MICROSECONDS = {"ns": 0.001, "us": 1, "µs": 1, "μs": 1, "ms": 1_000, "s": SECOND, "m": 60 * SECOND, "h": HOUR}
"""Go's units."""
SCALA_UNITS = {
    **{unit: length for unit, length in MICROSECONDS.items() if unit != "μs"},
    "hr": HOUR,
    "d": 24 * HOUR,
    "w": 7 * 24 * HOUR,
    "wk": 7 * 24 * HOUR,
}
SCALA_PREFIXES = {
    "nano": MICROSECONDS["ns"],
    "micro": MICROSECONDS["us"],
    "milli": MICROSECONDS["ms"],
    "sec": SECOND,
    "min": 60 * SECOND,
    "hour": HOUR,
    "day": 24 * HOUR,
    "week": 7 * 24 * HOUR,
}


def is_duration(text: str) -> bool:
    """Whether a text is a duration of Go, or has one of Scala in it."""
    parts = list(_scala_parts(text))
    if any(len(number) > MAX_DIGITS for number, _ in parts):
        return False
    return any(unit is not None for _, unit in parts) or GO_DURATION.fullmatch(text) is not None


def microseconds(text: str) -> float | None:
    """Return how long a duration is; None for a text that is none."""
    if not is_duration(text):
        return None
    go = GO_DURATION.fullmatch(text)
    if go:
        length = sum(float(number) * MICROSECONDS[unit] for number, unit in GO_PART.findall(go[2]))
        return -length if go[1] == "-" else length
    return sum(int(number or "0") * unit for number, unit in _scala_parts(text) if unit is not None)


def _scala_parts(text: str) -> Iterator[tuple[str, float | None]]:
    """Yield each number without leading zeros, with the length of its unit; None for a word that is no unit."""
    for number, word in SCALA_PART.findall(text):
        unit = word.lower()
        long = next((length for prefix, length in SCALA_PREFIXES.items() if unit.startswith(prefix)), None)
        yield number.lstrip("0"), SCALA_UNITS.get(unit, long)
