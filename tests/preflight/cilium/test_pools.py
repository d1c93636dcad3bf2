"""Pools, and the conflicts between them: facts 1.3 and 1.5."""

from typing import Any

from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.objects import Pool
from preflight.cilium.pools import PoolState, Usable, pool_of, states
from preflight.snapshot import Manifest

import pytest

FACTS = AllocatorFacts()
EARLY, LATE = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"


def pool(name: str, *cidrs: str, created: str | None = EARLY, **spec: Any) -> Pool:
    blocks = [{"cidr": cidr} for cidr in cidrs]
    return pool_of(
        Manifest(
            data={
                "apiVersion": "cilium.io/v2",
                "kind": "CiliumLoadBalancerIPPool",
                "metadata": {"name": name, "creationTimestamp": created},
                "spec": {"blocks": blocks, **spec},
            }
        )
    )


def verdicts(*pools: Pool, facts: AllocatorFacts = FACTS) -> dict[str, str]:
    return {state.pool.name: state.usable.value for state in states(pools, facts)}


def state(name: str, *pools: Pool) -> PoolState:
    return next(state for state in states(pools, FACTS) if state.pool.name == name)


def test_blocks_are_ranges_with_the_host_bits_cut_off() -> None:
    (block,) = pool("lan", "192.168.100.200/28").blocks
    assert str(block.range) == str(block.usable) == "192.168.100.192-192.168.100.207"


def test_the_ends_are_reserved_in_cidrs_only_where_the_pool_says_so() -> None:
    blocks = [{"cidr": "10.0.0.0/30"}, {"cidr": "10.0.1.0/31"}, {"start": "10.0.2.0", "stop": "10.0.2.3"}]
    found = pool("lan", blocks=blocks, allowFirstLastIPs="No").blocks
    assert [str(block.usable) for block in found] == [
        "10.0.0.1-10.0.0.2",
        "10.0.1.0-10.0.1.1",
        "10.0.2.0-10.0.2.3",
    ]
    assert pool("lan", "10.0.0.0/30", allowFirstLastIPs="Yes").blocks == pool("lan", "10.0.0.0/30").blocks


def test_a_pool_with_a_bad_block_counts_for_nothing_from_1_20_on() -> None:
    bad = pool("lan", blocks=[{"cidr": "10.0.0.0/24"}, {"stop": "10.0.1.0"}, {"cidr": "10.0.2.0/24"}])
    assert bad.problem == (1, "It has neither a cidr nor a start that is an address.")
    (found,) = states([bad], FACTS)
    assert (found.registered, found.usable) == (False, Usable.NO)


def test_before_1_20_the_blocks_before_a_bad_one_count() -> None:
    bad = pool("lan", blocks=[{"cidr": "10.0.0.0/24"}, {"stop": "10.0.1.0"}, {"cidr": "10.0.2.0/24"}])
    (found,) = states([bad], AllocatorFacts(version=(1, 19)))
    assert (found.registered, found.usable) == (True, Usable.YES)
    assert [str(block.range) for block in found.pool.blocks] == ["10.0.0.0-10.0.0.255"]


def test_a_disabled_pool_gives_out_nothing() -> None:
    assert verdicts(pool("lan", "10.0.0.0/24", disabled=True)) == {"lan": "no"}


def test_pools_without_blocks_or_of_different_ip_versions_are_in_no_conflict() -> None:
    assert verdicts(pool("none"), pool("v4", "0.0.0.0/0"), pool("v6", "::/0")) == {
        "none": "yes",
        "v4": "yes",
        "v6": "yes",
    }


def test_a_pool_that_overlaps_itself_gives_out_nothing() -> None:
    found = state("lan", pool("lan", "10.0.0.0/24", "10.0.1.0/24", "10.0.0.128/25"))
    assert (found.usable, found.in_conflict) == (Usable.NO, True)
    assert [(name, str(own), str(other)) for name, own, other in found.overlaps] == [
        ("lan", "10.0.0.0-10.0.0.255", "10.0.0.128-10.0.0.255")
    ]


def test_the_newer_one_of_two_loses_whole() -> None:
    older, newer = pool("older", "10.0.0.0/24"), pool("newer", "10.9.0.0/24", "10.0.0.0/25", created=LATE)
    assert verdicts(newer, older) == {"newer": "no", "older": "yes"}
    assert state("newer", newer, older).in_conflict is True


def test_selectors_and_disabled_do_not_count_in_a_conflict() -> None:
    older = pool("older", "10.0.0.0/24", disabled=True, serviceSelector={"matchLabels": {"team": "a"}})
    newer = pool("newer", "10.0.0.0/24", created=LATE, serviceSelector={"matchLabels": {"team": "b"}})
    assert verdicts(older, newer) == {"newer": "no", "older": "no"}
    assert state("older", older, newer).in_conflict is False


@pytest.mark.parametrize("created", [EARLY, None])
def test_of_two_of_the_same_or_of_an_unknown_age_either_loses(created: str | None) -> None:
    found = verdicts(pool("one", "10.0.0.0/24"), pool("two", "10.0.0.0/24", created=created))
    assert found == {"one": "maybe", "two": "maybe"}


def test_a_pool_whose_older_neighbour_may_have_lost_before_may_be_left() -> None:
    chain = [
        pool("a", "10.0.0.0/24"),
        pool("b", "10.0.0.0/24", "10.0.1.0/24", created=LATE),
        pool("c", "10.0.1.0/24", created="2026-01-03T00:00:00Z"),
    ]
    assert verdicts(*chain) == {"a": "yes", "b": "no", "c": "maybe"}


def test_of_very_many_nobody_says_who_loses_but_those_that_overlap_themselves_do() -> None:
    many = [pool(f"pool-{number:02}", "10.0.0.0/24") for number in range(11)]
    own = pool("own", "10.0.0.0/24", "10.0.0.0/25")
    assert set(verdicts(*many, own).values()) == {"maybe", "no"}
    assert verdicts(*many, own)["own"] == "no"


def test_of_two_of_one_name_the_last_one_counts() -> None:
    first, last = pool("lan", "10.0.0.0/24"), pool("lan", "10.1.0.0/24")
    assert [each.pool for each in states([first, last], FACTS)] == [last]
