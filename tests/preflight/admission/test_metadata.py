"""Metadata: names and namespaces by kind, and metadata within an object."""

from typing import Any

from preflight.admission.metadata import check_embedded_metadata, check_metadata
from tests.preflight.admission.findings import said

import pytest
from hypothesis import given
from hypothesis import strategies as st

SUBDOMAIN_ALLOWED = "lower-case letters, digits, '-' and '.', with a letter or digit at both ends and around each '.'"
NAMELESS = "GH110 metadata.name It has no name. Write metadata.name."
MADE = (
    "GH110 metadata.name It has a generateName and no name: so it can be created, but not applied. Write metadata.name."
)
NAMESPACE = (
    "'My_Shop' is not a DNS label: lower-case letters, digits and '-', with a letter or digit at both ends."
    " Write 'my-shop'."
)
GROUP = "gateway.networking.k8s.io"
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner) | st.sets(st.integers()),
)
FIELDS = st.sampled_from(
    ["name", "namespace", "generateName", "labels", "annotations", "finalizers", "ownerReferences"]
)


def of_route(metadata: object) -> list[str]:
    return said(check_metadata(metadata, GROUP, "HTTPRoute", namespaced=True))


@pytest.mark.parametrize(
    "metadata",
    [
        {"name": "app"},
        {"name": "app.v1", "namespace": "shop", "labels": {"app": "shop"}, "annotations": {"a": "b"}},
        {"name": "app", "namespace": "", "labels": None, "generateName": "app-"},
        {"name": "app", "namespace": None, "generateName": ""},
    ],
    ids=str,
)
def test_ordinary_metadata_is_taken(metadata: dict[str, Any]) -> None:
    assert check_metadata(metadata, GROUP, "HTTPRoute", namespaced=True) == ()


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (None, [NAMELESS]),
        ({}, [NAMELESS]),
        ({"name": None}, [NAMELESS]),
        ({"name": ""}, [NAMELESS]),
        ({"generateName": "app-"}, [MADE]),
        ([], ["GH121 metadata [] is a list, not an object. Write an object."]),
        ("name: app", ["GH121 metadata 'name: app' is a string, not an object. Write an object."]),
        ({"name": 1}, ["GH121 metadata.name 1 is an integer, not a string. Write it in quotes."]),
        (
            {"name": "My_App"},
            [f"GH110 metadata.name 'My_App' is not a DNS subdomain: {SUBDOMAIN_ALLOWED}. Write 'my-app'."],
        ),
        (
            {"name": "app", "generateName": "App-"},
            [
                (
                    f"GH110 metadata.generateName 'App-' is not a DNS subdomain: {SUBDOMAIN_ALLOWED}."
                    " Remove it: an object that is applied has a name."
                )
            ],
        ),
        ({"name": "app", "namespace": "My_Shop"}, [f"GH111 metadata.namespace {NAMESPACE}"]),
        (
            {"name": "app", "namespace": ["shop"]},
            ["GH121 metadata.namespace ['shop'] is a list, not a string. Write a string."],
        ),
        (
            {"labels": {"a": 1}, "namespace": "My_Shop"},
            [
                "GH121 metadata.labels[a] 1 is an integer, not a string. Write it in quotes.",
                NAMELESS,
                f"GH111 metadata.namespace {NAMESPACE}",
            ],
        ),
    ],
    ids=str,
)
def test_what_is_said_of_the_metadata_of_a_route(metadata: object, expected: list[str]) -> None:
    assert of_route(metadata) == expected


def test_the_rule_for_a_name_is_that_of_the_kind() -> None:
    metadata = {"name": "system:Reader"}
    assert check_metadata(metadata, "rbac.authorization.k8s.io", "ClusterRole", namespaced=False) == ()
    assert said(check_metadata(metadata, "", "ConfigMap", namespaced=True)) == [
        f"GH110 metadata.name 'system:Reader' is not a DNS subdomain: {SUBDOMAIN_ALLOWED}. Write 'system-reader'."
    ]


def test_the_namespace_of_a_cluster_scoped_object_is_dropped_and_so_not_checked() -> None:
    assert check_metadata({"name": "a", "namespace": "My_Shop"}, GROUP, "GatewayClass", namespaced=False) == ()


@pytest.mark.parametrize("metadata", [None, {}, {"name": "My_App", "namespace": "shop", "generateName": "X-"}], ids=str)
def test_an_embedded_resource_needs_no_name_and_any_path_segment_will_do(metadata: object) -> None:
    assert said(check_embedded_metadata(metadata)) == []


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (
            {"name": "a/b"},
            (
                "GH110 name 'a/b' is not a path segment: any string but '.' and '..' that has no '/' and no '%'."
                " Write such a name."
            ),
        ),
        ({"namespace": "My_Shop"}, f"GH111 namespace {NAMESPACE}"),
        ({"finalizers": [1]}, "GH121 finalizers[0] 1 is an integer, not a string. Write it in quotes."),
        ([], "GH121  [] is a list, not an object. Write an object."),
    ],
    ids=str,
)
def test_what_is_said_of_the_metadata_of_an_embedded_resource(metadata: object, expected: str) -> None:
    assert said(check_embedded_metadata(metadata)) == [expected]


@given(ANY | st.dictionaries(FIELDS | st.text(), ANY))
def test_any_metadata_has_an_answer(metadata: object) -> None:
    findings = check_metadata(metadata, GROUP, "HTTPRoute", namespaced=True)
    named = isinstance(metadata, dict) and isinstance(metadata.get("name"), str)
    assert findings or named
    assert all(finding.reason.endswith(".") and finding.fix.endswith(".") for finding in findings)
