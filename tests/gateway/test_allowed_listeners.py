"""Whose ListenerSets a Gateway takes."""

from typing import Any

from constructs_lib import Gateway, LabelSelector, Listener
from constructs_lib.gateway.allowed_listeners import AllowedListeners
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

SELECTOR = LabelSelector(match_labels={"team": "true"})


@pytest.mark.parametrize(
    ("allowed", "from_", "selector", "takes"),
    [
        (AllowedListeners.none(), "None", None, []),
        (AllowedListeners.all(), "All", None, ["common", "team"]),
        (AllowedListeners.same(), "Same", None, ["common"]),
        (
            AllowedListeners.selector(SELECTOR),
            "Selector",
            {"matchLabels": {"team": "true"}, "matchExpressions": None},
            ["common", "team"],
        ),
    ],
)
def test_listener_sets_of_namespaces_are_allowed(
    allowed: AllowedListeners, from_: str, selector: object, takes: list[str]
) -> None:
    assert allowed.spec() == {"namespaces": {"from": from_, "selector": selector}}
    assert [namespace for namespace in ("common", "team") if allowed.may_allow(namespace, "common")] == takes


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ("Any", None),
            (
                "AllowedListeners.from_: 'Any' is not a value of this field. Allowed: 'All', 'Same', 'Selector', "
                "'None'. Fix: write one of them."
            ),
        ),
        (
            ("Selector", {"team": "true"}),
            (
                "AllowedListeners.namespaces: {'team': 'true'} does not go with Selector. Allowed: a LabelSelector "
                "with Selector, and nothing otherwise. Fix: write AllowedListeners.all(), AllowedListeners.same() or "
                "AllowedListeners.selector(LabelSelector(...))."
            ),
        ),
        (
            ("None", SELECTOR),
            (
                f"AllowedListeners.namespaces: {SELECTOR!r} does not go with None. Allowed: a LabelSelector with "
                "Selector, and nothing otherwise. Fix: write AllowedListeners.all(), AllowedListeners.same() or "
                "AllowedListeners.selector(LabelSelector(...))."
            ),
        ),
    ],
)
def test_what_allows_no_listener_sets_is_refused(arguments: tuple[str, Any], expected: str) -> None:
    assert refusal(lambda: AllowedListeners(from_=arguments[0], namespaces=arguments[1])) == expected


def test_a_gateway_is_written_with_the_listener_sets_that_it_takes(chart: Chart, manifests: Manifests) -> None:
    listeners = [Listener.http("web")]
    Gateway(chart, "a", namespace="common", listeners=listeners, allowed_listeners=AllowedListeners.selector(SELECTOR))
    Gateway(chart, "b", namespace="common", listeners=listeners)
    some, none = manifests()
    assert some["spec"]["allowedListeners"] == {
        "namespaces": {"from": "Selector", "selector": {"matchLabels": {"team": "true"}}}
    }
    assert "allowedListeners" not in none["spec"]
