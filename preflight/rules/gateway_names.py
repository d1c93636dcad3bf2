"""Names: of Gateways, and of the Services that Cilium makes for them."""

from collections.abc import Iterator, Mapping
from typing import Any

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_service_names import MAX_NAME, OWNING_GATEWAY, SERVICE_PREFIX, service_name
from preflight.rules.input import Input
from preflight.values import shown

SELECTING = (
    "CiliumLoadBalancerIPPool",
    "CiliumL2AnnouncementPolicy",
    "CiliumBGPAdvertisement",
    "CiliumNetworkPolicy",
    "CiliumClusterwideNetworkPolicy",
)
"""Kinds of Cilium with selectors of Services."""


def dotted_names(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway whose name no Service can have part of."""
    for status in given.prediction.gateways:
        if "." in status.key.name:
            manifest = given.prediction.objects.gateways[status.key].manifest
            reason = (
                f"Cilium makes a Service {shown(service_name(status.key.name))} for it, which Kubernetes refuses: the "
                "name "
                "of a Service has no dots."
            )
            fix = f"Name it {shown(status.key.name.replace('.', '-'))}."
            yield found(manifest, "GH314", ("metadata", "name"), reason, fix)


def taken_names(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service of ours with the name of the one that is made for a Gateway."""
    names = {
        (status.key.namespace, service_name(status.key.name)): status.key.name for status in given.prediction.gateways
    }
    for manifest in given.of("", "Service"):
        gateway = names.get((manifest.key.namespace or "", manifest.key.name))
        labels = (manifest.data.get("metadata") or {}).get("labels") or {}
        assigned = ((manifest.data.get("status") or {}).get("loadBalancer") or {}).get("ingress")
        if gateway is not None and OWNING_GATEWAY not in labels and not assigned:
            reason = (
                f"Cilium makes a Service of this name for Gateway {shown(gateway)}: it takes over this one, without a "
                "look "
                "at who made it, and changes its ports."
            )
            yield found(
                manifest, "GH316", ("metadata", "name"), reason, f"Do not start its name with {SERVICE_PREFIX}."
            )


def uncut_names(given: Input) -> Iterator[Finding]:
    """Yield a finding for each selector with a name of a Gateway's Service that is too long to be its name."""
    names = {
        SERVICE_PREFIX + status.key.name: service_name(status.key.name)
        for status in given.prediction.gateways
        if len(SERVICE_PREFIX + status.key.name) > MAX_NAME
    }
    if not names:
        return
    for kind in SELECTING:
        for manifest in given.of("cilium.io", kind):
            for path, value in _strings(manifest.data.get("spec"), ("spec",)):
                if value in names:
                    reason = f"No Service has the name {shown(value)}: Cilium shortens it to {MAX_NAME} characters."
                    yield found(manifest, "GH315", path, reason, f"Write {shown(names[value])}.")


def _strings(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Yield all strings below a field, each with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            name = Key(key) if path[-1] == "matchLabels" else key
            yield from _strings(entry, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))
