"""Tables: which routes a listener has for each hostname.

In the specification a listener has a table of its own; Cilium has one for all HTTP listeners of a Gateway, and one or
more for its HTTPS listeners. Source: cilium/cilium, operator/pkg/model/helpers.go for the isolation of listeners there.
"""

from collections.abc import Collection, Iterator, Sequence

from preflight.gateway_api.entries import Attachment
from preflight.gateway_api.hostnames import covers, intersection, suffixes
from preflight.gateway_api.objects import Route
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.virtual_hosts import VirtualHost


class RouteTable:
    """The routes of one or more listeners by hostname: wildcards as they are written, empty for any."""

    def __init__(self, listeners: Sequence[tuple[int, ListenerStatus]], gateway: "Isolation") -> None:
        """Read the routes of listeners, each with its place in the Gateway; `gateway` says whose hostnames are whose.

        What is made of the routes of a hostname waits for the first request to it.
        """
        self.listeners = listeners
        self._semantics = gateway.semantics
        self._attachments: dict[str, list[Attachment]] = {}
        self._isolated: dict[str, list[Attachment]] = {}
        self._hosts: dict[str, VirtualHost] = {}
        for order, listener in listeners:
            for route in listener.attached:
                attachment = Attachment(route, listener, order)
                for hostname, is_isolated in gateway.split(route, listener):
                    found = self._isolated if is_isolated else self._attachments
                    found.setdefault(hostname, []).append(attachment)

    @property
    def hostnames(self) -> Collection[str]:
        """The hostnames that have routes."""
        return self._attachments.keys()

    def attachments(self, hostname: str) -> Sequence[Attachment]:
        """Return the routes of one hostname."""
        return self._attachments.get(hostname, ())

    def matching(self, host: str) -> Iterator[str]:
        """Yield the hostnames with routes that match a host, the most specific first."""
        return (hostname for hostname in suffixes(host) if hostname in self._attachments)

    def isolated(self, host: str) -> Iterator[tuple[str, Attachment]]:
        """Yield the hostnames for a host that routes have, but not here, since another listener takes them."""
        return ((hostname, each) for hostname in suffixes(host) for each in self._isolated.get(hostname, ()))

    def virtual_host(self, hostname: str) -> VirtualHost:
        """Return the entries of one of the hostnames."""
        found = self._hosts.get(hostname)
        if found is None:
            found = self._hosts[hostname] = VirtualHost(hostname, self._attachments[hostname], self._semantics)
        return found


class Isolation:
    """Which hostnames a route has on a listener of one Gateway."""

    def __init__(self, listeners: Sequence[ListenerStatus], semantics: Semantics) -> None:
        """Read the hostnames of all listeners of a Gateway."""
        self.semantics = semantics
        self._by_protocol: dict[str, set[str]] = {}
        for each in listeners:
            if each.listener.hostname:
                self._by_protocol.setdefault(each.listener.protocol, set()).add(each.listener.hostname)

    def hostnames(self, route: Route, listener: ListenerStatus) -> Iterator[str]:
        """Yield the hostnames under which a route gets requests by way of a listener."""
        return (hostname for hostname, is_isolated in self.split(route, listener) if not is_isolated)

    def split(self, route: Route, listener: ListenerStatus) -> Iterator[tuple[str, bool]]:
        """Yield the hostnames of a route on a listener, each with whether a more specific listener takes it instead.

        In the specification they are those of the route itself, whose length counts; the listener is chosen before.
        In Cilium they are those that both match.
        """
        own = listener.listener.hostname
        if not self.semantics.shared_http_table:
            yield from ((each, False) for each in route.hostnames or ("",) if intersection(own, each) is not None)
            return
        for hostname in route.hostnames:
            common = intersection(own, hostname)
            if common is not None:
                yield common, common != own and self._is_taken(hostname, listener)
        if not route.hostnames:
            yield own, False

    def _is_taken(self, hostname: str, listener: ListenerStatus) -> bool:
        """Say whether another listener of the protocol, whatever its port, is the one for a hostname."""
        own, protocol = listener.listener.hostname, listener.listener.protocol
        others = self._by_protocol.get(protocol)
        if not others:
            return False
        if hostname != own and hostname in others:
            return True
        return any(
            other != own and len(other) > len(own) and other in others and covers(other, hostname)
            for other in suffixes(hostname)
            if other.startswith("*.")
        )
