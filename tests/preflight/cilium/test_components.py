"""Which Services can get in each other's way."""

from preflight.cilium.claims import claims
from preflight.cilium.components import components
from preflight.cilium.pools import pools_of
from preflight.cilium.selector_index import SelectorIndex
from preflight.selectors import selector_of
from tests.preflight.cilium.specs import DUAL, BlockSpec, PoolSpec, ServiceSpec

import pytest

A = PoolSpec("a", (BlockSpec(0, 7),), team="a")
B = PoolSpec("b", (BlockSpec(10, 17),), team="b")
V6 = PoolSpec("v6", (BlockSpec(0, 7, 6),))


def found(*objects: PoolSpec | ServiceSpec) -> list[tuple[list[str], list[str]]]:
    services = [each.service() for each in objects if isinstance(each, ServiceSpec)]
    pools = pools_of([each.pool() for each in objects if isinstance(each, PoolSpec)], DUAL)
    selectors = SelectorIndex((name, selector_of(state.pool.selector)) for name, state in pools.states.items())
    matching = [selectors.matching(service.labels) for service in services]
    return [
        ([services[index].name for index in component.services], list(component.pools))
        for component in components(services, matching, pools, claims(services, matching, pools.states))
    ]


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ((A, B, ServiceSpec("x"), ServiceSpec("y", team="b")), [(["x"], ["a"]), (["y"], ["b"])]),
        ((A, B, ServiceSpec("x"), ServiceSpec("y")), [(["x", "y"], ["a"])]),
        ((A, V6, ServiceSpec("x"), ServiceSpec("y", versions=(6,))), [(["x"], ["a"]), (["y"], ["v6"])]),
        ((A, V6, ServiceSpec("x"), ServiceSpec("y", versions=(4, 6))), [(["x", "y"], ["a", "v6"])]),
        (
            (A, B, ServiceSpec("x", key="k"), ServiceSpec("y", team="b", key="k")),
            [(["x", "y"], ["a", "b"])],
        ),
        ((A, B, ServiceSpec("x", asks=((4, 10),)), ServiceSpec("y", team="b")), [(["x", "y"], ["b"])]),
        ((A, ServiceSpec("has", has=((4, 0),)), ServiceSpec("new")), [(["new"], ["a"])]),
        ((A, ServiceSpec("has", has=((4, 0),), key="k"), ServiceSpec("new", key="k")), [(["has", "new"], ["a"])]),
        ((A, ServiceSpec("x", has=((4, 0),)), ServiceSpec("y", has=((4, 0),))), [(["x", "y"], ["a"])]),
        ((A, ServiceSpec("none", team="c")), [(["none"], [])]),
    ],
)
def test_services_are_linked_by_what_they_can_both_get(
    objects: tuple[PoolSpec | ServiceSpec, ...], expected: list[tuple[list[str], list[str]]]
) -> None:
    assert found(*objects) == expected


def test_pools_in_conflict_are_linked_since_one_of_them_loses() -> None:
    other = PoolSpec("other", (BlockSpec(7, 9),), team="b")
    assert found(A, other, ServiceSpec("x"), ServiceSpec("y", team="b")) == [(["x", "y"], ["a", "other"])]
