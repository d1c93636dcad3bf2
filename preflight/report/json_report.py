"""JSON for scripts, in the shapes that docs/preflight.md documents."""

import json
from collections.abc import Mapping
from typing import Any, TextIO

from preflight import field_path
from preflight.catalogue import Severity
from preflight.finding import Finding, ResourceKey, Source
from preflight.report.outcome import Outcome, by_place
from preflight.values import shortened

VERSION = 1
"""Of the shapes; a field that is added does not change it."""
MAX_TEXT = 10_000
"""Characters of one text: far more than of any that Kubernetes takes for a name, or a path needs."""


def write_objects(outcome: Outcome, stream: TextIO) -> None:
    """Write the verdict on each object, in their order."""
    objects = []
    for verdict in outcome.verdicts:
        manifest, findings = verdict.manifest, by_place(verdict.findings)
        source = manifest.origin.source(()) if manifest.origin else None
        objects.append(
            _entry(
                apiVersion=manifest.api_version,
                kind=manifest.key.kind,
                namespace=manifest.key.namespace,
                name=manifest.key.name,
                source=_entry(file=source.file, line=source.line) if source else None,
                admitted=verdict.admitted,
                errors=[_finding(finding) for finding in findings if finding.severity == Severity.ERROR],
                warnings=[_finding(finding) for finding in findings if finding.severity != Severity.ERROR],
            )
        )
    summary = {
        "objects": len(objects),
        "admitted": outcome.admitted,
        "rejected": len(objects) - outcome.admitted,
        **_counts(outcome),
    }
    unreadable = [_finding(finding) for finding in by_place(outcome.unreadable)]
    _write({"version": VERSION, "objects": objects, "unreadable": unreadable, "summary": summary}, stream)


def write_findings(outcome: Outcome, stream: TextIO) -> None:
    """Write all findings, in the order of their places."""
    findings = [_finding(finding, _resource(finding.resource)) for finding in outcome.findings]
    summary = {"objects": len(outcome.verdicts), **_counts(outcome), "ignored": outcome.ignored}
    if outcome.comparison is not None:
        introduced, fixed, unchanged = outcome.comparison
        summary |= {"introduced": len(introduced), "fixed": fixed, "unchanged": unchanged}
    _write({"version": VERSION, "findings": findings, "summary": summary}, stream)


def _finding(finding: Finding, resource: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return _entry(
        code=finding.code,
        severity=finding.severity.value,
        resource=resource,
        path=field_path.text(finding.path),
        reason=finding.reason,
        fix=finding.fix,
        rule=finding.rule,
        source=_source(finding.source),
        construct=finding.construct,
        writtenAt=finding.written_at,
    )


def _resource(resource: ResourceKey | None) -> dict[str, Any] | None:
    return _entry(**resource._asdict()) if resource else None


def _source(source: Source | None) -> dict[str, Any] | None:
    return _entry(**source._asdict()) if source else None


def _counts(outcome: Outcome) -> dict[str, int]:
    return {f"{severity}s": outcome.count(severity) for severity in Severity}


def _entry(**fields: Any) -> dict[str, Any]:
    """Return the fields that have a value, each text as Unicode has it: the name of a file may be any bytes."""
    return {
        name: shortened(value, MAX_TEXT).encode("utf-8", "backslashreplace").decode()
        if isinstance(value, str)
        else value
        for name, value in fields.items()
        if value is not None
    }


def _write(document: Mapping[str, Any], stream: TextIO) -> None:
    """Write JSON in ASCII only: it is the same in every locale, and no terminal obeys what was read."""
    json.dump(document, stream, indent=2)
    stream.write("\n")
