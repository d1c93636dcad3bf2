"""Function: one overload of a function of CEL, in Python."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Function:
    """One overload of a function; an exception of its implementation is an error of CEL.

    The exception is NotImplementedError, for what the API server may have an answer to all the same.

    Types are written as CEL has them, as in `list<string>`. `dyn` is no type of a parameter: the library crashes when
    such a parameter gets an optional.
    """

    name: str
    parameters: tuple[str, ...]
    result: str
    implementation: Callable[..., Any]
    member: bool = False


def method(name: str, parameters: tuple[str, ...], result: str, implementation: Callable[..., Any]) -> Function:
    """Return a function that is called on its first argument, as in `text.find(pattern)`."""
    return Function(name, parameters, result, implementation, member=True)
