"""Router: who answers a request, with what, and why.

The index is built once; what a hostname's routes come to waits for the first request to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from preflight.gateway_api.answers import Answer, Forwarded, Outcome, Share
from preflight.gateway_api.connections import layer_4_answer, tls_answer
from preflight.gateway_api.context import RoutingContext, rejected
from preflight.gateway_api.hostnames import suffixes
from preflight.gateway_api.http_answers import plain_answer
from preflight.gateway_api.listening import GatewayListeners
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import ListenerKey, ListenerStatus, Prediction
from preflight.gateway_api.requests import Request
from preflight.gateway_api.shares import Backends
from preflight.gateway_api.unserved import Unserved

MAX_GATEWAYS = 8
"""Gateways that are asked where a request names none."""
NOT_FOUND = 404
GRPC_CONTENT_TYPE = "application/grpc"
SHARE_DIGITS = 6


class Router:
    """Answers requests from the prediction of what the controller makes of the objects."""

    def __init__(self, prediction: Prediction) -> None:
        """Sort the listeners that are served by Gateway."""
        semantics, backends = prediction.semantics, Backends(prediction)
        self._unserved = unserved = Unserved(prediction)
        self._gateways: Mapping[NamespacedName, RoutingContext] = {
            key: RoutingContext(
                gateway=GatewayListeners(key, listeners, semantics),
                backends=backends,
                unserved=unserved,
                semantics=semantics,
            )
            for key, listeners in _listeners(prediction).items()
        }
        self._known = frozenset(prediction.objects.gateways)

    def answer(self, request: Request) -> Answer:
        """Return who answers a request: of the Gateway that it names, or of the one with the most specific hostname."""
        asked = _with_grpc(request)
        if asked.gateway is not None:
            context = self._gateways.get(asked.gateway)
            if context is None:
                return rejected(asked.gateway, self._unknown(asked.gateway))
            return _answer(context, asked)
        answers = [_answer(context, asked) for context in self._candidates(asked)]
        if not answers:
            sentence = f"No listener of any Gateway has port {asked.port}."
            return rejected(None, sentence, *self._unserved.anywhere(asked.port))
        found = [each for each in answers if not _is_nobody(each)]
        first = (found or answers)[0]
        if len(found) < 2:  # noqa: PLR2004  # one is no choice
            return first
        names = " and ".join(str(each.gateway) for each in found)
        sentence = f"One of the Gateways {names}, each of which answers: name the one that the request is sent to."
        return replace(first, ambiguous=(*first.ambiguous, sentence))

    @cached_property
    def gateways(self) -> Mapping[NamespacedName, GatewayListeners]:
        """The listeners of each Gateway that are served, with their routes."""
        return {key: context.gateway for key, context in self._gateways.items()}

    def _unknown(self, gateway: NamespacedName) -> str:
        if gateway not in self._known:
            return f"Gateway {gateway} does not exist."
        return f"Gateway {gateway} has no listeners that are served."

    def _candidates(self, request: Request) -> Sequence[RoutingContext]:
        """Return the Gateways that may be meant by a request that names none."""
        on_port = self._by_port.get((request.scheme == "udp", request.port), ())
        if len(on_port) <= 1 or request.scheme in ("tcp", "udp"):
            return on_port[:MAX_GATEWAYS]
        host = request.host if request.sni is None else request.sni
        for hostname in suffixes(host):
            keys = self._by_hostname.get(hostname, ())
            found = [context for context in keys if request.port in context.gateway.ports]
            if found:
                return found[:MAX_GATEWAYS]
        return on_port[:1]

    @cached_property
    def _by_port(self) -> Mapping[tuple[bool, int], list[RoutingContext]]:
        """The Gateways with each port: the first element says whether it is one of UDP."""
        found: dict[tuple[bool, int], dict[NamespacedName, RoutingContext]] = {}
        for context in self._gateways.values():
            for each in context.gateway.listeners:
                key = (each.listener.protocol == "UDP", each.listener.port)
                found.setdefault(key, {})[context.gateway.key] = context
        return {key: list(contexts.values()) for key, contexts in found.items()}

    @cached_property
    def _by_hostname(self) -> Mapping[str, list[RoutingContext]]:
        """The Gateways with routes, or listeners, for each hostname."""
        found: dict[str, dict[NamespacedName, RoutingContext]] = {}
        for context in self._gateways.values():
            gateway = context.gateway
            for each in gateway.listeners:
                if each.listener.protocol in ("HTTP", "HTTPS", "TLS"):
                    for hostname in (*gateway.table(each).hostnames, each.listener.hostname):
                        found.setdefault(hostname, {})[gateway.key] = context
        return {hostname: list(contexts.values()) for hostname, contexts in found.items()}


def _answer(context: RoutingContext, request: Request) -> Answer:
    if request.scheme in ("tcp", "udp"):
        return layer_4_answer(context, request)
    return plain_answer(context, request) if request.scheme == "http" else tls_answer(context, request)


def _is_nobody(answer: Answer) -> bool:
    return answer.outcome == Outcome.REJECTED or (answer.route is None and answer.status == NOT_FOUND)


def _with_grpc(request: Request) -> Request:
    """Return a gRPC request as the HTTP request that it is."""
    if request.grpc is None:
        return request
    headers = {"content-type": GRPC_CONTENT_TYPE, **request.headers}
    return replace(request, path=f"/{request.grpc.lstrip('/')}", method="POST", headers=headers)


def _listeners(prediction: Prediction) -> Mapping[NamespacedName, list[ListenerStatus]]:
    """Return the listeners of each Gateway that are served: its own, then those of its ListenerSets by age and name."""
    created = {key: each.created for key, each in prediction.objects.listener_sets.items()}
    found: dict[NamespacedName, list[ListenerStatus]] = {each.key: [] for each in prediction.gateways}
    sets = sorted(prediction.listener_sets, key=lambda each: (created.get(each.key, ""), each.key))
    for status in (*prediction.gateways, *sets):
        for listener in status.listeners:
            if listener.served and listener.gateway in found:
                found[listener.gateway].append(listener)
    return dict(sorted(found.items()))


def answers_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON has it: what does not apply is left out."""
    listener, route = answer.listener, answer.route
    found: dict[str, Any] = {
        "outcome": str(answer.outcome),
        "status": answer.status,
        "grpc_status": answer.grpc_status,
        "location": answer.location,
        "gateway": None if answer.gateway is None else answer.gateway._asdict(),
        "listener": None if listener is None else _listener_json(listener),
        "route": None if route is None else {"kind": route.kind, **route.key._asdict()},
        "rule": answer.rule,
        "match": answer.match,
        "backends": [_share_json(share) for share in answer.backends],
        "request": None if answer.request is None else _forwarded_json(answer.request, answer.backends),
        "response_headers": dict(answer.response_headers),
        "mirrors": [_share_json(share) for share in answer.mirrors],
        "timeouts": dict(answer.timeouts),
        "ambiguous": list(answer.ambiguous),
        "why": list(answer.why),
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _listener_json(listener: ListenerKey) -> dict[str, str]:
    return {
        "kind": listener.kind,
        "namespace": listener.parent.namespace,
        "parent": listener.parent.name,
        "name": listener.name,
    }


def _share_json(each: Share) -> dict[str, Any]:
    target = each.backend.target
    found: dict[str, Any] = {
        "kind": target.kind,
        "namespace": target.namespace,
        "name": target.name,
        "port": each.backend.port,
        "weight": each.backend.weight,
        "share": round(each.share, SHARE_DIGITS),
    }
    own = {"request_headers": dict(each.request_headers), "response_headers": dict(each.response_headers)}
    return found | {name: headers for name, headers in own.items() if headers}


def _forwarded_json(request: Forwarded, shares: Sequence[Share]) -> dict[str, Any]:
    """Return the request as its backend gets it: where there is only one, with what the filters of the backend do."""
    headers: dict[str, str | None] = dict(request.headers)
    for share in shares:
        headers |= share.request_headers if share.share == 1 else {}
    left = {name: value for name, value in headers.items() if value is not None}
    return {"host": request.host, "path": request.path, "method": request.method, "headers": left}
