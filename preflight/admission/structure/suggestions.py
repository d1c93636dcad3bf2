"""What a name was likely meant to be, and where a field belongs."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from preflight.admission.schema import Schema
from preflight.field_path import FieldPath
from preflight.values import shown

LIKENESS = 0.75
"""From 0 to 1, of what is still taken for a slip."""
MAX_NAME = 64
"""Characters of a name that is compared."""
MAX_NAMES = 200
"""Names that a name is compared with; more take too long, and no API has as many side by side."""


def nearest(name: str, names: Sequence[str], likeness: float = LIKENESS) -> str | None:
    """Return the name that was likely meant: first one that differs in case, '-' and '_' only."""
    if len(name) > MAX_NAME or len(names) > MAX_NAMES:
        return None
    folded = {_folded(known): known for known in reversed(names)}
    if _folded(name) in folded:
        return folded[_folded(name)]
    close = get_close_matches(_folded(name), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None


def _folded(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()


def remedy(root: Schema, value: object, path: FieldPath) -> str:
    """Say what to do with a field that its object's schema does not have.

    `path` leads from a value, whose schema `root` is, to the field.
    """
    *way, name = path
    schemas, here = [root], value
    for part in way:
        schemas.append(_below(schemas[-1], part))
        here = here[part]  # type: ignore[index]  # the way was walked before
    there = here if isinstance(here, Mapping) else {}
    return _renamed(str(name), schemas[-1], there) or _moved(str(name), schemas, way) or "Remove it."


def _below(schema: Schema, part: str | int) -> Schema:
    found = schema.items if isinstance(part, int) else schema.properties.get(part, schema.additional)
    return found or Schema()


def _renamed(name: str, schema: Schema, there: Mapping[str, object]) -> str | None:
    near = nearest(name, list(schema.properties))
    if near is None:
        return None
    return f"Remove it: {shown(near)} is there already." if near in there else f"Write {shown(near)}."


def _moved(name: str, schemas: Sequence[Schema], way: Sequence[str | int]) -> str | None:
    """Say where a field belongs that the objects one level down, or the one a level up, have."""
    below = [field for field, schema in schemas[-1].properties.items() if name in _fields(schema)]
    if len(below) == 1:
        return f"Move it into {shown(below[0])}."
    names = [(level, part) for level, part in enumerate(way) if isinstance(part, str)]
    if names and name in schemas[names[-1][0]].properties:
        return f"Move it up, beside {shown(names[-1][1])}."
    return None


def _fields(schema: Schema) -> Mapping[str, Schema]:
    """Return the fields of an object, or of the objects of a list."""
    return schema.items.properties if schema.items is not None else schema.properties
