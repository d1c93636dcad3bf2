"""What the CEL rules of redirects and rewrites in HTTPRoutes mean: of their paths, and of the rules that have them."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

_FIELDS: Mapping[str, str] = {"ReplaceFullPath": "replaceFullPath", "ReplacePrefixMatch": "replacePrefixMatch"}
"""The type of a path -> the field that belongs to it."""

_PATHS: Mapping[str, Sentence] = {
    f"self.type == '{type_}' ? has(self.{field}) : true": Sentence(
        reason=f"The path is of type {{type}}, but there is no {field}.",
        fix=f"Set {field} to what is to come instead.",
    )
    for type_, field in _FIELDS.items()
} | {
    f"has(self.{field}) ? self.type == '{type_}' : true": Sentence(
        reason=f"The {field} {{{field}}} is there, but the path is of type {{type}}.",
        fix=f"Remove {field}, or make the type {type_}.",
    )
    for type_, field in _FIELDS.items()
}


def _of_rule(field: str) -> str:
    """Return the rule on a filter of the rule itself that replaces the prefix."""
    return f"(has(self.filters) && {_replaces('self.filters', field)}) ? {_ONE_PREFIX} : true"


def _of_backends(field: str) -> str:
    """Return the rule on a filter of a backendRef that replaces the prefix."""
    return (
        f"(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && {_replaces('b.filters', field)}) "
        f")) ? {_ONE_PREFIX} : true"
    )


def _replaces(filters: str, field: str) -> str:
    return (
        f"{filters}.exists_one(f, has(f.{field}) && has(f.{field}.path) && f.{field}.path.type == 'ReplacePrefixMatch' "
        f"&& has(f.{field}.path.replacePrefixMatch))"
    )


_ONE_PREFIX = (
    "((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? "
    "false : true)"
)
_NO_PREFIX = (
    "replaces the prefix that was matched, but {matches} is not one match alone with a path of type PathPrefix."
)

_RULES: Mapping[str, Sentence] = {
    "(has(self.backendRefs) && size(self.backendRefs) > 0) ? "
    "(!has(self.filters) || self.filters.all(f, !has(f.requestRedirect))): true": Sentence(
        reason="The rule has backendRefs, but with its filter RequestRedirect they get no requests.",
        fix="Remove backendRefs, or move them to a rule without the redirect.",
    ),
    _of_rule("requestRedirect"): Sentence(
        reason=f"The redirect {_NO_PREFIX}",
        fix="Give each match a rule of its own with the redirect, or make the type ReplaceFullPath.",
    ),
    _of_rule("urlRewrite"): Sentence(
        reason=f"The rewrite {_NO_PREFIX}",
        fix="Give each match a rule of its own with the rewrite, or make the type ReplaceFullPath.",
    ),
    _of_backends("requestRedirect"): Sentence(
        reason=f"The redirect of a backendRef {_NO_PREFIX}",
        fix="Move the redirect to the filters of a rule without backendRefs and with one match: Cilium ignores it on a "
        "backendRef.",
    ),
    _of_backends("urlRewrite"): Sentence(
        reason=f"The rewrite of a backendRef {_NO_PREFIX}",
        fix="Move the rewrite to the filters of a rule with one match: Cilium ignores it on a backendRef.",
    ),
}

REWRITES: Mapping[str, Sentence] = {**_PATHS, **_RULES}
"""By the rule's text, as the CRD has it."""
