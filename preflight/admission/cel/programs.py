"""Expressions of CEL, compiled and evaluated.

The library is lenient where Kubernetes is strict, since it does not know the types of the fields: an expression that
the API server would not compile may compile here. It is strict where Kubernetes is lenient in the length and depth of
expressions, and in the steps of an evaluation: 10,000 are built in, where the API server's limit of the cost lets 15
times as many of the shortest ones pass. What goes beyond does not compile, or is a Failure of our own, and so are
transformMap, transformMapEntry and exists_one with two variables, which the library does not have.
"""

import re
from functools import lru_cache
from typing import Any

from preflight.admission.cel.environments import environment
from preflight.admission.cel.outcomes import Failure, Uncompilable
from preflight.admission.cel.tokens import with_replaced, without_replaced

from cel_expr_python import cel

STATUS = re.compile(r"[A-Z_]+: ")
POSITION = re.compile(r"ERROR: <input>:-?[0-9]+:-?[0-9]+: ")
OURS = re.compile(
    r"^UNIMPLEMENTED: |Unimplemented type|Non-CEL value type|No matching overloads found : int\(duration\)"
)
"""Errors that say that the library cannot, not that the expression does not give an answer."""
READABLE = (cel.Type.BOOL, cel.Type.STRING, cel.Type.ERROR)
"""The types of results that are read: to read a null breaks Python's count of its uses."""
FAILURES = (RuntimeError, TypeError, MemoryError)


@lru_cache(maxsize=8192)
def compiled(expression: str, old_self: bool = False) -> cel.Expression | Uncompilable:
    """Return the program of an expression, or why there is none; it may refer to oldSelf only where that is said."""
    try:
        expression = with_replaced(expression)
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
        return Failure(_complaint(value), ours=OURS.search(value) is not None)
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


def _complaint(text: str) -> str:
    """Return the first line of an error without its status and position."""
    line = STATUS.sub("", text.partition("\n")[0], count=1)
    return without_replaced(POSITION.sub("", line))
