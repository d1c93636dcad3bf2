"""Conditions, as the controller writes them: type, status and reason are upstream's, the message is ours."""

from collections.abc import Iterable
from typing import Any, NamedTuple

BACKEND_NOT_FOUND = "BackendNotFound"
"""The reason of ResolvedRefs where a Service is not there, or lacks the port."""


class Condition(NamedTuple):
    """One condition of an object, a listener, a parent or an ancestor."""

    type: str
    status: str
    """True, False or Unknown."""
    reason: str
    message: str

    def to_json(self) -> dict[str, Any]:
        """Return it in the API's form; it has no times, which nobody can predict."""
        return {"type": self.type, "status": self.status, "reason": self.reason, "message": self.message}


def true(type_: str, reason: str, message: str) -> Condition:
    """Return a condition that holds."""
    return Condition(type_, "True", reason, message)


def false(type_: str, reason: str, message: str) -> Condition:
    """Return a condition that does not hold."""
    return Condition(type_, "False", reason, message)


def merged(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return one condition of each type, the last one that was set, in the order of first setting."""
    return tuple({condition.type: condition for condition in conditions}.values())


def condition_of(conditions: Iterable[Condition], type_: str) -> Condition | None:
    """Return the condition of a type, if there is one."""
    return next((condition for condition in conditions if condition.type == type_), None)


def failed(conditions: Iterable[Condition], type_: str) -> Condition | None:
    """Return the condition of a type where it is False."""
    found = condition_of(conditions, type_)
    return found if found is not None and found.status == "False" else None


def holds(conditions: Iterable[Condition], type_: str) -> bool:
    """Say whether the condition of a type is there and True."""
    found = condition_of(conditions, type_)
    return found is not None and found.status == "True"
