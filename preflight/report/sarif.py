"""SARIF 2.1.0, as GitHub code scanning reads it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

import json
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from preflight import field_path
from preflight.catalogue import CATALOGUE, Severity
from preflight.finding import Finding, Source
from preflight.report.outcome import Outcome
from preflight.report.wording import named, remedy, statement

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(outcome: Outcome, stream: TextIO) -> None:
    """Write all findings as the results of one run."""
    codes = sorted({finding.code for finding in outcome.findings})
    run = {
        "tool": {"driver": {"name": "preflight", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in outcome.findings],
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, stream, indent=2)
    stream.write("\n")


def _rule(code: str) -> dict[str, Any]:
    summary = {"text": CATALOGUE[code].summary}
    return {
        "id": code,
        "shortDescription": summary,
        "fullDescription": summary,
        "help": {"text": f"{CATALOGUE[code].summary} Each result says what to change."},
        "defaultConfiguration": {"level": LEVELS[CATALOGUE[code].severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(f"{statement(finding)} Fix: {remedy(finding)}")},
        "partialFingerprints": {"preflight/v1": _fingerprint(finding)},
    }
    location: dict[str, Any] = {}
    if finding.source:
        location["physicalLocation"] = _physical_location(finding.source)
    if finding.resource:
        location["logicalLocations"] = [{"fullyQualifiedName": named(finding.resource), "kind": "resource"}]
    if location:
        result["locations"] = [location]
    return result


def _message(text: str) -> str:
    """Keep what was read from being shown as a link, which SARIF writes as `[text](target)`."""
    return text.replace("](", "\\](")


def _fingerprint(finding: Finding) -> str:
    """Identify a finding by what it is about: it stays the same when lines above it change, which reasons may name."""
    from hashlib import sha256  # only where it is needed: it takes 4 MB, for OpenSSL

    parts = (finding.code, str(finding.resource), field_path.text(finding.path), finding.rule or "")
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _physical_location(source: Source) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(source.file)},
        "region": {"startLine": source.line, "startColumn": source.column},
    }


def _uri(file: str) -> str:
    """Return a file as a URI: relative to the working folder, as it was given, or absolute."""
    path = PurePath(file)
    quoted = quote(path.as_posix(), errors="surrogateescape")
    return f"file://{quoted}" if path.is_absolute() else quoted
