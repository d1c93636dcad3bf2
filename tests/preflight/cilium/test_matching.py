"""Which pools a Service can get addresses from: facts 1.2."""

from typing import Any

from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.matching import Refusal, refusal
from preflight.cilium.objects import LoadBalancer, Pool
from preflight.cilium.pools import PoolState, states
from preflight.cilium.selector_index import SelectorIndex
from preflight.selectors import selector_of
from tests.preflight.cilium.specs import ServiceSpec
from tests.preflight.cilium.test_pools import LATE, pool

import pytest

ANYTHING = pool("any", "10.0.0.0/24")


def state(tested: Pool, *others: Pool) -> PoolState:
    return next(each for each in states([tested, *others], AllocatorFacts()) if each.pool is tested)


def service(asks: tuple[tuple[int, int], ...] = (), versions: tuple[int, ...] = (4,)) -> LoadBalancer:
    return ServiceSpec("shop", asks=asks, versions=versions).service()


@pytest.mark.parametrize(
    ("selector", "matches"),
    [
        (None, True),
        ({}, True),
        ({"matchLabels": {"team": "a"}}, True),
        ({"matchLabels": {"team": "b"}}, False),
        ({"matchLabels": {"io.kubernetes.service.name": "shop", "io.kubernetes.service.namespace": "web"}}, True),
        ({"matchLabels": {"team": "a"}, "matchExpressions": [{"key": "team", "operator": "DoesNotExist"}]}, False),
        ({"matchExpressions": [{"key": "team", "operator": "In", "values": ["b", "a"]}]}, True),
        ({"matchExpressions": [{"key": "tier", "operator": "NotIn", "values": ["b"]}]}, True),
        ({"matchExpressions": [{"key": "team", "operator": "NotIn", "values": ["b", "a"]}]}, False),
    ],
)
def test_selectors(selector: dict[str, Any] | None, matches: bool) -> None:
    lan = pool("lan", "10.0.0.0/24", serviceSelector=selector)
    index = SelectorIndex([("lan", selector_of(lan.selector))])
    assert index.matching(service().labels) == ({"lan"} if matches else set())
    assert (refusal(service(), state(lan)) is None) == matches


@pytest.mark.parametrize(
    ("tested", "others", "asking", "cause", "text"),
    [
        (
            pool("lan", blocks=[{}]),
            [],
            service(),
            Refusal.PROBLEM,
            (
                "Its block 0 cannot be used, so that Cilium ignores the pool: "
                "It has neither a cidr nor a start that is an address."
            ),
        ),
        (pool("lan", "10.0.0.0/24", disabled=True), [], service(), Refusal.DISABLED, "It is disabled."),
        (
            pool("lan", "10.0.0.0/24", created=LATE),
            [ANYTHING],
            service(),
            Refusal.CONFLICT,
            "It is in conflict with 'any'.",
        ),
        (
            pool("lan", "10.9.0.0/24"),
            [],
            service(asks=((4, 1), (6, 1))),
            Refusal.ADDRESS,
            "It does not have '10.0.0.1' or 'fd00::1', which the Service asks for.",
        ),
        (pool("lan", "10.0.0.0/24"), [], service(versions=(6,)), Refusal.FAMILY, "It has no block of IPv6."),
        (pool("lan"), [], service(versions=(4, 6)), Refusal.FAMILY, "It has no block of IPv4 or IPv6."),
        (
            pool("lan", "10.0.0.0/24", serviceSelector={"matchLabels": {"team": "b"}}),
            [],
            service(),
            Refusal.SELECTOR,
            "Its serviceSelector does not select the labels of the Service.",
        ),
        (
            pool("lan", "10.0.0.0/24", serviceSelector={"matchExpressions": [{"key": "team", "operator": "In"}]}),
            [],
            service(),
            Refusal.SELECTOR,
            "Cilium refuses its serviceSelector: In has no values.",
        ),
    ],
)
def test_why_a_pool_gives_a_service_nothing(
    tested: Pool, others: list[Pool], asking: LoadBalancer, cause: Refusal, text: str
) -> None:
    assert refusal(asking, state(tested, *others)) == (cause, text)


def test_a_pool_that_may_lose_a_conflict_can_give_something() -> None:
    assert refusal(service(), state(pool("lan", "10.0.0.0/24"), ANYTHING)) is None
    assert refusal(service(asks=((4, 1),)), state(ANYTHING)) is None
