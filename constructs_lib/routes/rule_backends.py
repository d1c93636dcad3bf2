"""The backends of a rule: of which class they are, and whether any of them gets traffic."""

from collections.abc import Sequence
from typing import TypeVar

from constructs_lib.checks import instances, refused
from constructs_lib.routes.backends import MAX_BACKEND_REFS, BackendRef

Backend = TypeVar("Backend", bound=BackendRef)


def backends_of_class(where: str, backend_refs: Sequence[Backend], wanted: type[Backend]) -> tuple[Backend, ...]:
    """Return the backends of a rule; raises ValueError for one of another class, even a subclass of the wanted one."""
    backends = instances(where, backend_refs, wanted, at_most=MAX_BACKEND_REFS)
    for index, backend in enumerate(backends):
        if type(backend) is not wanted:
            raise refused(
                f"{where}[{index}]",
                backend,
                f"is of type {type(backend).__name__}",
                allowed=wanted.__name__,
                fix=f"write {wanted.__name__}(...)",
            )
    check_backends(where, backends)
    return backends


def check_backends(where: str, backend_refs: Sequence[BackendRef]) -> None:
    """Raise ValueError for backends that get no traffic: where there is none, or each has weight 0.

    The Gateway then refuses connections, and answers HTTP with status 500 and gRPC with UNAVAILABLE.
    """
    if not backend_refs:
        raise refused(
            where,
            [],
            "sends the traffic nowhere",
            allowed="one backend or more",
            fix="write the Services that answer",
        )
    if not any(backend.weight for backend in backend_refs):
        raise refused(
            where,
            [backend.weight for backend in backend_refs],
            "are the weights, with which no backend gets any traffic",
            allowed="a weight of 1 or more for one backend at least",
            fix="give a backend that answers another weight, or leave its weight out",
        )
