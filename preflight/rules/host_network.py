"""Host networking: the listeners of Gateways bind ports of the nodes themselves.

Source: Cilium's documentation, network/servicemesh/gateway-api/host-network-mode.
"""

from collections.abc import Iterator

from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.prediction import ListenerStatus
from preflight.rules.input import Input
from preflight.rules.listeners import manifest_of_listener
from preflight.values import shown

FIRST_UNPRIVILEGED = 1024


def unbound_listeners(given: Input) -> Iterator[Finding]:
    """Yield a finding for each listener whose port another Gateway has as well; those of TCP and UDP are not served."""
    first: dict[int, ListenerStatus] = {}
    for each in _served(given):
        port = each.listener.port
        other = first.setdefault(port, each)
        if other.gateway != each.gateway:
            reason = (
                f"Listener {shown(other.listener.name)} of Gateway {other.gateway} has port {port} as well, and with "
                "host networking both bind it on the same nodes: one of them fails."
            )
            manifest = manifest_of_listener(each, given.prediction)
            yield found(manifest, "GH321", (*each.listener.path, "port"), reason, "Give each Gateway other ports.")


def privileged_ports(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway with a port that takes a capability to bind, at the first such listener."""
    seen = set()
    for each in _served(given):
        if each.listener.port < FIRST_UNPRIVILEGED and each.gateway not in seen:
            seen.add(each.gateway)
            reason = (
                f"With host networking, Envoy binds port {each.listener.port} itself, which takes the capability "
                "NET_BIND_SERVICE for ports below 1024."
            )
            fix = "Use a higher port, or give Envoy the capability (envoy.securityContext.capabilities)."
            manifest = manifest_of_listener(each, given.prediction)
            yield found(manifest, "GH322", (*each.listener.path, "port"), reason, fix)


def _served(given: Input) -> Iterator[ListenerStatus]:
    """Yield the listeners that are served, where host networking is known to be on."""
    if given.facts.cilium_values.gateway_api.host_network:
        for status in (*given.prediction.gateways, *given.prediction.listener_sets):
            yield from (each for each in status.listeners if each.served)
