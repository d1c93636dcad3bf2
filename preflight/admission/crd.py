"""The facts of a CustomResourceDefinition: all that admission needs of it, in the form of imports/schemas/."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding, UnreadableError
from preflight.values import listed, shown

KIND = "CustomResourceDefinition"
API_VERSION = "apiextensions.k8s.io/v1"
SCOPES = ("Cluster", "Namespaced")

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
PROSE = frozenset({"description", "example", "externalDocs", "title"})
RULE_STRINGS = ("fieldPath", "message", "messageExpression", "reason", "rule")


def is_crd(data: Mapping[str, Any]) -> bool:
    """Whether an object is a CustomResourceDefinition of any version."""
    api_version = data.get("apiVersion")
    return data.get("kind") == KIND and isinstance(api_version, str) and api_version.startswith("apiextensions.k8s.io/")


def crd_facts(crd: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of a CustomResourceDefinition of apiextensions.k8s.io/v1.

    Each version has its name, served, storage, whether it is deprecated, whether status is a subresource, and its whole
    schema without the prose; the messages of rules and the deprecation warning stay. A keyword that is null counts as
    absent. Of what the API server asks of a CRD, that is checked without which the schema means nothing: raises
    UnreadableError (GH002) with the path of the field.
    """
    api_version = crd.get("apiVersion")
    if api_version != API_VERSION:
        raise _unreadable(
            ("apiVersion",),
            f"{shown(api_version)} is not served by Kubernetes 1.22 and later.",
            f"Write the CustomResourceDefinition in {API_VERSION}.",
        )
    path: FieldPath = ("spec",)
    spec = _mapping(crd.get("spec"), path)
    names = _mapping(spec.get("names"), (*path, "names"))
    return {
        "group": _name(spec.get("group"), (*path, "group")),
        "kind": _name(names.get("kind"), (*path, "names", "kind")),
        "plural": _name(names.get("plural"), (*path, "names", "plural")),
        "scope": _one_of(spec.get("scope"), (*path, "scope"), SCOPES),
        "versions": _versions(_list(spec.get("versions"), (*path, "versions")), (*path, "versions")),
    }


def check_crd(crd: Mapping[str, Any]) -> list[Finding]:
    """Check what crd_facts checks of a CustomResourceDefinition that is itself to be admitted."""
    try:
        crd_facts(crd)
    except UnreadableError as error:
        return [replace(error.finding, code="GH107")]
    return []


def _versions(entries: list[Any], path: FieldPath) -> list[dict[str, Any]]:
    reader = _SchemaReader()
    versions: dict[str, dict[str, Any]] = {}
    for index, entry in enumerate(entries):
        version = _version(entry, (*path, index), reader)
        name = version["name"]
        if name in versions:
            place = (*path, index, "name")
            raise _unreadable(place, f"The version {shown(name)} is there twice.", "Remove one of them.")
        versions[name] = version
    if not versions:
        raise _unreadable(path, "It has no version.", "Add a version with its schema.")
    return list(versions.values())


def _version(entry: Any, path: FieldPath, reader: "_SchemaReader") -> dict[str, Any]:
    version = _mapping(entry, path)
    subresources = _optional(version, "subresources", path, _mapping) or {}
    facts: dict[str, Any] = {
        "name": _name(version.get("name"), (*path, "name")),
        "served": _optional(version, "served", path, _flag) or False,
        "storage": _optional(version, "storage", path, _flag) or False,
    }
    if _optional(version, "deprecated", path, _flag):
        facts["deprecated"] = True
    if warning := _optional(version, "deprecationWarning", path, _text):
        facts["deprecationWarning"] = warning
    if subresources.get("status") is not None:
        facts["status"] = True
    place = (*path, "schema", "openAPIV3Schema")
    schema = _mapping(version.get("schema"), (*path, "schema")).get("openAPIV3Schema")
    facts["schema"] = reader.read(schema, place)
    if facts["schema"].get("type") != "object":
        raise _wrong(facts["schema"].get("type"), (*place, "type"), "object")
    return facts


class _SchemaReader:
    """Reads the schemas of one CRD, and counts them."""

    def __init__(self) -> None:
        self._left = MAX_SCHEMAS

    def read(self, value: Any, path: FieldPath, depth: int = 0) -> dict[str, Any]:
        """Return a schema without its prose."""
        self._left -= 1
        if depth > MAX_DEPTH:
            raise _unreadable(
                path, f"More than {MAX_DEPTH} schemas are within each other here.", "Write a flatter schema."
            )
        if self._left < 0:
            raise _unreadable(path, f"There are more than {MAX_SCHEMAS} schemas up to here.", "Write a smaller schema.")
        facts = {}
        for keyword, fact in _mapping(value, path).items():
            if keyword not in PROSE and fact is not None:
                facts[keyword] = self._fact(keyword, fact, (*path, keyword), depth + 1)
        return facts

    def _fact(self, keyword: Any, fact: Any, path: FieldPath, depth: int) -> Any:
        if check := KEYWORDS.get(keyword):
            return check(fact, path)
        if keyword in ("items", "not"):
            return self.read(fact, path, depth)
        if keyword in SCHEMA_LISTS:
            return [self.read(item, (*path, index), depth) for index, item in enumerate(_list(fact, path))]
        if keyword == "properties":
            properties = _mapping(fact, path)
            return {name: self.read(item, (*path, Key(name)), depth) for name, item in properties.items()}
        if keyword == "additionalProperties":
            return self._additional(fact, path, depth)
        raise _unreadable(
            path, f"{shown(keyword)} is no keyword of a structural schema.", "Remove it, or correct its name."
        )

    def _additional(self, fact: Any, path: FieldPath, depth: int) -> dict[str, Any]:
        """Return the schema of a map's values: `true` is one that says nothing, and `false` is forbidden."""
        if fact is False:
            raise _unreadable(
                path,
                "false is not allowed here.",
                "Remove it: without it, only the fields of `properties` are allowed.",
            )
        return {} if fact is True else self.read(fact, path, depth)


def _rules(value: Any, path: FieldPath) -> list[dict[str, Any]]:
    return [_rule(entry, (*path, index)) for index, entry in enumerate(_list(value, path))]


def _rule(value: Any, path: FieldPath) -> dict[str, Any]:
    entry = _mapping(value, path)
    facts: dict[str, Any] = {"rule": _text(entry.get("rule"), (*path, "rule"))}
    for name, fact in entry.items():
        place = (*path, name)
        if name == "optionalOldSelf" and fact is not None:
            facts[name] = _flag(fact, place)
        elif name in RULE_STRINGS and fact is not None:
            facts[name] = _text(fact, place)
        elif fact is not None:
            raise _unreadable(place, f"{shown(name)} is no field of a rule.", "Remove it, or correct its name.")
    return facts


def _optional(place: Mapping[str, Any], name: str, path: FieldPath, check: Callable[[Any, FieldPath], Any]) -> Any:
    """Return a field that may be missing or null; None then."""
    value = place.get(name)
    return None if value is None else check(value, (*path, name))


def _mapping(value: Any, path: FieldPath) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(value, path, "an object")
    for name in value:
        if not isinstance(name, str):
            raise _unreadable(path, f"The field name {shown(name)} is not a text.", "Put it in quotes.")
    return value


def _list(value: Any, path: FieldPath) -> list[Any]:
    if isinstance(value, list):
        return value
    raise _wrong(value, path, "a list")


def _text(value: Any, path: FieldPath) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(value, path, "a text")


def _name(value: Any, path: FieldPath) -> str:
    if isinstance(value, str) and value:
        return value
    raise _wrong(value, path, "a name")


def _names(value: Any, path: FieldPath) -> list[str]:
    return [_name(name, (*path, index)) for index, name in enumerate(_list(value, path))]


def _flag(value: Any, path: FieldPath) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(value, path, "true or false")


def _count(value: Any, path: FieldPath) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _wrong(value, path, "a whole number")


def _number(value: Any, path: FieldPath) -> float:
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _wrong(value, path, "a number")


def _one_of(value: Any, path: FieldPath, allowed: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in allowed:
        return value
    raise _wrong(value, path, listed(allowed, "or"))


def _wrong(value: Any, path: FieldPath, expected: str) -> UnreadableError:
    reason = "It is missing or null." if value is None else f"{shown(value)} is not {expected}."
    return _unreadable(path, reason, f"Write {expected}.")


def _unreadable(path: FieldPath, reason: str, fix: str) -> UnreadableError:
    return UnreadableError(Finding(code="GH002", path=path, reason=reason, fix=fix))


KEYWORDS: Mapping[str, Callable[[Any, FieldPath], Any]] = {
    "default": lambda value, _: value,
    "enum": _list,
    "type": partial(_one_of, allowed=TYPES),
    "x-kubernetes-validations": _rules,
    **dict.fromkeys(STRINGS, _text),
    **dict.fromkeys(NUMBERS, _number),
    **dict.fromkeys(COUNTS, _count),
    **dict.fromkeys(FLAGS, _flag),
    **dict.fromkeys(NAMES, _names),
}
