"""HTTP answers: who answers a request once its connection is there, with TLS or without.

Source: Gateway API v1.6.1, the doc comments of Listener.hostname and HTTPRouteSpec.hostnames; cilium/cilium,
operator/pkg/model/translation for Cilium's table of all HTTP listeners.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from preflight.gateway_api.answers import Answer
from preflight.gateway_api.context import RoutingContext, listener_name, nobody_listens, rejected, takes
from preflight.gateway_api.doubts import doubts
from preflight.gateway_api.entries import Entry
from preflight.gateway_api.listening import most_specific
from preflight.gateway_api.matching import sent_of
from preflight.gateway_api.objects import Route
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.requests import Request
from preflight.gateway_api.resolve import Taken, direct, resolved
from preflight.gateway_api.searching import Search, search
from preflight.gateway_api.tables import RouteTable
from preflight.values import series

NOT_FOUND, MISDIRECTED = 404, 421
NO_ROUTE = "UNIMPLEMENTED"
MAX_ISOLATED = 5
"""Routes of other listeners that an answer names."""


def plain_answer(context: RoutingContext, request: Request) -> Answer:
    """Return the answer to a request without TLS."""
    gateway, port = context.gateway, request.port
    listeners = gateway.plain(port)
    if not listeners:
        if port not in gateway.ports:
            return nobody_listens(context, request)
        if gateway.is_combined(port):
            sentence = f"Gateway {gateway.key} has no HTTP listener, and so no routes for requests without TLS."
            return replace(direct(NOT_FOUND, request, NO_ROUTE, sentence), gateway=gateway.key)
        with_tls = gateway.on(port, "HTTPS", "TLS")
        what = "speaks TLS only" if with_tls else "does not speak HTTP"
        return rejected(gateway.key, f"Port {port} of Gateway {gateway.key} {what}.")
    for among in (gateway.on(port, "HTTP"), listeners):
        listener = most_specific(request.host, among)
        if listener is not None:
            why = (*_without_tls(context, request, listener), takes(listener, request.host, among))
            return routed_answer(context, request, listener, why)
    return _no_listener(context, request, listeners)


def _without_tls(context: RoutingContext, request: Request, listener: ListenerStatus) -> tuple[str, ...]:
    """Say why a request without TLS is taken by a listener of another port."""
    gateway, port = context.gateway, request.port
    if listener.listener.port == port:
        return ()
    if gateway.on(port, "HTTP"):
        return (f"No HTTP listener on port {port} takes {request.host}, but Cilium goes on to those of other ports.",)
    spoken = series(list(dict.fromkeys(each.listener.protocol for each in gateway.on(port, "HTTPS", "TLS"))))
    sentence = (
        f"Port {port} of Gateway {gateway.key} is one for {spoken}, but Cilium takes requests without TLS there, too, "
        "and gives them to the HTTP listeners of the Gateway, whatever their port."
    )
    return (sentence,)


def secure_answer(
    context: RoutingContext, request: Request, listener: ListenerStatus, others: Sequence[ListenerStatus]
) -> Answer:
    """Return the answer to a request with TLS, which `listener` terminates; `others` are the HTTPS listeners there."""
    asked = request.sni if request.sni is not None else request.host
    why = (takes(listener, asked, others),)
    if not context.semantics.misdirected_requests:
        return routed_answer(context, request, listener, why)
    for_host = most_specific(request.host, others)
    if for_host is None:
        answer = _no_listener(context, request, others)
        return replace(answer, listener=listener.key, why=(*why, *answer.why))
    if for_host is not listener:
        sentence = (
            f"{listener_name(for_host)} is the one for the host {request.host}: the request was sent to the wrong one."
        )
        answer = direct(MISDIRECTED, request, "UNKNOWN", *why, sentence)
        return replace(answer, gateway=context.gateway.key, listener=listener.key)
    return routed_answer(context, request, listener, why)


def routed_answer(context: RoutingContext, request: Request, listener: ListenerStatus, why: tuple[str, ...]) -> Answer:
    """Return the answer of the routes that a listener has."""
    gateway, semantics = context.gateway, context.semantics
    table = gateway.table(listener)
    found = search(table, request.host, sent_of(request), semantics)
    if found.winner is None:
        return _no_route(context, request, listener, found, why)
    entry = found.winner
    taken = Taken(
        request=request,
        entry=entry,
        merged=found.merged,
        gateway=gateway.key,
        port=entry.listener.listener.port if semantics.shared_http_table else listener.listener.port,
    )
    answer = resolved(taken, context.rules, semantics)
    return replace(
        answer,
        gateway=gateway.key,
        listener=entry.listener.key,
        ambiguous=doubts(found),
        why=(
            *why,
            *_other_listener(entry, listener, request, table),
            f"{entry.name}, takes the request by {entry.match}.",
            *_fallen_back(entry, found.instead_of),
            *answer.why,
            *_near_misses(found),
            *_isolated(table, listener, request.host),
        ),
    )


def _no_listener(context: RoutingContext, request: Request, listeners: Sequence[ListenerStatus]) -> Answer:
    names = ", ".join(dict.fromkeys(each.listener.hostname for each in listeners))
    answer = direct(
        NOT_FOUND,
        request,
        NO_ROUTE,
        f"No listener on port {request.port} of Gateway {context.gateway.key} takes the host {request.host}: "
        f"they have {names}.",
        *context.unserved.listeners(context.gateway.key, request.port),
        *context.unserved.routes(context.gateway.key, request.host),
    )
    return replace(answer, gateway=context.gateway.key)


def _no_route(
    context: RoutingContext, request: Request, listener: ListenerStatus, found: Search, why: tuple[str, ...]
) -> Answer:
    key = context.gateway.key
    there = found.misses or found.more
    sentence = (
        f"None of its rules for {request.host} takes the request, so the Gateway itself answers, with {NOT_FOUND}."
        if there
        else f"No route on it has a hostname for {request.host}, so the Gateway itself answers, with {NOT_FOUND}."
    )
    refused = context.unserved.routes(key, request.host)
    isolated = _isolated(context.gateway.table(listener), listener, request.host)
    answer = direct(NOT_FOUND, request, NO_ROUTE, *why, sentence, *_near_misses(found), *isolated, *refused)
    return replace(answer, gateway=key, listener=listener.key)


def _other_listener(entry: Entry, listener: ListenerStatus, request: Request, table: RouteTable) -> tuple[str, ...]:
    """Say why a route of another listener answers, which Cilium's shared table brings about."""
    other = entry.listener.listener
    if entry.listener.key == listener.key or _is_on(listener, table, entry.hostname, entry.route):
        return ()
    one_table = f"Cilium has one table for the {other.protocol} listeners of a Gateway"
    if other.port != request.port:
        sentence = (
            f"{listener_name(entry.listener)}, to which {entry.route} is attached, has port {other.port}: "
            f"{one_table}, whatever their port."
        )
        return (sentence,)
    if any(_is_on(listener, table, hostname) for hostname in table.matching(request.host)):
        return ()
    sentence = (
        f"No route on it has a hostname for {request.host}, but {one_table}, "
        f"and a route on {listener_name(entry.listener)} takes {entry.hostname or 'any hostname'}."
    )
    return (sentence,)


def _is_on(listener: ListenerStatus, table: RouteTable, hostname: str, route: Route | None = None) -> bool:
    """Say whether a route, or any, is there for a hostname by way of a listener."""
    return any(
        each.listener.key == listener.key and (route is None or each.route is route)
        for each in table.attachments(hostname)
    )


def _isolated(table: RouteTable, listener: ListenerStatus, host: str) -> list[str]:
    """Name the routes that have a hostname for a host on another listener, and lose it to a more specific one."""
    hostnames = list(table.matching(host))
    sentences = [
        f"{each.route} has the hostname {hostname} on {listener_name(each.listener)}, where it gets nothing: "
        f"a more specific listener takes {hostname}."
        for hostname, each in islice(table.isolated(host), MAX_ISOLATED)
        if not any(_is_on(listener, table, own, each.route) for own in hostnames)
    ]
    return list(dict.fromkeys(sentences))


def _fallen_back(entry: Entry, instead_of: str | None) -> list[str]:
    """Say that the routes of a wider hostname are tried: by the text of the specification, which proxies read apart."""
    if instead_of is None:
        return []
    sentence = (
        f"No rule for {instead_of} takes the request. The specification leaves open whether it goes on to the rules "
        f"for {entry.hostname or 'any hostname'}, as here, or is answered with {NOT_FOUND}, as by proxies with "
        "virtual hosts."
    )
    return [sentence]


def _near_misses(found: Search) -> list[str]:
    more = [f"And {found.more} more."] if found.more else []
    return [*found.misses, *more]
