"""ObjectMeta: the fields of the metadata that every object has.

Facts: Kubernetes, apimachinery, pkg/apis/meta/v1 (ObjectMeta, OwnerReference) and pkg/api/validation/objectmeta.go.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from preflight.admission.formats import is_date_time
from preflight.admission.labels import check_annotations, check_labels, not_of_type, why_no_qualified_name
from preflight.admission.structure.check import MAX_FINDINGS, PASSED, Check, under
from preflight.admission.structure.suggestions import nearest
from preflight.admission.structure.types import is_integer
from preflight.finding import Finding
from preflight.values import listed, shown

DELETION = ("foregroundDeletion", "orphan")
"""The finalizers of Kubernetes' own garbage collector; an object has one of them at most."""


def check_fields(metadata: Mapping[Any, Any], fields: Mapping[str, Check]) -> Iterator[Finding]:
    """Yield what is wrong with each field by itself (GH120 for one that is none); a null counts as absent."""
    for name, value in metadata.items():
        check = fields.get(name)
        if check is None:
            yield _unknown(name, fields, metadata)
        elif value is not None and (found := check(value)):
            yield from under(name, found)


def _unknown(name: object, fields: Mapping[str, Check], there: Mapping[Any, Any]) -> Finding:
    if not isinstance(name, str):
        return Finding(code="GH121", reason=f"The key {shown(name)} is not text.", fix="Write it in quotes.")
    near = nearest(name, list(fields))
    fix = "Remove it." if near is None else f"Write {shown(near)}."
    if near in there:
        fix = f"Remove it: {shown(near)} is there already."
    reason = f"There is no field {shown(name)} here: the schema has {listed(list(fields))}."
    return Finding(code="GH120", path=(name,), reason=reason, fix=fix)


def _string(value: object) -> Sequence[Finding]:
    return PASSED if isinstance(value, str) else not_of_type(value, "string")


def _boolean(value: object) -> Sequence[Finding]:
    return PASSED if isinstance(value, bool) else not_of_type(value, "boolean")


def _integer(value: object) -> Sequence[Finding]:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and is_integer(value)
    return PASSED if fits else not_of_type(value, "integer")


def _list(value: object) -> Sequence[Finding]:
    return PASSED if isinstance(value, list) else not_of_type(value, "array")


def _time(value: object) -> Sequence[Finding]:
    if not isinstance(value, str):
        return not_of_type(value, "string")
    if value == value.upper() and is_date_time(value):
        return PASSED
    reason = f"{shown(value)} is not a time as in '2026-01-31T12:00:00Z'."
    return [Finding(code="GH116", reason=reason, fix="Remove it: the API server sets it.")]


def _managed_fields(value: object) -> Sequence[Finding]:
    """Apply refuses an object that says who owns its fields; what is no list of objects it does not see."""
    if not isinstance(value, list):
        return not_of_type(value, "array")
    return [Finding(code="GH116", reason="An object that is applied has no managedFields.", fix="Remove it.")]


def _finalizers(value: object) -> Sequence[Finding]:
    if not isinstance(value, list):
        return not_of_type(value, "array")
    return list(islice(_wrong_finalizers(value), MAX_FINDINGS))


def _wrong_finalizers(finalizers: Sequence[object]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, name in enumerate(finalizers):
        if not isinstance(name, str):
            yield from under(index, not_of_type(name, "string"))
        elif why := why_no_qualified_name(name):
            reason = f"The finalizer {shown(name)} {why}."
            yield Finding(code="GH116", path=(index,), reason=reason, fix="Correct its name, or remove it.")
        elif first.setdefault(name, index) != index:
            reason = f"{shown(name)} is there twice, as item {first[name]} and as item {index}."
            yield Finding(code="GH130", path=(index,), reason=reason, fix="Remove one of the two.")
    if all(name in first for name in DELETION):
        reason = f"{listed(DELETION)} exclude each other."
        yield Finding(code="GH116", reason=reason, fix="Remove one of the two.")


def _owner_references(value: object) -> Sequence[Finding]:
    if not isinstance(value, list):
        return not_of_type(value, "array")
    return list(islice(_wrong_owners(value), MAX_FINDINGS))


def _wrong_owners(owners: Sequence[object]) -> Iterator[Finding]:
    uids: dict[str, int] = {}
    controller: int | None = None
    for index, owner in enumerate(owners):
        if not isinstance(owner, dict):
            yield from under(index, not_of_type(owner, "object"))
            continue
        yield from under(index, [*check_fields(owner, OWNER), *_missing(owner), *_refused(owner)])
        uid = owner.get("uid")
        if isinstance(uid, str) and uids.setdefault(uid, index) != index:
            reason = f"Items {uids[uid]} and {index} have the same 'uid': {shown(uid)}."
            yield Finding(code="GH130", path=(index,), reason=reason, fix="Remove one of the two.")
        if owner.get("controller") is True:
            if controller is not None:
                reason = f"Items {controller} and {index} are both the controller, and an object has one at most."
                yield Finding(code="GH116", path=(index, "controller"), reason=reason, fix="Remove one of the two.")
            controller = index


def _missing(owner: Mapping[str, Any]) -> Iterator[Finding]:
    for name in ("apiVersion", "kind", "name", "uid"):
        value = owner.get(name)
        if value is None or value == "":
            reason = f"The required field {shown(name)} is {'missing' if value is None else 'empty'}."
            yield Finding(code="GH122", path=(name,), reason=reason, fix=f"Add {shown(name)}, a string.")


def _refused(owner: Mapping[str, Any]) -> Iterator[Finding]:
    api_version = owner.get("apiVersion")
    if not isinstance(api_version, str) or not api_version:
        return
    group, _, version = api_version.rpartition("/")
    if "/" in group or not version:
        reason = f"{shown(api_version)} is not a version, nor a group and a version such as 'apps/v1'."
        yield Finding(code="GH116", path=("apiVersion",), reason=reason, fix="Write the apiVersion of the owner.")
    elif (api_version, owner.get("kind")) == ("v1", "Event"):
        yield Finding(code="GH116", reason="An Event owns nothing.", fix="Remove the reference.")


OWNER: Mapping[str, Check] = {
    "apiVersion": _string,
    "blockOwnerDeletion": _boolean,
    "controller": _boolean,
    "kind": _string,
    "name": _string,
    "uid": _string,
}
EMBEDDED_FIELDS: Mapping[str, Check] = {
    "annotations": check_annotations,
    "creationTimestamp": _time,
    "deletionGracePeriodSeconds": _integer,
    "deletionTimestamp": _time,
    "finalizers": _finalizers,
    "generateName": _string,
    "generation": _integer,
    "labels": check_labels,
    "managedFields": _list,
    "name": _string,
    "namespace": _string,
    "ownerReferences": _owner_references,
    "resourceVersion": _string,
    "selfLink": _string,
    "uid": _string,
}
"""The fields of the metadata of an object within another one."""
FIELDS: Mapping[str, Check] = {**EMBEDDED_FIELDS, "managedFields": _managed_fields}
"""The fields of the metadata of an object that is applied."""
