"""CiliumBGPPeerConfig: a BGP peer, and how to talk to it."""

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, ClassVar

from constructs_lib.checks import (
    dns_label,
    instance,
    instances,
    integer,
    keep,
    one_of,
    port,
    refuse_repeated,
    refused,
    text_of,
)
from constructs_lib.ip_block import ip_address
from constructs_lib.load_balancing.bgp_advertisement import MAX_INTERFACE_NAME, BgpAdvertisement
from constructs_lib.load_balancing.bgp_communities import MAX_32_BITS
from constructs_lib.references import ObjectReference, Reference, reference_to

FAMILIES = ("ipv4", "ipv6")
BGP_PORT = 179
MAX_ADVERTISEMENTS = 1000
MAX_RETRY_SECONDS = 2**31 - 1
MAX_HOLD_SECONDS = 65535
MAX_RESTART_SECONDS = 4095
MAX_HOPS = 255


@dataclass(frozen=True, kw_only=True)
class BgpTimers:
    """When a session is tried again, held for dead and kept alive, in seconds (RFC 4271)."""

    connect_retry_time_seconds: int = 120
    hold_time_seconds: int = 90
    keep_alive_time_seconds: int = 30

    def __post_init__(self) -> None:
        integer("BgpTimers.connect_retry_time_seconds", self.connect_retry_time_seconds, 1, MAX_RETRY_SECONDS)
        integer("BgpTimers.hold_time_seconds", self.hold_time_seconds, 3, MAX_HOLD_SECONDS)
        integer("BgpTimers.keep_alive_time_seconds", self.keep_alive_time_seconds, 1, MAX_HOLD_SECONDS)
        if self.keep_alive_time_seconds > self.hold_time_seconds:
            raise refused(
                "BgpTimers.keep_alive_time_seconds",
                self.keep_alive_time_seconds,
                "is larger than hold_time_seconds",
                allowed=f"at most {self.hold_time_seconds}",
                fix=f"write a third of it, {self.hold_time_seconds // 3}",
            )

    def spec(self) -> dict[str, Any]:
        """Return the timers in the API's form."""
        return {
            "connectRetryTimeSeconds": self.connect_retry_time_seconds,
            "holdTimeSeconds": self.hold_time_seconds,
            "keepAliveTimeSeconds": self.keep_alive_time_seconds,
        }


@dataclass(frozen=True, kw_only=True)
class BgpGracefulRestart:
    """Routes stay in place while Cilium restarts, for so many seconds (RFC 4724)."""

    restart_time_seconds: int = 120

    def __post_init__(self) -> None:
        integer("BgpGracefulRestart.restart_time_seconds", self.restart_time_seconds, 1, MAX_RESTART_SECONDS)

    def spec(self) -> dict[str, Any]:
        """Return the setting in the API's form."""
        return {"enabled": True, "restartTimeSeconds": self.restart_time_seconds}


@dataclass(frozen=True)
class BgpPeer:
    """A router that nodes talk to.

    `name` is a DNS label, unique in its BgpInstance. The router has one `address`, or is the `default_gateway` of each
    node for `ipv4` or `ipv6`, which Cilium finds by itself. `asn` is its AS number; 0 accepts any.

    `advertisements` are what it is told of; those of the BgpPeering when left out. `families` are the families of
    addresses that are exchanged, all as unicast. `auth_secret` is a Secret with the key `password` for TCP MD5, in the
    `secrets_namespace` of the BgpPeering. `ebgp_multihop` is how many hops away it may be. `graceful_restart` is off
    when left out. `peer_port` is where it listens, `source_interface` the interface of the node whose address is used.
    `merge_patch` is the escape hatch of its CiliumBGPPeerConfig, see `constructs_lib.api_object.define`.
    """

    name: str
    _: KW_ONLY
    asn: int
    address: str | None = None
    default_gateway: str | None = None
    advertisements: Sequence[BgpAdvertisement] | None = None
    families: Sequence[str] = FAMILIES
    auth_secret: ObjectReference | None = None
    ebgp_multihop: int = 1
    graceful_restart: BgpGracefulRestart | None = None
    timers: BgpTimers = field(default_factory=BgpTimers)
    peer_port: int = BGP_PORT
    source_interface: str | None = None
    merge_patch: Mapping[str, Any] | None = None

    how_to_write: ClassVar[str] = "BgpPeer(...)"

    def __post_init__(self) -> None:
        dns_label("BgpPeer.name", self.name)
        where = f"BgpPeer {self.name}"
        integer(f"{where}: asn", self.asn, 0, MAX_32_BITS)
        self._check_place(where)
        if self.advertisements is not None:
            checked = instances(
                f"{where}: advertisements", self.advertisements, BgpAdvertisement, at_most=MAX_ADVERTISEMENTS
            )
            keep(self, advertisements=checked)
        keep(self, families=instances(f"{where}: families", self.families, str, at_most=len(FAMILIES)))
        for argument, values in (("advertisements", self.advertisements), ("families", self.families)):
            if values is not None and not values:
                raise refused(
                    f"{where}: {argument}",
                    [],
                    "leaves nothing to tell it",
                    allowed="one or more",
                    fix="leave the argument out, or the peer",
                )
        for index, family in enumerate(self.families):
            one_of(f"{where}: families[{index}]", family, FAMILIES)
        refuse_repeated(f"{where}: families", self.families)
        self.auth_secret_reference()
        integer(f"{where}: ebgp_multihop", self.ebgp_multihop, 1, MAX_HOPS)
        if self.graceful_restart is not None:
            instance(f"{where}: graceful_restart", self.graceful_restart, BgpGracefulRestart)
        instance(f"{where}: timers", self.timers, BgpTimers)
        port(f"{where}: peer_port", self.peer_port)
        if self.source_interface is not None:
            text_of(f"{where}: source_interface", self.source_interface, MAX_INTERFACE_NAME)

    def _check_place(self, where: str) -> None:
        """Raise ValueError unless the peer is found in exactly one way."""
        if (self.address is None) == (self.default_gateway is None):
            raise refused(
                where,
                f"address={self.address!r}, default_gateway={self.default_gateway!r}",
                "does not say in one way where the peer is",
                allowed="one of address and default_gateway",
                fix="write address='192.0.2.1', or default_gateway='ipv4'",
            )
        if self.address is not None:
            keep(self, address=bgp_address(f"{where}: address", self.address))
        if self.default_gateway is not None:
            one_of(f"{where}: default_gateway", self.default_gateway, FAMILIES)

    def auth_secret_reference(self) -> Reference | None:
        """Return the reference to the Secret with the password; raises ValueError for anything but a Secret."""
        where = f"BgpPeer {self.name}: auth_secret"
        return None if self.auth_secret is None else reference_to(where, self.auth_secret, "Secret")

    def spec(self, config_name: str) -> dict[str, Any]:
        """Return the peer as a CiliumBGPClusterConfig has it."""
        return {
            "name": self.name,
            "peerAddress": self.address,
            "peerASN": self.asn,
            "autoDiscovery": self.default_gateway
            and {"mode": "DefaultGateway", "defaultGateway": {"addressFamily": self.default_gateway}},
            "peerConfigRef": {"name": config_name},
        }

    def config_spec(self, advertisements: Mapping[str, Any]) -> dict[str, Any]:
        """Return the spec of its CiliumBGPPeerConfig; `advertisements` is the selector of its advertisements."""
        secret = self.auth_secret_reference()
        return {
            "transport": {"peerPort": self.peer_port, "sourceInterface": self.source_interface},
            "timers": self.timers.spec(),
            "authSecretRef": secret and secret.name,
            "gracefulRestart": self.graceful_restart and self.graceful_restart.spec(),
            "ebgpMultihop": self.ebgp_multihop,
            "families": [
                {"afi": family, "safi": "unicast", "advertisements": advertisements} for family in self.families
            ],
        }


def bgp_address(where: str, value: object) -> str:
    """Return an address as BGP takes it: an IPv6 address that is link-local may say its interface after '%'."""
    text, percent, zone = value.partition("%") if isinstance(value, str) else (value, "", "")
    address = ip_address(where, text)
    if not percent:
        return str(address)
    if not (zone and isinstance(address, ipaddress.IPv6Address) and address.is_link_local):
        raise refused(
            where,
            value,
            "has an interface that does not belong there",
            allowed="an interface after '%' of an IPv6 address in fe80::/10",
            fix=f"write {str(address)!r}",
        )
    return f"{address}%{zone}"
