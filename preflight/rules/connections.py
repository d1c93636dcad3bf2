"""Connections: routes of which only one gets all of a listener's.

Source: Gateway API v1.6.1, the doc comments of TCPRoute, UDPRoute and TLSRoute.
"""

from collections.abc import Iterable, Iterator, Mapping

from preflight.finding import Finding
from preflight.gateway_api.ages import age_key, is_undecided
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS, Route
from preflight.rules.input import Input
from preflight.values import shown


def idle_routes(given: Input) -> Iterator[Finding]:
    """Yield a finding for each route that gets no connection, since an older one gets them all."""
    seen: set[int] = set()
    for what, routes in _rivals(given):
        oldest, *others = sorted(routes.values(), key=age_key)
        for other in others:
            if id(other) not in seen:
                seen.add(id(other))
                yield _idle(other, oldest, what)


def _rivals(given: Input) -> Iterator[tuple[str, Mapping[int, Route]]]:
    """Yield the routes that a listener, or a hostname of TLS listeners, has to choose one of."""
    for gateway in given.router.gateways.values():
        tables = {}
        for each in gateway.listeners:
            if each.listener.protocol in LAYER_4_PROTOCOLS and each.attached:
                yield f"listener {shown(each.listener.name)}", _by_id(each.attached)
            elif each.listener.protocol == "TLS":
                table = gateway.table(each)
                tables[id(table)] = table
        for table in tables.values():
            for hostname in table.hostnames:
                of = f"TLS for {hostname}" if hostname else "TLS for any name"
                yield of, _by_id(attachment.route for attachment in table.attachments(hostname))


def _by_id(routes: Iterable[Route]) -> Mapping[int, Route]:
    return {id(route): route for route in routes}


def _idle(route: Route, oldest: Route, what: str) -> Finding:
    if is_undecided(oldest, route):
        reason = f"Only the oldest route gets the connections of {what}: this one or {oldest}, and the other gets none."
    else:
        reason = f"Only the oldest route gets the connections of {what}: {oldest}, and this one gets none."
    fix = "Give each route a listener or a hostname of its own, or write one route with the backends of both."
    return found(route.manifest, "GH413", ("spec", "parentRefs"), reason, fix)
