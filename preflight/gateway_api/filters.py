"""Filters: what the filters of a rule do to a request that it takes.

Source: Gateway API v1.6.1, the doc comments of HTTPRouteFilter and GRPCRouteFilter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from preflight.gateway_api.objects import BackendRef, Route, Rule
from preflight.gateway_api.semantics import Semantics

CORE_FILTERS: Mapping[str, str] = {
    "RequestHeaderModifier": "requestHeaderModifier",
    "ResponseHeaderModifier": "responseHeaderModifier",
    "RequestMirror": "requestMirror",
    "RequestRedirect": "requestRedirect",
    "URLRewrite": "urlRewrite",
}
"""The filters that every implementation has, each with its field."""
EXTENSION_FILTERS: Mapping[str, str] = {"CORS": "cors", "ExternalAuth": "externalAuth"}
HEADER_MODIFIERS = ("RequestHeaderModifier", "ResponseHeaderModifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """The filters of a rule that are applied, each as the API has it."""

    request_headers: tuple[Mapping[str, Any], ...]
    response_headers: tuple[Mapping[str, Any], ...]
    redirect: Mapping[str, Any] | None
    rewrite: Mapping[str, Any]
    cors: Mapping[str, Any] | None
    mirrors: tuple[tuple[BackendRef, float], ...]
    """The backends that get a copy, each with the part of the requests that it gets."""
    external_auth: BackendRef | None
    notes: tuple[str, ...]
    """Sentences on filters that are not applied."""


def effects_of(route: Route, rule: Rule, semantics: Semantics) -> Effects:
    """Return what the filters of a rule do."""
    known = {**CORE_FILTERS, **{each: EXTENSION_FILTERS[each] for each in sorted(semantics.extension_filters)}}
    applied: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
    notes = []
    for number, each in enumerate(rule.filters):
        field = known.get(each["type"])
        if field is None:
            notes.append(f"Its filter {each['type']} is not applied by {semantics.title}.")
        else:
            applied.setdefault(field, []).append((number, each.get(field) or {}))
    notes += _not_applied(route, rule, semantics)

    def all_of(field: str) -> tuple[Mapping[str, Any], ...]:
        return tuple(config for _, config in applied.get(field, ()))

    def last_of(field: str) -> Mapping[str, Any] | None:
        return applied[field][-1][1] if field in applied else None

    backends = rule.filter_backends
    auth = [backends[number] for number, _ in applied.get("externalAuth", ())]
    return Effects(
        request_headers=all_of("requestHeaderModifier"),
        response_headers=all_of("responseHeaderModifier"),
        redirect=last_of("requestRedirect"),
        rewrite=last_of("urlRewrite") or {},
        cors=last_of("cors"),
        mirrors=tuple(
            (backends[number], _part(config, semantics)) for number, config in applied.get("requestMirror", ())
        ),
        external_auth=auth[-1] if auth else None,
        notes=tuple(notes),
    )


def header_modifiers(route: Route, backend: BackendRef, semantics: Semantics) -> tuple[Mapping[str, Any], ...]:
    """Return the filters of a backend that are applied, where it is the only one."""
    if route.kind not in semantics.backend_filters:
        return ()
    return tuple(each for each in backend.filters if each["type"] in HEADER_MODIFIERS)


def changes_of(filters: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return what filters of a backend do to the headers of a request, and to those of its answer."""
    request, response = (
        [each.get(CORE_FILTERS[type_]) or {} for each in filters if each["type"] == type_] for type_ in HEADER_MODIFIERS
    )
    return request, response


def _not_applied(route: Route, rule: Rule, semantics: Semantics) -> list[str]:
    """Say what else of a rule is not applied."""
    notes = []
    for backend in rule.backends:
        for each in backend.filters:
            if each["type"] not in HEADER_MODIFIERS or route.kind not in semantics.backend_filters:
                who = semantics.title
                notes.append(f"The filter {each['type']} of its backend {backend.target} is not applied by {who}.")
    if rule.has_session_persistence:
        notes.append(f"Its sessionPersistence is not applied by {semantics.title}.")
    return notes


def _part(mirror: Mapping[str, Any], semantics: Semantics) -> float:
    """Return the part of the requests that are mirrored: all without percent or fraction."""
    fraction = mirror.get("fraction")
    if fraction is None:
        return float(mirror.get("percent", 100) / 100)
    numerator, denominator = fraction["numerator"], fraction.get("denominator", 100)
    if semantics.mirrors_whole_percents:
        return float(numerator * 100 // denominator / 100)
    return float(numerator / denominator)
