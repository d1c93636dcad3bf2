"""How a construct becomes one API object, complete and in one call to Node."""

from collections.abc import Mapping
from typing import Any

from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import dns_subdomain, located, refused
from constructs_lib.checks import labels as checked_labels
from constructs_lib.registry import Identity, claim
from constructs_lib.typed import typed_props

import jsii
from constructs import Construct


def define(
    construct: Construct,
    scope: Construct,
    construct_id: str,
    identity: Identity,
    *,
    spec: Mapping[str, Any],
    labels: Mapping[str, str] | None = None,
    annotations: Mapping[str, str] | None = None,
    merge_patch: Mapping[str, Any] | None = None,
) -> None:
    """Create `construct`, a subclass of a generated L1 class, with everything it will ever have.

    `spec` is in the API's form. `merge_patch` is the user's escape hatch: an RFC 7386 JSON merge patch of the object,
    as in `kubectl patch --type=merge`, with which every field of the CRD can be set; None removes a field, lists are
    replaced whole. It cannot change the object's identity. Raises ValueError for a name, label, annotation or field
    that Kubernetes would refuse, and for an object that the app has already.
    """
    dns_subdomain(f"{identity.kind}.metadata.name", identity.name)
    metadata = {
        "name": identity.name,
        "namespace": identity.namespace,
        "labels": checked_labels(f"{identity}: labels", labels) or None,
        "annotations": checked_annotations(f"{identity}: annotations", annotations) or None,
    }
    manifest: Any = {"metadata": metadata, "spec": spec}
    if merge_patch is not None:
        manifest = merged(manifest, _checked_patch(identity, merge_patch))
        checked_labels(f"{identity}: labels", manifest["metadata"].get("labels"))
        checked_annotations(f"{identity}: annotations", manifest["metadata"].get("annotations"))
    l1 = next(base for base in type(construct).__mro__ if base.__dict__.get("__jsii_declared_type__"))
    try:
        props = typed_props(l1, manifest)
    except ValueError as error:
        raise located(ValueError(f"{identity}: {error}")) from None
    create(construct, scope, construct_id, identity, props)


def create(
    construct: Construct, scope: Construct, construct_id: str, identity: Identity, props: dict[str, Any]
) -> None:
    """Create an object in Node as its generated constructor does after its own type checks, which are made already."""
    with claim(scope, construct_id, identity):
        try:
            jsii.create(type(construct), construct, [scope, construct_id, props])
        except RuntimeError as error:
            raise located(ValueError(f"{identity}: {error}")) from None


def merged(target: Any, patch: Any) -> Any:
    """Apply an RFC 7386 JSON merge patch."""
    if not isinstance(patch, Mapping):
        return patch
    result = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def _checked_patch(identity: Identity, patch: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a merge patch that leaves the object's identity alone."""
    where = f"{identity}: merge_patch"
    parts = patch.values() if isinstance(patch, Mapping) else [patch]
    if not all(isinstance(part, Mapping) for part in parts) or not set(patch) <= {"metadata", "spec"}:
        raise refused(
            where,
            patch,
            "is not a patch of this object",
            allowed="{'metadata': {...}, 'spec': {...}}",
            fix="start from one of them",
        )
    for key in ("name", "namespace"):
        if key in patch.get("metadata", {}):
            raise refused(
                f"{where}: metadata.{key}",
                patch["metadata"][key],
                "changes which object this is",
                allowed="labels, annotations and the other metadata",
                fix=f"use the argument {key}=...",
            )
    return patch
