"""What is checked of a status that the apply does not set, since it is a subresource.

Server-side apply converts the whole object to its type first, as it is written, then drops the status: so unknown
fields, wrong types, and items that are null, repeated or lack their key are refused in it, and nothing else. To that
conversion null is a value of every type, an integer is a number, a string with a format is any scalar, and an object
that has no fields, or is within one that keeps unknown fields, keeps them.

Rules: kube-openapi, pkg/schemaconv; structured-merge-diff, typed/validate.go and typed/helpers.go.
"""

from dataclasses import replace

from preflight.admission.schema import Schema

SCALAR = Schema(nullable=True, any_of=(Schema(type="string"), Schema(type="number"), Schema(type="boolean")))
STRINGS = ("", "byte")
"""Formats of a string that has to be one."""


def as_applied(schema: Schema, *, keeps_unknown: bool = False) -> Schema:
    """Return the schema with the types and fields of another, and without its limits."""
    if schema.type == "string" and schema.format not in STRINGS:
        return replace(SCALAR, has_default=schema.has_default, default=schema.default)
    keeps_unknown = keeps_unknown or schema.preserve_unknown_fields
    return Schema(
        type="number" if schema.type == "integer" else schema.type,
        properties={name: as_applied(field, keeps_unknown=keeps_unknown) for name, field in schema.properties.items()},
        additional=None if schema.additional is None else as_applied(schema.additional, keeps_unknown=keeps_unknown),
        items=None if schema.items is None else _item(schema, schema.items, keeps_unknown=keeps_unknown),
        nullable=True,
        preserve_unknown_fields=keeps_unknown or (schema.type == "object" and not schema.properties),
        list_type=schema.list_type,
        list_map_keys=schema.list_map_keys,
        has_default=schema.has_default,
        default=schema.default,
    )


def _item(schema: Schema, item: Schema, *, keeps_unknown: bool) -> Schema:
    return replace(as_applied(item, keeps_unknown=keeps_unknown), nullable=schema.list_type == "atomic")
