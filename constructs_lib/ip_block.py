"""IpBlock: consecutive addresses, as the pools of Cilium have them."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instance, refused

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
PREFIX_LENGTH = re.compile(r"/[0-9]{1,3}")
LEAST_KEPT_BACK = 3
"""The size of the smallest network of which Cilium can keep the first and last address back."""


@dataclass(frozen=True)
class IpBlock:
    """Consecutive addresses of one family, IPv4 or IPv6; make one with `cidr`, `range` or `address`."""

    first: IpAddress
    last: IpAddress
    is_cidr: bool = False

    how_to_write: ClassVar[str] = "IpBlock.cidr(...)"

    def __post_init__(self) -> None:
        for address in (self.first, self.last):
            if type(address) not in (ipaddress.IPv4Address, ipaddress.IPv6Address):
                raise refused(
                    "IpBlock",
                    address,
                    f"is of type {type(address).__name__}",
                    allowed="addresses of the module ipaddress",
                    fix="write IpBlock.cidr(...), IpBlock.range(...) or IpBlock.address(...)",
                )
        if self.first.version != self.last.version:
            raise refused(
                "IpBlock",
                f"{self.first} to {self.last}",
                "mixes IPv4 and IPv6",
                allowed="a start and a stop of one family",
                fix="write one block for each family",
            )
        if int(self.first) > int(self.last):
            raise refused(
                "IpBlock",
                f"{self.first} to {self.last}",
                "starts after it stops",
                allowed="a start that is not above the stop",
                fix=f"write IpBlock.range('{self.last}', '{self.first}')",
            )
        if self.is_cidr and len(list(ipaddress.summarize_address_range(self.first, self.last))) != 1:
            raise refused(
                "IpBlock",
                f"{self.first} to {self.last}",
                "is not a network",
                allowed="the first and last address of a network, with is_cidr",
                fix="write IpBlock.range(start, stop)",
            )

    @classmethod
    def cidr(cls, cidr: str) -> "IpBlock":
        """All addresses of a network such as `192.0.2.0/28`.

        Raises ValueError for host bits: Cilium would mask them, and the pool would be wider than written.
        """
        where = "IpBlock.cidr"
        allowed = "a network address, '/' and a prefix length, such as '192.0.2.0/28' or '2001:db8::/120'"
        text = instance(where, cidr, str)
        address, slash, length = text.partition("/")
        if not PREFIX_LENGTH.fullmatch(slash + length):
            single = address and not slash
            fix = f"write IpBlock.address({address!r})" if single else "write the number of leading bits after '/'"
            raise refused(where, cidr, "has no prefix length", allowed=allowed, fix=fix)
        most = ip_address(where, address).max_prefixlen
        if int(length) > most:
            fix = f"write a prefix length of 0 to {most}"
            raise refused(where, cidr, "has a prefix longer than its addresses", allowed=allowed, fix=fix)
        network = ipaddress.ip_network(text, strict=False)
        if network.network_address != ipaddress.ip_address(address):
            raise refused(
                where,
                cidr,
                "has host bits set",
                allowed=allowed,
                fix=f"write {str(network)!r} for all of {network[0]} to {network[-1]}, or IpBlock.range(start, stop)",
            )
        return cls(network[0], network[-1], is_cidr=True)

    @classmethod
    def range(cls, start: str, stop: str) -> "IpBlock":
        """The addresses from `start` to `stop`, both included."""
        return cls(ip_address("IpBlock.range.start", start), ip_address("IpBlock.range.stop", stop))

    @classmethod
    def address(cls, address: str) -> "IpBlock":
        """A single address."""
        single = ip_address("IpBlock.address", address)
        return cls(single, single)

    @property
    def size(self) -> int:
        """The number of addresses."""
        return int(self.last) - int(self.first) + 1

    def has(self, address: IpAddress) -> bool:
        """Tell whether an address is in the block."""
        return self.overlaps(IpBlock(address, address))

    def overlaps(self, other: "IpBlock") -> bool:
        """Tell whether any address is in both blocks."""
        return (
            self.first.version == other.first.version
            and int(self.first) <= int(other.last)
            and int(other.first) <= int(self.last)
        )

    def keeps_back(self, address: IpAddress) -> bool:
        """Tell whether a pool without `allow_first_last_ips` gives an address of the block to nobody."""
        return self.is_cidr and self.size >= LEAST_KEPT_BACK and address in (self.first, self.last)

    def __str__(self) -> str:
        if self.is_cidr:
            return f"{self.first}/{self.first.max_prefixlen - (self.size - 1).bit_length()}"
        return str(self.first) if self.size == 1 else f"{self.first} to {self.last}"

    def spec(self) -> dict[str, Any]:
        """Return the block in the API's form."""
        if self.is_cidr:
            return {"cidr": str(self)}
        return {"start": str(self.first), "stop": str(self.last)}


def ip_address(where: str, value: object) -> IpAddress:
    """Return an address written the way Cilium reads it; raises ValueError for anything else."""
    allowed = "one IPv4 or IPv6 address such as '192.0.2.10' or '2001:db8::10'"
    text = instance(where, value, str)
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        fix = "write IpBlock.cidr(...) for a network" if "/" in text else "correct it"
        raise refused(where, value, "is not an IP address", allowed=allowed, fix=fix) from None
    if isinstance(address, ipaddress.IPv6Address) and (address.scope_id or address.ipv4_mapped):
        plain = str(address.ipv4_mapped or str(address).partition("%")[0])
        raise refused(
            where,
            value,
            "is an IPv6 address with a zone or an embedded IPv4 address",
            allowed=allowed,
            fix=f"write the address as {plain!r}",
        )
    return address
