"""The listeners of a Gateway: those of its domains, and further ones."""

from collections.abc import Sequence

from constructs_lib.checks import instance, instances, refused
from constructs_lib.gateway.allowed_routes import AllowedRoutes, or_same
from constructs_lib.gateway.conflicts import refuse_conflicts
from constructs_lib.gateway.domain import Domain, http_listener, https_apex_listener, https_listener, refuse_captures
from constructs_lib.gateway.listener import MAX_LISTENERS, Listener, OwnedListener
from constructs_lib.registry import Identity


def gateway_listeners(
    identity: Identity, domains: Sequence[Domain], further: Sequence[Listener], allowed_routes: AllowedRoutes | None
) -> list[OwnedListener]:
    """Return the listeners of the domains and the further ones, in the order of the spec."""
    domains = instances(f"{identity}: domains", domains, Domain, at_most=MAX_LISTENERS // 2)
    further = instances(f"{identity}: listeners", further, Listener, at_most=MAX_LISTENERS)
    routes = instance(f"{identity}: allowed_routes", or_same(allowed_routes), AllowedRoutes)
    refuse_captures(str(identity), domains)
    entries = [
        OwnedListener(identity, listener, domain)
        for domain in domains
        for listener in _listeners_of_domain(domain, routes)
    ]
    entries += [OwnedListener(identity, listener) for listener in further]
    if not 1 <= len(entries) <= MAX_LISTENERS:
        raise refused(
            f"{identity}: listeners",
            f"{len(entries)} listeners",
            "is not a number that a Gateway can have",
            allowed=f"1 to {MAX_LISTENERS}",
            fix="write domains=[Domain(...)] or listeners=[Listener.http(...)], and use a ListenerSet or a second "
            "Gateway for more",
        )
    refuse_conflicts(str(identity), [entry.listener for entry in entries])
    return entries


def _listeners_of_domain(domain: Domain, routes: AllowedRoutes) -> list[Listener]:
    """Return the listeners of a domain."""
    http = Listener.http(http_listener(domain.name), hostname=domain.http_hostname, allowed_routes=routes)
    https = Listener.https(
        https_listener(domain.name), hostname=domain.subdomains, secret=domain.secret, allowed_routes=routes
    )
    if not domain.has_https_apex:
        return [http, https]
    apex = Listener.https(
        https_apex_listener(domain.name), hostname=domain.hostname, secret=domain.secret, allowed_routes=routes
    )
    return [http, https, apex]
