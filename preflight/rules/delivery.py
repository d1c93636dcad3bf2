"""Delivery: what Argo CD does not apply, what it may not apply, and what should not be in Git."""

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.referenced import spec_of
from preflight.rules.applications import ARGO, Application, Coverage, applied, project_of
from preflight.rules.globs import matches
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import listed, shown

PUBLIC = (".crt", ".pub")
"""How the names of entries end that are no secret."""
PLACEHOLDERS = ("ENC[", "<", "${", "{{", "ref+")
"""How values start that are encrypted, or filled in later: as by SOPS, plugins of Argo CD, envsubst, Helm and vals."""


def secret_values(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Secret with values that are to be kept secret."""
    for manifest in given.of("", "Secret"):
        values = {**(manifest.data.get("data") or {}), **(manifest.data.get("stringData") or {})}
        names = sorted(name for name, value in values.items() if _is_secret(name, value))
        if names:
            reason = f"It has values for {listed(names)}: whoever reads the files, or their history, has them too."
            fix = "Leave it out, and have it made in the cluster, as by cert-manager or the External Secrets Operator."
            field = "stringData" if manifest.data.get("stringData") else "data"
            yield found(manifest, "GH702", (field,), reason, fix)


def _is_secret(name: str, value: str) -> bool:
    return bool(value) and not name.endswith(PUBLIC) and not value.startswith(PLACEHOLDERS)


def unapplied_objects(given: Input) -> Iterator[Finding]:
    """Yield a finding for each file that no Application applies, at its first object, where they apply others.

    An Application that may run a tool may read files from anywhere.
    """
    coverage = Coverage(given)
    manifests = [each for each in given.snapshot.manifests if each.key.group != ARGO]
    if not all(coverage.is_directory(source) for each in coverage.applications for source in each.sources):
        return
    if not any(coverage.of(each) for each in manifests):
        return
    seen: set[str] = set()
    for manifest in manifests:
        file = "" if manifest.origin is None else manifest.origin.source(()).file
        if file and file not in seen and not coverage.of(manifest):
            seen.add(file)
            paths = sorted({source["path"] for each in coverage.applications for source in each.sources})
            reason = f"No Application among the manifests applies its file: their paths are {listed(paths)}."
            fix = "Put the file below one of the paths, or write an Application for it."
            yield found(manifest, "GH704", (), reason, fix)


def forbidden_objects(given: Input) -> Iterator[Finding]:
    """Yield a finding for each kind, and each namespace, that the AppProject of an Application forbids."""
    seen: set[tuple[object, ...]] = set()
    for manifest, found_applications in applied(given):
        for application in found_applications:
            project = None if application.is_template else project_of(application, given)
            if project is None:
                continue
            for cause, finding in _forbidden(manifest, application, project, given):
                if (application, *cause) not in seen:
                    seen.add((application, *cause))
                    yield finding


def _forbidden(
    manifest: Manifest, application: Application, project: Manifest, given: Input
) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Yield why an AppProject forbids an object, with the finding."""
    group, kind, namespace, _ = manifest.key
    is_namespaced = given.is_namespaced(group, kind)
    if is_namespaced is None:
        return
    spec = spec_of(project)
    field = _forbidding_list(spec, group, kind, is_namespaced=is_namespaced)
    if field is not None:
        entry = f"{{group: {group or repr('')}, kind: {kind}}}"
        reason = (
            f"{project.key}, of Application {shown(application.manifest.key.name)}, forbids {kind} with its {field}."
        )
        fix = f"{'Take it from' if field.endswith('Blacklist') else 'Add it to'} the list: {entry}."
        yield (field, group, kind), found(manifest, "GH705", ("kind",), reason, fix)
    destination = application.spec.get("destination") or {}
    target = namespace or destination.get("namespace") or ""
    if is_namespaced and target and not _is_destination(spec, target, destination):
        reason = (
            f"{project.key}, of Application {shown(application.manifest.key.name)}, has no destination with namespace "
            f"{shown(target)}."
        )
        fix = "Add the namespace to the destinations of the AppProject."
        yield ("destinations", target), found(manifest, "GH705", ("metadata", "namespace"), reason, fix)


def _forbidding_list(spec: Mapping[str, Any], group: str, kind: str, *, is_namespaced: bool) -> str | None:
    """Return the list of an AppProject that forbids a kind: all of a namespace are allowed where none is listed."""
    scope = "namespace" if is_namespaced else "cluster"
    allowed = spec.get(f"{scope}ResourceWhitelist") or ()
    if not _is_listed(allowed, group, kind) and (allowed or not is_namespaced):
        return f"{scope}ResourceWhitelist"
    if _is_listed(spec.get(f"{scope}ResourceBlacklist") or (), group, kind):
        return f"{scope}ResourceBlacklist"
    return None


def _is_listed(entries: Sequence[Mapping[str, Any]], group: str, kind: str) -> bool:
    return any(
        fnmatchcase(group, each.get("group") or "") and fnmatchcase(kind, each.get("kind") or "") for each in entries
    )


def _is_destination(spec: Mapping[str, Any], namespace: str, destination: Mapping[str, Any]) -> bool:
    """Say whether an AppProject lets an Application into a namespace of its cluster."""
    entries = [each for each in spec.get("destinations") or () if _is_cluster(each, destination)]
    refused = [each["namespace"][1:] for each in entries if (each.get("namespace") or "").startswith("!")]
    if any(matches(each, namespace) for each in refused):
        return False
    return any(matches(each.get("namespace") or "", namespace) for each in entries)


def _is_cluster(entry: Mapping[str, Any], destination: Mapping[str, Any]) -> bool:
    """Say whether an entry is about the cluster of a destination, as far as both name it in the same way."""
    return all(
        matches(entry[field], destination[field])
        for field in ("server", "name")
        if entry.get(field) and destination.get(field)
    )
