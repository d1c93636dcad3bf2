"""The second step of a request's way through a Gateway: from the identity `ingress` to the Pods behind a Service.

The first step, from the world to that identity, is a policy of its own: see CiliumClusterwideNetworkPolicy. Source:
Cilium, Documentation/network/servicemesh/ingress-reference.rst.
"""

from collections.abc import Sequence
from typing import Any

from constructs_lib.checks import listed, refused
from constructs_lib.policies.peers import PortProtocol
from constructs_lib.policies.rules import MAX_PORTS, IngressRule
from constructs_lib.references import manifest_of
from constructs_lib.registry import kind_of
from constructs_lib.selectors import LabelSelector

from constructs import Construct


def allow_from_gateway(*, service: Construct | None = None, ports: Sequence[int | str] | None = None) -> IngressRule:
    """Return the rule that lets what comes through a Gateway in, for HTTPRoutes, GRPCRoutes and TLSRoutes.

    A policy sees the ports of the Pods, not those of their Service: `ports` are the Pods' ports, by number or name, or
    they are looked up as the target ports of a `service` of cdk8s-plus. What TCPRoutes and UDPRoutes forward passes no
    proxy, and comes from the clients themselves. Raises ValueError for both or none of the two arguments, and for a
    Service without TCP port.
    """
    where = "allow_from_gateway"
    if (service is None) == (ports is None):
        raise refused(
            where,
            f"service={service and type(service).__name__}, ports={ports!r}",
            "does not say the ports in one way",
            allowed="one of service and ports",
            fix="write allow_from_gateway(ports=[8080]) with the ports of the Pods",
        )
    if ports is None:
        ports = _target_ports(f"{where}.service", service)
    numbers = listed(f"{where}.ports", ports, of="ports", at_most=MAX_PORTS)
    return IngressRule(from_entities=["ingress"], to_ports=[PortProtocol(port, "TCP") for port in numbers])


def pods_of_service(service: Construct) -> LabelSelector:
    """Return the selector of a Service of cdk8s-plus, for the endpoint_selector of a policy in its namespace."""
    where = "pods_of_service.service"
    selector = _service_spec(where, service).get("selector")
    if not selector:
        raise refused(
            where,
            service,
            "has no selector",
            allowed="a Service that selects Pods",
            fix="write LabelSelector(...) with labels of the Pods",
        )
    return LabelSelector(match_labels=selector)


def _target_ports(where: str, service: object) -> list[int | str]:
    """Return the ports of the Pods behind the TCP ports of a Service."""
    entries = _service_spec(where, service).get("ports", [])
    ports = [entry.get("targetPort", entry["port"]) for entry in entries if entry.get("protocol", "TCP") == "TCP"]
    if not ports:
        raise refused(
            where,
            service,
            "has no TCP port",
            allowed="a Service with a TCP port",
            fix="give the Service a port before it is referred to, or write ports=[8080]",
        )
    return [int(port) if isinstance(port, int | float) else port for port in ports]


def _service_spec(where: str, service: object) -> dict[str, Any]:
    """Return the spec of a Service of cdk8s-plus."""
    if not isinstance(service, Construct) or kind_of(service) != "Service":
        raise refused(
            where,
            service,
            f"is of type {type(service).__name__}",
            allowed="a Service of cdk8s-plus",
            fix="write ports=[8080], and LabelSelector(...) with labels of the Pods",
        )
    spec: dict[str, Any] = manifest_of(service).get("spec", {})
    return spec
