"""Defaulting: the object as the API server has it before it validates it.

Rules: Kubernetes, apiextensions-apiserver, pkg/apiserver/schema/defaulting (algorithm.go and prunenulls.go).
"""

import math
from functools import lru_cache
from typing import Any

from preflight.admission.schema import Schema
from preflight.admission.structure.json_values import values_in

NAMES = Schema(type="object", additional=Schema(type="string"))
METADATA = Schema(
    type="object",
    properties={"labels": NAMES, "annotations": NAMES},
    additional=Schema(preserve_unknown_fields=True),
)
"""The metadata of every object, as far as nulls go."""
ABSENT = object()
MAX_SCHEMAS = 1 << 16
MAX_VALUES = 100_000
"""Values that defaults may add to one object: the list of a default in each item of a list is quickly a huge object."""


class TooManyDefaultsError(Exception):
    """The defaults of an object are more than MAX_VALUES values."""


def defaulted(schema: Schema, data: dict[str, Any], built_in: bool) -> dict[str, Any]:
    """Return an object with its defaults and without the nulls that count as absent.

    A missing field gets the default of its schema, which is itself filled further. So does a field that is null, unless
    it is nullable: then it stays. A null without a default goes, except an item of a list, which stays; in a map of
    strings of a built-in kind, and in the labels and annotations of any, it is an empty string, and in an atomic list
    of objects of a built-in kind an empty object. The object that is given is never changed: what needs no change is
    part of the result as it is, and so is every default.

    Raises TooManyDefaultsError where the defaults are more than MAX_VALUES values.
    """
    result = _Filling(built_in=built_in, room=MAX_VALUES).object(data, schema)
    metadata = result.get("metadata")
    if not isinstance(metadata, dict):
        return result
    cleaned = _Filling(built_in=True, room=MAX_VALUES).object(metadata, METADATA)
    if cleaned is metadata:
        return result
    return result | {"metadata": cleaned}


class _Filling:
    """Fills one value: each method returns what it is given with its defaults, itself where nothing changes."""

    __slots__ = ("_built_in", "_room")

    def __init__(self, *, built_in: bool, room: float) -> None:
        """Make one that may add so many values."""
        self._built_in = built_in
        self._room = room

    def object(self, value: dict[str, Any], schema: Schema) -> dict[str, Any]:
        """Return an object with its defaults."""
        properties, additional = schema.properties, schema.additional
        changes = {name: self._added(below) for name, below in _with_defaults(schema) if name not in value}
        for name, item in value.items():
            if isinstance(item, str):
                continue
            below = properties.get(name, additional)
            if below is None:
                continue
            if item is None:
                new = self._of_null(below, in_map=name not in properties)
            elif isinstance(item, dict):
                new = self.object(item, below)
            elif isinstance(item, list):
                new = self._list(item, below)
            else:
                continue
            if new is not item:
                changes[name] = new
        return _changed(value, changes) if changes else value

    def _list(self, value: list[Any], schema: Schema) -> list[Any]:
        items = schema.items
        if items is None:
            return value
        changed = None
        empty = self._built_in and items.type == "object" and schema.list_type == "atomic"
        for index, item in enumerate(value):
            if isinstance(item, str):
                continue
            new = self.item({} if item is None and empty else item, items)
            if new is not item:
                changed = changed or list(value)
                changed[index] = new
        return changed or value

    def item(self, item: Any, schema: Schema) -> Any:
        """Return any value with its defaults; a null that is not nullable is the default."""
        if isinstance(item, dict):
            return self.object(item, schema)
        if isinstance(item, list):
            return self._list(item, schema)
        if item is None and not schema.nullable:
            return self._added(schema)
        return item

    def _of_null(self, schema: Schema, *, in_map: bool) -> Any:
        """Return what a null is: itself, the default, nothing, or an empty string in a map of a built-in kind."""
        if schema.nullable or _says_nothing(schema):
            return None
        if in_map and self._built_in and schema.type == "string":
            return ""
        default = self._added(schema)
        return ABSENT if default is None else default

    def _added(self, schema: Schema) -> Any:
        """Return the default of a schema, and count its values."""
        default, size = _default(schema)
        self._room -= size
        if self._room < 0:
            raise TooManyDefaultsError
        return default


def _changed(value: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in (value | changes).items() if item is not ABSENT}


def _says_nothing(schema: Schema) -> bool:
    """Whether a schema is that of `additionalProperties: true`; any other has a type or one of these fields."""
    return not (schema.type or schema.int_or_string or schema.preserve_unknown_fields)


@lru_cache(maxsize=MAX_SCHEMAS)
def _default(schema: Schema) -> tuple[Any, int]:
    """Return the default of a schema, filled further, and how many values it has; a default that is null is none."""
    if schema.default is None:
        return None, 0
    default = _Filling(built_in=False, room=math.inf).item(schema.default, schema)
    return default, values_in(default, MAX_VALUES)


@lru_cache(maxsize=MAX_SCHEMAS)
def _with_defaults(schema: Schema) -> tuple[tuple[str, Schema], ...]:
    """Return the properties that get a default where they are missing."""
    return tuple((name, below) for name, below in schema.properties.items() if below.default is not None)
