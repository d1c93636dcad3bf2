"""What a branch of a combination asks, in words."""

from collections.abc import Iterator, Sequence

from preflight.admission.formats import format_of
from preflight.admission.schema import Schema
from preflight.admission.structure.limits import range_words
from preflight.admission.structure.types import ARTICLES
from preflight.values import listed, shown

MAX_WORDS = 500
"""Characters of one description."""


def described(schema: Schema) -> str:
    """Say what a schema asks of a value, as in `'type' is 'IPAddress' and 'value' is an IPv4 address`."""
    words = _joined(schema, "it")
    return words if len(words) <= MAX_WORDS else f"{words[:MAX_WORDS]}..."


def _joined(schema: Schema, subject: str) -> str:
    return " and ".join(_clauses(schema, subject)) or f"{subject} is anything"


def _clauses(schema: Schema, subject: str) -> Iterator[str]:
    if schema.type:
        yield f"{subject} is {ARTICLES[schema.type]}"
    if schema.enum:
        yield f"{subject} is {listed(schema.enum, 'or')}"
    if schema.pattern:
        yield f"{subject} matches {schema.pattern}"
    if known := format_of(schema.format):
        yield f"{subject} is {known.meaning}"
    if words := range_words(schema):
        yield f"{subject} is {words}"
    yield from _sizes(schema, subject)
    yield from _parts(schema, subject)
    yield from _combinations(schema, subject)


def _sizes(schema: Schema, subject: str) -> Iterator[str]:
    for least, most, what in (
        (schema.min_length, schema.max_length, "characters"),
        (schema.min_items, schema.max_items, "items"),
        (schema.min_properties, schema.max_properties, "fields"),
    ):
        if least is not None:
            yield f"{subject} has at least {least} {what}"
        if most is not None:
            yield f"{subject} has at most {most} {what}"


def _parts(schema: Schema, subject: str) -> Iterator[str]:
    for name in schema.required:
        yield f"{shown(name)} is there"
    for name, field in schema.properties.items():
        yield from _clauses(field, shown(name))
    if schema.items is not None:
        yield from _clauses(schema.items, f"each item of {subject}")


def _combinations(schema: Schema, subject: str) -> Iterator[str]:
    for branch in schema.all_of:
        yield from _clauses(branch, subject)
    for branches in (schema.any_of, schema.one_of):
        if branches:
            yield _either(branches, subject)
    if schema.none_of is not None:
        yield _denied(schema.none_of, subject)


def _either(branches: Sequence[Schema], subject: str) -> str:
    """Say that one of several is so, the subject only once where all begin with it."""
    clauses = [_joined(branch, subject) for branch in branches]
    begin = f"{subject} is "
    if all(clause.startswith(begin) for clause in clauses):
        return begin + " or ".join(clause.removeprefix(begin) for clause in clauses)
    return " or ".join(clauses)


def _denied(schema: Schema, subject: str) -> str:
    clauses = list(_clauses(schema, subject))
    begin = f"{subject} is "
    if len(clauses) == 1 and clauses[0].startswith(begin):
        return f"{begin}not {clauses[0].removeprefix(begin)}"
    return f"not: {_joined(schema, subject)}"
