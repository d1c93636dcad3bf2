"""Expressions of CEL, compiled and evaluated.

The library is lenient where Kubernetes is strict, since it does not know the types of the fields: an expression that
the API server would not compile may compile here. It is strict where Kubernetes is lenient in the length and depth of
expressions and in the steps of an evaluation; what goes beyond does not compile, or is a Failure of our own.
"""

import re
from functools import lru_cache
from math import ceil, prod
from typing import Any

from preflight.admission.cel.environments import environment
from preflight.admission.cel.library import OF_LISTS, OF_SCALARS
from preflight.admission.cel.outcomes import Failure, Uncompilable

from cel_expr_python import cel

STATUS = re.compile(r"[A-Z_]+: ")
POSITION = re.compile(r"ERROR: <input>:-?[0-9]+:-?[0-9]+: ")
OURS = re.compile(r"Unimplemented type|Non-CEL value type")
"""Errors that say that the library cannot, not that the expression does not give an answer."""
READABLE = (cel.Type.BOOL, cel.Type.STRING, cel.Type.ERROR)
"""The types of results that are read: to read a null breaks Python's count of its uses."""
FAILURES = (RuntimeError, TypeError, MemoryError)
GROWING = re.compile(r"\.(?:replace|join)\b")
LITERAL = r"(?:'([^'\\]*)'|\"([^\"\\]*)\")"
REPLACING = re.compile(rf"\.replace\(\s*{LITERAL}\s*,\s*{LITERAL}\s*(?:,[^()]*)?\)")
"""Replaces of which it is written what they replace."""
ADDING = re.compile(r"[+%]")
REPEATING = re.compile(r"\.map\b")
LOOPING = re.compile(r"\.(?:all|exists|exists_one|filter)\b")
NAMES = "|".join(sorted({re.escape(function.name) for function in (*OF_SCALARS, *OF_LISTS)}))
IN_PYTHON = re.compile(rf"\b(?:{NAMES})\s*\(")
"""Calls of functions in Python: the library never frees what it gives them."""
MAX_STEPS = 10_000
"""Steps through lists and maps in one evaluation, as the library allows them."""
MAX_GROWN = 1 << 30
"""Bytes that the texts made in one evaluation may come to."""


@lru_cache(maxsize=8192)
def compiled(expression: str, old_self: bool = False) -> cel.Expression | Uncompilable:
    """Return the program of an expression, or why there is none; it may refer to oldSelf only where that is said."""
    try:
        return environment(False, old_self).compile(expression)
    except (RuntimeError, TypeError):
        pass  # it may have optionals
    try:
        return environment(True, old_self).compile(expression)
    except (RuntimeError, TypeError) as error:
        return Uncompilable(_complaint(str(error)))


def activation(self_value: Any, *old: Any) -> cel.Activation:
    """Return the variables of an evaluation: self and, where it is given, oldSelf."""
    variables = {"self": self_value, "oldSelf": old[0]} if old else {"self": self_value}
    return environment(False, bool(old)).Activation(variables)


def is_true(program: cel.Expression, variables: cel.Activation) -> bool:
    """Whether an expression whose result is true or false is true; it is not where it fails."""
    try:
        value: object = program.eval(variables).value()
    except FAILURES:
        return False
    return value is True


def answer(program: cel.Expression, variables: cel.Activation) -> bool | str | Failure:
    """Return what an expression comes to: true, false or a text."""
    try:
        result = program.eval(variables)
        found: cel.Type = result.type()
        if found not in READABLE:
            return Failure(f"the result is of type {found.name().lower()}", ours=True)
        value: bool | str = result.value()
    except FAILURES as error:
        return Failure(_complaint(str(error)), ours=True)
    if isinstance(value, str) and found == cel.Type.ERROR:
        return Failure(STATUS.sub("", value, count=1), ours=OURS.search(value) is not None)
    return value


def booleans(program: cel.Expression, variables: cel.Activation) -> list[bool] | None:
    """Return the list of true and false that an expression comes to; None where it comes to anything else."""
    try:
        result = program.eval(variables)
        if result.type() != cel.Type.LIST:
            return None
        items = result.value()
        return [item.value() for item in items] if all(item.type() == cel.Type.BOOL for item in items) else None
    except FAILURES:
        return None


def grows(expression: str, size: int) -> bool:
    """Whether the texts that an expression makes of a value may need too much memory: its size is in characters.

    The API server bounds the cost of a rule; the library bounds the steps only, not the length of what is made. Each
    map may add to what the one before it has made; a replace or join may multiply it by all that there is, unless it is
    written with what.
    """
    known = [_factor(old or old_too, new or new_too) for old, old_too, new, new_too in REPLACING.findall(expression)]
    unknown = len(GROWING.findall(expression)) - len(known)
    texts: int = (size + len(expression)) ** (1 + unknown) * prod(known)
    added: int = (1 + len(ADDING.findall(expression))) ** (1 + len(REPEATING.findall(expression)))
    return texts * added * (min(size, MAX_STEPS) if _keeps(expression) else 1) > MAX_GROWN


def _factor(old: str, new: str) -> int:
    """Return how many times longer a text is at most when each `old` in it is replaced."""
    return ceil(len(new) / len(old)) or 1 if old else len(new) + 1


def may_grow(expression: str) -> bool:
    """Whether the size of the value counts for an expression."""
    return GROWING.search(expression) is not None or _keeps(expression)


def _keeps(expression: str) -> bool:
    """Whether what is made in each step is kept."""
    in_python = LOOPING.search(expression) and IN_PYTHON.search(expression)
    return REPEATING.search(expression) is not None or in_python is not None


def _complaint(text: str) -> str:
    """Return the first line of an error without its status and position."""
    line = STATUS.sub("", text.partition("\n")[0], count=1)
    return POSITION.sub("", line)
