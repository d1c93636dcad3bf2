"""Hostnames: what two have in common, against a definition that tries all names of a small alphabet."""

from itertools import product

from preflight.gateway_api.hostnames import HostnameIndex, covers, intersection, suffixes

import pytest
from hypothesis import given
from hypothesis import strategies as st

NAMES = [".".join(labels) for length in range(1, 5) for labels in product("ab", repeat=length)]
"""All names of up to four labels, each `a` or `b`."""
HOSTNAMES = [
    "",
    *(name for name in NAMES if name.count(".") < 3),
    *(f"*.{name}" for name in NAMES if name.count(".") < 2),
]


def matches(hostname: str, name: str) -> bool:
    """Whether a hostname matches a name, label by label from the right."""
    if not hostname:
        return True
    labels, wanted = name.split(".")[::-1], hostname.split(".")[::-1]
    if wanted[-1] != "*":
        return labels == wanted
    return len(labels) >= len(wanted) and labels[: len(wanted) - 1] == wanted[:-1]


def all_matched(hostname: str) -> set[str]:
    return {name for name in NAMES if matches(hostname, name)}


@given(st.sampled_from(HOSTNAMES), st.sampled_from(HOSTNAMES))
def test_the_intersection_matches_what_both_match(first: str, second: str) -> None:
    found = intersection(first, second)
    common = all_matched(first) & all_matched(second)
    assert (all_matched(found) if found is not None else set()) == common
    assert found == intersection(second, first)


@given(st.sampled_from(HOSTNAMES), st.sampled_from(HOSTNAMES))
def test_a_hostname_covers_another_if_it_matches_all_that_the_other_matches(wide: str, narrow: str) -> None:
    assert covers(wide, narrow) == (all_matched(narrow) <= all_matched(wide))


@given(st.lists(st.sampled_from(HOSTNAMES), max_size=5), st.sampled_from(HOSTNAMES))
def test_an_index_finds_hostnames_with_a_name_in_common(added: list[str], hostname: str) -> None:
    """Oracle: trying all of them; of those with one hostname the first counts."""
    index: HostnameIndex[int] = HostnameIndex()
    for number, each in enumerate(added):
        index.add(each, number)
    meeting = [number for number, each in enumerate(added) if all_matched(each) & all_matched(hostname)]
    found = list(index.meeting(hostname))
    assert set(found) <= set(meeting)
    assert min(found, default=None) == min(meeting, default=None)


@given(st.sampled_from(NAMES))
def test_the_suffixes_of_a_name_are_all_hostnames_that_match_it_the_narrowest_first(name: str) -> None:
    found = suffixes(name)
    assert set(found) & set(HOSTNAMES) == {hostname for hostname in HOSTNAMES if matches(hostname, name)}
    sizes = [len(all_matched(hostname)) for hostname in found]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", ""),
        ("", "shop.example.com", "shop.example.com"),
        ("*.example.com", "shop.example.com", "shop.example.com"),
        ("*.example.com", "a.b.example.com", "a.b.example.com"),
        ("*.example.com", "example.com", None),
        ("*.example.com", "*.shop.example.com", "*.shop.example.com"),
        ("*.example.com", "*.example.org", None),
        ("*.example.com", "shopexample.com", None),
        ("shop.example.com", "shop.example.org", None),
    ],
)
def test_intersection(first: str, second: str, expected: str | None) -> None:
    assert intersection(first, second) == expected
