"""The files under imports/schemas/, read without the code that writes or reads them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tools.imports import IMPORTS

SCHEMAS = IMPORTS / "schemas"
FILES = sorted(SCHEMAS.glob("*/*.json"))

SCHEMA = ("additionalProperties", "items", "not")
LISTS = ("allOf", "anyOf", "oneOf")


def subschemas(schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the schemas directly below a schema, and the path of each."""
    for name, below in schema.get("properties", {}).items():
        yield f".{name}", below
    for keyword in SCHEMA:
        if keyword in schema:
            yield f" {keyword}", schema[keyword]
    for keyword in LISTS:
        for number, below in enumerate(schema.get(keyword, [])):
            yield f" {keyword}[{number}]", below


def own_keywords(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keywords of a schema that hold no schemas."""
    return {name: fact for name, fact in schema.items() if name not in ("properties", *SCHEMA, *LISTS)}


def expanded(value: Any, definitions: Mapping[str, Any]) -> Any:
    """Return the facts of kinds, or a part of them, with each reference replaced by what it refers to."""
    if isinstance(value, dict):
        if value.keys() == {"$ref"} and isinstance(value["$ref"], str):
            return expanded(definitions[value["$ref"]], definitions)
        return {name: expanded(part, definitions) for name, part in value.items()}
    return [expanded(part, definitions) for part in value] if isinstance(value, list) else value


def kinds_in(folder: str) -> dict[str, dict[str, Any]]:
    """Return the facts of the kinds in a folder, by kind, without references."""
    found = {}
    for file in sorted((SCHEMAS / folder).glob("*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        for facts in expanded(content["kinds"], content["definitions"]):
            found[facts["kind"]] = facts
    return found
