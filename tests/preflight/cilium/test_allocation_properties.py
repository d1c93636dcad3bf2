"""The allocator predicted, with an allocator that is run in every order as the oracle."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from preflight.cilium import allocation, conflicts, starting
from preflight.cilium.allocation import Allocation, Assignment, allocate
from preflight.cilium.situation import Outcome, Wanted
from preflight.ip_ranges import Address
from tests.preflight.cilium.brute_force import BruteForce, Number, Wish, addresses, brute_force, compatible, reserved
from tests.preflight.cilium.specs import BASES, DUAL, BlockSpec, PoolSpec, ServiceSpec, pools, services

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

EXAMPLES = 100

World = tuple[tuple[PoolSpec, ...], tuple[ServiceSpec, ...]]


def worlds(
    *, asks: bool = False, keys: bool = False, has: bool = False, dual: bool = False, overlaps: bool = False
) -> st.SearchStrategy[World]:
    versions = (4, 6) if dual else (4,)
    count = 3 if dual and keys else 4
    return st.tuples(
        pools(versions=versions, overlaps=overlaps),
        services(versions=versions, asks=asks, keys=keys, has=has, count=count),
    )


def predicted(pools: Sequence[PoolSpec], services: Sequence[ServiceSpec]) -> Allocation:
    return allocate([each.service() for each in services], [each.pool() for each in pools], DUAL)


def wish(wanted: Wanted) -> Wish:
    return number(wanted) if isinstance(wanted, Address) else wanted


def number(address: Address) -> Number:
    return address.version, address.number - BASES[address.version]


def numbers(outcome: Outcome) -> set[Number]:
    return {
        number(Address(range_.version, each))
        for range_ in outcome.ranges
        for each in range(range_.first, range_.last + 1)
    }


def seen(found: BruteForce, name: str) -> dict[Wish, tuple[set[Number], set[str]]]:
    results = found.results[name]
    return {
        wish: (results.got.get(wish, set()), results.failed.get(wish, set()))
        for wish in results.got.keys() | results.failed.keys()
    }


def said(assignment: Assignment) -> dict[Wish, tuple[set[Number], set[str]]]:
    return {
        wish(outcome.wanted): (numbers(outcome), {str(each) for each in outcome.reasons})
        for outcome in assignment.outcomes
    }


def check(pools: tuple[PoolSpec, ...], services: tuple[ServiceSpec, ...]) -> None:
    found, allocation = brute_force(pools, services), predicted(pools, services)
    for assignment in allocation.services:
        name = assignment.service.name
        results = found.results[name]
        assert assignment.exact
        assert said(assignment) == seen(found, name), name
        assert {str(reason) for reason in assignment.reasons} == results.reasons, name
        assert {each.name for each in assignment.shares_with or ()} == results.partners, name
    for use in allocation.pools:
        used = found.used[use.state.pool.name]
        assert use.used == (min(used), max(used)), use.state.pool.name


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds())
def test_services_that_ask_for_nothing_get_what_every_order_gives(world: World) -> None:
    check(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(dual=True))
def test_two_ip_versions(world: World) -> None:
    check(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(has=True))
def test_addresses_that_services_have(world: World) -> None:
    check(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True))
def test_requested_addresses(world: World) -> None:
    check(*world)


JOINING: World = (
    (PoolSpec("lan", (BlockSpec(0, 7),)),),
    tuple(ServiceSpec(name, key="k", port=port) for name, port in (("a", 80), ("b", 81), ("c", 81))),
)
"""Of those who have an address, not only the first one decides who joins them."""


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(keys=True))
@example(JOINING)
def test_sharing(world: World) -> None:
    check(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, keys=True, has=True))
def test_requests_sharing_and_addresses_that_services_have(world: World) -> None:
    check(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, keys=True, dual=True))
def test_everything_with_two_ip_versions(world: World) -> None:
    check(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, has=True, overlaps=True))
def test_pools_that_overlap(world: World) -> None:
    check(*world)


ASKING: World = (
    (PoolSpec("lan", (BlockSpec(0, 7),)),),
    (ServiceSpec("a", key="k", has=((4, 5),)), ServiceSpec("b", key="k", port=81, asks=((4, 5),))),
)
"""Who asks for an address that is taken may share it."""


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, keys=True, has=True, overlaps=True))
@example(ASKING)
def test_what_is_only_counted_has_all_that_happens(world: World) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(allocation, "MAX_ATTEMPTS", 0)
        contains(*world)


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, keys=True, has=True, overlaps=True))
def test_conflicts_of_which_nobody_counts_the_endings_leave_out_nothing_that_happens(world: World) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conflicts, "MAX_POOLS", 1)
        patch.setattr(starting, "MAX_STARTS", 1)
        contains(*world)


def contains(pools: tuple[PoolSpec, ...], services: tuple[ServiceSpec, ...]) -> None:
    found, allocation = brute_force(pools, services), predicted(pools, services)
    for assignment in allocation.services:
        name = assignment.service.name
        words = said(assignment)
        for each, (got, failed) in seen(found, name).items():
            assert got <= words[each][0], name
            assert failed <= words[each][1], name
        assert found.results[name].reasons <= {str(reason) for reason in assignment.reasons}, name
        assert found.results[name].partners <= {each.name for each in assignment.shares_with or ()}, name
    for use in allocation.pools:
        used = found.used[use.state.pool.name]
        assert use.used[0] <= min(used) <= max(used) <= use.used[1]


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, keys=True, overlaps=True, dual=True))
def test_an_address_is_one_of_a_pool_that_gives_it_out_to_nobody_who_may_not_share_it(world: World) -> None:
    pools, services = world
    specs = {service.name: service for service in services}
    given_out = {number for pool in pools if not pool.disabled for number in addresses(pool) - reserved(pool)}
    certain: dict[Number, list[ServiceSpec]] = {}
    for assignment in predicted(pools, services).services:
        for outcome in assignment.outcomes:
            assert numbers(outcome) <= given_out
        for address in assignment.addresses or ():
            certain.setdefault(number(address), []).append(specs[assignment.service.name])
        for other in assignment.shares_with or ():
            assert compatible(specs[assignment.service.name], specs[other.name])
    for sharing in certain.values():
        assert all(compatible(one, other) for one, other in combinations(sharing, 2))


@settings(max_examples=EXAMPLES, deadline=None)
@given(worlds(asks=True, keys=True, has=True, overlaps=True), st.randoms())
def test_the_order_of_the_input_does_not_count(world: World, random: Random) -> None:
    pools, services = list(world[0]), list(world[1])
    before = predicted(pools, services)
    random.shuffle(pools)
    random.shuffle(services)
    after = predicted(pools, services)
    assert [said(each) for each in before.services] == [said(each) for each in after.services]
    assert [each.reasons for each in before.services] == [each.reasons for each in after.services]
    assert [each.used for each in before.pools] == [each.used for each in after.pools]
