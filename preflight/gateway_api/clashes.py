"""Clashes of an HTTPRoute with a GRPCRoute: of those with a hostname in common on a listener one kind wins.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteSpec.hostnames and GRPCRouteSpec.hostnames.
"""

from collections.abc import Mapping, Sequence

from preflight.gateway_api.ages import age_key
from preflight.gateway_api.hostnames import HostnameIndex, intersection
from preflight.gateway_api.objects import HTTP_KINDS, Route


def losers(hostname: str, routes: Sequence[Route]) -> Mapping[int, Route]:
    """Return the routes that lose on a listener, each by `id`, with a route of the other kind that wins over it.

    The oldest route wins, then the first one by namespace and name.
    """
    lost: dict[int, Route] = {}
    if not {route.kind for route in routes}.issuperset(HTTP_KINDS):
        return lost
    taken: dict[str, HostnameIndex[Route]] = {kind: HostnameIndex() for kind in HTTP_KINDS}
    for route in sorted(routes, key=lambda route: (age_key(route), HTTP_KINDS.index(route.kind))):
        names = _names(hostname, route)
        others = [others for kind, others in taken.items() if kind != route.kind]
        winner = next((found for each in others for name in names for found in each.meeting(name)), None)
        if winner is not None:
            lost[id(route)] = winner
        else:
            for name in names:
                taken[route.kind].add(name, route)
    return lost


def _names(hostname: str, route: Route) -> list[str]:
    """Return the hostnames that a route has on the listener."""
    found = [intersection(hostname, each) for each in route.hostnames or ("",)]
    return [name for name in found if name is not None]
