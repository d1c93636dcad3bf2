"""The prediction as a whole: what has a status, in which order, and that nothing depends on the order of manifests."""

import json

from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from preflight.gateway_api.status_objects import statuses
from tests.preflight.gateway_api.states import (
    Json,
    gateway,
    grant,
    https,
    listener,
    listener_set,
    passthrough,
    predicted,
    route,
    secret,
    service,
)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ALL = {"namespaces": {"from": "All"}}
HOSTS = ["a.example.com", "*.example.com", "b.example.org"]
GATEWAYS = [
    gateway(listener(), https(hostname="*.example.com"), passthrough(port=8443), allowedListeners=ALL),
    gateway(
        listener(allowedRoutes=ALL), listener("tcp", "TCP"), listener("far", port=81), name="far", namespace="shop"
    ),
]
SETS = [
    listener_set(listener("http", port=8080), name=name, namespace=namespace, created=created)
    for name, namespace, created in (("a", "infra", "2026-01-02T00:00:00Z"), ("b", "shop", "2026-01-01T00:00:00Z"))
]
OTHERS = [secret(), service(), service(namespace="shop"), grant("HTTPRoute", "infra", "Service", in_="shop")]
PARENTS = st.sampled_from(
    [
        {"name": "web"},
        {"name": "web", "sectionName": "https"},
        {"name": "far", "namespace": "shop"},
        {"name": "far", "namespace": "shop", "port": 81},
        {"name": "a", "kind": "ListenerSet"},
        {"name": "b", "namespace": "shop", "kind": "ListenerSet"},
        {"name": "none"},
    ]
)
ROUTES = st.lists(
    st.builds(
        route,
        st.sampled_from("abcd"),
        kind=st.sampled_from(["HTTPRoute", "GRPCRoute"]),
        namespace=st.sampled_from(["infra", "shop"]),
        parents=st.lists(PARENTS, min_size=1, max_size=2, unique_by=lambda each: each["name"]),
        hostnames=st.lists(st.sampled_from(HOSTS), max_size=2, unique=True),
        created=st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"]),
        backends=st.just([{"name": "app", "port": 80, "namespace": "shop"}]),
    ),
    max_size=5,
    unique_by=lambda each: (each["kind"], each["metadata"]["namespace"], each["metadata"]["name"]),
)


def written(*documents: Json, semantics: Semantics) -> list[str]:
    """The objects with their status, as text."""
    return [json.dumps(each, sort_keys=True) for each in statuses(predicted(*documents, semantics=semantics))]


@settings(max_examples=40, deadline=None)
@given(ROUTES, st.sampled_from([CILIUM_1_20, SPEC]), st.data())
def test_the_order_of_manifests_does_not_matter(routes: list[Json], semantics: Semantics, data: st.DataObject) -> None:
    documents = [*GATEWAYS, *SETS, *OTHERS, *routes]
    shuffled = data.draw(st.permutations(documents))
    assert written(*shuffled, semantics=semantics) == written(*documents, semantics=semantics)


@settings(max_examples=40, deadline=None)
@given(ROUTES, st.sampled_from([CILIUM_1_20, SPEC]), st.sampled_from(["HTTPRoute", "GRPCRoute"]))
def test_a_route_to_elsewhere_changes_nothing_for_the_others(
    routes: list[Json], semantics: Semantics, kind: str
) -> None:
    elsewhere = gateway(name="elsewhere", namespace="shop")
    unrelated = route("unrelated", kind=kind, namespace="shop", parents=[{"name": "elsewhere", "namespace": "shop"}])
    before = written(*GATEWAYS, *SETS, *OTHERS, elsewhere, *routes, semantics=semantics)
    after = written(*GATEWAYS, *SETS, *OTHERS, elsewhere, *routes, unrelated, semantics=semantics)
    assert [each for each in before if '"elsewhere"' not in each] == [each for each in after if "elsewhere" not in each]


@settings(max_examples=30, deadline=None)
@given(ROUTES)
def test_a_route_never_changes_the_conditions_of_another_for_cilium(routes: list[Json]) -> None:
    def of_routes(documents: list[Json]) -> dict[tuple[str, str, str], str]:
        found = statuses(predicted(*GATEWAYS, *SETS, *OTHERS, *documents))
        return {
            (each["kind"], each["metadata"]["namespace"], each["metadata"]["name"]): json.dumps(each["status"])
            for each in found
            if each["kind"].endswith("Route")
        }

    together = of_routes(routes)
    alone = [of_routes([each]) for each in routes]
    assert {key: status for each in alone for key, status in each.items()} == together


def test_statuses_are_sorted_by_kind_namespace_and_name() -> None:
    documents = [*GATEWAYS, *SETS, *OTHERS, route("b"), route("a"), route("a", namespace="shop", kind="GRPCRoute")]
    found = [
        f"{each['kind']} {each['metadata']['namespace']}/{each['metadata']['name']}"
        for each in statuses(predicted(*documents))
    ]
    assert found == [
        "GRPCRoute shop/a",
        "Gateway infra/web",
        "Gateway shop/far",
        "HTTPRoute infra/a",
        "HTTPRoute infra/b",
        "ListenerSet infra/a",
        "ListenerSet shop/b",
    ]


@pytest.mark.parametrize("document", [route(), service(), listener_set(listener())], ids=["route", "Service", "set"])
def test_what_no_gateway_of_cilium_knows_has_no_status(document: Json) -> None:
    assert statuses(predicted(document)) == []
