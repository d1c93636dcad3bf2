"""A Gateway or ListenerSet whose definition fails leaves nothing behind: neither listeners nor shared addresses."""

from typing import Any

from constructs_lib import AddressSharing, AllowedListeners, Gateway, Listener, ListenerSet
from tests.conftest import refusal

from cdk8s import Chart

SHARING = AddressSharing("k", ["*"])
WRONG: dict[str, Any] = {"merge_patch": {"kind": {}}}
SHOP = Listener.https("shop", hostname="shop.example.com")
TLS = Listener.https("tls", hostname="tls.example.com")


def described(*listeners: Listener) -> Any:
    return Gateway.from_existing(
        name="gateway", namespace="common", listeners=listeners, allowed_listeners=AllowedListeners.all()
    )


def sharing_gateway(chart: Chart, id: str, listener: Listener, **arguments: Any) -> Gateway:
    return Gateway(
        chart,
        id,
        namespace="common",
        listeners=[listener],
        allowed_listeners=AllowedListeners.all(),
        address_sharing=SHARING,
        **arguments,
    )


def listener_set(chart: Chart, parent: Any, *listeners: Listener, **arguments: Any) -> ListenerSet:
    return ListenerSet(chart, "set", namespace="team", parent_ref=parent, listeners=listeners, **arguments)


def test_an_existing_gateway_has_no_listeners_of_a_listener_set_that_failed(chart: Chart) -> None:
    assert "merge_patch" in refusal(lambda: listener_set(chart, described(SHOP), TLS, **WRONG))
    own = listener_set(chart, described(Listener.https("any", hostname="*.example.com")), SHOP, TLS)
    assert [sibling.name for sibling in own.listener("shop").siblings] == ["any", "tls"]


def test_a_gateway_has_no_listeners_of_a_listener_set_that_failed(chart: Chart) -> None:
    gateway = sharing_gateway(chart, "gateway", Listener.http("web"))
    assert "merge_patch" in refusal(lambda: listener_set(chart, gateway, SHOP, **WRONG))
    assert [entry.listener.name for entry in gateway.merged] == ["web"]


def test_a_gateway_that_failed_shares_no_address(chart: Chart) -> None:
    assert "merge_patch" in refusal(lambda: sharing_gateway(chart, "a", Listener.http("web"), **WRONG))
    assert sharing_gateway(chart, "b", Listener.http("web")).address_sharing == SHARING


def test_a_listener_set_that_failed_shares_no_port(chart: Chart) -> None:
    gateway = sharing_gateway(chart, "gateway", Listener.http("web"))
    assert "merge_patch" in refusal(lambda: listener_set(chart, gateway, SHOP, **WRONG))
    sharing_gateway(chart, "other", TLS)
    assert "which has 443 (TCP) as well" in refusal(lambda: listener_set(chart, gateway, SHOP))
