"""Which pools a Service can get addresses from, and why not from the others.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (allocateIPAddress, findRangeOfIP).
"""

from enum import StrEnum

from preflight.cilium.label_selectors import read
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.pools import PoolState
from preflight.selectors import Selector, selects
from preflight.values import listed

EVERYTHING = Selector(match_labels={}, match_expressions=())


class Refusal(StrEnum):
    """Why a pool gives a Service no address."""

    PROBLEM = "problem"
    DISABLED = "disabled"
    CONFLICT = "conflict"
    FAMILY = "family"
    ADDRESS = "address"
    SELECTOR = "selector"


def refusal(service: LoadBalancer, state: PoolState) -> tuple[Refusal, str] | None:
    """Say why a pool gives a Service no address, the cause and a sentence; None where it can.

    A pool that may lose a conflict can.
    """
    problems = ((cause, check(service, state)) for cause, check in CHECKS)
    return next(((cause, problem) for cause, problem in problems if problem is not None), None)


def _problem(_: LoadBalancer, state: PoolState) -> str | None:
    if state.registered or state.pool.problem is None:
        return None
    index, problem = state.pool.problem
    return f"Its block {index} cannot be used, so that Cilium ignores the pool: {problem}"


def _disabled(_: LoadBalancer, state: PoolState) -> str | None:
    return "It is disabled." if state.pool.disabled else None


def _conflict(_: LoadBalancer, state: PoolState) -> str | None:
    if not state.in_conflict:
        return None
    names = listed([name for name, _, _ in state.overlaps])
    return f"It is in conflict with {names}."


def _address(service: LoadBalancer, state: PoolState) -> str | None:
    ranges = [block.range for block in state.pool.blocks]
    if not service.requested or any(range_.has(each) for range_ in ranges for each in service.requested):
        return None
    asked = listed([str(each) for each in service.requested], "or")
    return f"It does not have {asked}, which the Service asks for."


def _family(service: LoadBalancer, state: PoolState) -> str | None:
    if service.requested or any(block.range.version in service.versions for block in state.pool.blocks):
        return None
    versions = " or ".join(f"IPv{version}" for version in service.versions)
    return f"It has no block of {versions}."


def _selector(service: LoadBalancer, state: PoolState) -> str | None:
    reading = read(state.pool.selector)
    if reading.problem:
        return f"Cilium refuses its serviceSelector: {reading.problem}"
    if selects(reading.selector or EVERYTHING, service.labels):
        return None
    return "Its serviceSelector does not select the labels of the Service."


CHECKS = (
    (Refusal.PROBLEM, _problem),
    (Refusal.DISABLED, _disabled),
    (Refusal.CONFLICT, _conflict),
    (Refusal.ADDRESS, _address),
    (Refusal.FAMILY, _family),
    (Refusal.SELECTOR, _selector),
)
"""The first one that holds is the cause."""
