"""Label selectors as Cilium reads them: what it refuses, and whether two take one object, against all labels."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from preflight.cilium.label_selectors import both_can_take, read
from preflight.selectors import Selector, selector_of, selects

import pytest
from hypothesis import given
from hypothesis import strategies as st

KEYS, VALUES = st.sampled_from("kl"), st.sampled_from("ab")
EXPRESSIONS = st.fixed_dictionaries(
    {"key": KEYS, "operator": st.sampled_from(["In", "NotIn"]), "values": st.lists(VALUES, min_size=1, max_size=2)}
) | st.fixed_dictionaries({"key": KEYS, "operator": st.sampled_from(["Exists", "DoesNotExist"])})
SELECTORS = st.none() | st.fixed_dictionaries(
    {"matchLabels": st.dictionaries(KEYS, VALUES), "matchExpressions": st.lists(EXPRESSIONS, max_size=3)}
)


def all_labels() -> Iterator[dict[str, str]]:
    """Every way to label with both keys, with each value that selectors name, and one that they do not."""
    for values in product([None, "a", "b", "other"], repeat=2):
        yield {key: value for key, value in zip("kl", values, strict=True) if value is not None}


def takes(selector: Selector | None, labels: dict[str, str]) -> bool:
    return selector is None or selects(selector, labels)


@given(SELECTORS, SELECTORS)
def test_two_selectors_can_take_one_object_if_some_labels_fit_both(
    first: dict[str, Any] | None, second: dict[str, Any] | None
) -> None:
    one, other = selector_of(first), selector_of(second)
    wanted = any(takes(one, labels) and takes(other, labels) for labels in all_labels())
    assert both_can_take(one, other) == wanted


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (None, ""),
        ({}, ""),
        ({"matchLabels": {"app.example.com/name": "shop"}}, ""),
        ({"matchLabels": {"a/b/c": "shop"}}, "The key 'a/b/c' has 'a/b' before the '/', where a DNS subdomain stands."),
        ({"matchExpressions": [{"key": "k", "operator": "NotIn"}]}, "NotIn has no values."),
        ({"matchExpressions": [{"key": "k", "operator": "Exists", "values": []}]}, ""),
        ({"matchExpressions": [{"key": "k", "operator": "Exists", "values": ["a"]}]}, "Exists has values."),
        (
            {"matchExpressions": [{"key": "k", "operator": "In", "values": ["a", "b c"]}]},
            "'b c' is not the value of a label.",
        ),
    ],
)
def test_a_selector_that_cilium_refuses_is_read_as_none_with_the_reason(
    written: dict[str, Any] | None, problem: str
) -> None:
    reading = read(written)
    assert reading.problem == problem
    assert (reading.selector is None) == (written is None or bool(problem))
