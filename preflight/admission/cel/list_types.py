"""Lists of type set or map in rules: the order of their items counts for nothing where the API server compares them.

And `+` leaves out, or replaces, what is there already. The CEL library knows neither, so a rule that compares or adds
such a list, or a value that has one in it, cannot be evaluated. As in apiserver's pkg/cel/common/valuesunstructured.go,
it is the left side that counts: a list that an expression makes has its order.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from preflight.admission.cel.escaping import escaped
from preflight.admission.cel.tokens import tokens
from preflight.admission.schema import Schema

COMPARING = frozenset({"==", "!=", "+", "in"})
CARRYING = frozenset({"dyn", "or", "orValue", "value"})
"""Functions that return what they are given."""
LOOPS = frozenset(
    {"all", "exists", "existsOne", "exists_one", "filter", "map", "optFlatMap", "optMap", "transformList"}
)
MAKING = frozenset({"map", "transformList"})
"""Loops that return a list of what their last argument is."""
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
SELVES = frozenset({"self", "oldSelf"})
ITEMS = "[]"
"""After a name: the items of the list or map, too, are such values."""
UNCHANGED = re.compile(r"\s*(?:self|oldSelf)(?:\.\w+)*\s*==\s*(?:self|oldSelf)(?:\.\w+)*\s*")
"""A rule that is true wherever the order is the same, too."""


def compares_unordered(expression: str, schema: Schema) -> bool:
    """Whether a rule of a schema compares or adds a value in which the order of a list may count for nothing."""
    names = _names(schema).union(*(_called(name, schema) for name in SELVES))
    if not names:
        return False
    found = tokens(expression)
    names |= _variables(found, names)
    return any(token in COMPARING and _ends_in(found[:place], names) for place, token in enumerate(found))


@lru_cache(maxsize=4096)
def _is_unordered(schema: Schema) -> bool:
    """Whether a value is a list of type set or map, or has one in it."""
    return schema.list_type != "atomic" or any(map(_is_unordered, _below(schema)))


@lru_cache(maxsize=4096)
def _names(schema: Schema) -> frozenset[str]:
    """Return the names by which rules refer to such values in a value."""
    found = (_called(escaped(name) or name, below) for name, below in schema.properties.items())
    return frozenset[str]().union(*found, *map(_names, _below(schema)))


def _called(name: str, schema: Schema) -> Iterator[str]:
    """Yield the name of a value if it is such a value, and again if its items are."""
    if _is_unordered(schema):
        yield name
    if any(_is_unordered(below) for below in (schema.items, schema.additional) if below):
        yield name + ITEMS


def _below(schema: Schema) -> Iterator[Schema]:
    yield from schema.properties.values()
    yield from (below for below in (schema.items, schema.additional) if below)


def _variables(found: list[str], names: frozenset[str]) -> frozenset[str]:
    """Return the names of the variables of loops that stand for such values."""
    variables: set[str] = set()
    for place, token in enumerate(found):
        if token in LOOPS and found[place + 1 : place + 2] == ["("]:
            items = found[place - 2]
            made = items in CLOSING and _may_have(found[: place - 1], names | variables)
            if made or items in variables or items + ITEMS in names:
                named = zip(found[place + 2 : place + 5 : 2], found[place + 3 : place + 6 : 2], strict=False)
                variables |= {name for name, comma in named if comma == "," and NAME.fullmatch(name)}
    return frozenset(variables)


def _may_have(before: list[str], names: frozenset[str]) -> bool:
    """Whether the items of the list that some tokens end with, after a bracket, may be such values."""
    closing = len(before) - 1
    opening = _opening(before, closing)
    called = before[opening - 1] if opening and before[opening] == "(" else ""
    if called not in MAKING:
        return True
    last = _without_calls(before[_last_argument(before, opening, closing) : closing])
    ends = (end for end in range(1, len(last) + 1) if last[end : end + 1] not in (["."], ["["]))
    return any(_ends_in(last[:end], names) for end in ends)


def _last_argument(value: list[str], opening: int, closing: int) -> int:
    """Return the place at which the last argument between two brackets begins."""
    place = closing - 1
    while place > opening and value[place] != ",":
        place = _opening(value, place) - 1 if value[place] in CLOSING else place - 1
    return place + 1


def _ends_in(before: list[str], names: frozenset[str]) -> bool:
    """Whether the value that some tokens end with may be one of these names, or have one in it."""
    value = _last_value(before)
    return any(token in names and _is_whole(value[place:], names) for place, token in enumerate(value))


def _last_value(before: list[str]) -> list[str]:
    """Return the tokens of the last value, as in `self.items[0]`, without the calls that return something else."""
    found: list[str] = []
    place = len(before) - 1
    while place >= 0 and (NAME.fullmatch(before[place]) or before[place] in {".", "?"} | CLOSING):
        start = _opening(before, place) if before[place] in CLOSING else place
        called = before[start - 1] if start and before[start] == "(" else ""
        if NAME.fullmatch(called) and called not in CARRYING:
            return found
        found[:0] = before[start : place + 1]
        place = start - 1
    return _without_calls(found)


def _without_calls(value: list[str]) -> list[str]:
    """Leave out what is given to a function that returns something else."""
    found: list[str] = []
    place = 0
    while place < len(value):
        found.append(value[place])
        place += 1
        if NAME.fullmatch(found[-1]) and found[-1] not in CARRYING and value[place : place + 1] == ["("]:
            place = _after(value, place)
            found.append("()")
    return found


def _is_whole(value: list[str], names: frozenset[str]) -> bool:
    """Whether the name at the beginning stands for the whole value, or for an item that is such a value, too."""
    place = 1
    while value[place : place + 1] == ["["] and value[0] + ITEMS in names:
        place = _after(value, place)
    following = value[place : place + 2]
    return following[:1] not in (["."], ["["], ["()"]) or following[-1] in CARRYING


def _opening(before: list[str], closing: int) -> int:
    """Return the place of the bracket that one closes; 0 where there is none."""
    return _matching(before, range(closing, -1, -1), 0)


def _after(value: list[str], opening: int) -> int:
    """Return the place after the bracket that closes one; the end where there is none."""
    return _matching(value, range(opening, len(value)), len(value) - 1) + 1


def _matching(value: list[str], places: range, none: int) -> int:
    depth = 0
    for place in places:
        depth += (value[place] in OPENING) - (value[place] in CLOSING)
        if depth == 0:
            return place
    return none
