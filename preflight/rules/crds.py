"""CustomResourceDefinitions of the Gateway API, and the versions that Cilium reads.

Source: cilium/cilium, operator/pkg/gateway-api (the kinds that it asks the API server for when it starts).
"""

from collections.abc import Iterator, Mapping

from preflight.cluster import Version
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import GATEWAY_GROUP
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import listed, shown

Versions = Mapping[str, str]

REMOVED: Mapping[str, str] = {
    "CiliumBGPPeeringPolicy": "Write a CiliumBGPClusterConfig, with a CiliumBGPPeerConfig and a "
    "CiliumBGPAdvertisement.",
    "CiliumBGPLoadBalancerIPPool": "Write a CiliumLoadBalancerIPPool.",
}
"""Kinds of Cilium that 1.19 and 1.20 do not have any longer, with what there is instead."""

REQUIRED: Mapping[str, Versions] = {
    "1.20": {
        "GatewayClass": "v1",
        "Gateway": "v1",
        "HTTPRoute": "v1",
        "GRPCRoute": "v1",
        "TLSRoute": "v1",
        "ReferenceGrant": "v1",
        "BackendTLSPolicy": "v1",
    },
    "1.19": {"GatewayClass": "v1", "Gateway": "v1", "HTTPRoute": "v1", "GRPCRoute": "v1", "ReferenceGrant": "v1beta1"},
}
"""Without one of these the operator serves no Gateway at all."""
OPTIONAL: Mapping[str, Versions] = {
    "1.20": {"ListenerSet": "v1", "TCPRoute": "v1", "UDPRoute": "v1"},
    "1.19": {"TLSRoute": "v1alpha2"},
}
"""Without one of these the operator serves everything but the kind."""
FIRST_SERVED: Mapping[str, tuple[int, int]] = {
    "TLSRoute": (1, 5),
    "ReferenceGrant": (1, 5),
    "BackendTLSPolicy": (1, 4),
    "ListenerSet": (1, 5),
    "TCPRoute": (1, 6),
    "UDPRoute": (1, 6),
}
"""The version of the Gateway API that serves a kind as v1 for the first time."""
NO_LONGER_SERVED: Mapping[tuple[str, str], tuple[int, int]] = {("TLSRoute", "v1alpha2"): (1, 5)}
"""The version of the Gateway API that serves a kind no longer in an older version."""
FITTING = {"1.20": "v1.6.1", "1.19": "v1.4.1"}
"""The version of the Gateway API that fits."""


def unserved_versions(given: Input) -> Iterator[Finding]:
    """Yield a finding for each CRD of the Gateway API that does not serve the version that Cilium reads.

    Where the cluster file says which version of the Gateway API is installed, that counts as well.
    """
    yield from _of_cluster(given)
    cilium = given.facts.cilium
    required, optional = REQUIRED[cilium], OPTIONAL[cilium]
    for manifest in given.of("apiextensions.k8s.io", "CustomResourceDefinition"):
        spec = manifest.data.get("spec") or {}
        kind = str((spec.get("names") or {}).get("kind"))
        needed = required.get(kind) or optional.get(kind)
        if spec.get("group") != GATEWAY_GROUP or needed is None:
            continue
        served = [each["name"] for each in spec.get("versions") or () if each.get("served")]
        if needed not in served:
            yield _unserved(manifest, kind, needed, served, cilium=cilium, required=kind in required)


def _of_cluster(given: Input) -> Iterator[Finding]:
    """Yield the findings on the Gateway API of the cluster, which may be older or newer than what Cilium reads.

    One is at the first Gateway, where Cilium serves none at all; else one is at the first route of each kind that it
    does not serve. Gateways and routes of others are none of its.
    """
    installed, cilium, prediction = given.facts.gateway_api, given.facts.cilium, given.prediction
    if installed is None or not prediction.gateways:
        return
    unserved = [kind for kind, version in REQUIRED[cilium].items() if not _serves(installed, kind, version)]
    if unserved:
        manifest = prediction.objects.gateways[prediction.gateways[0].key].manifest
        fix = f"Install the Gateway API {FITTING[cilium]}."
        yield _of_version(manifest, given, f"v1 of {listed(unserved)}", "it serves no Gateway at all", fix)
        return
    first = {each.route.kind: each.route.manifest for each in reversed(prediction.routes) if each.parents}
    for kind, version in OPTIONAL[cilium].items():
        if kind in first and not _serves(installed, kind, version):
            what, channel = f"{version} of {shown(kind)}", "" if version == "v1" else ", from its experimental channel"
            fix = f"Install the Gateway API {FITTING[cilium]}{channel}."
            yield _of_version(first[kind], given, what, f"it serves no {kind}", fix)


def _serves(installed: Version, kind: str, version: str) -> bool:
    """Say whether a version of the Gateway API serves a version of a kind, in one of its channels."""
    if version == "v1":
        return installed.at_least(*FIRST_SERVED.get(kind, (1, 1))) is not False
    until = NO_LONGER_SERVED.get((kind, version))
    return until is None or not installed.at_least(*until)


def _of_version(manifest: Manifest, given: Input, what: str, becomes: str, fix: str) -> Finding:
    reason = (
        f"The Gateway API {given.facts.gateway_api} of the cluster does not serve {what}, which Cilium "
        f"{given.facts.cilium} reads: {becomes}."
    )
    return found(manifest, "GH318", ("apiVersion",), reason, fix)


def _unserved(manifest: Manifest, kind: str, needed: str, served: list[str], *, cilium: str, required: bool) -> Finding:
    becomes = "serves no Gateway at all" if required else f"serves no {kind}"
    has = f"serves {listed(served)} only" if served else "serves no version"
    reason = (
        f"Cilium {cilium} reads {kind} in {shown(needed)}, and the CustomResourceDefinition {has}: Cilium {becomes}."
    )
    fix = f"Install the Gateway API {FITTING[cilium]}, or name another version of Cilium with --target."
    return found(manifest, "GH318", ("spec", "versions"), reason, fix)


def removed_kinds(given: Input) -> Iterator[Finding]:
    """Yield a finding for each object of a kind that Cilium has removed."""
    for manifest in given.written.manifests:
        group, kind, *_ = manifest.key
        if group == "cilium.io" and kind in REMOVED:
            reason = f"Cilium {given.facts.cilium} has no {kind} any longer, and takes no notice of an old one."
            yield found(manifest, "GH323", ("kind",), reason, REMOVED[kind])
