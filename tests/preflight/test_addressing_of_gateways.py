"""What the controller says of the addresses of Gateways, with those that the allocator gives them."""

from typing import Any

from preflight import addressing as module
from preflight import admit
from preflight.addressing import addressing, predicted
from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues
from tests.preflight.addressed import GATEWAY, POOL, SERVICE
from tests.preflight.test_addressing import CLASS

import pytest
import yaml


def programmed(text: str, **facts: Any) -> tuple[str, str]:
    """Return reason and message of the condition Programmed of the only Gateway."""
    snapshot = admit(yaml.safe_load_all(text)).snapshot
    prediction = predicted(snapshot, ClusterFacts(**facts)).prediction
    assert prediction is not None
    (status,) = prediction.gateways
    (condition,) = [each for each in status.conditions if each.type == "Programmed"]
    return condition.reason, condition.message


def test_a_gateway_has_the_address_that_its_service_gets() -> None:
    assert programmed(f"{POOL}\n---\n{GATEWAY}") == ("Programmed", "Service web/cilium-gateway-edge has '192.0.2.1'.")


def test_a_gateway_that_no_pool_selects_has_no_address() -> None:
    pool = POOL.replace("{blocks", "{serviceSelector: {matchLabels: {team: other}}, blocks")
    assert programmed(f"{pool}\n---\n{GATEWAY}") == (
        "AddressNotAssigned",
        (
            "Service web/cilium-gateway-edge has no address: no pool gives it one. Pool 'common': Its serviceSelector "
            "does not select the labels of the Service."
        ),
    )


def test_a_gateway_gets_one_of_several_addresses_where_others_may_come_first() -> None:
    assert programmed(f"{POOL}\n---\n{SERVICE}\n---\n{GATEWAY}") == (
        "Programmed",
        "Service web/cilium-gateway-edge gets an address of '192.0.2.1-192.0.2.2'.",
    )


def test_without_a_pool_that_cilium_takes_a_gateway_has_no_address() -> None:
    assert programmed(GATEWAY) == (
        "AddressNotAssigned",
        (
            "Service web/cilium-gateway-edge has no address: there is no CiliumLoadBalancerIPPool, and Cilium's "
            "address allocator does nothing before the first one."
        ),
    )
    assert programmed(f"{POOL.replace('{start: 192.0.2.1, ', '{')}\n---\n{GATEWAY}") == (
        "AddressNotAssigned",
        (
            "Service web/cilium-gateway-edge has no address: there is no CiliumLoadBalancerIPPool that Cilium takes, "
            "and Cilium's address allocator does nothing before the first one."
        ),
    )


def test_a_gateway_may_get_no_address_where_there_are_too_few() -> None:
    assert programmed(f"{POOL.replace('192.0.2.4', '192.0.2.1')}\n---\n{SERVICE}\n---\n{GATEWAY}") == (
        "Programmed",
        "Service web/cilium-gateway-edge gets an address of '192.0.2.1', unless all pools that select it are full.",
    )


def test_what_is_not_left_to_cilium_has_an_address_of_somebody_else() -> None:
    other = CiliumValues(default_lb_service_ipam="none")
    assert programmed(f"{POOL}\n---\n{GATEWAY}", cilium_values=other) == (
        "Programmed",
        (
            "Service web/cilium-gateway-edge has an address that LB IPAM does not give it. Service "
            "web/cilium-gateway-edge has no loadBalancerClass, and defaultLBServiceIPAM is 'none', not 'lbipam'."
        ),
    )
    nodes = CiliumValues(gateway_api=GatewayApiValues(host_network=True))
    assert programmed(GATEWAY, cilium_values=nodes) == (
        "Programmed",
        "Service web/cilium-gateway-edge is of type NodePort: the addresses are those of nodes.",
    )


@pytest.mark.parametrize(
    ("class_", "expected"),
    [
        (
            "example.com/other",
            (
                "Programmed",
                (
                    "Service web/cilium-gateway-edge has an address that LB IPAM does not give it. The "
                    "loadBalancerClass 'example.com/other' of Service web/cilium-gateway-edge is none of Cilium's."
                ),
            ),
        ),
        (
            "io.cilium/other",
            (
                "AddressNotAssigned",
                (
                    "Service web/cilium-gateway-edge has no address: the loadBalancerClass 'io.cilium/other' of "
                    "Service web/cilium-gateway-edge is none of Cilium's."
                ),
            ),
        ),
        (
            "io.cilium/l2-announcer",
            (
                "AddressNotAssigned",
                (
                    "Service web/cilium-gateway-edge has no address: the loadBalancerClass 'io.cilium/l2-announcer' of "
                    "Service web/cilium-gateway-edge needs L2 announcements, which Cilium has off."
                ),
            ),
        ),
    ],
)
def test_a_class_says_who_gives_a_gateway_its_address(class_: str, expected: tuple[str, str]) -> None:
    config = CLASS.replace("externalTrafficPolicy: Local, ipFamilies: [IPv6]", f"loadBalancerClass: {class_}")
    gateway = GATEWAY.replace("gatewayClassName: cilium", "gatewayClassName: inside")
    off = CiliumValues(l2_announcements=False)
    assert programmed("\n---\n".join((POOL, config, gateway)), cilium_values=off) == expected


def test_the_allocation_that_is_returned_need_not_be_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = admit(yaml.safe_load_all("\n---\n".join((POOL, GATEWAY, SERVICE)))).snapshot
    prediction, _, allocation = predicted(snapshot, ClusterFacts())
    assert prediction is not None
    expected = addressing(snapshot, ClusterFacts(), prediction)
    monkeypatch.setattr(module, "allocate", None)
    assert addressing(snapshot, ClusterFacts(), prediction, allocation) == expected


def test_without_gateways_nobody_asks_for_an_allocation() -> None:
    assert predicted(admit(yaml.safe_load_all(f"{POOL}\n---\n{SERVICE}")).snapshot, ClusterFacts()).allocation is None
