"""How long the prediction of the controller takes, against PyYAML's C loader reading the same manifests."""

from preflight import admit
from preflight.cluster import ClusterFacts, DeclaredService
from preflight.gateway_api.answers import Outcome
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import CILIUM_1_20
from preflight.gateway_api.status import predict
from preflight.gateway_api.status_objects import statuses
from preflight.snapshot import Snapshot
from tests.benchmarks.measured import seconds_of
from tests.benchmarks.routes import TEAMS, gateways, port, routes
from tests.preflight.gateway_api.asking import rule
from tests.preflight.gateway_api.crowded_hosts import SHAPES, by_nothing
from tests.preflight.gateway_api.states import gateway, route, service, state

import pytest
import yaml
from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark

REQUESTS = 1_000


def fleet(count: int) -> tuple[str, Snapshot, ClusterFacts]:
    """Return N routes on 50 Gateways: as YAML, as admitted objects, and with the facts that declare their Services."""
    text = f"{gateways()}---\n{routes(count)}"
    facts = ClusterFacts(
        services=tuple(
            DeclaredService(namespace=f"team-{number % TEAMS}", name=f"app-{number}", ports=((port(number), "TCP"),))
            for number in range(count)
        )
    )
    return text, admit(yaml.load_all(text, Loader=yaml.CSafeLoader)).snapshot, facts


def requests(count: int) -> list[Request]:
    """Return requests for routes that are spread over all that there are."""
    step = max(1, count // REQUESTS)
    numbers = [number * step % count for number in range(REQUESTS)]
    return [
        Request(
            scheme="http",
            host=f"app-{number}.team-{number % TEAMS}.example.link",
            port=80,
            path=f"/api/v{number}/items",
        )
        for number in numbers
    ]


def predicted(snapshot: Snapshot, facts: ClusterFacts) -> Prediction:
    return predict(objects_in(snapshot, facts), CILIUM_1_20)


def test_status_and_answers(benchmark: BenchmarkFixture) -> None:
    text, snapshot, facts = fleet(10_000)
    loader = seconds_of(lambda: list(yaml.load_all(text, Loader=yaml.CSafeLoader)))
    prediction = predicted(snapshot, facts)
    asked = requests(10_000)

    def answer_all() -> None:
        router = Router(prediction)
        for request in asked:
            assert router.answer(request).outcome == Outcome.BACKEND

    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        answer_all, rounds=3, iterations=1
    )
    benchmark.extra_info.update(
        {
            "C loader": loader,
            "status": seconds_of(lambda: statuses(predicted(snapshot, facts))),
            "answers": seconds_of(answer_all),
        }
    )


@pytest.mark.parametrize("count", [100, 1_000, 10_000, 100_000])
def test_growth_of_an_answer(benchmark: BenchmarkFixture, count: int) -> None:
    _, snapshot, facts = fleet(count)
    router = Router(predicted(snapshot, facts))
    asked = requests(count)

    def answer_all() -> None:
        for request in asked:
            router.answer(request)

    answer_all()
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        answer_all, rounds=3, iterations=1
    )
    benchmark.extra_info["microseconds an answer"] = seconds_of(answer_all) / REQUESTS * 1e6


@pytest.mark.parametrize("count", [100, 1_000, 10_000])
@pytest.mark.parametrize("shape", [*SHAPES, "nothing"])
def test_growth_of_an_answer_on_one_host(benchmark: BenchmarkFixture, shape: str, count: int) -> None:
    match, sent = SHAPES.get(shape, (by_nothing, lambda _: {"path": "/p"}))
    rules = (route(f"r{number}", rules=[rule(match(number))]) for number in range(count))
    router = Router(predict(state(gateway(), service(), *rules), CILIUM_1_20))
    step = count // 100
    asked = [Request(scheme="http", host="shop.test", port=80, **sent(number * step)) for number in range(100)]

    def answer_all() -> None:
        for request in asked:
            router.answer(request)

    answer_all()
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        answer_all, rounds=3, iterations=1
    )
    benchmark.extra_info["microseconds an answer"] = seconds_of(answer_all) / len(asked) * 1e6
