"""Values of a route that are valid for the API server, and that the controller refuses all the same.

Source: cilium/cilium, operator/pkg/gateway-api/routechecks/{httproute,grpcroute}.go.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from preflight.field_path import FieldPath, text
from preflight.gateway_api.matches import REGEX
from preflight.gateway_api.objects import HTTP_KINDS, LAYER_4_KINDS, Route, Rule
from preflight.gateway_api.patterns import full_matcher
from preflight.gateway_api.semantics import Semantics
from preflight.values import shown


class Refused(NamedTuple):
    """A field of a route whose value is refused."""

    path: FieldPath
    said: str
    """What to say of it."""
    fix: str


def unsupported_kind(route: Route, semantics: Semantics) -> str | None:
    """Say why no parent takes a route of this kind, whose backends nobody looks at then; None where one may."""
    if route.kind in LAYER_4_KINDS and semantics.layer_4 and semantics.host_network:
        return f"With host networking, {semantics.title} serves no {route.kind}."
    return None


def refused_value(route: Route, semantics: Semantics) -> str | None:
    """Say which value of a route is refused; None where all are taken."""
    refused = refused_field(route, semantics)
    return None if refused is None else f"{text(refused.path)} {refused.said}"


def refused_field(route: Route, semantics: Semantics) -> Refused | None:
    """Return the first field of a route whose value is refused."""
    if route.kind not in HTTP_KINDS:
        return None
    for rule in route.rules:
        if semantics.host_header_is_refused and (path := _host_path(rule)):
            said = "sets the header Host: Cilium does so by the filter URLRewrite only."
            return Refused(path, said, "Use the filter URLRewrite.")
    for rule in route.rules if semantics.regular_expressions_are_checked else ():
        for path, pattern in _regular_expressions(rule):
            if full_matcher(pattern) is None:
                said = f"is {shown(pattern)}, which is no regular expression of RE2."
                return Refused(path, said, "Write a regular expression in the syntax of RE2.")
    return None


def _host_path(rule: Rule) -> FieldPath | None:
    """Return where the request header Host is set, with these letters: others are not looked for."""
    for number, each in enumerate(rule.filters):
        headers = (each.get("requestHeaderModifier") or {}).get("set") or ()
        for index, header in enumerate(headers):
            if header["name"] == "Host":
                return ("spec", "rules", rule.index, "filters", number, "requestHeaderModifier", "set", index)
    return None


def _regular_expressions(rule: Rule) -> Iterator[tuple[FieldPath, str]]:
    for number, match in enumerate(rule.matches):
        path: FieldPath = ("spec", "rules", rule.index, "matches", number)
        yield from _patterns(match.get("path") or {}, (*path, "path"), ("value",))
        yield from _patterns(match.get("method"), (*path, "method"), ("service", "method"))
        for field in ("headers", "queryParams"):
            for index, item in enumerate(match.get(field) or ()):
                yield from _patterns(item, (*path, field, index), ("value",))


def _patterns(
    match: Mapping[str, Any] | str | None, path: FieldPath, fields: tuple[str, ...]
) -> Iterator[tuple[FieldPath, str]]:
    """Yield the regular expressions of one match; the method of an HTTPRoute is text and has none."""
    if isinstance(match, Mapping) and match.get("type") == REGEX:
        for field in fields:
            if match.get(field):
                yield (*path, field), match[field]
