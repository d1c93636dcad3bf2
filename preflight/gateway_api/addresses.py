"""Addresses of Gateways: what their Services get.

Source: cilium/cilium, operator/pkg/gateway-api/gateway_reconcile.go (setAddressStatus, setStaticAddressStatus)
and operator/pkg/model/translation/gateway-api/translator.go for the Service.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from preflight.address_requests import IPS, annotation, requested, with_static_addresses
from preflight.gateway_api.allocated import Allocated
from preflight.gateway_api.conditions import Condition, false, true
from preflight.gateway_api.objects import Gateway, NamespacedName, Objects, Service
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_service_names import OWNING_GATEWAY, service_name, shortened_name
from preflight.ip_ranges import Address, BlockError, Range, address, range_of
from preflight.values import listed, shown

IP_ADDRESS = "IPAddress"
NODE_PORT = "NodePort"
"""The type of a Service whose addresses are those of nodes."""
MAX_NODES = 16
"""Nodes whose addresses a Gateway has."""
NO_ADDRESS = "AddressNotAssigned"
"""The reason of the condition Programmed where a Gateway has no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of a Gateway, as far as manifests tell them, and its condition Programmed."""

    programmed: Condition
    assigned: bool
    """Whether it has an address, be it one that nobody can predict."""
    addresses: tuple[Mapping[str, str], ...]


def unsupported_address(gateway: Gateway, semantics: Semantics) -> str | None:
    """Say which static address is of no use to Cilium; None where all are."""
    for each in gateway.addresses:
        type_, value = each.get("type", IP_ADDRESS), each.get("value") or ""
        if type_ != IP_ADDRESS:
            return f"The static address {shown(value)} is of type {shown(type_)}: only {IP_ADDRESS} is supported."
        if not value and not semantics.empty_addresses:
            return "A static address has no value."
        if value and address(value) is None:
            return f"The static address {shown(value)} is no IP address."
    return None


def addresses_of(gateway: Gateway, service_type: str, objects: Objects, semantics: Semantics) -> Addresses:
    """Return the addresses of a Gateway that is accepted; `service_type` is that of its Service."""
    service = objects.services.get(NamespacedName(gateway.key.namespace, service_name(gateway.key.name)))
    name = f"Service {gateway.key.namespace}/{service_name(gateway.key.name)}"
    if is_owned_by_another(gateway):
        owner = shown(gateway.infrastructure["labels"][OWNING_GATEWAY])
        return _none(f"infrastructure.labels set {OWNING_GATEWAY} to {owner}, so {name} is not found by it.")
    if service_type == NODE_PORT:
        return _of_nodes(name, objects)
    if service is not None and service.ingress:
        return _checked(gateway, name, _ingress(service), semantics)
    if gateway.key in objects.allocated:
        return _allocated(gateway, name, objects.allocated[gateway.key], semantics)
    if not objects.pools:
        return _none(f"{name} has no address: there is no CiliumLoadBalancerIPPool to take one from.")
    return _from_pools(gateway, name, objects, semantics)


def _of_nodes(name: str, objects: Objects) -> Addresses:
    """Return the addresses of nodes, as far as they are known: a cluster has nodes, so that there is one."""
    addresses = tuple({"type": IP_ADDRESS, "value": each} for each in objects.node_addresses[:MAX_NODES])
    return _some(f"{name} is of type NodePort: the addresses are those of nodes.", addresses)


def is_owned_by_another(gateway: Gateway) -> bool:
    """Say whether a label of its infrastructure hides the Service of a Gateway from its controller."""
    own = shortened_name(gateway.key.name)
    owner: str = (gateway.infrastructure.get("labels") or {}).get(OWNING_GATEWAY, own)
    return owner != own


def overriding(gateway: Gateway) -> str | None:
    """Return the annotation that asks for addresses instead of the static ones of a Gateway; None where none does."""
    return next((key for key in IPS if key in (gateway.infrastructure.get("annotations") or {})), None)


def _allocated(gateway: Gateway, name: str, allocated: Allocated, semantics: Semantics) -> Addresses:
    """Return the addresses that the allocator gives a Service, as far as anybody can say."""
    if allocated.addresses:
        addresses = tuple({"type": IP_ADDRESS, "value": each} for each in allocated.addresses)
        return _checked(gateway, name, addresses, semantics)
    if allocated.elsewhere:
        return _some(f"{name} has an address that LB IPAM does not give it. {allocated.elsewhere}")
    if not allocated.one_of:
        return _none(f"{name} has no address: {_clause(allocated.why)}.")
    perhaps = f", unless {allocated.why}" if allocated.why else ""
    return _some(f"{name} gets an address of {listed(allocated.one_of, 'or')}{perhaps}.")


def _clause(sentence: str) -> str:
    """Return a sentence as the end of another one."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _from_pools(gateway: Gateway, name: str, objects: Objects, semantics: Semantics) -> Addresses:
    """Return the addresses that a Service asks for, as far as a pool has them; any one if it asks for none."""
    requests = list(_requested(gateway))
    if not requests:
        return _some(f"{name} gets an address from a CiliumLoadBalancerIPPool.")
    usable = [each for each in requests if any(pool.has(each) for pool in _ranges(objects))]
    if not usable:
        return _none(f"{name} has no address: no CiliumLoadBalancerIPPool has {_named(requests)}.")
    return _checked(gateway, name, tuple({"type": IP_ADDRESS, "value": str(each)} for each in usable), semantics)


def _checked(
    gateway: Gateway, service: str, addresses: tuple[Mapping[str, str], ...], semantics: Semantics
) -> Addresses:
    """Return addresses that a Service has, unless static ones are not among them."""
    there = {address(each["value"]) for each in addresses}
    absent = [each for each in map(address, _values(gateway)) if each is not None and each not in there]
    texts = {each["value"] for each in addresses} if semantics.addresses_as_text else {*_values(gateway)}
    otherwise = [each for each in _values(gateway) if each not in texts]
    if otherwise and not absent:
        message = (
            f"{service} has {listed([each['value'] for each in addresses])}, and {semantics.title} does not take "
            f"{listed(otherwise)} for the same, since it compares letter by letter."
        )
        return _unusable(message, addresses)
    if absent:
        key = overriding(gateway)
        why = f": Cilium reads {key} of infrastructure.annotations instead of the addresses" if key else ""
        message = f"{service} does not have {_named(absent)}{why}."
        return _unusable(message, addresses)
    return _some(f"{service} has {listed([each['value'] for each in addresses])}.", addresses)


def _unusable(message: str, addresses: tuple[Mapping[str, str], ...]) -> Addresses:
    return Addresses(programmed=false("Programmed", "AddressNotUsable", message), assigned=True, addresses=addresses)


def _some(message: str, addresses: tuple[Mapping[str, str], ...] = ()) -> Addresses:
    return Addresses(programmed=true("Programmed", "Programmed", message), assigned=True, addresses=addresses)


def _none(message: str) -> Addresses:
    return Addresses(programmed=false("Programmed", NO_ADDRESS, message), assigned=False, addresses=())


def _named(addresses: list[Address]) -> str:
    return listed([str(each) for each in addresses], "or")


def _ingress(service: Service) -> tuple[Mapping[str, str], ...]:
    return tuple(
        {"type": type_, "value": each[field]}
        for each in service.ingress
        for type_, field in ((IP_ADDRESS, "ip"), ("Hostname", "hostname"))
        if each.get(field)
    )


def _values(gateway: Gateway) -> Iterator[str]:
    """Yield the static addresses that have a value."""
    for each in gateway.addresses:
        if each.get("value"):
            yield each["value"]


def _requested(gateway: Gateway) -> Iterator[Address]:
    """Yield the addresses that the Service asks for; what is no address is left out."""
    annotations = with_static_addresses(list(_values(gateway)), gateway.infrastructure.get("annotations") or {})
    yield from requested(annotation(annotations, IPS)).addresses


def _ranges(objects: Objects) -> Iterator[Range]:
    """Yield the blocks of all pools; a pool with a bad block has none."""
    for pool in objects.pools:
        try:
            blocks = [range_of(block) for block in pool.get("blocks") or ()]
        except BlockError:
            continue
        yield from blocks
