"""Whether Let's Encrypt issues a certificate for hostnames, given the solvers of an issuer."""

from collections.abc import Sequence

from constructs_lib.certificate_requests import CHALLENGE_PORT, RequestedCertificate
from constructs_lib.certificates.solvers import Http01Solver, Solver, solver_for
from constructs_lib.checks import refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.hostnames import WILDCARD
from constructs_lib.registry import Identity

MAX_NAMES = 100
OR_DNS01 = "or use a Dns01Solver for this hostname"
RESERVED = ("alt", "example", "internal", "invalid", "local", "localhost", "onion", "test")
"""Top-level names that nobody can own: RFC 2606, RFC 6761, RFC 6762, RFC 7686, RFC 9476, and ICANN's `internal`."""


def refuse_unissuable(issuer: Identity, solvers: Sequence[Solver], request: RequestedCertificate) -> None:
    """Raise ValueError for a certificate that Let's Encrypt would refuse, or never get to see proof for.

    Source: Let's Encrypt, documentation of rate limits and challenge types, and its server Boulder (RA, policy).
    """
    where = f"{issuer} for {request.requester}"
    if len(request.dns_names) > MAX_NAMES:
        raise refused(
            where,
            f"{len(request.dns_names)} hostnames",
            "are more than Let's Encrypt puts in one certificate",
            allowed=f"at most {MAX_NAMES}",
            fix="divide them between several Secrets, each with a certificate of its own",
        )
    for name in request.dns_names:
        _refuse_name(where, name, request.dns_names)
    for name in request.dns_names:
        solver = solver_for(solvers, name, request.labels)
        if solver is None:
            raise _unsolved(where, name, solvers, request)
        if isinstance(solver, Http01Solver):
            _refuse_unreachable(where, name, solver, request)


def _refuse_name(where: str, name: str, names: Sequence[str]) -> None:
    """Raise ValueError for a hostname that no certificate is issued for, or not in one with the others."""
    labels = name.removeprefix(WILDCARD).split(".")
    if len(labels) == 1 or labels[-1] in RESERVED:
        raise refused(
            where,
            name,
            "is not below a domain that anybody can own",
            allowed="hostnames of domains that are registered in the public DNS",
            fix="use a domain of yours, or another issuer for names that only your network knows",
        )
    parent = WILDCARD + name.partition(".")[2]
    if not name.startswith(WILDCARD) and parent in names:
        raise refused(
            where,
            name,
            f"is covered by {parent!r} in the same certificate, which Let's Encrypt refuses",
            allowed="a wildcard, or hostnames directly below its domain",
            fix="leave one of the two out, or put them in certificates with Secrets of their own",
        )


def _unsolved(where: str, name: str, solvers: Sequence[Solver], request: RequestedCertificate) -> ValueError:
    """Say that no solver is for a hostname."""
    if any(solver.rank(name, request.labels) is not None for solver in solvers):
        return refused(
            where,
            name,
            "is a wildcard, and no Dns01Solver is for it: Let's Encrypt issues wildcards by DNS-01 only",
            allowed="hostnames without '*', or a Dns01Solver that is for them",
            fix="add a Dns01Solver to the issuer's solvers, or name the hosts one by one",
        )
    return refused(
        where,
        name,
        "is a hostname that none of the issuer's solvers is for",
        allowed="hostnames that the selector of a solver selects, and every one if a solver has no selector",
        fix="add a solver, or add the hostname or its domain to a selector",
    )


def _refuse_unreachable(where: str, name: str, solver: Http01Solver, request: RequestedCertificate) -> None:
    """Raise ValueError if no request for a hostname on port 80 can reach the HTTPRoute with the answer."""
    if any(listener.serves(name) for listener in request.listeners):
        return
    namespace = str(request.requester.namespace)
    waiting = request.waiting()
    awake = [parent for parent in solver.parent_refs if parent.owner not in waiting]
    serving = [parent for parent in awake if parent.serves(name)]
    if any(_takes_routes_of(parent, namespace) for parent in serving):
        return
    proof = f"is to be proved over HTTP on port {CHALLENGE_PORT}"
    if serving:
        raise refused(
            where,
            name,
            f"{proof}, and {serving[0]} takes no HTTPRoute of {namespace!r}, where the Certificate is",
            allowed=f"listeners that take HTTPRoutes of {namespace!r}",
            fix=f"write allowed_routes=AllowedRoutes.all() or AllowedRoutes.selector(...) for it, {OR_DNS01}",
        )
    if request.for_certificate and not solver.parent_refs:
        raise refused(
            where,
            name,
            f"{proof}, and the Http01Solver names no listener to attach the answer to",
            allowed="a solver with parent_refs, where a Certificate asks",
            fix=f"write Http01Solver(parent_refs=[gateway.http('NAME')]), {OR_DNS01}",
        )
    if waiting and not awake:
        gateway = min(owner for owner in waiting if owner.kind == "Gateway")
        raise refused(
            where,
            name,
            f"{proof}, and {gateway} has HTTPS listeners only: it gets no Service before its certificates "
            "exist, and they cannot be proved before it has one",
            allowed=f"a listener for HTTP on port {CHALLENGE_PORT} beside the HTTPS listeners of the Gateway itself",
            fix=f"add Listener.http('NAME', hostname={name!r}) to its listeners, {OR_DNS01}",
        )
    listed = [str(parent) for parent in (*awake, *request.listeners)]
    raise refused(
        where,
        name,
        f"{proof}, and requests for it reach none of the listeners that the answer is attached to: "
        f"{', '.join(listed) or 'there are none'}",
        allowed=f"hostnames that a listener for HTTP on port {CHALLENGE_PORT} serves",
        fix=f"add Listener.http('NAME', hostname={name!r}) to a Gateway and to parent_refs, {OR_DNS01}",
    )


def _takes_routes_of(parent: GatewayListener, namespace: str) -> bool:
    """Tell whether a listener may take HTTPRoutes of a namespace; a selector may match, whatever labels there are."""
    same = parent.listener.allowed_routes.from_ == "Same"
    return "HTTPRoute" in parent.listener.route_kinds and (not same or parent.namespace == namespace)
