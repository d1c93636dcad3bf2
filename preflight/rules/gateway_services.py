"""The Services of Gateways: what their class and their annotations ask for, and what comes of it."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from preflight.address_requests import IPS
from preflight.cilium.objects import SHARING_KEY, SHARING_NAMESPACES
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.gateway_api.classes import service_type
from preflight.gateway_api.findings.located import found
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.suggestions import nearest
from preflight.values import listed, shown

ALIASES = (IPS, SHARING_KEY, SHARING_NAMESPACES)
"""Annotations, each with the alias that counts only where it is not there."""
ANNOTATIONS = (*chain.from_iterable(ALIASES), "lbipam.cilium.io/sharing-permit-different-pods")
"""All that the allocator of addresses reads. Source: cilium/cilium, pkg/annotation/k8s.go."""
PREFIXES = ("lbipam.cilium.io/", "io.cilium/lb-ipam-")
VALUES: Mapping[str, tuple[str, ...]] = {
    "externalTrafficPolicy": ("Cluster", "Local"),
    "ipFamilyPolicy": ("SingleStack", "PreferDualStack", "RequireDualStack"),
    "trafficDistribution": ("PreferClose", "PreferSameZone", "PreferSameNode"),
}
"""What a Service can have, of the fields that the CRD does not limit."""
FAMILIES = ("IPv4", "IPv6")


def class_values(given: Input) -> Iterator[Finding]:
    """Yield a finding for each value of a CiliumGatewayClassConfig that Kubernetes refuses for the Service."""
    for manifest in given.of("cilium.io", "CiliumGatewayClassConfig"):
        service = (manifest.data.get("spec") or {}).get("service") or {}
        path: FieldPath = ("spec", "service")
        for field, allowed in VALUES.items():
            value = service.get(field)
            if value is not None and value not in allowed:
                yield _refused(manifest, (*path, field), value, allowed)
        for index, family in enumerate(service.get("ipFamilies") or ()):
            if family not in FAMILIES:
                yield _refused(manifest, (*path, "ipFamilies", index), family, FAMILIES)


def _refused(manifest: Manifest, path: FieldPath, value: object, allowed: tuple[str, ...]) -> Finding:
    near = nearest(str(value), list(allowed))
    reason = (
        f"{shown(value)} is not one of {listed(allowed)}: the CRD takes it, and Kubernetes then refuses the Service of "
        "each Gateway of the class."
    )
    return found(
        manifest, "GH319", path, reason, f"Write {shown(near)}." if near else f"Write {listed(allowed, 'or')}."
    )


def idle_addresses(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway with static addresses whose Service is of type NodePort, by whatever cause."""
    objects = given.prediction.objects
    for status in given.prediction.gateways:
        gateway = objects.gateways[status.key]
        if not gateway.addresses:
            continue
        if given.facts.cilium_values.gateway_api.host_network:
            reason = "With host networking, the addresses are ignored, and the status has those of nodes."
            yield found(gateway.manifest, "GH551", ("spec", "addresses"), reason, "Leave the addresses out.")
        elif service_type(objects.gateway_classes[gateway.class_name], objects) == "NodePort":
            reason = (
                f"GatewayClass {shown(gateway.class_name)} makes Services of type NodePort: the addresses are "
                "ignored, and "
                "the status has those of nodes."
            )
            fix = "Leave the addresses out, or use a class with type LoadBalancer."
            yield found(gateway.manifest, "GH551", ("spec", "addresses"), reason, fix)


def idle_annotations(given: Input) -> Iterator[Finding]:
    """Yield a finding for each annotation about addresses that nobody reads, on Services and on Gateways."""
    for manifest in given.of("", "Service"):
        yield from _unknown(manifest, ("metadata", "annotations"))
        yield from _passed_over(manifest, ("metadata", "annotations"))
    for status in given.prediction.gateways:
        manifest = given.prediction.objects.gateways[status.key].manifest
        yield from _unknown(manifest, ("spec", "infrastructure", "annotations"))
        yield from _passed_over(manifest, ("spec", "infrastructure", "annotations"))
        for key in _about_addresses(manifest, ("metadata", "annotations")):
            reason = (
                "The annotations of a Gateway are not copied to its Service, where the allocator of addresses looks."
            )
            fix = "Move it to spec.infrastructure.annotations."
            yield found(manifest, "GH550", ("metadata", "annotations", Key(key)), reason, fix)


def _unknown(manifest: Manifest, path: FieldPath) -> Iterator[Finding]:
    for key in _about_addresses(manifest, path):
        if key not in ANNOTATIONS:
            near = nearest(key, list(ANNOTATIONS))
            reason = f"Cilium knows no annotation {shown(key)}, so that it does nothing."
            fix = f"Write {near}." if near else f"Write {IPS[0]} to ask for addresses; a pool selects by labels."
            yield found(manifest, "GH550", (*path, Key(key)), reason, fix)


def _passed_over(manifest: Manifest, path: FieldPath) -> Iterator[Finding]:
    """Yield a finding for each alias of an annotation that is there too, and says something else."""
    annotations = _values_at(manifest, path)
    for key, alias in ALIASES:
        if key in annotations and annotations.get(alias, annotations[key]) != annotations[key]:
            reason = f"It is an alias of {key}, which is there too: Cilium reads that one alone."
            yield found(manifest, "GH550", (*path, Key(alias)), reason, f"Write what is meant into {key}.")


def _about_addresses(manifest: Manifest, path: FieldPath) -> list[str]:
    """Return the keys of the annotations about addresses below a path."""
    return [key for key in _values_at(manifest, path) if key.startswith(PREFIXES)]


def _values_at(manifest: Manifest, path: FieldPath) -> Mapping[str, Any]:
    """Return the map at a path; an empty one where there is none."""
    value: Mapping[str, Any] = manifest.data
    for part in path:
        value = value.get(str(part)) or {}
    return value
