"""Durations of the Gateway API: which text is one, and how long it is."""

import re
from typing import Any

from constructs_lib.durations import gateway_duration, milliseconds
from tests.conftest import Crds, refusal, schema_of

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

UNITS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}
PARTS = st.lists(st.tuples(st.integers(0, 99_999), st.sampled_from(sorted(UNITS))), min_size=1, max_size=4)


@given(PARTS)
def test_a_duration_is_the_sum_of_its_parts(parts: list[tuple[int, str]]) -> None:
    """Oracle: the parts that it is made of."""
    duration = "".join(f"{number}{unit}" for number, unit in parts)
    assert gateway_duration("here", duration) == duration
    assert milliseconds(duration) == sum(number * UNITS[unit] for number, unit in parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(alphabet="0159hms. -", max_size=12) | st.from_regex(r"([0-9]{1,6}(h|m|s|ms|d)){1,5}", fullmatch=True)
)
def test_a_duration_is_what_the_crd_says(crds: Crds, text: str) -> None:
    """Oracle: the pattern of the CRD."""
    rule = schema_of(crds["HTTPRoute"], "v1")["properties"]["spec"]["properties"]["rules"]["items"]
    pattern = rule["properties"]["timeouts"]["properties"]["request"]["pattern"]
    if re.fullmatch(pattern, text):
        assert gateway_duration("here", text) == text
    else:
        assert "is not a duration of the Gateway API" in refusal(lambda: gateway_duration("here", text))


@pytest.mark.parametrize("duration", ["0s", "10s", "1m30s", "1h1m1s1ms", "99999h", "5ms10s"])
def test_a_duration_is_taken_as_it_is_written(duration: str) -> None:
    assert gateway_duration("here", duration) == duration


ALLOWED = "1 to 4 whole numbers of at most 5 digits, each with its unit h, m, s or ms, such as '1m30s'"


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        (10, "write '10s'"),
        ("10", "write '10s'"),
        (True, "write '10s' or '500ms', with the time that is meant"),
        (1.5, "write '10s' or '500ms', with the time that is meant"),
        ("1.5s", "write '10s' or '500ms', with the time that is meant"),
        ("", "write '10s' or '500ms', with the time that is meant"),
        ("1d", "write '10s' or '500ms', with the time that is meant"),
        ("1 s", "write '10s' or '500ms', with the time that is meant"),
        ("-1s", "write '10s' or '500ms', with the time that is meant"),
        ("10s\n", "write '10s' or '500ms', with the time that is meant"),
        ("100000s", "write '10s' or '500ms', with the time that is meant"),
        ("1h1h1h1h1h", "write '10s' or '500ms', with the time that is meant"),
        (None, "write '10s' or '500ms', with the time that is meant"),
    ],
)
def test_what_is_no_duration_is_refused(value: Any, fix: str) -> None:
    assert refusal(lambda: gateway_duration("here", value)) == (
        f"here: {value!r} is not a duration of the Gateway API. Allowed: {ALLOWED}. Fix: {fix}."
    )
