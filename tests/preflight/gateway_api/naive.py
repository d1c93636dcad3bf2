"""Naive matchers: try all rules of all routes, and sort what matches by the text of a specification."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from preflight.gateway_api.requests import Request
from tests.preflight.gateway_api.random_routes import routes_of
from tests.preflight.gateway_api.states import Json

KINDS_OF_SPEC = ("Exact", "PathPrefix", "RegularExpression")
KINDS_OF_CILIUM = ("Exact", "RegularExpression", "PathPrefix")


class Found(NamedTuple):
    """Who answers: the share of each Service, and a name for the rule; neither where nobody does."""

    shares: dict[str, float]
    rule: tuple[str, int] | None


NOBODY = Found({}, None)


def by_specification(documents: list[Json], request: Request) -> Found | None:
    """Return who answers by the specification; None where no listener has the port."""
    on_port = [each for each in documents[0]["spec"]["listeners"] if each["port"] == request.port]
    if not on_port:
        return None
    taking = [each for each in on_port if _takes(each.get("hostname", ""), request.host)]
    if not taking:
        return NOBODY
    chosen = max(taking, key=lambda each: _specificity(each.get("hostname", "")))
    found = []
    for route in routes_of(documents):
        names = route["spec"].get("hostnames", [""])
        common = [_common(chosen.get("hostname", ""), name) for name in names]
        if not _names(route, chosen) or not any(each is not None for each in common):
            continue
        matching = [name for name in names if _takes(name, request.host)]
        if matching:
            host = max(_specificity(name) for name in matching)
            for rule, match_number, match in _matches(route):
                if _matches_request(match, request):
                    place = (route["metadata"]["creationTimestamp"], route["metadata"]["name"], rule, match_number)
                    order = (-host[0], -host[1], *_order(match, KINDS_OF_SPEC), *place)
                    found.append((order, route, rule))
    if not found:
        return NOBODY
    _, route, rule = min(found, key=lambda each: each[0])
    return Found({route["spec"]["rules"][rule]["backendRefs"][0]["name"]: 1.0}, (route["metadata"]["name"], rule))


def by_envoy(documents: list[Json], request: Request) -> Found | None:
    """Return who answers by the order in which Cilium writes routes for Envoy; None where no listener has the port."""
    listeners = documents[0]["spec"]["listeners"]
    if request.port not in {each["port"] for each in listeners}:
        return None
    hosts: dict[str, list[tuple[Json, int, Json]]] = {}
    for listener in listeners:
        others = [each["hostname"] for each in listeners if "hostname" in each]
        for route in routes_of(documents):
            if _names(route, listener):
                for hostname in _computed(route, listener.get("hostname", ""), others):
                    hosts.setdefault(hostname, []).extend((route, rule, match) for rule, _, match in _matches(route))
    matching = [name for name in hosts if _takes(name, request.host)]
    if not matching:
        return NOBODY
    written = hosts[max(matching, key=_specificity)]
    for route, rule, match in sorted(written, key=lambda each: _order(each[2], KINDS_OF_CILIUM)):
        if _matches_request(match, request):
            return _merged(written, route, rule, match)
    return NOBODY


def _merged(written: list[tuple[Json, int, Json]], route: Json, rule: int, match: Json) -> Found:
    """Divide the requests between the first rules of all routes with the same match."""
    first: dict[str, int] = {}
    weights: dict[str, int] = {}
    for other, number, its in written:
        if _key(its) == _key(match) and first.setdefault(other["metadata"]["name"], number) == number:
            service = other["spec"]["rules"][number]["backendRefs"][0]["name"]
            weights[service] = weights.get(service, 0) + 1
    total = sum(weights.values())
    shares = {service: round(weight / total, 9) for service, weight in weights.items()}
    return Found(shares, (route["metadata"]["name"], rule))


def _computed(route: Json, own: str, others: list[str]) -> Iterator[str]:
    for hostname in route["spec"].get("hostnames", []):
        common = _common(own, hostname)
        if common is None:
            continue
        taken = any(
            other != own
            and (other == hostname or (len(other) > len(own) and "*" in other and _common(other, hostname) == hostname))
            for other in others
        )
        if common == own or not taken:
            yield common
    if "hostnames" not in route["spec"]:
        yield own


def _names(route: Json, listener: Json) -> bool:
    return bool(route["spec"]["parentRefs"][0].get("sectionName", listener["name"]) == listener["name"])


def _matches(route: Json) -> Iterator[tuple[int, int, Json]]:
    for rule, each in enumerate(route["spec"]["rules"]):
        for number, match in enumerate(each["matches"]):
            yield rule, number, match


def _takes(pattern: str, host: str) -> bool:
    return not pattern or pattern == host or (pattern.startswith("*.") and host.endswith(pattern[1:]))


def _common(first: str, second: str) -> str | None:
    """Return the hostname of what two hostnames both take: the more specific one, if the other takes its names."""
    wide, narrow = sorted((first, second), key=_specificity)
    return narrow if _takes(wide, narrow.replace("*", "any")) else None


def _specificity(hostname: str) -> tuple[int, int]:
    return (0 if "*" in hostname else len(hostname), len(hostname))


def _order(match: Json, kinds: tuple[str, ...]) -> tuple[Any, ...]:
    kind, value = match["path"]["type"], match["path"]["value"]
    length = len(value.rstrip("/")) if kind == "PathPrefix" else len(value)
    return (kinds.index(kind), -length, "method" not in match, -len(match["headers"]), -len(match["queryParams"]))


def _key(match: Json) -> tuple[Any, ...]:
    kind, value = match["path"]["type"], match["path"]["value"]
    path = value.rstrip("/") if kind == "PathPrefix" else value
    return (kind, path, match.get("method"), str(match["headers"]), str(match["queryParams"]))


def _matches_request(match: Json, request: Request) -> bool:
    query = dict(each.split("=") for each in reversed(request.query.split("&")) if each)
    return (
        _path_matches(match["path"]["type"], match["path"]["value"], request.path)
        and match.get("method") in (None, request.method)
        and all(request.headers.get(each["name"]) == each["value"] for each in match["headers"])
        and all(query.get(each["name"]) == each["value"] for each in match["queryParams"])
    )


def _path_matches(kind: str, value: str, path: str) -> bool:
    if kind == "Exact":
        return path == value
    if kind == "RegularExpression":
        return re.fullmatch(value, path) is not None
    elements = [each for each in value.split("/") if each]
    return path.split("/")[1 : len(elements) + 1] == elements
