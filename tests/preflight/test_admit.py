"""preflight.admit: what it takes, and what it says of anything else."""

from pathlib import Path
from typing import Any

import preflight

import pytest

CONFIG_MAP = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "namespace": "b"}}


@pytest.mark.parametrize(
    ("objects", "message"),
    [
        (CONFIG_MAP, "preflight.admit: objects: is of type dict. Allowed: a list of objects. Fix: write [object]."),
        ("a: b", "preflight.admit: objects: is of type str. Allowed: a list of objects. Fix: write [object]."),
        (None, "preflight.admit: objects: is of type NoneType. Allowed: a list of objects. Fix: write [object]."),
        (
            [CONFIG_MAP, "a: b"],
            (
                "preflight.admit: objects[1]: is of type str. Allowed: a mapping in the API's form, with apiVersion, "
                "kind and metadata. Fix: parse it first, if it is YAML or JSON."
            ),
        ),
    ],
)
def test_anything_but_objects_is_refused(objects: Any, message: str) -> None:
    with pytest.raises(ValueError, match="preflight") as caught:
        preflight.admit(objects)
    assert str(caught.value) == message


def test_the_items_of_a_list_are_objects_of_their_own() -> None:
    admission = preflight.admit([{"apiVersion": "v1", "kind": "List", "items": [CONFIG_MAP, 1]}])
    assert [str(verdict.manifest.key) for verdict in admission.verdicts] == ["ConfigMap b/a", " "]
    assert [finding.reason for finding in admission.findings] == ["1 is not a Kubernetes object."]


def test_nothing_is_admitted_where_nothing_is_given() -> None:
    assert preflight.admit([]).admitted


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"cilium": "1.19.6"},
            (
                "ClusterFacts.cilium: '1.19.6' is not supported. Allowed: '1.20' and '1.19'. "
                'Fix: write cilium="1.19", cilium_patch=6.'
            ),
        ),
        (
            {"crds": "more.yaml"},
            "ClusterFacts.crds: 'more.yaml' is one path. Allowed: a tuple of paths. Fix: write (path,).",
        ),
        (
            {"crds": Path("more")},
            "ClusterFacts.crds: 'more' is one path. Allowed: a tuple of paths. Fix: write (path,).",
        ),
    ],
)
def test_wrong_facts_of_the_cluster_are_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match="ClusterFacts") as caught:
        preflight.ClusterFacts(**arguments)
    assert str(caught.value) == message


def test_a_list_whose_items_share_their_parts_is_refused_where_it_stands_for_too_many() -> None:
    items: list[Any] = [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a"}}]
    for _ in range(40):
        items = [{"apiVersion": "v1", "kind": "List", "items": items}] * 2
    with pytest.raises(ValueError, match=r"^a 'List': it has more\. Allowed: a list of 100,000 items\. Fix: pass the"):
        preflight.admit([{"apiVersion": "v1", "kind": "List", "items": items}])


def test_a_value_of_a_secret_may_be_empty() -> None:
    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a", "namespace": "b"}, "data": {"key": ""}}
    assert preflight.admit([secret]).findings == ()
    assert [finding.code for finding in preflight.admit([secret | {"data": {"key": "?"}}]).findings] == ["GH125"]
