"""Ranges of addresses, with Python's ipaddress and sets of whole numbers as the oracles."""

import itertools
from ipaddress import ip_network

from preflight.ip_ranges import Address, BlockError, Range, RangeIndex, address, merged, overlaps_any, range_of, usable

import pytest
from hypothesis import given
from hypothesis import strategies as st

SMALL = st.builds(
    lambda version, first, size: Range(version, first, first + size),
    st.sampled_from([4, 6]),
    st.integers(0, 20),
    st.integers(0, 5),
)


def members(range_: Range) -> set[Address]:
    return {Address(range_.version, number) for number in range(range_.first, range_.last + 1)}


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ({"cidr": "192.168.100.200/28"}, "192.168.100.192-192.168.100.207"),
        ({"cidr": "10.0.0.7/32"}, "10.0.0.7"),
        ({"cidr": "fd00::/126"}, "fd00::-fd00::3"),
        ({"cidr": "10.0.0.0/31", "start": "10.9.9.9", "stop": "nonsense"}, "10.0.0.0-10.0.0.1"),
        ({"start": "10.0.0.5"}, "10.0.0.5"),
        ({"start": "10.0.0.5", "stop": ""}, "10.0.0.5"),
        ({"start": "10.0.0.5", "stop": "10.0.1.5"}, "10.0.0.5-10.0.1.5"),
    ],
)
def test_a_block_is_a_range(block: dict[str, str], text: str) -> None:
    assert str(range_of(block)) == text


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ({}, "It has neither a cidr nor a start that is an address."),
        ({"stop": "10.0.0.5"}, "It has neither a cidr nor a start that is an address."),
        ({"start": "gateway"}, "Its start 'gateway' is no address."),
        ({"start": "10.0.0.5", "stop": "10.0.0"}, "Its stop '10.0.0' is no address."),
        (
            {"start": "10.0.0.5", "stop": "fd00::5"},
            "Its start 10.0.0.5 and its stop fd00::5 are of different IP versions.",
        ),
        ({"start": "10.0.0.5", "stop": "10.0.0.4"}, "Its start 10.0.0.5 comes after its stop 10.0.0.4."),
        ({"cidr": "1" * 99}, f"Its cidr '{'1' * 76}... is no CIDR."),
        ({"start": "10.0.0.5", "stop": "1" * 99}, f"Its stop '{'1' * 76}... is no address."),
        ({"cidr": "10.0.0.0/33"}, "Its cidr '10.0.0.0/33' is no CIDR."),
        ({"cidr": "10.0.0.0"}, "Its cidr '10.0.0.0' is no CIDR."),
        ({"cidr": "10.0.0.0/255.0.0.0"}, "Its cidr '10.0.0.0/255.0.0.0' is no CIDR."),
        ({"cidr": "10.0.0.0/08"}, "Its cidr '10.0.0.0/08' is no CIDR."),
        ({"cidr": "010.0.0.0/8"}, "Its cidr '010.0.0.0/8' is no CIDR."),
    ],
)
def test_a_block_that_is_no_range(block: dict[str, str], problem: str) -> None:
    with pytest.raises(BlockError) as caught:
        range_of(block)
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("FD00::0001", "fd00::1"),
        ("10.0.0.1/32", None),
        ("10.0.0.1-10.0.0.5", None),
        ("10.0.0.01", None),
        ("lb.example.com", None),
        ("", None),
    ],
)
def test_an_address_is_a_bare_one(text: str, found: str | None) -> None:
    read = address(text)
    assert (read and str(read)) == found


@pytest.mark.parametrize(
    ("cidr", "given"),
    [
        ("10.0.0.0/24", "10.0.0.1-10.0.0.254"),
        ("10.0.0.0/30", "10.0.0.1-10.0.0.2"),
        ("10.0.0.0/31", "10.0.0.0-10.0.0.1"),
        ("10.0.0.0/32", "10.0.0.0"),
        ("fd00::/126", "fd00::1-fd00::2"),
        ("fd00::/127", "fd00::-fd00::1"),
        ("fd00::/128", "fd00::"),
    ],
)
def test_the_ends_of_a_cidr_are_reserved_where_others_are_left(cidr: str, given: str) -> None:
    whole = range_of({"cidr": cidr})
    assert str(usable(whole, is_cidr=True, ends=False)) == given
    assert usable(whole, is_cidr=True, ends=True) == whole
    assert usable(whole, is_cidr=False, ends=False) == whole


def test_a_large_range_costs_nothing() -> None:
    assert range_of({"cidr": "10.0.0.0/8"}).size == 2**24
    assert range_of({"cidr": "fd00::/48"}).size == 2**80


@given(st.integers(0, 2**32 - 1), st.integers(0, 32))
def test_a_cidr_is_the_network_that_python_has(number: int, bits: int) -> None:
    text = f"{Address(4, number)}/{bits}"
    network = ip_network(text, strict=False)
    assert range_of({"cidr": text}) == Range(4, int(network[0]), int(network[-1]))


@given(SMALL, SMALL)
def test_two_ranges_overlap_where_they_have_an_address_in_common(one: Range, other: Range) -> None:
    assert one.overlaps(other) == bool(members(one) & members(other))


@given(st.lists(SMALL))
def test_merged_ranges_have_the_same_addresses_and_do_not_touch(ranges: list[Range]) -> None:
    found = merged(ranges)
    assert set().union(*map(members, found)) == set().union(*map(members, ranges))
    assert all(one.version < other.version or one.last + 1 < other.first for one, other in itertools.pairwise(found))


@given(SMALL, st.lists(SMALL))
def test_a_range_overlaps_some_where_it_overlaps_one_of_them(range_: Range, ranges: list[Range]) -> None:
    assert overlaps_any(range_, merged(ranges)) == any(map(range_.overlaps, ranges))


@given(st.lists(SMALL), st.sampled_from([4, 6]), st.integers(0, 26))
def test_an_index_finds_the_ranges_with_an_address(ranges: list[Range], version: int, number: int) -> None:
    found = RangeIndex(ranges).having(Address(version, number))
    assert found == [at for at, range_ in enumerate(ranges) if range_.has(Address(version, number))]
