"""The traffic policy Local of Gateways that are announced on layer 2."""

from collections.abc import Iterator

from preflight.cluster import ClusterFacts
from preflight.finding import Finding
from preflight.gateway_api.classes import CONFIG
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import GatewayClass
from preflight.gateway_api.referenced import key_of, spec_of
from preflight.rules.input import Input
from preflight.snapshot import Manifest

PATH = ("spec", "service", "externalTrafficPolicy")
SINCE = (1, 20, 2)
"""The version that lets only nodes with a backend of their own announce, which no node has for a Gateway."""
NOBODY = "no node announces a Gateway on layer 2"
ANYBODY = "any node announces a Gateway on layer 2, and drops the requests for which it has no backend"
ELSE = ("CiliumBGPAdvertisement", "CiliumBGPClusterConfig")
"""Kinds with which addresses are announced in another way, to which this does not apply."""


def local_on_layer_2(given: Input) -> Iterator[Finding]:
    """Yield a finding for each class with policy Local whose Gateways nothing but layer 2 announces.

    Where the Helm value says so instead, it is found at each Gateway that has it. Where L2 announcements are off, that
    is a finding of its own.
    """
    if given.facts.cilium_values.l2_announcements is False:
        return
    announces = [
        each
        for each in given.of("cilium.io", "CiliumL2AnnouncementPolicy")
        if (each.data.get("spec") or {}).get("loadBalancerIPs")
    ]
    if not announces or any(given.of("cilium.io", kind) for kind in ELSE):
        return
    becomes = _becomes(given.facts)
    for manifest in given.of(*CONFIG):
        gateways = _gateways_of(manifest, given)
        if gateways and (spec_of(manifest).get("service") or {}).get("externalTrafficPolicy") == "Local":
            reason = f"{becomes} Nothing else announces Gateway {' and '.join(gateways)}."
            yield found(manifest, "GH320", PATH, reason, "Write Cluster.")
    if given.facts.cilium_values.gateway_api.external_traffic_policy == "Local":
        yield from _by_value(becomes, given)


def _gateways_of(config: Manifest, given: Input) -> list[str]:
    """Return the Gateways whose Services of type LoadBalancer a class configuration describes."""
    service = spec_of(config).get("service")
    if not service or service.get("type", "LoadBalancer") != "LoadBalancer":
        return []
    objects = given.prediction.objects
    classes = {name for name, each in objects.gateway_classes.items() if _config_of(each) == tuple(key_of(config))}
    return [str(key) for key, gateway in sorted(objects.gateways.items()) if gateway.class_name in classes]


def _config_of(gateway_class: GatewayClass) -> tuple[object, object] | None:
    parameters = gateway_class.parameters
    return None if parameters is None else (parameters.get("namespace"), parameters.get("name"))


def _by_value(becomes: str, given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway whose class leaves the policy to the Helm value."""
    objects = given.prediction.objects
    described = {name for config in given.of(*CONFIG) for name in _gateways_of(config, given)}
    for status in given.prediction.gateways:
        if str(status.key) not in described:
            manifest = objects.gateways[status.key].manifest
            reason = f"{becomes} The policy is the value gatewayAPI.externalTrafficPolicy of Cilium."
            fix = "Set the value to Cluster, or write spec.service.externalTrafficPolicy for the class."
            yield found(manifest, "GH320", ("spec", "gatewayClassName"), reason, fix)


def _becomes(facts: ClusterFacts) -> str:
    """Say what comes of the policy in the version of Cilium; of both, where its patch is not known."""
    match facts.cilium_version.at_least(*SINCE):
        case True:
            return f"With policy Local, {NOBODY}."
        case False:
            return f"With policy Local, {ANYBODY}."
        case _:
            return f"With policy Local, {NOBODY} since Cilium 1.20.2; up to 1.20.1, {ANYBODY}."
