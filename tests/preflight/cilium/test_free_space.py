"""The free addresses of a range: which one is given out next."""

from preflight.cilium.free_space import Free, free_in, holds, next_given, size, without
from preflight.ip_ranges import Range

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], (0,)),
        ([0], (1,)),
        ([2], (0,)),
        ([7], (8,)),
        ([4], (0,)),
        ([5], (6,)),
        ([3, 7], (8,)),
        ([2, 5], (0, 3)),
        ([3, 6], (4,)),
        ([1, 8], (0, 9)),
    ],
)
def test_the_next_one_is_the_first_of_the_smallest_free_block(taken: list[int], following: tuple[int, ...]) -> None:
    free: Free = free_in(Range(4, 0, 9))
    for number in taken:
        free = without(free, number)
    assert next_given(free) == following


def test_nothing_is_next_where_nothing_is_free() -> None:
    assert next_given(without(free_in(Range(4, 5, 5)), 5)) == ()


@given(st.lists(st.integers(0, 9)))
def test_free_is_what_is_not_taken(taken: list[int]) -> None:
    free = free_in(Range(4, 0, 9))
    for number in taken:
        free = without(free, number)
    left = set(range(10)) - set(taken)
    assert {number for number in range(12) if holds(free, number)} == left
    assert size(free) == len(left)
