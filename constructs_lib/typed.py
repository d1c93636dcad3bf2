"""From a spec in the API's own form to what a generated L1 class takes, without losing a field on the way.

jsii drops, silently, every key of a plain dict that the generated type does not have, and building the typed values
instead costs more time than all else that a construct does (docs/benchmarks.md). So the constructs write specs in the
API's form, and `typed_props` checks them against the generated types and puts them in jsii's form in one walk.
"""

import enum
import inspect
import math
import re
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

Convert = Callable[[Any], Any]

ENUM_SYMBOLS = {"-": "_HYPHEN_", "/": "_FORWARD_SLASH_", "*": "_ASTERISK_", "_": "_UNDERSCORE_"}
WORD_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]")
ABBREVIATION = re.compile(r"[A-Z]+(?=[A-Z][a-z]|$)")


class FieldError(Exception):
    """A value that the generated type has no place for; `parts` grows to its path on the way up."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.parts: list[str] = []

    @property
    def path(self) -> str:
        """The path as the API server prints it, such as `spec.rules[0].name`."""
        return "".join(self.parts).removeprefix(".")


def typed_props(l1: type, manifest: Mapping[str, Any]) -> Any:
    """Return `manifest` (metadata and spec, in the API's names) as the props of the generated class `l1`.

    Raises ValueError, naming the field's path, for a field that the CRD does not have and for a value of another type.
    """
    converters = _props(l1)
    try:
        return {name: _with_path(f".{name}", converters[name], value) for name, value in manifest.items()}
    except FieldError as error:
        raise ValueError(f"{error.path}: {error}") from None


@cache
def _props(l1: type) -> Mapping[str, Convert]:
    """Return the converters of the arguments of a generated class: metadata and spec."""
    hints = typing.get_type_hints(l1.__dict__["__init__"])
    return {name: converter(hints[name]) for name in ("metadata", "spec")}


@cache
def has_field(l1: type, path: str) -> bool:
    """Tell whether the CRD of a generated class has a field, such as `spec.rules.retry` for one of each rule."""
    hints = typing.get_type_hints(l1.__dict__["__init__"])
    for name in path.split("."):
        hint = hints.get(generated_name(name))
        if hint is None:
            return False
        hints = _hints(_struct_in(hint))
    return True


def _hints(struct: Any) -> dict[str, Any]:
    """Return the type hints of a generated struct's fields by their names in jsii; none for None."""
    if struct is None:
        return {}
    hints = typing.get_type_hints(struct.__init__)
    return {jsii_name: hints[name] for name, jsii_name in struct.__jsii_name_mapping__.items()}


def _struct_in(hint: Any) -> Any:
    """Return the generated struct that a type hint is for, alone or in a list; None for any other type."""
    for option in _options(hint):
        if hasattr(option, "__jsii_name_mapping__"):
            return option
        if isinstance(origin := typing.get_origin(option), type) and issubclass(origin, Sequence):
            return _struct_in(typing.get_args(option)[0])
    return None


def _with_path(part: str, convert: Convert, value: Any) -> Any:
    """Convert a value, adding its place to what goes wrong below it."""
    try:
        return convert(value)
    except FieldError as error:
        error.parts.insert(0, part)
        raise


@cache
def converter(hint: Any) -> Convert:
    """Return the function that converts a value of this type hint of a generated class."""
    options = [option for option in _options(hint) if option is not type(None)]
    structs = [option for option in options if hasattr(option, "__jsii_name_mapping__")]
    if structs:
        return _struct(structs[0])
    origin = typing.get_origin(options[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(converter(typing.get_args(options[0])[1]))
    if origin is not None and issubclass(origin, Sequence):
        return _list(converter(typing.get_args(options[0])[0]))
    if isinstance(options[0], type) and issubclass(options[0], enum.Enum):
        return _enum(options[0])
    if options == [Any]:
        return _unchanged
    return _primitive(tuple(options))


def _options(hint: Any) -> Sequence[Any]:
    """Return the members of a union, or the hint alone."""
    return typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)


def _unchanged(value: Any) -> Any:
    return value


def _struct(struct: Any) -> Convert:
    """Convert a mapping whose keys are the fields of a generated struct."""

    def convert(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise FieldError(f"{value!r} is of type {type(value).__name__}, not a mapping")
        fields = _fields(struct)
        converted = {}
        for name, item in value.items():
            field = fields.get(generated_name(str(name)))
            if field is None:
                raise _unknown_field(name, list(fields))
            if item is not None:
                converted[field.name] = _with_path(f".{name}", field.convert, item)
        missing = [field.name for field in fields.values() if field.required and field.name not in converted]
        if missing:
            raise FieldError(f"the CRD requires {', '.join(missing)} here")
        return converted

    return convert


class _Field(NamedTuple):
    """A field of a generated struct, under its name in jsii."""

    name: str
    convert: Convert
    required: bool


@cache
def _fields(struct: Any) -> Mapping[str, _Field]:
    """Return the fields of a generated struct by their names in jsii."""
    hints = _hints(struct)
    parameters = inspect.signature(struct.__init__).parameters
    return {
        jsii_name: _Field(jsii_name, converter(hints[jsii_name]), parameters[name].default is inspect.Parameter.empty)
        for name, jsii_name in struct.__jsii_name_mapping__.items()
    }


def generated_name(name: str) -> str:
    """Return the generator's spelling of a field's name: an abbreviation is a word, as in localAsn for localASN."""
    return ABBREVIATION.sub(lambda letters: letters[0].capitalize(), name)


def _unknown_field(name: object, known: Sequence[str]) -> FieldError:
    """Say which fields there are, the nearest first."""
    near = get_close_matches(str(name), known, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return FieldError(f"the imported CRD has no field {name!r} here.{hint} Fields: {', '.join(sorted(known))}")


def _list(convert_item: Convert) -> Convert:
    """Convert each item of a list or tuple."""

    def convert(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise FieldError(f"{value!r} is of type {type(value).__name__}, not a list")
        return [_with_path(f"[{index}]", convert_item, item) for index, item in enumerate(value)]

    return convert


def _mapping(convert_item: Convert) -> Convert:
    """Convert each value of a mapping with free keys."""

    def convert(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise FieldError(f"{value!r} is of type {type(value).__name__}, not a mapping")
        return {str(key): _with_path(f"[{key}]", convert_item, item) for key, item in value.items()}

    return convert


def _enum(members: type[enum.Enum]) -> Convert:
    """Convert an API value such as `PathPrefix` to the generated member, PATH_PREFIX."""

    def convert(value: Any) -> Any:
        member = members.__members__.get(enum_member_name(value)) if isinstance(value, str | int) else None
        if member is None:
            raise FieldError(f"{value!r} is not one of the generated values {', '.join(members.__members__)}")
        return member

    return convert


@cache
def enum_member_name(value: str | int) -> str:
    """Return the name that the generator gives to an API value: PATH_PREFIX for `PathPrefix`, VALUE_301 for 301."""
    text = "".join(ENUM_SYMBOLS.get(character, character) for character in str(value))
    name = "_".join(word for word in WORD_BOUNDARY.split(text) if word).upper()
    return name if name[:1].isalpha() and text[:1] != "_" else f"VALUE_{name}"


def _primitive(kinds: tuple[type, ...]) -> Convert:
    """Check a plain value; a bool is not taken for a number."""

    def convert(value: Any) -> Any:
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise FieldError(f"{value!r} is of type {type(value).__name__}, not a {wanted}")
        if isinstance(value, float) and not math.isfinite(value):
            raise FieldError(f"{value!r} is not a number that JSON can have")
        return value

    return convert
