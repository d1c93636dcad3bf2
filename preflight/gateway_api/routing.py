"""Router: who answers a request, with what, and why.

The index is built once; what a hostname's routes come to waits for the first request to it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from preflight.gateway_api.addresses import NO_ADDRESS, is_owned_by_another
from preflight.gateway_api.ages import age_key
from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.conditions import failed
from preflight.gateway_api.connections import layer_4_answer, tls_answer
from preflight.gateway_api.context import RoutingContext, rejected
from preflight.gateway_api.hostnames import suffixes
from preflight.gateway_api.http_answers import NOT_FOUND, plain_answer
from preflight.gateway_api.listening import GatewayListeners
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.path_normalization import normalized
from preflight.gateway_api.prediction import ListenerStatus, Prediction
from preflight.gateway_api.requests import Request
from preflight.gateway_api.rule_backends import RuleBackends
from preflight.gateway_api.shares import Backends
from preflight.gateway_api.unserved import Unserved
from preflight.ip_ranges import Address, address
from preflight.values import counted, series

MAX_GATEWAYS = 8
"""Gateways that are asked where a request names none."""
NAME_IT = "name the one that the request is sent to."
GRPC_CONTENT_TYPE = "application/grpc"


class Router:
    """Answers requests from the prediction of what the controller makes of the objects."""

    def __init__(self, prediction: Prediction) -> None:
        """Sort the listeners that are served by Gateway."""
        semantics, backends = prediction.semantics, Backends(prediction)
        rules = RuleBackends(backends, semantics)
        self._unserved = unserved = Unserved(prediction)
        self._gateways: Mapping[NamespacedName, RoutingContext] = {
            key: RoutingContext(
                gateway=GatewayListeners(key, listeners, semantics),
                backends=backends,
                rules=rules,
                unserved=unserved,
                semantics=semantics,
            )
            for key, listeners in _listeners(prediction).items()
        }
        self._objects = prediction.objects
        self._known = frozenset(prediction.objects.gateways)
        self._statuses = prediction.gateways

    def answer(self, request: Request) -> Answer:
        """Return who answers a request: of the Gateway that it names, or of the one with the most specific hostname."""
        found = self._answer(request)
        unreachable = self._unreachable.get(found.gateway) if found.outcome != Outcome.REJECTED else None
        return found if unreachable is None else replace(found, why=(*found.why, unreachable))

    def _answer(self, request: Request) -> Answer:
        asked = _with_grpc(request)
        if asked.gateway is not None:
            context = self._gateways.get(asked.gateway)
            if context is None:
                reasons = self._unserved.listeners(asked.gateway, asked.port)
                return rejected(asked.gateway, self._unknown(asked.gateway), *reasons)
            return _answer(context, asked)
        meant = None if asked.address is None else self._with_address(asked.address)
        if meant is not None and not meant:
            return rejected(None, f"No Gateway has the address {asked.address}.")
        candidates = self._candidates(asked, self._gateways if meant is None else meant)
        if not candidates:
            protocol = "UDP" if asked.scheme == "udp" else "TCP"
            sentence = f"No listener that is served answers {protocol} on port {asked.port}."
            return rejected(None, sentence, *self._unserved.anywhere(asked.port))
        answers = [_answer(context, asked) for context in candidates[:MAX_GATEWAYS]]
        found = [each for each in answers if not _is_nobody(each)]
        first = (found or answers)[0]
        return replace(first, ambiguous=(*first.ambiguous, *_which_gateway(found, len(candidates[MAX_GATEWAYS:]))))

    @cached_property
    def gateways(self) -> Mapping[NamespacedName, GatewayListeners]:
        """The listeners of each Gateway that are served, with their routes."""
        return {key: context.gateway for key, context in self._gateways.items()}

    @cached_property
    def _unreachable(self) -> Mapping[NamespacedName | None, str]:
        """Say of each Gateway without an address that nobody reaches it."""
        return {
            status.key: f"As far as the manifests tell, nobody reaches Gateway {status.key}: {why.message}"
            for status in self._statuses
            if (why := failed(status.conditions, "Programmed")) is not None
            and why.reason == NO_ADDRESS
            and not is_owned_by_another(self._objects.gateways[status.key])
        }

    def _unknown(self, gateway: NamespacedName) -> str:
        if gateway not in self._known:
            return f"Gateway {gateway} does not exist."
        return f"Gateway {gateway} has no listeners that are served."

    def _with_address(self, text: str) -> Collection[NamespacedName]:
        """Return the Gateways that have an address, or those that may have it, since nobody knows theirs."""
        asked = address(text)
        known = self._addresses
        having = [key for key, addresses in known.items() if asked in addresses]
        return having or [key for key in self._known if key not in known]

    @cached_property
    def _addresses(self) -> Mapping[NamespacedName, Collection[Address | None]]:
        """The addresses of the Gateways of which they are known."""
        return {
            status.key: [address(each["value"]) for each in status.addresses]
            for status in self._statuses
            if status.addresses
        }

    def _candidates(self, request: Request, meant: Collection[NamespacedName]) -> Sequence[RoutingContext]:
        """Return those of some Gateways that may answer a request which names none."""
        protocol = (request.scheme == "udp", request.port)
        on_port = [each for each in self._by_port.get(protocol, ()) if each.gateway.key in meant]
        if len(on_port) <= 1 or request.scheme in ("tcp", "udp"):
            return on_port
        host = request.host if request.sni is None else request.sni
        for hostname in suffixes(host):
            found = [
                context
                for context in self._by_hostname.get(hostname, ())
                if request.port in context.gateway.ports and context.gateway.key in meant
            ]
            if found:
                return found
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
    path = normalized(request.path) if context.semantics.paths_are_normalized else request.path
    read = replace(request, path=path)
    answer = plain_answer(context, read) if request.scheme == "http" else tls_answer(context, read)
    if path == request.path:
        return answer
    return replace(answer, why=(f"Envoy reads the path {request.path} as {path}.", *answer.why))


def _which_gateway(found: Sequence[Answer], more: int) -> list[str]:
    """Say that more than one Gateway may be meant: those that answer, and how many `more` were not asked."""
    sentences = []
    if len(found) > 1:
        names = series([str(each.gateway) for each in found])
        sentences.append(f"One of the Gateways {names}, each of which answers: {NAME_IT}")
    if more:
        others = f"{counted(more, 'further Gateway')} with this port {'was' if more == 1 else 'were'}"
        sentences.append(f"{others} not asked: {NAME_IT}")
    return sentences


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
    objects = prediction.objects.listener_sets
    found: dict[NamespacedName, list[ListenerStatus]] = {each.key: [] for each in prediction.gateways}
    sets = sorted(prediction.listener_sets, key=lambda each: age_key(objects[each.key]))
    for status in (*prediction.gateways, *sets):
        for listener in status.listeners:
            if listener.served and listener.gateway in found:
                found[listener.gateway].append(listener)
    return dict(sorted(found.items()))
