"""Namespaces, and where they are accepted."""

from constructs_lib import Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, Listener, Namespace, services_of_namespace
from tests.conftest import Manifests, refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart


def test_a_namespace_is_named_after_its_id(chart: Chart, manifests: Manifests) -> None:
    Namespace(chart, "common")
    metadata = {"name": "common", "annotations": {"argocd.argoproj.io/sync-wave": "-4"}}
    assert manifests() == [{"apiVersion": "v1", "kind": "Namespace", "metadata": metadata, "spec": {}}]


def test_a_namespace_has_the_name_the_labels_and_the_annotations_given(chart: Chart, manifests: Manifests) -> None:
    Namespace(chart, "id", name="common", labels={"a": "b"}, annotations={"c": "d e"})
    (manifest,) = manifests()
    annotations = {"argocd.argoproj.io/sync-wave": "-4", "c": "d e"}
    assert manifest["metadata"] == {"name": "common", "labels": {"a": "b"}, "annotations": annotations}


@pytest.mark.parametrize("name", ["Common", "a.b", "a_b", "-a", "a" * 64])
def test_a_name_that_kubernetes_refuses_for_a_namespace_is_refused(chart: Chart, name: str) -> None:
    near = {"Common": "common", "a.b": "a-b", "a_b": "a-b", "-a": "a"}.get(name, "a" * 63)
    expected = (
        f"Namespace.metadata.name: {name!r} is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or "
        f"digit at both ends. Fix: write {near!r}."
    )
    assert refusal(lambda: Namespace(chart, "id", name=name)) == expected
    assert refusal(lambda: Namespace(chart, name)) == expected


def test_a_namespace_of_cdk8s_plus_is_one_wherever_ours_is(chart: Chart, manifests: Manifests) -> None:
    plus = cdk8s_plus_27.Namespace(chart, "plus", metadata=ApiObjectMetadata(name="plus"))
    for namespace in (Namespace(chart, "ours"), plus, "text"):
        listener = Gateway.from_existing(name="a", namespace=namespace, listeners=[Listener.http("web")]).listener(
            "web"
        )
        name = services_of_namespace(namespace).match_labels["io.kubernetes.service.namespace"]
        Gateway(chart, f"gateway-{name}", namespace=namespace, listeners=[Listener.http("web")])
        rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
        HttpRoute(chart, f"route-{name}", namespace=namespace, parent_refs=[listener], rules=rules)
    assert [entry["metadata"].get("namespace") for entry in manifests()] == [
        None,
        None,
        *("ours", "ours"),
        *("plus", "plus"),
        *("text", "text"),
    ]


@pytest.mark.parametrize("value", [None, {"name": "common"}, 5])
def test_what_is_neither_a_namespace_nor_a_name_is_refused(chart: Chart, value: str) -> None:
    problem = f"{value!r} is of type {type(value).__name__}. Allowed: a Namespace of cdk8s-plus, or its "
    expected = f"{problem}name as text. Fix: write the name of the Namespace."
    listeners = [Listener.http("web")]
    parents = Gateway.from_existing(name="a", namespace="common", listeners=listeners).listeners
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    for where, define in {
        "Gateway.namespace": lambda: Gateway(chart, "a", namespace=value, listeners=listeners),
        "HTTPRoute.namespace": lambda: HttpRoute(chart, "a", namespace=value, parent_refs=parents, rules=rules),
        "services_of_namespace.namespace": lambda: services_of_namespace(value),
    }.items():
        assert refusal(define) == f"{where}: {expected}"


def test_a_name_that_is_no_namespace_s_is_refused(chart: Chart) -> None:
    assert refusal(lambda: Gateway(chart, "a", namespace="Common", listeners=[Listener.http("web")])) == (
        "Gateway.namespace: 'Common' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or digit "
        "at both ends. Fix: write 'common'."
    )
