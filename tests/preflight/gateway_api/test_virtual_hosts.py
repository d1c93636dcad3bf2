"""The entries of one hostname: what is found without looking at all of them."""

from collections.abc import Callable

from preflight.gateway_api.matches import Match
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from tests.preflight.gateway_api.asking import header, path_match, rule
from tests.preflight.gateway_api.states import gateway, predicted, route, service

import pytest


def test_equal_matches_are_found_without_comparing_all_entries_of_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule(path_match("/a", headers=[header("x-a", str(number))])) for number in range(10)]
    router = Router(predicted(gateway(), service(), route("a", rules=rules), route("b", rules=rules)))
    request = Request(scheme="http", host="a.test", port=80, path="/a", headers={"x-a": "7"})
    first = router.answer(request)
    assert [each.share for each in first.backends] == [0.5, 0.5]
    asked = []

    def counting(match: Match) -> tuple[object, ...]:
        asked.append(match)
        return key_of(match)

    key_of: Callable[[Match], tuple[object, ...]] = vars(Match)["key"].fget
    monkeypatch.setattr(Match, "key", property(counting))
    assert router.answer(request) == first
    assert len(asked) == 1
