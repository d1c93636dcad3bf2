"""Matches: what a rule of an HTTPRoute or GRPCRoute asks of a request, in one form for both.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteMatch and GRPCRouteMatch; for the paths of gRPC,
cilium/cilium, operator/pkg/model/ingestion/gateway.go.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from preflight.gateway_api.objects import Route, Rule

EXACT, PREFIX, REGEX = "Exact", "PathPrefix", "RegularExpression"


class ValueMatch(NamedTuple):
    """What a header or query parameter must be; the name of a header is in lower case."""

    name: str
    value: str
    is_regex: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What a request must be like."""

    kind: str
    """How its path is compared: EXACT, PREFIX or REGEX."""
    path: str
    """A prefix has no trailing slash; that of all paths is empty."""
    length: tuple[int, int]
    """The characters of the path; for a pattern of gRPC those of the service and those of the method."""
    method: str | None
    headers: tuple[ValueMatch, ...]
    queries: tuple[ValueMatch, ...]
    ends_in_slash: bool = False
    """Whether a prefix, other than that of all paths, is written with a slash at its end."""

    @property
    def key(self) -> tuple[object, ...]:
        """What two matches that take the same requests have in common."""
        return (self.kind, self.path, self.method, frozenset(self.headers), frozenset(self.queries))

    @property
    def path_text(self) -> str:
        """The path as a sentence names it."""
        if self.kind == PREFIX:
            return f"path prefix {self.path or '/'}"
        return f"exact path {self.path}" if self.kind == EXACT else f"path pattern {self.path}"

    def __str__(self) -> str:
        parts = [f"the {self.path_text}"]
        parts += [] if self.method is None else [f"the method {self.method}"]
        parts += [f"the header {_written(each, ': ')}" for each in self.headers]
        parts += [f"the query parameter {_written(each, '=')}" for each in self.queries]
        return " and ".join(([", ".join(parts[:-1])] if len(parts) > 1 else []) + parts[-1:])


ANY_PATH = Match(PREFIX, "", (0, 0), None, (), ())
"""That of a rule without matches."""


def matches_of(route: Route, rule: Rule) -> tuple[Match, ...]:
    """Return the matches of a rule, in their order."""
    if not rule.matches:
        return (ANY_PATH,)
    read = _of_grpc if route.kind == "GRPCRoute" else _of_http
    return tuple(read(match) for match in rule.matches)


def _of_http(match: Mapping[str, Any]) -> Match:
    path = match.get("path") or {}
    kind, value = path.get("type", PREFIX), path.get("value", "/")
    prefix = value.removesuffix("/") if kind == PREFIX else value
    return Match(
        kind,
        prefix,
        (len(prefix), 0),
        match.get("method"),
        _values(match.get("headers") or (), lower=True),
        _values(match.get("queryParams") or (), lower=False),
        ends_in_slash=prefix not in ("", value),
    )


def _of_grpc(match: Mapping[str, Any]) -> Match:
    method = match.get("method") or {}
    kind, path = _grpc_path(method.get("type", EXACT), method.get("service"), method.get("method"))
    length = (len(path), 0)
    if kind == REGEX:
        length = (len(method.get("service") or ""), len(method.get("method") or ""))
    return Match(kind, path, length, None, _values(match.get("headers") or (), lower=True), ())


def _grpc_path(kind: str, service: str | None, method: str | None) -> tuple[str, str]:
    """Return how the path of a gRPC request, `/service/method`, is compared."""
    if not service and not method:
        return PREFIX, ""
    if kind == REGEX:
        return REGEX, f"/{service or '.+'}/{method or '.+'}"
    if not service:
        return REGEX, f"/.+/{method}"
    return (EXACT, f"/{service}/{method}") if method else (PREFIX, f"/{service}")


def _values(items: Iterable[Mapping[str, Any]], *, lower: bool) -> tuple[ValueMatch, ...]:
    """Read headers or query parameters: of those with one name the first counts."""
    found: dict[str, ValueMatch] = {}
    for item in items:
        name = item["name"].lower() if lower else item["name"]
        found.setdefault(name, ValueMatch(name, item["value"], item.get("type") == REGEX))
    return tuple(found.values())


def _written(each: ValueMatch, separator: str) -> str:
    return f"{each.name} that matches {each.value}" if each.is_regex else f"{each.name}{separator}{each.value}"
