"""Blocks of addresses against the addresses themselves, one by one."""

import ipaddress
import re
from collections.abc import Callable
from typing import Any

from constructs_lib.ip_block import IpBlock
from tests.conftest import refusal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

V4, V6 = ipaddress.ip_address("192.0.2.0"), ipaddress.ip_address("2001:db8::")
addresses = st.builds(lambda base, offset: base + offset, st.sampled_from([V4, V6]), st.integers(0, 63))
networks = st.builds(
    lambda address, bits: ipaddress.ip_network((address, address.max_prefixlen - bits), strict=False),
    addresses,
    st.integers(0, 6),
)


def in_order(one: Address, other: Address) -> bool:
    return one.version == other.version and int(one) <= int(other)


ranges = st.tuples(addresses, addresses).filter(lambda ends: in_order(*ends))
blocks = st.one_of(
    networks.map(lambda network: IpBlock.cidr(str(network))),
    ranges.map(lambda ends: IpBlock.range(str(ends[0]), str(ends[1]))),
    addresses.map(lambda address: IpBlock.address(str(address))),
)


def members(block: IpBlock) -> set[Address]:
    """Return the addresses of a block, one by one, as its manifest says them."""
    spec = block.spec()
    if "cidr" in spec:
        return set(ipaddress.ip_network(spec["cidr"]))
    start, stop = ipaddress.ip_address(spec["start"]), ipaddress.ip_address(spec["stop"])
    return {start + offset for offset in range(int(stop) - int(start) + 1)}


@given(networks)
def test_a_network_has_the_addresses_that_python_lists(network: Network) -> None:
    """Oracle: the module ipaddress."""
    block = IpBlock.cidr(str(network))
    assert (block.first, block.last, block.size) == (network[0], network[-1], network.num_addresses)
    assert members(block) == set(network)
    assert block.spec() == {"cidr": str(network)}
    assert str(block) == str(network)


@given(blocks)
def test_the_size_is_the_number_of_addresses_written(block: IpBlock) -> None:
    """Oracle: enumeration."""
    assert block.size == len(members(block))


@given(blocks, blocks)
@example(IpBlock.address("0.0.0.1"), IpBlock.address("::1"))
def test_blocks_overlap_where_they_share_an_address(one: IpBlock, other: IpBlock) -> None:
    """Oracle: enumeration."""
    assert one.overlaps(other) == bool(members(one) & members(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(blocks, addresses)
def test_a_block_has_its_addresses_and_no_others(block: IpBlock, address: Address) -> None:
    """Oracle: enumeration."""
    assert block.has(address) == (address in members(block))


@given(blocks, addresses)
@example(IpBlock.cidr("192.0.2.0/31"), ipaddress.ip_address("192.0.2.0"))
@example(IpBlock.cidr("192.0.2.0/30"), ipaddress.ip_address("192.0.2.3"))
@example(IpBlock.range("192.0.2.0", "192.0.2.3"), ipaddress.ip_address("192.0.2.3"))
def test_the_ends_of_a_network_of_three_addresses_or_more_are_kept_back(block: IpBlock, address: Address) -> None:
    """Oracle: the definition, for the block as its manifest says it."""
    network = block.spec().get("cidr")
    ends = [] if network is None else [ipaddress.ip_network(network)[0], ipaddress.ip_network(network)[-1]]
    assert block.keeps_back(address) == (len(members(block)) >= 3 and address in ends)


@given(networks)
def test_a_network_a_range_and_addresses_agree(network: Network) -> None:
    """Oracle: the other way to say the same addresses."""
    cidr, written_out = IpBlock.cidr(str(network)), IpBlock.range(str(network[0]), str(network[-1]))
    assert members(cidr) == members(written_out)
    assert members(cidr) == set().union(*(members(IpBlock.address(str(address))) for address in network))
    assert (cidr.first, cidr.last) == (written_out.first, written_out.last)


@given(addresses, st.integers(0, 6))
@example(ipaddress.ip_address("192.0.2.1"), 4)
def test_host_bits_are_refused_and_the_network_suggested_is_the_one_around_the_address(
    address: Address, bits: int
) -> None:
    """Oracle: the module ipaddress."""
    text = f"{address}/{address.max_prefixlen - bits}"
    network = ipaddress.ip_network(text, strict=False)
    if network.network_address == address:
        assert IpBlock.cidr(text).spec() == {"cidr": text}
        return
    said = refusal(lambda: IpBlock.cidr(text))
    found = re.search(r"Fix: write '(\S+)' for all of (\S+) to (\S+), or ", said)
    assert found is not None
    assert found.groups() == (str(network), str(network[0]), str(network[-1]))
    assert IpBlock.cidr(found[1]).spec() == {"cidr": str(network)}


@given(addresses, addresses)
def test_a_range_goes_up_within_a_family(start: Address, stop: Address) -> None:
    """Oracle: the order of the addresses."""
    if in_order(start, stop):
        assert IpBlock.range(str(start), str(stop)).size == int(stop) - int(start) + 1
    elif start.version != stop.version:
        assert refusal(lambda: IpBlock.range(str(start), str(stop))) == (
            f"IpBlock: '{start} to {stop}' mixes IPv4 and IPv6. Allowed: a start and a stop of one family. "
            "Fix: write one block for each family."
        )
    else:
        assert refusal(lambda: IpBlock.range(str(start), str(stop))) == (
            f"IpBlock: '{start} to {stop}' starts after it stops. Allowed: a start that is not above the stop. "
            f"Fix: write IpBlock.range('{stop}', '{start}')."
        )


@pytest.mark.parametrize("written", ["2001:DB8:0:0::1", "2001:0db8::0001", "2001:db8::1"])
def test_an_address_is_written_in_its_short_form(written: str) -> None:
    assert IpBlock.address(written) == IpBlock.address("2001:db8::1")
    assert IpBlock.address(written).spec() == {"start": "2001:db8::1", "stop": "2001:db8::1"}


@pytest.mark.parametrize("values", [("192.0.2.1", "192.0.2.2"), (V4, "192.0.2.2"), ({"start": "192.0.2.1"}, V4)])
def test_a_block_is_made_of_addresses_not_of_text(values: tuple[Any, Any]) -> None:
    wrong = next(value for value in values if not isinstance(value, ipaddress.IPv4Address))
    assert refusal(lambda: IpBlock(*values)) == (
        f"IpBlock: {wrong!r} is of type {type(wrong).__name__}. Allowed: addresses of the module ipaddress. "
        "Fix: write IpBlock.cidr(...), IpBlock.range(...) or IpBlock.address(...)."
    )


def test_a_block_that_is_no_network_cannot_be_called_one() -> None:
    assert refusal(lambda: IpBlock(V4 + 1, V4 + 5, is_cidr=True)).startswith("IpBlock: ")


ADDRESS = "one IPv4 or IPv6 address such as '192.0.2.10' or '2001:db8::10'"
NETWORK = "a network address, '/' and a prefix length, such as '192.0.2.0/28' or '2001:db8::/120'"
no_address = [
    ("", "is not an IP address", "correct it"),
    ("192.0.2", "is not an IP address", "correct it"),
    ("192.0.2.256", "is not an IP address", "correct it"),
    ("192.0.2.010", "is not an IP address", "correct it"),
    ("192.0.2.1 ", "is not an IP address", "correct it"),
    ("2001:db8:::1", "is not an IP address", "correct it"),
    ("example.com", "is not an IP address", "correct it"),
    ("192.0.2.0/28", "is not an IP address", "write IpBlock.cidr(...) for a network"),
    ("fe80::1%eth0", "is an IPv6 address with a zone or an embedded IPv4 address", "write the address as 'fe80::1'"),
    (
        "::ffff:192.0.2.1",
        "is an IPv6 address with a zone or an embedded IPv4 address",
        "write the address as '192.0.2.1'",
    ),
]


@pytest.mark.parametrize(("value", "problem", "fix"), no_address)
@pytest.mark.parametrize(
    ("where", "make"),
    [
        ("IpBlock.address", IpBlock.address),
        ("IpBlock.range.start", lambda value: IpBlock.range(value, "192.0.2.1")),
        ("IpBlock.range.stop", lambda value: IpBlock.range("192.0.2.1", value)),
    ],
)
def test_what_is_not_one_address_is_refused(
    where: str, make: Callable[[str], IpBlock], value: str, problem: str, fix: str
) -> None:
    assert refusal(lambda: make(value)) == f"{where}: {value!r} {problem}. Allowed: {ADDRESS}. Fix: {fix}."


@pytest.mark.parametrize("value", [5, None, b"192.0.2.1", {"start": "192.0.2.1"}])
def test_an_address_that_is_not_text_is_to_be_written_as_text(value: Any) -> None:
    assert refusal(lambda: IpBlock.address(value)) == (
        f"IpBlock.address: {value!r} is of type {type(value).__name__}. Allowed: str. Fix: write it as text, in quotes."
    )


@pytest.mark.parametrize(
    ("value", "problem", "fix"),
    [
        ("192.0.2.1/28", "has host bits set", "'192.0.2.0/28' for all of 192.0.2.0 to 192.0.2.15"),
        ("192.0.2.1/0", "has host bits set", "'0.0.0.0/0' for all of 0.0.0.0 to 255.255.255.255"),
        ("2001:db8::1/120", "has host bits set", "'2001:db8::/120' for all of 2001:db8:: to 2001:db8::ff"),
    ],
)
def test_a_network_with_host_bits_is_refused_with_the_network_meant(value: str, problem: str, fix: str) -> None:
    assert refusal(lambda: IpBlock.cidr(value)) == (
        f"IpBlock.cidr: {value!r} {problem}. Allowed: {NETWORK}. Fix: write {fix}, or IpBlock.range(start, stop)."
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "192.0.2.0",
            (f"'192.0.2.0' has no prefix length. Allowed: {NETWORK}. Fix: write IpBlock.address('192.0.2.0')."),
        ),
        (
            "192.0.2.0/33",
            (
                "'192.0.2.0/33' has a prefix longer than its addresses. "
                f"Allowed: {NETWORK}. Fix: write a prefix length of 0 to 32."
            ),
        ),
        ("192.0.2/24", f"'192.0.2' is not an IP address. Allowed: {ADDRESS}. Fix: correct it."),
        (
            "::ffff:192.0.2.0/120",
            (
                "'::ffff:192.0.2.0' is an IPv6 address with a zone or an embedded IPv4 address. "
                f"Allowed: {ADDRESS}. Fix: write the address as '192.0.2.0'."
            ),
        ),
        (5, "5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
        (None, "None is of type NoneType. Allowed: str. Fix: write it as text, in quotes."),
    ],
)
def test_what_is_no_network_is_refused(value: Any, expected: str) -> None:
    assert refusal(lambda: IpBlock.cidr(value)) == f"IpBlock.cidr: {expected}"


@pytest.mark.parametrize("value", ["192.0.2.0/255.255.255.0", "192.0.2.0/", "192.0.2.0/a", "192.0.2.0/28/28"])
def test_a_network_with_a_wrong_prefix_length_is_refused(value: str) -> None:
    assert refusal(lambda: IpBlock.cidr(value)) == (
        f"IpBlock.cidr: {value!r} has no prefix length. Allowed: {NETWORK}. Fix: write the number of leading bits "
        "after '/'."
    )
