"""The Services of pools, Gateways and selectors, in both announcements."""

from typing import Any

from constructs_lib import (
    Gateway,
    GatewayClass,
    GatewayClassConfig,
    GatewayService,
    HttpsRedirect,
    L2AnnouncementPolicy,
    LabelSelector,
    Listener,
    LoadBalancerIpPool,
    services_of_gateway,
)
from constructs_lib.gateway.gateway_service import BGP_CONTROL_PLANE, L2_ANNOUNCER
from constructs_lib.ip_block import IpBlock
from constructs_lib.load_balancing.bgp_advertisement import BgpServiceAdvertisement
from constructs_lib.load_balancing.service_selector import service_selector_of
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

WEB = LabelSelector(match_labels={"app": "web"})
BLOCKS = [IpBlock.cidr("192.0.2.0/28")]


def existing_gateway() -> Any:
    return Gateway.from_existing(name="web", namespace="common", listeners=[Listener.http("web")])


def test_labels_a_pool_and_a_gateway_mean_their_services(chart: Chart) -> None:
    pool = LoadBalancerIpPool(chart, "pool", blocks=BLOCKS, service_selector=WEB)
    gateway = Gateway(chart, "web", namespace="common", listeners=[Listener.http("web")])
    assert service_selector_of("a", WEB, None) == WEB
    assert service_selector_of("a", pool, None) == WEB
    assert service_selector_of("a", gateway, None) == services_of_gateway(gateway)
    assert service_selector_of("a", existing_gateway(), None) == services_of_gateway(gateway)


def test_a_pool_for_every_service_means_every_service(chart: Chart) -> None:
    assert service_selector_of("a", LoadBalancerIpPool(chart, "pool", blocks=BLOCKS), None) == LabelSelector()


@pytest.mark.parametrize("kind", ["pool", "gateway", "labels"])
def test_both_announcements_select_the_same_services(chart: Chart, manifests: Manifests, kind: str) -> None:
    pool = LoadBalancerIpPool(chart, "pool", blocks=BLOCKS, service_selector=WEB)
    selector = {"pool": pool, "gateway": existing_gateway(), "labels": WEB}[kind]
    L2AnnouncementPolicy(chart, "l2", load_balancer_ips=True, service_selector=selector)
    advertisement = BgpServiceAdvertisement("services", service_selector=selector)
    written = manifests()[1]["spec"]["serviceSelector"]
    assert {key: value for key, value in advertisement.spec()["selector"].items() if value} == written
    assert (
        written
        == {
            "pool": {"matchLabels": {"app": "web"}},
            "gateway": {
                "matchLabels": {
                    "gateway.networking.k8s.io/gateway-name": "web",
                    "io.kubernetes.service.namespace": "common",
                }
            },
            "labels": {"matchLabels": {"app": "web"}},
        }[kind]
    )


ALLOWED = "Allowed: one LabelSelector, LoadBalancerIpPool or Gateway."


@pytest.mark.parametrize("value", [{"app": "web"}, "web", None])
def test_what_means_no_services_is_refused(value: Any) -> None:
    assert refusal(lambda: service_selector_of("here", value, None)) == (
        f"here: {value!r} is of type {type(value).__name__}. {ALLOWED} Fix: write LabelSelector(...)."
    )


def test_another_construct_is_refused(chart: Chart) -> None:
    redirect = HttpsRedirect(chart, "a", parent_refs=existing_gateway().listeners)
    assert refusal(lambda: service_selector_of("here", redirect, None)) == (  # type: ignore[arg-type]  # it is the case
        f"here: HTTPRoute common/a is of type HttpsRedirect. {ALLOWED} Fix: write LabelSelector(...)."
    )


def test_several_are_refused_since_one_selector_cannot_mean_either() -> None:
    value: Any = [WEB, WEB]
    assert refusal(lambda: service_selector_of("here", value, None)) == (
        f"here: {value!r} is of type list. {ALLOWED} Fix: write one announcement for each of them."
    )


def gateway_of_class(chart: Chart, service: GatewayService) -> Gateway:
    config = GatewayClassConfig(chart, "config", namespace="common", service=service)
    gateway_class = GatewayClass(chart, "class", parameters_ref=config)
    listeners = [Listener.http("web")]
    return Gateway(chart, "web", namespace="common", listeners=listeners, gateway_class_name=gateway_class)


NODE_PORT = GatewayService(type="NodePort")
LOCAL = GatewayService(external_traffic_policy="Local")
OF_L2, OF_BGP = (GatewayService(load_balancer_class=name) for name in (L2_ANNOUNCER, BGP_CONTROL_PLANE))
FIX = "Fix: change the GatewayService of its class, or give the Gateway another gateway_class_name."


@pytest.mark.parametrize(
    ("service", "announcers"),
    [
        (GatewayService(), [L2_ANNOUNCER, BGP_CONTROL_PLANE, None]),
        (OF_L2, [L2_ANNOUNCER, None]),
        (OF_BGP, [BGP_CONTROL_PLANE, None]),
        (LOCAL, [BGP_CONTROL_PLANE, None]),
        (NODE_PORT, [None]),
    ],
)
def test_a_gateway_is_announced_as_its_class_lets_it(
    chart: Chart, service: GatewayService, announcers: list[str | None]
) -> None:
    gateway = gateway_of_class(chart, service)
    pool = LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.address("192.0.2.1")], service_selector=gateway)
    for announcer in announcers:
        assert service_selector_of("here", gateway, announcer) == services_of_gateway(gateway)
        assert service_selector_of("here", pool, announcer) == services_of_gateway(gateway)


@pytest.mark.parametrize(
    ("service", "announcer", "expected"),
    [
        (
            LOCAL,
            L2_ANNOUNCER,
            (
                "has external_traffic_policy 'Local', with which no node announces the Service of a Gateway over L2. "
                "Allowed: Gateways whose class has external_traffic_policy 'Cluster'."
            ),
        ),
        (
            OF_BGP,
            L2_ANNOUNCER,
            (
                "has the load_balancer_class 'io.cilium/bgp-control-plane', which leaves it to another announcer. "
                "Allowed: Gateways whose class has load_balancer_class 'io.cilium/l2-announcer', or none."
            ),
        ),
        (
            OF_L2,
            BGP_CONTROL_PLANE,
            (
                "has the load_balancer_class 'io.cilium/l2-announcer', which leaves it to another announcer. "
                "Allowed: Gateways whose class has load_balancer_class 'io.cilium/bgp-control-plane', or none."
            ),
        ),
        (
            NODE_PORT,
            BGP_CONTROL_PLANE,
            (
                "has a Service of type NodePort, without address to announce. "
                "Allowed: Gateways whose class has type 'LoadBalancer'."
            ),
        ),
    ],
)
def test_a_gateway_that_its_class_keeps_from_being_announced_is_refused(
    chart: Chart, service: GatewayService, announcer: str, expected: str
) -> None:
    gateway = gateway_of_class(chart, service)
    said = refusal(lambda: service_selector_of("here", gateway, announcer))
    assert said == f"here: Gateway common/web {expected} {FIX}"
    pool = LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.address("192.0.2.1")], service_selector=gateway)
    assert refusal(lambda: service_selector_of("here", pool, announcer)) == said


def test_each_announcement_asks_for_itself(chart: Chart) -> None:
    gateway = gateway_of_class(chart, NODE_PORT)
    assert refusal(
        lambda: L2AnnouncementPolicy(chart, "l2", load_balancer_ips=True, service_selector=gateway)
    ).startswith("CiliumL2AnnouncementPolicy l2: service_selector: Gateway common/web has a Service of type NodePort")
    assert refusal(lambda: BgpServiceAdvertisement("a", service_selector=gateway)).startswith(
        "BgpServiceAdvertisement a: service_selector: Gateway common/web has a Service of type NodePort"
    )
    others = BgpServiceAdvertisement("a", service_selector=gateway, addresses=["ClusterIP"])
    assert others.spec()["selector"] == services_of_gateway(gateway).spec()
