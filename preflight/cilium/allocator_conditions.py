"""The conditions that the address allocator writes.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (setSVCSatisfiedCondition, updatePoolCounts, settleConflicts).
"""

from dataclasses import dataclass

from preflight.cilium.allocation import Assignment, PoolUse
from preflight.cilium.situation import Reason

REQUEST_SATISFIED = "cilium.io/IPAMRequestSatisfied"
POOL_CONFLICT = "cilium.io/PoolConflict"
IPS_TOTAL = "cilium.io/IPsTotal"
IPS_AVAILABLE = "cilium.io/IPsAvailable"
IPS_USED = "cilium.io/IPsUsed"
COUNTED = "noreason"
"""The reason of the conditions that have a number as their message."""

MESSAGES = {
    Reason.SATISFIED: "It has every address that it wants.",
    Reason.NO_POOL: "No pool that gives out addresses has one for it.",
    Reason.POOL_SELECTOR_MISMATCH: "The pool with the address that it asks for does not select it.",
    Reason.ALREADY_ALLOCATED: "Another Service has the address that it asks for, or it is reserved.",
    Reason.ALREADY_ALLOCATED_INCOMPATIBLE_SERVICE: (
        "Another Service has the address that it asks for, and the two may not share it."
    ),
    Reason.OUT_OF_IPS: "All pools that select it are full.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocatorCondition:
    """A condition as Kubernetes has it."""

    type: str
    status: str
    """`True`, `False` or `Unknown`."""
    reason: str
    message: str


def service_conditions(assignment: Assignment) -> tuple[AllocatorCondition, ...]:
    """Return the conditions of which a Service gets one: several where an order decides."""
    return tuple(
        AllocatorCondition(
            type=REQUEST_SATISFIED,
            status="True" if reason == Reason.SATISFIED else "False",
            reason=reason.value,
            message=MESSAGES[reason],
        )
        for reason in assignment.reasons
    )


def pool_conditions(use: PoolUse) -> tuple[AllocatorCondition, ...]:
    """Return the conditions of a pool; none of one that Cilium ignores.

    Where an order decides how many addresses are used, the message has the least and the greatest number; where it
    decides whether the pool loses a conflict, there is no condition that says so.
    """
    if not use.state.registered:
        return ()
    least, most = use.used
    counts = {
        IPS_TOTAL: _number(use.total, use.total),
        IPS_AVAILABLE: _number(use.total - most, use.total - least),
        IPS_USED: _number(least, most),
    }
    counted = tuple(
        AllocatorCondition(type=type_, status="Unknown", reason=COUNTED, message=message)
        for type_, message in counts.items()
    )
    return (*_conflict(use), *counted)


def _conflict(use: PoolUse) -> tuple[AllocatorCondition, ...]:
    if use.state.in_conflict is None:
        return ()
    if not use.state.in_conflict:
        return (AllocatorCondition(type=POOL_CONFLICT, status="False", reason="resolved", message=""),)
    name, own, other = use.state.overlaps[0]
    message = f"Its range {own} overlaps {other} of the pool {name}."
    return (AllocatorCondition(type=POOL_CONFLICT, status="True", reason="cidr_overlap", message=message),)


def _number(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most}"
