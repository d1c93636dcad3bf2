"""What TLSRoutes, TCPRoutes and UDPRoutes have in common."""

from collections.abc import Callable
from typing import Any

from constructs_lib import AllowedRoutes, Gateway, Listener
from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import Identity
from constructs_lib.routes.backends import BackendRef, UdpBackendRef
from constructs_lib.routes.tcp_route import TcpRoute
from constructs_lib.routes.tls_route import TlsRoute
from constructs_lib.routes.udp_route import UdpRoute
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

LISTENERS = [
    Listener.tls_passthrough("TLSRoute".lower(), hostname="*.example.com", allowed_routes=AllowedRoutes.all()),
    Listener.tcp("TCPRoute".lower(), port=5432, allowed_routes=AllowedRoutes.all()),
    Listener.udp("UDPRoute".lower(), port=53, allowed_routes=AllowedRoutes.all()),
    Listener.http("http"),
]
GATEWAY = Gateway.from_existing(name="gateway", namespace="common", listeners=LISTENERS)
MADE: dict[str, tuple[Callable[..., Any], type[BackendRef], dict[str, Any]]] = {
    "TLSRoute": (TlsRoute, BackendRef, {"hostnames": ["db.example.com"]}),
    "TCPRoute": (TcpRoute, BackendRef, {}),
    "UDPRoute": (UdpRoute, UdpBackendRef, {}),
}
kinds = pytest.mark.parametrize("kind", MADE)


def define(chart: Chart, kind: str, id: str = "a", **arguments: Any) -> None:
    """Define a route of a kind to the Service `db`, or as the arguments say."""
    construct, backend, further = MADE[kind]
    given = {
        "namespace": "web",
        "parent_refs": [GATEWAY.listener(kind.lower())],
        "backend_refs": [backend("db", port=53)],
        **further,
        **arguments,
    }
    construct(chart, id, **given)


@kinds
def test_a_route_writes_every_default(crds: Crds, chart: Chart, manifests: Manifests, kind: str) -> None:
    """Oracle: the defaults of the CRD."""
    define(chart, kind)
    (manifest,) = manifests()
    assert (manifest["apiVersion"], manifest["kind"]) == ("gateway.networking.k8s.io/v1", kind)
    annotations = {"argocd.argoproj.io/sync-wave": "3"}
    assert manifest["metadata"] == {"name": "a", "namespace": "web", "annotations": annotations}
    assert manifest["spec"] == {
        **MADE[kind][2],
        "parentRefs": [
            {
                "group": "gateway.networking.k8s.io",
                "kind": "Gateway",
                "namespace": "common",
                "name": "gateway",
                "sectionName": kind.lower(),
            }
        ],
        "rules": [{"backendRefs": [{"group": "", "kind": "Service", "name": "db", "port": 53, "weight": 1}]}],
    }
    schema = schema_of(crds[kind], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


@kinds
def test_a_route_writes_what_is_said(chart: Chart, manifests: Manifests, kind: str) -> None:
    backend = MADE[kind][1]
    define(
        chart,
        kind,
        id="id",
        name="a",
        rule_name="all",
        backend_refs=(backend("db", 53), backend("new", 53, weight=9)),
        labels={"a": "b"},
        annotations={"c": "d"},
        merge_patch={"metadata": {"labels": {"e": "f"}}},
    )
    (manifest,) = manifests()
    assert manifest["metadata"]["name"] == "a"
    assert manifest["metadata"]["labels"] == {"a": "b", "e": "f"}
    assert manifest["metadata"]["annotations"]["c"] == "d"
    (rule,) = manifest["spec"]["rules"]
    assert rule["name"] == "all"
    assert [(entry["name"], entry["weight"]) for entry in rule["backendRefs"]] == [("db", 1), ("new", 9)]


@kinds
def test_a_route_attaches_to_a_listener_of_a_listener_set(chart: Chart, manifests: Manifests, kind: str) -> None:
    owner = Identity(GATEWAY_GROUP, "ListenerSet", "web", "team")
    parent = GatewayListener(owner=owner, listener=GATEWAY.listener(kind.lower()).listener)
    define(chart, kind, parent_refs=[parent])
    (manifest,) = manifests()
    assert manifest["spec"]["parentRefs"][0] == {
        "group": "gateway.networking.k8s.io",
        "kind": "ListenerSet",
        "namespace": "web",
        "name": "team",
        "sectionName": kind.lower(),
    }
    assert "of ListenerSet web/team' serves" in refusal(lambda: define(chart, kind, id="b", parent_refs=[parent]))


@kinds
def test_a_route_has_the_grant_for_a_service_elsewhere(chart: Chart, manifests: Manifests, kind: str) -> None:
    protocol = cdk8s_plus_27.Protocol.UDP if kind == "UDPRoute" else cdk8s_plus_27.Protocol.TCP
    service = cdk8s_plus_27.Service(
        chart,
        "db",
        metadata=ApiObjectMetadata(name="db", namespace="dbs"),
        ports=[cdk8s_plus_27.ServicePort(port=53, protocol=protocol)],
    )
    define(chart, kind, backend_refs=[MADE[kind][1](service)])
    found = {manifest["kind"]: manifest["spec"] for manifest in manifests()}
    assert found[kind]["rules"][0]["backendRefs"] == [
        {"group": "", "kind": "Service", "namespace": "dbs", "name": "db", "port": 53, "weight": 1}
    ]
    assert found["ReferenceGrant"] == {
        "from": [{"group": "gateway.networking.k8s.io", "kind": kind, "namespace": "web"}],
        "to": [{"group": "", "kind": "Service", "name": "db"}],
    }


@kinds
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"parent_refs": []},
            (
                "parent_refs: [] attaches the route to nothing. Allowed: one listener or more. Fix: write "
                "parent_refs=[gateway.https('NAME')]."
            ),
        ),
        (
            {"parent_refs": [GATEWAY.listener("http")]},
            (
                "parent_refs: 'listener http of Gateway common/gateway' is for HTTP and takes no {kind}. Allowed: "
                "routes of kind HTTPRoute or GRPCRoute. Fix: attach the route to a listener for its protocol."
            ),
        ),
        (
            {"backend_refs": []},
            (
                "backend_refs: [] sends the traffic nowhere. Allowed: one backend or more. Fix: write the Services "
                "that answer."
            ),
        ),
        (
            {"rule_name": "A"},
            (
                "rule_name: 'A' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, '-' and '.', "
                "with a letter or digit at both ends and around each '.'. Fix: write 'a'."
            ),
        ),
        (
            {"rule_name": ""},
            (
                "rule_name: '' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, '-' and '.', with "
                "a letter or digit at both ends and around each '.'. Fix: write a name in that form."
            ),
        ),
    ],
)
def test_arguments_that_make_no_route_are_refused(
    chart: Chart, kind: str, arguments: dict[str, Any], expected: str
) -> None:
    assert refusal(lambda: define(chart, kind, **arguments)) == f"{kind} web/a: {expected.format(kind=kind)}"


@kinds
def test_backends_of_another_class_without_traffic_or_twice_are_refused(chart: Chart, kind: str) -> None:
    wanted = MADE[kind][1]
    other = UdpBackendRef("db", 53) if wanted is BackendRef else BackendRef("db", 53)
    route = f"{kind} web/a: backend_refs"
    assert refusal(lambda: define(chart, kind, backend_refs=[other])) == (
        f"{route}[0]: {other!r} is of type {type(other).__name__}. Allowed: {wanted.__name__}. Fix: write "
        f"{wanted.__name__}(...)."
    )
    assert refusal(lambda: define(chart, kind, backend_refs=[wanted("db", 53, 0), wanted("new", 53, 0)])) == (
        f"{route}: [0, 0] are the weights, with which no backend gets any traffic. Allowed: a weight of 1 or more for "
        "one backend at least. Fix: give a backend that answers another weight, or leave its weight out."
    )
    assert refusal(lambda: define(chart, kind, backend_refs=[wanted("db", 53), wanted("db", 53, 2)])) == (
        f"{route}[1]: 'db:53' is there twice. Allowed: each port of a Service once. Fix: join the two: one weight says "
        "it."
    )


@kinds
def test_a_wrong_namespace_is_refused(chart: Chart, kind: str) -> None:
    assert refusal(lambda: define(chart, kind, namespace="We b")) == (
        f"{kind}.namespace: 'We b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or digit at "
        "both ends. Fix: write 'we-b'."
    )


@kinds
def test_a_route_that_is_refused_leaves_its_listener_to_another(chart: Chart, manifests: Manifests, kind: str) -> None:
    assert "is not a name" in refusal(lambda: define(chart, kind, name="A"))
    define(chart, kind, id="b")
    assert len(manifests()) == 1
