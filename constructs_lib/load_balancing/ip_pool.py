"""CiliumLoadBalancerIPPool: addresses that Cilium gives to LoadBalancer Services."""

import ipaddress
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from constructs_lib.api_object import define
from constructs_lib.checks import instance, instances, refused
from constructs_lib.registry import Identity, app_of
from constructs_lib.selectors import LabelSelector
from imports.io.cilium import CiliumLoadBalancerIpPool

import cdk8s
from constructs import Construct

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
PREFIX_LENGTH = re.compile(r"/[0-9]{1,3}")
MAX_BLOCKS = 1000

_blocks_of_app: WeakKeyDictionary[cdk8s.App, list[tuple[str, "IpBlock"]]] = WeakKeyDictionary()


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
        most = _ip_address(where, address).max_prefixlen
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
        return cls(_ip_address("IpBlock.range.start", start), _ip_address("IpBlock.range.stop", stop))

    @classmethod
    def address(cls, address: str) -> "IpBlock":
        """A single address."""
        single = _ip_address("IpBlock.address", address)
        return cls(single, single)

    @property
    def size(self) -> int:
        """The number of addresses."""
        return int(self.last) - int(self.first) + 1

    def overlaps(self, other: "IpBlock") -> bool:
        """Tell whether any address is in both blocks."""
        return (
            self.first.version == other.first.version
            and int(self.first) <= int(other.last)
            and int(other.first) <= int(self.last)
        )

    def __str__(self) -> str:
        if self.is_cidr:
            return f"{self.first}/{self.first.max_prefixlen - (self.size - 1).bit_length()}"
        return str(self.first) if self.size == 1 else f"{self.first} to {self.last}"

    def spec(self) -> dict[str, Any]:
        """Return the block in the API's form."""
        if self.is_cidr:
            return {"cidr": str(self)}
        return {"start": str(self.first), "stop": str(self.last)}


class LoadBalancerIpPool(CiliumLoadBalancerIpPool):
    """A pool of addresses for LoadBalancer Services, cluster-scoped."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        blocks: Sequence[IpBlock],
        service_selector: LabelSelector | None = None,
        allow_first_last_ips: bool = True,
        disabled: bool = False,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the pool.

        :param scope: the chart.
        :param id: unique in the chart.
        :param blocks: the addresses; at least one block. No two blocks of the app's pools may overlap: of two pools
            that do, Cilium stops one, whatever their selectors and even if one is disabled.
        :param service_selector: the Services that may get an address; every LoadBalancer Service when left out.
            Where several pools match a Service, Cilium takes any of them.
        :param allow_first_last_ips: False keeps the first and last address of each CIDR block of three or more
            addresses back. Blocks that are ranges or single addresses are not affected.
        :param disabled: True gives out no further address; Services keep what they have.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for what Kubernetes or Cilium would refuse, and for overlapping blocks.

        Source: Cilium, operator/pkg/lbipam.
        """
        identity = Identity("cilium.io", "CiliumLoadBalancerIPPool", None, id if name is None else name)
        checked = instances(f"{identity}: blocks", blocks, IpBlock, at_most=MAX_BLOCKS)
        if not checked:
            raise refused(
                f"{identity}: blocks",
                [],
                "has no address to give",
                allowed="one block or more",
                fix="write [IpBlock.cidr(...)]",
            )
        if service_selector is not None:
            instance(f"{identity}: service_selector", service_selector, LabelSelector)
        defined = _blocks_of_app.setdefault(app_of(scope), [])
        own: list[tuple[str, IpBlock]] = []
        for block in checked:
            _refuse_overlap(identity, block, [*defined, *own])
            own.append((str(identity), block))
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "blocks": [block.spec() for block in checked],
                "serviceSelector": service_selector and service_selector.spec(),
                "allowFirstLastIPs": "Yes"
                if instance(f"{identity}: allow_first_last_ips", allow_first_last_ips, bool)
                else "No",
                "disabled": instance(f"{identity}: disabled", disabled, bool),
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        defined += own
        self.identity = identity


def _ip_address(where: str, value: object) -> IpAddress:
    """Return an address written the way Cilium reads it."""
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


def _refuse_overlap(identity: Identity, block: IpBlock, defined: Iterable[tuple[str, IpBlock]]) -> None:
    """Raise ValueError if the block shares an address with one that a pool of the app has already."""
    for pool, other in defined:
        if block.overlaps(other):
            raise refused(
                f"{identity}: blocks",
                str(block),
                f"overlaps {str(other)!r} of {pool}",
                allowed="each address in one block of one pool",
                fix="make the blocks disjoint: Cilium stops a pool whose addresses are in another one too",
            )
