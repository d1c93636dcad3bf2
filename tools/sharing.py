"""Schemas that occur more than once are written once, under `definitions`, and referred to by `$ref`."""

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

MIN_SHARED = 60
"""Characters from which a schema is shared: a reference to it, and its name, come to about 40."""
WIDTH = 120

SchemaFacts = dict[str, Any]


def with_subschemas(schema: Mapping[str, Any], name: str, replace: Callable[[Any, str], Any]) -> SchemaFacts:
    """Return a schema with each schema directly below it replaced; `replace` is given that schema and its field's name.

    What is no field itself, as the items of a list, has the name of the field that it belongs to.
    """
    result = dict(schema)
    for keyword, fact in sorted(schema.items()):
        if keyword == "properties":
            result[keyword] = {field: replace(below, field) for field, below in sorted(fact.items())}
        elif keyword in ("additionalProperties", "items", "not"):
            result[keyword] = replace(fact, name)
        elif keyword in ("allOf", "anyOf", "oneOf"):
            result[keyword] = [replace(below, name) for below in fact]
    return result


def document(kinds: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the content of one file: the facts of these kinds, and the definitions that they share."""
    sharing = _Sharing()
    numbered = [
        {**kind, "versions": [{**version, "schema": sharing.number(version["schema"])} for version in kind["versions"]]}
        for kind in kinds
    ]
    for kind in numbered:
        for version in kind["versions"]:
            version["schema"] = sharing.written(version["schema"], kind["kind"])
    return {"definitions": sharing.definitions, "kinds": numbered}


class _Sharing:
    """Gives equal schemas one number, and writes those that occur more than once as references.

    A schema that occurs only inside one that is shared counts once.
    """

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}
        self._schemas: list[SchemaFacts] = []  # by number; the schemas below are numbers
        self._numbers: dict[str, int] = {}
        self._sizes: list[int] = []
        self._places: Counter[int] = Counter()
        self._names: dict[int, str] = {}

    def number(self, schema: Mapping[str, Any]) -> int:
        """Return the number of a schema, and count the place where it is."""
        below: list[int] = []

        def numbered(subschema: Any, _: str) -> int:
            below.append(self.number(subschema))
            return below[-1]

        content = with_subschemas(schema, "", numbered)
        line = json.dumps(content, sort_keys=True)
        known = self._numbers.get(line)
        number = len(self._schemas) if known is None else known
        if known is None:
            self._numbers[line] = number
            self._schemas.append(content)
            self._sizes.append(len(line) + sum(self._sizes[part] for part in below))
        else:
            self._places.subtract(below)
        self._places[number] += 1
        return number

    def written(self, number: int, name: str) -> SchemaFacts:
        """Return a schema as it is written in the field of that name: whole, or as a reference."""
        if self._places[number] == 1 or self._sizes[number] < MIN_SHARED:
            return with_subschemas(self._schemas[number], name, self.written)
        if number not in self._names:
            free = self._names[number] = self._free(name)
            self.definitions[free] = {}  # taken; what is below it may have the same name
            self.definitions[free] = with_subschemas(self._schemas[number], name, self.written)
        return {"$ref": self._names[number]}

    def _free(self, name: str) -> str:
        if name not in self.definitions:
            return name
        return next(free for count in itertools.count(2) if (free := f"{name}-{count}") not in self.definitions)


def text(value: Any, indent: int = 0, before: int = 0) -> str:
    """Return a value as JSON with sorted keys: on one line what fits in one, so that a change shows where it is.

    `indent` is that of the line, and `before` the number of characters that are in it already.
    """
    line = json.dumps(value, sort_keys=True, ensure_ascii=False)
    if indent + before + len(line) < WIDTH or not value or not isinstance(value, dict | list):
        return line
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        names = {name: f"{json.dumps(name, ensure_ascii=False)}: " for name in sorted(value)}
        parts = [f"{pad}{written}{text(value[name], indent + 1, len(written))}" for name, written in names.items()]
        return "{\n" + ",\n".join(parts) + f"\n{' ' * indent}}}"
    parts = [f"{pad}{text(item, indent + 1)}" for item in value]
    return "[\n" + ",\n".join(parts) + f"\n{' ' * indent}]"
