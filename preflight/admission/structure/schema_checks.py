"""The check of each schema: made once, at its first use."""

from collections.abc import Sequence

from preflight.admission.schema import Schema
from preflight.admission.structure.check import PASSED, Check
from preflight.admission.structure.combinations import combination_checks
from preflight.admission.structure.limits import enum_check
from preflight.admission.structure.lists import list_check
from preflight.admission.structure.objects import object_check
from preflight.admission.structure.scalars import boolean_check, number_check, string_check
from preflight.admission.structure.types import type_of, wrong_type
from preflight.finding import Finding

SCALARS = frozenset({"boolean", "integer", "number", "string"})
ANY_TYPE = frozenset({"array", "boolean", "integer", "number", "object", "string"})
INT_OR_STRING = frozenset({"integer", "string"})
LINE_ENDS = str.maketrans("", "", "\r\n")
"""What Go's encoding/base64 passes over."""


class Checks:
    """Makes the checks of the schemas of a kind.

    Those of a built-in kind take null for a scalar in an atomic list, as Go does, which reads "", 0 or false for it,
    and bytes as Go reads them: of none at all, and in several lines.
    """

    def __init__(self, *, built_in: bool) -> None:
        self._built_in = built_in
        self._made: dict[Schema, Check] = {}
        self._branches: dict[Schema, Check] = {}

    def of(self, schema: Schema) -> Check:
        """Return the check of a schema."""
        check = self._made.get(schema)
        if check is None:
            takes_null = schema.nullable or (self._built_in and schema.type in SCALARS)
            made = self._check(schema, schema.type, closed=True)
            check = self._made[schema] = _or_null(schema, made) if takes_null else made
        return check

    def of_branch(self, schema: Schema) -> Check:
        """Return the check of a branch of a combination: every field is allowed, and so is null."""
        check = self._branches.get(schema)
        if check is None:
            check = self._branches[schema] = _or_null(schema, self._check(schema, schema.type, closed=False))
        return check

    def _check(self, schema: Schema, kind: str, *, closed: bool) -> Check:
        check_of = self.of if closed else self.of_branch
        further = combination_checks(schema, self.of_branch) if kind else []
        match kind:
            case "object":
                return object_check(schema, check_of, further, closed=closed)
            case "array":
                of_set = self._built_in and schema.list_type == "set"
                return list_check(schema, self._of_member if of_set else check_of, further)
            case "string":
                check = string_check(schema, further)
                return _of_bytes(check) if self._built_in and schema.format == "byte" else check
            case "integer" | "number":
                return number_check(schema, further)
            case "boolean":
                return boolean_check(schema, further)
            case _:
                return self._untyped_check(schema, closed=closed)

    def _of_member(self, schema: Schema) -> Check:
        """Return the check of an item of a set, which is never null."""
        return self._check(schema, schema.type, closed=True)

    def _untyped_check(self, schema: Schema, *, closed: bool) -> Check:
        """Return the check of a schema that names no type: that of the value's own type, if that one is allowed."""
        allowed = INT_OR_STRING if schema.int_or_string else ANY_TYPE
        by_type: dict[str, Check] = {}

        def check(value: object) -> Sequence[Finding]:
            kind = type_of(value)
            if kind not in allowed:
                return wrong_type(value, "integer or string") if schema.int_or_string else PASSED
            if kind not in by_type:
                by_type[kind] = self._check(schema, kind, closed=closed)
            return by_type[kind](value)

        return check


def _of_bytes(check: Check) -> Check:
    """Return a check of base64 for which line ends count for nothing; it may be empty."""

    def check_bytes(value: object) -> Sequence[Finding]:
        digits = value.translate(LINE_ENDS) if isinstance(value, str) else value
        return PASSED if digits == "" or not check(digits) else check(value)

    return check_bytes


def _or_null(schema: Schema, check: Check) -> Check:
    """Return a check that takes null too; no list of allowed values ever does."""
    allowed = enum_check(schema)

    def check_or_null(value: object) -> Sequence[Finding]:
        if value is not None:
            return check(value)
        return allowed(value) if allowed else PASSED

    return check_or_null
