"""CiliumBGPAdvertisement: what BGP peers are told of."""

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, ClassVar

from constructs_lib.checks import (
    dns_label,
    instance,
    instances,
    integer,
    keep,
    one_of,
    refuse_repeated,
    refused,
    text_of,
)
from constructs_lib.gateway.gateway_service import BGP_CONTROL_PLANE
from constructs_lib.load_balancing.bgp_communities import MAX_32_BITS, BgpCommunities
from constructs_lib.load_balancing.service_selector import ServiceSelector, service_selector_of
from constructs_lib.selectors import LabelSelector

SERVICE_ADDRESSES = ("LoadBalancerIP", "ClusterIP", "ExternalIP")
MAX_LENGTH_IPV4 = 31
MAX_LENGTH_IPV6 = 127
MAX_INTERFACE_NAME = 15
"""As Linux has it."""


@dataclass(frozen=True)
class BgpAdvertisement:
    """What peers are told of; write one of its kinds, above all BgpServiceAdvertisement.

    `name` is a DNS label, unique in its BgpPeering. `local_preference`, of which peers take the highest, is sent to
    peers of the same AS only, and refused for others. `merge_patch` is the escape hatch of the CiliumBGPAdvertisement,
    see `constructs_lib.api_object.define`.
    """

    name: str
    _: KW_ONLY
    communities: BgpCommunities | None = None
    local_preference: int | None = None
    merge_patch: Mapping[str, Any] | None = None

    how_to_write: ClassVar[str] = "BgpServiceAdvertisement(...)"
    advertisement_type: ClassVar[str]

    def __post_init__(self) -> None:
        if type(self) is BgpAdvertisement:
            raise refused(
                "BgpAdvertisement",
                self.name,
                "is an advertisement of nothing",
                allowed="BgpServiceAdvertisement, BgpPodCidrAdvertisement, BgpPodIpPoolAdvertisement or "
                "BgpInterfaceAdvertisement",
                fix=f"write {self.how_to_write}",
            )
        dns_label(f"{type(self).__name__}.name", self.name)
        if self.communities is not None:
            instance(f"{self.where}: communities", self.communities, BgpCommunities)
        if self.local_preference is not None:
            integer(f"{self.where}: local_preference", self.local_preference, 0, MAX_32_BITS)

    @property
    def where(self) -> str:
        """What a refusal calls it."""
        return f"{type(self).__name__} {self.name}"

    def spec(self) -> dict[str, Any]:
        """Return the advertisement in the API's form."""
        attributes = {
            "communities": self.communities and self.communities.spec(),
            "localPreference": self.local_preference,
        }
        said = any(value is not None for value in attributes.values())
        return {"advertisementType": self.advertisement_type, "attributes": attributes if said else None}


@dataclass(frozen=True)
class BgpServiceAdvertisement(BgpAdvertisement):
    """The addresses of Services.

    `service_selector` are the Services by their labels, or those of a LoadBalancerIpPool or a Gateway; every Service
    for `LabelSelector()`. `addresses` are the kinds of their addresses: `LoadBalancerIP`, `ClusterIP`, `ExternalIP`.
    Each address has a route of its own, unless `aggregation_length_ipv4` (0 to 31) or `aggregation_length_ipv6` (0 to
    127) says how many leading bits make one; Cilium ignores them for Services with externalTrafficPolicy Local.
    """

    _: KW_ONLY
    service_selector: ServiceSelector
    addresses: Sequence[str] = ("LoadBalancerIP",)
    aggregation_length_ipv4: int | None = None
    aggregation_length_ipv6: int | None = None

    advertisement_type: ClassVar[str] = "Service"

    def __post_init__(self) -> None:
        super().__post_init__()
        where = f"{self.where}: addresses"
        keep(self, addresses=instances(where, self.addresses, str, at_most=len(SERVICE_ADDRESSES)))
        if not self.addresses:
            raise refused(
                where,
                [],
                "advertises nothing",
                allowed="one kind of address or more",
                fix="write ['LoadBalancerIP'], or leave it out",
            )
        for index, address in enumerate(self.addresses):
            one_of(f"{where}[{index}]", address, SERVICE_ADDRESSES)
        refuse_repeated(where, self.addresses)
        self._selector()
        for argument, most in (
            ("aggregation_length_ipv4", MAX_LENGTH_IPV4),
            ("aggregation_length_ipv6", MAX_LENGTH_IPV6),
        ):
            if getattr(self, argument) is not None:
                integer(f"{self.where}: {argument}", getattr(self, argument), 0, most)

    def spec(self) -> dict[str, Any]:
        """Return the advertisement in the API's form."""
        return super().spec() | {
            "service": {
                "addresses": list(self.addresses),
                "aggregationLengthIPv4": self.aggregation_length_ipv4,
                "aggregationLengthIPv6": self.aggregation_length_ipv6,
            },
            "selector": self._selector().spec(),
        }

    def _selector(self) -> LabelSelector:
        """Return the selector of the Services; only their load balancer addresses depend on who announces them."""
        announcer = BGP_CONTROL_PLANE if set(self.addresses) == {"LoadBalancerIP"} else None
        return service_selector_of(f"{self.where}: service_selector", self.service_selector, announcer)


@dataclass(frozen=True)
class BgpPodCidrAdvertisement(BgpAdvertisement):
    """The Pod CIDRs of each node."""

    advertisement_type: ClassVar[str] = "PodCIDR"


@dataclass(frozen=True)
class BgpPodIpPoolAdvertisement(BgpAdvertisement):
    """The Pod CIDRs of each node from the CiliumPodIPPools with certain labels; `LabelSelector()` means every pool."""

    _: KW_ONLY
    selector: LabelSelector

    advertisement_type: ClassVar[str] = "CiliumPodIPPool"

    def __post_init__(self) -> None:
        super().__post_init__()
        instance(f"{self.where}: selector", self.selector, LabelSelector)

    def spec(self) -> dict[str, Any]:
        """Return the advertisement in the API's form."""
        return super().spec() | {"selector": self.selector.spec()}


@dataclass(frozen=True)
class BgpInterfaceAdvertisement(BgpAdvertisement):
    """The addresses of one network interface of each node, such as `lo`."""

    _: KW_ONLY
    interface: str

    advertisement_type: ClassVar[str] = "Interface"

    def __post_init__(self) -> None:
        super().__post_init__()
        text_of(f"{self.where}: interface", self.interface, MAX_INTERFACE_NAME)

    def spec(self) -> dict[str, Any]:
        """Return the advertisement in the API's form."""
        return super().spec() | {"interface": {"name": self.interface}}
