"""What routes of every kind have in common: the listeners they attach to, and the hostnames they are for.

Source: Gateway API v1.6.1, parentRefs and hostnames of the routes, allowedRoutes and hostname of listeners.
"""

from collections.abc import Sequence
from typing import Any

from constructs_lib.checks import instances, refuse_repeated, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.gateway.listener_set import listener_in_app
from constructs_lib.hostnames import WILDCARD, hostname
from constructs_lib.references import record_gateway
from constructs_lib.registry import Identity

from constructs import Construct

MAX_PARENT_REFS = 32
MAX_HOSTNAMES = 16


def attachment(
    scope: Construct,
    identity: Identity,
    parent_refs: Sequence[GatewayListener],
    hostnames: Sequence[str] = (),
    *,
    most_hostnames: int = MAX_HOSTNAMES,
) -> dict[str, Any]:
    """Return parentRefs and hostnames of a route in the API's form.

    Raises ValueError where a listener would not take the route, or never serve one of its hostnames.
    """
    given = instances(f"{identity}: parent_refs", parent_refs, GatewayListener, at_most=MAX_PARENT_REFS)
    parents = [listener_in_app(scope, parent) for parent in given]
    hosts = [
        hostname(f"{identity}: hostnames[{index}]", host)
        for index, host in enumerate(instances(f"{identity}: hostnames", hostnames, str, at_most=most_hostnames))
    ]
    refuse_repeated(f"{identity}: hostnames", hosts)
    if not parents:
        raise refused(
            f"{identity}: parent_refs",
            [],
            "attaches the route to nothing",
            allowed="one listener or more",
            fix="write parent_refs=[gateway.https('NAME')]",
        )
    refuse_repeated(f"{identity}: parent_refs", [str(parent) for parent in parents])
    for parent in parents:
        _check_kind(identity, parent)
        _check_namespace(identity, parent)
        if hosts and not any(parent.serves(host) for host in hosts):
            raise _unserved(identity, hosts[0], [parent])
    for host in hosts:
        if not any(parent.serves(host) for parent in parents):
            raise _unserved(identity, host, parents)
    for parent in parents:
        if parent.owner.kind == "Gateway":
            record_gateway(scope, parent.owner)
    return {"parentRefs": [parent.parent_ref() for parent in parents], "hostnames": hosts or None}


def _check_kind(identity: Identity, parent: GatewayListener) -> None:
    """Raise ValueError if the listener takes no routes of this kind."""
    kinds = parent.listener.route_kinds
    if identity.kind not in kinds:
        raise refused(
            f"{identity}: parent_refs",
            str(parent),
            f"is for {parent.listener.protocol} and takes no {identity.kind}",
            allowed=f"routes of kind {' or '.join(kinds)}",
            fix="attach the route to a listener for its protocol",
        )


def _check_namespace(identity: Identity, parent: GatewayListener) -> None:
    """Raise ValueError if the listener takes no routes from the route's namespace."""
    if parent.listener.allowed_routes.from_ == "Same" and identity.namespace != parent.namespace:
        owner = "Listener" if parent.domain is None else parent.owner.kind
        raise refused(
            f"{identity}: namespace",
            identity.namespace,
            f"is not the namespace of the routes that {parent} takes",
            allowed=f"{parent.namespace!r}, since its allowed_routes is AllowedRoutes.same()",
            fix=f"write allowed_routes=AllowedRoutes.all() or AllowedRoutes.selector(...) in the {owner}",
        )


def _unserved(identity: Identity, host: str, parents: Sequence[GatewayListener]) -> ValueError:
    """Say that none of the listeners can ever serve a hostname."""
    own = [str(parent.listener.hostname) for parent in parents]
    fix = "attach the route to a listener of that domain, or correct the hostname"
    takers = [taker for taker in (parent.taken_by(host) for parent in parents) if taker is not None]
    if takers:
        taker = takers[0]
        fix = f"attach the route to listener {taker.name}, whose hostname {taker.hostname!r} gets these requests"
    elif f"{WILDCARD}{host}" in own:
        fix = f"'{WILDCARD}{host}' does not match {host!r} itself: give the Gateway a listener for that hostname"
    listed = " or ".join(f"{parent.listener.hostname!r} ({parent})" for parent in parents)
    return refused(
        f"{identity}: hostnames",
        host,
        "can never be served",
        allowed=f"hostnames that intersect with {listed}",
        fix=fix,
    )
