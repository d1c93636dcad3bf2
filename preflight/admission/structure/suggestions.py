"""What to do with a field that the schema does not have: another name, or another place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from preflight.admission.schema import Schema
from preflight.finding import Finding
from preflight.suggestions import nearest
from preflight.values import shown

RENAMED: Mapping[str, str] = {"cidrs": "blocks"}
"""Fields that had another name: that of pools of addresses, until Cilium 1.16."""


def with_remedy(finding: Finding, root: Schema, value: object) -> Finding:
    """Return the finding on a field that its object's schema does not have, with what was likely meant.

    Its path leads from a value, whose schema `root` is, to the field. With something to suggest, the fields that there
    are need not be listed.
    """
    *way, name = finding.path
    schemas, here = [root], value
    for part in way:
        schemas.append(_below(schemas[-1], part))
        here = here[part]  # type: ignore[index]  # the way was walked before
    there = here if isinstance(here, Mapping) else {}
    fix = _renamed(str(name), schemas[-1], there) or _moved(str(name), schemas, way)
    return finding if fix is None else replace(finding, reason=f"There is no field {shown(name)} here.", fix=fix)


def _below(schema: Schema, part: str | int) -> Schema:
    found = schema.items if isinstance(part, int) else schema.properties.get(part, schema.additional)
    return found or Schema()


def _renamed(name: str, schema: Schema, there: Mapping[str, object]) -> str | None:
    now = RENAMED.get(name)
    near = now if now in schema.properties else nearest(name, list(schema.properties))
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
