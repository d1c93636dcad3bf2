"""What to say of a broken rule: our own sentence for a rule of the bundled CRDs, else the CRD's own words."""

import re
from collections.abc import Mapping

from preflight.admission.cel.field_paths import parsed_field_path
from preflight.admission.cel.outcomes import Broken, Failure, Uncompilable
from preflight.admission.schema import Schema
from preflight.admission.sentences import sentence
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.values import shown

PLACEHOLDER = re.compile(r"\{([A-Za-z0-9]+)\}")
ABSENT = "absent"
"""What stands for a field that is not there."""
SOME = "some of them"
"""What stands for items that cannot be told."""
FIX = "Change the value so that the rule is true."
FIX_FAILING = "Change the value so that the rule gives an answer."
FIX_UNCHECKED = "Try the object with `kubectl apply --dry-run=server`, which evaluates the rule."


def finding(broken: Broken, kind: str, schema: Schema, path: FieldPath, value: object) -> Finding:
    """Return the finding on a rule that a value breaks."""
    rule, why = broken.rule, broken.why
    if isinstance(why, Uncompilable) or (why is not None and why.ours):
        reason = f"The rule {_one_line(rule.rule)} cannot be evaluated here: {_reported(why)}."
        return Finding(code="GH142", path=path, reason=reason, fix=FIX_UNCHECKED, rule=rule.rule)
    reason, fix = _texts(broken, kind, path, value)
    if why is not None:
        return Finding(code="GH141", path=path, reason=reason, fix=fix, rule=rule.rule)
    pointed = (*path, *parsed_field_path(rule.field_path, schema)) if rule.field_path else path
    return Finding(code="GH140", path=pointed, reason=reason, fix=fix, rule=rule.rule)


def _texts(broken: Broken, kind: str, path: FieldPath, value: object) -> tuple[str, str]:
    """Return reason and fix of a rule that is false or fails: a rule with a sentence fails only where that is true."""
    rule = broken.rule
    known = sentence(kind, path, rule.rule)
    if known:
        return filled(known.reason, value, broken.which), filled(known.fix, value, broken.which)
    if broken.why is None:
        own = broken.message or rule.message or f"The rule is false: {rule.rule}"
        return _ended(_one_line(own)), FIX
    failing = f"The rule {_one_line(rule.rule)} fails, and so the API server refuses the object"
    return f"{failing}: {_reported(broken.why)}.", FIX_FAILING


def filled(text: str, value: object, which: str = "") -> str:
    """Put a value in the place of `{self}`, its fields in those of their names, and some items in that of `{which}`."""

    def replacement(match: re.Match[str]) -> str:
        name = match[1]
        if name == "self":
            return shown(value)
        if name == "which":
            return which or SOME
        return shown(value[name]) if isinstance(value, Mapping) and name in value else ABSENT

    return PLACEHOLDER.sub(replacement, text)


def _reported(why: Failure | Uncompilable) -> str:
    return _one_line(why.text).rstrip(".")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
