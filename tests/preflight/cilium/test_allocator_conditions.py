"""The conditions of Services and pools: facts 1.5 and 1.8."""

from preflight.cilium.allocator_conditions import AllocatorCondition, pool_conditions, service_conditions
from tests.preflight.cilium.specs import BlockSpec, PoolSpec, ServiceSpec
from tests.preflight.cilium.test_allocation import LAN, allocated
from tests.preflight.cilium.test_pools import LATE

import pytest


def written(conditions: tuple[AllocatorCondition, ...]) -> list[str]:
    return [f"{each.type}={each.status} {each.reason}: {each.message}" for each in conditions]


@pytest.mark.parametrize(
    ("objects", "texts"),
    [
        ((LAN, ServiceSpec("a")), ["True satisfied: It has every address that it wants."]),
        (
            (PoolSpec("lan", ()), ServiceSpec("a")),
            ["False no_pool: No pool that gives out addresses has one for it."],
        ),
        (
            (PoolSpec("lan", (BlockSpec(0, 0),)), ServiceSpec("a"), ServiceSpec("b")),
            [
                "True satisfied: It has every address that it wants.",
                "False out_of_ips: All pools that select it are full.",
            ],
        ),
        (
            (PoolSpec("lan", (BlockSpec(0, 7),), team="b"), ServiceSpec("a", asks=((4, 0),))),
            ["False pool_selector_mismatch: The pool with the address that it asks for does not select it."],
        ),
        (
            (LAN, ServiceSpec("a", asks=((4, 0),)), ServiceSpec("b", has=((4, 0),))),
            ["False already_allocated: Another Service has the address that it asks for, or it is reserved."],
        ),
        (
            (LAN, ServiceSpec("a", asks=((4, 0),), key="k"), ServiceSpec("b", has=((4, 0),))),
            [
                (
                    "False already_allocated_incompatible_service: "
                    "Another Service has the address that it asks for, and the two may not share it."
                )
            ],
        ),
    ],
)
def test_the_condition_of_a_service(objects: tuple[PoolSpec | ServiceSpec, ...], texts: list[str]) -> None:
    conditions = service_conditions(allocated(*objects).services[0])
    assert written(conditions) == [f"cilium.io/IPAMRequestSatisfied={text}" for text in texts]


def test_a_service_that_cilium_leaves_alone_has_none() -> None:
    assert service_conditions(allocated(ServiceSpec("a")).services[0]) == ()


def test_the_conditions_of_a_pool() -> None:
    cidr = PoolSpec("lan", (BlockSpec(0, 3, cidr=True),), ends=False)
    assert written(pool_conditions(allocated(cidr, ServiceSpec("a")).pools[0])) == [
        "cilium.io/PoolConflict=False resolved: ",
        "cilium.io/IPsTotal=Unknown noreason: 4",
        "cilium.io/IPsAvailable=Unknown noreason: 1",
        "cilium.io/IPsUsed=Unknown noreason: 3",
    ]


def test_where_an_order_decides_how_many_are_used_both_numbers_are_there() -> None:
    far = PoolSpec("far", (BlockSpec(20, 29),))
    assert written(pool_conditions(allocated(LAN, far, ServiceSpec("a")).pools[1]))[2:] == [
        "cilium.io/IPsAvailable=Unknown noreason: 7 to 8",
        "cilium.io/IPsUsed=Unknown noreason: 0 to 1",
    ]


def test_the_loser_of_a_conflict_says_what_it_overlaps() -> None:
    newer = PoolSpec("newer", (BlockSpec(6, 9),), created=LATE)
    assert written(pool_conditions(allocated(LAN, newer).pools[1]))[0] == (
        "cilium.io/PoolConflict=True cidr_overlap: "
        "Its range 10.0.0.6-10.0.0.9 overlaps 10.0.0.0-10.0.0.7 of the pool lan."
    )


def test_where_nobody_can_say_who_loses_no_condition_does() -> None:
    other = PoolSpec("other", (BlockSpec(6, 9),))
    assert [each.type for each in pool_conditions(allocated(LAN, other).pools[0])] == [
        "cilium.io/IPsTotal",
        "cilium.io/IPsAvailable",
        "cilium.io/IPsUsed",
    ]


def test_a_pool_that_cilium_ignores_has_none() -> None:
    bad = PoolSpec("bad", (BlockSpec(9, 3),))
    assert pool_conditions(allocated(bad).pools[0]) == ()
