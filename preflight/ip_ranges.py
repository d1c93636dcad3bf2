"""Ranges of addresses, as whole numbers: a /8 or an IPv6 /48 costs no more than one address.

Source: cilium/cilium, operator/pkg/lbipam/pool.go and pkg/ipalloc.
"""

import ipaddress
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from preflight.values import shown

SMALLEST_WITH_ENDS = 3
"""Addresses of a CIDR that has a first and a last one to reserve: a /31 or /127 has not."""

LENGTH = re.compile("0|[1-9][0-9]{0,2}")
"""That of a prefix."""

ADDRESSES = {4: ipaddress.IPv4Address, 6: ipaddress.IPv6Address}


class Range(NamedTuple):
    """The addresses from `first` to `last` of one IP version, both included."""

    version: int
    """4 or 6."""
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many addresses there are."""
        return self.last - self.first + 1

    def overlaps(self, other: "Range") -> bool:
        """Say whether an address is in both; ranges of different versions have none in common."""
        return self.version == other.version and self.first <= other.last and other.first <= self.last

    def has(self, address: "Address") -> bool:
        """Say whether an address is in it."""
        return self.version == address.version and self.first <= address.number <= self.last

    def __str__(self) -> str:
        first, last = Address(self.version, self.first), Address(self.version, self.last)
        return str(first) if first == last else f"{first}-{last}"


class Address(NamedTuple):
    """One address."""

    version: int
    number: int

    def __str__(self) -> str:
        return str(ADDRESSES[self.version](self.number))


class BlockError(ValueError):
    """Why a block of a pool is none: the sentence that says it."""


class RangeIndex:
    """Ranges, so kept that those with an address are found without looking at all."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        """Take the ranges, which may overlap."""
        ordered = sorted((range_, at) for at, range_ in enumerate(ranges))
        self._ordered = ordered
        self._firsts = [(range_.version, range_.first) for range_, _ in ordered]
        self._reach = list(accumulate(((range_.version, range_.last) for range_, _ in ordered), max))

    def having(self, address: Address) -> list[int]:
        """Return the positions of the ranges that have an address, in order."""
        found = []
        at = bisect_right(self._firsts, address) - 1
        while at >= 0 and self._reach[at] >= address:
            range_, position = self._ordered[at]
            if range_.has(address):
                found.append(position)
            at -= 1
        return sorted(found)


def address(text: str) -> Address | None:
    """Read an address; None for anything else, a prefix included."""
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError:
        return None
    return Address(parsed.version, int(parsed))


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return the same addresses in as few ranges as possible, in order."""
    found: list[Range] = []
    for each in sorted(ranges):
        if found and found[-1].version == each.version and each.first <= found[-1].last + 1:
            found[-1] = found[-1]._replace(last=max(found[-1].last, each.last))
        else:
            found.append(each)
    return tuple(found)


def overlaps_any(range_: Range, others: Sequence[Range]) -> bool:
    """Say whether a range has an address in common with one of others, which are `merged`."""
    at = bisect_right(others, (range_.version, range_.last), key=lambda each: (each.version, each.first)) - 1
    return at >= 0 and range_.overlaps(others[at])


def range_of(block: Mapping[str, Any]) -> Range:
    """Return the addresses of a block of a pool.

    With `cidr`, `start` and `stop` are not looked at, and bits behind the prefix are cut off. A `start` alone is one
    address. Raises BlockError for a block that Cilium does not take.
    """
    if block.get("cidr"):
        network = _network(block["cidr"])
        if network is None:
            raise BlockError(f"Its cidr {shown(block['cidr'])} is no CIDR.")
        return Range(network.version, int(network.network_address), int(network.broadcast_address))
    start = address(str(block.get("start") or ""))
    if start is None and block.get("start"):
        raise BlockError(f"Its start {shown(block['start'])} is no address.")
    if start is None:
        raise BlockError("It has neither a cidr nor a start that is an address.")
    stop = start if not block.get("stop") else address(str(block["stop"]))
    if stop is None:
        raise BlockError(f"Its stop {shown(block['stop'])} is no address.")
    if start.version != stop.version:
        raise BlockError(f"Its start {start} and its stop {stop} are of different IP versions.")
    if start.number > stop.number:
        raise BlockError(f"Its start {start} comes after its stop {stop}.")
    return Range(start.version, start.number, stop.number)


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """Read a CIDR; None for an address without a length, a netmask, and a length with leading zeros."""
    length = text.partition("/")[2]
    if not LENGTH.fullmatch(length):
        return None
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None


def usable(range_: Range, *, is_cidr: bool, ends: bool) -> Range:
    """Return what is given out of a range: without `ends`, not the first and the last address of a CIDR."""
    if ends or not is_cidr or range_.size < SMALLEST_WITH_ENDS:
        return range_
    return Range(range_.version, range_.first + 1, range_.last - 1)
