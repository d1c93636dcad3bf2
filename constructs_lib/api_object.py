"""How a construct becomes one API object, complete and in one call to Node."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import dns_subdomain, located, refused
from constructs_lib.checks import labels as checked_labels
from constructs_lib.references import Reference, record
from constructs_lib.registry import Identity, app_of, claim
from constructs_lib.sync_waves import SYNC_WAVE_ANNOTATION, record_override
from constructs_lib.typed import typed_props

import jsii
from constructs import Construct


class Defined:
    """What every construct here has besides its L1 class."""

    identity: Identity
    """The object that it defines."""
    sync_wave: ClassVar[int]
    """When Argo CD applies it; an annotation of the object can say otherwise."""


def define(
    construct: Defined,
    scope: Construct,
    construct_id: str,
    identity: Identity,
    *,
    spec: Mapping[str, Any],
    labels: Mapping[str, str] | None = None,
    annotations: Mapping[str, str] | None = None,
    references: Sequence[Reference] = (),
    merge_patch: Mapping[str, Any] | None = None,
) -> None:
    """Create `construct`, a subclass of a generated L1 class, with everything it will ever have.

    The object is in the sync wave of its class, unless its annotations name another. `references` are what it refers
    to: those to other namespaces get their ReferenceGrant when the app is synthesised.

    `spec` is in the API's form. `merge_patch` is the user's escape hatch: an RFC 7386 JSON merge patch of the object,
    as in `kubectl patch --type=merge`, with which every field of the CRD that imports/ has can be set; None removes a
    field, lists are replaced whole. It cannot change the object's identity. Raises ValueError for a name, label,
    annotation or field that Kubernetes would refuse, and for an object that the app has already.
    """
    dns_subdomain(f"{identity.kind}.metadata.name", identity.name)
    metadata = metadata_of(construct, identity, labels, annotations)
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
    record(scope, identity, references)


def metadata_of(
    construct: Defined,
    identity: Identity,
    labels: Mapping[str, str] | None,
    annotations: Mapping[str, str] | None,
) -> dict[str, Any]:
    """Return the metadata of an object in the API's form, with its sync wave."""
    return {
        "name": identity.name,
        "namespace": identity.namespace,
        "labels": checked_labels(f"{identity}: labels", labels) or None,
        "annotations": {
            SYNC_WAVE_ANNOTATION: str(construct.sync_wave),
            **checked_annotations(f"{identity}: annotations", annotations),
        },
    }


def create(construct: Defined, scope: Construct, construct_id: str, identity: Identity, props: dict[str, Any]) -> None:
    """Create an object in Node as its generated constructor does after its own type checks, which are made already."""
    with claim(scope, construct_id, identity):
        try:
            jsii.create(type(construct), construct, [scope, construct_id, props])
        except RuntimeError as error:
            if "There is already a Construct with name" in str(error):
                raise refused(
                    f"{identity}: id",
                    construct_id,
                    "is the id of another construct already",
                    allowed="an id that is unique in its chart",
                    fix=f"write another id, and name={identity.name!r} to keep the name",
                ) from None
            raise located(ValueError(f"{identity}: {error}")) from None
    construct.identity = identity
    if (props["metadata"].get("annotations") or {}).get(SYNC_WAVE_ANNOTATION) != str(construct.sync_wave):
        record_override(app_of(scope))


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
