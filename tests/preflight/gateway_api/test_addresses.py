"""Addresses of Gateways."""

from preflight.gateway_api.addresses import Addresses, addresses_of, unsupported_address
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.cases import POOL
from tests.preflight.gateway_api.states import Json, an_object, gateway, said, service, the_gateway

import pytest

SERVICE = "Service infra/cilium-gateway-web"


def found(*documents: Json, type_: str = "LoadBalancer", semantics: Semantics = CILIUM_1_20) -> Addresses:
    one, objects = the_gateway(*documents)
    return addresses_of(one, type_, objects, semantics)


def a_service(*ingress: Json) -> Json:
    return service("cilium-gateway-web", status={"loadBalancer": {"ingress": list(ingress)}})


def static(*values: str) -> Json:
    return gateway(addresses=[{"type": "IPAddress", "value": value} for value in values])


def test_the_addresses_are_those_that_the_service_has() -> None:
    result = found(gateway(), a_service({"ip": "192.0.2.1"}, {"hostname": "lb.example.com"}))
    assert said([result.programmed]) == [f"Programmed=True Programmed: {SERVICE} has '192.0.2.1' and 'lb.example.com'."]
    assert result.addresses == (
        {"type": "IPAddress", "value": "192.0.2.1"},
        {"type": "Hostname", "value": "lb.example.com"},
    )
    assert result.assigned


def test_without_a_pool_there_is_no_address() -> None:
    result = found(gateway())
    assert said([result.programmed]) == [
        (
            f"Programmed=False AddressNotAssigned: {SERVICE} has no address: "
            "there is no CiliumLoadBalancerIPPool to take one from."
        )
    ]
    assert (result.addresses, result.assigned) == ((), False)


def test_a_pool_that_is_disabled_is_none() -> None:
    disabled = POOL | {"spec": POOL["spec"] | {"disabled": True}}
    assert found(gateway(), disabled).programmed.reason == "AddressNotAssigned"


def test_with_a_pool_there_is_an_address_that_is_not_predicted() -> None:
    result = found(gateway(), POOL)
    message = f"{SERVICE} gets an address from a CiliumLoadBalancerIPPool."
    assert said([result.programmed]) == [f"Programmed=True Programmed: {message}"]
    assert (result.addresses, result.assigned) == ((), True)


def test_static_addresses_come_from_a_pool_that_has_them() -> None:
    result = found(static("192.0.2.10"), POOL)
    assert said([result.programmed]) == [f"Programmed=True Programmed: {SERVICE} has '192.0.2.10'."]
    assert result.addresses == ({"type": "IPAddress", "value": "192.0.2.10"},)


def test_a_static_address_that_no_pool_has_is_not_usable_beside_one_that_is() -> None:
    result = found(static("192.0.2.10", "203.0.113.10"), POOL)
    assert said([result.programmed]) == [f"Programmed=False AddressNotUsable: {SERVICE} does not have '203.0.113.10'."]
    assert (len(result.addresses), result.assigned) == (1, True)


def test_static_addresses_that_no_pool_has_leave_the_gateway_without_one() -> None:
    result = found(static("203.0.113.10"), POOL)
    message = f"{SERVICE} has no address: no CiliumLoadBalancerIPPool has '203.0.113.10'."
    assert said([result.programmed]) == [f"Programmed=False AddressNotAssigned: {message}"]


def test_a_pool_with_a_block_that_is_none_gives_nothing() -> None:
    bad = POOL | {"spec": {"blocks": [{"cidr": "192.0.2.0/24"}, {"stop": "192.0.2.9"}]}}
    assert found(static("192.0.2.10"), bad).programmed.reason == "AddressNotAssigned"


def test_cilium_compares_static_addresses_letter_by_letter_and_the_specification_as_addresses() -> None:
    written = static("2001:DB8::1"), a_service({"ip": "2001:db8::1"})
    assert found(*written, semantics=SPEC).programmed.reason == "Programmed"
    result = found(*written)
    assert said([result.programmed]) == [
        (
            f"Programmed=False AddressNotUsable: {SERVICE} has '2001:db8::1', and Cilium 1.20 does not take "
            "'2001:DB8::1' for the same, since it compares letter by letter."
        )
    ]
    assert result.addresses == ({"type": "IPAddress", "value": "2001:db8::1"},)


def test_an_annotation_of_the_infrastructure_outweighs_static_addresses() -> None:
    infrastructure = {"annotations": {"lbipam.cilium.io/ips": "192.0.2.11, none"}}
    written = static("192.0.2.10")
    written["spec"]["infrastructure"] = infrastructure
    result = found(written, POOL)
    why = "Cilium reads lbipam.cilium.io/ips of infrastructure.annotations instead of the addresses"
    message = f"{SERVICE} does not have '192.0.2.10': {why}."
    assert said([result.programmed]) == [f"Programmed=False AddressNotUsable: {message}"]
    assert result.addresses == ({"type": "IPAddress", "value": "192.0.2.11"},)


def test_a_service_that_has_lost_its_label_is_not_found() -> None:
    labels = {"io.cilium.gateway/owning-gateway": "mine"}
    result = found(gateway(infrastructure={"labels": labels}), POOL)
    (line,) = said([result.programmed])
    assert line == (
        "Programmed=False AddressNotAssigned: infrastructure.labels set io.cilium.gateway/owning-gateway to 'mine', "
        f"so {SERVICE} is not found by it."
    )


def test_a_service_of_type_node_port_has_the_addresses_of_nodes() -> None:
    result = found(gateway(), type_="NodePort")
    message = f"{SERVICE} is of type NodePort: the addresses are those of nodes."
    assert said([result.programmed]) == [f"Programmed=True Programmed: {message}"]
    assert (result.addresses, result.assigned) == ((), True)


def test_the_addresses_of_nodes_are_the_first_of_each_and_at_most_sixteen() -> None:
    nodes = [a_node(f"node-{number}", f"192.0.2.{number}") for number in range(20, 0, -1)]
    result = found(gateway(), *nodes, a_node("other", "2001:db8::1"), type_="NodePort")
    assert [each["value"] for each in result.addresses] == [f"192.0.2.{number}" for number in range(1, 17)]
    assert {each["type"] for each in result.addresses} == {"IPAddress"}


def a_node(name: str, address: str) -> Json:
    addresses = [{"type": "InternalIP", "address": address}, {"type": "Hostname", "address": name}]
    return an_object("v1", "Node", name, None, spec={}, status={"addresses": addresses})


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"type": "IPAddress", "value": "192.0.2.10"}, None),
        ({"type": "IPAddress", "value": "2001:db8::1"}, None),
        (
            {"type": "Hostname", "value": "lb.example.com"},
            "The static address 'lb.example.com' is of type 'Hostname': only IPAddress is supported.",
        ),
        ({"type": "IPAddress"}, "A static address has no value."),
    ],
    ids=["IPv4", "IPv6", "hostname", "no value"],
)
def test_which_static_addresses_cilium_supports(address: Json, expected: str | None) -> None:
    one, _ = the_gateway(gateway(addresses=[address]))
    assert unsupported_address(one, CILIUM_1_20) == expected


def test_the_specification_lets_an_address_without_a_value_ask_for_any() -> None:
    one, objects = the_gateway(gateway(addresses=[{"type": "IPAddress"}]), POOL)
    assert unsupported_address(one, SPEC) is None
    assert addresses_of(one, "LoadBalancer", objects, SPEC).programmed.reason == "Programmed"
