"""How many entries are compared on one host: as many where it has thousands of them as where it has some."""

from collections.abc import Callable
from typing import Any

from preflight.gateway_api import entry_groups, patterns, searching
from preflight.gateway_api.matching import mismatch
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.asking import header, path_match, rule, services
from tests.preflight.gateway_api.crowded_hosts import SHAPES, by_header, by_pattern
from tests.preflight.gateway_api.states import gateway, predicted, route, service

import pytest

COUNT = 300
MOST = 40
"""Entries that are compared at most: those that may match, and ten for near misses."""


@pytest.mark.parametrize("semantics", [SPEC, CILIUM_1_20], ids=lambda each: each.name)
@pytest.mark.parametrize("shape", SHAPES)
def test_few_of_many_entries_are_compared(monkeypatch: pytest.MonkeyPatch, shape: str, semantics: Semantics) -> None:
    match, sent = SHAPES[shape]
    compared = []

    def counting(*arguments: Any) -> str | None:
        compared.append(arguments)
        return mismatch(*arguments)

    for module in (entry_groups, searching):
        monkeypatch.setattr(module, "mismatch", counting)
    routes = [route(f"r{number}", rules=[rule(match(number), to=f"s{number}")]) for number in range(COUNT)]
    backends = [service(f"s{number}") for number in range(COUNT)]
    router = Router(predicted(gateway(), *backends, *routes, semantics=semantics))
    for number in (0, COUNT // 2, COUNT - 1):
        compared.clear()
        answer = router.answer(Request(scheme="http", host="a.test", port=80, **sent(number)))
        assert services(answer) == {f"s{number}": 1}
        assert len(compared) <= MOST
    assert router.answer(Request(scheme="http", host="a.test", port=80, path="/p")).status == 404


def test_near_misses_of_many_entries_are_counted() -> None:
    rules = [route(f"r{number:03}", rules=[rule(by_header(number))]) for number in range(COUNT)]
    router = Router(predicted(gateway(), service(), *rules))
    request = Request(scheme="http", host="a.test", port=80, **SHAPES["header"][1](COUNT - 1))
    answer = router.answer(request)
    assert answer.route is not None
    assert answer.route.key.name == "r299"
    assert answer.why[-1] == f"And {COUNT - 1 - 10} more."


def test_equally_specific_routes_are_not_lost_behind_near_misses() -> None:
    nearer = [rule(path_match("/p", headers=[header("x-a", str(number)), header("x-b", "0")])) for number in range(12)]
    routes = [route("near", rules=nearer), route("a", rules=[rule(path_match("/p", headers=[header("x-a", "1")]))])]
    routes.append(route("b", rules=[rule(path_match("/p", headers=[header("x-b", "1")]), to="other")]))
    router = Router(predicted(gateway(), service(), service("other"), *routes))
    answer = router.answer(Request(scheme="http", host="a.test", port=80, path="/p", headers={"x-a": "1", "x-b": "1"}))
    assert services(answer) == {"app": 1}
    assert "".join(answer.ambiguous).startswith("One of HTTPRoute infra/a, rules[0] and HTTPRoute infra/b, rules[0]: ")


def test_many_equal_matches_are_merged_with_all_their_backends() -> None:
    routes = [route(f"r{number:03}", rules=[rule(to=f"s{number}")]) for number in range(COUNT)]
    router = Router(predicted(gateway(), *(service(f"s{number}") for number in range(COUNT)), *routes))
    request = Request(scheme="http", host="a.test", port=80)
    first = router.answer(request)
    assert services(first) == pytest.approx({f"s{number}": 1 / COUNT for number in range(COUNT)})
    assert router.answer(request) == first
    assert first.why[-1] == f"And {COUNT - 11} more."


def test_patterns_are_compiled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(pattern: str) -> Callable[[str], bool] | None:
        asked.append(pattern)
        return matcher(pattern)

    matcher = patterns.full_matcher
    routes = [route(f"r{number}", rules=[rule(by_pattern(number))]) for number in range(COUNT)]
    router = Router(predicted(gateway(), service(), *routes))
    monkeypatch.setattr("preflight.gateway_api.matching.full_matcher", counting)
    answer = router.answer(Request(scheme="http", host="a.test", port=80, path="/r7/abc"))
    assert services(answer) == {"app": 1}
    assert len(asked) <= 2
