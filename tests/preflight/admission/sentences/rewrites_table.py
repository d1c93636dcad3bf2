"""Manifests that keep and break the CEL rules of redirects and rewrites in HTTPRoutes."""

from typing import Any

from tests.preflight.admission.sentences.routes_table import BACKEND, V1
from tests.preflight.admission.sentences.row import Row

TYPES = {"RequestRedirect": "requestRedirect", "URLRewrite": "urlRewrite"}
PREFIX, EXACT = {"path": {"value": "/a"}}, {"path": {"type": "Exact", "value": "/a"}}


def _filter(type_: str, **path: str) -> dict[str, Any]:
    return {"type": type_, TYPES[type_]: {"path": path}}


def _on_rule(type_: str, matches: list[dict[str, Any]], **path: str) -> dict[str, Any]:
    return {"spec": {"rules": [{"matches": matches, "filters": [_filter(type_, **path)]}]}}


def _on_backend(type_: str, matches: list[dict[str, Any]], **path: str) -> dict[str, Any]:
    backend = {**BACKEND, "filters": [_filter(type_, **path)]}
    return {"spec": {"rules": [{"matches": matches, "backendRefs": [backend]}]}}


def _on_paths(rule: str, accepted: dict[str, str], refused: dict[str, str], *, reason: str, fix: str) -> list[Row]:
    return [
        Row(
            rule=rule,
            kind="HTTPRoute",
            api_version=V1,
            accepted=manifest(type_, [PREFIX], **accepted),
            refused=manifest(type_, [PREFIX], **refused),
            path=f"spec.rules[0].{filters}[0].{field}.path",
            reason=reason,
            fix=fix,
        )
        for type_, field in TYPES.items()
        for filters, manifest in (("filters", _on_rule), ("backendRefs[0].filters", _on_backend))
    ]


PATHS = [
    *_on_paths(
        "self.type == 'ReplaceFullPath' ? has(self.replaceFullPath) : true",
        {"type": "ReplaceFullPath", "replaceFullPath": ""},
        {"type": "ReplaceFullPath"},
        reason="The path is of type 'ReplaceFullPath', but there is no replaceFullPath.",
        fix="Set replaceFullPath to what is to come instead.",
    ),
    *_on_paths(
        "has(self.replaceFullPath) ? self.type == 'ReplaceFullPath' : true",
        {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/b"},
        {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/b", "replaceFullPath": "/c"},
        reason="The replaceFullPath '/c' is there, but the path is of type 'ReplacePrefixMatch'.",
        fix="Remove replaceFullPath, or make the type ReplaceFullPath.",
    ),
    *_on_paths(
        "self.type == 'ReplacePrefixMatch' ? has(self.replacePrefixMatch) : true",
        {"type": "ReplacePrefixMatch", "replacePrefixMatch": ""},
        {"type": "ReplacePrefixMatch"},
        reason="The path is of type 'ReplacePrefixMatch', but there is no replacePrefixMatch.",
        fix="Set replacePrefixMatch to what is to come instead.",
    ),
    *_on_paths(
        "has(self.replacePrefixMatch) ? self.type == 'ReplacePrefixMatch' : true",
        {"type": "ReplaceFullPath", "replaceFullPath": "/c"},
        {"type": "ReplaceFullPath", "replaceFullPath": "/c", "replacePrefixMatch": "/b"},
        reason="The replacePrefixMatch '/b' is there, but the path is of type 'ReplaceFullPath'.",
        fix="Remove replacePrefixMatch, or make the type ReplacePrefixMatch.",
    ),
]


def _replaces(filters: str, field: str) -> str:
    return (
        f"{filters}.exists_one(f, has(f.{field}) && has(f.{field}.path) && f.{field}.path.type == 'ReplacePrefixMatch' "
        f"&& has(f.{field}.path.replacePrefixMatch))"
    )


ONE_PREFIX = (
    "((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? "
    "false : true)"
)
REPLACED = {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/b"}
NO_PREFIX = "is not one match alone with a path of type PathPrefix."


def _prefix_rows(type_: str, word: str, fix_on_backend: str) -> list[Row]:
    """Return the rows of the rules on what replaces a prefix: one match of type Exact, and two of type PathPrefix."""
    field = TYPES[type_]
    return [
        *(
            Row(
                rule=f"(has(self.filters) && {_replaces('self.filters', field)}) ? {ONE_PREFIX} : true",
                kind="HTTPRoute",
                api_version=V1,
                accepted=_on_rule(type_, [PREFIX], **REPLACED),
                refused=_on_rule(type_, matches, **REPLACED),
                path="spec.rules[0]",
                reason=f"The {word} replaces the prefix that was matched, but {shown} {NO_PREFIX}",
                fix=f"Give each match a rule of its own with the {word}, or make the type ReplaceFullPath.",
            )
            for matches, shown in (
                ([EXACT], "[{'path': {'type': 'Exact', 'value': '/a'}}]"),
                ([PREFIX, PREFIX], "[{'path': {'value': '/a', 'type': 'PathPrefix'}}, {'path': {'value': '/a', 't..."),
                ([], "[]"),
            )
        ),
        Row(
            rule="(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && "
            f"{_replaces('b.filters', field)}) )) ? {ONE_PREFIX} : true",
            kind="HTTPRoute",
            api_version=V1,
            accepted=_on_backend(type_, [PREFIX], **REPLACED),
            refused=_on_backend(type_, [EXACT], **REPLACED),
            path="spec.rules[0]",
            reason=f"The {word} of a backendRef replaces the prefix that was matched, but "
            f"[{{'path': {{'type': 'Exact', 'value': '/a'}}}}] {NO_PREFIX}",
            fix=fix_on_backend,
        ),
    ]


RULES = [
    Row(
        rule="(has(self.backendRefs) && size(self.backendRefs) > 0) ? "
        "(!has(self.filters) || self.filters.all(f, !has(f.requestRedirect))): true",
        kind="HTTPRoute",
        api_version=V1,
        accepted={"spec": {"rules": [{"filters": [{"type": "RequestRedirect", "requestRedirect": {}}]}]}},
        refused={
            "spec": {
                "rules": [
                    {"filters": [{"type": "RequestRedirect", "requestRedirect": {}}], "backendRefs": [BACKEND]},
                ]
            }
        },
        path="spec.rules[0]",
        reason="The rule has backendRefs, but with its filter RequestRedirect they get no requests.",
        fix="Remove backendRefs, or move them to a rule without the redirect.",
    ),
    *_prefix_rows(
        "RequestRedirect",
        "redirect",
        "Move the redirect to the filters of a rule without backendRefs and with one match: Cilium ignores it on a "
        "backendRef.",
    ),
    *_prefix_rows(
        "URLRewrite",
        "rewrite",
        "Move the rewrite to the filters of a rule with one match: Cilium ignores it on a backendRef.",
    ),
]

ROWS = [*PATHS, *RULES]
