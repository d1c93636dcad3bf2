"""The Service of a Gateway: facts 2.3, 2.4 and 2.5."""

from typing import Any

from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.gateway_services import gateway_service
from preflight.snapshot import Manifest

import pytest

FACTS = AllocatorFacts()


def gateway(spec: dict[str, Any] | None = None, name: str = "edge") -> Manifest:
    metadata = {"name": name, "namespace": "web", "labels": {"team": "edge"}, "annotations": {"note": "mine"}}
    return Manifest(
        data={
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": "Gateway",
            "metadata": metadata,
            "spec": spec or {},
        }
    )


def made(
    spec: dict[str, Any] | None = None, facts: AllocatorFacts = FACTS, service: dict[str, Any] | None = None
) -> dict[str, Any]:
    config = None if service is None else {"service": service}
    return dict(gateway_service(gateway(spec), [(80, "TCP")], facts, config=config).data)


def test_a_gateway_without_a_config() -> None:
    assert made() == {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {
            "name": "cilium-gateway-edge",
            "namespace": "web",
            "labels": {
                "io.cilium.gateway/owning-gateway": "edge",
                "gateway.networking.k8s.io/gateway-name": "edge",
            },
            "annotations": {},
        },
        "spec": {
            "ports": [{"name": "port-80", "port": 80, "protocol": "TCP"}],
            "type": "LoadBalancer",
            "externalTrafficPolicy": "Cluster",
            "ipFamilies": ["IPv4"],
        },
    }


def test_a_long_name_is_shortened_in_the_labels_too() -> None:
    service = gateway_service(gateway(name="g" * 70), [], FACTS)
    assert service.key.name == "cilium-gateway-ggggggggggggggggggggggggggggggggggggg-bbk8f4bt27"
    assert set(service.data["metadata"]["labels"].values()) == {"g" * 52 + "-k46mtm6hg4"}


def test_labels_and_annotations_are_those_of_the_infrastructure_and_come_on_top() -> None:
    labels = {"pool": "public", "io.cilium.gateway/owning-gateway": "other"}
    metadata = made({"infrastructure": {"labels": labels, "annotations": {"a": "b"}}})["metadata"]
    assert metadata["labels"] == {
        "io.cilium.gateway/owning-gateway": "other",
        "gateway.networking.k8s.io/gateway-name": "edge",
        "pool": "public",
    }
    assert metadata["annotations"] == {"a": "b"}


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        ({}, {"io.cilium/lb-ipam-ips": "10.0.0.1,10.0.0.2"}),
        ({"io.cilium/lb-ipam-ips": "10.0.0.9"}, {"io.cilium/lb-ipam-ips": "10.0.0.9"}),
        (
            {"lbipam.cilium.io/ips": "10.0.0.9"},
            {"io.cilium/lb-ipam-ips": "10.0.0.1,10.0.0.2", "lbipam.cilium.io/ips": "10.0.0.9"},
        ),
    ],
)
def test_static_addresses_become_the_alias_unless_it_is_there(
    annotations: dict[str, str], expected: dict[str, str]
) -> None:
    addresses = [{"type": "IPAddress", "value": "10.0.0.1"}, {"value": "10.0.0.2"}, {"type": "IPAddress"}]
    spec = {"addresses": addresses, "infrastructure": {"annotations": annotations}}
    assert made(spec)["metadata"]["annotations"] == expected


def test_each_port_is_there_once_and_udp_has_its_own() -> None:
    ports = [(443, "TCP"), (53, "UDP"), (443, "TCP"), (53, "TCP")]
    assert gateway_service(gateway(), ports, FACTS).data["spec"]["ports"] == [
        {"name": "port-53", "port": 53, "protocol": "TCP"},
        {"name": "port-53-udp", "port": 53, "protocol": "UDP"},
        {"name": "port-443", "port": 443, "protocol": "TCP"},
    ]


def test_before_1_20_all_ports_are_of_tcp() -> None:
    service = gateway_service(gateway(), [(53, "UDP")], AllocatorFacts(version=(1, 19)))
    assert service.data["spec"]["ports"] == [{"name": "port-53", "port": 53, "protocol": "TCP"}]


def test_helm_values_count_where_there_is_no_config() -> None:
    spec = made(facts=AllocatorFacts(ipv6=True, gateway_traffic_policy="Local"))["spec"]
    assert (spec["externalTrafficPolicy"], spec["ipFamilies"], spec["ipFamilyPolicy"]) == (
        "Local",
        ["IPv4", "IPv6"],
        "PreferDualStack",
    )


def test_a_config_with_a_service_replaces_the_helm_values() -> None:
    service = made(facts=AllocatorFacts(ipv6=True, gateway_traffic_policy="Local"), service={})
    assert service["spec"] == {
        "ports": [{"name": "port-80", "port": 80, "protocol": "TCP"}],
        "type": "LoadBalancer",
        "externalTrafficPolicy": "Cluster",
        "ipFamilyPolicy": "PreferDualStack",
    }
    assert service["metadata"]["annotations"] == {"service.cilium.io/src-ranges-policy": "Allow"}


def test_all_fields_of_a_config() -> None:
    service = {
        "type": "LoadBalancer",
        "externalTrafficPolicy": "Local",
        "loadBalancerClass": "io.cilium/l2-announcer",
        "ipFamilies": ["IPv6"],
        "ipFamilyPolicy": "SingleStack",
        "allocateLoadBalancerNodePorts": False,
        "loadBalancerSourceRanges": ["10.0.0.0/8"],
        "loadBalancerSourceRangesPolicy": "Deny",
        "trafficDistribution": "PreferClose",
    }
    found = made(service=service)
    assert found["spec"] == {
        "ports": [{"name": "port-80", "port": 80, "protocol": "TCP"}],
        "type": "LoadBalancer",
        "externalTrafficPolicy": "Local",
        "loadBalancerClass": "io.cilium/l2-announcer",
        "ipFamilies": ["IPv6"],
        "ipFamilyPolicy": "SingleStack",
        "allocateLoadBalancerNodePorts": False,
        "loadBalancerSourceRanges": ["10.0.0.0/8"],
        "trafficDistribution": "PreferClose",
    }
    assert found["metadata"]["annotations"] == {"service.cilium.io/src-ranges-policy": "Deny"}


def test_a_node_port_has_no_fields_of_a_load_balancer() -> None:
    spec = made(service={"type": "NodePort", "loadBalancerClass": "io.cilium/l2-announcer"})["spec"]
    assert (spec["type"], "loadBalancerClass" in spec) == ("NodePort", False)


def test_host_network_makes_it_a_node_port_without_a_traffic_policy() -> None:
    spec = made(facts=AllocatorFacts(host_network=True), service={"type": "LoadBalancer"})["spec"]
    assert (spec["type"], "externalTrafficPolicy" in spec) == ("NodePort", False)


def test_a_service_that_was_there_keeps_labels_annotations_class_and_status() -> None:
    existing = Manifest(
        data={
            "metadata": {
                "name": "cilium-gateway-edge",
                "labels": {"mine": "kept", "io.cilium.gateway/owning-gateway": "old"},
                "annotations": {"io.cilium/lb-ipam-ips": "10.0.0.1"},
            },
            "spec": {"loadBalancerClass": "old", "clusterIP": "10.96.0.1"},
            "status": {"loadBalancer": {"ingress": [{"ip": "10.0.0.1"}]}},
        }
    )
    config = {"service": {"loadBalancerClass": "new"}}
    found = gateway_service(gateway(), [(80, "TCP")], FACTS, config=config, existing=existing).data
    assert found["metadata"]["labels"] == {
        "mine": "kept",
        "io.cilium.gateway/owning-gateway": "edge",
        "gateway.networking.k8s.io/gateway-name": "edge",
    }
    assert found["metadata"]["annotations"] == {
        "io.cilium/lb-ipam-ips": "10.0.0.1",
        "service.cilium.io/src-ranges-policy": "Allow",
    }
    assert found["spec"]["loadBalancerClass"] == "old"
    assert found["status"] == {"loadBalancer": {"ingress": [{"ip": "10.0.0.1"}]}}
