"""The addresses that a Gateway asks for, at once or by pinning, and shares."""

from typing import Any

from constructs_lib import Domain, Gateway, IpBlock, Listener, LoadBalancerIpPool, Platform, services_of_gateway
from constructs_lib.addresses import AddressSharing, refuse_unassignable
from constructs_lib.gateway.allowed_listeners import AllowedListeners
from constructs_lib.gateway.gateway_class import GatewayClass
from constructs_lib.gateway.gateway_class_config import GatewayClassConfig
from constructs_lib.gateway.gateway_service import GatewayService
from constructs_lib.gateway.infrastructure import Infrastructure
from constructs_lib.gateway.listener_set import ListenerSet
from constructs_lib.selectors import LabelSelector
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

COM = Domain("example.com", name="com")


def gateway(chart: Chart, name: str = "a", **arguments: Any) -> Gateway:
    return Gateway(chart, name, **{"namespace": "common", "domains": [COM]} | arguments)


def gateway_class(chart: Chart, **service: Any) -> GatewayClass:
    config = GatewayClassConfig(chart, "config", namespace="common", service=GatewayService(**service))
    return GatewayClass(chart, "edge", parameters_ref=config)


def written(addresses: list[str]) -> list[dict[str, str]]:
    return [{"type": "IPAddress", "value": address} for address in addresses]


def test_static_addresses_are_written_as_cilium_reports_them(chart: Chart, manifests: Manifests) -> None:
    gateway(chart, addresses=["192.0.2.10", "2001:DB8:0::10"])
    (manifest,) = manifests()
    assert manifest["spec"]["addresses"] == written(["192.0.2.10", "2001:db8::10"])


def test_pinned_addresses_are_written_like_static_ones(chart: Chart, manifests: Manifests) -> None:
    pinned = gateway(chart)
    pinned.pin("192.0.2.10")
    pinned.pin("2001:DB8:0::10")
    (manifest,) = manifests()
    assert manifest["spec"]["addresses"] == written(["192.0.2.10", "2001:db8::10"])


def test_a_gateway_asks_for_16_addresses_at_most(chart: Chart, manifests: Manifests) -> None:
    addresses = [f"192.0.2.{number}" for number in range(16)]
    gateway(chart, addresses=addresses)
    pinned, others = gateway(chart, "b"), [f"192.0.2.{number}" for number in range(16, 32)]
    for address in others:
        pinned.pin(address)
    assert [manifest["spec"]["addresses"] for manifest in manifests()] == [written(addresses), written(others)]
    assert refusal(lambda: pinned.pin("192.0.2.32")) == (
        "Gateway common/b: pin: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects."
    )


ADDRESS = "Allowed: one IPv4 or IPv6 address such as '192.0.2.10' or '2001:db8::10'."
SINGLE = "Allowed: single IPv4 or IPv6 addresses: Cilium refuses a Gateway that asks for anything else."


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["192.0.2.10/32"], f"addresses[0]: '192.0.2.10/32' is a network. {SINGLE} Fix: write '192.0.2.10'."),
        (
            ["gateway.example.com"],
            f"addresses[0]: 'gateway.example.com' is not an IP address. {ADDRESS} Fix: correct it.",
        ),
        ([""], f"addresses[0]: '' is not an IP address. {ADDRESS} Fix: correct it."),
        (
            ["192.0.2.10", "2001:db8::1", "2001:DB8::1"],
            "addresses[2]: '2001:DB8::1' is asked for twice. Allowed: each address once. Fix: leave one out.",
        ),
        (
            "192.0.2.10",
            "addresses: '192.0.2.10' is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
        (
            [f"192.0.2.{number}" for number in range(17)],
            "addresses: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
    ],
)
def test_addresses_that_cilium_does_not_take_are_refused(chart: Chart, addresses: Any, expected: str) -> None:
    assert refusal(lambda: gateway(chart, addresses=addresses)) == f"Gateway common/a: {expected}"


BESIDE = (
    "would replace the addresses that the Gateway was defined with. Allowed: pin for a Gateway without addresses. Fix: "
    "write it in addresses=[...], or pin the others too."
)


@pytest.mark.parametrize(
    ("arguments", "address", "expected"),
    [
        ({}, "192.0.2.0/28", f"'192.0.2.0/28' is a network. {SINGLE} Fix: write '192.0.2.0'."),
        ({}, "gateway", f"'gateway' is not an IP address. {ADDRESS} Fix: correct it."),
        ({}, None, "None is of type NoneType. Allowed: str. Fix: write it as text, in quotes."),
        ({"addresses": ["192.0.2.10"]}, "192.0.2.11", f"'192.0.2.11' {BESIDE}"),
        ({"merge_patch": {"spec": {"addresses": [{"value": "192.0.2.10"}]}}}, "192.0.2.11", f"'192.0.2.11' {BESIDE}"),
    ],
)
def test_an_address_that_cannot_be_pinned_is_refused(
    chart: Chart, manifests: Manifests, arguments: dict[str, Any], address: Any, expected: str
) -> None:
    pinned = gateway(chart, **arguments)
    assert refusal(lambda: pinned.pin(address)) == f"Gateway common/a: pin: {expected}"
    (manifest,) = manifests()
    assert len(manifest["spec"].get("addresses", [])) == len(arguments)


def test_an_address_is_pinned_once(chart: Chart) -> None:
    pinned = gateway(chart)
    pinned.pin("2001:db8::1")
    assert refusal(lambda: pinned.pin("2001:DB8::1")) == (
        "Gateway common/a: pin: '2001:DB8::1' is asked for twice. Allowed: each address once. Fix: leave one out."
    )


def no_address(kind: str) -> str:
    return (
        f"is asked of Cilium, which gives no address to a Service of {kind}. Allowed: Gateways whose class has type "
        "LoadBalancer and no load_balancer_class of another implementation. Fix: leave it out, or give the Gateway "
        "another gateway_class_name."
    )


@pytest.mark.parametrize(
    ("service", "kind"),
    [({"type": "NodePort"}, "NodePort"), ({"load_balancer_class": "example.com/a"}, "class example.com/a")],
)
def test_addresses_are_refused_where_the_class_gives_none_of_cilium(
    chart: Chart, service: dict[str, Any], kind: str
) -> None:
    other: dict[str, Any] = {"gateway_class_name": gateway_class(chart, **service)}
    where = "Gateway common/a"
    assert refusal(lambda: gateway(chart, addresses=["192.0.2.1"], **other)) == (
        f"{where}: addresses: ['192.0.2.1'] {no_address(kind)}"
    )
    assert refusal(lambda: gateway(chart, address_sharing=AddressSharing("key"), **other)) == (
        f"{where}: address_sharing: 'key' {no_address(kind)}"
    )
    pinned = gateway(chart, **other)
    assert refusal(lambda: pinned.pin("192.0.2.1")) == f"{where}: pin: '192.0.2.1' {no_address(kind)}"


def test_addresses_are_asked_for_where_the_class_gives_them(chart: Chart, manifests: Manifests) -> None:
    edge = gateway_class(chart, external_traffic_policy="Local", load_balancer_class="io.cilium/l2-announcer")
    gateway(chart, addresses=["192.0.2.1"], gateway_class_name=edge)
    (manifest,) = [manifest for manifest in manifests() if manifest["kind"] == "Gateway"]
    assert manifest["spec"]["addresses"] == written(["192.0.2.1"])


def test_the_pools_of_the_app_must_have_the_address_for_this_gateway(app: Platform, chart: Chart) -> None:
    labelled = gateway(chart, infrastructure=Infrastructure(labels={"announce": "lan"}))
    labelled.pin("192.0.2.10")
    gateway(chart, "b", addresses=["192.0.2.11"])
    refuse_unassignable(app)  # no pool at all: they are elsewhere
    selector = LabelSelector(match_labels={"announce": "lan", "io.kubernetes.service.name": "cilium-gateway-a"})
    LoadBalancerIpPool(chart, "pool-a", blocks=[IpBlock.address("192.0.2.10")], service_selector=selector)
    assert refusal(lambda: refuse_unassignable(app)).startswith(
        "Gateway common/b: addresses: '192.0.2.11' is in no pool of the app (no_pool)."
    )
    selector = services_of_gateway(labelled)
    LoadBalancerIpPool(chart, "pool-b", blocks=[IpBlock.address("192.0.2.11")], service_selector=selector)
    with pytest.raises(ValueError, match="pool_selector_mismatch") as caught:
        refuse_unassignable(app)
    assert "Gateway common/b: addresses: '192.0.2.11' is in CiliumLoadBalancerIPPool pool-b" in str(caught.value)
    (note,) = caught.value.__notes__
    assert note.startswith(f"Written at {__file__}:")


def test_a_shared_address_is_said_in_the_annotations_of_the_service(chart: Chart, manifests: Manifests) -> None:
    sharing = AddressSharing("web", namespaces=["team"])
    infrastructure = Infrastructure(labels={"a": "b"}, annotations={"example.com/note": "text"})
    gateway(chart, address_sharing=sharing, infrastructure=infrastructure)
    (manifest,) = manifests()
    assert manifest["spec"]["infrastructure"] == {
        "labels": {"a": "b"},
        "annotations": {
            "example.com/note": "text",
            "lbipam.cilium.io/sharing-key": "web",
            "lbipam.cilium.io/sharing-cross-namespace": "team",
        },
    }


def test_gateways_share_an_address_without_a_port_in_common(app: Platform, chart: Chart) -> None:
    sharing = AddressSharing("key")
    tcp, udp = [Listener.tcp("dns", port=53)], [Listener.udp("dns", port=53)]
    gateway(chart, "a", domains=[], listeners=tcp, address_sharing=sharing, addresses=["192.0.2.1"])
    gateway(chart, "b", domains=[], listeners=udp, address_sharing=sharing).pin("192.0.2.1")
    refuse_unassignable(app)
    assert "is the key of Gateway common/a too, which has 53 (TCP) as well" in refusal(
        lambda: gateway(chart, "c", domains=[], listeners=tcp, address_sharing=sharing)
    )
    assert gateway(chart, "d", domains=[], listeners=tcp, addresses=["192.0.2.1"]).identity.name == "d"
    assert "is asked for by Gateway common/a already" in refusal(lambda: refuse_unassignable(app))


def test_the_ports_of_listener_sets_are_shared_too(chart: Chart) -> None:
    sharing = AddressSharing("key")
    allowed = AllowedListeners.same()
    web = gateway(chart, "a", address_sharing=sharing, allowed_listeners=allowed)
    dns = [Listener.tcp("dns", port=53)]
    gateway(chart, "b", domains=[], listeners=dns, address_sharing=sharing)
    assert "is the key of Gateway common/b too, which has 53 (TCP) as well" in refusal(
        lambda: ListenerSet(chart, "set", namespace="common", parent_ref=web, listeners=dns)
    )
    other = [Listener.tcp("other", port=54)]
    assert ListenerSet(chart, "set", namespace="common", parent_ref=web, listeners=other).identity.name == "set"
    assert "is the key of Gateway common/a too, which has 54 (TCP) as well" in refusal(
        lambda: gateway(chart, "c", domains=[], listeners=other, address_sharing=sharing)
    )


def test_a_gateway_with_a_local_traffic_policy_shares_nothing(chart: Chart) -> None:
    local = gateway_class(chart, external_traffic_policy="Local")
    assert refusal(lambda: gateway(chart, address_sharing=AddressSharing("key"), gateway_class_name=local)) == (
        "Gateway common/a: address_sharing: 'key' shares nothing: the class has external_traffic_policy 'Local', and "
        "the Service of a Gateway no selector. Allowed: Gateways whose class has external_traffic_policy 'Cluster'. "
        "Fix: leave it out, or give the Gateway another gateway_class_name."
    )


def test_a_dict_shares_nothing(chart: Chart) -> None:
    wrong: Any = {"key": "a"}
    assert refusal(lambda: gateway(chart, address_sharing=wrong)) == (
        "Gateway common/a: address_sharing: {'key': 'a'} is of type dict. Allowed: AddressSharing. Fix: write "
        "AddressSharing(...)."
    )
