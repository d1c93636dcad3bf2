"""Networks in CIDR notation, as Go's net/netip package reads and writes them; the host's bits need not be zero."""

import ipaddress
import re

from preflight.admission.cel.library.function import Function, method
from preflight.admission.cel.library.ip import Address, address_of, parsed
from preflight.admission.cel.library.opaque import TYPE

Interface = ipaddress.IPv4Interface | ipaddress.IPv6Interface

PREFIX_LENGTH = re.compile(r"0|[1-9][0-9]{0,2}")


def parsed_cidr(text: str) -> Interface:
    """Return the address and network that a text is; raises ValueError where it is none, or not one that CEL takes."""
    address, slash, length = text.rpartition("/")
    if not slash or not PREFIX_LENGTH.fullmatch(length):
        raise ValueError("no network in CIDR notation")
    return ipaddress.ip_interface((parsed(address), int(length)))


def is_cidr(text: str) -> bool:
    """Whether a text is a network."""
    try:
        parsed_cidr(text)
    except ValueError:
        return False
    return True


def cidr(text: str) -> bytes:
    """Return a network."""
    return str(parsed_cidr(text)).encode()


def _network(value: bytes) -> Interface:
    return parsed_cidr(bytes(value).decode())


def _contains(network: Interface, address: Address) -> bool:
    return network.version == address.version and address in network.network


def contains_ip(value: bytes, address: bytes) -> bool:
    """Whether a network has an address."""
    return _contains(_network(value), address_of(address))


def contains_ip_text(value: bytes, address: str) -> bool:
    """Whether a network has the address that a text is."""
    return _contains(_network(value), parsed(address))


def contains_cidr(value: bytes, other: bytes) -> bool:
    """Whether a network has all of another one."""
    network, part = _network(value), _network(other)
    return _contains(network, part.ip) and network.network.prefixlen <= part.network.prefixlen


def contains_cidr_text(value: bytes, other: str) -> bool:
    """Whether a network has all of the one that a text is."""
    return contains_cidr(value, cidr(other))


def ip_of(value: bytes) -> bytes:
    """Return the address before the '/'."""
    return str(_network(value).ip).encode()


def masked(value: bytes) -> bytes:
    """Return the network with the host's bits zero."""
    return str(_network(value).network).encode()


def prefix_length(value: bytes) -> int:
    """Return the number after the '/'."""
    return _network(value).network.prefixlen


CIDR = (
    Function("cidr", ("string",), TYPE, cidr),
    Function("isCIDR", ("string",), "bool", is_cidr),
    method("containsIP", (TYPE, TYPE), "bool", contains_ip),
    method("containsIP", (TYPE, "string"), "bool", contains_ip_text),
    method("containsCIDR", (TYPE, TYPE), "bool", contains_cidr),
    method("containsCIDR", (TYPE, "string"), "bool", contains_cidr_text),
    method("ip", (TYPE,), TYPE, ip_of),
    method("masked", (TYPE,), TYPE, masked),
    method("prefixLength", (TYPE,), "int", prefix_length),
)
