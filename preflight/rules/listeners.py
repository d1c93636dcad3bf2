"""Listeners: those without routes, and combinations that the controller accepts and cannot serve."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from preflight.finding import Finding
from preflight.gateway_api.findings.located import found, manifest_of
from preflight.gateway_api.objects import GATEWAY_GROUP, ROUTE_KINDS, NamespacedName
from preflight.gateway_api.prediction import GatewayStatus, ListenerStatus, Prediction
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import listed, shown

TLS_PROTOCOLS = ("HTTPS", "TLS")


def idle_listeners(given: Input) -> Iterator[Finding]:
    """Yield a finding for each listener that is served and that no route names, where there are routes at all.

    Of a route that names it and is not attached, the reason is a finding already; one that admission has rejected may
    be such a route.
    """
    named = {
        (parent.target.kind, parent.target.key, parent.section_name, parent.port)
        for route in given.prediction.objects.routes
        for parent in route.parents
    }
    if not named or given.snapshot.rejected.some(GATEWAY_GROUP, *ROUTE_KINDS):
        return
    for status, each in _with_owner(given.prediction):
        listener = each.listener
        ways = product((None, listener.name), (None, listener.port))
        if each.served and not any((status.kind, status.key, *way) in named for way in ways):
            reason = f"No route among the manifests is attached to listener {shown(listener.name)}."
            fix = "Attach a route, or leave the listener out."
            yield found(manifest_of(status, given.prediction), "GH310", listener.path, reason, fix)


def mixed_ports(given: Input) -> Iterator[Finding]:
    """Yield a finding for each port of a Gateway that has listeners of HTTP as well as of HTTPS or TLS."""
    for listeners in _by_gateway(given.prediction).values():
        for port, on_port in _by_port(listeners).items():
            plain = [each for each in on_port if each.listener.protocol == "HTTP"]
            secure = [each for each in on_port if each.listener.protocol in TLS_PROTOCOLS]
            if plain and secure:
                manifest = manifest_of_listener(plain[0], given.prediction)
                names = listed([each.listener.name for each in (*plain, *secure)])
                reason = (
                    f"Listeners {names} have port {port}, some with and some without TLS; Cilium accepts them and does "
                    "not say which of them gets a connection."
                )
                fix = "Give the listeners without TLS another port."
                yield found(manifest, "GH312", (*plain[0].listener.path, "port"), reason, fix)


def certificates_of_listeners(given: Input) -> Iterator[Finding]:
    """Yield a finding for each HTTPS listener that does not refer to one certificate."""
    for status, each in _with_owner(given.prediction):
        number = len(each.listener.certificates)
        if each.listener.protocol != "HTTPS" or each.listener.tls_mode != "Terminate" or number == 1:
            continue
        if number:
            reason = (
                f"Listener {shown(each.listener.name)} has {number} certificates: for each of them Envoy gets a filter "
                "chain for the same names, and refuses them all."
            )
            fix = "Refer to one certificate, with all names; or write a listener for each, with its hostname."
        else:
            reason = f"Listener {shown(each.listener.name)} terminates TLS and has no certificate."
            fix = "Refer to the Secret with its certificate."
        manifest = manifest_of(status, given.prediction)
        yield found(manifest, "GH313", (*each.listener.path, "tls", "certificateRefs"), reason, fix)


def dropped_listeners(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway that Cilium 1.20 leaves without any listener.

    That is one with HTTPS and TLS passthrough on one port, and passthrough on another port as well.
    """
    if given.facts.cilium != "1.20":
        return
    for listeners in _by_gateway(given.prediction).values():
        passed = [each for each in listeners if each.listener.protocol == "TLS"]
        ports = {each.listener.port for each in passed}
        both = [each for each in passed if any(_is_https_on(other, each.listener.port) for other in listeners)]
        if len(ports) > 1 and both:
            reason = (
                f"Ports {listed(sorted(ports))} pass TLS through, and port {both[0].listener.port} has HTTPS as well: "
                "Cilium 1.20.0 drops the whole configuration of such a Gateway, though its status says Programmed."
            )
            fix = "Pass TLS through on one port, or on a Gateway of its own."
            manifest = manifest_of_listener(both[0], given.prediction)
            yield found(manifest, "GH317", (*both[0].listener.path, "port"), reason, fix)


def _is_https_on(status: ListenerStatus, port: int) -> bool:
    return status.listener.protocol == "HTTPS" and status.listener.port == port


def _with_owner(prediction: Prediction) -> Iterator[tuple[GatewayStatus, ListenerStatus]]:
    for status in (*prediction.gateways, *prediction.listener_sets):
        for listener in status.listeners:
            yield status, listener


def _by_gateway(prediction: Prediction) -> Mapping[NamespacedName, Sequence[ListenerStatus]]:
    """Return the listeners of each Gateway that are served, with those of its ListenerSets."""
    gathered: dict[NamespacedName, list[ListenerStatus]] = {}
    for _, listener in _with_owner(prediction):
        if listener.served:
            gathered.setdefault(listener.gateway, []).append(listener)
    return gathered


def _by_port(listeners: Sequence[ListenerStatus]) -> Mapping[int, Sequence[ListenerStatus]]:
    gathered: dict[int, list[ListenerStatus]] = {}
    for each in listeners:
        gathered.setdefault(each.listener.port, []).append(each)
    return gathered


def manifest_of_listener(status: ListenerStatus, prediction: Prediction) -> Manifest:
    """Return the manifest that a listener is in."""
    objects = prediction.objects
    owners = objects.gateways if status.key.kind == "Gateway" else objects.listener_sets
    return owners[status.key.parent].manifest
