"""Which objects are in a namespace."""

from typing import Any

from constructs_lib.delivery.scopes import (
    CLUSTER_SCOPED,
    NAMESPACED_GROUPS,
    defined_scopes,
    is_namespaced,
    namespace_of,
)
from tests.conftest import Crds

import pytest


def manifest(kind: str, group: str = "", namespace: str | None = None) -> dict[str, Any]:
    version = f"{group}/v1" if group else "v1"
    return {"apiVersion": version, "kind": kind, "metadata": {"name": "a", "namespace": namespace}}


def test_the_scopes_are_those_of_the_crds(crds: Crds) -> None:
    """Oracle: the CRDs."""
    found = {kind: is_namespaced(manifest(kind, spec["group"]), {}) for kind, spec in crds.items()}
    assert found == {kind: spec["scope"] == "Namespaced" for kind, spec in crds.items()}
    assert set(found.values()) == {True, False}


@pytest.mark.parametrize(
    ("kind", "group", "namespaced"),
    [
        ("Namespace", "", False),
        ("Service", "", True),
        ("Deployment", "apps", True),
        ("ClusterRole", "rbac.authorization.k8s.io", False),
        ("Role", "rbac.authorization.k8s.io", True),
        ("IngressClass", "networking.k8s.io", False),
        ("NetworkPolicy", "networking.k8s.io", True),
        ("StorageClass", "storage.k8s.io", False),
        ("CSIStorageCapacity", "storage.k8s.io", True),
        ("ResourceClaim", "resource.k8s.io", True),
        ("PodDisruptionBudget", "policy", True),
        ("CustomResourceDefinition", "apiextensions.k8s.io", False),
    ],
)
def test_the_scopes_of_kubernetes_own_kinds_are_known(kind: str, group: str, namespaced: bool) -> None:
    assert is_namespaced(manifest(kind, group), {}) == namespaced


def test_another_kind_is_in_a_namespace_if_it_names_one_and_unknown_otherwise() -> None:
    assert is_namespaced(manifest("Widget", "example.com", "web"), {}) is True
    assert is_namespaced(manifest("Widget", "example.com"), {}) is None


@pytest.mark.parametrize(("scope", "namespaced"), [("Cluster", False), ("Namespaced", True)])
def test_a_crd_among_the_manifests_says_the_scope(scope: str, namespaced: bool) -> None:
    crd = manifest("CustomResourceDefinition", "apiextensions.k8s.io")
    crd["spec"] = {"group": "example.com", "names": {"kind": "Widget"}, "scope": scope}
    defined = defined_scopes([manifest("Service"), crd])
    assert is_namespaced(manifest("Widget", "example.com"), defined) == namespaced
    assert is_namespaced(manifest("Widget", "example.org"), defined) is None


def test_a_cluster_scoped_kind_is_in_no_namespace_even_if_its_chart_has_one() -> None:
    assert is_namespaced(manifest("ClusterRole", "rbac.authorization.k8s.io", "web"), {}) is False
    assert namespace_of(manifest("ClusterRole", "rbac.authorization.k8s.io", "web"), "apps", {}) is None


def test_an_object_goes_to_its_own_namespace_or_to_that_of_the_destination() -> None:
    assert namespace_of(manifest("Service", namespace="web"), "apps", {}) == "web"
    assert namespace_of(manifest("Service"), "apps", {}) == "apps"
    assert namespace_of(manifest("Widget", "example.com"), "apps", {}) == "apps"


def test_the_tables_are_sorted_and_do_not_overlap() -> None:
    assert list(CLUSTER_SCOPED) == sorted(CLUSTER_SCOPED)
    assert [kinds for kinds in CLUSTER_SCOPED.values() if list(kinds) != sorted(kinds)] == []
    assert list(NAMESPACED_GROUPS) == sorted(set(NAMESPACED_GROUPS) - set(CLUSTER_SCOPED))
