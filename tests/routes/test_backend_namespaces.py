"""Services of cdk8s-plus, which know their namespace, behind a route."""

from constructs_lib import Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, Listener, RequestMirror
from tests.conftest import Manifests

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

LISTENERS = [Listener.http("web")]
COM = Gateway.from_existing(name="gateway", namespace="web", listeners=LISTENERS).listener("web")
PORTS = [cdk8s_plus_27.ServicePort(port=80)]
WEB = HttpBackendRef("web", port=80)
RULE = HttpRouteRule(backend_refs=[WEB])


def test_services_of_cdk8s_plus_are_in_the_namespace_of_the_route(chart: Chart, manifests: Manifests) -> None:
    plain = cdk8s_plus_27.Service(chart, "plain", metadata=ApiObjectMetadata(name="plain"), ports=PORTS)
    web = cdk8s_plus_27.Service(chart, "web", metadata=ApiObjectMetadata(name="web", namespace="web"), ports=PORTS)
    backends = [HttpBackendRef(plain, port=80), HttpBackendRef(web, port=80)]
    HttpRoute(chart, "a", namespace="web", parent_refs=[COM], rules=[HttpRouteRule(backend_refs=backends)])
    assert [entry["name"] for entry in manifests()[2]["spec"]["rules"][0]["backendRefs"]] == ["plain", "web"]


def test_a_service_of_cdk8s_plus_in_another_namespace_is_refused(chart: Chart) -> None:
    metadata = ApiObjectMetadata(name="api", namespace="other")
    elsewhere = HttpBackendRef(cdk8s_plus_27.Service(chart, "api", metadata=metadata, ports=PORTS), port=80)
    rules = [
        HttpRouteRule(backend_refs=[WEB, elsewhere]),
        HttpRouteRule(filters=[RequestMirror(backend_ref=elsewhere)], backend_refs=[WEB]),
    ]
    for rule in rules:
        with pytest.raises(ValueError, match="is a Service of") as caught:
            HttpRoute(chart, "a", namespace="web", parent_refs=[COM], rules=[RULE, rule])
        assert str(caught.value) == (
            "HTTPRoute web/a: backend_refs: 'api' is a Service of the namespace 'other'. Allowed: Services of the "
            "route's namespace, 'web'. Fix: define the route with namespace='other'."
        )
