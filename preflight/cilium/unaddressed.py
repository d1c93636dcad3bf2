"""Services without an address: why, in words, and what to change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from preflight.cilium.allocation import Assignment
from preflight.cilium.matching import refusal
from preflight.cilium.pools import PoolState
from preflight.cilium.situation import Reason
from preflight.values import counted, series, shown

MAX_POOLS = 2
"""Pools of which it is told why they give no address."""


@dataclass(frozen=True, slots=True)
class _Words:
    why: str
    """The end of a sentence that begins with the Service."""
    remedy: str


ASK_ANOTHER = "Ask for another address, or for none."
WORDS: Mapping[Reason, _Words] = {
    Reason.NO_POOL: _Words(
        "no pool gives it one", "Add a pool that selects its Service and has an address for it, or change one of these."
    ),
    Reason.POOL_SELECTOR_MISMATCH: _Words(
        "the pool with the address that it asks for does not select it",
        "Ask for an address of a pool that selects its Service, or for none.",
    ),
    Reason.ALREADY_ALLOCATED: _Words(
        "the address that it asks for is reserved, or another Service has it", ASK_ANOTHER
    ),
    Reason.ALREADY_ALLOCATED_INCOMPATIBLE_SERVICE: _Words(
        "another Service has the address that it asks for, and the two may not share it", ASK_ANOTHER
    ),
    Reason.OUT_OF_IPS: _Words("all pools that select it are full", "Add a block to a pool that selects its Service."),
}


def why_unaddressed(assignment: Assignment, states: Sequence[PoolState]) -> str:
    """Say why a Service gets no address, or may get none, as the end of a sentence; empty where it gets one."""
    reasons = _failures(assignment)
    told = series([WORDS[reason].why for reason in reasons], "or")
    may_get_one = any(outcome.ranges for outcome in assignment.outcomes)
    if reasons != [Reason.NO_POOL] or may_get_one:
        return told
    refused = [
        f"Pool {shown(state.pool.name)}: {why[1]}"
        for state in states
        if (why := refusal(assignment.service, state)) is not None
    ]
    more = len(refused[MAX_POOLS:])
    others = [f"{counted(more, 'other pool')} {'does' if more == 1 else 'do'} not either."] if more else []
    return ". ".join([told, " ".join([*refused[:MAX_POOLS], *others])]).removesuffix(". ")


def remedy(assignment: Assignment) -> str:
    """Say what to change so that a Service gets an address; empty where it gets one."""
    reasons = _failures(assignment)
    return WORDS[reasons[0]].remedy if reasons else ""


def _failures(assignment: Assignment) -> list[Reason]:
    return [reason for reason in assignment.reasons if reason != Reason.SATISFIED]
