"""Which Services an announcement is for: those of a pool, of a Gateway, or with certain labels."""

from constructs_lib.checks import refused
from constructs_lib.gateway.gateway import ExistingGateway, Gateway
from constructs_lib.gateway.gateway_class import GatewayClass
from constructs_lib.gateway.gateway_service import L2_ANNOUNCER
from constructs_lib.load_balancing.ip_pool import LoadBalancerIpPool
from constructs_lib.selectors import LabelSelector, services_of_gateway

ServiceSelector = LabelSelector | LoadBalancerIpPool | Gateway | ExistingGateway
"""Services by their labels, the Services that may get an address of a pool, or the Service of a Gateway."""


def service_selector_of(where: str, value: ServiceSelector, announcer: str | None) -> LabelSelector:
    """Return the selector of the Services that are meant; one selector cannot mean one thing or another.

    `announcer` is the load balancer class of whoever announces their load balancer addresses, None for other
    addresses. Raises ValueError for a Gateway of the app, or a pool for one, that it is known not to announce.
    """
    if isinstance(value, LabelSelector):
        return value
    gateway = value.gateway if isinstance(value, LoadBalancerIpPool) else value
    if isinstance(gateway, Gateway) and announcer is not None:
        _refuse_unannounced(where, gateway, announcer)
    if isinstance(value, LoadBalancerIpPool):
        return value.service_selector
    if isinstance(value, Gateway | ExistingGateway):
        return services_of_gateway(value)
    several = isinstance(value, list | tuple)
    raise refused(
        where,
        value,
        f"is of type {type(value).__name__}",
        allowed="one LabelSelector, LoadBalancerIpPool or Gateway",
        fix="write one announcement for each of them" if several else "write LabelSelector(...)",
    )


def _refuse_unannounced(where: str, gateway: Gateway, announcer: str) -> None:
    """Raise ValueError if the class of a Gateway says that this announcer leaves its Service alone.

    Source: Cilium, pkg/l2announcer, pkg/bgp/manager/reconciler; issue 48799 for externalTrafficPolicy Local, with which
    a node announces a Service over L2 only if it runs a Pod of it, and the Service of a Gateway has none.
    """
    gateway_class = gateway.gateway_class_name
    service = gateway_class.service if isinstance(gateway_class, GatewayClass) else None
    if service is None:
        return
    if service.type != "LoadBalancer":
        problem, allowed = f"has a Service of type {service.type}, without address to announce", "type 'LoadBalancer'"
    elif service.load_balancer_class not in (None, announcer):
        problem = f"has the load_balancer_class {service.load_balancer_class!r}, which leaves it to another announcer"
        allowed = f"load_balancer_class {announcer!r}, or none"
    elif announcer == L2_ANNOUNCER and service.external_traffic_policy == "Local":
        problem = "has external_traffic_policy 'Local', with which no node announces the Service of a Gateway over L2"
        allowed = "external_traffic_policy 'Cluster'"
    else:
        return
    raise refused(
        where,
        gateway,
        problem,
        allowed=f"Gateways whose class has {allowed}",
        fix="change the GatewayService of its class, or give the Gateway another gateway_class_name",
    )
