"""Values that JSON does not have: one clear finding, whatever the object holds."""

import datetime
from typing import Any

from preflight.admission.structure.json_values import MAX_DEPTH
from tests.preflight.admission.structure.schemas import said, said_of_object, version

import pytest
from hypothesis import given
from hypothesis import strategies as st

ANYTHING = {"x-kubernetes-preserve-unknown-fields": True}
OTHER = "cannot be sent to the API server: JSON has strings, numbers, booleans, null, lists and objects only."
HALF = r"'\ud800' cannot be sent to the API server: half of a surrogate pair is no character."
VALUE = "Write a value that JSON has."

HOSTILE = st.recursive(
    st.sampled_from(
        [datetime.date(2026, 1, 31), b"bytes", {1}, (1,), "\ud800", float("nan"), 10**400, object(), None, 1]
    )
    | st.text(st.characters()),
    lambda item: st.lists(item) | st.dictionaries(st.text(st.characters()) | st.integers() | st.none(), item),
)


def nested(depth: int) -> list[Any]:
    """Return lists within each other."""
    value: list[Any] = []
    for _ in range(depth - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "path", "reason", "fix"),
    [
        (datetime.date(2026, 1, 31), "v", f"<date> {OTHER}", VALUE),
        ({"a": [{"b": {3}}]}, "v.a[0].b", f"<set> {OTHER}", VALUE),
        (("a",), "v", f"<tuple> {OTHER}", VALUE),
        (b"a", "v", f"<bytes> {OTHER}", VALUE),
        (float("nan"), "v", "nan cannot be sent to the API server: JSON has finite numbers only.", VALUE),
        (float("-inf"), "v", "-inf cannot be sent to the API server: JSON has finite numbers only.", VALUE),
        (10**400, "v", "<very large number> cannot be sent to the API server: the number is too large.", VALUE),
        ("\ud800", "v", HALF, VALUE),
        ({"a": "\ud800"}, "v.a", HALF, VALUE),
        ({"\ud800": 1}, "v", HALF, VALUE),
        ({1: 2}, "v", "The key 1 is not a string.", "Write it in quotes: '1'."),
        ({True: 2}, "v", "The key true is not a string.", "Write it in quotes: 'true'."),
        ({None: 2}, "v", "The key null is not a string.", "Write it as a string."),
        ({(1,): 2}, "v", "The key <tuple> is not a string.", "Write it as a string."),
    ],
)
def test_a_value_that_json_does_not_have_is_refused(value: Any, path: str, reason: str, fix: str) -> None:
    assert said(ANYTHING, value) == [("GH121", path, reason, fix)]


def test_a_value_that_json_has_is_taken() -> None:
    assert said(ANYTHING, {"é": [None, True, 1, 1.5, 2**1000, "😀", {}, []]}) == []
    assert said(ANYTHING, nested(MAX_DEPTH)) == []


def test_objects_and_lists_within_each_other_are_limited() -> None:
    reason = "More than 200 objects and lists are within each other here."
    endless: dict[str, Any] = {}
    endless["a"] = endless
    assert said(ANYTHING, nested(201)) == [("GH121", f"v{'[0]' * MAX_DEPTH}", reason, "Write it less deep.")]
    assert said(ANYTHING, endless) == [("GH121", f"v{'.a' * MAX_DEPTH}", reason, "Write it less deep.")]


@given(HOSTILE, st.sampled_from(["object", "array", "string", "integer", "number", "boolean"]))
def test_whatever_an_object_holds_the_checks_answer(value: Any, name: str) -> None:
    fields = {"metadata": ANYTHING, "spec": {"type": name}}
    found = said_of_object(version(properties=fields), {"spec": value, "metadata": value, "more": value})
    assert all(reason and fix for _, _, reason, fix in found)
    assert found
