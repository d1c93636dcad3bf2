"""What the findings share: where they are, and how objects and remedies are written."""

from collections.abc import Sequence

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.objects import GATEWAY_GROUP, GroupKind, Listener, NamespacedName, Objects, Reference
from preflight.gateway_api.prediction import GatewayStatus, Prediction
from preflight.snapshot import Manifest
from preflight.suggestions import nearest
from preflight.values import shown

MAX_SUGGESTIONS = 100


def found(manifest: Manifest, code: str, path: FieldPath, reason: str, fix: str) -> Finding:
    """Return a finding on a field of an object, with where it was read."""
    source = manifest.origin.source(path) if manifest.origin else None
    return Finding(code=code, resource=manifest.key, path=path, reason=reason, fix=fix, source=source)


def manifest_of(status: GatewayStatus, prediction: Prediction) -> Manifest:
    """Return the manifest of a Gateway or ListenerSet."""
    objects = prediction.objects
    owners = objects.gateways if status.kind == "Gateway" else objects.listener_sets
    return owners[status.key].manifest


class Suggestions:
    """Names that were likely meant, for the first MAX_SUGGESTIONS that are asked for: to look for one takes long."""

    def __init__(self) -> None:
        self._left = MAX_SUGGESTIONS

    def nearest(self, name: str, names: Sequence[str]) -> str | None:
        """Return the name that was likely meant."""
        self._left -= 1
        return nearest(name, names) if self._left >= 0 else None


def grant(referrer: GroupKind, namespace: str, target: Reference) -> str:
    """Say which ReferenceGrant permits a reference: its namespace, and its spec to be copied."""
    return (
        f"Write a ReferenceGrant in namespace {shown(target.namespace)}, or name the file that has it, with the spec "
        f"{{from: [{{group: {referrer.group}, kind: {referrer.kind}, namespace: {namespace}}}], "
        f"to: [{{group: {target.group or shown('')}, kind: {target.kind}, name: {target.name}}}]}}."
    )


def is_of_rejected(reason: str, target: Reference, objects: Objects) -> bool:
    """Say whether a reference fails for an object that admission has rejected, which is a finding of its own.

    `reason` is that of the condition ResolvedRefs.
    """
    if reason == "RefNotPermitted":
        return objects.rejected.some_in(target.namespace, GATEWAY_GROUP, "ReferenceGrant")
    return objects.rejected.has(*target)


def absent(target: Reference) -> str:
    """Say of an object that it is not known to be there."""
    return f"{target} is neither among the manifests nor declared, so it is taken not to be there."


def declare(field: str, entry: str) -> str:
    """Say how an object that is defined elsewhere is declared."""
    return f"Add it, or declare it in cluster.yaml if it is defined elsewhere: {field}: [{entry}]."


def declared_object(key: NamespacedName) -> str:
    """Return the entry of the cluster file for an object of which it has the name only."""
    return f"{{namespace: {key.namespace}, name: {key.name}}}"


def listener_of(listener: Listener, kind: str, key: NamespacedName) -> str:
    """Name a listener."""
    return f"listener {shown(listener.name)} of {kind} {key}"
