"""The defaults of a structural schema: each is valid against its own schema, and has no unknown fields.

Rules: apiextensions-apiserver, pkg/apiserver/schema/defaulting/validation.go. Defaults within additionalProperties are
not checked there.
"""

from collections.abc import Iterator
from typing import Any

from preflight.admission.cel.rules import check_rules
from preflight.admission.crd.nodes import METADATA, Facts, as_schema
from preflight.admission.crd.refusals import refusal
from preflight.admission.facts import FactsReader
from preflight.admission.schema import Schema
from preflight.admission.structure import check_value
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding

EMBEDDED = "x-kubernetes-embedded-resource"
NOT_CHECKED = "GH142"


def check_defaults(facts: Facts, path: FieldPath) -> Iterator[Finding]:
    """Say which defaults of a version's schema are not valid."""
    if not _has_default(facts):
        return
    schema = FactsReader({}).schema(as_schema(facts))
    for default, below, place in _defaults(facts, schema, path, root=True):
        yield from _check_default(default, below, (*place, "default"))


def _has_default(facts: Facts) -> bool:
    return "default" in facts or any(_has_default(below) for below in _schemas(facts))


def _schemas(facts: Facts) -> Iterator[Facts]:
    yield from facts.get("properties", {}).values()
    if "items" in facts:
        yield facts["items"]


def _defaults(
    facts: Facts, schema: Schema, path: FieldPath, *, root: bool = False
) -> Iterator[tuple[Any, Schema, FieldPath]]:
    """Yield each default with its schema and the path of that; not those of a resource's metadata."""
    if "default" in facts:
        yield facts["default"], schema, path
    resource = root or facts.get(EMBEDDED) is True
    for name, below in facts.get("properties", {}).items():
        if not (resource and name in METADATA):
            yield from _defaults(below, schema.properties[name], (*path, "properties", Key(name)))
    if schema.items is not None:
        yield from _defaults(facts["items"], schema.items, (*path, "items"))


def _check_default(default: Any, schema: Schema, path: FieldPath) -> Iterator[Finding]:
    findings = check_value(schema, default)
    if not findings:
        findings = [found for found in check_rules("", schema, default) if found.code != NOT_CHECKED]
    for finding in findings:
        yield refusal((*path, *finding.path), f"The default is not valid: {finding.reason}", finding.fix)
