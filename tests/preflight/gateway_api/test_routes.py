"""Routes: the conditions of each parent, and the routes that listeners have."""

from dataclasses import replace

from preflight.cluster import ClusterFacts
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC
from preflight.gateway_api.status import predict
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.gateway_api.states import (
    API,
    Json,
    an_object,
    gateway,
    https,
    listener,
    listener_set,
    listeners_of,
    parent_conditions,
    predicted,
    reasons,
    route,
    said,
    service,
    web,
)

import pytest

PARAMETERS = {"parametersRef": {"group": "", "kind": "ConfigMap", "name": "any"}}
OTHER = listener("other", port=81, hostname="*.example.org")


def attached(prediction: Prediction) -> dict[str, list[str]]:
    """The routes of each listener of the Gateway infra/web."""
    return {name: [each.key.name for each in found.attached] for name, found in listeners_of(web(prediction)).items()}


def test_a_route_that_is_taken() -> None:
    found = predicted(gateway(listener(), OTHER), route(), service())
    assert [said(each) for each in parent_conditions(found)] == [
        [
            "Accepted=True Accepted: Gateway infra/web takes it on listener 'http' and 'other'.",
            "ResolvedRefs=True ResolvedRefs: All backends are there.",
        ]
    ]
    assert attached(found) == {"http": ["shop"], "other": ["shop"]}


def test_a_route_that_is_taken_on_no_listener_is_said_to_be_so() -> None:
    written = route(parents=[{"name": "web", "sectionName": "other"}], hostnames=["a.example.com"])
    found = predicted(gateway(listener(), OTHER), written, service())
    assert said(parent_conditions(found)[0])[0] == (
        "Accepted=True Accepted: Gateway infra/web takes it, but on none of its listeners."
    )
    assert attached(found) == {"http": [], "other": []}


def test_backends_are_checked_whether_the_route_is_accepted_or_not() -> None:
    found = predicted(gateway(), route(parents=[{"name": "web", "sectionName": "none"}]))
    assert reasons(parent_conditions(found)[0]) == {
        "Accepted": "False NoMatchingParent",
        "ResolvedRefs": "False BackendNotFound",
    }
    (status,) = found.routes
    assert [each.reason for each in status.problems] == ["BackendNotFound"]


def test_every_parent_has_conditions_of_its_own() -> None:
    parents = [{"name": "web", "sectionName": "http"}, {"name": "web", "sectionName": "none"}, {"name": "absent"}]
    found = predicted(gateway(), route(parents=parents), service())
    assert [reasons(each)["Accepted"] for each in parent_conditions(found)] == [
        "True Accepted",
        "False NoMatchingParent",
    ]
    (status,) = found.routes
    assert [each.parent.section_name for each in status.parents] == ["http", "none"]


def test_a_route_counts_once_on_a_listener_that_it_names_twice() -> None:
    # the CRD of the experimental channel takes this
    written = [gateway(), route(parents=[{"name": "web", "sectionName": "http"}, {"name": "web", "port": 80}])]
    objects = objects_in(Snapshot(tuple(Manifest(data=each) for each in written)), ClusterFacts())
    assert attached(predict(objects, CILIUM_1_20)) == {"http": ["shop"]}


def test_a_listener_that_is_not_valid_has_routes_all_the_same() -> None:
    listeners = [listener(), https()]
    assert attached(predicted(gateway(*listeners), route(), service())) == {"http": ["shop"], "https": ["shop"]}


@pytest.mark.parametrize(
    "parent",
    [
        {"name": "absent"},
        {"name": "foreign"},
        {"name": "web", "kind": "Service", "group": ""},
        {"name": "bad"},
        {"name": "absent", "kind": "ListenerSet"},
    ],
    ids=["missing", "of another controller", "no Gateway", "with bad parameters", "missing ListenerSet"],
)
def test_parents_that_are_not_ciliums_say_nothing(parent: Json) -> None:
    other = an_object(API, "GatewayClass", "other", None, spec={"controllerName": "example.com/controller"})
    foreign = gateway(name="foreign", gatewayClassName="other")
    bad = gateway(name="bad", infrastructure=PARAMETERS)
    found = predicted(gateway(), foreign, bad, other, route(parents=[parent]), service())
    assert parent_conditions(found) == []
    assert len(found.routes) == 1


def test_a_gateway_with_bad_parameters_says_something_beside_one_with_good_ones() -> None:
    bad = gateway(name="bad", infrastructure=PARAMETERS)
    found = predicted(gateway(), bad, route(parents=[{"name": "bad"}, {"name": "web"}]), service())
    assert [reasons(each)["Accepted"] for each in parent_conditions(found)] == ["True Accepted"] * 2


def test_a_route_reaches_listener_sets_by_their_name_only() -> None:
    allowed = gateway(allowedListeners={"namespaces": {"from": "All"}})
    sets = listener_set(listener("extra", port=81))
    to_set = route("deep", parents=[{"name": "more", "kind": "ListenerSet", "sectionName": "extra"}])
    found = predicted(allowed, sets, route(), to_set, service())
    assert said(parent_conditions(found, "deep")[0])[0] == (
        "Accepted=True Accepted: ListenerSet infra/more takes it on listener 'extra'."
    )
    assert attached(found) == {"http": ["shop"]}
    assert [each.key.name for each in found.listener_sets[0].listeners[0].attached] == ["deep"]


def test_a_value_that_is_refused_keeps_a_route_from_all_its_parents() -> None:
    header = {"type": "RequestHeaderModifier", "requestHeaderModifier": {"set": [{"name": "Host", "value": "x"}]}}
    written = route(rules=[{"filters": [header], "backendRefs": [{"name": "app", "port": 80}]}])
    found = predicted(gateway(), written, service())
    assert reasons(parent_conditions(found)[0]) == {
        "Accepted": "False UnsupportedValue",
        "ResolvedRefs": "True ResolvedRefs",
    }
    assert attached(found) == {"http": []}


def test_by_the_specification_the_older_of_an_http_route_and_a_grpc_route_wins() -> None:
    younger = route("younger", created="2026-01-02T00:00:00Z")
    older = route("older", kind="GRPCRoute", created="2026-01-01T00:00:00Z")
    states = [gateway(), younger, older, service()]
    found = predicted(*states, semantics=SPEC)
    assert said(parent_conditions(found, "younger")[0])[0] == (
        "Accepted=False NotAllowedByListeners: GRPCRoute infra/older has a hostname in common with it on "
        "listener 'http', and is older."
    )
    assert attached(found) == {"http": ["older"]}
    assert attached(predicted(*states)) == {"http": ["younger", "older"]}


def test_without_a_creation_time_either_of_the_two_may_win() -> None:
    timeless, timed = route("a"), route("b", kind="GRPCRoute", created="2026-01-01T00:00:00Z")
    found = predicted(gateway(), timeless, timed, service(), semantics=SPEC)
    assert said(parent_conditions(found, "a")[0])[0] == (
        "Accepted=False NotAllowedByListeners: GRPCRoute infra/b has a hostname in common with it on listener 'http', "
        "and is taken for the older one. "
        "One of the two wins, the older one, and HTTPRoute infra/a has no creation time."
    )
    assert attached(found) == {"http": ["b"]}


def test_a_route_that_loses_one_listener_keeps_the_others() -> None:
    older = route("older", kind="GRPCRoute", parents=[{"name": "web", "sectionName": "http"}])
    found = predicted(gateway(listener(), OTHER), older, route("younger"), service(), semantics=SPEC)
    assert said(parent_conditions(found, "younger")[0])[0] == (
        "Accepted=True Accepted: Gateway infra/web takes it on listener 'other'."
    )
    assert attached(found) == {"http": ["older"], "other": ["younger"]}


@pytest.mark.parametrize("kind", ["TCPRoute", "UDPRoute"])
def test_cilium_1_19_says_nothing_of_routes_of_layer_4(kind: str) -> None:
    written = [gateway(listener("any", kind[:3], 53)), route(kind=kind), service()]
    assert len(parent_conditions(predicted(*written))) == 1
    assert parent_conditions(predicted(*written, semantics=SEMANTICS["1.19"])) == []


@pytest.mark.parametrize("kind", ["TCPRoute", "UDPRoute"])
def test_with_host_networking_no_route_of_layer_4_is_taken_and_no_backend_is_looked_at(kind: str) -> None:
    on_nodes = replace(CILIUM_1_20, host_network=True)
    found = predicted(gateway(listener("any", kind[:3], 53), listener()), route(kind=kind), semantics=on_nodes)
    assert [said(each) for each in parent_conditions(found)] == [
        [
            f"Accepted=False UnsupportedValue: With host networking, Cilium 1.20 serves no {kind}.",
            "ResolvedRefs=Unknown Pending: Its backends are not looked at.",
        ]
    ]
    assert attached(found) == {"any": [], "http": []}
    assert reasons(web(found).conditions)["Accepted"] == "True ListenersNotValid"


def test_with_host_networking_cilium_1_19_says_of_layer_4_what_it_says_without() -> None:
    written = [gateway(listener("any", "TCP", 53)), route(kind="TCPRoute"), service()]
    plain, on_nodes = (replace(SEMANTICS["1.19"], host_network=each) for each in (False, True))
    first, second = (predicted(*written, semantics=each) for each in (plain, on_nodes))
    assert parent_conditions(second) == []
    assert listeners_of(web(first))["any"].conditions == listeners_of(web(second))["any"].conditions
