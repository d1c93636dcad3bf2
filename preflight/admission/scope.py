"""Scope: whether an object names a namespace, and whether its kind has one.

Facts: Kubernetes, apiserver, pkg/registry/rest/meta.go, and cli-runtime, pkg/resource (SetNamespace, FilterNamespace).
"""

from collections.abc import Sequence

from preflight.admission.schema import Kind
from preflight.admission.structure.check import PASSED
from preflight.finding import Finding
from preflight.values import shown


def check_scope(metadata: object, kind: Kind) -> Sequence[Finding]:
    """Say whether the scope of a kind and the namespace of its object disagree (GH112, GH113).

    The paths start at the object. A namespace that is no string is a matter of check_metadata.
    """
    namespace = metadata.get("namespace") if isinstance(metadata, dict) else None
    if kind.namespaced and (namespace is None or namespace == ""):
        return [
            Finding(
                code="GH112",
                path=("metadata", "namespace"),
                reason=f"{kind.kind} is namespaced and this one names no namespace: "
                "it gets that of kubectl's context or of Argo CD's destination.",
                fix="Write metadata.namespace.",
            )
        ]
    if not kind.namespaced and isinstance(namespace, str) and namespace:
        return [
            Finding(
                code="GH113",
                path=("metadata", "namespace"),
                reason=f"{kind.kind} is cluster-scoped, so that its namespace {shown(namespace)} is dropped.",
                fix="Remove metadata.namespace.",
            )
        ]
    return PASSED
