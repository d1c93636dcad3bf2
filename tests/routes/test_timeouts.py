"""How long a request may take, and how often it is tried."""

from typing import Any

from constructs_lib.routes.timeouts import HttpRouteRetry, HttpRouteTimeouts
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

DURATION = "1 to 4 whole numbers of at most 5 digits, each with its unit h, m, s or ms, such as '1m30s'"


def test_timeouts_are_written_as_they_are_said() -> None:
    assert HttpRouteTimeouts(request="10s", backend_request="2s").spec() == {"request": "10s", "backendRequest": "2s"}
    assert HttpRouteTimeouts(request="10s").spec() == {"request": "10s", "backendRequest": None}
    assert HttpRouteTimeouts(backend_request="500ms").spec() == {"request": None, "backendRequest": "500ms"}


@given(request=st.integers(0, 99_999), backend_request=st.integers(0, 99_999))
def test_a_try_is_no_longer_than_the_request_unless_that_has_no_end(request: int, backend_request: int) -> None:
    """Oracle: the CRD's rule, on numbers of one unit written in two."""
    arguments = {"request": f"{request // 1000}s{request % 1000}ms", "backend_request": f"{backend_request}ms"}
    if backend_request > request > 0:
        assert "is longer than the whole request" in refusal(lambda: HttpRouteTimeouts(**arguments))
    else:
        assert HttpRouteTimeouts(**arguments).spec()["request"] == arguments["request"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {},
            (": 'neither' limits nothing. Allowed: request, backend_request or both. Fix: write request='10s'."),
        ),
        (
            {"request": 10},
            f".request: 10 is not a duration of the Gateway API. Allowed: {DURATION}. Fix: write '10s'.",
        ),
        (
            {"backend_request": "10"},
            f".backend_request: '10' is not a duration of the Gateway API. Allowed: {DURATION}. Fix: write '10s'.",
        ),
        (
            {"request": "1s", "backend_request": "1001ms"},
            (
                ".backend_request: '1001ms' is longer than the whole request, '1s'. Allowed: at most '1s'. Fix: "
                "shorten it, or give the request longer."
            ),
        ),
    ],
)
def test_what_makes_no_timeouts_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: HttpRouteTimeouts(**arguments)) == f"HttpRouteTimeouts{expected}"


def test_retries_are_written_as_they_are_said() -> None:
    assert HttpRouteRetry(codes=(500, 503), attempts=2, backoff="100ms").spec() == {
        "codes": [500, 503],
        "attempts": 2,
        "backoff": "100ms",
    }
    assert HttpRouteRetry(attempts=1).spec() == {"codes": None, "attempts": 1, "backoff": None}


CODE = "is not in range. Allowed: a whole number from 400 to 599. Fix: write a number in that range."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {},
            (
                ": 'nothing' says nothing about retries. Allowed: codes, attempts or backoff, one or more. Fix: write "
                "attempts=2."
            ),
        ),
        ({"codes": 500}, ".codes: 500 is of type int. Allowed: a list of int. Fix: put it in a list: [...]."),
        ({"codes": [500, 399]}, f".codes[1]: 399 {CODE}"),
        ({"codes": [600]}, f".codes[0]: 600 {CODE}"),
        ({"codes": [500, 500]}, ".codes: 500 is there twice. Allowed: each once. Fix: leave one out."),
        (
            {"attempts": 0},
            (
                ".attempts: 0 is not in range. Allowed: a whole number from 1 to 2147483647. Fix: write a number in "
                "that range."
            ),
        ),
        (
            {"backoff": 1},
            f".backoff: 1 is not a duration of the Gateway API. Allowed: {DURATION}. Fix: write '1s'.",
        ),
    ],
)
def test_what_makes_no_retries_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: HttpRouteRetry(**arguments)) == f"HttpRouteRetry{expected}"
