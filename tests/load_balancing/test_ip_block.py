"""Blocks of addresses against the addresses themselves, one by one."""

import ipaddress
import re
from typing import Any

from constructs_lib import IpBlock
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
