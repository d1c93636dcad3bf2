"""Values that a schema takes, more or less: quickly made, so that what is changed in them is deep inside."""

import random
from collections.abc import Callable, Mapping
from typing import Any

from preflight.admission.formats import format_of
from preflight.admission.patterns import matching
from preflight.admission.schema import Schema

MAX_DEPTH = 12
"""Values within each other; the schemas of Kubernetes may go on for ever."""
MAX_FIELDS = 5
"""Optional fields of an object."""
TEXTS = (
    "a",
    "web",
    "example.com",
    "*.example.com",
    "example.com/a",
    "10.0.0.1",
    "2001:db8::1",
    "10.0.0.0/8",
    "10s",
    "1h30m",
    "/a",
    "HTTP",
    "https://example.com/a?b=c",
    "500m",
    "1Gi",
    "80",
    "v1.2.3",
    "2026-01-31T12:00:00Z",
    "aGVsbG8=",
    "^a+$",
)
"""Texts for patterns."""


def sample(generator: random.Random, schema: Schema, depth: int = 0) -> Any:
    """Return a value with the type of a schema, mostly within its limits."""
    if schema.enum:
        return generator.choice(schema.enum)
    if schema.int_or_string:
        return generator.choice((80, "50%"))
    make = BY_TYPE.get(schema.type)
    return generator.choice((None, 1, "a", {"a": ["b"]})) if make is None else make(generator, schema, depth)


def _object(generator: random.Random, schema: Schema, depth: int) -> dict[str, Any]:
    if schema.additional is not None and not schema.properties:
        below = schema.additional
        return {generator.choice(TEXTS): sample(generator, below, depth + 1) for _ in range(generator.randrange(3))}
    one_of = generator.choice(schema.one_of).required if schema.one_of else ()
    required = {*schema.required, *one_of} & schema.properties.keys()
    further = [name for name in schema.properties if name not in required] if depth < MAX_DEPTH else []
    chosen = generator.sample(further, min(len(further), generator.randrange(MAX_FIELDS)))
    return {name: sample(generator, schema.properties[name], depth + 1) for name in (*sorted(required), *chosen)}


def _list(generator: random.Random, schema: Schema, depth: int) -> list[Any]:
    size = (schema.min_items or 0) + (generator.randrange(3) if depth < MAX_DEPTH else 0)
    return [sample(generator, schema.items or Schema(), depth + 1) for _ in range(min(size, schema.max_items or size))]


def _text(generator: random.Random, schema: Schema, _: int) -> str:
    known = format_of(schema.format)
    if known is not None:
        return known.example
    matches = matching(schema.pattern) if schema.pattern else None
    fitting = [text for text in TEXTS if matches is None or matches(text)]
    return generator.choice(fitting or TEXTS)


def _number(generator: random.Random, schema: Schema, _: int) -> float:
    least = int(schema.minimum or 0)
    return generator.choice((least, least + 1, least + 80))


BY_TYPE: Mapping[str, Callable[[random.Random, Schema, int], Any]] = {
    "array": _list,
    "boolean": lambda generator, schema, depth: generator.random() < 0.5,
    "integer": _number,
    "number": _number,
    "object": _object,
    "string": _text,
}
