"""The Service that Cilium makes for each Gateway of a class."""

import ipaddress
from typing import Any

from constructs_lib.gateway.gateway_service import GatewayService
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

DEFAULTS = {
    "type": "LoadBalancer",
    "externalTrafficPolicy": "Cluster",
    "loadBalancerClass": None,
    "ipFamilies": None,
    "ipFamilyPolicy": None,
    "allocateLoadBalancerNodePorts": None,
    "loadBalancerSourceRanges": None,
    "loadBalancerSourceRangesPolicy": "Allow",
    "trafficDistribution": None,
}


def test_the_defaults_of_the_crd_are_written_out() -> None:
    assert GatewayService().spec() == DEFAULTS


def test_every_field_is_written() -> None:
    service = GatewayService(
        external_traffic_policy="Local",
        load_balancer_class="io.cilium/bgp-control-plane",
        ip_families=["IPv6", "IPv4"],
        ip_family_policy="RequireDualStack",
        allocate_load_balancer_node_ports=False,
        load_balancer_source_ranges=["192.0.2.0/24", "2001:db8::/32", "192.0.2.1/32"],
        load_balancer_source_ranges_policy="Deny",
        traffic_distribution="PreferSameZone",
    )
    assert service.spec() == {
        "type": "LoadBalancer",
        "externalTrafficPolicy": "Local",
        "loadBalancerClass": "io.cilium/bgp-control-plane",
        "ipFamilies": ["IPv6", "IPv4"],
        "ipFamilyPolicy": "RequireDualStack",
        "allocateLoadBalancerNodePorts": False,
        "loadBalancerSourceRanges": ["192.0.2.0/24", "2001:db8::/32", "192.0.2.1/32"],
        "loadBalancerSourceRangesPolicy": "Deny",
        "trafficDistribution": "PreferSameZone",
    }


def test_a_service_of_type_node_port_has_the_fields_of_every_type() -> None:
    service = GatewayService(
        type="NodePort", external_traffic_policy="Local", ip_families=["IPv4"], ip_family_policy="SingleStack"
    )
    assert service.spec() == DEFAULTS | {
        "type": "NodePort",
        "externalTrafficPolicy": "Local",
        "ipFamilies": ["IPv4"],
        "ipFamilyPolicy": "SingleStack",
    }


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        (GatewayService(), True),
        (GatewayService(load_balancer_class="io.cilium/bgp-control-plane"), True),
        (GatewayService(load_balancer_class="io.cilium/l2-announcer"), True),
        (GatewayService(load_balancer_class="example.com/other"), False),
        (GatewayService(type="NodePort"), False),
    ],
)
def test_cilium_gives_addresses_to_load_balancers_of_its_own_classes(service: GatewayService, expected: bool) -> None:
    assert service.has_address_of_cilium is expected


ONE_OF = "is not a value of this field. Allowed:"
NODE_PORT = "does not go with NodePort. Allowed:"
NETWORK = "Allowed: a network address, '/' and a prefix length, such as '192.0.2.0/24' or '2001:db8::/64'. Fix:"
LOAD_BALANCER = "with LoadBalancer. Fix: leave it out, or write type='LoadBalancer'."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"type": "ClusterIP"}, f"type: 'ClusterIP' {ONE_OF} 'LoadBalancer', 'NodePort'. Fix: write one of them."),
        (
            {"external_traffic_policy": "local"},
            f"external_traffic_policy: 'local' {ONE_OF} 'Cluster', 'Local'. Fix: write one of them.",
        ),
        (
            {"traffic_distribution": "Close"},
            (
                f"traffic_distribution: 'Close' {ONE_OF} 'PreferClose', 'PreferSameZone', 'PreferSameNode'. Fix: write "
                "one of them."
            ),
        ),
        ({"ip_families": ["ipv4"]}, f"ip_families[0]: 'ipv4' {ONE_OF} 'IPv4', 'IPv6'. Fix: write one of them."),
        (
            {"ip_families": "IPv4"},
            "ip_families: 'IPv4' is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
        (
            {"ip_families": ["IPv4", "IPv4"]},
            "ip_families: 'IPv4' is there twice. Allowed: each once. Fix: leave one out.",
        ),
        (
            {"ip_family_policy": "DualStack"},
            (
                f"ip_family_policy: 'DualStack' {ONE_OF} 'SingleStack', 'PreferDualStack', 'RequireDualStack'. Fix: "
                "write one of them."
            ),
        ),
        (
            {"ip_families": ["IPv4", "IPv6"], "ip_family_policy": "SingleStack"},
            (
                "ip_families: ['IPv4', 'IPv6'] does not go with SingleStack. Allowed: one family with SingleStack. "
                "Fix: leave one out, or write ip_family_policy='PreferDualStack'."
            ),
        ),
        (
            {"load_balancer_class": "io.cilium/bgp"},
            (
                "load_balancer_class: 'io.cilium/bgp' is no class of Cilium, so nothing would give the Service an "
                "address. Allowed: io.cilium/bgp-control-plane or io.cilium/l2-announcer, or a class of another "
                "implementation. Fix: write one of them, or leave it out."
            ),
        ),
        (
            {"load_balancer_class": "a b"},
            (
                "load_balancer_class: 'a b' is not a key that Kubernetes accepts. Allowed: 1 to 63 of A-Z, a-z, 0-9, "
                "'-', '_' and '.', with a letter or digit at both ends, after an optional DNS prefix and '/'. Fix: "
                "write a key such as 'app' or 'example.com/app'."
            ),
        ),
        (
            {"allocate_load_balancer_node_ports": "no"},
            "allocate_load_balancer_node_ports: 'no' is of type str. Allowed: bool. Fix: write True or False.",
        ),
        (
            {"load_balancer_source_ranges": ["192.0.2.1/24"]},
            (f"load_balancer_source_ranges[0]: '192.0.2.1/24' has host bits set. {NETWORK} write '192.0.2.0/24'."),
        ),
        (
            {"load_balancer_source_ranges": ["192.0.2.1"]},
            (
                "load_balancer_source_ranges[0]: '192.0.2.1' is not a network. "
                f"{NETWORK} write '/32' or '/128' after a single address."
            ),
        ),
        (
            {"load_balancer_source_ranges": ["192.0.2.0/33"]},
            f"load_balancer_source_ranges[0]: '192.0.2.0/33' is not a network. {NETWORK} correct it.",
        ),
        (
            {"load_balancer_source_ranges": "192.0.2.0/24"},
            (
                "load_balancer_source_ranges: '192.0.2.0/24' is of type str. Allowed: a list of str. Fix: put it in a "
                "list: [...]."
            ),
        ),
        (
            {"load_balancer_source_ranges_policy": "Drop"},
            f"load_balancer_source_ranges_policy: 'Drop' {ONE_OF} 'Allow', 'Deny'. Fix: write one of them.",
        ),
        (
            {"load_balancer_source_ranges_policy": "Deny"},
            (
                "load_balancer_source_ranges_policy: 'Deny' keeps nobody out without load_balancer_source_ranges. "
                "Allowed: Deny with one range or more. Fix: write load_balancer_source_ranges=[...], or leave it out."
            ),
        ),
        (
            {"type": "NodePort", "load_balancer_class": "io.cilium/l2-announcer"},
            f"load_balancer_class: 'io.cilium/l2-announcer' {NODE_PORT} load_balancer_class {LOAD_BALANCER}",
        ),
        (
            {"type": "NodePort", "allocate_load_balancer_node_ports": False},
            (f"allocate_load_balancer_node_ports: False {NODE_PORT} allocate_load_balancer_node_ports {LOAD_BALANCER}"),
        ),
        (
            {"type": "NodePort", "load_balancer_source_ranges": ["192.0.2.0/24"]},
            (f"load_balancer_source_ranges: ['192.0.2.0/24'] {NODE_PORT} load_balancer_source_ranges {LOAD_BALANCER}"),
        ),
    ],
)
def test_what_makes_no_service_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: GatewayService(**arguments)) == f"GatewayService.{expected}"


addresses = st.ip_addresses()


@given(addresses, st.integers(min_value=0, max_value=128))
def test_a_source_range_is_taken_exactly_without_host_bits(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, length: int
) -> None:
    """Oracle: the bits of the address behind the prefix."""
    length = min(length, address.max_prefixlen)
    text = f"{address}/{length}"
    host_bits = int(address) & ((1 << (address.max_prefixlen - length)) - 1)
    if host_bits:
        message = refusal(lambda: GatewayService(load_balancer_source_ranges=[text]))
        assert "has host bits set" in message
    else:
        assert GatewayService(load_balancer_source_ranges=[text]).load_balancer_source_ranges == (text,)
