"""Outcome: what a command has to report, whatever the format."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from preflight import field_path
from preflight.admission.verdict import Verdict
from preflight.catalogue import Severity
from preflight.finding import Finding


@dataclass(frozen=True)
class Outcome:
    """The verdict on each object, in their order, and what of the input is no object."""

    verdicts: tuple[Verdict, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    """Findings on what could not be read as an object."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of their places."""
        of_objects = (finding for verdict in self.verdicts for finding in verdict.findings)
        return by_place((*self.unreadable, *of_objects))

    @property
    def admitted(self) -> int:
        """How many objects the API server takes."""
        return sum(verdict.admitted for verdict in self.verdicts)

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity == severity for finding in self.findings)


def by_place(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, line and column; those without a place come first, by object and field."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[object, ...]:
    place = finding.source or ("", 0, 0)
    return (*place, str(finding.resource or ""), field_path.text(finding.path), finding.code, finding.reason)
