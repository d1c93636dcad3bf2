"""Finding: one thing that preflight has to say, wherever it was found."""

from dataclasses import dataclass
from typing import NamedTuple

from preflight.catalogue import CATALOGUE, Severity
from preflight.field_path import FieldPath


class ResourceKey(NamedTuple):
    """Which object: two objects of one cluster never share it."""

    group: str
    kind: str
    namespace: str | None
    name: str

    def __str__(self) -> str:
        place = f"{self.namespace}/{self.name}" if self.namespace else self.name
        return f"{self.kind} {place}"


class Source(NamedTuple):
    """Where something was read; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong or worth knowing, why, and what to change.

    The severity is that of its code in the catalogue. `path` is empty where the whole object is meant. `rule` is the
    CEL rule that was broken, as the CRD has it. `construct` is the construct's path in the cdk8s app and `written_at`
    the line of Python that made the object; both are known at synth only.
    """

    code: str
    reason: str
    fix: str
    path: FieldPath = ()
    rule: str | None = None
    resource: ResourceKey | None = None
    source: Source | None = None
    construct: str | None = None
    written_at: str | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return CATALOGUE[self.code].severity


class UnreadableError(Exception):
    """What keeps an input from being read, as its finding (GH002): exit code 2."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.reason)
        self.finding = finding
