"""Outcome: what a command has to report, whatever the format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from preflight.admission.verdict import Verdict
from preflight.catalogue import Severity
from preflight.finding import Finding, ResourceKey
from preflight.report.wording import path_of
from preflight.rules.baseline import Comparison


@dataclass(frozen=True)
class Outcome:
    """The verdict on each object, in their order, and what of the input could not be read."""

    verdicts: tuple[Verdict, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    """The findings GH002."""
    predicted: tuple[Finding, ...] = ()
    """Findings on what becomes of the objects that are admitted."""
    ignored: int = 0
    """Findings that annotations on their objects leave out."""
    comparison: Comparison | None = None
    """How the findings differ from those of an earlier run: then only new ones are among the others."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of their places."""
        of_objects = (finding for verdict in self.verdicts for finding in verdict.findings)
        return by_place((*self.unreadable, *of_objects, *self.predicted))

    def findings_on(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return all findings on an object, in the order of their places."""
        return by_place((*verdict.findings, *self._predicted_on.get(verdict.manifest.key, ())))

    @cached_property
    def _predicted_on(self) -> Mapping[ResourceKey, Sequence[Finding]]:
        found: dict[ResourceKey, list[Finding]] = {}
        for finding in self.predicted:
            if finding.resource is not None:
                found.setdefault(finding.resource, []).append(finding)
        return found

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
    return (*place, str(finding.resource or ""), path_of(finding), finding.code, finding.reason)
