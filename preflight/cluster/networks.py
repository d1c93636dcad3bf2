"""Nodes, and the networks that they are in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from preflight.ip_ranges import Address, BlockError, Range, range_of
from preflight.selectors import Labels
from preflight.values import refused

HOSTNAME_LABEL = "kubernetes.io/hostname"
OS_LABEL = "kubernetes.io/os"
KNOWN_LABELS = frozenset((HOSTNAME_LABEL, OS_LABEL))
"""The labels that every kubelet sets, and that Node has where they are not declared: those of Linux."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node of the cluster, as the cluster file declares it."""

    name: str
    labels: Mapping[str, str] | None = None
    """None where nobody has said which: then those of KNOWN_LABELS are known, and no others."""
    interfaces: tuple[str, ...] = ()
    """The devices that Cilium has selected; empty where nobody has said which."""
    addresses: tuple[str, ...] = ()
    """Empty where nobody has said which."""

    @property
    def all_labels(self) -> Labels:
        """Its labels, with KNOWN_LABELS."""
        return {HOSTNAME_LABEL: self.name, OS_LABEL: "linux", **(self.labels or {})}

    def knows(self, keys: Iterable[str]) -> bool:
        """Say whether it is known which of these labels it has."""
        return self.labels is not None or KNOWN_LABELS.issuperset(keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network that the nodes, or the clients beside them, are in, such as a LAN."""

    cidr: str
    dhcp: tuple[Range, ...] = ()
    """What a DHCP server gives out of it."""

    def __post_init__(self) -> None:
        try:
            whole = range_of({"cidr": self.cidr})
        except BlockError:
            problem, fix = f"{self.cidr!r} is not a CIDR", 'write "192.0.2.0/24"'
            raise refused("Network.cidr", problem, allowed="a CIDR", fix=fix) from None
        for each in self.dhcp:
            if not (isinstance(each, Range) and lies_in(each, whole)):
                problem, allowed = f"{each!r} is not in {self.cidr}", "a tuple of ranges in the network"
                raise refused("Network.dhcp", problem, allowed=allowed, fix="write a Range of the network")

    @property
    def range(self) -> Range:
        """Its addresses."""
        return range_of({"cidr": self.cidr})


def lies_in(part: Range, whole: Range) -> bool:
    """Whether all addresses of a range are in another."""
    return all(whole.has(Address(part.version, end)) for end in (part.first, part.last))
