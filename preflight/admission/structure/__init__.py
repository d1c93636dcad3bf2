"""What the API server says of the structure of an object: of the types, fields and limits that its schema has.

The verdict is that of a server-side apply with strict field validation to Kubernetes 1.30 or later. Each module names
the file of Kubernetes that its rules are from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from preflight.admission.schema import Schema, Version
from preflight.admission.structure.check import MAX_FINDINGS, Check
from preflight.admission.structure.json_values import check_json
from preflight.admission.structure.schema_checks import Checks
from preflight.admission.structure.status import as_applied
from preflight.admission.structure.suggestions import with_remedy
from preflight.field_path import FieldPath
from preflight.finding import Finding

__all__ = ["MAX_FINDINGS", "check_structure", "check_value"]

EACH_OBJECT = ("apiVersion", "kind", "metadata")
"""Fields that each object has, whatever its schema says."""
ANYTHING = Schema()
THERE_IS_MORE = f"After these {MAX_FINDINGS} errors there are more: mend them, and judge the object again."

KEPT = 256
"""Versions of kinds whose checks are kept once made."""


@dataclass(frozen=True, slots=True)
class _Root:
    """How objects of one version of a kind are checked."""

    schema: Schema
    check: Check
    elsewhere: frozenset[str]
    """Fields that are not checked here."""


def check_structure(version: Version, data: Mapping[str, Any], *, built_in: bool) -> list[Finding]:
    """Return what is wrong with an object of a version of a kind, or the first MAX_FINDINGS of it.

    `data` is the object with its defaults, which combinations of fields see; a missing field with a default is no error
    in one without them either. Findings are in the order of the object's fields, missing ones last. Nothing is said of
    `apiVersion`, `kind` and `metadata`, unless the CRD limits what is in the metadata, or they hold what JSON has not.
    """
    if unknown := check_json(dict(data)):
        return list(unknown)
    root = _root(version, built_in)
    body = {name: value for name, value in data.items() if name not in root.elsewhere}
    return _complete(root.check(body), root.schema, data, ())


def check_value(schema: Schema, value: object, path: FieldPath = ()) -> list[Finding]:
    """Return what is wrong with a value of a custom resource that is at `path`, or the first MAX_FINDINGS of it."""
    if unknown := check_json(value):
        return [replace(finding, path=(*path, *finding.path)) for finding in unknown]
    return _complete(_check(schema)(value), schema, value, path)


@lru_cache(KEPT)
def _root(version: Version, built_in: bool) -> _Root:
    fields = dict.fromkeys(EACH_OBJECT, ANYTHING) | dict(version.schema.properties)
    metadata = fields["metadata"]
    limited = bool(metadata.properties) and not built_in
    elsewhere = frozenset(EACH_OBJECT) - ({"metadata"} if limited else set())
    fields |= dict.fromkeys(elsewhere, ANYTHING)
    if limited:
        fields["metadata"] = replace(metadata, preserve_unknown_fields=True)
    if version.status and "status" in fields:
        fields["status"] = as_applied(fields["status"])
    required = tuple(name for name in version.schema.required if name not in elsewhere)
    schema = replace(version.schema, properties=fields, required=required)
    return _Root(schema, Checks(built_in=built_in).of(schema), elsewhere)


@lru_cache(KEPT)
def _check(schema: Schema) -> Check:
    return Checks(built_in=False).of(schema)


def _complete(findings: Sequence[Finding], schema: Schema, value: object, path: FieldPath) -> list[Finding]:
    """Return the first findings with their whole paths, and with what to do about unknown fields."""
    remedied = [
        with_remedy(finding, schema, value) if finding.code == "GH120" else finding
        for finding in findings[:MAX_FINDINGS]
    ]
    complete = [replace(finding, path=(*path, *finding.path)) for finding in remedied]
    if len(findings) > MAX_FINDINGS:
        complete[-1] = replace(complete[-1], fix=f"{complete[-1].fix} {THERE_IS_MORE}")
    return complete
