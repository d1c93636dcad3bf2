"""Check: what every check of a value looks like."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from preflight.finding import Finding

Check = Callable[[object], Sequence[Finding]]
"""Says what is wrong with a value; the paths of its findings start at the value."""

Passed = tuple[()]
PASSED: Passed = ()
"""What a check returns for most values."""

MAX_FINDINGS = 100
"""Findings on one object: one with a million wrong items is refused for the first ones."""


def under(part: str | int, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings on a field or item with their paths starting at the value that has it."""
    return [replace(finding, path=(part, *finding.path)) for finding in findings]


def counted(number: int, singular: str, plural: str) -> str:
    """Write a number of things, as in `1 item` and `2 items`."""
    return f"{number} {singular if number == 1 else plural}"
