"""What is checked of a status that the apply does not set, since it is a subresource.

Server-side apply converts the whole object to its type first (structured-merge-diff), then drops the status: so unknown
fields, wrong types, and items that are repeated or lack their key are refused in it, and nothing else. To that
conversion null is a value of every type, and an integer is a number.
"""

from preflight.admission.schema import Schema


def as_applied(schema: Schema) -> Schema:
    """Return the schema with the types and fields of another, and without its limits."""
    return Schema(
        type="number" if schema.type == "integer" else schema.type,
        properties={name: as_applied(field) for name, field in schema.properties.items()},
        additional=None if schema.additional is None else as_applied(schema.additional),
        items=None if schema.items is None else as_applied(schema.items),
        nullable=True,
        preserve_unknown_fields=schema.preserve_unknown_fields,
        list_type=schema.list_type,
        list_map_keys=schema.list_map_keys,
        has_default=schema.has_default,
        default=schema.default,
    )
