"""Listeners: the ports and hostnames on which a Gateway takes traffic."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from constructs_lib.checks import dns_label, dns_subdomain, instance, instances, keep, one_of, port, refused
from constructs_lib.gateway.domain import Domain
from constructs_lib.hostnames import hostname, intersect, intersection, names_all
from constructs_lib.selectors import LabelSelector

GATEWAY_GROUP = "gateway.networking.k8s.io"
PROTOCOLS = ("HTTP", "HTTPS")
FROM = ("All", "Same", "Selector")
MAX_LISTENERS = 64


@dataclass(frozen=True, kw_only=True)
class AllowedRoutes:
    """The namespaces whose routes may attach; make one with `all`, `same` or `selector`."""

    from_: str
    namespaces: LabelSelector | None = None

    how_to_write: ClassVar[str] = "AllowedRoutes.all()"

    def __post_init__(self) -> None:
        one_of("AllowedRoutes.from_", self.from_, FROM)
        wanted = LabelSelector if self.from_ == "Selector" else type(None)
        if not isinstance(self.namespaces, wanted):
            raise refused(
                "AllowedRoutes.namespaces",
                self.namespaces,
                f"does not go with {self.from_}",
                allowed="a LabelSelector with Selector, and nothing otherwise",
                fix="write AllowedRoutes.all(), AllowedRoutes.same() or AllowedRoutes.selector(LabelSelector(...))",
            )

    @classmethod
    def all(cls) -> "AllowedRoutes":
        """Routes of every namespace."""
        return cls(from_="All")

    @classmethod
    def same(cls) -> "AllowedRoutes":
        """Routes of the Gateway's own namespace: what the API does when nothing is said."""
        return cls(from_="Same")

    @classmethod
    def selector(cls, namespaces: LabelSelector) -> "AllowedRoutes":
        """Routes of the namespaces with these labels."""
        return cls(from_="Selector", namespaces=namespaces)

    def spec(self) -> dict[str, Any]:
        """Return allowedRoutes in the API's form."""
        return {"namespaces": {"from": self.from_, "selector": self.namespaces and self.namespaces.spec()}}


@dataclass(frozen=True, kw_only=True)
class Listener:
    """One listener of a Gateway; make one with `http` or `https`.

    `hostname` is a DNS name, `*.` and a DNS name, or None for every host. `secret_name` names the Secret with the
    certificate, in the Gateway's namespace; None with HTTPS lets the Gateway name it after itself and the listener.
    """

    name: str
    protocol: str
    port: int
    hostname: str | None = None
    secret_name: str | None = None
    allowed_routes: AllowedRoutes = field(default_factory=AllowedRoutes.same)

    how_to_write: ClassVar[str] = "Listener.https(...)"

    def __post_init__(self) -> None:
        dns_subdomain("Listener.name", self.name)
        where = f"Listener {self.name}"
        one_of(f"{where}: protocol", self.protocol, PROTOCOLS)
        port(f"{where}: port", self.port)
        if self.hostname is not None:
            hostname(f"{where}: hostname", self.hostname)
        instance(f"{where}: allowed_routes", self.allowed_routes, AllowedRoutes)
        if self.secret_name is not None:
            dns_subdomain(f"{where}: secret_name", self.secret_name)
            if self.protocol == "HTTP":
                raise refused(
                    f"{where}: secret_name",
                    self.secret_name,
                    "goes with HTTPS only",
                    allowed="a Secret for a listener that terminates TLS",
                    fix="write Listener.https(...), or leave secret_name out",
                )

    @classmethod
    def http(
        cls, name: str, *, hostname: str | None = None, port: int = 80, allowed_routes: AllowedRoutes | None = None
    ) -> "Listener":
        """A listener for plain HTTP; routes of the Gateway's namespace may attach unless said otherwise."""
        return cls(name=name, protocol="HTTP", port=port, hostname=hostname, allowed_routes=or_same(allowed_routes))

    @classmethod
    def https(
        cls,
        name: str,
        *,
        hostname: str | None = None,
        port: int = 443,
        secret_name: str | None = None,
        allowed_routes: AllowedRoutes | None = None,
    ) -> "Listener":
        """A listener that terminates TLS; routes of the Gateway's namespace may attach unless said otherwise."""
        return cls(
            name=name,
            protocol="HTTPS",
            port=port,
            hostname=hostname,
            secret_name=secret_name,
            allowed_routes=or_same(allowed_routes),
        )

    def spec(self, gateway_name: str) -> dict[str, Any]:
        """Return the listener in the API's form, with every default written out."""
        tls = None
        if self.protocol == "HTTPS":
            reference = {"group": "", "kind": "Secret", "name": self.certificate_secret(gateway_name)}
            tls = {"mode": "Terminate", "certificateRefs": [reference]}
        return {
            "name": self.name,
            "protocol": self.protocol,
            "port": self.port,
            "hostname": self.hostname,
            "tls": tls,
            "allowedRoutes": self.allowed_routes.spec(),
        }

    def certificate_secret(self, gateway_name: str) -> str:
        """Return the name of the Secret with this listener's certificate."""
        named = self.secret_name or f"{gateway_name}-{self.name}-tls"
        return dns_subdomain(f"Listener {self.name}: secret_name", named)


def or_same(allowed_routes: AllowedRoutes | None) -> AllowedRoutes:
    """Return what the API takes for allowedRoutes that are left out."""
    return AllowedRoutes.same() if allowed_routes is None else allowed_routes


@dataclass(frozen=True, kw_only=True)
class GatewayListener:
    """A listener of a certain Gateway: what a route's parent_refs hold."""

    gateway_name: str
    gateway_namespace: str
    listener: Listener
    domain: Domain | None = None
    siblings: tuple[Listener, ...] = ()
    """The Gateway's other listeners on the same port."""

    how_to_write: ClassVar[str] = "gateway.https('NAME')"

    def __post_init__(self) -> None:
        dns_subdomain("GatewayListener.gateway_name", self.gateway_name)
        dns_label("GatewayListener.gateway_namespace", self.gateway_namespace)
        instance("GatewayListener.listener", self.listener, Listener)
        if self.domain is not None:
            instance("GatewayListener.domain", self.domain, Domain)
        keep(self, siblings=instances("GatewayListener.siblings", self.siblings, Listener, at_most=MAX_LISTENERS))

    def __str__(self) -> str:
        return f"listener {self.listener.name} of Gateway {self.gateway_namespace}/{self.gateway_name}"

    def taken_by(self, hostname: str) -> Listener | None:
        """Return the sibling that gets every request for a hostname instead of this listener; None if none does.

        A request goes to the listener with the most specific hostname only, and to the routes attached to that one.
        Source: Gateway API v1.6.1, listener isolation, which Cilium implements.
        """
        own = self.listener.hostname
        common = intersection(own, hostname)
        for other in self.siblings:
            if other.hostname is not None and names_all(own, other.hostname) and names_all(other.hostname, common):
                return other
        return None

    def serves(self, hostname: str) -> bool:
        """Tell whether a request for this hostname can reach the routes of this listener."""
        return intersect(self.listener.hostname, hostname) and self.taken_by(hostname) is None

    def parent_ref(self) -> dict[str, Any]:
        """Return the parentRef in the API's form, with every default written out."""
        return {
            "group": GATEWAY_GROUP,
            "kind": "Gateway",
            "namespace": self.gateway_namespace,
            "name": self.gateway_name,
            "sectionName": self.listener.name,
        }


def refuse_conflicts(where: str, listeners: Sequence[Listener]) -> None:
    """Raise ValueError for two listeners that a Gateway cannot have at once.

    Source: Gateway API v1.6.1, Gateway.spec.listeners (distinct listeners); HTTP and HTTPS on one port are not
    reported by Cilium, and do not work.
    """
    names: set[str] = set()
    places: dict[tuple[int, str | None], Listener] = {}
    protocols: dict[int, Listener] = {}
    for listener in listeners:
        if listener.name in names:
            raise refused(
                f"{where}: listeners",
                listener.name,
                "is the name of two listeners",
                allowed="a name for each listener",
                fix="rename one of them, or give one domain another name=...",
            )
        names.add(listener.name)
        same_port = protocols.setdefault(listener.port, listener)
        if same_port.protocol != listener.protocol:
            raise refused(
                f"{where}: listeners",
                listener.name,
                f"is for {listener.protocol} on port {listener.port}, "
                f"where {same_port.name!r} is for {same_port.protocol}",
                allowed="one protocol on a port",
                fix="use 80 for HTTP and 443 for HTTPS, or another port for one of them",
            )
        same_place = places.setdefault((listener.port, listener.hostname), listener)
        if same_place is not listener:
            raise refused(
                f"{where}: listeners",
                listener.name,
                f"has the port {listener.port} and the hostname {listener.hostname!r} of listener {same_place.name!r}",
                allowed="one listener for a port and hostname: of two, the Gateway serves neither",
                fix="leave one out, or give it another hostname or port",
            )
