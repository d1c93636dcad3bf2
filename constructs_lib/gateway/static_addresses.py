"""The addresses that a Gateway asks for, and shares."""

from collections.abc import Iterable, Sequence
from typing import Any

from constructs_lib.addresses import AddressSharing
from constructs_lib.checks import instance, instances, refused
from constructs_lib.gateway.gateway_class import GatewayClass
from constructs_lib.gateway.listener import Listener
from constructs_lib.ip_block import ip_address
from constructs_lib.registry import Identity

MAX_ADDRESSES = 16


def static_addresses(identity: Identity, addresses: Sequence[str]) -> list[str]:
    """Return the addresses that a Gateway asks for, each in the form in which Cilium reports it.

    Cilium compares the text: a Gateway whose address is written in another form stays not programmed.
    """
    checked: list[str] = []
    for index, address in enumerate(instances(f"{identity}: addresses", addresses, str, at_most=MAX_ADDRESSES)):
        checked.append(static_address(f"{identity}: addresses[{index}]", address, checked))
    return checked


def static_address(where: str, address: str, others: Sequence[str]) -> str:
    """Return one address that a Gateway asks for besides others."""
    text = instance(where, address, str)
    if "/" in text:
        raise refused(
            where,
            address,
            "is a network",
            allowed="single IPv4 or IPv6 addresses: Cilium refuses a Gateway that asks for anything else",
            fix=f"write {text.partition('/')[0]!r}",
        )
    checked = str(ip_address(where, text))
    if checked in others:
        raise refused(where, address, "is asked for twice", allowed="each address once", fix="leave one out")
    return checked


def address_spec(address: str) -> dict[str, Any]:
    """Return an entry of addresses in the API's form."""
    return {"type": "IPAddress", "value": address}


def refuse_unassigned(where: str, value: object, gateway_class: str | GatewayClass) -> None:
    """Raise ValueError if the class is known to give its Gateways no address of Cilium, which ignores what they ask."""
    service = gateway_class.service if isinstance(gateway_class, GatewayClass) else None
    if service is not None and not service.has_address_of_cilium:
        kind = service.type if service.load_balancer_class is None else f"class {service.load_balancer_class}"
        raise refused(
            where,
            value,
            f"is asked of Cilium, which gives no address to a Service of {kind}",
            allowed="Gateways whose class has type LoadBalancer and no load_balancer_class of another implementation",
            fix="leave it out, or give the Gateway another gateway_class_name",
        )


def refuse_unshareable(where: str, sharing: AddressSharing, gateway_class: str | GatewayClass) -> None:
    """Raise ValueError if the Gateways of the class are known to share no address.

    With externalTrafficPolicy Local, Cilium has Services share that select the same Pods; a Gateway's selects none.
    """
    refuse_unassigned(where, sharing.key, gateway_class)
    service = gateway_class.service if isinstance(gateway_class, GatewayClass) else None
    if service is not None and service.external_traffic_policy == "Local":
        raise refused(
            where,
            sharing.key,
            "shares nothing: the class has external_traffic_policy 'Local', and the Service of a Gateway no selector",
            allowed="Gateways whose class has external_traffic_policy 'Cluster'",
            fix="leave it out, or give the Gateway another gateway_class_name",
        )


def service_ports(listeners: Iterable[Listener]) -> set[tuple[int, str]]:
    """Return the ports of the Service that Cilium makes for these listeners."""
    return {(listener.port, "UDP" if listener.protocol == "UDP" else "TCP") for listener in listeners}
