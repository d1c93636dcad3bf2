"""What is exposed, as a table: from the URL by the address and the listener to the Service."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from preflight.addressing import Addressing
from preflight.gateway_api.matches import EXACT, PREFIX, Match, matches_of
from preflight.gateway_api.objects import HTTP_KINDS, NamespacedName, Route, Rule
from preflight.gateway_api.prediction import ListenerStatus, Prediction
from preflight.gateway_api.tables import Isolation
from preflight.report.address_texts import address_text
from preflight.report.tables import Table, write_tables
from preflight.values import series

COLUMNS = ("URL", "ADDRESS", "LISTENER", "SERVICE")
DEFAULT_PORTS = {"http": 80, "https": 443}
DEFAULT_REDIRECT = 302
MAX_ROWS = 40
"""Rows that are written; more are only counted."""
MAX_SERVICES = 3


class Exposure(NamedTuple):
    """A URL that a listener takes, all as texts."""

    url: str
    """With `*` for any host, and `...` behind a prefix."""
    address: str
    """Empty where the Gateway gets none, as far as is known."""
    listener: str
    target: str
    """The Services that requests go to, or what the Gateway answers itself."""


def exposures(prediction: Prediction, addressing: Addressing) -> list[Exposure]:
    """Return what the listeners that are served expose, in their order; a URL with several matches once."""
    addresses = {
        NamespacedName(each.service.namespace, each.service.gateway): address_text(each)
        for each in addressing.allocation.services
        if each.service.gateway is not None
    }
    found: dict[tuple[str, str, str], dict[str, None]] = {}
    for gateway, listeners in _served(prediction).items():
        isolation = Isolation(listeners, prediction.semantics)
        for listener in listeners:
            for url, target in _of_listener(listener, isolation):
                place = (url, addresses.get(gateway, ""), _name(listener))
                found.setdefault(place, {}).update(dict.fromkeys(target))
    return [Exposure(*place, series(list(targets), most=MAX_SERVICES)) for place, targets in found.items()]


def write_exposures(of_apps: Mapping[str, Sequence[Exposure]], stream: TextIO) -> None:
    """Write one table of what apps expose, by the name of their cluster; that is empty where there is one app only."""
    named = any(of_apps)
    rows = [(cluster, *each) if named else tuple(each) for cluster, found in of_apps.items() for each in found]
    columns = ("CLUSTER", *COLUMNS) if named else COLUMNS
    write_tables([Table("EXPOSED", columns, rows[:MAX_ROWS])], stream)
    if len(rows) > MAX_ROWS:
        stream.write(f"... and {len(rows) - MAX_ROWS} more\n")


def _served(prediction: Prediction) -> Mapping[NamespacedName, list[ListenerStatus]]:
    """Return the listeners of each Gateway that are served, with those of its ListenerSets."""
    found: dict[NamespacedName, list[ListenerStatus]] = {}
    for status in (*prediction.gateways, *prediction.listener_sets):
        for listener in status.listeners:
            if listener.served:
                found.setdefault(listener.gateway, []).append(listener)
    return found


def _of_listener(listener: ListenerStatus, isolation: Isolation) -> Iterator[tuple[str, list[str]]]:
    """Yield each URL of a listener, with who answers."""
    for route in listener.attached:
        for hostname in isolation.hostnames(route, listener):
            origin = _origin(listener, hostname)
            for rule in route.rules:
                target = _target(rule)
                for path in _paths(route, rule):
                    yield f"{origin}{path}", target


def _origin(listener: ListenerStatus, hostname: str) -> str:
    scheme, port = listener.listener.protocol.lower(), listener.listener.port
    suffix = "" if DEFAULT_PORTS.get(scheme) == port else f":{port}"
    return f"{scheme}://{hostname or '*'}{suffix}"


def _paths(route: Route, rule: Rule) -> Iterable[str]:
    if route.kind not in HTTP_KINDS:
        return ("",)
    return dict.fromkeys(_path(match) for match in matches_of(route, rule))


def _path(match: Match) -> str:
    if match.kind == PREFIX:
        return f"{match.path}/..." if match.path else "/..."
    return match.path if match.kind == EXACT else f"{match.path} (pattern)"


def _target(rule: Rule) -> list[str]:
    redirect = next((each for each in rule.filters if each["type"] == "RequestRedirect"), None)
    if redirect is not None:
        return [_redirect(redirect.get("requestRedirect") or {})]
    backends = [each for each in rule.backends if each.weight]
    return [f"{each.target.key}:{each.port}" if each.port else str(each.target.key) for each in backends] or ["nobody"]


def _redirect(written: Mapping[str, Any]) -> str:
    """Say where a redirect leads, as far as it says so."""
    scheme, hostname, port = (written.get(field) for field in ("scheme", "hostname", "port"))
    path = written.get("path") or {}
    to = f"{scheme}://" if scheme else ""
    to += hostname or "*"
    to += f":{port}" if port else ""
    to += path.get("replaceFullPath") or path.get("replacePrefixMatch") or ""
    return f"{written.get('statusCode', DEFAULT_REDIRECT)} to {scheme if to == f'{scheme}://*' else to}"


def _name(listener: ListenerStatus) -> str:
    kind = "" if listener.key.kind == "Gateway" else f"{listener.key.kind} "
    return f"{kind}{listener.key.parent}/{listener.key.name}"
