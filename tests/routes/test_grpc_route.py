"""GRPCRoutes: their rules, and which listeners they attach to."""

from typing import Any

from constructs_lib import (
    AllowedRoutes,
    Gateway,
    Listener,
    RequestHeaderModifier,
    RequestMirror,
    ResponseHeaderModifier,
)
from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.references import ExistingService
from constructs_lib.registry import Identity
from constructs_lib.routes.backends import BackendRef, HttpBackendRef
from constructs_lib.routes.conflicts import claim_listeners
from constructs_lib.routes.extension_ref import ExtensionRef
from constructs_lib.routes.filters import UrlRewrite
from constructs_lib.routes.grpc_matches import GrpcHeaderMatch, GrpcMethodMatch, GrpcRouteMatch
from constructs_lib.routes.grpc_route import GrpcRoute, GrpcRouteRule
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    listeners=[
        Listener.https("com", hostname="*.example.com", allowed_routes=AllowedRoutes.all()),
        Listener.tcp("postgres", port=5432),
    ],
)
COM = GATEWAY.listener("com")
WEB = BackendRef("web", port=50051)
RULE = GrpcRouteRule(backend_refs=[WEB])
GREETER = GrpcRouteMatch(method=GrpcMethodMatch.exact(service="helloworld.Greeter"))
PARENT = {
    "group": "gateway.networking.k8s.io",
    "kind": "Gateway",
    "namespace": "common",
    "name": "gateway",
    "sectionName": "com",
}
BACKEND = {"group": "", "kind": "Service", "name": "web", "port": 50051, "weight": 1}


def test_a_route_for_every_call_writes_what_the_crd_has_no_default_for(chart: Chart, manifests: Manifests) -> None:
    GrpcRoute(chart, "a", namespace="web", parent_refs=[COM], rules=[RULE])
    (manifest,) = manifests()
    assert manifest == {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "GRPCRoute",
        "metadata": {"name": "a", "namespace": "web", "annotations": {"argocd.argoproj.io/sync-wave": "3"}},
        "spec": {"parentRefs": [PARENT], "rules": [{"backendRefs": [BACKEND]}]},
    }


def test_a_route_writes_what_is_said(crds: Crds, chart: Chart, manifests: Manifests) -> None:
    """Oracle: the defaults of the CRD."""
    rule = GrpcRouteRule(
        name="greeter",
        matches=[GREETER, GrpcRouteMatch(headers=[GrpcHeaderMatch("version", "one")])],
        filters=[
            RequestHeaderModifier(set={"a": "b"}),
            ResponseHeaderModifier(remove=["c"]),
            RequestMirror(backend_ref=BackendRef("mirror", port=1), percent=5),
            RequestMirror(backend_ref=BackendRef("another", port=2)),
            ExtensionRef(group="example.com", kind="Thing", name="a", controller_name="example.com/controller"),
        ],
        backend_refs=[WEB, BackendRef("canary", port=50051, weight=9)],
    )
    labels, annotations = {"a": "b"}, {"c": "d"}
    GrpcRoute(
        chart,
        "id",
        name="a",
        namespace="web",
        parent_refs=[COM],
        hostnames=["grpc.example.com"],
        rules=[rule, RULE],
        labels=labels,
        annotations=annotations,
        merge_patch={"metadata": {"annotations": {"e": "f"}}},
    )
    (manifest,) = manifests()
    assert manifest["metadata"] == {
        "name": "a",
        "namespace": "web",
        "labels": labels,
        "annotations": {"argocd.argoproj.io/sync-wave": "3", **annotations, "e": "f"},
    }
    spec = manifest["spec"]
    assert defaulted(spec, schema_of(crds["GRPCRoute"], "v1")["properties"]["spec"]) == spec
    assert spec["hostnames"] == ["grpc.example.com"]
    assert spec["rules"][0]["name"] == "greeter"
    assert spec["rules"][0]["matches"] == [
        {"method": {"type": "Exact", "service": "helloworld.Greeter"}},
        {"headers": [{"type": "Exact", "name": "version", "value": "one"}]},
    ]
    assert [entry["type"] for entry in spec["rules"][0]["filters"]] == [
        "RequestHeaderModifier",
        "ResponseHeaderModifier",
        "RequestMirror",
        "RequestMirror",
        "ExtensionRef",
    ]
    assert [backend["weight"] for backend in spec["rules"][0]["backendRefs"]] == [1, 9]
    assert spec["rules"][1] == {"backendRefs": [BACKEND]}


def test_a_route_has_the_grants_for_services_elsewhere(chart: Chart, manifests: Manifests) -> None:
    metadata = ApiObjectMetadata(name="api", namespace="apis")
    ports = [cdk8s_plus_27.ServicePort(port=50051)]
    api = cdk8s_plus_27.Service(chart, "api", metadata=metadata, ports=ports)
    rule = GrpcRouteRule(filters=[RequestMirror(backend_ref=BackendRef(api))], backend_refs=[WEB])
    GrpcRoute(chart, "a", namespace="web", parent_refs=[COM], rules=[rule])
    (grant,) = [manifest for manifest in manifests() if manifest["kind"] == "ReferenceGrant"]
    assert grant["metadata"]["namespace"] == "apis"
    assert grant["spec"]["from"] == [{"group": GATEWAY_GROUP, "kind": "GRPCRoute", "namespace": "web"}]
    assert grant["spec"]["to"] == [{"group": "", "kind": "Service", "name": "api"}]


def test_a_route_attaches_to_a_listener_of_a_listener_set(chart: Chart, manifests: Manifests) -> None:
    owner = Identity(GATEWAY_GROUP, "ListenerSet", "web", "team")
    parent = GatewayListener(owner=owner, listener=Listener.https("grpc", hostname="grpc.example.com"))
    GrpcRoute(chart, "a", namespace="web", parent_refs=[parent], rules=[RULE])
    (manifest,) = manifests()
    (written,) = manifest["spec"]["parentRefs"]
    assert (written["kind"], written["namespace"], written["name"]) == ("ListenerSet", "web", "team")


def test_a_route_has_128_matches_besides_rules_for_every_call(chart: Chart, manifests: Manifests) -> None:
    rules = [*[GrpcRouteRule(matches=[GREETER] * 64, backend_refs=[WEB])] * 2, RULE]
    GrpcRoute(chart, "a", namespace="web", parent_refs=[COM], rules=rules)
    (manifest,) = manifests()
    assert [len(rule.get("matches", [])) for rule in manifest["spec"]["rules"]] == [64, 64, 0]


FILTERS = (
    "Allowed: RequestHeaderModifier, ResponseHeaderModifier, RequestMirror, ExtensionRef. Fix: write one of these."
)
HTTP = HttpBackendRef("web", port=80)
REWRITE = UrlRewrite(hostname="a.example")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"backend_refs": []},
            (
                "backend_refs: [] sends the traffic nowhere. Allowed: one backend or more. Fix: write the Services "
                "that answer."
            ),
        ),
        (
            {"backend_refs": [BackendRef("web", port=80, weight=0)]},
            (
                "backend_refs: [0] are the weights, with which no backend gets any traffic. Allowed: a weight of 1 or "
                "more for one backend at least. Fix: give a backend that answers another weight, or leave its weight "
                "out."
            ),
        ),
        (
            {"backend_refs": [HTTP]},
            f"backend_refs[0]: {HTTP!r} is of type HttpBackendRef. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        (
            {"name": "A"},
            (
                "name: 'A' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, '-' and '.', with a "
                "letter or digit at both ends and around each '.'. Fix: write 'a'."
            ),
        ),
        (
            {"matches": [GREETER.method]},
            (
                f"matches[0]: {GREETER.method!r} is of type GrpcMethodMatch. Allowed: GrpcRouteMatch. Fix: write "
                "GrpcRouteMatch(...)."
            ),
        ),
        (
            {"matches": [GREETER] * 65},
            "matches: '65 items' are too many. Allowed: at most 64. Fix: split it into several objects.",
        ),
        ({"filters": [REWRITE]}, f"filters[0]: {REWRITE!r} is not a filter of a GRPCRoute. {FILTERS}"),
        ({"filters": [{"type": "CORS"}]}, f"filters[0]: {{'type': 'CORS'}} is not a filter of a GRPCRoute. {FILTERS}"),
        (
            {"filters": [RequestMirror(backend_ref=WEB)] * 17},
            "filters: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"filters": [RequestHeaderModifier(remove=["a"]), RequestHeaderModifier(remove=["b"])]},
            "filters: 'RequestHeaderModifier' is there twice. Allowed: one filter of a kind. Fix: join the two.",
        ),
    ],
)
def test_what_makes_no_rule_is_refused(arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"backend_refs": [WEB]} | arguments
    assert refusal(lambda: GrpcRouteRule(**given)) == f"GrpcRouteRule.{expected}"


ROUTE = "GRPCRoute web/a"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"parent_refs": [GATEWAY.listener("postgres")]},
            (
                f"{ROUTE}: parent_refs: 'listener postgres of Gateway common/gateway' is for TCP and takes no "
                "GRPCRoute. Allowed: routes of kind TCPRoute. Fix: attach the route to a listener for its protocol."
            ),
        ),
        (
            {"hostnames": ["grpc.example.org"]},
            (
                f"{ROUTE}: hostnames: 'grpc.example.org' can never be served. Allowed: hostnames that intersect with "
                "'*.example.com' (listener com of Gateway common/gateway). Fix: attach the route to a listener of that "
                "domain, or correct the hostname."
            ),
        ),
        (
            {"rules": []},
            (
                f"{ROUTE}: rules: '0 rules with 0 matches' is not a number that a route can have. Allowed: 1 to 16 "
                "rules with at most 128 matches together. Fix: write rules=[GrpcRouteRule(backend_refs=[...])], and "
                "split a larger route in two."
            ),
        ),
        (
            {"rules": [{"backendRefs": []}]},
            (
                f"{ROUTE}: rules[0]: {{'backendRefs': []}} is of type dict. Allowed: GrpcRouteRule. Fix: write "
                "GrpcRouteRule(...)."
            ),
        ),
        (
            {"rules": [GrpcRouteRule(name="a", backend_refs=[WEB])] * 2},
            (
                f"{ROUTE}: rules[1].name: 'a' is the name of another rule. Allowed: a name for each rule, or none. "
                "Fix: rename one of them."
            ),
        ),
        (
            {"namespace": {"name": "web"}},
            (
                "GRPCRoute.namespace: {'name': 'web'} is of type dict. Allowed: a Namespace of cdk8s-plus, or its name "
                "as text. Fix: write the name of the Namespace."
            ),
        ),
    ],
)
def test_arguments_that_make_no_route_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"namespace": "web", "parent_refs": [COM], "rules": [RULE]} | arguments
    assert refusal(lambda: GrpcRoute(chart, "a", **given)) == expected


def test_a_route_for_the_hosts_of_an_http_route_is_refused(chart: Chart) -> None:
    http = Identity(GATEWAY_GROUP, "HTTPRoute", "web", "a")
    with claim_listeners(chart, http, [COM], ["app.example.com"]):
        pass
    GrpcRoute(chart, "b", namespace="web", parent_refs=[COM], hostnames=["grpc.example.com"], rules=[RULE])
    assert refusal(lambda: GrpcRoute(chart, "c", namespace="web", parent_refs=[COM], rules=[RULE])) == (
        "GRPCRoute web/c: parent_refs: 'listener com of Gateway common/gateway' serves 'app.example.com' for HTTPRoute "
        "web/a: the Gateway would use the older of the two routes only. Allowed: a listener's hosts for HTTPRoutes or "
        "for GRPCRoutes, each host for one of the two kinds. Fix: give the two routes different hostnames, or "
        "listeners of their own."
    )


def test_a_rule_looks_its_port_up(chart: Chart) -> None:
    rule = GrpcRouteRule(backend_refs=[BackendRef(ExistingService("web", ports=[50051]))])
    assert rule.spec()["backendRefs"][0]["port"] == 50051
