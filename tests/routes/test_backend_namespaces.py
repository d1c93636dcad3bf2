"""Services that know their namespace, behind a route: those of cdk8s-plus, and those of other namespaces."""

from typing import Any

from constructs_lib import Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, Listener, RequestMirror
from constructs_lib.references import ExistingService
from tests.conftest import Manifests, refusal

import cdk8s_plus_27
from cdk8s import ApiObjectMetadata, Chart

LISTENERS = [Listener.http("web")]
WEB = Gateway.from_existing(name="gateway", namespace="web", listeners=LISTENERS).listener("web")
PORTS = [cdk8s_plus_27.ServicePort(port=80)]


def service(chart: Chart, name: str, namespace: str | None = None) -> cdk8s_plus_27.Service:
    """Define a Service of cdk8s-plus with one port."""
    metadata = ApiObjectMetadata(name=name, namespace=namespace)
    return cdk8s_plus_27.Service(chart, name, metadata=metadata, ports=PORTS)


def of_kind(manifests: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """Return the manifests of a kind."""
    return [manifest for manifest in manifests if manifest["kind"] == kind]


def backends_of(route: dict[str, Any]) -> list[tuple[str, str | None, int]]:
    """Return name, namespace and port of each backend of a route with one rule."""
    return [
        (entry["name"], entry.get("namespace"), entry["port"]) for entry in route["spec"]["rules"][0]["backendRefs"]
    ]


def test_services_of_cdk8s_plus_are_written_with_the_namespace_that_they_know(
    chart: Chart, manifests: Manifests
) -> None:
    backends = [HttpBackendRef(service(chart, "plain")), HttpBackendRef(service(chart, "web", "web"))]
    HttpRoute(chart, "a", namespace="web", parent_refs=[WEB], rules=[HttpRouteRule(backend_refs=backends)])
    (route,) = of_kind(written := manifests(), "HTTPRoute")
    assert [
        (entry["name"], entry.get("namespace"), entry["port"]) for entry in route["spec"]["rules"][0]["backendRefs"]
    ] == [
        ("plain", None, 80),
        ("web", "web", 80),
    ]
    assert of_kind(written, "ReferenceGrant") == []


def test_a_service_in_another_namespace_is_a_backend_and_gets_its_grant(chart: Chart, manifests: Manifests) -> None:
    elsewhere = HttpBackendRef(service(chart, "api", "other"))
    copies = RequestMirror(backend_ref=HttpBackendRef(service(chart, "copy", "other")))
    rule = HttpRouteRule(filters=[copies], backend_refs=[HttpBackendRef("web", port=80), elsewhere])
    HttpRoute(chart, "a", namespace="web", parent_refs=[WEB], rules=[rule])
    (route,) = of_kind(written := manifests(), "HTTPRoute")
    (mirror,) = route["spec"]["rules"][0]["filters"]
    assert mirror["requestMirror"]["backendRef"]["namespace"] == "other"
    assert backends_of(route) == [("web", None, 80), ("api", "other", 80)]
    (grant,) = of_kind(written, "ReferenceGrant")
    assert grant["metadata"]["namespace"] == "other"
    assert [entry["name"] for entry in grant["spec"]["to"]] == ["api", "copy"]


def test_a_service_is_there_once_whoever_says_its_namespace(chart: Chart) -> None:
    backends = [HttpBackendRef("web", port=80), HttpBackendRef(ExistingService("web", namespace="web"), port=80)]
    rules = [HttpRouteRule(backend_refs=backends)]
    assert refusal(lambda: HttpRoute(chart, "a", namespace="web", parent_refs=[WEB], rules=rules)) == (
        "HTTPRoute web/a: rules[0].backend_refs[1]: 'web:80' is there twice. Allowed: each port of a Service once. "
        "Fix: join the two: one weight says it."
    )


def test_services_of_one_name_in_two_namespaces_are_two_backends(chart: Chart, manifests: Manifests) -> None:
    other = ExistingService("web", namespace="other", granted=True, ports=[80])
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80), HttpBackendRef(other)])]
    HttpRoute(chart, "a", namespace="web", parent_refs=[WEB], rules=rules)
    (route,) = manifests()
    assert backends_of(route) == [("web", None, 80), ("web", "other", 80)]
