"""Request: what a client sends to a Gateway."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from preflight.gateway_api.objects import NamespacedName


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client sends; `scheme` is http, https, tls, tcp or udp.

    `sni` is the host where it is left out. For `grpc`, as `service/method`, the path and method follow from it.
    """

    scheme: str
    host: str
    """Without the port, in lower case; an address, if the client names one."""
    port: int
    path: str = "/"
    """As it is sent, without the query."""
    query: str = ""
    """As it is sent, without the question mark."""
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case; Host is not among them."""
    sni: str | None = None
    grpc: str | None = None
    gateway: NamespacedName | None = None
    """Which Gateway it is sent to; where it is left out, the one with `address`, or whichever would answer."""
    address: str | None = None
    """The IP address that it is sent to, where the client names one: `host` may be another, of a Host header."""
