"""Checks of allOf, anyOf, oneOf and not: one finding a combination, with what its branches ask.

The verdict is that of kube-openapi's pkg/validation/validate/schema_props.go; a branch allows every field.
"""

from collections.abc import Callable, Sequence

from preflight.admission.schema import Schema
from preflight.admission.structure.check import PASSED, Blocking, Check, blocking
from preflight.admission.structure.descriptions import described
from preflight.admission.structure.matches import matches
from preflight.finding import Finding
from preflight.values import MAX_LISTED, listed, shown


def combination_checks(schema: Schema, check_of: Callable[[Schema], Check]) -> list[Check]:
    """Return the checks of the combinations of a schema; `check_of` makes the check of a branch."""
    checks = [check_of(branch) for branch in schema.all_of]
    if schema.any_of and not _says_int_or_string(schema):
        checks.append(_any_of(schema.any_of, check_of))
    if schema.one_of:
        checks.append(_one_of(schema.one_of, check_of))
    if schema.none_of is not None:
        checks.append(_not(schema.none_of, check_of))
    return checks


def _says_int_or_string(schema: Schema) -> bool:
    """Whether anyOf only says again that a value is an integer or a string."""
    return schema.int_or_string and {branch.type for branch in schema.any_of} == {"integer", "string"}


def _any_of(branches: Sequence[Schema], check_of: Callable[[Schema], Check]) -> Check:
    def check(value: object) -> Sequence[Finding]:
        results = [check_of(branch)(value) for branch in branches]
        return PASSED if not all(results) else _nothing_matches(value, branches, results, "at least one")

    return check


def _one_of(branches: Sequence[Schema], check_of: Callable[[Schema], Check]) -> Check:
    def check(value: object) -> Sequence[Finding]:
        results = [check_of(branch)(value) for branch in branches]
        matched = [branch for branch, result in zip(branches, results, strict=True) if not result]
        if len(matched) == 1:
            return PASSED
        if not matched:
            return _nothing_matches(value, branches, results, "exactly one")
        if _fields(branches):
            reason = f"Of {listed(_fields(branches))} only one is allowed, and {listed(_fields(matched))} are there."
            return _refusal(reason, "Keep one of them.")
        reason = f"Only one of this may be so, and more than one is: {_alternatives(branches, '; ')}."
        return _refusal(reason, "Change it so that only one is.")

    return check


def _not(branch: Schema, check_of: Callable[[Schema], Check]) -> Check:
    def check(value: object) -> Sequence[Finding]:
        if check_of(branch)(value):
            return PASSED
        return _refusal(f"This must not be so: {described(branch)}.", "Change it so that it is not.")

    return check


def _nothing_matches(
    value: object, branches: Sequence[Schema], results: Sequence[Sequence[Finding]], how_many: str
) -> Sequence[Finding]:
    of_its_type = [result for result in results if not _is_about_type(result)]
    if len(of_its_type) == 1 < len(results):
        return of_its_type[0]
    fields = _fields(branches)
    if fields:
        refusal = _refusal(f"{how_many.capitalize()} of {listed(fields)} is required.", f"Add {listed(fields, 'or')}.")
    else:
        reason = f"{_seen(value, branches)}, but this is required: {_alternatives(branches, '; or ')}."
        refusal = _refusal(reason, f"Change it so that {how_many} of these is so.")
    closest = max(range(len(branches)), key=lambda index: matches(branches[index], value))
    if any(isinstance(finding, Blocking) for finding in results[closest]):
        return [blocking(finding) for finding in refusal]
    return refusal


def _seen(value: object, branches: Sequence[Schema]) -> str:
    """Say what a value is, or what those of its fields are that the branches are about."""
    names = dict.fromkeys(name for branch in branches for name in (*branch.properties, *branch.required))
    if not isinstance(value, dict) or not names:
        return f"It is {shown(value)}"
    fields = list(names)[:MAX_LISTED]
    return " and ".join(f"{shown(name)} is {shown(value[name]) if name in value else 'missing'}" for name in fields)


def _is_about_type(findings: Sequence[Finding]) -> bool:
    """Whether a value is of another type than a branch wants."""
    return any(finding.code == "GH121" and not finding.path for finding in findings)


def _alternatives(branches: Sequence[Schema], separator: str) -> str:
    return separator.join(described(branch) for branch in branches)


def _fields(branches: Sequence[Schema]) -> list[str]:
    """Return the fields that the branches ask for, where each asks for just one and nothing else."""
    names = [branch.required[0] for branch in branches if _asks_for_a_field(branch)]
    return names if len(names) == len(branches) else []


def _asks_for_a_field(branch: Schema) -> bool:
    return len(branch.required) == 1 and described(branch) == f"'{branch.required[0]}' is there"


def _refusal(reason: str, fix: str) -> Sequence[Finding]:
    return [Finding(code="GH131", reason=reason, fix=fix)]
