"""expose: one call for a Service, a Deployment or an existing Service."""

from functools import partial
from typing import Any

from constructs_lib import AllowedRoutes, Domain, ExistingService, Gateway, HttpRoute, Listener, expose
from tests.conftest import Manifests, refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    domains=[Domain("example.com", name="com")],
    listeners=[Listener.http("plain", hostname="*.example.net", port=8080, allowed_routes=AllowedRoutes.all())],
    allowed_routes=AllowedRoutes.all(),
)
SHOP = ExistingService("shop", namespace="shop", ports=[8080])
NEXT = ExistingService("shop-next", namespace="shop", ports=[8080])
HOST = "shop.example.com"


def service(chart: Chart, name: str = "shop", **ports: int) -> cdk8s_plus_27.Service:
    entries = [cdk8s_plus_27.ServicePort(name=key, port=port) for key, port in (ports or {"http": 80}).items()]
    return cdk8s_plus_27.Service(
        chart, name, metadata=ApiObjectMetadata(name=name, namespace="shop"), ports=entries, selector=None
    )


def deployment(chart: Chart, *ports: int) -> cdk8s_plus_27.Deployment:
    containers = [
        cdk8s_plus_27.ContainerProps(
            image="shop", ports=[cdk8s_plus_27.ContainerPort(number=port, name=f"p{port}") for port in ports]
        )
    ]
    metadata = ApiObjectMetadata(name="shop", namespace="shop")
    return cdk8s_plus_27.Deployment(chart, "shop", metadata=metadata, containers=containers)


def routes(manifests: Manifests) -> list[dict[str, Any]]:
    return [manifest for manifest in manifests() if manifest["kind"] == "HTTPRoute"]


def backend(name: str, port: int, weight: int = 1) -> dict[str, Any]:
    return {"group": "", "kind": "Service", "namespace": "shop", "name": name, "port": port, "weight": weight}


def test_a_service_is_exposed_beside_itself_with_its_only_port(chart: Chart, manifests: Manifests) -> None:
    route = expose(service(chart), host=HOST, gateway=GATEWAY)
    assert isinstance(route, HttpRoute)
    (manifest,) = routes(manifests)
    assert (manifest["metadata"]["namespace"], manifest["metadata"]["name"]) == ("shop", "shop")
    assert manifest["spec"] == {
        "parentRefs": [
            {
                "group": "gateway.networking.k8s.io",
                "kind": "Gateway",
                "namespace": "common",
                "name": "gateway",
                "sectionName": "https-com",
            }
        ],
        "hostnames": [HOST],
        "rules": [
            {
                "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
                "backendRefs": [backend("shop", 80)],
            }
        ],
    }


def test_a_deployment_is_exposed_with_one_service_of_its_name(chart: Chart, manifests: Manifests) -> None:
    exposed = deployment(chart, 8080)
    expose(exposed, host=HOST, gateway=GATEWAY)
    expose(exposed, host="www.example.com", gateway=GATEWAY, name="www")
    found = manifests()
    (own,) = [manifest for manifest in found if manifest["kind"] == "Service"]
    assert (own["metadata"]["name"], own["metadata"]["namespace"]) == ("shop", "shop")
    assert [entry["port"] for entry in own["spec"]["ports"]] == [8080]
    first, second = [manifest for manifest in found if manifest["kind"] == "HTTPRoute"]
    assert first["spec"]["rules"] == second["spec"]["rules"]
    assert first["spec"]["rules"][0]["backendRefs"] == [backend("shop", 8080)]


def test_an_existing_service_is_exposed_in_the_chart_given(chart: Chart, manifests: Manifests) -> None:
    expose(SHOP, host=HOST, gateway=GATEWAY, scope=chart)
    (manifest,) = routes(manifests)
    assert manifest["spec"]["rules"][0]["backendRefs"] == [backend("shop", 8080)]


def test_a_name_is_exposed_with_namespace_scope_and_port(chart: Chart, manifests: Manifests) -> None:
    expose("web", host=HOST, gateway=GATEWAY, scope=chart, namespace="web", port=80, name="site")
    (manifest,) = routes(manifests)
    assert manifest["metadata"]["name"] == "site"
    assert manifest["metadata"]["namespace"] == "web"
    assert manifest["spec"]["rules"][0]["backendRefs"] == [
        {"group": "", "kind": "Service", "name": "web", "port": 80, "weight": 1}
    ]


def test_a_service_of_another_namespace_gets_its_grant(chart: Chart, manifests: Manifests) -> None:
    expose(service(chart), host=HOST, gateway=GATEWAY, namespace="apps")
    (grant,) = [manifest for manifest in manifests() if manifest["kind"] == "ReferenceGrant"]
    assert grant["metadata"]["namespace"] == "shop"
    assert grant["spec"]["to"] == [{"group": "", "kind": "Service", "name": "shop"}]


def test_a_canary_is_a_second_service_with_weights(chart: Chart, manifests: Manifests) -> None:
    expose([SHOP, NEXT], weights=[90, 10], host=HOST, gateway=GATEWAY, scope=chart)
    (manifest,) = routes(manifests)
    assert manifest["spec"]["rules"][0]["backendRefs"] == [backend("shop", 8080, 90), backend("shop-next", 8080, 10)]


def test_paths_lead_to_services_of_their_own(chart: Chart, manifests: Manifests) -> None:
    expose(SHOP, paths={"/api": NEXT}, host=HOST, gateway=GATEWAY, scope=chart)
    (manifest,) = routes(manifests)
    found = [
        (rule["matches"][0]["path"]["value"], [entry["name"] for entry in rule["backendRefs"]])
        for rule in manifest["spec"]["rules"]
    ]
    assert found == [("/", ["shop"]), ("/api", ["shop-next"])]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://status.example.org",
            {"scheme": "https", "hostname": "status.example.org", "path": "/"},
        ),
        (
            "https://shop.example.com:8443",
            {"scheme": "https", "hostname": "shop.example.com", "port": 8443, "path": "/"},
        ),
        (
            "http://status.example.org:8080/shop/down",
            {"scheme": "http", "hostname": "status.example.org", "port": 8080, "path": "/shop/down"},
        ),
    ],
)
def test_maintenance_redirects_every_request(
    chart: Chart, manifests: Manifests, url: str, expected: dict[str, Any]
) -> None:
    expose(SHOP, maintenance=url, paths={"/api": NEXT}, host=HOST, gateway=GATEWAY, scope=chart)
    (manifest,) = routes(manifests)
    path = {"type": "ReplaceFullPath", "replaceFullPath": expected.pop("path")}
    assert manifest["spec"]["rules"] == [
        {
            "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
            "filters": [{"type": "RequestRedirect", "requestRedirect": {**expected, "path": path, "statusCode": 302}}],
        }
    ]


def test_hosts_of_several_listeners_attach_to_each(chart: Chart, manifests: Manifests) -> None:
    expose(SHOP, host=[HOST, "shop.example.net", "b.example.com"], gateway=GATEWAY, scope=chart)
    (manifest,) = routes(manifests)
    assert [entry["sectionName"] for entry in manifest["spec"]["parentRefs"]] == ["https-com", "plain"]
    assert manifest["spec"]["hostnames"] == [HOST, "shop.example.net", "b.example.com"]


def test_a_host_that_no_listener_serves_is_refused(chart: Chart) -> None:
    text = refusal(lambda: expose(SHOP, host="shop.example.org", gateway=GATEWAY, scope=chart))
    assert text == (
        "expose.host: 'shop.example.org' is served by no listener of Gateway common/gateway. Allowed: hosts of '*.com' "
        "(listener http-com of Gateway common/gateway) or '*.example.com' (listener https-com of Gateway "
        "common/gateway) or '*.example.net' (listener plain of Gateway common/gateway). Fix: correct the host, or give "
        "the Gateway a listener for it."
    )


def test_what_the_service_does_not_say_is_asked_for(chart: Chart) -> None:
    assert refusal(lambda: expose("shop", host=HOST, gateway=GATEWAY, scope=chart, port=80)) == (
        "expose.namespace: None is not known of the Service 'shop'. Allowed: no namespace only for a Service or "
        "Deployment that says it. Fix: write namespace='shop'."
    )
    assert refusal(lambda: expose(SHOP, host=HOST, gateway=GATEWAY)) == (
        "expose.scope: None is not known of the Service 'shop'. Allowed: no scope only for a Service or Deployment "
        "that says it. Fix: write scope=chart."
    )


def test_a_service_with_several_ports_needs_one_named(chart: Chart) -> None:
    several = service(chart, http=80, metrics=9090)
    assert refusal(lambda: expose(several, host=HOST, gateway=GATEWAY)) == (
        "expose.port: None does not say which of the Service's 2 TCP ports is meant. Allowed: 80 or 9090. "
        "Fix: write expose('shop', ..., port=80) or another of them."
    )
    expose(several, host=HOST, gateway=GATEWAY, port=9090)


def test_a_service_of_a_path_has_one_known_port(chart: Chart) -> None:
    several = service(chart, "api", http=8080, metrics=9090)
    for api, number in (("api", 80), (several, 8080)):
        text = refusal(partial(expose, SHOP, paths={"/api": api}, host=HOST, gateway=GATEWAY, scope=chart))
        assert text == (
            "expose.paths['/api']: 'api' does not say which port is meant. Allowed: a Service that is known to have "
            f"one TCP port. Fix: write ExistingService('api', ports=[{number}]) with the port that is meant."
        )


def test_a_service_of_a_path_may_have_udp_ports_too(chart: Chart, manifests: Manifests) -> None:
    both = ExistingService("dns", namespace="shop", ports=[443], udp_ports=[53])
    expose(SHOP, host=HOST, gateway=GATEWAY, scope=chart, paths={"/dns-query": both})
    rules = routes(manifests)[0]["spec"]["rules"]
    assert [rule["backendRefs"] for rule in rules] == [[backend("shop", 8080)], [backend("dns", 443)]]


def test_a_deployment_without_ports_cannot_be_exposed(chart: Chart) -> None:
    text = refusal(lambda: expose(deployment(chart), host=HOST, gateway=GATEWAY))
    assert text.startswith("expose.service: 'shop' is a Deployment that cannot be exposed (")
    assert text.endswith(
        "Allowed: a Deployment whose containers have ports. Fix: write ports=[ContainerPort(number=8080)] in its "
        "container, or pass a Service."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"weights": [90, 10]},
            (
                "expose.weights: [90, 10] has 2 weights for 1 Services. Allowed: one weight for each Service. "
                "Fix: write expose([stable, canary], weights=[90, 10], ...)."
            ),
        ),
        (
            {"paths": {"/": NEXT}},
            "expose.paths: '/' is every path. Allowed: longer prefixes. Fix: pass that Service as the first.",
        ),
        (
            {"maintenance": "status.example.org"},
            (
                "expose.maintenance: 'status.example.org' cannot be redirected to. Allowed: a URL such as "
                "'https://status.example.com/', without query, fragment and credentials. Fix: write such a URL."
            ),
        ),
        (
            {"maintenance": "https://status.example.org:x/"},
            (
                "expose.maintenance: 'https://status.example.org:x/' is no URL (Port could not be cast to integer "
                "value as 'x'). Allowed: a URL such as 'https://status.example.com/', without query, fragment and "
                "credentials. Fix: correct it."
            ),
        ),
        (
            {"host": [HOST, "*.example.com"], "maintenance": "https://status.example.com/"},
            (
                "expose.maintenance: 'https://status.example.com/' is at the host that is redirected, so that its "
                "requests would go round in circles. Allowed: a page at another host. "
                "Fix: write the URL of a page that is served elsewhere."
            ),
        ),
        (
            {"gateway": "gateway"},
            (
                "expose.gateway: 'gateway' is of type str. Allowed: a Gateway or ListenerSet of constructs_lib, or "
                "Gateway.from_existing(...). Fix: pass the Gateway itself."
            ),
        ),
        (
            {"host": []},
            "expose.host: [] names no host. Allowed: one hostname or more. Fix: write host='app.example.com'.",
        ),
    ],
)
def test_arguments_that_expose_nothing_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"host": HOST, "gateway": GATEWAY, "scope": chart} | arguments
    assert refusal(lambda: expose(SHOP, **given)) == expected


def test_no_service_at_all_is_refused(chart: Chart) -> None:
    assert refusal(lambda: expose([], host=HOST, gateway=GATEWAY, scope=chart)) == (
        "expose.service: [] exposes nothing. Allowed: one Service or more. Fix: write a Service."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"name": ""}, "expose.name: '' is not a name that Kubernetes accepts."),
        ({"namespace": ""}, "HTTPRoute.namespace: '' is not a DNS label."),
        ({"scope": ""}, "scope: '' is of type str."),
        ({"paths": []}, "expose.paths: [] is of type list."),
    ],
)
def test_empty_arguments_are_not_taken_for_ones_left_out(
    chart: Chart, arguments: dict[str, Any], expected: str
) -> None:
    given: dict[str, Any] = {"host": HOST, "gateway": GATEWAY, "scope": chart} | arguments
    assert refusal(lambda: expose(SHOP, **given)).startswith(expected)
