"""Namespaces that a listener or a Gateway selects by their labels."""

import inspect
from typing import Any

from constructs_lib import (
    AllowedListeners,
    AllowedRoutes,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    LabelSelector,
    Listener,
    ListenerSet,
    Namespace,
    Platform,
)
from constructs_lib.namespace_selection import refuse_unselected
from tests.conftest import Manifests, refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

EXPOSED = LabelSelector(match_labels={"exposed": "true"})
GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    listeners=[Listener.http("web", allowed_routes=AllowedRoutes.selector(EXPOSED))],
    allowed_listeners=AllowedListeners.selector(EXPOSED),
)


def route(chart: Chart, namespace: Any) -> None:
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    HttpRoute(chart, "route", namespace=namespace, parent_refs=[GATEWAY.listener("web")], rules=rules)


def listener_set(chart: Chart, namespace: Any) -> None:
    listeners = [Listener.http("own", port=8080)]
    ListenerSet(chart, "set", namespace=namespace, parent_ref=GATEWAY, listeners=listeners)


@pytest.mark.parametrize("define", [route, listener_set])
def test_a_namespace_with_the_labels_is_taken(chart: Chart, manifests: Manifests, define: Any) -> None:
    define(chart, Namespace(chart, "shop", labels={"exposed": "true", "team": "a"}))
    assert len(manifests()) == 2


@pytest.mark.parametrize("define", [route, listener_set])
def test_a_namespace_that_the_app_does_not_define_is_taken(chart: Chart, manifests: Manifests, define: Any) -> None:
    Namespace(chart, "other")
    define(chart, "shop")
    assert len(manifests()) == 2


@pytest.mark.parametrize(
    ("define", "who", "by"),
    [
        (route, "HTTPRoute shop/route", "listener web of Gateway common/gateway"),
        (listener_set, "ListenerSet shop/set", "Gateway common/gateway"),
    ],
)
def test_a_namespace_of_the_app_without_the_labels_is_refused_at_synth(
    chart: Chart, manifests: Manifests, define: Any, who: str, by: str
) -> None:
    define(chart, "shop")
    Namespace(chart, "shop", labels={"exposed": "false"})
    with pytest.raises(ValueError, match="does not select") as caught:
        manifests()
    assert str(caught.value) == (
        f"{who}: namespace: 'shop' has the labels {{'exposed': 'false', 'kubernetes.io/metadata.name': 'shop'}}, which "
        f"the selector of {by} does not select. Allowed: namespaces with the labels that {by} selects. Fix: give the "
        "Namespace these labels=..., or select it."
    )
    (note,) = caught.value.__notes__
    lines, start = inspect.getsourcelines(define)
    assert note == f"Written at {__file__}:{start + len(lines) - 1}"


def test_a_namespace_can_be_selected_by_its_name(chart: Chart, manifests: Manifests) -> None:
    by_name = LabelSelector(match_labels={"kubernetes.io/metadata.name": "shop"})
    gateway = Gateway(
        chart,
        "gateway",
        namespace="common",
        listeners=[Listener.http("web", allowed_routes=AllowedRoutes.selector(by_name))],
    )
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    Namespace(chart, "shop")
    HttpRoute(chart, "route", namespace="shop", parent_refs=[gateway.listener("web")], rules=rules)
    assert len(manifests()) == 3


@pytest.mark.parametrize("define", [route, listener_set])
@pytest.mark.parametrize("labels", [{"exposed": "false"}, None])
def test_a_namespace_of_cdk8s_plus_is_judged_as_ours(
    chart: Chart, manifests: Manifests, define: Any, labels: dict[str, str] | None
) -> None:
    namespace = cdk8s_plus_27.Namespace(chart, "shop", metadata=ApiObjectMetadata(name="shop", labels=labels))
    define(chart, namespace)
    with pytest.raises(ValueError, match="does not select") as caught:
        manifests()
    seen = {**(labels or {}), "kubernetes.io/metadata.name": "shop"}
    assert f"namespace: 'shop' has the labels {seen}, which the selector of" in str(caught.value)
    (note,) = caught.value.__notes__
    assert note.startswith(f"Written at {__file__}:")


@pytest.mark.parametrize("define", [route, listener_set])
def test_a_namespace_of_cdk8s_plus_with_the_labels_is_taken(chart: Chart, manifests: Manifests, define: Any) -> None:
    metadata = ApiObjectMetadata(name="shop", labels={"exposed": "true"})
    define(chart, cdk8s_plus_27.Namespace(chart, "shop", metadata=metadata))
    assert len(manifests()) == 2


def test_a_manifest_without_metadata_says_nothing_of_a_namespace(chart: Chart, app: Platform) -> None:
    route(chart, "shop")
    namespace = {"apiVersion": "v1", "kind": "Namespace"}
    refuse_unselected(app, [namespace, {**namespace, "metadata": None}])
    shop = {**namespace, "metadata": {"name": "shop", "labels": None}}
    assert refusal(lambda: refuse_unselected(app, [namespace, shop])) == (
        "HTTPRoute shop/route: namespace: 'shop' has the labels {'kubernetes.io/metadata.name': 'shop'}, which the "
        "selector of listener web of Gateway common/gateway does not select. Allowed: namespaces with the labels that "
        "listener web of Gateway common/gateway selects. Fix: give the Namespace these labels=..., or select it."
    )
