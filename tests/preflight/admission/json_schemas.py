"""A structural schema as JSON Schema: an oracle that shares no code with the checks.

Formats, keys of maps and what becomes of a status are not in JSON Schema. A pattern is one of RE2's.
"""

from collections.abc import Iterator
from typing import Any

import jsonschema
import re2

SAME = (
    "enum",
    "maximum",
    "minimum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
    "multipleOf",
    "pattern",
)
EACH_OBJECT = ("apiVersion", "kind", "metadata")


def object_schema(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of whole objects, in which the fields that each object has hold anything."""
    schema = json_schema(facts)
    schema["properties"] = schema.get("properties", {}) | dict.fromkeys(EACH_OBJECT, True)
    return schema


def json_schema(facts: dict[str, Any], *, closed: bool = True) -> dict[str, Any]:
    """Return the JSON Schema of the facts of a schema; one that is not `closed`, a branch, allows every field."""
    schema: dict[str, Any] = {keyword: facts[keyword] for keyword in SAME if keyword in facts}
    schema |= _types(facts) | _fields(facts, closed=closed) | _combinations(facts)
    if "required" in facts:
        schema["required"] = facts["required"]
    for limit, flag in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if facts.get(flag):
            schema[flag] = schema.pop(limit)
    if facts.get("x-kubernetes-list-type") == "set" or facts.get("uniqueItems"):
        schema["uniqueItems"] = True
    return schema


def _types(facts: dict[str, Any]) -> dict[str, Any]:
    kinds = ["integer", "string"] if facts.get("x-kubernetes-int-or-string") else []
    kinds += [facts["type"]] if "type" in facts else []
    kinds += ["null"] if kinds and facts.get("nullable") else []
    return {"type": kinds} if kinds else {}


def _fields(facts: dict[str, Any], *, closed: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    if "properties" in facts:
        schema["properties"] = {name: json_schema(field, closed=closed) for name, field in facts["properties"].items()}
    if "additionalProperties" in facts:
        schema["additionalProperties"] = json_schema(facts["additionalProperties"], closed=closed)
    elif closed and facts.get("type") == "object" and not facts.get("x-kubernetes-preserve-unknown-fields"):
        schema["additionalProperties"] = False
    if "items" in facts:
        schema["items"] = json_schema(facts["items"], closed=closed)
    return schema


def _combinations(facts: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        keyword: [json_schema(branch, closed=False) for branch in facts[keyword]]
        for keyword in ("allOf", "anyOf", "oneOf")
        if keyword in facts
    }
    if "not" in facts:
        schema["not"] = json_schema(facts["not"], closed=False)
    return schema


def _pattern(validator: Any, pattern: str, instance: object, schema: object) -> Iterator[jsonschema.ValidationError]:
    if isinstance(instance, str) and re2.search(pattern, instance) is None:
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
