"""Pools that overlap: facts 1.5. The oracle compares each block with each."""

from itertools import combinations, product

from preflight.cilium.conflicts import MAX_NEIGHBOURS, MAX_POOLS, conflicts
from preflight.cilium.objects import Pool
from preflight.ip_ranges import Range
from tests.preflight.cilium.specs import BlockSpec, PoolSpec

from hypothesis import given
from hypothesis import strategies as st

BLOCKS = st.builds(
    lambda first, size, version: BlockSpec(first, first + size, version),
    st.integers(0, 40),
    st.integers(0, 6),
    st.sampled_from([4, 4, 6]),
)
POOLS = st.lists(st.lists(BLOCKS, max_size=4), max_size=MAX_POOLS).map(
    lambda found: [PoolSpec(f"pool-{at}", tuple(blocks)).pool() for at, blocks in enumerate(found)]
)


def pairs_of(pools: list[Pool]) -> set[tuple[str, str]]:
    """The pools that overlap, by comparing all blocks."""

    def overlap(pairs: list[tuple[Range, Range]]) -> bool:
        return any(one.overlaps(other) for one, other in pairs)

    ranges = {pool.name: [block.range for block in pool.blocks] for pool in pools}
    own = {(name, name) for name, found in ranges.items() if overlap(list(combinations(found, 2)))}
    between = {
        (one, other)
        for one, other in product(ranges, ranges)
        if one != other and overlap(list(product(ranges[one], ranges[other])))
    }
    return own | between


@given(POOLS)
def test_pools_overlap_that_have_an_address_in_common(pools: list[Pool]) -> None:
    found = {
        (name, other): (own, theirs)
        for conflict in conflicts(pools)
        for name, overlaps in conflict.overlaps.items()
        for other, own, theirs in overlaps
    }
    ranges = {pool.name: [block.range for block in pool.blocks] for pool in pools}
    assert found.keys() == pairs_of(pools)
    for (name, other), (own, theirs) in found.items():
        assert own in ranges[name]
        assert theirs in ranges[other]
        assert own.overlaps(theirs)


def alike(count: int) -> list[Pool]:
    return [PoolSpec(f"pool-{at:05}", (BlockSpec(0, 7),)).pool() for at in range(count)]


def test_of_very_many_with_one_address_all_are_connected_and_some_are_compared() -> None:
    (found,) = conflicts(alike(2000))
    assert len(found.pools) == 2000
    assert found.endings is None
    assert sum(len(each) for each in found.overlaps.values()) <= 2 * 2000 * MAX_NEIGHBOURS


def test_of_a_pool_that_has_one_block_very_often_it_is_said_once() -> None:
    (found,) = conflicts([PoolSpec("lan", (BlockSpec(0, 7),) * 20_000).pool()])
    assert [name for name, _, _ in found.overlaps["lan"]] == ["lan"]
    assert found.loses("lan")
