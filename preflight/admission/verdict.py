"""Verdict and Admission: what the API server says of one object, and of several."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from preflight.admission.bundled import crd_kinds
from preflight.catalogue import Severity
from preflight.finding import Finding
from preflight.snapshot import Manifest, Rejected, Snapshot

UNKNOWN_KIND = "GH103"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the API server says of one object."""

    manifest: Manifest
    object: Mapping[str, Any]
    """The object with its defaults, as the API server stores it; as it was written where it has no schema."""
    findings: tuple[Finding, ...]

    @property
    def admitted(self) -> bool:
        """Whether the API server takes it: warnings are no reason not to."""
        return all(finding.severity != Severity.ERROR for finding in self.findings)

    @property
    def is_lacking(self) -> bool:
        """Whether its kind is one of `crd_kinds` that the target does not have.

        Others without a schema may well be there, as the Rollouts of argoproj.io: nobody says which of them are.
        """
        without_schema = any(finding.code == UNKNOWN_KIND for finding in self.findings)
        return without_schema and (self.manifest.key.group, self.manifest.key.kind) in crd_kinds()


@dataclass(frozen=True)
class Admission:
    """The verdicts on some objects, in their order."""

    verdicts: tuple[Verdict, ...]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on all objects, in their order."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.findings)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The objects that the API server takes, as it stores them: with their defaults, found where they were read.

        Those of kinds that the target lacks are left out: the cluster does not have them, and their shape is unknown.
        They count as rejected.
        """
        taken, rejected = [], set()
        for verdict in self.verdicts:
            if verdict.admitted and not verdict.is_lacking:
                taken.append(replace(verdict.manifest, data=verdict.object))
            else:
                rejected.add(verdict.manifest.key)
        return Snapshot(tuple(taken), Rejected(frozenset(rejected)))

    @property
    def admitted(self) -> bool:
        """Whether the API server takes all of them."""
        return all(verdict.admitted for verdict in self.verdicts)
