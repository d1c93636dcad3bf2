"""An evaluator of the configurations that Cilium writes for Envoy: what Envoy answers to a request.

It knows what Cilium writes for Gateways: filter chains by name, virtual hosts, matches in order, and their actions.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import re2

Json = dict[str, Any]

REDIRECT_CODES = {
    None: 301,
    "MOVED_PERMANENTLY": 301,
    "FOUND": 302,
    "SEE_OTHER": 303,
    "TEMPORARY_REDIRECT": 307,
    "PERMANENT_REDIRECT": 308,
}
WELL_KNOWN = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request as Envoy sees it."""

    scheme: str
    host: str
    port: int
    path: str = "/"
    query: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What Envoy does: `kind` is backend, redirect, direct or rejected."""

    kind: str
    status: int | None = None
    location: str | None = None
    shares: Mapping[str, float] = field(default_factory=dict)
    """By cluster, as `namespace:name:port`."""
    path: str | None = None
    host: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Envoy:
    """One CiliumEnvoyConfig."""

    def __init__(self, config: Json) -> None:
        resources = config["spec"].get("resources") or ()
        self.services: list[Json] = config["spec"].get("services") or []
        self.listeners = [each for each in resources if each["@type"].endswith(".Listener")]
        self.tables: dict[str, list[Json]] = {
            each["name"]: each.get("virtualHosts") or [] for each in resources if "RouteConfiguration" in each["@type"]
        }

    @property
    def ports(self) -> set[int]:
        return {port for service in self.services for port in service["ports"]}

    def reply(self, call: Call) -> Reply:
        chain = self._chain(call)
        if chain is None:
            return Reply(kind="rejected")
        config = chain["filters"][0]["typedConfig"]
        if "rds" not in config:
            return Reply(kind="backend", shares=_shares(config))
        for host in _hosts(self.tables[config["rds"]["routeConfigName"]], call.host):
            for route in host["routes"]:
                if _matches(route["match"], call):
                    return _act(route, call)
            break
        return Reply(kind="direct", status=404)

    def _chain(self, call: Call) -> Json | None:
        names = {service["listener"] for service in self.services if call.port in service["ports"]}
        chains = [
            chain
            for listener in self.listeners
            if listener["name"] in names or (names and names <= {""})
            for chain in listener.get("filterChains") or ()
            if (chain["filterChainMatch"]["transportProtocol"] == "tls") == (call.scheme != "http")
        ]
        by_name = {name: chain for chain in chains for name in chain["filterChainMatch"].get("serverNames") or ["*"]}
        return next((by_name[name] for name in _names(call.host) if name in by_name), None)


def _names(host: str) -> list[str]:
    labels = host.split(".")
    return [host, *("*." + ".".join(labels[index:]) for index in range(1, len(labels))), "*"]


def _hosts(virtual_hosts: list[Json], host: str) -> Iterator[Json]:
    by_name = {domain: each for each in virtual_hosts for domain in each["domains"]}
    return (by_name[name] for name in _names(host) if name in by_name)


def _matches(match: Json, call: Call) -> bool:
    return (
        _path_matches(match, call.path)
        and all(_header_matches(each, call) for each in match.get("headers") or ())
        and all(
            _value_matches(each["stringMatch"], call.query.get(each["name"]))
            for each in match.get("queryParameters") or ()
        )
    )


def _path_matches(match: Json, path: str) -> bool:
    if "path" in match:
        return bool(path == match["path"])
    if "pathSeparatedPrefix" in match:
        prefix = match["pathSeparatedPrefix"]
        return path == prefix or path.startswith(f"{prefix}/")
    if "safeRegex" in match:
        return re2.fullmatch(match["safeRegex"]["regex"], path) is not None
    return path.startswith(match["prefix"])


def _header_matches(matcher: Json, call: Call) -> bool:
    own = {":method": call.method, "x-forwarded-proto": call.scheme}
    name = matcher["name"].lower()
    value = own.get(name, call.headers.get(name))
    return _value_matches(matcher["stringMatch"], value) != bool(matcher.get("invertMatch"))


def _value_matches(matcher: Json, value: str | None) -> bool:
    if value is None:
        return False
    if "safeRegex" in matcher:
        return re2.fullmatch(matcher["safeRegex"]["regex"], value) is not None
    exact = matcher["exact"]
    return value.lower() == exact.lower() if matcher.get("ignoreCase") else bool(value == exact)


def _act(route: Json, call: Call) -> Reply:
    direct = route.get("directResponse") or route.get("direct_response")
    if direct is not None:
        return Reply(kind="direct", status=direct["status"])
    if "redirect" in route:
        return _redirect(route, call)
    action, headers = route["route"], dict(call.headers)
    for name in route.get("requestHeadersToRemove") or ():
        headers.pop(name.lower(), None)
    for each in route.get("requestHeadersToAdd") or ():
        name, value = each["header"]["key"].lower(), each["header"]["value"]
        overwrites = each.get("appendAction") == "OVERWRITE_IF_EXISTS_OR_ADD"
        headers[name] = value if overwrites or name not in headers else f"{headers[name]},{value}"
    return Reply(
        kind="backend",
        shares=_shares(action),
        path=_rewritten(action, route["match"], call.path),
        host=action.get("hostRewriteLiteral") or call.host,
        headers=headers,
    )


def _shares(action: Json) -> Mapping[str, float]:
    clusters = (action.get("weightedClusters") or {}).get("clusters") or [{"name": action.get("cluster"), "weight": 1}]
    total = sum(each.get("weight", 0) for each in clusters)
    shares: dict[str, float] = {}
    for each in clusters:
        shares[each["name"]] = shares.get(each["name"], 0) + each.get("weight", 0) / total
    return {name: share for name, share in shares.items() if share}


def _rewritten(action: Json, match: Json, path: str) -> str:
    if "regexRewrite" in action:
        pattern, substitution = action["regexRewrite"]["pattern"]["regex"], action["regexRewrite"]["substitution"]
        return str(re2.sub(pattern, substitution, path))
    prefix = match.get("pathSeparatedPrefix") or match.get("prefix") or ""
    replacement = action.get("prefixRewrite")
    return path if replacement is None else replacement + path[len(prefix) :]


def _redirect(route: Json, call: Call) -> Reply:
    action = route["redirect"]
    scheme = action.get("schemeRedirect") or ("https" if action.get("httpsRedirect") else call.scheme)
    port = action.get("portRedirect") or (WELL_KNOWN[scheme] if scheme != call.scheme else call.port)
    path = action.get("pathRedirect") or _rewritten(action, route["match"], call.path)
    where = "" if port == WELL_KNOWN[scheme] else f":{port}"
    host = action.get("hostRedirect") or call.host
    query = "&".join(f"{name}={value}" for name, value in call.query.items())
    return Reply(
        kind="redirect",
        status=REDIRECT_CODES[action.get("responseCode")],
        location=f"{scheme}://{host}{where}{path}{f'?{query}' if query else ''}",
    )
