"""Check: what every check of a value looks like."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from preflight.finding import Finding

Value = TypeVar("Value")

Check = Callable[[object], Sequence[Finding]]
"""Says what is wrong with a value; the paths of its findings start at the value."""

PASSED: tuple[()] = ()
"""What a check returns for most values."""

MAX_FINDINGS = 100
"""Findings on one object: one with a million wrong items is refused for the first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking(Finding):
    """An error with which the API server does not look at the validation rules.

    It is one of the types required, not supported, wrong type, too long and too many (apiextensions-apiserver,
    pkg/registry/customresource/strategy.go).
    """


def blocking(finding: Finding) -> Blocking:
    """Return the finding of a check as one that is blocking."""
    return Blocking(code=finding.code, reason=finding.reason, fix=finding.fix, path=finding.path)


def first_of(tests: Iterable[Callable[[Value], Sequence[Finding]]], value: Value) -> Sequence[Finding]:
    """Return the first thing that is wrong with a value, blocking if anything wrong with it is."""
    found = [finding for test in tests for finding in test(value)]
    if not found:
        return PASSED
    return [blocking(found[0]) if any(isinstance(finding, Blocking) for finding in found) else found[0]]


def under(part: str | int, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings on a field or item with their paths starting at the value that has it."""
    return [replace(finding, path=(part, *finding.path)) for finding in findings]
