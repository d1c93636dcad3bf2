"""HTTP/2 between clients, Gateways and backends, where a Helm value of Cilium switches it off."""

from collections.abc import Iterator

from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import NamespacedName
from preflight.rules.input import Input
from preflight.values import shown

PROTOCOLS = ("kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss")
"""Values of appProtocol that make a difference. Source: Gateway API, GEP-1911."""


def grpc_without_alpn(given: Input) -> Iterator[Finding]:
    """Yield a finding for each GRPCRoute on an HTTPS listener, where clients are not offered HTTP/2."""
    if given.facts.cilium_values.gateway_api.enable_alpn is not False:
        return
    seen: set[NamespacedName] = set()
    for status in (*given.prediction.gateways, *given.prediction.listener_sets):
        for each in status.listeners:
            for route in each.attached if each.listener.protocol == "HTTPS" and each.served else ():
                if route.kind == "GRPCRoute" and route.key not in seen:
                    seen.add(route.key)
                    reason = (
                        f"Listener {shown(each.listener.name)} offers no HTTP/2 in its TLS handshake, which gRPC "
                        "needs: "
                        "gatewayAPI.enableAlpn is false."
                    )
                    fix = "Set gatewayAPI.enableAlpn to true in the values of Cilium."
                    yield found(route.manifest, "GH411", ("spec", "parentRefs"), reason, fix)


def unread_protocols(given: Input) -> Iterator[Finding]:
    """Yield a finding for each appProtocol of a backend of an HTTPRoute that Cilium does not read."""
    if given.facts.cilium_values.gateway_api.uses_app_protocol is not False:
        return
    used = {
        (backend.target.key, backend.port)
        for status in given.prediction.routes
        if status.route.kind == "HTTPRoute" and status.parents
        for rule in status.route.rules
        for backend in rule.backends
    }
    for manifest in given.of("", "Service"):
        key = NamespacedName(manifest.key.namespace or "", manifest.key.name)
        for index, port in enumerate((manifest.data.get("spec") or {}).get("ports") or ()):
            if port.get("appProtocol") in PROTOCOLS and (key, port["port"]) in used:
                reason = (
                    f"Cilium does not look at {shown(port['appProtocol'])} and speaks HTTP/1.1 to the Service: "
                    "gatewayAPI.enableAppProtocol is false."
                )
                fix = "Set gatewayAPI.enableAppProtocol to true in the values of Cilium."
                yield found(manifest, "GH412", ("spec", "ports", index, "appProtocol"), reason, fix)
