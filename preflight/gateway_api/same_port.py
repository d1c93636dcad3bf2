"""Same port: the listeners of one port, and those among them that may conflict with another one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from preflight.gateway_api.hostnames import HostnameIndex
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS, Listener, NamespacedName

MODES = ("Terminate", "Passthrough", None)
OTHER_WITH_TLS = {"HTTPS": "TLS", "TLS": "HTTPS"}


class ListenerSource(NamedTuple):
    """A Gateway or ListenerSet with its listeners."""

    kind: str
    key: NamespacedName
    listeners: Sequence[Listener]
    created: str = ""
    """When a ListenerSet was; empty where the manifest does not say. A Gateway comes first whatever its age."""

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Placed(NamedTuple):
    """A listener, in the order in which those of its port were added."""

    order: int
    source: ListenerSource
    listener: Listener


class SamePort:
    """The listeners of one port, found by what they may have in common, so that not every pair is compared."""

    def __init__(self) -> None:
        self._count = 0
        self._alike: dict[tuple[str, ...], list[Placed]] = {}
        """The first two that are alike in some way: one of them may be the listener that is compared."""
        self._by_hostname: dict[tuple[str, str | None], HostnameIndex[Placed]] = {}
        """By protocol and TLS mode."""

    def add(self, source: ListenerSource, listener: Listener) -> None:
        """Add a listener."""
        placed = Placed(self._count, source, listener)
        self._count += 1
        for key in _own_keys(listener):
            alike = self._alike.setdefault(key, [])
            if len(alike) <= 1:
                alike.append(placed)
        index = self._by_hostname.setdefault((listener.protocol, listener.tls_mode), HostnameIndex())
        index.add(listener.hostname, placed)

    def candidates(self, listener: Listener) -> Iterator[Placed]:
        """Yield those that may conflict with a listener, of those that do so in one way the first; never itself."""
        for key in _keys_of_others(listener):
            yield from (each for each in self._alike.get(key, ()) if each.listener is not listener)
        protocol = OTHER_WITH_TLS.get(listener.protocol, "")
        for index in (self._by_hostname.get((protocol, mode)) for mode in MODES):
            yield from () if index is None else index.meeting(listener.hostname)


def _own_keys(listener: Listener) -> Iterator[tuple[str, ...]]:
    """Yield what listeners that conflict with this one look for."""
    yield "hostname", listener.protocol, listener.hostname
    yield from (("other than", protocol) for protocol in LAYER_4_PROTOCOLS if protocol != listener.protocol)
    if listener.protocol in LAYER_4_PROTOCOLS:
        yield "protocol", listener.protocol
    if listener.protocol == "TLS":
        yield "mode", str(listener.tls_mode)


def _keys_of_others(listener: Listener) -> Iterator[tuple[str, ...]]:
    """Yield what listeners that this one conflicts with have among their own keys."""
    yield "hostname", listener.protocol, listener.hostname
    if listener.protocol in LAYER_4_PROTOCOLS:
        yield from (("other than", protocol) for protocol in LAYER_4_PROTOCOLS if protocol != listener.protocol)
    else:
        yield from (("protocol", protocol) for protocol in LAYER_4_PROTOCOLS)
    if listener.protocol == "TLS":
        yield from (("mode", str(mode)) for mode in MODES if mode != listener.tls_mode)
