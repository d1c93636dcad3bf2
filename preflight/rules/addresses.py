"""Services that get no address, or not those that they ask for.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (satisfySpecificIPRequests, getSVCRequestedIPs).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from preflight.cilium.allocation import Assignment
from preflight.cilium.label_selectors import read
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.pools import PoolState
from preflight.cilium.problems import Problem
from preflight.cilium.situation import Reason
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.ip_ranges import Address, address
from preflight.rules.input import Input
from preflight.rules.load_balancers import handled, named, request_path
from preflight.rules.pools import is_pool_rejected, pool_states
from preflight.selectors import Selector, selector_of, selects
from preflight.values import series, shown

EVERYTHING = Selector(match_labels={}, match_expressions=())
UNUSED_FIELD: FieldPath = ("spec", "loadBalancerIP")
States = Mapping[str, PoolState]
"""What becomes of each pool, by name."""


def unselected_services(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service that takes any address, and that no pool gives one of any IP version."""
    states = {state.pool.name: state for state in pool_states(given)}
    for assignment in _lackable(given):
        lacking = _lacking(assignment)
        if not lacking or len(lacking) < len(assignment.service.versions) or _is_broken(assignment.pools, states):
            continue
        service = assignment.service
        hint = _selecting_labels(service, states.values())
        if assignment.pools:
            refusals = series(list(_refusals(assignment.pools, states, lacking)))
            why = f"No pool that selects {named(service)} has an address for it: {refusals}."
            fix = "Add a pool with addresses for it."
        else:
            why = f"The serviceSelector of no pool takes the labels of {_whose(service)}."
            where = "spec.infrastructure.labels" if service.gateway is not None else "metadata.labels"
            fix = f"Write the labels that a pool selects into {where}, or let a pool select it."
        if hint:
            why += f" That of pool {shown(hint)} would take those of the Gateway itself, which Cilium does not copy."
            fix = "Move the labels to spec.infrastructure.labels."
        yield found(service.manifest, "GH510", ("metadata", "labels") if hint else (), why, fix)


def missing_families(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service that gets an address of one IP version, and none of another for want of it."""
    states = {state.pool.name: state for state in pool_states(given)}
    for assignment in _lackable(given):
        lacking = _lacking(assignment)
        if not lacking or len(lacking) == len(assignment.service.versions) or _is_broken(assignment.pools, states):
            continue
        versions = series([f"IPv{version}" for version in lacking])
        reason = (
            f"{named(assignment.service)} is to have addresses of IPv4 and IPv6, and no pool that selects it has any "
            f"of {versions}: its condition stays False."
        )
        fix = f"Add a block of {versions} to a pool, or ask for one family with ipFamilies."
        yield found(assignment.service.manifest, "GH517", (), reason, fix)


def ungiven_addresses(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service that asks for addresses which no pool gives it, whoever else asks for them."""
    states = pool_states(given)
    for assignment in _lackable(given):
        refused = [
            (outcome.wanted, why)
            for outcome in assignment.outcomes
            if isinstance(outcome.wanted, Address) and not outcome.ranges
            if (why := _why_not_given(outcome.wanted, assignment, states)) is not None
        ]
        if refused:
            reason = " ".join(f"{named(assignment.service)} does not get {one}: {why}." for one, why in refused)
            fix = "Ask for an address of a pool that selects it, or for none."
            yield found(assignment.service.manifest, "GH511", request_path(assignment.service), reason, fix)


def dropped_requests(given: Input) -> Iterator[Finding]:
    """Yield a finding for each address that a Service asks for and that is none."""
    known = {id(service.manifest): service for service in _services(given)}
    for seen in given.seen(Problem.NO_ADDRESS_ASKED) if given.addressing.allocation.services else ():
        service, (item,) = known[id(seen.manifest)], seen.seen
        if not seen.path and service.gateway is not None:
            continue  # of the addresses of a Gateway, GH307 says it
        bare = address(item.partition("/")[0])
        reason = f"{shown(item)} is no address, and is left out: {_left(service)}"
        fix = f"Write {bare}." if bare is not None else "Write addresses, with commas between."
        yield found(seen.manifest, "GH519", seen.path or UNUSED_FIELD, reason, fix)


def _lackable(given: Input) -> Iterator[Assignment]:
    """Yield what comes of each Service that may lack a pool: all pools are known, and there are some."""
    if pool_states(given) and not is_pool_rejected(given):
        yield from handled(given)


def _services(given: Input) -> Iterator[LoadBalancer]:
    return (each.service for each in given.addressing.allocation.services)


def _left(service: LoadBalancer) -> str:
    if service.requested:
        asked = list(dict.fromkeys(str(each) for each in service.requested))
        return f"only {series(asked)} {'is' if len(asked) == 1 else 'are'} asked for."
    return "the Service gets any address that is free."


def _lacking(assignment: Assignment) -> list[int]:
    """Return the IP versions of which no pool has an address for a Service that takes any."""
    return [
        outcome.wanted
        for outcome in assignment.outcomes
        if not isinstance(outcome.wanted, Address) and not outcome.ranges and outcome.reasons == {Reason.NO_POOL}
    ]


def _is_broken(pools: Iterable[str], states: States) -> bool:
    """Say whether one of the pools gives out nothing for a reason that is a finding of its own: GH500 or GH501.

    Of a pool whose selector is refused (GH509), nobody knows whether it is meant to be one of them.
    """
    broken = any(not states[name].registered or states[name].in_conflict is not False for name in pools)
    return broken or any(read(state.pool.selector).problem for state in states.values())


def _refusals(pools: Iterable[str], states: States, versions: Sequence[int]) -> Iterator[str]:
    for name in pools:
        if states[name].pool.disabled:
            yield f"{shown(name)} is disabled"
        else:
            wanted = series([f"IPv{version}" for version in versions], "or")
            yield f"{shown(name)} has no address of {wanted}"


def _selecting_labels(service: LoadBalancer, states: Iterable[PoolState]) -> str | None:
    """Return a pool that would select the labels of a Gateway itself, by more than what every Service has."""
    own = (service.manifest.data.get("metadata") or {}).get("labels") or {}
    if service.gateway is None or not own:
        return None
    labels = {**own, **service.labels}
    selectors = ((state.pool.name, selector_of(state.pool.selector) or EVERYTHING) for state in states)
    names = [name for name, each in selectors if selects(each, labels) and not selects(each, service.labels)]
    return names[0] if names else None


def _why_not_given(wanted: Address, assignment: Assignment, states: Sequence[PoolState]) -> str | None:
    """Say why no pool gives an address to a Service; None where one could, or where the pool is at fault."""
    having = [state for state in states if any(block.range.has(wanted) for block in state.pool.blocks)]
    if any(not state.registered or state.in_conflict is not False for state in having):
        return None
    if not having:
        return "no pool has it"
    enabled = [state for state in having if not state.pool.disabled]
    if not enabled:
        return f"pool {shown(having[0].pool.name)} is disabled"
    selecting = [state for state in enabled if state.pool.name in assignment.pools]
    if not selecting:
        return f"the serviceSelector of pool {shown(enabled[0].pool.name)} does not take its labels"
    for state in selecting:
        if any(block.range.has(wanted) and not block.usable.has(wanted) for block in state.pool.blocks):
            crash = ", and with a sharing key Cilium's operator fails on it" if assignment.service.sharing_key else ""
            return f"allowFirstLastIPs of pool {shown(state.pool.name)} keeps it back{crash}"
    return None


def _whose(service: LoadBalancer) -> str:
    return named(service) if service.gateway is None else f"the Service of {named(service)}"
