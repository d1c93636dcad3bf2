"""Whose routes a listener takes, and of which kinds."""

from typing import Any

from constructs_lib import AllowedRoutes, LabelSelector
from tests.conftest import refusal

import pytest

SELECTOR = LabelSelector(match_labels={"exposed": "true"})
KINDS = "'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'"


@pytest.mark.parametrize(
    ("routes", "from_", "selector"),
    [
        (AllowedRoutes.all(), "All", None),
        (AllowedRoutes.same(), "Same", None),
        (
            AllowedRoutes.selector(SELECTOR),
            "Selector",
            {"matchLabels": {"exposed": "true"}, "matchExpressions": None},
        ),
    ],
)
def test_routes_of_namespaces_are_allowed(routes: AllowedRoutes, from_: str, selector: object) -> None:
    assert routes.spec() == {"namespaces": {"from": from_, "selector": selector}, "kinds": None}


@pytest.mark.parametrize(
    "routes",
    [
        AllowedRoutes.all(kinds=["HTTPRoute", "GRPCRoute"]),
        AllowedRoutes.same(kinds=("HTTPRoute", "GRPCRoute")),
        AllowedRoutes.selector(SELECTOR, kinds=["HTTPRoute", "GRPCRoute"]),
    ],
)
def test_routes_of_kinds_are_allowed(routes: AllowedRoutes) -> None:
    assert routes.spec()["kinds"] == [
        {"group": "gateway.networking.k8s.io", "kind": "HTTPRoute"},
        {"group": "gateway.networking.k8s.io", "kind": "GRPCRoute"},
    ]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (
            ["Ingress"],
            f"kinds[0]: 'Ingress' is not a value of this field. Allowed: {KINDS}. Fix: write one of them.",
        ),
        ("HTTPRoute", "kinds: 'HTTPRoute' is of type str. Allowed: a list of str. Fix: put it in a list: [...]."),
        (
            ["HTTPRoute"] * 9,
            "kinds: '9 items' are too many. Allowed: at most 8. Fix: split it into several objects.",
        ),
    ],
)
def test_kinds_that_are_none_of_the_api_are_refused(kinds: Any, expected: str) -> None:
    assert refusal(lambda: AllowedRoutes.all(kinds=kinds)) == f"AllowedRoutes.{expected}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ("Any", None),
            (
                "AllowedRoutes.from_: 'Any' is not a value of this field. Allowed: 'All', 'Same', 'Selector'. Fix: "
                "write one of them."
            ),
        ),
        (
            ("Selector", None),
            (
                "AllowedRoutes.namespaces: None does not go with Selector. Allowed: a LabelSelector with Selector, "
                "and nothing otherwise. Fix: write AllowedRoutes.all(), AllowedRoutes.same() or "
                "AllowedRoutes.selector(LabelSelector(...))."
            ),
        ),
        (
            ("Selector", {"exposed": "true"}),
            (
                "AllowedRoutes.namespaces: {'exposed': 'true'} does not go with Selector. Allowed: a LabelSelector "
                "with Selector, and nothing otherwise. Fix: write AllowedRoutes.all(), AllowedRoutes.same() or "
                "AllowedRoutes.selector(LabelSelector(...))."
            ),
        ),
        (
            ("All", SELECTOR),
            (
                f"AllowedRoutes.namespaces: {SELECTOR!r} does not go with All. Allowed: a LabelSelector with "
                "Selector, and nothing otherwise. Fix: write AllowedRoutes.all(), AllowedRoutes.same() or "
                "AllowedRoutes.selector(LabelSelector(...))."
            ),
        ),
    ],
)
def test_allowed_routes_have_a_selector_exactly_where_it_counts(arguments: tuple[str, Any], expected: str) -> None:
    assert refusal(lambda: AllowedRoutes(from_=arguments[0], namespaces=arguments[1])) == expected


@pytest.mark.parametrize("namespaces", ["Selector", {"exposed": "true"}])
def test_allowed_routes_of_all_have_no_namespaces_of_any_type(namespaces: Any) -> None:
    assert "does not go with All" in refusal(lambda: AllowedRoutes(from_="All", namespaces=namespaces))
