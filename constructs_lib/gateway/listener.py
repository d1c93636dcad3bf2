"""Listeners: the ports and hostnames on which a Gateway takes traffic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.checks import (
    annotations,
    dns_label,
    dns_subdomain,
    instance,
    instances,
    keep,
    mapping,
    one_of,
    port,
    refuse_too_many,
    refused,
    text_of,
)
from constructs_lib.gateway.allowed_routes import AllowedRoutes, or_same
from constructs_lib.gateway.domain import Domain
from constructs_lib.hostnames import hostname, intersect, intersection, names_all
from constructs_lib.references import ObjectReference, Reference, reference_to
from constructs_lib.registry import Identity

KINDS_OF_PROTOCOL = {
    "HTTP": ("HTTPRoute", "GRPCRoute"),
    "HTTPS": ("HTTPRoute", "GRPCRoute"),
    "TLS": ("TLSRoute",),
    "TCP": ("TCPRoute",),
    "UDP": ("UDPRoute",),
}
"""The kinds of route that a listener of a protocol takes (Gateway API v1.6.1, and Cilium)."""
MAX_LISTENERS = 64
MAX_SIBLINGS = 100_000
"""More than a Gateway with all its ListenerSets can have."""
MAX_OPTIONS = 16
MAX_OPTION_VALUE = 4096


@dataclass(frozen=True, kw_only=True)
class Listener:
    """One listener of a Gateway or ListenerSet; make one with `http`, `https`, `tls_passthrough`, `tcp` or `udp`.

    `hostname` is a DNS name, `*.` and a DNS name, or None for every host. `secret` is the Secret with the certificate:
    one of cdk8s-plus, an ExistingSecret, which can be in another namespace, or a name; None with HTTPS lets the Gateway
    name it after itself and the listener. `options` are TLS options of the implementation, by their names with a domain
    prefix.
    """

    name: str
    protocol: str
    port: int
    hostname: str | None = None
    secret: ObjectReference | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    allowed_routes: AllowedRoutes = field(default_factory=AllowedRoutes.same)

    how_to_write: ClassVar[str] = "Listener.https(...)"

    def __post_init__(self) -> None:
        dns_subdomain("Listener.name", self.name)
        where = f"Listener {self.name}"
        one_of(f"{where}: protocol", self.protocol, tuple(KINDS_OF_PROTOCOL))
        port(f"{where}: port", self.port)
        if self.hostname is not None:
            hostname(f"{where}: hostname", self.hostname)
        instance(f"{where}: allowed_routes", self.allowed_routes, AllowedRoutes)
        for kind in self.allowed_routes.kinds:
            one_of(f"{where}: allowed_routes.kinds", kind, KINDS_OF_PROTOCOL[self.protocol])
        self._check_tls(where)

    def _check_tls(self, where: str) -> None:
        """A certificate and options go with the protocol that terminates TLS, a hostname with those that see one."""
        options = annotations(f"{where}: options", mapping(f"{where}: options", self.options))
        for argument, value in (("secret", self.secret), ("options", options or None)):
            if value is not None and self.protocol != "HTTPS":
                raise refused(
                    f"{where}: {argument}",
                    value,
                    "goes with HTTPS only",
                    allowed=f"{argument} for a listener that terminates TLS",
                    fix=f"write Listener.https(...), or leave {argument} out",
                )
        if self.hostname is not None and self.protocol in ("TCP", "UDP"):
            raise refused(
                f"{where}: hostname",
                self.hostname,
                f"does not go with {self.protocol}, which carries no hostname",
                allowed="a hostname with HTTP, HTTPS and TLS",
                fix="leave it out",
            )
        if self.secret is not None:
            reference_to(f"{where}: secret", self.secret, "Secret")
        refuse_too_many(f"{where}: options", options, MAX_OPTIONS)
        for key, value in options.items():
            text_of(f"{where}: options[{key!r}]", value, MAX_OPTION_VALUE)
        keep(self, options=options)

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
        secret: ObjectReference | None = None,
        options: Mapping[str, str] | None = None,
        allowed_routes: AllowedRoutes | None = None,
    ) -> "Listener":
        """A listener that terminates TLS; routes of the Gateway's namespace may attach unless said otherwise."""
        return cls(
            name=name,
            protocol="HTTPS",
            port=port,
            hostname=hostname,
            secret=secret,
            options={} if options is None else options,
            allowed_routes=or_same(allowed_routes),
        )

    @classmethod
    def tls_passthrough(
        cls, name: str, *, hostname: str | None = None, port: int = 443, allowed_routes: AllowedRoutes | None = None
    ) -> "Listener":
        """A listener that hands TLS connections on unopened, by the server name they ask for, to TLSRoutes.

        Cilium has no listener that terminates TLS for TLSRoutes: it refuses mode Terminate with protocol TLS.
        """
        return cls(name=name, protocol="TLS", port=port, hostname=hostname, allowed_routes=or_same(allowed_routes))

    @classmethod
    def tcp(cls, name: str, *, port: int, allowed_routes: AllowedRoutes | None = None) -> "Listener":
        """A listener for TCP connections of any protocol, for one TCPRoute."""
        return cls(name=name, protocol="TCP", port=port, allowed_routes=or_same(allowed_routes))

    @classmethod
    def udp(cls, name: str, *, port: int, allowed_routes: AllowedRoutes | None = None) -> "Listener":
        """A listener for UDP, for one UDPRoute."""
        return cls(name=name, protocol="UDP", port=port, allowed_routes=or_same(allowed_routes))

    @property
    def route_kinds(self) -> tuple[str, ...]:
        """The kinds of route that may attach."""
        return tuple(self.allowed_routes.kinds) or KINDS_OF_PROTOCOL[self.protocol]

    def spec(self, owner: str) -> dict[str, Any]:
        """Return the listener in the API's form, with every default written out; `owner` is whose listener it is."""
        tls: dict[str, Any] | None = None
        if self.protocol == "TLS":
            tls = {"mode": "Passthrough"}
        if self.protocol == "HTTPS":
            reference = self.certificate(owner).spec()
            tls = {"mode": "Terminate", "certificateRefs": [reference], "options": dict(self.options) or None}
        return {
            "name": self.name,
            "protocol": self.protocol,
            "port": self.port,
            "hostname": self.hostname,
            "tls": tls,
            "allowedRoutes": self.allowed_routes.spec(),
        }

    def certificate(self, owner: str) -> Reference:
        """Return the reference to the Secret with this listener's certificate."""
        named = f"{owner}-{self.name}-tls" if self.secret is None else self.secret
        return reference_to(f"Listener {self.name}: secret", named, "Secret")


class OwnedListener(NamedTuple):
    """A listener, the Gateway or ListenerSet that has it, and the domain that it was made for."""

    owner: Identity
    listener: Listener
    domain: Domain | None = None


@dataclass(frozen=True, kw_only=True)
class GatewayListener:
    """A listener of a certain Gateway or ListenerSet, `owner`: what a route's parent_refs hold."""

    owner: Identity
    listener: Listener
    domain: Domain | None = None
    siblings: tuple[Listener, ...] = ()
    """The Gateway's other listeners on the same port, those of its ListenerSets among them."""

    how_to_write: ClassVar[str] = "gateway.https('NAME')"

    def __post_init__(self) -> None:
        instance("GatewayListener.owner", self.owner, Identity)
        one_of("GatewayListener.owner.kind", self.owner.kind, ("Gateway", "ListenerSet"))
        dns_subdomain("GatewayListener.owner.name", self.owner.name)
        dns_label("GatewayListener.owner.namespace", self.owner.namespace)
        instance("GatewayListener.listener", self.listener, Listener)
        if self.domain is not None:
            instance("GatewayListener.domain", self.domain, Domain)
        keep(self, siblings=instances("GatewayListener.siblings", self.siblings, Listener, at_most=MAX_SIBLINGS))

    def __str__(self) -> str:
        return f"listener {self.listener.name} of {self.owner}"

    @property
    def namespace(self) -> str:
        """The namespace of the Gateway or ListenerSet."""
        return str(self.owner.namespace)

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
            "kind": self.owner.kind,
            "namespace": self.owner.namespace,
            "name": self.owner.name,
            "sectionName": self.listener.name,
        }
