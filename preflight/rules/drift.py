"""Drift: defaults that the API server adds, and that Argo CD compares with manifests without them.

Argo CD compares kinds of CRDs as JSON merge patches do: a field that is only in the cluster counts for nothing, unless
it is in a list, which is compared as a whole. Of Kubernetes' own kinds it knows the defaults.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight import field_path
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.referenced import spec_of
from preflight.rules.applications import Application, Coverage
from preflight.rules.input import Input
from preflight.snapshot import Manifest

MAX_SHOWN = 3
BUILT_IN = ("", "apps", "autoscaling", "batch", "policy")
KUBERNETES = (
    "admissionregistration.k8s.io",
    "apiextensions.k8s.io",
    "apiregistration.k8s.io",
    "certificates.k8s.io",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
    "flowcontrol.apiserver.k8s.io",
    "networking.k8s.io",
    "node.k8s.io",
    "rbac.authorization.k8s.io",
    "resource.k8s.io",
    "scheduling.k8s.io",
    "storage.k8s.io",
)
"""Groups of Kubernetes' own kinds, whose defaults Argo CD knows."""
COMPARE = "argocd.argoproj.io/compare-options"


def unwritten_defaults(given: Input) -> Iterator[Finding]:
    """Yield a finding for each object that an Application shows as out of sync, for defaults in its lists."""
    coverage = Coverage(given)
    if not coverage.applications:
        return
    for manifest in given.snapshot.manifests:
        group = manifest.key.group
        written = given.written.by_key[manifest.key][-1]
        if group in BUILT_IN or group in KUBERNETES or manifest.data is written.data:
            continue
        if any(_compares(application, manifest) for application in coverage.of(manifest)):
            paths = list(_added(written.data, manifest.data, ()))
            if paths:
                yield _unwritten(manifest, paths)


def _unwritten(manifest: Manifest, paths: Sequence[FieldPath]) -> Finding:
    first = [field_path.text(path) for path in paths[:MAX_SHOWN]]
    more = f" and {len(paths) - len(first)} more" if len(paths) > len(first) else ""
    reason = (
        f"The API server adds defaults in its lists, which Argo CD compares as a whole: {', '.join(first)}{more}. The "
        "Application stays out of sync."
    )
    return found(manifest, "GH701", paths[0], reason, "Write the defaults, or use ServerSideDiff in the Application.")


def _compares(application: Application, manifest: Manifest) -> bool:
    """Say whether an Application compares an object field by field with what is written."""
    policy = application.spec.get("syncPolicy") or {}
    annotations = (application.manifest.data.get("metadata") or {}).get("annotations") or {}
    own = (manifest.data.get("metadata") or {}).get("annotations") or {}
    if "ServerSideDiff=true" in annotations.get(COMPARE, "") or own.get(COMPARE):
        return False
    if "ServerSideApply=true" in (policy.get("syncOptions") or ()):
        return False
    if application.is_template and "ServerSideDiff=true" in str(spec_of(application.manifest).get("template")):
        return False
    return not any(
        each.get("kind") in (manifest.key.kind, "*") for each in application.spec.get("ignoreDifferences") or ()
    )


def _added(written: Any, stored: Any, path: FieldPath) -> Iterator[FieldPath]:
    """Yield the fields that are stored and not written, below a list."""
    if isinstance(stored, Mapping) and isinstance(written, Mapping):
        in_list = any(isinstance(part, int) for part in path)
        for name, value in stored.items():
            if name in written:
                if value is not written[name]:
                    yield from _added(written[name], value, (*path, name))
            elif in_list:
                yield (*path, name)
    elif isinstance(stored, list) and isinstance(written, list):
        for index, (item, other) in enumerate(zip(stored, written, strict=False)):
            if item is not other:
                yield from _added(other, item, (*path, index))
