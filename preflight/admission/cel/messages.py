"""What to say of a broken rule: our own sentence for a rule of the bundled CRDs, else the CRD's own words."""

import re
from collections.abc import Mapping

from preflight.admission.cel.field_paths import parsed_field_path
from preflight.admission.cel.outcomes import Broken, Failure
from preflight.admission.schema import Schema
from preflight.admission.sentences import sentence
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.values import shown

PLACEHOLDER = re.compile(r"\{([A-Za-z0-9]+)\}")
ABSENT = "absent"
"""What stands for a field that is not there."""
FIX = "Change the value so that the rule is true."
FIX_FAILING = "Change the value so that the rule gives an answer."
FIX_UNCHECKED = "Try the object with `kubectl apply --dry-run=server`, which evaluates the rule."


def finding(broken: Broken, kind: str, schema: Schema, path: FieldPath, value: object) -> Finding:
    """Return the finding on a rule that a value breaks."""
    if broken.why is None:
        return _false(broken, kind, schema, path, value)
    rule, why = _one_line(broken.rule.rule), _one_line(broken.why.text).rstrip(".")
    known = sentence(kind, path, broken.rule.rule)
    if isinstance(broken.why, Failure) and not broken.why.ours:
        code, fix = "GH141", FIX_FAILING if known is None else filled(known.fix, value)
        reason = f"The rule {rule} fails, and so the API server refuses the object: {why}."
        if known is not None:
            reason = filled(known.reason, value)
    else:
        code, fix = "GH142", FIX_UNCHECKED
        reason = f"The rule {rule} cannot be evaluated here: {why}."
    return Finding(code=code, path=path, reason=reason, fix=fix, rule=broken.rule.rule)


def _false(broken: Broken, kind: str, schema: Schema, path: FieldPath, value: object) -> Finding:
    rule = broken.rule
    known = sentence(kind, path, rule.rule)
    if known:
        reason, fix = filled(known.reason, value), filled(known.fix, value)
    else:
        own = broken.message or rule.message or f"The rule is false: {rule.rule}"
        reason, fix = _ended(_one_line(own)), FIX
    pointed = (*path, *parsed_field_path(rule.field_path, schema)) if rule.field_path else path
    return Finding(code="GH140", path=pointed, reason=reason, fix=fix, rule=rule.rule)


def filled(text: str, value: object) -> str:
    """Put the value in the place of `{self}`, and its fields in the places of their names."""

    def replacement(match: re.Match[str]) -> str:
        name = match[1]
        if name == "self":
            return shown(value)
        return shown(value[name]) if isinstance(value, Mapping) and name in value else ABSENT

    return PLACEHOLDER.sub(replacement, text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
