"""Manifests that keep and break the CEL rules of the filters of HTTPRoutes and GRPCRoutes."""

from typing import Any

from tests.preflight.admission.sentences.routes_table import BACKEND, V1
from tests.preflight.admission.sentences.row import Row

Filter = dict[str, Any]

FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "RequestHeaderModifier": ("requestHeaderModifier", {"remove": ["a"]}),
    "ResponseHeaderModifier": ("responseHeaderModifier", {"remove": ["a"]}),
    "RequestMirror": ("requestMirror", {"backendRef": BACKEND}),
    "ExtensionRef": ("extensionRef", {"group": "example.com", "kind": "Filter", "name": "a"}),
    "RequestRedirect": ("requestRedirect", {"scheme": "https"}),
    "URLRewrite": ("urlRewrite", {"hostname": "a.test"}),
    "CORS": ("cors", {"allowOrigins": ["https://a.test"]}),
}
"""The type of a filter -> the field that belongs to it, and a value for that field."""
OF_GRPC_ROUTES = ("RequestHeaderModifier", "ResponseHeaderModifier", "RequestMirror", "ExtensionRef")
BOTH, HTTP = ("HTTPRoute", "GRPCRoute"), ("HTTPRoute",)


def _filter(type_: str, **fields: Any) -> Filter:
    """Return a valid filter of a type, with these fields besides or instead of its own."""
    field, value = FIELDS[type_]
    return {"type": type_, field: value, **fields}


def _kinds(type_: str) -> tuple[str, ...]:
    return BOTH if type_ in OF_GRPC_ROUTES else HTTP


def _rows(
    rule: str,
    accepted: list[Filter],
    refused: list[Filter],
    *,
    kinds: tuple[str, ...],
    below: str,
    reason: str,
    fix: str,
    also: tuple[str, ...] = (),
) -> list[Row]:
    """Return the rows of a rule for filters of rules and of backendRefs; `below` is the path from the filters down."""
    return [
        Row(
            rule=rule,
            kind=kind,
            api_version=V1,
            accepted=_on_rule(accepted) if place == "filters" else _on_backend(accepted),
            refused=_on_rule(refused) if place == "filters" else _on_backend(refused),
            path=f"spec.rules[0].{place}{below}",
            reason=reason,
            fix=fix,
            also=also,
        )
        for kind in kinds
        for place in ("filters", "backendRefs[0].filters")
    ]


def _on_rule(filters: list[Filter]) -> dict[str, Any]:
    return {"spec": {"rules": [{"filters": filters}]}}


def _on_backend(filters: list[Filter]) -> dict[str, Any]:
    return {"spec": {"rules": [{"backendRefs": [{**BACKEND, "filters": filters}]}]}}


def _other(type_: str) -> str:
    """Return another type that a filter of the same kind of route may have."""
    return "RequestMirror" if type_ == "RequestHeaderModifier" else "RequestHeaderModifier"


TYPES = [
    row
    for type_, (field, value) in FIELDS.items()
    for row in (
        *_rows(
            f"!(has(self.{field}) && self.type != '{type_}')",
            [_filter(_other(type_)), _filter(type_)],
            [_filter(_other(type_), **{field: value})],
            kinds=_kinds(type_),
            below="[0]",
            reason=f"The field {field} is there, but the filter is of type '{_other(type_)}'.",
            fix=f"Make the type {type_}, or move {field} to a filter of that type.",
        ),
        *_rows(
            f"!(!has(self.{field}) && self.type == '{type_}')",
            [_filter(_other(type_)), _filter(type_)],
            [_filter(_other(type_)), {"type": type_}],
            kinds=_kinds(type_),
            below="[1]",
            reason=f"The filter is of type '{type_}', but there is no {field}.",
            fix=f"Set {field}, or remove the filter.",
        ),
    )
]

REPEATED = [
    row
    for type_, fix in (
        ("RequestHeaderModifier", "Merge their set, add and remove into one."),
        ("ResponseHeaderModifier", "Merge their set, add and remove into one."),
        ("RequestRedirect", "Keep the one that is meant."),
        ("URLRewrite", "Merge their hostname and path into one."),
        ("CORS", "Merge what they allow into one."),
    )
    for row in _rows(
        f"self.filter(f, f.type == '{type_}').size() <= 1",
        [_filter(type_), _filter("RequestMirror"), _filter("RequestMirror")],
        [_filter(type_), _filter("RequestMirror"), _filter(type_)],
        kinds=_kinds(type_),
        below="",
        reason=f"There are several filters of type {type_}, but one list takes only one.",
        fix=fix,
    )
]

TOGETHER = _rows(
    "!(self.exists(f, f.type == 'RequestRedirect') && self.exists(f, f.type == 'URLRewrite'))",
    [_filter("RequestRedirect"), _filter("ResponseHeaderModifier")],
    [_filter("RequestRedirect"), _filter("URLRewrite")],
    kinds=HTTP,
    below="",
    reason="There is a filter of type URLRewrite, which changes what a backend gets, next to one of type "
    "RequestRedirect, with which no backend gets anything.",
    fix="Remove the RequestRedirect, or the URLRewrite where clients are to go to another URL.",
)


def _mirror(**fields: Any) -> Filter:
    return _filter("RequestMirror", requestMirror={"backendRef": BACKEND, **fields})


MIRRORS = [
    *_rows(
        "!(has(self.percent) && has(self.fraction))",
        [_mirror(percent=5), _mirror(fraction={"numerator": 1})],
        [_mirror(percent=5, fraction={"numerator": 1})],
        kinds=BOTH,
        below="[0].requestMirror",
        reason="Both percent (5) and fraction ({'numerator': 1, 'denominator': 100}) say how many requests are "
        "mirrored.",
        fix="Remove fraction, or remove percent where a share is not a whole percent.",
    ),
    *_rows(
        "self.numerator <= self.denominator",
        [_mirror(fraction={"numerator": 100}), _mirror(fraction={"numerator": 2, "denominator": 3})],
        [_mirror(fraction={"numerator": 101})],
        kinds=BOTH,
        below="[0].requestMirror.fraction",
        reason="101 of 100 is more than all requests.",
        fix="Lower numerator to 100 or less, or raise denominator.",
    ),
]

CORS = [
    row
    for field, listed, allowed in (
        ("allowHeaders", "Cookie", "header names"),
        ("allowMethods", "GET", "methods"),
        ("allowOrigins", "https://a.test", "origins"),
    )
    for row in _rows(
        "!('*' in self && self.size() > 1)",
        [_filter("CORS", cors={field: ["*"]})],
        [_filter("CORS", cors={field: [listed, "*"]})],
        kinds=HTTP,
        below=f"[0].cors.{field}",
        reason=f"In ['{listed}', '*'], '*' allows all {allowed}, and others are listed besides.",
        fix=f"Remove the '*' to allow the listed {allowed} only, or keep nothing but the '*'.",
    )
]

ROWS = [*TYPES, *REPEATED, *TOGETHER, *MIRRORS, *CORS]
