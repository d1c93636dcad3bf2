"""Scope: namespaced and cluster-scoped kinds, each with and without a namespace."""

from preflight.admission.scope import check_scope
from tests.preflight.admission.findings import said
from tests.preflight.admission.kinds import kind, version

import pytest

ROUTE = kind("gateway.networking.k8s.io", "HTTPRoute", version("v1"))
CLASS = kind("gateway.networking.k8s.io", "GatewayClass", version("v1"), namespaced=False)
WITHOUT = (
    "GH112 metadata.namespace HTTPRoute is namespaced and this one names no namespace: it gets that of"
    " kubectl's context"
    " or of Argo CD's destination. Write metadata.namespace."
)


@pytest.mark.parametrize("metadata", [None, {}, {"namespace": ""}, {"namespace": None}, []], ids=str)
def test_an_object_of_a_namespaced_kind_names_a_namespace(metadata: object) -> None:
    assert said(check_scope(metadata, ROUTE)) == [WITHOUT]


def test_an_object_of_a_cluster_scoped_kind_names_none() -> None:
    assert said(check_scope({"namespace": "shop"}, CLASS)) == [
        (
            "GH113 metadata.namespace GatewayClass is cluster-scoped, so that its namespace 'shop' is dropped."
            " Remove metadata.namespace."
        )
    ]


@pytest.mark.parametrize("namespace", ["shop", "My_Shop", 1, ["shop"]], ids=repr)
def test_any_namespace_will_do_for_the_scope_of_a_namespaced_kind(namespace: object) -> None:
    assert check_scope({"namespace": namespace}, ROUTE) == ()


@pytest.mark.parametrize("metadata", [None, {}, {"namespace": ""}, {"namespace": None}, {"namespace": 1}, []], ids=str)
def test_a_cluster_scoped_object_without_a_namespace_is_as_it_should_be(metadata: object) -> None:
    assert check_scope(metadata, CLASS) == ()
