"""Values as the rules see them: typed and named by the schema, as apiserver's pkg/cel/common/values.go has it.

A number is a double even where it is written as a whole one, texts of some formats are times, durations or bytes, names
are escaped, and a field that is null is absent. What a rule cannot refer to is left as it is.
"""

import base64
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from preflight.admission.cel.escaping import escaped
from preflight.admission.cel.times import parsed_date, parsed_duration, parsed_timestamp
from preflight.admission.schema import Schema

Conversion = Callable[[Any], Any]

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
FORMATS: Mapping[str, Conversion] = {
    "byte": lambda text: base64.b64decode(text, validate=True),
    "date": parsed_date,
    "date-time": parsed_timestamp,
    "duration": parsed_duration,
}


def identifiers(expressions: Iterable[str]) -> frozenset[str]:
    """Return every word in some expressions that may be the name of a field."""
    return frozenset(word for expression in expressions for word in IDENTIFIER.findall(expression))


def conversion(schema: Schema, names: frozenset[str]) -> Conversion | None:
    """Return the function that makes a value what rules with these identifiers see; None where it is that already."""
    match schema.type:
        case "number":
            return _number
        case "string" if schema.format in FORMATS and not schema.int_or_string:
            return _text(FORMATS[schema.format])
        case "array" if schema.items and (item := conversion(schema.items, names)):
            return _list(item)
        case "object" if schema.additional and (entry := conversion(schema.additional, names)):
            return _map(entry)
        case "object" if fields := dict(_fields(schema, names)):
            return _object(fields)
    return None


@dataclass(frozen=True, slots=True)
class _Field:
    """What becomes of a field."""

    name: str
    convert: Conversion | None


def _fields(schema: Schema, names: frozenset[str]) -> list[tuple[str, _Field]]:
    found = []
    for name, below in schema.properties.items():
        identifier = escaped(name)
        if identifier in names:
            convert = conversion(below, names)
            if convert or identifier != name or below.nullable:
                found.append((name, _Field(identifier, convert)))
    return found


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _text(parse: Conversion) -> Conversion:
    def convert(value: Any) -> Any:
        try:
            return parse(value) if isinstance(value, str) else value
        except ValueError:
            return value  # a rule that uses it fails then, as it fails in the API server

    return convert


def _list(convert: Conversion) -> Conversion:
    def converted(value: Any) -> Any:
        return [convert(item) for item in value] if isinstance(value, list) else value

    return converted


def _map(convert: Conversion) -> Conversion:
    def converted(value: Any) -> Any:
        return {key: convert(item) for key, item in value.items()} if isinstance(value, dict) else value

    return converted


def _object(fields: Mapping[str, _Field]) -> Conversion:
    def converted(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        result = dict(value)
        for name, field in fields.items():
            if name in value:
                item = result.pop(name)
                if item is not None:
                    result[field.name] = field.convert(item) if field.convert else item
        return result

    return converted
