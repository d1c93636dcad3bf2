"""The fieldPath of a rule: which field below the value a finding is about."""

import re

from preflight.admission.schema import Schema
from preflight.field_path import FieldPath, Key

PART = re.compile(r"\.([^.\[\]']+)|\['((?:[^'\\]|\\.)*)'\]")
ESCAPE = re.compile(r"\\(.)")
ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def parsed_field_path(text: str, schema: Schema) -> FieldPath:
    """Read a path such as `.spec.labels['app.io/name']`; empty where it names no field of the schema."""
    path: list[str] = []
    place = 0
    while place < len(text):
        part = PART.match(text, place)
        if part is None:
            return ()
        name = part[1] or ESCAPE.sub(lambda match: ESCAPES.get(match[1], match[1]), part[2])
        if schema.properties:
            below, element = schema.properties.get(name), name
        else:
            below, element = schema.additional, Key(name)
        if below is None:
            return ()
        path.append(element)
        schema, place = below, part.end()
    return tuple(path)
