"""Valid objects that hypothesis makes of a schema, and what one change makes of them: the schema is the oracle.

CEL rules are not looked at: an object may break them.
"""

import copy
import math
import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from preflight.admission.formats import format_of
from preflight.admission.patterns import matching
from preflight.admission.schema import Kind, Schema, Version
from preflight.field_path import FieldPath, Key

from hypothesis import strategies as st

LETTERS = string.ascii_lowercase + string.digits
MAX_ITEMS = 2
MAX_OPTIONAL = 3
"""Optional fields of one object."""
FLAT = 6
"""Below so many levels, objects have their required fields only."""
MAX_TEXT = 300
SOME_JSON = st.sampled_from([None, True, 7, 1.5, "text", ["item"], {"field": "value"}])


@st.composite
def objects(draw: st.DrawFn, kind: Kind, version: Version) -> dict[str, Any]:
    """Objects of a version of a kind that are valid but for their CEL rules."""
    rest = {name: field for name, field in version.schema.properties.items() if name not in ("apiVersion", "kind")}
    rest.pop("metadata", None)
    required = tuple(name for name in version.schema.required if name in rest)
    body = _value(draw, replace(version.schema, properties=rest, required=required), 0)
    group = f"{kind.group}/" if kind.group else ""
    metadata = {"name": "name"} | ({"namespace": "namespace"} if kind.namespaced else {})
    return {"apiVersion": f"{group}{version.name}", "kind": kind.kind, "metadata": metadata, **body}


def _value(draw: st.DrawFn, schema: Schema, depth: int) -> Any:
    schema = _with_branch(draw, schema)
    if schema.enum:
        return draw(st.sampled_from([value for value in schema.enum if value is not None]))
    if schema.type in ("object", "array"):
        return (_object if schema.type == "object" else _list)(draw, schema, depth)
    if schema.int_or_string:
        return draw(texts(schema) | st.integers(0, 2**31 - 1))
    if schema.type == "string":
        return draw(texts(schema))
    others = {"integer": numbers(schema), "number": numbers(schema), "boolean": st.booleans()}
    return draw(others.get(schema.type, SOME_JSON))


def _object(draw: st.DrawFn, schema: Schema, depth: int) -> dict[str, Any]:
    if schema.preserve_unknown_fields and not schema.properties:
        return {"field": draw(SOME_JSON)}
    if schema.additional is not None:
        names = draw(st.lists(st.text(LETTERS, min_size=1, max_size=9), max_size=MAX_ITEMS, unique=True))
        names += [f"name-{number}" for number in range((schema.min_properties or 0) - len(names))]
        return {name: _value(draw, schema.additional, depth + 1) for name in names[: schema.max_properties]}
    optional = [name for name in schema.properties if name not in schema.required]
    most = 0 if depth > FLAT or not optional else MAX_OPTIONAL
    chosen = draw(st.lists(st.sampled_from(optional), max_size=most, unique=True)) if most else []
    names = [name for name in schema.properties if name in schema.required or name in chosen]
    return {name: _value(draw, schema.properties[name], depth + 1) for name in names}


def _list(draw: st.DrawFn, schema: Schema, depth: int) -> list[Any]:
    item = schema.items or Schema()
    item = replace(item, required=(*item.required, *(key for key in schema.list_map_keys if key not in item.required)))
    least = schema.min_items or 0
    most = max(least, min(MAX_ITEMS, math.inf if schema.max_items is None else schema.max_items))
    size = draw(st.integers(least, int(most)))
    items = [_value(draw, item, depth + 1) for _ in range(size)]
    if schema.list_type == "atomic" and not schema.unique_items:
        return items
    distinct = {repr(identity(item, schema)): item for item in items}
    while len(distinct) < least:
        another = _value(draw, item, depth + 1)
        distinct[repr(identity(another, schema))] = another
    return list(distinct.values())


def identity(item: Any, schema: Schema) -> Any:
    """Return what tells an item of a set or map from the others."""
    if schema.list_type != "map" or schema.items is None:
        return item
    fields = schema.items.properties
    return [item.get(name, fields[name].default if name in fields else None) for name in schema.list_map_keys]


def _with_branch(draw: st.DrawFn, schema: Schema) -> Schema:
    """Return a schema with one branch of its combinations in it; of oneOf, the other branches' fields are left out."""
    if schema.one_of:
        chosen = draw(st.integers(0, len(schema.one_of) - 1))
        others = [branch for index, branch in enumerate(schema.one_of) if index != chosen]
        away = {name for branch in others for name in branch.required}
        schema = _merged(replace(schema, one_of=()), schema.one_of[chosen], away)
    if schema.any_of and not schema.int_or_string:
        schema = _merged(replace(schema, any_of=()), draw(st.sampled_from(schema.any_of)), set())
    return schema


def _merged(schema: Schema, branch: Schema, away: set[str]) -> Schema:
    """Return a schema with what a branch asks, and without some fields; one of which it says something is required."""
    properties = {name: field for name, field in schema.properties.items() if name not in away}
    asked = [name for name, field in branch.properties.items() if _says(field)]
    properties |= {name: _merged(properties[name], branch.properties[name], set()) for name in asked}
    enum = branch.enum or schema.enum
    if branch.none_of is not None and branch.none_of.enum:
        refused = branch.none_of.enum
        enum = tuple(value for value in enum or ("other.example.com/type",) if value not in refused)
    return replace(
        schema,
        properties=properties,
        required=tuple(dict.fromkeys((*schema.required, *branch.required, *asked))),
        enum=enum,
        type=branch.type or schema.type,
        pattern=branch.pattern or schema.pattern,
        format=branch.format or schema.format,
        any_of=branch.any_of or schema.any_of,
    )


def _says(schema: Schema) -> bool:
    """Whether a field of a branch limits the value, rather than only being named."""
    return bool(schema.enum or schema.any_of or schema.none_of or schema.pattern)


@cache
def _pattern_texts(pattern: str) -> st.SearchStrategy[str]:
    """Texts that match a pattern in RE2, found with Python's re where that reads the pattern too."""
    matches = matching(pattern)
    assert matches is not None, pattern
    try:
        texts = st.from_regex(re.compile(pattern, re.ASCII), alphabet=st.characters(max_codepoint=126))
    except re.error:
        texts = st.text(LETTERS, max_size=9)
    return texts.map(lambda text: text.removesuffix("\n")).filter(matches)


def texts(schema: Schema) -> st.SearchStrategy[str]:
    """Texts of a pattern, a format and a length; formats by their example."""
    known = format_of(schema.format)
    least, most = schema.min_length or 0, schema.max_length
    if known is not None:
        return st.just(known.example)
    if not schema.pattern:
        return st.text(LETTERS, min_size=least, max_size=most if most is not None and most < 9 else max(9, least))
    found = _pattern_texts(schema.pattern)
    return found.filter(lambda text: least <= len(text) <= (MAX_TEXT if most is None else most))


def numbers(schema: Schema) -> st.SearchStrategy[int]:
    """Whole numbers in the range of a schema."""
    least = -(2**31) if schema.minimum is None else math.ceil(schema.minimum) + schema.exclusive_minimum
    most = 2**31 - 1 if schema.maximum is None else math.floor(schema.maximum) - schema.exclusive_maximum
    return st.integers(least, max(least, most)).filter(lambda number: number % (schema.multiple_of or 1) == 0)


@dataclass(frozen=True)
class Mutation:
    """One change that makes an object invalid, and what is to be said of it."""

    name: str
    place: FieldPath
    """Of the value that is changed."""
    change: Callable[[Any], Any]
    code: str
    path: FieldPath
    """Of the finding."""


def mutations(schema: Schema, value: Any, path: FieldPath = ()) -> Iterator[Mutation]:
    """Ways to make a valid object invalid, each with one change of a value that is there.

    Values below a combination that says more than which field is required are left as they are.
    """
    if any(branch.properties and any(_says(field) for field in branch.properties.values()) for branch in schema.one_of):
        return
    if schema.int_or_string or schema.type:
        wrong = True if schema.int_or_string else WRONG[schema.type]
        yield Mutation("wrong type", path, lambda _: wrong, "GH121", path)
    match value:
        case dict():
            yield from _object_mutations(schema, value, path)
        case list():
            yield from _list_mutations(schema, value, path)
        case bool():
            return
        case str():
            yield from _text_mutations(schema, value, path)
        case int() | float():
            yield from _number_mutations(schema, path)


WRONG = {"string": 17, "object": "text", "array": "text", "integer": 1.5, "boolean": "true", "number": "text"}
"""A value of another type."""


def _object_mutations(schema: Schema, value: Mapping[str, Any], path: FieldPath) -> Iterator[Mutation]:
    if schema.type == "object" and schema.additional is None and not schema.preserve_unknown_fields:
        added = (*path, "unknownField")
        yield Mutation("unknown field", path, lambda there: {**there, "unknownField": 1}, "GH120", added)
    for name in schema.required:
        if name in schema.properties and not schema.properties[name].has_default and not schema.one_of:
            yield Mutation("missing field", path, _without(name), "GH122", (*path, name))
    if schema.max_properties is not None and schema.additional is not None and schema.max_properties < 99:
        entries = {f"entry-{number}": item for number in range(99) for item in list(value.values())[:1]}
        if entries:
            yield Mutation("too many entries", path, lambda _: entries, "GH129", path)
    for name, item in value.items():
        field = schema.properties.get(name, schema.additional)
        if field is not None:
            yield from mutations(field, item, (*path, name if name in schema.properties else Key(name)))


def _without(name: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    return lambda there: {key: item for key, item in there.items() if key != name}


def _list_mutations(schema: Schema, value: Sequence[Any], path: FieldPath) -> Iterator[Mutation]:
    room = schema.max_items is None or len(value) < schema.max_items
    if value and schema.list_type != "atomic" and room:
        repeated = (*path, len(value))
        yield Mutation("repeated item", path, lambda there: [*there, there[0]], "GH130", repeated)
    if value and schema.list_type == "atomic" and schema.max_items is not None and schema.max_items < 99:
        yield Mutation("too many items", path, lambda there: [there[0]] * 99, "GH128", path)
    if schema.min_items and not schema.one_of:
        yield Mutation("too few items", path, lambda _: [], "GH128", path)
    for index, item in enumerate(value):
        yield from mutations(schema.items or Schema(), item, (*path, index))


def _text_mutations(schema: Schema, value: str, path: FieldPath) -> Iterator[Mutation]:
    if schema.max_length is not None:
        long = "x" * (schema.max_length + 1)
        yield Mutation("too long", path, lambda _: long, "GH127", path)
    if schema.min_length:
        yield Mutation("too short", path, lambda _: "", "GH127", path)
    if schema.enum:
        yield Mutation("not allowed", path, lambda _: f"{value}-not", "GH123", path)
    if schema.pattern and not (matching(schema.pattern) or bool)("\x01") and not schema.min_length:
        yield Mutation("no match", path, lambda _: "\x01", "GH124", path)
    if format_of(schema.format) and not schema.max_length and not schema.min_length:
        yield Mutation("not the format", path, lambda _: "no such format", "GH125", path)


def _number_mutations(schema: Schema, path: FieldPath) -> Iterator[Mutation]:
    if schema.maximum is not None and schema.type:
        yield Mutation("too large", path, lambda _: int(schema.maximum or 0) + 1, "GH126", path)
    if schema.minimum is not None and schema.type:
        yield Mutation("too small", path, lambda _: int(schema.minimum or 0) - 1, "GH126", path)


def mutated(value: Any, mutation: Mutation) -> Any:
    """Return a copy of an object with one change."""
    return _changed(copy.deepcopy(value), mutation.place, mutation.change)


def _changed(value: Any, place: FieldPath, change: Callable[[Any], Any]) -> Any:
    if not place:
        return change(value)
    value[place[0]] = _changed(value[place[0]], place[1:], change)
    return value
