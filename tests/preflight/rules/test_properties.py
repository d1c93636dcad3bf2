"""What rules say of routes, against the answers to all requests of small random clusters."""

from preflight.cluster import ClusterFacts
from preflight.finding import Finding
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.semantics import CILIUM_1_20
from preflight.rules.input import Input
from preflight.rules.matches import merged_matches, unreachable_matches
from preflight.rules.routes import taken_hostnames
from preflight.snapshot import Snapshot
from tests.preflight.gateway_api.random_routes import clusters, requests
from tests.preflight.gateway_api.states import Json, predicted
from tests.preflight.rules.judged import NOW

from hypothesis import given, settings

REQUESTS = requests((80, 8080))


def input_of(prediction: Prediction) -> Input:
    """Return what these rules look at: the prediction only."""
    nothing = Snapshot()
    return Input(
        snapshot=nothing,
        written=nothing,
        read=nothing,
        facts=ClusterFacts(),
        prediction=prediction,
        is_namespaced=lambda *_: True,
        now=NOW,
    )


def place(finding: Finding) -> tuple[str, object, object]:
    """Return the route, the rule and the match of a finding; a rule without matches has one."""
    assert finding.resource is not None
    _, _, rule, *match = finding.path
    return finding.resource.name, rule, match[1] if match else 0


@settings(max_examples=150, deadline=None)
@given(cluster=clusters(ports=True))
def test_an_unreachable_match_answers_no_request(cluster: list[Json]) -> None:
    """Oracle: the answers themselves, to requests for all hosts and paths."""
    seen = input_of(predicted(*cluster, semantics=CILIUM_1_20))
    unreachable = {place(finding) for finding in unreachable_matches(seen)}
    answers = [seen.router.answer(request) for request in REQUESTS]
    answering = {(each.route.key.name, each.rule, each.match) for each in answers if each.route is not None}
    assert unreachable.isdisjoint(answering)


@settings(max_examples=150, deadline=None)
@given(cluster=clusters(ports=True))
def test_a_route_whose_hostnames_are_taken_answers_no_request(cluster: list[Json]) -> None:
    """Oracle: the answers themselves; each route has one parentRef."""
    seen = input_of(predicted(*cluster, semantics=CILIUM_1_20))
    taken = {finding.resource.name for finding in taken_hostnames(seen) if finding.resource is not None}
    answers = [seen.router.answer(request) for request in REQUESTS]
    assert taken.isdisjoint({each.route.key.name for each in answers if each.route is not None})


@settings(max_examples=150, deadline=None)
@given(cluster=clusters(ports=True))
def test_whenever_an_answer_is_of_two_routes_this_is_found(cluster: list[Json]) -> None:
    """Oracle: the answers, which have the backends of all routes with the match."""
    seen = input_of(predicted(*cluster, semantics=CILIUM_1_20))
    found = {
        name
        for finding in merged_matches(seen)
        if finding.resource is not None
        for name in (finding.resource.name, finding.reason.split()[1].partition("/")[2])
    }
    for request in REQUESTS:
        shares = seen.router.answer(request).backends
        routes = {each.backend.target.name.partition("-")[0].replace("s", "r") for each in shares if each.share > 0}
        assert len(routes) < 2 or routes <= found
