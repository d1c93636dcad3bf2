"""ListenerSets: their order, and which ones a Gateway allows."""

from preflight.gateway_api.listener_sets import by_gateway, is_allowed
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS
from tests.preflight.gateway_api.states import WEB, gateway, listener, listener_set, namespace_object, state

import pytest

OLD, NEW = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"


def test_the_oldest_comes_first_then_by_namespace_and_name_and_at_last_those_without_a_time() -> None:
    objects = state(
        listener_set(listener(), name="a", namespace="shop", created=NEW),
        listener_set(listener(), name="c", namespace="infra", created=OLD),
        listener_set(listener(), name="b", namespace="shop", created=OLD),
        listener_set(listener(), name="d", namespace="infra", created=OLD),
        listener_set(listener(), name="a", namespace="infra"),
    )
    found = by_gateway(objects, CILIUM_1_20)
    assert [str(each.key) for each in found[WEB]] == ["infra/c", "infra/d", "shop/b", "shop/a", "infra/a"]


def test_cilium_1_19_has_no_listener_sets() -> None:
    assert by_gateway(state(listener_set(listener())), SEMANTICS["1.19"]) == {}


@pytest.mark.parametrize(
    ("from_", "expected"),
    [("All", {"infra", "shop", "far"}), ("Same", {"infra"}), ("Selector", {"shop"}), ("None", set())],
)
def test_a_gateway_allows_listener_sets_by_their_namespace(from_: str, expected: set[str]) -> None:
    selector = {"selector": {"matchLabels": {"team": "shop"}}} if from_ == "Selector" else {}
    allowed = {"namespaces": {"from": from_} | selector}
    sets = [listener_set(listener(), namespace=namespace) for namespace in ("infra", "shop", "far")]
    objects = state(gateway(allowedListeners=allowed), namespace_object("shop", team="shop"), *sets)
    found = {
        name.namespace
        for name, each in objects.listener_sets.items()
        if is_allowed(each, objects.gateways[WEB], objects)
    }
    assert found == expected
    assert NamespacedName("infra", "more") in objects.listener_sets
