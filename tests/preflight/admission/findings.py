"""Findings as one line each: what a test pins."""

from collections.abc import Iterable

from preflight.field_path import text
from preflight.finding import Finding


def said(findings: Iterable[Finding]) -> list[str]:
    """Return code, path, reason and fix of each finding."""
    return [f"{finding.code} {text(finding.path)} {finding.reason} {finding.fix}" for finding in findings]
