"""IP addresses, as Go's net/netip package reads and writes them, but neither zones nor IPv4 addresses within IPv6."""

import ipaddress
from collections.abc import Callable

from preflight.admission.cel.library.function import Function, method
from preflight.admission.cel.library.opaque import TYPE

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

BROADCAST = ipaddress.IPv4Address("255.255.255.255")
LINK_LOCAL_MULTICAST = ipaddress.IPv4Network("224.0.0.0/24")
LINK_LOCAL = ipaddress.IPv4Network("169.254.0.0/16"), ipaddress.IPv6Network("fe80::/10")
MULTICAST, SCOPE, OF_THE_LINK = 0xFF, 0x0F, 0x02
"""The first byte of an IPv6 multicast address, and what the second one says of its scope."""


def parsed(text: str) -> Address:
    """Return the address that a text is; raises ValueError where it is none, or not one that CEL takes."""
    address = ipaddress.ip_address(text)
    if "%" in text or (address.version == 6 and address.ipv4_mapped is not None):  # noqa: PLR2004  # IPv6
        raise ValueError("neither a zone nor an IPv4 address within an IPv6 address is allowed")
    return address


def is_ip(text: str) -> bool:
    """Whether a text is an address."""
    try:
        parsed(text)
    except ValueError:
        return False
    return True


def ip(text: str) -> bytes:
    """Return an address."""
    return str(parsed(text)).encode()


def is_canonical(text: str) -> bool:
    """Whether an address is written in the one canonical way."""
    return str(parsed(text)) == text


def address_of(value: bytes) -> Address:
    """Return the address that a value of CEL is; raises ValueError where it is none."""
    return parsed(bytes(value).decode())


def is_loopback(address: Address) -> bool:
    """Whether it is one of this machine's own."""
    return address.is_loopback


def is_unspecified(address: Address) -> bool:
    """Whether it is 0.0.0.0 or ::."""
    return address.is_unspecified


def is_link_local_unicast(address: Address) -> bool:
    """Whether it is in 169.254.0.0/16 or fe80::/10."""
    return any(address in network for network in LINK_LOCAL)


def is_link_local_multicast(address: Address) -> bool:
    """Whether it is in 224.0.0.0/24, or an IPv6 multicast address for the link."""
    if isinstance(address, ipaddress.IPv4Address):
        return address in LINK_LOCAL_MULTICAST
    return address.packed[0] == MULTICAST and address.packed[1] & SCOPE == OF_THE_LINK


def is_global_unicast(address: Address) -> bool:
    """Whether it is for one host beyond the link; private addresses are, too."""
    return not (
        is_unspecified(address)
        or address == BROADCAST
        or is_loopback(address)
        or address.is_multicast
        or is_link_local_unicast(address)
    )


def family(address: Address) -> int:
    """Return 4 or 6."""
    return address.version


def _of_address(question: Callable[[Address], int]) -> Callable[[bytes], int]:
    return lambda value: question(address_of(value))


IP = (
    Function("ip", ("string",), TYPE, ip),
    Function("isIP", ("string",), "bool", is_ip),
    Function("ip.isCanonical", ("string",), "bool", is_canonical),
    method("family", (TYPE,), "int", _of_address(family)),
    method("isUnspecified", (TYPE,), "bool", _of_address(is_unspecified)),
    method("isLoopback", (TYPE,), "bool", _of_address(is_loopback)),
    method("isLinkLocalMulticast", (TYPE,), "bool", _of_address(is_link_local_multicast)),
    method("isLinkLocalUnicast", (TYPE,), "bool", _of_address(is_link_local_unicast)),
    method("isGlobalUnicast", (TYPE,), "bool", _of_address(is_global_unicast)),
)
