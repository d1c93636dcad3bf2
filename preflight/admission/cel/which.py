"""Which items of a list a rule is false for: the rule itself, on the whole list, does not say."""

from collections import Counter
from typing import Any

from preflight.admission.cel.growth import grows
from preflight.admission.cel.outcomes import Uncompilable
from preflight.admission.cel.programs import activation, booleans, compiled
from preflight.values import listed

ALL, MAP = "self.all(", "self.map("
MAX_NAMED = 4
"""Items that are named; the others are counted."""


def which(expression: str, size: int, value: Any, *old: Any) -> str:
    """Name the items of a list, or the keys of a map, that make a rule of the form `self.all(item, ...)` false.

    As in `'web' and 'api'` where they are texts or have names of their own, else as in `items 0 and 2`; empty where the
    rule has another form, or where they cannot be told. The size is that of the value, in characters.
    """
    if not expression.startswith(ALL):
        return ""
    # A rule that goes on after the parenthesis does not come to a list then, or does not compile.
    each = MAP + expression.removeprefix(ALL)
    program = compiled(each, bool(old))
    if isinstance(program, Uncompilable) or grows(each, size):
        return ""
    items = list(value)  # of a map its keys, which the library would visit in an order of its own
    answers = booleans(program, activation(items, *old))
    if answers is None or len(answers) != len(items):
        return ""
    return _named([index for index, answer in enumerate(answers) if not answer], items)


def _named(indexes: list[int], items: list[Any]) -> str:
    names = [_name(item) for item in items]
    counts = Counter(names)
    if all(names[index] is not None and counts[names[index]] == 1 for index in indexes):
        return listed([names[index] for index in indexes], most=MAX_NAMED)
    return f"{'items' if len(indexes) > 1 else 'item'} {listed(indexes, most=MAX_NAMED)}"


def _name(item: Any) -> str | None:
    name = item.get("name") if isinstance(item, dict) else item
    return name if isinstance(name, str) else None
