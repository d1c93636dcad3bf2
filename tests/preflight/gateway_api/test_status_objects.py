"""The status in the Kubernetes shape."""

from preflight.gateway_api.semantics import CILIUM_1_20
from preflight.gateway_api.status_objects import statuses
from tests.preflight.gateway_api.states import (
    API,
    PEM,
    Json,
    an_object,
    config_map,
    gateway,
    listener,
    listener_set,
    predicted,
    route,
    service,
)

GROUP = "gateway.networking.k8s.io"


def condition(type_: str, status: str, reason: str, message: str) -> Json:
    return {"type": type_, "status": status, "reason": reason, "message": message}


ACCEPTED = condition("Accepted", "True", "Accepted", "It is valid.")
RESOLVED = condition("ResolvedRefs", "True", "ResolvedRefs", "All that it refers to is there.")
PROGRAMMED = condition("Programmed", "True", "Programmed", "It is served.")
KINDS = [{"group": GROUP, "kind": "HTTPRoute"}, {"group": GROUP, "kind": "GRPCRoute"}]


def the(kind: str, *documents: Json) -> Json:
    """The only object of a kind that has a status."""
    (found,) = (each for each in statuses(predicted(*documents)) if each["kind"] == kind)
    return found


def test_a_gateway() -> None:
    written = gateway(addresses=[{"type": "IPAddress", "value": "192.0.2.10"}])
    assert the("Gateway", written, route(), service()) == {
        "apiVersion": API,
        "kind": "Gateway",
        "metadata": {"name": "web", "namespace": "infra"},
        "status": {
            "addresses": [{"type": "IPAddress", "value": "192.0.2.10"}],
            "conditions": [
                condition("Accepted", "True", "Accepted", "All listeners of infra/web are valid."),
                condition("Programmed", "True", "Programmed", "Service infra/cilium-gateway-web has '192.0.2.10'."),
            ],
            "listeners": [
                {
                    "name": "http",
                    "supportedKinds": KINDS,
                    "conditions": [RESOLVED, ACCEPTED, PROGRAMMED],
                    "attachedRoutes": 1,
                }
            ],
        },
    }


def test_a_gateway_and_its_listener_set() -> None:
    documents = [gateway(allowedListeners={"namespaces": {"from": "All"}}), listener_set(listener("extra", port=81))]
    assert the("Gateway", *documents)["status"]["attachedListenerSets"] == 1
    found = the("ListenerSet", *documents)
    assert found["metadata"] == {"name": "more", "namespace": "infra"}
    assert [each["type"] for each in found["status"]["conditions"]] == ["Accepted", "Programmed"]
    assert found["status"]["listeners"] == [
        {
            "name": "extra",
            "supportedKinds": KINDS,
            "conditions": [RESOLVED, ACCEPTED, PROGRAMMED],
            "attachedRoutes": 0,
        }
    ]


def test_what_a_status_does_not_have_is_left_out() -> None:
    assert the("ListenerSet", gateway(), listener_set(listener()))["status"].keys() == {"conditions"}
    assert the("Gateway", gateway())["status"].keys() == {"conditions", "listeners"}


def test_a_route_repeats_the_reference_to_its_parent() -> None:
    parent = {"name": "web", "sectionName": "http"}
    found = the("HTTPRoute", gateway(), route(parents=[parent]), service())
    assert found["status"] == {
        "parents": [
            {
                "parentRef": {
                    "group": GROUP,
                    "kind": "Gateway",
                    "namespace": "infra",
                    "name": "web",
                    "sectionName": "http",
                },
                "controllerName": "io.cilium/gateway-controller",
                "conditions": [
                    condition("Accepted", "True", "Accepted", "Gateway infra/web takes it on listener 'http'."),
                    condition("ResolvedRefs", "True", "ResolvedRefs", "All backends are there."),
                ],
            }
        ]
    }


def test_a_policy_names_the_gateways() -> None:
    spec = {
        "targetRefs": [{"group": "", "kind": "Service", "name": "app"}],
        "validation": {
            "hostname": "app.example.com",
            "caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "ca"}],
        },
    }
    policy = an_object(API, "BackendTLSPolicy", "tls", "infra", spec=spec)
    found = the("BackendTLSPolicy", gateway(), route(), service(), policy, config_map(**{"ca.crt": PEM}))
    (ancestor,) = found["status"]["ancestors"]
    assert ancestor["ancestorRef"] == {"group": GROUP, "kind": "Gateway", "namespace": "infra", "name": "web"}
    assert ancestor["controllerName"] == "io.cilium/gateway-controller"
    assert [each["type"] for each in ancestor["conditions"]] == ["Accepted", "ResolvedRefs"]


def test_a_gateway_class_that_is_a_manifest_lists_its_features() -> None:
    written = an_object(API, "GatewayClass", "cilium", None, spec={"controllerName": "io.cilium/gateway-controller"})
    found = the("GatewayClass", written)
    assert found["metadata"] == {"name": "cilium"}
    assert found["status"] == {
        "conditions": [condition("Accepted", "True", "Accepted", "GatewayClass cilium is Cilium's.")],
        "supportedFeatures": [{"name": name} for name in sorted(CILIUM_1_20.features)],
    }


def test_conditions_have_the_generation_of_the_manifest() -> None:
    written = gateway()
    written["metadata"]["generation"] = 7
    found = the("Gateway", written)["status"]
    conditions = found["conditions"] + found["listeners"][0]["conditions"]
    assert [each["observedGeneration"] for each in conditions] == [7] * 5
