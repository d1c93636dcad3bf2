"""Selectors by what they ask for: the oracle asks each of them."""

from typing import Any

from preflight.cilium.selector_index import SelectorIndex
from preflight.selectors import selector_of, selects

from hypothesis import given
from hypothesis import strategies as st

EXPRESSIONS = st.fixed_dictionaries(
    {
        "key": st.sampled_from(["a", "b"]),
        "operator": st.sampled_from(["In", "NotIn", "Exists", "DoesNotExist"]),
        "values": st.lists(st.sampled_from(["x", "y"]), max_size=2),
    }
)
LABELS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.sampled_from(["x", "y"]))
SELECTORS = st.fixed_dictionaries({"matchLabels": LABELS, "matchExpressions": st.lists(EXPRESSIONS, max_size=2)})


@given(st.lists(SELECTORS, max_size=4), st.lists(LABELS, max_size=3))
def test_what_is_found_is_what_each_selector_takes(
    selectors: list[dict[str, Any]], labels: list[dict[str, str]]
) -> None:
    read = {str(at): selector_of(selector) for at, selector in enumerate(selectors)}
    found = SelectorIndex(read.items())
    for each in labels:
        assert found.matching(each) == {name for name, selector in read.items() if selector and selects(selector, each)}


def test_without_a_selector_everything_is_taken() -> None:
    assert SelectorIndex([("any", None)]).matching({"a": "x"}) == {"any"}
