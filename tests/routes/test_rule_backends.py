"""Backends that get traffic, and those that get none."""

from typing import Any

from constructs_lib.routes.backends import BackendRef, HttpBackendRef, UdpBackendRef
from constructs_lib.routes.rule_backends import backends_of_class, check_backends
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

WEB = BackendRef("web", port=80)
IDLE = BackendRef("idle", port=80, weight=0)
UDP = UdpBackendRef("dns", port=53)
HTTP = HttpBackendRef("web", port=80)
WEIGHTS = (
    "are the weights, with which no backend gets any traffic. Allowed: a weight of 1 or more for one backend at least. "
    "Fix: give a backend that answers another weight, or leave its weight out."
)


@given(st.lists(st.sampled_from([0, 1, 1_000_000]), max_size=16))
def test_backends_are_taken_if_one_of_them_gets_traffic(weights: list[int]) -> None:
    """Oracle: the sum of the weights."""
    backends = [BackendRef(f"web-{index}", port=80, weight=weight) for index, weight in enumerate(weights)]
    if sum(weights):
        check_backends("rule", backends)
        assert backends_of_class("rule", backends, BackendRef) == tuple(backends)
    else:
        assert refusal(lambda: check_backends("rule", backends)).startswith("rule: [")


@pytest.mark.parametrize(
    ("values", "wanted", "expected"),
    [
        (
            [],
            BackendRef,
            "rule: [] sends the traffic nowhere. Allowed: one backend or more. Fix: write the Services that answer.",
        ),
        ([IDLE], BackendRef, f"rule: [0] {WEIGHTS}"),
        ([IDLE, IDLE], BackendRef, f"rule: [0, 0] {WEIGHTS}"),
        (
            WEB,
            BackendRef,
            f"rule: {WEB!r} is of type BackendRef. Allowed: a list of BackendRef. Fix: put it in a list: [...].",
        ),
        (["web"], BackendRef, "rule[0]: 'web' is of type str. Allowed: BackendRef. Fix: write BackendRef(...)."),
        (
            [WEB, UDP],
            BackendRef,
            f"rule[1]: {UDP!r} is of type UdpBackendRef. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        (
            [HTTP],
            BackendRef,
            f"rule[0]: {HTTP!r} is of type HttpBackendRef. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        (
            [WEB],
            UdpBackendRef,
            f"rule[0]: {WEB!r} is of type BackendRef. Allowed: UdpBackendRef. Fix: write UdpBackendRef(...).",
        ),
        (
            [WEB] * 17,
            BackendRef,
            "rule: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
    ],
)
def test_backends_that_do_not_go_with_a_rule_are_refused(values: Any, wanted: type[BackendRef], expected: str) -> None:
    assert refusal(lambda: backends_of_class("rule", values, wanted)) == expected
