"""Fields of files such as cluster.yaml: readers that return a value, or say with its line why it is none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn, TypeVar

from preflight.field_path import FieldPath, Key
from preflight.field_path import text as path_text
from preflight.finding import Finding, Source, UnreadableError
from preflight.names import (
    LABEL_NAME,
    NameRule,
    is_label_value,
    is_name,
    name_instead,
    why_no_name,
    why_no_qualified_name,
)
from preflight.snapshot import Manifest
from preflight.suggestions import nearest
from preflight.values import MAX_PORT, listed, shown

T = TypeVar("T")


class Value(NamedTuple):
    """A value in such a file, and where it is."""

    written: Manifest
    path: FieldPath
    data: Any

    def at(self, element: str | int) -> "Value":
        """Return the property or item of this mapping or list."""
        return Value(self.written, (*self.path, element), self.data[element])

    def refuse(self, reason: str, fix: str) -> NoReturn:
        """Raise UnreadableError for it."""
        source = self.written.origin.source(self.path) if self.written.origin else None
        refuse(source, self.path, reason, fix)


Reader = Callable[[Value], T]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a mapping: the argument that it becomes, and what it may hold."""

    argument: str
    read: Reader[Any]
    required: bool = False


def refuse(source: Source | None, path: FieldPath, reason: str, fix: str) -> NoReturn:
    """Raise UnreadableError for what is at a place of the file."""
    raise UnreadableError(Finding(code="GH002", path=path, reason=reason, fix=fix, source=source))


def mapping(make: Callable[..., T], fields: Mapping[str, Field], example: str) -> Reader[T]:
    """Read a mapping of these fields to what `make` makes of them; what is not there, or null, is no argument."""

    def read(value: Value) -> T:
        _refuse_others(value, fields, example)
        refuse_unknown(value, fields)
        for name, field in fields.items():
            if field.required and value.data.get(name) is None:
                value.refuse(f"The field {shown(name)} is missing.", f"Write it, as in '{example}'.")
        return make(**_arguments(value, fields))

    return read


def known_fields(make: Callable[..., T], fields: Mapping[str, Field], example: str, reader: str) -> Reader[T]:
    """Read a mapping of which only these fields matter here; other fields are refused only if they were meant as one.

    `reader` is who reads the mapping in the cluster: a field that differs in case, '-' or '_' only is none to it.
    """

    def read(value: Value) -> T:
        _refuse_others(value, fields, example)
        for name in value.data:
            meant = None if name in fields else nearest(name, list(fields), likeness=1.0)
            if meant is not None:
                reason = f"{reader} reads {shown(meant)}, and so it does not see {shown(name)}."
                value.at(name).refuse(reason, f"Write {shown(meant)}.")
        return make(**_arguments(value, fields))

    return read


def _refuse_others(value: Value, fields: Mapping[str, Field], example: str) -> None:
    """Raise UnreadableError for what is not a mapping."""
    if not isinstance(value.data, Mapping):
        reason = f"{shown(value.data)} is not a mapping of {listed(list(fields))}."
        value.refuse(reason, f"Write '{example}', for example.")


def _arguments(value: Value, fields: Mapping[str, Field]) -> dict[str, Any]:
    """Read the fields of a mapping that are there."""
    given = [name for name in fields if value.data.get(name) is not None]
    return {fields[name].argument: fields[name].read(value.at(name)) for name in given}


def refuse_unknown(value: Value, fields: Mapping[str, Field]) -> None:
    """Raise UnreadableError for a field of a mapping that is none of these."""
    for name in value.data:
        if name not in fields:
            near = nearest(name, list(fields))
            reason = f"There is no field {shown(name)} here, only {listed(list(fields))}."
            value.at(name).refuse(reason, f"Write {shown(near)}." if near else "Leave it out.")


def each(
    item: Reader[T], nouns: str, *, identity: Callable[[T], object] | None = None, least: int = 0
) -> Reader[tuple[T, ...]]:
    """Read a list; two items of one `identity` are refused, and fewer than `least`."""

    def read(value: Value) -> tuple[T, ...]:
        if not isinstance(value.data, list):
            value.refuse(f"{shown(value.data)} is not a list of {nouns}.", "Write each after '- '.")
        if len(value.data) < least:
            value.refuse(f"The list of {nouns} is empty.", "Write at least one.")
        items = tuple(item(value.at(index)) for index in range(len(value.data)))
        seen: dict[object, int] = {}
        for index, found in enumerate(items):
            first = seen.setdefault(found if identity is None else identity(found), index)
            if first != index:
                value.at(index).refuse(
                    f"It is there twice: {path_text((*value.path, first))} is the same.", "Keep one of them."
                )
        return items

    return read


def text(value: Value) -> str:
    """Read a text that is not empty."""
    if not isinstance(value.data, str):
        value.refuse(f"{shown(value.data)} is not a string.", "Put it in quotes.")
    if not value.data:
        value.refuse("The string is empty.", "Write one, or leave the field out.")
    return value.data


def name(rule: NameRule) -> Reader[str]:
    """Read a name that keeps a rule."""

    def read(value: Value) -> str:
        found = text(value)
        if not is_name(found, rule):
            value.refuse(why_no_name(found, rule), name_instead(found, rule))
        return found

    return read


def labels(kind: str) -> Reader[Mapping[str, str]]:
    """Read the labels of an object of a kind."""

    def read(value: Value) -> Mapping[str, str]:
        if not isinstance(value.data, Mapping):
            value.refuse(f"{shown(value.data)} is not a mapping of labels.", "Write '{team: web}', for example.")
        for key in value.data:
            label = value.at(Key(key))
            if not isinstance(label.data, str):
                reason = f"{shown(label.data)} is not a string, which the value of a label is."
                label.refuse(reason, "Put it in quotes.")
            if not is_label_value(label.data):
                reason = f"{shown(label.data)} is not the value of a label: {LABEL_NAME.allowed}."
                label.refuse(reason, "Write another value.")
            if why := why_no_qualified_name(key):
                label.refuse(f"The key {shown(key)} {why}.", f"Write the label that the {kind} has.")
        return dict(value.data)

    return read


def one_of(*allowed: str) -> Reader[str]:
    """Read one of some texts."""

    def read(value: Value) -> str:
        if value.data not in allowed:
            near = nearest(str(value.data), allowed)
            fix = f"Write {shown(near)}." if near else "Write one of these."
            value.refuse(f"{shown(value.data)} is not one of {listed(allowed)}.", fix)
        return str(value.data)

    return read


def port_number(value: Value) -> int:
    """Read a port."""
    if not isinstance(value.data, int) or isinstance(value.data, bool) or not 0 < value.data <= MAX_PORT:
        value.refuse(f"{shown(value.data)} is not a port, 1 to {MAX_PORT}.", "Write the number of the Service's port.")
    return value.data
