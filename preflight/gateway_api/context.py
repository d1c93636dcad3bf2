"""RoutingContext: what answering a request needs to know of one Gateway, and the sentences that all answers share."""

from collections.abc import Sequence
from dataclasses import dataclass

from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.listening import GatewayListeners
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.requests import Request
from preflight.gateway_api.rule_backends import RuleBackends
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.shares import Backends
from preflight.gateway_api.unserved import Unserved


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingContext:
    """One Gateway, and what is common to all of them."""

    gateway: GatewayListeners
    backends: Backends
    rules: RuleBackends
    unserved: Unserved
    semantics: Semantics


def rejected(gateway: NamespacedName | None, *why: str, listener: ListenerStatus | None = None) -> Answer:
    """Return the answer to a connection that is not made."""
    return Answer(
        outcome=Outcome.REJECTED, gateway=gateway, listener=None if listener is None else listener.key, why=why
    )


def nobody_listens(context: RoutingContext, request: Request) -> Answer:
    """Return the answer where no listener has the port."""
    key, protocol = context.gateway.key, "UDP" if request.scheme == "udp" else "TCP"
    ports = sorted({each.listener.port for each in context.gateway.listeners})
    has = f"its listeners have {', '.join(map(str, ports))}" if ports else "none of its listeners is served"
    sentence = f"No listener of Gateway {key} answers {protocol} on port {request.port}: {has}."
    return rejected(key, sentence, *context.unserved.listeners(key, request.port))


def listener_name(listener: ListenerStatus) -> str:
    """Return a listener as a sentence begins with it."""
    return f"Listener {listener.key.name} of {listener.key.kind} {listener.key.parent}"


def takes(listener: ListenerStatus, name: str, others: Sequence[ListenerStatus]) -> str:
    """Say why a listener takes a name: `others` are those among which it is the one."""
    hostname = listener.listener.hostname
    port = f"port {listener.listener.port}"
    if len(others) == 1:
        reason = f"it is the only one on {port}"
        reason += f", with the hostname {hostname}" if hostname else ", and takes any hostname"
    elif hostname:
        reason = f"its hostname {hostname} is the most specific one on {port}"
    else:
        reason = f"no hostname of another listener on {port} matches, and it takes any"
    return f"{listener_name(listener)} takes {name}: {reason}."
