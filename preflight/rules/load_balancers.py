"""Services of type LoadBalancer, as findings name them and point into them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from preflight.address_requests import IPS
from preflight.cilium.allocation import Assignment
from preflight.cilium.objects import LoadBalancer
from preflight.field_path import FieldPath, Key
from preflight.gateway_api.conditions import failed
from preflight.gateway_api.objects import GATEWAY_GROUP
from preflight.rules.input import Input
from preflight.values import series

CONDITIONS = ("Accepted", "Programmed")
UNUSABLE = ("UnsupportedAddress", "AddressNotUsable")
"""Reasons of these conditions that GH307 tells of."""
MAX_NAMED = 4
"""Services that a finding names one by one."""


def named(service: LoadBalancer) -> str:
    """Name a Service as its author knows it: that of a Gateway by the Gateway."""
    return str(service) if service.gateway is None else f"Gateway {service.namespace}/{service.gateway}"


def all_named(services: Iterable[LoadBalancer]) -> str:
    """Name Services, the first ones where there are many."""
    return series([named(service) for service in services], most=MAX_NAMED)


def annotations(service: LoadBalancer) -> Mapping[str, str]:
    """Return the annotations of a Service as they are written, for a Gateway those of its infrastructure."""
    value: Any = service.manifest.data
    for part in _annotations_path(service):
        value = value.get(part) or {}
    found: Mapping[str, str] = value
    return found


def annotation_path(service: LoadBalancer, keys: tuple[str, str]) -> FieldPath:
    """Return where an annotation that counts is, or its alias; where it would be if neither is there."""
    written = annotations(service)
    key = next((key for key in keys if key in written), None)
    return _annotations_path(service) if key is None else (*_annotations_path(service), Key(key))


def request_path(service: LoadBalancer) -> FieldPath:
    """Return where a Service asks for addresses."""
    if not any(key in annotations(service) for key in IPS):
        return ("spec", "addresses") if service.gateway is not None else ("spec", "loadBalancerIP")
    return annotation_path(service, IPS)


def is_service_rejected(given: Input) -> bool:
    """Say whether admission has rejected a Service, or what Cilium makes one for."""
    rejected = given.snapshot.rejected
    return rejected.some("", "Service") or rejected.some(GATEWAY_GROUP, "Gateway", "ListenerSet")


def handled(given: Input) -> Iterator[Assignment]:
    """Yield what comes of each Service that Cilium gives addresses to, but those of Gateways that GH307 is about."""
    known = frozenset(_of_unusable_addresses(given))
    for assignment in given.addressing.allocation.services:
        service = assignment.service
        if assignment.unhandled is None and (service.namespace, service.gateway or "") not in known:
            yield assignment


def _of_unusable_addresses(given: Input) -> Iterator[tuple[str, str]]:
    """Yield the Gateways whose static addresses cannot be used, by namespace and name."""
    for status in given.prediction.gateways:
        reasons = [why.reason for type_ in CONDITIONS if (why := failed(status.conditions, type_)) is not None]
        if any(reason in UNUSABLE for reason in reasons):
            yield status.key.namespace, status.key.name


def _annotations_path(service: LoadBalancer) -> FieldPath:
    return ("metadata", "annotations") if service.gateway is None else ("spec", "infrastructure", "annotations")
