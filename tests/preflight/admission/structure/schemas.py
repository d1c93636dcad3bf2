"""Schemas as a CRD writes them, and what is said of a value."""

from typing import Any

from preflight.admission.facts import FactsReader
from preflight.admission.schema import Schema, Version
from preflight.admission.structure import check_structure, check_value
from preflight.field_path import text
from preflight.finding import Finding

Said = tuple[str, str, str, str]
"""Code, path, reason and fix of a finding."""


def version(status: bool = False, **keywords: Any) -> Version:
    """Return a version of a kind whose schema has these keywords."""
    facts = {"type": "object", **keywords}
    entry = {"name": "v1", "served": True, "status": status, "schema": facts}
    kind = FactsReader({}).kind({"group": "a.example", "kind": "A", "scope": "Cluster", "versions": [entry]})
    return kind.versions["v1"]


def schema(facts: dict[str, Any]) -> Schema:
    """Return the schema that a CRD writes in this way."""
    return version(properties={"value": facts}).schema.properties["value"]


def said(facts: dict[str, Any], value: Any) -> list[Said]:
    """Return what is said of a value of a custom resource, at the path `v`."""
    return _in_words(check_value(schema(facts), value, ("v",)))


def said_of_object(version: Version, data: dict[str, Any], *, built_in: bool = False) -> list[Said]:
    """Return what is said of an object."""
    return _in_words(check_structure(version, data, built_in=built_in))


def _in_words(findings: list[Finding]) -> list[Said]:
    return [(finding.code, text(finding.path), finding.reason, finding.fix) for finding in findings]
