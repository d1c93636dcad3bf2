"""Duplicates: which objects of an input are the same, with their keys as the oracle."""

from collections import Counter
from dataclasses import dataclass

from preflight.admission.duplicates import repeated
from preflight.admission.schemas import SchemaStore
from preflight.cluster import ClusterFacts
from preflight.field_path import FieldPath
from preflight.finding import Source
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.admission.findings import said

import pytest
from hypothesis import given
from hypothesis import strategies as st


@dataclass
class Line:
    """The place of an object that is on one line."""

    number: int

    def source(self, path: FieldPath) -> Source:
        """Return the line."""
        return Source("dist/app.yaml", self.number, 1 + len(path))


def manifest(api_version: str, kind: str, name: object, namespace: object = None, line: int | None = None) -> Manifest:
    data = {"apiVersion": api_version, "kind": kind, "metadata": {"name": name, "namespace": namespace}}
    return Manifest(data=data, origin=None if line is None else Line(line))


def snapshot(*manifests: Manifest) -> Snapshot:
    return Snapshot(manifests)


BUNDLED = SchemaStore(ClusterFacts())
ROUTE = manifest("gateway.networking.k8s.io/v1", "HTTPRoute", "app", "shop", line=3)


@pytest.mark.parametrize(
    "other",
    [
        manifest("gateway.networking.k8s.io/v1", "HTTPRoute", "app", "shop"),
        manifest("gateway.networking.k8s.io/v1beta1", "HTTPRoute", "app", "shop"),
        ROUTE,
    ],
    ids=["same", "other version", "the very same"],
)
def test_the_second_of_two_is_a_finding_that_says_where_the_first_is(other: Manifest) -> None:
    found = repeated(snapshot(ROUTE, other), BUNDLED)
    assert {index: said(findings) for index, findings in found.items()} == {
        1: [
            (
                "GH106  It is there already, at dist/app.yaml:3:1: the one that is applied last"
                " would stay."
                " Remove one of them, or give it another name."
            )
        ]
    }


def test_an_object_of_python_has_no_place() -> None:
    found = repeated(snapshot(manifest("v1", "Namespace", "shop"), manifest("v1", "Namespace", "shop")), BUNDLED)
    assert said(found[1]) == [
        (
            "GH106  It is there already: the one that is applied last would stay."
            " Remove one of them, or give it another name."
        )
    ]


@pytest.mark.parametrize(
    "other",
    [
        manifest("gateway.networking.k8s.io/v1", "GRPCRoute", "app", "shop"),
        manifest("example.com/v1", "HTTPRoute", "app", "shop"),
        manifest("gateway.networking.k8s.io/v1", "HTTPRoute", "web", "shop"),
        manifest("gateway.networking.k8s.io/v1", "HTTPRoute", "app", "other"),
        manifest("gateway.networking.k8s.io/v1", "HTTPRoute", "app"),
        Manifest(data={}),
    ],
    ids=["kind", "group", "name", "namespace", "no namespace", "no object"],
)
def test_another_object_is_not_the_same(other: Manifest) -> None:
    assert repeated(snapshot(ROUTE, other), BUNDLED) == {}


def test_the_namespace_of_a_cluster_scoped_object_counts_for_nothing() -> None:
    classes = [
        manifest("gateway.networking.k8s.io/v1", "GatewayClass", "cilium", namespace) for namespace in ("a", None, "b")
    ]
    assert list(repeated(snapshot(*classes), BUNDLED)) == [1, 2]


@pytest.mark.parametrize("data", [{}, {"kind": "Job"}, {"kind": "Job", "metadata": {"generateName": "a-"}}], ids=str)
def test_objects_without_a_name_are_never_the_same(data: dict[str, object]) -> None:
    assert repeated(snapshot(Manifest(data=data), Manifest(data=data)), BUNDLED) == {}


PARTS = st.sampled_from("ab")


@given(st.lists(st.builds(manifest, st.sampled_from(["v1", "a/v1", "a/v2"]), PARTS, PARTS, PARTS | st.none())))
def test_of_each_key_all_but_the_first_are_findings(manifests: list[Manifest]) -> None:
    counts = Counter(entry.key for entry in manifests)
    again = Counter(manifests[index].key for index in repeated(snapshot(*manifests), BUNDLED))
    assert again == counts - Counter(set(counts))
