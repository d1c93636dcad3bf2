"""The schemas of a CustomResourceDefinition as facts: keyword by keyword, each of its type."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from preflight.admission.crd import fields
from preflight.admission.crd.fields import Reader, unreadable
from preflight.field_path import FieldPath, Key
from preflight.values import shown

MAX_SCHEMAS = 75_000
"""Schemas of one CRD: etcd takes objects of 1.5 MB, and a schema with its name comes to 20 bytes at least."""
MAX_DEPTH = 100
"""Schemas within schemas; those of the bundled CRDs go down to 18."""

TYPES = ("array", "boolean", "integer", "number", "object", "string")
STRINGS = ("format", "pattern", "x-kubernetes-list-type", "x-kubernetes-map-type")
NUMBERS = ("maximum", "minimum", "multipleOf")
COUNTS = ("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties")
FLAGS = (
    "exclusiveMaximum",
    "exclusiveMinimum",
    "nullable",
    "uniqueItems",
    "x-kubernetes-embedded-resource",
    "x-kubernetes-int-or-string",
    "x-kubernetes-preserve-unknown-fields",
)
NAMES = ("required", "x-kubernetes-list-map-keys")
SCHEMA_LISTS = ("allOf", "anyOf", "oneOf")
NESTED = frozenset({"additionalProperties", "items", "not", "properties", "x-kubernetes-validations", *SCHEMA_LISTS})
"""Keywords whose values are schemas or rules, or have some in them."""
PROSE = frozenset({"description", "example", "externalDocs", "title"})
FORBIDDEN = frozenset({"$ref", "$schema", "additionalItems", "definitions", "dependencies", "id", "patternProperties"})
"""Keywords of OpenAPI that no structural schema has."""
EMPTY: tuple[object, ...] = ("", {})
RULE_STRINGS = ("fieldPath", "message", "messageExpression", "reason", "rule")


class SchemaReader:
    """Reads the schemas of one CRD, and counts them."""

    def __init__(self, *, whole: bool) -> None:
        """Make a reader that, where the schemas are to be `whole`, keeps the prose and `additionalProperties: true`."""
        self._whole = whole
        self._left = MAX_SCHEMAS

    def read(self, value: Any, path: FieldPath, depth: int = 0, *, lenient: bool = False) -> dict[str, Any]:
        """Return a schema without what is null in it.

        Where it is `lenient`, unknown keywords are left out: within the schemas of items and of a map's values the API
        server does not see them (apiextensions-apiserver's pkg/apis/apiextensions/v1/marshal.go).
        """
        self._left -= 1
        if depth > MAX_DEPTH:
            raise unreadable(
                path, f"More than {MAX_DEPTH} schemas are within each other here.", "Write a flatter schema."
            )
        if self._left < 0:
            raise unreadable(path, f"There are more than {MAX_SCHEMAS} schemas up to here.", "Write a smaller schema.")
        facts = {}
        for keyword, fact in fields.mapping(value, path).items():
            if fact is None or (lenient and keyword not in KNOWN) or _says_nothing(keyword, fact, value):
                continue
            read = self._fact(keyword, fact, (*path, keyword), depth + 1, lenient=lenient)
            if self._whole or keyword not in PROSE:
                facts[keyword] = read
        return facts

    def _fact(self, keyword: str, fact: Any, path: FieldPath, depth: int, *, lenient: bool) -> Any:
        if read := KEYWORDS.get(keyword):
            return read(fact, path)
        if keyword == "x-kubernetes-validations":
            return _rules(fact, path, lenient=lenient)
        if keyword in ("items", "not"):
            return self.read(fact, path, depth, lenient=lenient or keyword == "items")
        if keyword in SCHEMA_LISTS:
            branches = enumerate(fields.items(fact, path))
            return [self.read(branch, (*path, index), depth, lenient=lenient) for index, branch in branches]
        if keyword == "properties":
            properties = fields.mapping(fact, path).items()
            return {name: self.read(item, (*path, Key(name)), depth, lenient=lenient) for name, item in properties}
        if keyword == "additionalProperties":
            return self._additional(fact, path, depth)
        raise unreadable(
            path, f"{shown(keyword)} is no keyword of a structural schema.", "Remove it, or correct its name."
        )

    def _additional(self, fact: Any, path: FieldPath, depth: int) -> dict[str, Any] | bool:
        """Return the schema of a map's values: `true` is one that says nothing, and `false` is forbidden."""
        if fact is False:
            raise unreadable(
                path,
                "false is not allowed here.",
                "Remove it: without it, only the fields of `properties` are allowed.",
            )
        if fact is True:
            return True if self._whole else {}
        return self.read(fact, path, depth, lenient=True)


def _says_nothing(keyword: str, fact: object, schema: Mapping[str, Any]) -> bool:
    """Whether a keyword of a schema counts as absent with this value."""
    match keyword:
        case "additionalProperties":
            return fact is False and not schema.get("properties")
        case "items":
            return fact == []
        case _ if keyword in FORBIDDEN:
            return fact in EMPTY and keyword != "$ref"
    return False


def _rules(value: Any, path: FieldPath, *, lenient: bool) -> list[dict[str, Any]]:
    return [_rule(entry, (*path, index), lenient=lenient) for index, entry in enumerate(fields.items(value, path))]


def _rule(value: Any, path: FieldPath, *, lenient: bool) -> dict[str, Any]:
    entry = fields.mapping(value, path)
    facts: dict[str, Any] = {"rule": fields.text(entry.get("rule"), (*path, "rule"))}
    for name, fact in entry.items():
        place = (*path, name)
        if name == "optionalOldSelf" and fact is not None:
            facts[name] = fields.flag(fact, place)
        elif name in RULE_STRINGS and fact is not None:
            facts[name] = fields.text(fact, place)
        elif fact is not None and not lenient:
            raise unreadable(place, f"{shown(name)} is no field of a rule.", "Remove it, or correct its name.")
    return facts


def _anything(value: Any, _: FieldPath) -> Any:
    return value


KEYWORDS: Mapping[str, Reader] = {
    "default": _anything,
    "description": fields.text,
    "enum": fields.items,
    "example": _anything,
    "externalDocs": fields.mapping,
    "title": fields.text,
    "type": partial(fields.one_of, allowed=TYPES),
    **dict.fromkeys(STRINGS, fields.text),
    **dict.fromkeys(NUMBERS, fields.number),
    **dict.fromkeys(COUNTS, fields.count),
    **dict.fromkeys(FLAGS, fields.flag),
    **dict.fromkeys(NAMES, fields.names),
}
KNOWN = KEYWORDS.keys() | NESTED | FORBIDDEN
