"""Hostnames of listeners, routes and requests: in lower case, `*.` stands for one or more labels, empty for any name.

Source: Gateway API v1.6.1, the doc comments of Hostname, Listener.hostname and HTTPRoute.hostnames.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


def intersection(first: str, second: str) -> str | None:
    """Return the hostname that matches what both match; None where nothing matches both."""
    if not first or first == second:
        return second
    if not second:
        return first
    if covers(first, second):
        return second
    return first if covers(second, first) else None


def covers(wide: str, narrow: str) -> bool:
    """Say whether all names that `narrow` matches are matched by `wide` as well."""
    if not wide or wide == narrow:
        return True
    if not narrow or not wide.startswith("*."):
        return False
    suffix = wide[1:]
    name = narrow[1:] if narrow.startswith("*.") else narrow
    return name.endswith(suffix) and len(name) > len(suffix)


def suffixes(host: str) -> list[str]:
    """Return the hostnames that match a host, the most specific first: itself, its wildcards, and empty for any."""
    labels = host.split(".")
    return [host, *("*." + ".".join(labels[index:]) for index in range(1, len(labels))), ""]


class HostnameIndex(Generic[T]):
    """Items by hostname, of which those are found that have a name in common with another hostname."""

    def __init__(self) -> None:
        self._exactly: dict[str, T] = {}
        self._below: dict[str, T] = {}
        """By each hostname that matches all that the one of the item matches."""

    def add(self, hostname: str, item: T) -> None:
        """Add an item; of those with one hostname the first counts."""
        self._exactly.setdefault(hostname, item)
        for wider in suffixes(hostname):
            self._below.setdefault(wider, item)

    def meeting(self, hostname: str) -> Iterator[T]:
        """Yield items with a name in common: those of wider hostnames, then the first one of narrower ones."""
        yield from (self._exactly[each] for each in dict.fromkeys(suffixes(hostname)) if each in self._exactly)
        if hostname in self._below:
            yield self._below[hostname]
