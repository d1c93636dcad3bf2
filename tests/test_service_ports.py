"""Which ports a Service has, and which of them is meant."""

from typing import Any

from constructs_lib.references import (
    ExistingService,
    ObjectReference,
    Reference,
    ServicePort,
    port_of,
    ports_of,
    reference_to,
)
from tests.conftest import refusal

import cdk8s_plus_27 as plus
import pytest
from cdk8s import ApiObjectMetadata, Chart

NAMED = ApiObjectMetadata(name="web", namespace="shop")


def service(chart: Chart, *ports: plus.ServicePort) -> plus.Service:
    """Define a Service of cdk8s-plus."""
    return plus.Service(chart, "web", metadata=NAMED, ports=list(ports))


def test_the_ports_of_a_service_are_known_from_the_object(chart: Chart) -> None:
    tcp, udp = plus.ServicePort(port=80), plus.ServicePort(port=53, name="dns", protocol=plus.Protocol.UDP)
    assert ports_of(service(chart, tcp, udp)) == (ServicePort(80, "TCP"), ServicePort(53, "UDP"))
    assert ports_of(ExistingService("web", ports=[80], udp_ports=(53,))) == (
        ServicePort(80, "TCP"),
        ServicePort(53, "UDP"),
    )
    assert ports_of(ExistingService("web")) is None
    assert ports_of("web") is None


def test_the_ports_of_a_deployment_s_service_are_those_of_its_containers(chart: Chart) -> None:
    deployment = plus.Deployment(chart, "web", metadata=NAMED)
    deployment.add_container(image="web", port_number=8080)
    exposed = deployment.expose_via_service(name="web")
    assert ports_of(exposed) == (ServicePort(8080, "TCP"),)
    assert reference_to("here", exposed, "Service") == Reference("Service", "web", "shop", defined=True)


def test_a_service_that_is_a_name_elsewhere_has_no_ports(chart: Chart) -> None:
    external = plus.Service(
        chart, "web", metadata=NAMED, external_name="example.com", type=plus.ServiceType.EXTERNAL_NAME
    )
    assert ports_of(external) == ()


EXAMPLE = "HttpBackendRef('web'"
BOTH = ExistingService("web", ports=[80, 443], udp_ports=[53])


@pytest.mark.parametrize(
    ("value", "number", "protocol", "expected"),
    [
        ("web", 8080, "TCP", 8080),
        (ExistingService("web"), 8080, "UDP", 8080),
        (ExistingService("web", ports=[80]), None, "TCP", 80),
        (BOTH, None, "UDP", 53),
        (BOTH, 443, "TCP", 443),
        (BOTH, 53, "UDP", 53),
    ],
)
def test_the_port_of_a_service_is_the_one_given_or_the_only_one(
    value: ObjectReference, number: int | None, protocol: str, expected: int
) -> None:
    assert port_of("port", value, number, protocol, EXAMPLE) == expected


@pytest.mark.parametrize(
    ("value", "number", "protocol", "expected"),
    [
        (
            "web",
            None,
            "TCP",
            (
                "None is missing. Allowed: a port of the Service, 1 to 65535. Fix: write HttpBackendRef('web', "
                "port=80) with the port that the Service has."
            ),
        ),
        (
            "web",
            0,
            "TCP",
            "0 is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number in that range.",
        ),
        (
            BOTH,
            None,
            "TCP",
            (
                "None does not say which of the Service's 2 TCP ports is meant. Allowed: 80 or 443. Fix: write "
                "HttpBackendRef('web', port=80) or another of them."
            ),
        ),
        (
            BOTH,
            8080,
            "TCP",
            "8080 is not a TCP port of the Service. Allowed: 80 or 443. Fix: write port=80.",
        ),
        (BOTH, 80, "UDP", "80 is not a UDP port of the Service. Allowed: 53. Fix: write port=53."),
        (
            BOTH,
            "80",
            "TCP",
            "'80' is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number, not text.",
        ),
        (
            ExistingService("web", udp_ports=[53]),
            None,
            "TCP",
            (
                "None cannot be a TCP port of the Service, which has 53 (UDP). Allowed: a Service with a TCP port. "
                "Fix: give the Service a TCP port before it is referred to."
            ),
        ),
        (
            ExistingService("web", ports=[80, 443]),
            53,
            "UDP",
            (
                "53 cannot be a UDP port of the Service, which has 80 (TCP), 443 (TCP). Allowed: a Service with a UDP "
                "port. Fix: give the Service a UDP port before it is referred to."
            ),
        ),
    ],
)
def test_a_port_that_cannot_be_meant_is_refused(
    value: ObjectReference, number: Any, protocol: str, expected: str
) -> None:
    assert refusal(lambda: port_of("port", value, number, protocol, EXAMPLE)) == f"port: {expected}"


def test_a_service_without_ports_cannot_be_referred_to_by_port(chart: Chart) -> None:
    external = plus.Service(
        chart, "web", metadata=NAMED, external_name="example.com", type=plus.ServiceType.EXTERNAL_NAME
    )
    assert refusal(lambda: port_of("port", external, None, "TCP", EXAMPLE)) == (
        "port: None cannot be a TCP port of the Service, which has no port at all. Allowed: a Service with a TCP port. "
        "Fix: give the Service a TCP port before it is referred to."
    )
