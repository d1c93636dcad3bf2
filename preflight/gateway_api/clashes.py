"""Clashes of an HTTPRoute with a GRPCRoute: of those with a hostname in common on a listener one kind wins.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteSpec.hostnames and GRPCRouteSpec.hostnames.
"""

from collections.abc import Mapping, Sequence

from preflight.gateway_api.hostnames import intersection, suffixes
from preflight.gateway_api.objects import Route

KINDS = ("HTTPRoute", "GRPCRoute")


class _Taken:
    """The hostnames that the accepted routes of one kind have."""

    def __init__(self) -> None:
        self.exactly: dict[str, Route] = {}
        self.below: dict[str, Route] = {}
        """By each hostname that matches all that a taken one matches."""

    def add(self, hostname: str, route: Route) -> None:
        self.exactly.setdefault(hostname, route)
        for wider in suffixes(hostname):
            self.below.setdefault(wider, route)

    def meeting(self, hostname: str) -> Route | None:
        """Return a route with a hostname in common."""
        wider = (self.exactly[each] for each in suffixes(hostname) if each in self.exactly)
        return next(wider, None) or self.below.get(hostname)


def losers(hostname: str, routes: Sequence[Route]) -> Mapping[int, Route]:
    """Return the routes that lose on a listener, each by `id`, with a route of the other kind that wins over it.

    The oldest route wins, then the first one by namespace and name.
    """
    lost: dict[int, Route] = {}
    if not {route.kind for route in routes}.issuperset(KINDS):
        return lost
    taken = {kind: _Taken() for kind in KINDS}
    for route in sorted(routes, key=lambda route: (route.created, route.key, KINDS.index(route.kind))):
        names = _names(hostname, route)
        others = [others for kind, others in taken.items() if kind != route.kind]
        winner = next((found for each in others for name in names if (found := each.meeting(name))), None)
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
