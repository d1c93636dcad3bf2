"""The listeners that a Gateway or ListenerSet has, for routes to attach to."""

from constructs_lib.checks import refused
from constructs_lib.gateway.allowed_listeners import AllowedListeners
from constructs_lib.gateway.domain import http_listener, https_apex_listener, https_listener
from constructs_lib.gateway.infrastructure import Infrastructure
from constructs_lib.gateway.listener import GatewayListener, OwnedListener
from constructs_lib.registry import Identity
from constructs_lib.selectors import gateway_service_labels, gateway_service_name


class ListenerLookup:
    """The listeners of a Gateway or ListenerSet, for routes to attach to."""

    identity: Identity
    merged: list[OwnedListener]
    """The listeners of the Gateway and of those of its ListenerSets that are defined so far."""

    @property
    def listeners(self) -> tuple[GatewayListener, ...]:
        """Every listener, in the order of the spec."""
        return tuple(self._with_siblings(entry) for entry in self._own())

    def listener(self, name: str) -> GatewayListener:
        """Return the listener with this name; raises ValueError if there is none."""
        for entry in self._own():
            if entry.listener.name == name:
                return self._with_siblings(entry)
        known = ", ".join(repr(entry.listener.name) for entry in self._own())
        raise refused(
            f"{self.identity}: listener", name, "is not one of its listeners", allowed=known, fix="write one of them"
        )

    def _own(self) -> list[OwnedListener]:
        """Return its own listeners, without those that it shares its ports with."""
        return [entry for entry in self.merged if entry.owner == self.identity]

    def _with_siblings(self, entry: OwnedListener) -> GatewayListener:
        """Return a listener with those beside it: ListenerSets that are defined later are not among them."""
        beside = [other.listener for other in self.merged if other is not entry]
        return GatewayListener(
            owner=entry.owner,
            listener=entry.listener,
            domain=entry.domain,
            siblings=tuple(other for other in beside if other.port == entry.listener.port),
        )


class GatewayLookup(ListenerLookup):
    """What routes, ListenerSets, pools and announcements need to know of a Gateway."""

    allowed_listeners: AllowedListeners
    infrastructure: Infrastructure

    @property
    def service_name(self) -> str:
        """The name of the Service that Cilium makes for the Gateway, in the Gateway's namespace."""
        return gateway_service_name(self.identity.name)

    @property
    def service_labels(self) -> dict[str, str]:
        """The labels that the selectors of pools and announcements see on that Service."""
        return gateway_service_labels(self.identity, self.infrastructure.labels)

    def http(self, domain: str) -> GatewayListener:
        """Return the HTTP listener of the domain with this name."""
        return self.listener(http_listener(domain))

    def https(self, domain: str) -> GatewayListener:
        """Return the HTTPS listener for the subdomains of the domain with this name."""
        return self.listener(https_listener(domain))

    def https_apex(self, domain: str) -> GatewayListener:
        """Return the HTTPS listener for the main domain itself, which a Domain with a `secret` and its apex has."""
        return self.listener(https_apex_listener(domain))
