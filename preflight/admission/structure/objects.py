"""Check of an object: its fields, those that are required, and those that the schema does not have."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from preflight.admission.schema import Schema
from preflight.admission.structure.check import MAX_FINDINGS, PASSED, Blocking, Check, under
from preflight.admission.structure.limits import entries_check, enum_check
from preflight.admission.structure.types import ARTICLES, wrong_type
from preflight.field_path import Key
from preflight.finding import Finding
from preflight.values import listed, shown

RESOURCE: Mapping[str, Schema] = {
    "apiVersion": Schema(type="string", min_length=1, pattern="^[^/]*(/[^/]*)?$"),
    "kind": Schema(type="string", min_length=1, max_length=63, pattern="^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$"),
    "metadata": Schema(type="object", preserve_unknown_fields=True),
}
"""What an embedded resource has (apiextensions-apiserver's pkg/apiserver/schema/objectmeta/validation.go)."""


def object_check(
    schema: Schema, check_of: Callable[[Schema], Check], further: Sequence[Check], *, closed: bool
) -> Check:
    """Return the check of an object.

    Null counts as absent where the field is not nullable: the API server drops such nulls before it validates
    (apiextensions-apiserver's pkg/apiserver/schema/defaulting/prunenulls.go). A required field with a default is never
    missing. In an object that is not `closed`, a branch of a combination, every field is allowed, and null is one.
    """
    return _ObjectCheck(_as_resource(schema) if schema.embedded_resource else schema, check_of, further, closed=closed)


class _ObjectCheck:
    def __init__(
        self, schema: Schema, check_of: Callable[[Schema], Check], further: Sequence[Check], *, closed: bool
    ) -> None:
        self._schema = schema
        self._check_of = check_of
        self._checks: dict[str, Check] = {}
        self._drops_nulls = closed
        self._refuses_unknown = (
            closed and schema.type == "object" and not schema.preserve_unknown_fields and schema.additional is None
        )
        self._required = [name for name in schema.required if not _has_default(name, schema)]
        self._tests = [test for test in (entries_check(schema), enum_check(schema), *further) if test]

    def __call__(self, value: object) -> Sequence[Finding]:
        if not isinstance(value, dict):
            return wrong_type(value, "object")
        if self._drops_nulls and None in value.values():
            value = _without_nulls(value, self._schema)
        found: list[Finding] = []
        checks = self._checks
        for name, item in value.items():
            check = checks.get(name) or self._check_of_field(name)
            if check is not None:
                if problems := check(item):
                    found += under(name if name in checks else Key(name), problems)
            elif self._refuses_unknown:
                found.append(_unknown(name, self._schema))
            if len(found) > MAX_FINDINGS:
                break
        found += [_missing(name, self._schema) for name in self._required if name not in value]
        for test in self._tests:
            found += test(value)
        return found or PASSED

    def _check_of_field(self, name: str) -> Check | None:
        """Return the check of a field; None where the schema says nothing of it. Those of properties are kept."""
        schema = self._schema
        if name in schema.properties:
            check = self._checks[name] = self._check_of(schema.properties[name])
            return check
        return None if schema.additional is None else self._check_of(schema.additional)


def _has_default(name: str, schema: Schema) -> bool:
    return name in schema.properties and schema.properties[name].has_default


def _unknown(name: str, schema: Schema) -> Finding:
    names = list(schema.properties)
    others = f": the schema has {listed(names)}" if names else ", nor any other"
    reason = f"There is no field {shown(name)} here{others}."
    return Finding(code="GH120", reason=reason, fix="Remove it.", path=(name,))


def _as_resource(schema: Schema) -> Schema:
    """Return the schema of an embedded resource with what each resource has; its metadata may hold any field."""
    properties = {**RESOURCE, **schema.properties}
    properties["metadata"] = replace(properties["metadata"], preserve_unknown_fields=True)
    required = dict.fromkeys(("apiVersion", "kind", *schema.required))
    return replace(schema, properties=properties, required=tuple(required))


def _without_nulls(value: Mapping[str, object], schema: Schema) -> dict[str, object]:
    """Return an object without the nulls that count as absent: those whose schema takes none."""
    return {name: item for name, item in value.items() if item is not None or _takes_null(schema, name)}


def _takes_null(schema: Schema, name: str) -> bool:
    field = schema.properties.get(name, schema.additional)
    return field is None or field.nullable


def _missing(name: str, schema: Schema) -> Finding:
    field = schema.properties.get(name)
    what = f", {ARTICLES[field.type]}" if field is not None and field.type else ""
    return Blocking(
        code="GH122",
        reason=f"The required field {shown(name)} is missing.",
        fix=f"Add {shown(name)}{what}.",
        path=(name,),
    )
