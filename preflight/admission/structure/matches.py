"""Matches: how much of a value a branch of a combination is about.

Of several branches that a value breaks, kube-openapi keeps the errors of the one with the most matches (MatchCount of
pkg/validation/validate/result.go), and of the first one of those.
"""

from collections.abc import Mapping

from preflight.admission.formats import format_of
from preflight.admission.schema import Schema
from preflight.admission.structure.types import type_of

BY_TYPE: Mapping[str, int] = {"array": 6, "boolean": 4, "integer": 6, "number": 6, "object": 5, "string": 5}
"""What a value counts for whatever its schema says."""


def matches(schema: Schema, value: object) -> int:
    """Count the validators that look at a value and at the fields and items within it that the schema describes.

    Combinations within the schema are left out: they would have to be checked again, and are hardly ever there.
    """
    if value is None:
        return int(not schema.type)
    kind = type_of(value)
    count = BY_TYPE[kind]
    if schema.type or schema.format:
        count += 2 if schema.type in ("", kind) else 1
    if isinstance(value, str):
        return count + (format_of(schema.format) is not None)
    if isinstance(value, dict):
        fields = ((schema.properties.get(name, schema.additional), item) for name, item in value.items())
        return count + sum(matches(field, item) for field, item in fields if field is not None)
    if isinstance(value, list) and schema.items is not None:
        return count + sum(matches(schema.items, item) for item in value)
    return count
