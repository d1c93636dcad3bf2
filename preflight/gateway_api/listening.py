"""Listening: which table or listener of a Gateway takes what arrives at a port.

Source: Gateway API v1.6.1, the doc comments of Listener; cilium/cilium,
operator/pkg/model/translation/cec_translator.go for the ports that share one listener of Envoy.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from preflight.gateway_api.hostnames import HostnameIndex, suffixes
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.tables import Isolation, RouteTable


class GatewayListeners:
    """The listeners of a Gateway that are served, with those of its ListenerSets, in their order."""

    def __init__(self, key: NamespacedName, listeners: Sequence[ListenerStatus], semantics: Semantics) -> None:
        """Sort the listeners by port and protocol."""
        self.key = key
        self.listeners = listeners
        self.semantics = semantics
        self._isolation = Isolation(listeners, semantics)
        self._tables: dict[tuple[str, int | str], RouteTable] = {}

    @cached_property
    def ports(self) -> frozenset[int]:
        """All ports at which something answers TCP."""
        return frozenset(each.listener.port for each in self.listeners if each.listener.protocol != "UDP")

    def on(self, port: int, *protocols: str) -> list[ListenerStatus]:
        """Return the listeners of some protocols on a port."""
        return [each for each in self.listeners if each.listener.port == port and each.listener.protocol in protocols]

    def table(self, listener: ListenerStatus) -> RouteTable:
        """Return the routes among which a request that a listener takes is looked up."""
        protocol, port = listener.listener.protocol, listener.listener.port
        if not self.semantics.shared_http_table:
            return self._table(("", str(listener.key)), [listener])
        if protocol == "HTTPS" and self.is_apart:
            return self._table((protocol, port), self.on(port, protocol))
        if protocol == "TLS" and len(self._ports("TLS")) > 1:
            return self._table((protocol, port), self.on(port, protocol))
        return self._table((protocol, 0), [each for each in self.listeners if each.listener.protocol == protocol])

    @cached_property
    def is_apart(self) -> bool:
        """Whether the HTTPS ports of Cilium are listeners of Envoy of their own, instead of one for all ports."""
        if not self.semantics.https_ports_apart:
            return False
        if len(self._ports("HTTPS")) > 1 or len(self._ports("TLS")) > 1:
            return True
        passed: HostnameIndex[ListenerStatus] = HostnameIndex()
        for each in self.listeners:
            if each.listener.protocol == "TLS":
                passed.add(each.listener.hostname, each)
        names = (each.listener.hostname for each in self.listeners if each.listener.protocol == "HTTPS")
        return any(True for name in names for _ in passed.meeting(name))

    def is_combined(self, port: int) -> bool:
        """Say whether a port is one of those at which Cilium takes requests with and without TLS alike."""
        return self.semantics.shared_http_table and not self.is_apart and bool(self.on(port, "HTTP", "HTTPS", "TLS"))

    def plain(self, port: int) -> list[ListenerStatus]:
        """Return the listeners among which one is chosen by the Host of a request without TLS."""
        if self.is_combined(port) or (self.semantics.shared_http_table and self.on(port, "HTTP")):
            return [each for each in self.listeners if each.listener.protocol == "HTTP"]
        return self.on(port, "HTTP")

    def secure(self, port: int) -> list[ListenerStatus]:
        """Return the listeners among which one is chosen by the name that a client asks for in its TLS handshake."""
        if self.is_combined(port):
            return [each for each in self.listeners if each.listener.protocol in ("HTTPS", "TLS")]
        return self.on(port, "HTTPS", "TLS")

    def _ports(self, protocol: str) -> set[int]:
        return {each.listener.port for each in self.listeners if each.listener.protocol == protocol}

    def _table(self, key: tuple[str, int | str], listeners: Iterable[ListenerStatus]) -> RouteTable:
        found = self._tables.get(key)
        if found is None:
            order = self._order
            placed = [(order[each.key], each) for each in listeners]
            found = self._tables[key] = RouteTable(placed, self._isolation)
        return found

    @cached_property
    def _order(self) -> Mapping[object, int]:
        return {each.key: number for number, each in enumerate(self.listeners)}


def most_specific(host: str, listeners: Iterable[ListenerStatus]) -> ListenerStatus | None:
    """Return the listener with the most specific hostname that matches a host; of several the first."""
    by_name: dict[str, ListenerStatus] = {}
    for each in listeners:
        by_name.setdefault(each.listener.hostname, each)
    return next((by_name[name] for name in suffixes(host) if name in by_name), None)
