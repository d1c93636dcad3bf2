"""Where a rule sends requests."""

from typing import Any

from constructs_lib import (
    HttpBackendRef,
    HttpPathModifier,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
)
from constructs_lib.references import ExistingService, Reference, ServicePort
from constructs_lib.routes.backends import (
    BackendRef,
    UdpBackendRef,
    backend_of_filter,
    refuse_repeated_backends,
)
from constructs_lib.routes.cors import Cors
from constructs_lib.routes.http_route_filter import HttpRouteFilter
from tests.conftest import refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

SERVICE_REF = {"group": "", "kind": "Service", "namespace": None, "name": "web", "port": 80}


@pytest.mark.parametrize("kind", [BackendRef, UdpBackendRef])
def test_a_backend_is_written_with_every_default(kind: type[BackendRef]) -> None:
    assert kind("web", port=80).spec() == SERVICE_REF | {"weight": 1}


def test_a_backend_for_http_can_have_filters() -> None:
    changes = RequestHeaderModifier(set={"a": "b"}), ResponseHeaderModifier(remove=["c"])
    backend = HttpBackendRef("web", port=80, filters=changes)
    assert backend.spec() == SERVICE_REF | {"weight": 1, "filters": [entry.spec() for entry in changes]}
    assert HttpBackendRef("web", port=80).spec() == SERVICE_REF | {"weight": 1, "filters": None}


@pytest.mark.parametrize("weight", [0, 1, 1_000_000])
def test_a_backend_has_the_weight_given(weight: int) -> None:
    assert HttpBackendRef("web", port=80, weight=weight).spec()["weight"] == weight


def test_the_reference_to_a_service_has_no_weight() -> None:
    backend = HttpBackendRef("web", port=80, weight=5)
    assert backend.object_reference() == SERVICE_REF
    assert backend.reference() == Reference("Service", "web", ports=(ServicePort(80, "TCP"),))


def test_a_service_of_another_namespace_is_a_backend() -> None:
    backend = HttpBackendRef(ExistingService("web", namespace="shop", ports=[80]))
    assert backend.object_reference() == SERVICE_REF | {"namespace": "shop"}


def test_a_backend_has_the_only_port_of_its_protocol_that_the_service_has() -> None:
    service = ExistingService("web", ports=[80], udp_ports=[53])
    assert [BackendRef(service).port, HttpBackendRef(service).port, UdpBackendRef(service).port] == [80, 80, 53]


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
SERVICE = (
    "Allowed: a Service of cdk8s-plus, ExistingService(...), or its name as text. Fix: write the name of the Service."
)


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


DROPPED = (
    "is dropped by Cilium without a word. Allowed: RequestHeaderModifier and ResponseHeaderModifier for a single "
    "backend. Fix: move it to the filters of the rule, for all its backends."
)


@pytest.mark.parametrize(
    "entry",
    [
        RequestMirror(backend_ref=BackendRef("copy", port=80)),
        RequestRedirect(scheme="https"),
        UrlRewrite(path=HttpPathModifier.replace_full_path("/")),
        Cors(allow_origins=["*"]),
    ],
)
def test_a_filter_that_cilium_drops_behind_a_backend_is_refused(entry: HttpRouteFilter) -> None:
    filters = [RequestHeaderModifier(remove=["a"]), entry]
    assert refusal(lambda: HttpBackendRef("web", port=80, filters=filters)) == (
        f"HttpBackendRef web: filters[1]: '{type(entry).__name__}' {DROPPED}"
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (
            [RequestHeaderModifier(remove=["a"]), RequestHeaderModifier(remove=["b"])],
            "filters: 'RequestHeaderModifier' is there twice. Allowed: one filter of a kind. Fix: join the two.",
        ),
        (
            [{"type": "CORS"}],
            (
                "filters[0]: {'type': 'CORS'} is of type dict. Allowed: HttpRouteFilter. Fix: write "
                "RequestRedirect(...)."
            ),
        ),
    ],
)
def test_filters_that_a_backend_cannot_have_are_refused(filters: Any, expected: str) -> None:
    assert refusal(lambda: HttpBackendRef("web", port=80, filters=filters)) == f"HttpBackendRef web: {expected}"


@pytest.mark.parametrize(
    ("backend", "expected"),
    [
        (
            "web",
            "RequestMirror.backend_ref: 'web' is of type str. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        (
            UdpBackendRef("web", port=80),
            (
                "RequestMirror.backend_ref: 'UdpBackendRef' is for UDP. Allowed: a backend for TCP. Fix: write "
                "BackendRef(...)."
            ),
        ),
        (
            HttpBackendRef("web", port=80, filters=[RequestHeaderModifier(remove=["a"])]),
            (
                "RequestMirror.backend_ref: ['RequestHeaderModifier'] are filters that nothing applies here. Allowed: "
                "a backend without filters. Fix: leave them out."
            ),
        ),
    ],
)
def test_what_a_filter_cannot_send_requests_to_is_refused(backend: object, expected: str) -> None:
    assert refusal(lambda: backend_of_filter("RequestMirror.backend_ref", backend)) == expected


@pytest.mark.parametrize("backend", [BackendRef("web", port=80), HttpBackendRef("web", port=80, weight=5)])
def test_a_filter_can_send_requests_to_a_service(backend: BackendRef) -> None:
    assert backend_of_filter("RequestMirror.backend_ref", backend) is backend


WEB = BackendRef("web", port=80)


@pytest.mark.parametrize(
    ("backend", "target"),
    [
        (WEB, "web:80"),
        (BackendRef("web", port=80, weight=5), "web:80"),
        (BackendRef(ExistingService("web", namespace="shop"), port=80), "web:80"),
    ],
)
def test_a_port_of_a_service_is_there_once(backend: BackendRef, target: str) -> None:
    others = [BackendRef("web", port=81), BackendRef(ExistingService("web", namespace="other"), port=80)]
    assert refusal(lambda: refuse_repeated_backends("rule", "shop", [WEB, *others, backend])) == (
        f"rule[3]: '{target}' is there twice. Allowed: each port of a Service once. Fix: join the two: one weight says "
        "it."
    )
    refuse_repeated_backends("rule", "shop", [WEB, *others])
