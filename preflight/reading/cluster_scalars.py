"""What the scalars of the cluster file may be: switches, versions, addresses and networks."""

import ipaddress
import re
from typing import Any

from preflight.cluster import Version, version_of
from preflight.ip_ranges import Address, BlockError, Range, address, range_of
from preflight.names import NameRule
from preflight.reading.fields import Reader, Value, text
from preflight.values import shown

INTERFACE = NameRule(
    called="the name of an interface",
    allowed="1 to 15 characters, none of them '/', ':' or white space",
    pattern=re.compile(r"(?!\.{1,2}\Z)[!-.0-9;-~]+"),
    max_length=15,
)
"""Source: Linux, net/core/dev.c (dev_valid_name)."""
EXAMPLE_RANGE = "Write '192.0.2.100-192.0.2.199', for example."
NUMBER = "is not a string; as a number, a version loses its last zero."
TEXTS: dict[Any, bool] = {"true": True, "false": False}


def boolean(value: Value) -> bool:
    """Read true or false."""
    if not isinstance(value.data, bool):
        written = isinstance(value.data, str) and value.data.lower() in TEXTS
        fix = f"Write {str(value.data).lower()} without quotes." if written else "Write true or false."
        value.refuse(f"{shown(value.data)} is neither true nor false.", fix)
    return value.data


def switch(value: Value) -> bool:
    """Read true or false where they may be in quotes, as all values of a ConfigMap are."""
    return TEXTS[value.data] if isinstance(value.data, str) and value.data in TEXTS else boolean(value)


def version(example: str) -> Reader[Version]:
    """Read a version, with or without its patch."""

    def read(value: Value) -> Version:
        if not isinstance(value.data, str):
            value.refuse(f"{shown(value.data)} {NUMBER}", f"Put it in quotes, as in '{example}'.")
        found = version_of(value.data)
        if found is None:
            value.refuse(f"{shown(value.data)} is not a version.", f"Write it as in '{example}'.")
        return found

    return read


def ip_address(value: Value) -> str:
    """Read an address, to its shortest form."""
    return str(_address(value, text(value), "Write one as in '192.0.2.11'."))


def network(value: Value) -> str:
    """Read the CIDR of a network: all of its bits behind the prefix are 0."""
    written = text(value)
    try:
        found = range_of({"cidr": written})
    except BlockError:
        value.refuse(f"{shown(written)} is not a CIDR.", "Write it as in '192.0.2.0/24'.")
    first = address(written.partition("/")[0])
    cidr = str(ipaddress.ip_network(written, strict=False))
    if first is None or first.number != found.first:
        value.refuse(f"{shown(written)} is an address in the network {cidr}.", f"Write '{cidr}'.")
    return cidr


def address_range(value: Value) -> Range:
    """Read a range of addresses, or one address."""
    written = text(value)
    start, _, stop = written.partition("-")
    first = _address(value, start.strip(), EXAMPLE_RANGE)
    last = _address(value, stop.strip(), EXAMPLE_RANGE) if stop else first
    if first.version != last.version or first.number > last.number:
        value.refuse(f"{shown(written)} is not a range: its end does not come after its start.", EXAMPLE_RANGE)
    return Range(first.version, first.number, last.number)


def _address(value: Value, written: str, fix: str) -> Address:
    found = address(written) if "%" not in written else None
    if found is None:
        value.refuse(f"{shown(written)} is not an address.", fix)
    return found
