"""Gateways, addresses and selectors that are refused."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    AccessLog,
    AllowedListeners,
    AllowedRoutes,
    Domain,
    ExistingConfigMap,
    ExistingSecret,
    ExistingService,
    FrontendPort,
    FrontendValidation,
    Gateway,
    GatewayClass,
    GatewayClassConfig,
    GatewayService,
    GatewayTls,
    Infrastructure,
    IpBlock,
    Listener,
    ListenerSet,
    Namespace,
)

from cdk8s import Chart

WRONG: Any = {"a": "dict"}
GATEWAY = Gateway.from_existing(name="gateway", namespace="common", domains=[Domain("example.com", name="com")])
WEB = Listener.http("web")
BLOCK = IpBlock.address("192.0.2.1")


REFUSED: list[Callable[[Chart], object]] = [
    lambda chart: Namespace(chart, "A"),
    lambda chart: Domain("*.example.com", name="com"),
    lambda chart: AllowedRoutes(from_="Any"),
    lambda chart: Listener.http("web", port=0),
    lambda chart: Listener.https("web", hostname="a.*.example.com"),
    lambda chart: Gateway(chart, "a", namespace="common"),
    lambda chart: Gateway(chart, "a", namespace=WRONG, listeners=[Listener.http("web")]),
    lambda chart: Gateway(chart, "a", namespace="common", domains=[WRONG]),
    lambda chart: Gateway(chart, "a", namespace="common", listeners=[Listener.http("web"), Listener.https("web")]),
    lambda chart: Gateway(chart, "a", namespace="common", listeners=[Listener.https("web")], cluster_issuer="b"),
    lambda chart: Gateway.from_existing(name="a", namespace="common"),
    lambda chart: ExistingService("web", ports=[0]),
    lambda chart: ExistingSecret("A"),
    lambda chart: ExistingConfigMap("a", namespace="A"),
    lambda chart: AccessLog(format="json"),
    lambda chart: AllowedListeners(from_="Any"),
    lambda chart: FrontendPort(0, FrontendValidation(ca_certificate_refs=["a"])),
    lambda chart: GatewayTls(),
    lambda chart: FrontendValidation(ca_certificate_refs=[]),
    lambda chart: Infrastructure(annotations={"lbipam.cilium.io/ips": "192.0.2.1"}),
    lambda chart: GatewayService(type="NodePort", load_balancer_class="io.cilium/l2-announcer"),
    lambda chart: GatewayClassConfig(chart, "a", namespace="common", description="a" * 65),
    lambda chart: GatewayClass(chart, "a", parameters_ref=WRONG),
    lambda chart: Gateway(chart, "a", namespace="common", listeners=[WEB], addresses=["192.0.2.1/32"]),
    lambda chart: Gateway(chart, "a", namespace="common", listeners=[WEB]).pin("example.com"),
    lambda chart: GATEWAY.https_apex("com"),
    lambda chart: ListenerSet(chart, "a", namespace="team", parent_ref=GATEWAY, listeners=[WEB]),
]
