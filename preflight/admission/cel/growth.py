"""Whether what an expression makes of a value may need too much memory or time."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import ceil, prod
from typing import NamedTuple

from preflight.admission.cel.library import OF_LISTS, OF_SCALARS
from preflight.admission.cel.library.function import Function
from preflight.admission.cel.tokens import tokens

LITERAL = r"(?:'([^'\\]*)'|\"([^\"\\]*)\")"
GROWING = re.compile(r"\.\s*(?:replace|join)\b|(?<!['\"\s])\s*\.\s*format\b")
"""Calls whose result may be as long as the product of what they are given: a text of the value may be a format."""
REPLACING = re.compile(rf"\.\s*replace\s*\(\s*{LITERAL}\s*,\s*{LITERAL}\s*(?:,[^()]*)?\)")
"""Replaces of which it is written what they replace."""
QUOTING = re.compile(r"\bstrings\s*\.\s*quote\b")
VARIABLES = re.compile(r"(\.\s*\w+\s*\()\s*[A-Za-z_]\w*\s*,(?:\s*[A-Za-z_]\w*\s*,)?")
"""The beginning of a loop with its variables."""
ADDING = re.compile(r"[+%,:]")
"""What comes between parts of something larger."""
REPEATING = re.compile(r"\.\s*(?:map|transformList|optMap|optFlatMap)\b")
LOOP = r"\.\s*(?:all|exists|existsOne|exists_one|filter)\b"
LOOPING = re.compile(LOOP)
NAMING = re.compile(rf"[\])}}]\s*{LOOP}")
"""Loops through what the expression has made itself: each gives it a name, to be used more than once."""


def _calls(functions: Iterable[Function]) -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(function.name).replace(r"\.", r"\s*\.\s*") for function in functions}))
    return re.compile(rf"\b(?:{names})\s*\(")


IN_PYTHON = _calls((*OF_SCALARS, *OF_LISTS))
"""Calls of functions in Python: the library never frees what it gives them, in each step of a loop."""
WITH_LISTS = _calls(OF_LISTS)
ITEM = 4
"""How many times as much the items of a list take in Python."""
MAX_STEPS = 10_000
"""Steps through lists and maps in one evaluation, as the library allows them."""
MAX_GROWN = 1 << 30
"""Characters that what is made in one evaluation may come to."""


class Growth(NamedTuple):
    """How what an expression makes grows with the size of the value."""

    any: bool
    """Whether it may grow beyond the value at all."""
    length: int
    """Characters of the expression."""
    texts: int
    """How many texts of that size may be multiplied by one another."""
    factor: int
    loops: int
    """How many loops may repeat what is made for each item."""


def grows(expression: str, size: int) -> bool:
    """Whether what an expression makes of a value may need too much memory: its size is in characters.

    The API server bounds the cost of a rule; the library bounds the steps only, not the length of what is made. A
    replace or join may multiply it by all that there is, unless it is written with what; a loop may repeat it for each
    item, and whatever has a name may be added to itself.
    """
    growth = _growth(expression)
    texts: int = (size + growth.length) ** growth.texts
    steps: int = min(size, MAX_STEPS) ** growth.loops
    return texts * growth.factor * steps > MAX_GROWN


def may_grow(expression: str) -> bool:
    """Whether the size of the value counts for an expression."""
    return _growth(expression).any


@lru_cache(maxsize=8192)
def _growth(expression: str) -> Growth:
    code = " ".join(tokens(expression))
    known = [_factor(old or old_too, new or new_too) for old, old_too, new, new_too in REPLACING.findall(code)]
    growing, quoting = len(GROWING.findall(code)), len(QUOTING.findall(code))
    repeating, naming = len(REPEATING.findall(code)), len(NAMING.findall(code))
    in_python = LOOPING.search(code) is not None and IN_PYTHON.search(code) is not None
    items = ITEM if in_python and WITH_LISTS.search(code) else 1
    added: int = (1 + len(ADDING.findall(VARIABLES.sub(r"\1", code)))) ** (1 + repeating + naming)
    return Growth(
        any=in_python or growing + quoting + repeating + naming > 0,
        length=len(expression),
        texts=1 + growing - len(known),
        factor=prod(known) * 2**quoting * added * items,
        # It takes two loops to have what a third one has made as each of its items, and so on.
        loops=(repeating + naming + 1) // 2 if repeating else int(in_python),
    )


def _factor(old: str, new: str) -> int:
    """Return how many times longer a text is at most when each `old` in it is replaced."""
    return ceil(len(new) / len(old)) or 1 if old else len(new) + 1
