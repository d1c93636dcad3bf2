"""What the tests of the CEL library share: an expression, and what it comes to."""

from typing import Any

from preflight.admission.cel.outcomes import Failure, Uncompilable
from preflight.admission.cel.programs import activation, answer, compiled


def evaluated(expression: str, value: Any = None) -> bool | str | Failure | Uncompilable:
    """Return what an expression comes to for a value."""
    program = compiled(expression)
    return program if isinstance(program, Uncompilable) else answer(program, activation(value))


def fails(expression: str, value: Any = None) -> str:
    """Return the text of the error that an expression comes to."""
    found = evaluated(expression, value)
    assert isinstance(found, Failure)
    assert not found.ours
    return found.text
