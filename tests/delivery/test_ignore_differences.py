"""IgnoreDifferences: which fields of which objects."""

from typing import Any

from constructs_lib.delivery.ignore_differences import IgnoreDifferences
from tests.conftest import refusal

import pytest


def test_an_entry_says_which_fields_of_which_objects() -> None:
    entry = IgnoreDifferences(
        kind="Deployment",
        group="apps",
        name="web",
        namespace="apps",
        json_pointers=["/spec/replicas"],
        jq_path_expressions=[".spec.template"],
        managed_fields_managers=["kube-controller-manager"],
    )
    assert entry.spec() == {
        "group": "apps",
        "kind": "Deployment",
        "name": "web",
        "namespace": "apps",
        "jsonPointers": ["/spec/replicas"],
        "jqPathExpressions": [".spec.template"],
        "managedFieldsManagers": ["kube-controller-manager"],
    }


def test_an_entry_is_for_all_objects_of_a_kind_of_the_core_group_unless_said() -> None:
    spec = IgnoreDifferences(kind="Service", json_pointers=["/spec/clusterIP"]).spec()
    assert spec == {
        "group": None,
        "kind": "Service",
        "name": None,
        "namespace": None,
        "jsonPointers": ["/spec/clusterIP"],
        "jqPathExpressions": None,
        "managedFieldsManagers": None,
    }


def test_an_entry_can_be_for_every_group() -> None:
    assert IgnoreDifferences(kind="*", group="*", managed_fields_managers=["a"]).spec()["group"] == "*"


def test_an_entry_without_fields_is_refused() -> None:
    assert refusal(lambda: IgnoreDifferences(kind="Deployment")) == (
        "IgnoreDifferences: 'Deployment' says of no field that it is to be ignored. Allowed: one of json_pointers, "
        "jq_path_expressions and managed_fields_managers, or several. Fix: write json_pointers=['/spec/replicas'] with "
        "the field that is meant."
    )


def test_a_path_with_dots_is_refused_as_a_json_pointer() -> None:
    assert refusal(lambda: IgnoreDifferences(kind="Deployment", json_pointers=[".spec.replicas"])) == (
        "IgnoreDifferences.json_pointers[0]: '.spec.replicas' is not a JSON pointer. Allowed: a path such as "
        "'/spec/replicas'. Fix: write '/spec/replicas'."
    )


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ({"kind": ""}, "IgnoreDifferences.kind: '' has the wrong length"),
        ({"kind": "a", "group": "A b"}, "IgnoreDifferences.group: 'A b' is not a name"),
        ({"kind": "a", "name": "A b"}, "IgnoreDifferences.name: 'A b' is not a name"),
        ({"kind": "a", "namespace": "A b"}, "IgnoreDifferences.namespace: 'A b' is not a DNS label"),
        ({"kind": "a", "json_pointers": "/spec"}, "IgnoreDifferences.json_pointers: '/spec' is of type str"),
        ({"kind": "a", "jq_path_expressions": [""]}, "IgnoreDifferences.jq_path_expressions[0]: '' has the wrong"),
    ],
)
def test_what_argo_cd_could_not_use_is_refused(arguments: Any, start: str) -> None:
    assert refusal(lambda: IgnoreDifferences(**arguments)).startswith(start)
