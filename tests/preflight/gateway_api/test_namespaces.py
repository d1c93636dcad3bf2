"""Which namespaces are allowed."""

from preflight.gateway_api.namespaces import allows, described
from preflight.gateway_api.objects import AllowedNamespaces
from preflight.selectors import Selector

import pytest

LABELS = {"shop": {"team": "shop", "kubernetes.io/metadata.name": "shop"}}
TEAM = Selector(match_labels={"team": "shop"}, match_expressions=())
NAME = Selector(match_labels={"kubernetes.io/metadata.name": "else"}, match_expressions=())


@pytest.mark.parametrize(
    ("from_", "selector", "namespace", "expected"),
    [
        ("All", None, "shop", True),
        ("Same", None, "infra", True),
        ("Same", None, "shop", False),
        ("None", None, "infra", False),
        ("Selector", TEAM, "shop", True),
        ("Selector", TEAM, "infra", False),
        ("Selector", None, "shop", False),
        ("Selector", NAME, "else", True),  # nobody has declared this Namespace, and yet it has this label
    ],
)
def test_allows(from_: str, selector: Selector | None, namespace: str, *, expected: bool) -> None:
    assert allows(AllowedNamespaces(from_=from_, selector=selector), "infra", namespace, LABELS) == expected


@pytest.mark.parametrize(
    ("from_", "expected"),
    [
        ("All", "all namespaces"),
        ("Same", "its own namespace 'infra'"),
        ("Selector", "the namespaces that its selector selects"),
        ("None", "no namespace"),
    ],
)
def test_described(from_: str, expected: str) -> None:
    assert described(AllowedNamespaces(from_=from_, selector=None), "infra") == expected
