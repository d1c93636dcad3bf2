"""Values of any form: those that a manifest has as they are, and no others."""

import json
from typing import Any

from constructs_lib.json_values import json_value
from tests.conftest import Manifests, refusal

import cdk8s
import pytest
from cdk8s import Chart
from hypothesis import given
from hypothesis import strategies as st

ALLOWED = (
    "is not written to the manifest as it is. Allowed: text, True and False, whole numbers up to 2**53, other finite "
    "numbers, in lists and in mappings with keys of text. Fix: write it as text; leave a key with null out, or write "
    "what it stands for."
)
PLAIN = st.text() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)


@given(st.recursive(PLAIN, lambda values: st.lists(values | st.none()) | st.dictionaries(st.text(), values)))
def test_what_json_has_is_kept_as_it_is(value: Any) -> None:
    """Oracle: the way to JSON and back."""
    assert json_value("here", value) == json.loads(json.dumps(value))


def test_a_copy_is_returned_in_which_tuples_are_lists() -> None:
    value = {"a": [1], "b": ({"c": ()},)}
    copy = json_value("here", value)
    value["a"].append(2)  # type: ignore[attr-defined]
    assert copy == {"a": [1], "b": [{"c": []}]}


@pytest.mark.parametrize(
    ("value", "place", "shown"),
    [
        (None, "", "None"),
        ({"a": None}, "['a']", "None"),
        ([1, {"b": None}], "[1]['b']", "None"),
        (float("nan"), "", "nan"),
        ([float("inf")], "[0]", "inf"),
        (b"text", "", "b'text'"),
        ({"a": {1: 2}}, "['a']", "{1: 2}"),
        (2**53 + 1, "", "9007199254740993"),
        ([-(2**53) - 1], "[0]", "-9007199254740993"),
    ],
)
def test_what_the_manifest_would_not_have_as_it_is_is_refused(value: object, place: str, shown: str) -> None:
    assert refusal(lambda: json_value("here", value)) == f"here{place}: {shown} {ALLOWED}"


def test_the_manifest_has_it(chart: Chart, manifests: Manifests) -> None:
    value = json_value("here", {"empty": {}, "none": [None], "most": 2**53, "least": -(2**53), "text": "", "half": 0.5})
    made = cdk8s.ApiObject(chart, "any", api_version="example.com/v1", kind="Any")
    made.add_json_patch(cdk8s.JsonPatch.add("/spec", value))
    assert manifests()[0]["spec"] == value
