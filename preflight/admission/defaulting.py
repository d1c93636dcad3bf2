"""Defaulting: the object as the API server has it before it validates it.

Rules: Kubernetes, apiextensions-apiserver, pkg/apiserver/schema/defaulting (algorithm.go and prunenulls.go).
"""

from functools import lru_cache
from typing import Any

from preflight.admission.schema import Schema

NAMES = Schema(type="object", additional=Schema(type="string"))
METADATA = Schema(
    type="object",
    properties={"labels": NAMES, "annotations": NAMES},
    additional=Schema(preserve_unknown_fields=True),
)
"""The metadata of every object, as far as nulls go."""
ABSENT = object()
MAX_SCHEMAS = 1 << 16


def defaulted(schema: Schema, data: dict[str, Any], built_in: bool) -> dict[str, Any]:
    """Return an object with its defaults and without the nulls that count as absent.

    A missing field gets the default of its schema, which is itself filled further. So does a field that is null, unless
    it is nullable: then it stays. A null without a default goes, except an item of a list, which stays; in a map of
    texts of a built-in kind, and in the labels and annotations of any, it is an empty text. The object that is given is
    never changed: what needs no change is part of the result as it is, and so is every default.
    """
    result = _object(data, schema, built_in)
    metadata = result.get("metadata")
    if not isinstance(metadata, dict):
        return result
    cleaned = _object(metadata, METADATA, True)
    if cleaned is metadata:
        return result
    return result | {"metadata": cleaned}


def _object(value: dict[str, Any], schema: Schema, built_in: bool) -> dict[str, Any]:
    """Return an object with its defaults: `value` itself where nothing changes."""
    properties, additional = schema.properties, schema.additional
    changes = {name: default for name, default in _defaults(schema) if name not in value}
    for name, item in value.items():
        if isinstance(item, str):
            continue
        below = properties.get(name, additional)
        if below is None:
            continue
        if item is None:
            new = _of_null(below, built_in and name not in properties)
        elif isinstance(item, dict):
            new = _object(item, below, built_in)
        elif isinstance(item, list):
            new = _list(item, below, built_in)
        else:
            continue
        if new is not item:
            changes[name] = new
    return _changed(value, changes) if changes else value


def _changed(value: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in (value | changes).items() if item is not ABSENT}


def _list(value: list[Any], schema: Schema, built_in: bool) -> list[Any]:
    """Return a list with the defaults of its items: `value` itself where nothing changes."""
    items = schema.items
    if items is None:
        return value
    changed = None
    for index, item in enumerate(value):
        if isinstance(item, str):
            continue
        new = _item(item, items, built_in)
        if new is not item:
            changed = changed or list(value)
            changed[index] = new
    return changed or value


def _item(item: Any, schema: Schema, built_in: bool) -> Any:
    if isinstance(item, dict):
        return _object(item, schema, built_in)
    if isinstance(item, list):
        return _list(item, schema, built_in)
    if item is None and not schema.nullable:
        return _default(schema)
    return item


def _of_null(schema: Schema, text: bool) -> Any:
    """Return what a null is: itself, the default, nothing, or (in a map where it stands for a text) an empty text."""
    if schema.nullable or _says_nothing(schema):
        return None
    if text and schema.type == "string":
        return ""
    default = _default(schema)
    return ABSENT if default is None else default


def _says_nothing(schema: Schema) -> bool:
    """Whether a schema is that of `additionalProperties: true`; any other has a type or one of these fields."""
    return not (schema.type or schema.int_or_string or schema.preserve_unknown_fields)


def _default(schema: Schema) -> Any:
    """Return the default of a schema, filled further; a default that is null is none."""
    return None if schema.default is None else _item(schema.default, schema, built_in=False)


@lru_cache(maxsize=MAX_SCHEMAS)
def _defaults(schema: Schema) -> tuple[tuple[str, Any], ...]:
    """Return the properties that get a default where they are missing, each with what it gets."""
    found = ((name, _default(below)) for name, below in schema.properties.items())
    return tuple((name, default) for name, default in found if default is not None)
