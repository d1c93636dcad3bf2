"""Connections: who takes a TLS handshake, a TCP connection or UDP, before there is any request to look at.

Source: Gateway API v1.6.1, the doc comments of Listener and of TLSRoute, TCPRoute and UDPRoute; cilium/cilium,
operator/pkg/model/ingestion/gateway.go.
"""

from collections.abc import Sequence
from dataclasses import replace

from preflight.gateway_api.ages import age_key, is_undecided, why_first, without_times
from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.context import RoutingContext, listener_name, nobody_listens, rejected, takes
from preflight.gateway_api.entries import Attachment
from preflight.gateway_api.hostnames import suffixes
from preflight.gateway_api.http_answers import secure_answer
from preflight.gateway_api.listening import most_specific
from preflight.gateway_api.objects import Route
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.requests import Request
from preflight.gateway_api.resolve import direct
from preflight.gateway_api.shares import Weighted, by_backend, division_notes, percent, shares_of
from preflight.gateway_api.urls import PORTS
from preflight.values import series

NO_HTTP = 400
"""What Envoy answers to what is no HTTP."""
MAX_OTHERS = 10
"""Routes that an answer names beside the one that it is of."""


def tls_answer(context: RoutingContext, request: Request) -> Answer:
    """Return the answer to a TLS handshake, and to the HTTP request that follows where the Gateway terminates TLS."""
    gateway = context.gateway
    listeners = gateway.secure(request.port)
    if not listeners:
        if request.port not in gateway.ports:
            return nobody_listens(context, request)
        return rejected(gateway.key, f"Port {request.port} of Gateway {gateway.key} does not speak TLS.")
    asked = request.sni if request.sni is not None else request.host
    listener = _for_name(context, asked, listeners) or most_specific(asked, listeners)
    if listener is None:
        names = ", ".join(dict.fromkeys(each.listener.hostname for each in listeners))
        sentence = f"The TLS handshake fails: no listener on port {request.port} takes {asked}: they take {names}."
        return rejected(gateway.key, sentence, *context.unserved.listeners(gateway.key, request.port))
    if listener.listener.protocol == "TLS":
        return _passed_through(context, listener, listeners, asked)
    others = [each for each in listeners if each.listener.protocol == "HTTPS"]
    if request.scheme == "tls":
        return _terminated(context, request, listener, takes(listener, asked, others))
    return secure_answer(context, request, listener, others)


def _terminated(context: RoutingContext, request: Request, listener: ListenerStatus, why: str) -> Answer:
    """Return the answer to a client that speaks TLS, but not HTTP, where the Gateway takes HTTP out of TLS."""
    port = "" if request.port == PORTS["https"] else f":{request.port}"
    answer = direct(
        NO_HTTP,
        request,
        "UNKNOWN",
        why,
        "The TLS handshake succeeds: the Gateway itself terminates TLS. What follows has to be HTTP, "
        f"and anything else is answered with {NO_HTTP}. "
        f"Ask for https://{request.host}{port}/ to see who answers requests.",
    )
    return replace(answer, gateway=context.gateway.key, listener=listener.key)


def layer_4_answer(context: RoutingContext, request: Request) -> Answer:
    """Return the answer to TCP or UDP: only the oldest route of a listener gets anything."""
    gateway, protocol = context.gateway, request.scheme.upper()
    listeners = gateway.on(request.port, protocol)
    if not listeners:
        if protocol == "TCP" and request.port in gateway.ports:
            spoken = gateway.on(request.port, "HTTP", "HTTPS", "TLS")[0].listener.protocol
            return rejected(gateway.key, f"Port {request.port} of Gateway {gateway.key} speaks {spoken}.")
        return nobody_listens(context, request)
    listener = listeners[0]
    why = f"{listener_name(listener)} has {protocol} port {request.port}."
    routes = list(listener.attached)
    if not routes:
        return rejected(gateway.key, why, f"No {protocol}Route is attached to it.", listener=listener)
    return _to_route(context, listener, routes, (why,))


def _for_name(context: RoutingContext, asked: str, listeners: Sequence[ListenerStatus]) -> ListenerStatus | None:
    """Return the listener for a name; Cilium passes through the hostnames of TLSRoutes, whatever those of listeners.

    It has none for a name that only the hostname of a TLS listener matches.
    """
    if not context.semantics.shared_http_table:
        return most_specific(asked, listeners)
    by_name: dict[str, ListenerStatus] = {}
    for each in listeners:
        if each.listener.protocol == "HTTPS":
            by_name.setdefault(each.listener.hostname, each)
    for each in listeners:
        if each.listener.protocol == "TLS":
            for hostname in context.gateway.table(each).hostnames:
                by_name.setdefault(hostname, each)
    return next((by_name[name] for name in suffixes(asked) if name in by_name), None)


def _passed_through(
    context: RoutingContext,
    listener: ListenerStatus,
    listeners: Sequence[ListenerStatus],
    asked: str,
) -> Answer:
    table = context.gateway.table(listener)
    hostname = next(table.matching(asked), None)
    attachments: Sequence[Attachment] = () if hostname is None else table.attachments(hostname)
    if not attachments:
        why = takes(listener, asked, listeners)
        refused = context.unserved.routes(context.gateway.key, asked)
        sentence = f"The TLS handshake fails: no TLSRoute on it has a hostname for {asked}."
        return rejected(context.gateway.key, why, sentence, *refused, listener=listener)
    own = attachments[0].listener
    how = "passes it through" if own.listener.tls_mode == "Passthrough" else "terminates TLS"
    name = hostname or "any hostname"
    why = f"{listener_name(own)} {how}: {asked} matches {name}, the most specific hostname of its TLSRoutes."
    routes = list({each.route.key: each.route for each in attachments}.values())
    return _to_route(context, own, routes, (why,))


def _to_route(
    context: RoutingContext, listener: ListenerStatus, routes: Sequence[Route], why: tuple[str, ...]
) -> Answer:
    """Return the answer of the oldest of some routes, then the first by name."""
    oldest, *others = sorted(routes, key=age_key)
    rule = oldest.rules[0]
    key = context.gateway.key
    division = context.backends.divide([Weighted(oldest, backend, 1) for backend in rule.backends], key)
    losers = [f"{other} gets nothing: {oldest} {why_first(oldest, other)}." for other in others[:MAX_OTHERS]]
    if others[MAX_OTHERS:]:
        losers.append(f"And {len(others) - MAX_OTHERS} more.")
    found = Answer(
        outcome=Outcome.BACKEND,
        gateway=key,
        listener=listener.key,
        route=oldest,
        rule=rule.index,
        backends=shares_of(division),
        ambiguous=_ambiguities(oldest, others),
    )
    if division.status is not None:
        problems = division.problems or ("It has no backends.",)
        sentence = f"{oldest} takes it, but the connection is rejected: none of its backends works."
        return replace(found, outcome=Outcome.REJECTED, backends=(), why=(*why, sentence, *problems, *losers))
    parts = [f"{percent(share)} to {backend}" for backend, share in by_backend(division.shares).items()]
    if len(parts) == 1:
        parts = [parts[0].removeprefix("100 % ")]
    sentence = f"{oldest} takes it and sends {series(parts)}."
    return replace(found, why=(*why, sentence, *division_notes(division, are_requests=False), *losers))


def _ambiguities(oldest: Route, others: Sequence[Route]) -> tuple[str, ...]:
    """Say which routes may be older, where manifests have no creation times."""
    unknown = [other for other in others if is_undecided(oldest, other)]
    if not unknown:
        return ()
    candidates = (oldest, *unknown)
    sentence = (
        f"One of {series([str(each) for each in candidates], most=MAX_OTHERS)}: only the oldest gets anything, "
        f"and {without_times(candidates)}. "
        "A listener of its own for each settles it, or metadata.creationTimestamp of all."
    )
    return (sentence,)
