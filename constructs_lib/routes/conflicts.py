"""Routes that cannot share a listener: of two of them, the Gateway uses the older one and ignores the other.

Source: Gateway API v1.6.1, GRPCRoute (cross serving) and the precedence of routes; Cilium for TCPRoute and UDPRoute.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from constructs_lib.checks import refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.hostnames import intersect, intersection
from constructs_lib.namespace_selection import record_selection
from constructs_lib.registry import Identity, app_of

import cdk8s
from constructs import Construct

Claims = dict[tuple[Identity, str, str], dict[str | None, Identity]]
"""By owner and name of a listener and kind of route: whose each hostname is; None stands for everything."""

OTHER_KIND = {"HTTPRoute": "GRPCRoute", "GRPCRoute": "HTTPRoute"}
"""Kinds of which one only has a host of a listener; routes of the kinds not named conflict with their own kind."""

_claims: WeakKeyDictionary[cdk8s.App, Claims] = WeakKeyDictionary()


@contextmanager
def claim_listeners(
    scope: Construct, route: Identity, parent_refs: Sequence[GatewayListener], hostnames: Sequence[str] = ()
) -> Iterator[None]:
    """Record what a route takes from its listeners while it is defined; if that fails, nothing is recorded.

    Whether a listener's selector takes the route's namespace is asked by Platform.synth. Raises ValueError for what
    another route of the app takes already: on one listener, a host of an HTTPRoute and a GRPCRoute, a hostname of two
    TLSRoutes, and everything of two TCPRoutes or two UDPRoutes.
    """
    claims = _claims.setdefault(app_of(scope), {})
    taken = [(parent, _served(parent, hostnames)) for parent in parent_refs]
    for parent, served in taken:
        others = claims.get((parent.owner, parent.listener.name, OTHER_KIND.get(route.kind, route.kind)), {})
        for wanted in served:
            for hostname in _shared(route.kind, wanted, others):
                raise _ignored(route, parent, intersection(hostname, wanted), others[hostname])
    yield
    for parent, served in taken:
        own = claims.setdefault((parent.owner, parent.listener.name, route.kind), {})
        own.update(dict.fromkeys(served, route))
        if parent.listener.allowed_routes.namespaces is not None:
            record_selection(scope, route, parent.listener.allowed_routes.namespaces, str(parent))


def _served(parent: GatewayListener, hostnames: Sequence[str]) -> list[str | None]:
    """Return the hostnames of a route as the listener's own hostname narrows them."""
    own = parent.listener.hostname
    wanted: Sequence[str | None] = hostnames or [None]
    return [intersection(own, hostname) for hostname in wanted if intersect(own, hostname)]


def _shared(kind: str, wanted: str | None, others: Mapping[str | None, Identity]) -> Iterator[str | None]:
    """Yield the hostnames of other routes that a route of this kind cannot have as well."""
    if kind in OTHER_KIND:
        yield from (hostname for hostname in others if intersect(hostname, wanted))
    elif wanted in others:
        yield wanted


def _ignored(route: Identity, parent: GatewayListener, hostname: str | None, other: Identity) -> ValueError:
    """Say that the Gateway would ignore one of two routes."""
    if route.kind in OTHER_KIND:
        allowed = "a listener's hosts for HTTPRoutes or for GRPCRoutes, each host for one of the two kinds"
        fix = "give the two routes different hostnames, or listeners of their own"
    elif hostname is not None:
        allowed = f"a hostname of a listener in one {route.kind}"
        fix = "leave the hostname out of one route, or attach it to another listener"
    else:
        allowed = f"one {route.kind} for a listener"
        fix = "write the backends of both in one route, or attach this one to another listener"
    return refused(
        f"{route}: parent_refs",
        str(parent),
        f"serves {'everything' if hostname is None else repr(hostname)} for {other}: the Gateway would use the older "
        "of the two routes only",
        allowed=allowed,
        fix=fix,
    )
