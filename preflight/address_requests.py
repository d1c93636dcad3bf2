"""Addresses that a Service asks for by annotation.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (getSVCRequestedIPs), pkg/annotation and
operator/pkg/model/ingestion.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from preflight.ip_ranges import Address, address

IPS = ("lbipam.cilium.io/ips", "io.cilium/lb-ipam-ips")
"""The annotation that asks for addresses, and its alias, which the addresses of a Gateway become."""


class Request(NamedTuple):
    """What a text asks for."""

    addresses: tuple[Address, ...]
    dropped: tuple[str, ...]
    """What is no bare address, such as a prefix, a range or a name: it counts for nothing."""


def annotation(annotations: Mapping[str, str], keys: tuple[str, str]) -> str:
    """Return the value of an annotation; that of its alias only where the annotation is not there at all."""
    return next((annotations[key] for key in keys if key in annotations), "")


def with_static_addresses(values: Sequence[str], annotations: Mapping[str, str]) -> dict[str, str]:
    """Return the annotations of a Gateway's infrastructure with its static addresses, unless they ask for others."""
    return ({IPS[-1]: ",".join(values)} if values else {}) | dict(annotations)


def requested(text: str) -> Request:
    """Read addresses with commas between; blanks around each do not count."""
    items = [item.strip() for item in text.split(",")] if text else []
    read = [(item, address(item)) for item in items]
    return Request(
        addresses=tuple(found for _, found in read if found is not None),
        dropped=tuple(item for item, found in read if found is None),
    )
