"""Label selectors, against the definition that Kubernetes gives of each operator."""

from typing import Any

from preflight.selectors import Selector, selects

import pytest
from hypothesis import given
from hypothesis import strategies as st

KEYS, VALUES = st.sampled_from("kl"), st.sampled_from(["", "a", "b"])
LABELS = st.dictionaries(KEYS, VALUES)
EXPRESSIONS = st.fixed_dictionaries(
    {"key": KEYS, "operator": st.sampled_from(["In", "NotIn"]), "values": st.lists(VALUES, min_size=1, max_size=2)}
) | st.fixed_dictionaries({"key": KEYS, "operator": st.sampled_from(["Exists", "DoesNotExist"])})


def holds(expression: dict[str, Any], labels: dict[str, str]) -> bool:
    """The definition, by all values that a key may have: None is none."""
    value = labels.get(expression["key"])
    taken: dict[str, set[str | None]] = {
        "In": set(expression.get("values", ())),
        "NotIn": {None, "", "a", "b"} - set(expression.get("values", ())),
        "Exists": {"", "a", "b"},
        "DoesNotExist": {None},
    }
    return value in taken[expression["operator"]]


@given(LABELS, st.lists(EXPRESSIONS, max_size=3), LABELS)
def test_a_selector_takes_what_all_its_terms_hold_for(
    match_labels: dict[str, str], expressions: list[dict[str, Any]], labels: dict[str, str]
) -> None:
    selector = Selector(match_labels=match_labels, match_expressions=expressions)
    wanted = match_labels.items() <= labels.items() and all(holds(each, labels) for each in expressions)
    assert selects(selector, labels) == wanted


def test_a_selector_without_terms_takes_everything() -> None:
    assert selects(Selector(match_labels={}, match_expressions=()), {})


@pytest.mark.parametrize("operator", ["", "in", "Gt"])
def test_an_operator_that_kubernetes_does_not_know_takes_nothing(operator: str) -> None:
    expression = {"key": "k", "operator": operator, "values": ["a"]}
    assert not selects(Selector(match_labels={}, match_expressions=[expression]), {"k": "a"})
