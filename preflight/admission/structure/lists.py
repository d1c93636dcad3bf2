"""Check of a list: its items, their number, and that none is there twice that may be there once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from preflight.admission.schema import Schema
from preflight.admission.structure.check import MAX_FINDINGS, PASSED, Check, under
from preflight.admission.structure.limits import enum_check, items_check
from preflight.admission.structure.types import once, wrong_type
from preflight.finding import Finding
from preflight.values import listed, shown

ANYTHING = Schema()


def list_check(schema: Schema, check_of: Callable[[Schema], Check], further: Sequence[Check]) -> Check:
    """Return the check of a list.

    Sets and maps are checked as apiextensions-apiserver's pkg/apiserver/schema/listtype does: of a value that is there
    again, the second place is named.
    """
    item_schema = _item_schema(schema)
    repetitions = _repetitions(schema, item_schema)
    tests = [test for test in (items_check(schema), enum_check(schema), repetitions, *further) if test]

    def check(value: object) -> Sequence[Finding]:
        if not isinstance(value, list):
            return wrong_type(value, "array")
        found: list[Finding] = []
        check_item = check_of(item_schema)
        for index, item in enumerate(value):
            if problems := check_item(item):
                found += under(index, problems)
                if len(found) > MAX_FINDINGS:
                    break
        for test in tests:
            found += test(value)
        return found or PASSED

    return check


def _item_schema(schema: Schema) -> Schema:
    """Return the schema of the items, with what the list says of them.

    Where a list keeps unknown fields, so do its items. The one key of a map must be there, or have a default, or
    server-side apply cannot tell the items apart (structured-merge-diff's typed/helpers.go).
    """
    item = schema.items or ANYTHING
    keys = schema.list_map_keys if schema.list_type == "map" and len(schema.list_map_keys) == 1 else ()
    if not keys and not schema.preserve_unknown_fields:
        return item
    return replace(
        item,
        preserve_unknown_fields=item.preserve_unknown_fields or schema.preserve_unknown_fields,
        required=tuple(dict.fromkeys((*item.required, *keys))),
    )


def _repetitions(schema: Schema, item_schema: Schema) -> Callable[[list[object]], Sequence[Finding]] | None:
    if schema.list_type == "map":
        return _keys_once(schema.list_map_keys, item_schema)
    return _items_once if schema.list_type == "set" or schema.unique_items else None


def _items_once(value: list[object]) -> Sequence[Finding]:
    if len(value) < 2:  # noqa: PLR2004  # twice
        return PASSED
    return [
        Finding(
            code="GH130",
            reason=f"Items {first} and {second} are the same: {shown(value[second])}.",
            fix="Remove one of the two.",
            path=(second,),
        )
        for first, second in once(value)[:MAX_FINDINGS]
    ]


def _keys_once(names: Sequence[str], item_schema: Schema) -> Callable[[list[object]], Sequence[Finding]]:
    fields = {name: item_schema.properties.get(name, ANYTHING) for name in names}

    def key(item: Any) -> dict[str, object]:
        values = {}
        for name, field in fields.items():
            if item.get(name) is not None or (name in item and field.nullable):
                values[name] = item[name]
            elif field.default is not None:
                values[name] = field.default
            elif name in item_schema.required:
                return {"": object()}  # a required key is missing, and that is said already: it is like no other
        return values

    def check(value: list[object]) -> Sequence[Finding]:
        if len(value) < 2 or not all(isinstance(item, dict) for item in value):  # noqa: PLR2004  # twice
            return PASSED
        found = once([key(item) for item in value])
        return [_repeated(names, key(value[second]), first, second) for first, second in found[:MAX_FINDINGS]]

    return check


def _repeated(names: Sequence[str], key: dict[str, object], first: int, second: int) -> Finding:
    value = key[names[0]] if len(names) == 1 else key
    return Finding(
        code="GH130",
        reason=f"Items {first} and {second} have the same {listed(names)}: {shown(value)}.",
        fix=f"Remove one of the two, or change its {listed(names, 'or')}.",
        path=(second,),
    )
