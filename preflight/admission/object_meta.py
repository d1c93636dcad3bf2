"""ObjectMeta: the fields of the metadata that every object has.

Facts: Kubernetes, apimachinery, pkg/apis/meta/v1 (ObjectMeta, OwnerReference) and pkg/api/validation/objectmeta.go.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from preflight.admission.formats import is_date_time
from preflight.admission.labels import check_annotations, check_labels
from preflight.admission.schema import Schema
from preflight.admission.structure import check_value
from preflight.admission.structure.check import MAX_FINDINGS, PASSED, Check, under
from preflight.finding import Finding
from preflight.names import why_no_qualified_name
from preflight.values import listed, shown

DELETION = ("foregroundDeletion", "orphan")
"""The finalizers of Kubernetes' own garbage collector; an object has one of them at most."""

BOOLEAN, INTEGER, STRING = (Schema(type=name) for name in ("boolean", "integer", "string"))
STRINGS = Schema(type="object", additional=Schema(type="string", nullable=True))
"""In a map, a null counts as an empty string."""
OWNER_REFERENCE = Schema(
    type="object",
    properties={
        "apiVersion": STRING,
        "blockOwnerDeletion": BOOLEAN,
        "controller": BOOLEAN,
        "kind": STRING,
        "name": STRING,
        "uid": STRING,
    },
    required=("apiVersion", "kind", "name", "uid"),
)
OBJECT_META = Schema(
    type="object",
    properties={
        "annotations": STRINGS,
        "creationTimestamp": STRING,
        "deletionGracePeriodSeconds": INTEGER,
        "deletionTimestamp": STRING,
        "finalizers": Schema(type="array", items=STRING, list_type="set"),
        "generateName": STRING,
        "generation": INTEGER,
        "labels": STRINGS,
        "managedFields": Schema(type="array"),
        "name": STRING,
        "namespace": STRING,
        "ownerReferences": Schema(type="array", items=OWNER_REFERENCE, list_type="map", list_map_keys=("uid",)),
        "resourceVersion": STRING,
        "selfLink": STRING,
        "uid": STRING,
    },
)


def check_object_meta(metadata: object, *, applied: bool) -> list[Finding]:
    """Say what is wrong with metadata and its fields, each by itself; the paths start at the metadata.

    `applied` is whether it is that of an object that is applied, not of one within another.
    """
    found = check_value(OBJECT_META, metadata)
    if not isinstance(metadata, dict):
        return found
    for name, value in metadata.items():
        check = CHECKS.get(name)
        if check is not None and (wrong := check(value)):
            found += under(name, wrong)
    if applied and isinstance(metadata.get("managedFields"), list):
        reason = "An object that is applied has no managedFields."
        found.append(Finding(code="GH116", path=("managedFields",), reason=reason, fix="Remove it."))
    return found


def _check_time(value: object) -> Sequence[Finding]:
    if not isinstance(value, str) or (value == value.upper() and is_date_time(value)):
        return PASSED
    reason = f"{shown(value)} is not a time as in '2026-01-31T12:00:00Z'."
    return [Finding(code="GH116", reason=reason, fix="Remove it: the API server sets it.")]


def _check_finalizers(value: object) -> Sequence[Finding]:
    return list(islice(_wrong_finalizers(value), MAX_FINDINGS)) if isinstance(value, list) else PASSED


def _wrong_finalizers(finalizers: Sequence[object]) -> Iterator[Finding]:
    for index, name in enumerate(finalizers):
        if isinstance(name, str) and (why := why_no_qualified_name(name)):
            reason = f"The finalizer {shown(name)} {why}."
            yield Finding(code="GH116", path=(index,), reason=reason, fix="Correct its name, or remove it.")
    if all(name in finalizers for name in DELETION):
        reason = f"{listed(DELETION)} exclude each other."
        yield Finding(code="GH116", reason=reason, fix="Remove one of the two.")


def _check_owners(value: object) -> Sequence[Finding]:
    return list(islice(_wrong_owners(value), MAX_FINDINGS)) if isinstance(value, list) else PASSED


def _wrong_owners(owners: Sequence[object]) -> Iterator[Finding]:
    controller: int | None = None
    for index, owner in enumerate(owners):
        if not isinstance(owner, dict):
            continue
        yield from under(index, [*_empty(owner), *_refused(owner)])
        if owner.get("controller") is True:
            if controller is not None:
                reason = f"Items {controller} and {index} are both the controller, and an object has one at most."
                yield Finding(code="GH116", path=(index, "controller"), reason=reason, fix="Remove one of the two.")
            controller = index


def _empty(owner: Mapping[str, Any]) -> Iterator[Finding]:
    for name in OWNER_REFERENCE.required:
        if owner.get(name) == "":
            reason = f"The required field {shown(name)} is empty."
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


CHECKS: Mapping[str, Check] = {
    "annotations": check_annotations,
    "creationTimestamp": _check_time,
    "deletionTimestamp": _check_time,
    "finalizers": _check_finalizers,
    "labels": check_labels,
    "ownerReferences": _check_owners,
}
"""What is checked of fields beyond their schema; what is not of its type is no matter of theirs."""
