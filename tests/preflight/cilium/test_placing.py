"""How many find a place, with the condition of Hall as the oracle."""

from itertools import combinations

from preflight.cilium.placing import Group, placed

from hypothesis import given
from hypothesis import strategies as st

NAMES = ("a", "b", "c", "d")
GROUPS = st.lists(st.tuples(st.frozensets(st.sampled_from(NAMES)), st.integers(0, 4)), max_size=5)


@given(GROUPS, st.dictionaries(st.sampled_from(NAMES), st.integers(0, 4)))
def test_all_but_the_worst_shortage_find_a_place(groups: list[Group], room: dict[str, int]) -> None:
    total = sum(count for _, count in groups)
    shortages = [
        sum(count for pools, count in groups if pools & room.keys() <= set(chosen)) - sum(room[pool] for pool in chosen)
        for size in range(len(room) + 1)
        for chosen in combinations(sorted(room), size)
    ]
    assert placed(groups, room) == total - max(0, *shortages, 0)
