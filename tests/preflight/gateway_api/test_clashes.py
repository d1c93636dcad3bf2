"""Clashes of HTTPRoutes and GRPCRoutes, against a definition that compares all pairs."""

from preflight.gateway_api.clashes import losers
from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.objects import NamespacedName, Route
from preflight.snapshot import Manifest

from hypothesis import given
from hypothesis import strategies as st

HOSTNAMES = ["a.example.com", "b.example.com", "*.example.com", "*.b.example.com", "x.b.example.com", "example.org"]
KINDS = ("HTTPRoute", "GRPCRoute")


def a_route(kind: str, name: str, created: str, hostnames: list[str]) -> Route:
    return Route(
        kind=kind,
        key=NamespacedName("infra", name),
        created=created,
        hostnames=tuple(hostnames),
        parents=(),
        rules=(),
        manifest=Manifest(data={}),
    )


ROUTES = st.lists(
    st.builds(
        a_route,
        st.sampled_from(KINDS),
        st.sampled_from("abcdefgh"),
        st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", ""]),
        st.lists(st.sampled_from(HOSTNAMES), max_size=2, unique=True),
    ),
    max_size=6,
    unique_by=lambda route: (route.kind, route.key),
)


@given(st.sampled_from(["", "*.example.com", "a.example.com"]), ROUTES)
def test_of_two_kinds_with_a_hostname_in_common_the_older_route_wins(hostname: str, routes: list[Route]) -> None:
    def meet(first: Route, second: Route) -> bool:
        names = [
            [name for each in route.hostnames or ("",) if (name := intersection(hostname, each)) is not None]
            for route in (first, second)
        ]
        return any(intersection(one, other) is not None for one in names[0] for other in names[1])

    accepted: list[Route] = []
    lost: list[Route] = []
    for route in sorted(routes, key=lambda route: (route.created or "3", route.key, route.kind == "GRPCRoute")):
        wins = all(route.kind == other.kind or not meet(route, other) for other in accepted)
        (accepted if wins else lost).append(route)
    found = losers(hostname, routes)
    assert set(found) == {id(route) for route in lost}
    assert all(winner in accepted for winner in found.values())


def test_routes_of_one_kind_never_clash() -> None:
    routes = [a_route("HTTPRoute", name, "", []) for name in "ab"]
    assert losers("", routes) == {}


def test_the_one_that_wins_is_named() -> None:
    younger, older = a_route("HTTPRoute", "a", "2026-01-02T00:00:00Z", []), a_route("GRPCRoute", "b", "2026", [])
    assert losers("", [younger, older]) == {id(younger): older}


def test_a_route_without_a_creation_time_counts_as_the_newest() -> None:
    timeless, timed = a_route("HTTPRoute", "a", "", []), a_route("GRPCRoute", "b", "2026", [])
    assert losers("", [timeless, timed]) == {id(timeless): timed}
