"""Backends of routes: what is wrong with each, and what decides ResolvedRefs."""

from preflight.gateway_api.backends import backend_refs, problems_of, resolved_refs
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.states import Json, an_object, gateway, grant, route, said, service, the_route

import pytest


def problems(written: Json, *others: Json, semantics: Semantics = CILIUM_1_20) -> list[str]:
    one, objects = the_route(written, *others)
    return [f"{each.reason}: {each.message}" for each in problems_of(one, objects, semantics)]


def test_a_service_with_the_port_is_fine() -> None:
    one, objects = the_route(route(), service())
    assert problems_of(one, objects, CILIUM_1_20) == ()
    assert said([resolved_refs((), CILIUM_1_20)]) == ["ResolvedRefs=True ResolvedRefs: All backends are there."]


@pytest.mark.parametrize(
    ("backend", "expected"),
    [
        ({"name": "none", "port": 80}, "BackendNotFound: Service infra/none does not exist."),
        ({"name": "app", "port": 81}, "BackendNotFound: Service infra/app has no port 81; it has 80 and 443."),
        ({"name": "portless", "port": 81}, "BackendNotFound: Service infra/portless has no port 81; it has none."),
        (
            {"name": "app", "port": 80, "group": "example.com", "kind": "Bucket"},
            "InvalidKind: Bucket infra/app of group example.com is no Service.",
        ),
        (
            {"name": "app", "port": 80, "namespace": "shop"},
            (
                "RefNotPermitted: Service shop/app is in another namespace, and no ReferenceGrant there lets "
                "the HTTPRoutes of infra use it."
            ),
        ),
        (
            {"name": "app", "group": "multicluster.x-k8s.io", "kind": "ServiceImport"},
            "InvalidKind: ServiceImport infra/app is named without a port.",
        ),
        (
            {"name": "app", "port": 80, "group": "multicluster.x-k8s.io", "kind": "ServiceImport"},
            (
                "BackendNotFound: ServiceImport infra/app does not exist; it takes Cluster Mesh, "
                "and the CRD of ServiceImport."
            ),
        ),
    ],
    ids=["missing", "port", "no ports", "kind", "grant", "import without port", "import"],
)
def test_why_a_backend_can_not_be_used(backend: Json, expected: str) -> None:
    services = [service(ports=[443, 80]), service(namespace="shop"), service("portless", spec={})]
    assert problems(route(backends=[backend]), *services) == [expected]


def test_a_grant_is_for_one_kind_of_route() -> None:
    written = route(backends=[{"name": "app", "port": 80, "namespace": "shop"}])
    there = service(namespace="shop")
    assert problems(written, there, grant("HTTPRoute", "infra", "Service", in_="shop")) == []
    assert len(problems(written, there, grant("GRPCRoute", "infra", "Service", in_="shop"))) == 1


def test_the_first_check_that_fails_for_any_backend_decides() -> None:
    backends = [{"name": "none", "port": 80}, {"name": "app", "port": 80, "namespace": "shop"}]
    one, objects = the_route(route(backends=backends))
    found = problems_of(one, objects, CILIUM_1_20)
    assert [each.reason for each in found] == ["RefNotPermitted", "BackendNotFound"]
    line = f"ResolvedRefs=False RefNotPermitted: {found[0].message} There are 2 problems in all."
    assert said([resolved_refs(found, CILIUM_1_20)]) == [line]
    assert said([resolved_refs(found, SPEC)]) == [
        f"{line} The specification leaves open which of them gives the reason."
    ]
    assert said([resolved_refs((found[1], found[1]), SPEC)])[0].endswith(" There are 2 problems in all.")


def test_the_backends_of_mirrors_count() -> None:
    mirror = {"type": "RequestMirror", "requestMirror": {"backendRef": {"name": "none", "port": 80}}}
    written = route(rules=[{"filters": [mirror], "backendRefs": [{"name": "app", "port": 80}]}])
    one, objects = the_route(written, service())
    assert [each.target.name for each in backend_refs(one)] == ["app", "none"]
    (problem,) = problems_of(one, objects, CILIUM_1_20)
    assert problem.backend.path == ("spec", "rules", 0, "filters", 0, "requestMirror", "backendRef")


def test_cilium_1_19_does_not_look_at_ports() -> None:
    written = route(backends=[{"name": "app", "port": 81}])
    assert problems(written, service(), semantics=SEMANTICS["1.19"]) == []
    assert len(problems(written, service(), gateway())) == 1


@pytest.mark.parametrize(
    ("annotations", "services", "expected"),
    [
        ({"multicluster.kubernetes.io/derived-service": "derived"}, [service("derived")], []),
        ({}, [service("derived")], ["ServiceImport infra/app has no Service that stands for it."]),
        (
            {"multicluster.kubernetes.io/derived-service": "derived"},
            [],
            ["Service infra/derived, which stands for ServiceImport infra/app, does not exist."],
        ),
        (
            {"multicluster.kubernetes.io/derived-service": "derived"},
            [service("derived", ports=[81])],
            ["Service infra/derived, which stands for ServiceImport infra/app, has no port 80; it has 81."],
        ),
    ],
    ids=["fine", "no annotation", "no Service", "no port"],
)
def test_a_service_stands_for_a_service_import(
    annotations: dict[str, str], services: list[Json], expected: list[str]
) -> None:
    reference = {"name": "app", "port": 80, "group": "multicluster.x-k8s.io", "kind": "ServiceImport"}
    imported = an_object("multicluster.x-k8s.io/v1beta1", "ServiceImport", "app", "infra", annotations=annotations)
    found = problems(route(backends=[reference]), imported, *services)
    assert found == [f"BackendNotFound: {each}" for each in expected]


def test_the_ports_that_a_service_has_are_in_order() -> None:
    assert problems(route(), service(ports=[16, 9, 443])) == [
        "BackendNotFound: Service infra/app has no port 80; it has 9, 16 and 443."
    ]
