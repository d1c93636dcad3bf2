"""Where a rule sends requests."""

from typing import Any

from constructs_lib import HttpBackendRef
from tests.conftest import refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart


def test_a_backend_is_written_with_every_default() -> None:
    assert HttpBackendRef("web", port=80).spec() == {
        "group": "",
        "kind": "Service",
        "name": "web",
        "port": 80,
        "weight": 1,
    }


@pytest.mark.parametrize("weight", [0, 1, 1_000_000])
def test_a_backend_has_the_weight_given(weight: int) -> None:
    assert HttpBackendRef("web", port=80, weight=weight).spec()["weight"] == weight


def test_the_reference_to_a_service_has_no_weight() -> None:
    reference = HttpBackendRef("web", port=80, weight=5).reference()
    assert reference == {"group": "", "kind": "Service", "name": "web", "port": 80}


def test_a_service_of_cdk8s_plus_is_a_backend(chart: Chart) -> None:
    metadata = ApiObjectMetadata(name="web")
    service = cdk8s_plus_27.Service(chart, "id", metadata=metadata, ports=[cdk8s_plus_27.ServicePort(port=80)])
    assert HttpBackendRef(service, port=80).spec()["name"] == "web"


def test_the_service_that_a_deployment_is_exposed_with_is_a_backend(chart: Chart) -> None:
    deployment = cdk8s_plus_27.Deployment(chart, "web", metadata=ApiObjectMetadata(name="web"))
    deployment.add_container(image="web", port_number=8080)
    service = deployment.expose_via_service(name="web", ports=[cdk8s_plus_27.ServicePort(port=80, target_port=8080)])
    assert HttpBackendRef(service, port=80).spec()["name"] == "web"


PORT = "Allowed: a whole number from 1 to 65535. Fix: write a number"
WEIGHT = "Allowed: a whole number from 0 to 1000000. Fix: write a number"
SERVICE = "Allowed: a Service of cdk8s-plus, or its name as text. Fix: write the name of the Service."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"service": "web"},
            (
                " web: port: None is missing. Allowed: a port of the Service, 1 to 65535. Fix: write "
                "HttpBackendRef('web', port=80) with the port that the Service has."
            ),
        ),
        ({"service": "web", "port": 0}, f" web: port: 0 is not in range. {PORT} in that range."),
        ({"service": "web", "port": 65536}, f" web: port: 65536 is not in range. {PORT} in that range."),
        ({"service": "web", "port": "80"}, f" web: port: '80' is not in range. {PORT}, not text."),
        ({"service": "web", "port": "http"}, f" web: port: 'http' is not in range. {PORT}, not text."),
        ({"service": "web", "port": True}, f" web: port: True is not in range. {PORT} in that range."),
        ({"service": "web", "port": 80.5}, f" web: port: 80.5 is not in range. {PORT} in that range."),
        ({"service": "web", "port": 80, "weight": -1}, f" web: weight: -1 is not in range. {WEIGHT} in that range."),
        (
            {"service": "web", "port": 80, "weight": 1_000_001},
            f" web: weight: 1000001 is not in range. {WEIGHT} in that range.",
        ),
        ({"service": "web", "port": 80, "weight": "1"}, f" web: weight: '1' is not in range. {WEIGHT}, not text."),
        (
            {"service": "web", "port": 80, "weight": True},
            f" web: weight: True is not in range. {WEIGHT} in that range.",
        ),
        (
            {"service": "Web_1", "port": 80},
            (
                ".service: 'Web_1' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or digit "
                "at both ends. Fix: write 'web-1'."
            ),
        ),
        (
            {"service": "web.web.svc", "port": 80},
            (
                ".service: 'web.web.svc' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or "
                "digit at both ends. Fix: write 'web-web-svc'."
            ),
        ),
        ({"service": None, "port": 80}, f".service: None is of type NoneType. {SERVICE}"),
        ({"service": {"name": "web"}, "port": 80}, f".service: {{'name': 'web'}} is of type dict. {SERVICE}"),
    ],
)
def test_what_makes_no_backend_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: HttpBackendRef(**arguments)) == f"HttpBackendRef{expected}"


def test_an_object_that_is_no_service_is_refused(chart: Chart) -> None:
    namespace = cdk8s_plus_27.Namespace(chart, "web")
    assert refusal(lambda: HttpBackendRef(namespace, port=80)) == (
        f"HttpBackendRef.service: Namespace is of type Namespace. {SERVICE}"
    )
