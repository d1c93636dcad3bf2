"""Properties of answers, against matchers that try all and sort."""

from collections.abc import Iterator
from typing import Any

from preflight.gateway_api import entry_groups
from preflight.gateway_api.answer_json import answer_json
from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC, Semantics
from tests.preflight.gateway_api.naive import Found, by_envoy, by_specification
from tests.preflight.gateway_api.random_routes import clusters, requests
from tests.preflight.gateway_api.states import Json, gateway, predicted, route, service

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ONE_PORT, TWO_PORTS = requests((80,)), requests((80, 8080))


def who_answers(answer: Answer) -> Found | None:
    """Return who answers, as the naive matchers say it."""
    if answer.outcome == Outcome.REJECTED:
        return None
    shares: dict[str, float] = {}
    for each in answer.backends:
        name = each.backend.target.name
        shares[name] = shares.get(name, 0) + each.share
    rule = None if answer.route is None or answer.rule is None else (answer.route.key.name, answer.rule)
    return Found({name: round(share, 9) for name, share in shares.items()}, rule)


@pytest.fixture(params=[0, entry_groups.FEW], ids=["with indexes", "as it is"], autouse=True)
def few(request: pytest.FixtureRequest) -> Iterator[None]:
    """Small hosts are asked as large ones are, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entry_groups, "FEW", request.param)
        yield


@settings(max_examples=80, deadline=None)
@given(cluster=clusters(ports=True))
def test_the_specification_is_that_of_the_naive_matcher(cluster: list[Json]) -> None:
    router = Router(predicted(*cluster, semantics=SPEC))
    for request in TWO_PORTS:
        assert who_answers(router.answer(request)) == by_specification(cluster, request)


@settings(max_examples=80, deadline=None)
@given(cluster=clusters(ports=True))
def test_cilium_is_the_naive_order_of_envoy(cluster: list[Json]) -> None:
    router = Router(predicted(*cluster, semantics=CILIUM_1_20))
    for request in TWO_PORTS:
        assert who_answers(router.answer(request)) == by_envoy(cluster, request)


def _answers(documents: list[Json], semantics: Semantics) -> list[dict[str, Any]]:
    router = Router(predicted(*documents, semantics=semantics))
    return [answer_json(router.answer(request)) for request in ONE_PORT]


@settings(max_examples=40, deadline=None)
@given(data=st.data(), cluster=clusters(ports=False), semantics=st.sampled_from([SPEC, CILIUM_1_20]))
def test_the_order_of_manifests_is_nothing(data: st.DataObject, cluster: list[Json], semantics: Semantics) -> None:
    shuffled = data.draw(st.permutations(cluster))
    assert _answers(shuffled, semantics) == _answers(cluster, semantics)


@settings(max_examples=40, deadline=None)
@given(cluster=clusters(ports=False), semantics=st.sampled_from([SPEC, CILIUM_1_20]))
def test_unrelated_routes_and_gateways_change_no_answer(cluster: list[Json], semantics: Semantics) -> None:
    unrelated = [
        route("aa", hostnames=["unrelated.test"], backends=[{"name": "s0-0", "port": 80}]),
        gateway(name="other"),
        route("ab", parents=[{"name": "other"}], backends=[{"name": "s0-0", "port": 80}]),
        service("unrelated"),
    ]
    assert _answers([*cluster, *unrelated], semantics) == _answers(cluster, semantics)
