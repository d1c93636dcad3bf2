"""What the API server says of each object: the checks in its order, and one verdict an object."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from preflight.admission.cel.plan import plan
from preflight.admission.cel.rules import check_rules
from preflight.admission.crd import check_crd, is_crd
from preflight.admission.defaulting import MAX_VALUES, TooManyDefaultsError, defaulted
from preflight.admission.duplicates import repeated
from preflight.admission.embedded import check_embedded
from preflight.admission.encrypted import without_encrypted
from preflight.admission.metadata import check_metadata
from preflight.admission.schema import Kind, Version
from preflight.admission.schemas import SchemaStore
from preflight.admission.scope import check_scope
from preflight.admission.structure import check_structure
from preflight.admission.structure.check import Blocking
from preflight.admission.structure.json_values import check_json
from preflight.admission.verdict import Admission, Verdict
from preflight.admission.versions import check_version
from preflight.cluster import ClusterFacts
from preflight.failure import failure
from preflight.finding import Finding
from preflight.snapshot import Manifest, Snapshot

RULES_NOT_CHECKED = Finding(
    code="GH143",
    reason="Its validation rules were not checked, because of the errors in its structure.",
    fix="Mend those, and judge it again.",
)
TOO_MANY_DEFAULTS = Finding(
    code="GH121",
    reason=f"The defaults of its schema add more than {MAX_VALUES:,} values to it, so it was not judged further.",
    fix="Write fewer items, or shorten the defaults in the CustomResourceDefinition.",
)

Check = Callable[[], Iterable[Finding]]


def admission(
    snapshot: Snapshot, facts: ClusterFacts | None = None, progress: Callable[[int], None] | None = None
) -> Admission:
    """Judge each object of a snapshot, as `verdicts` does."""
    return Admission(tuple(verdicts(snapshot, facts, progress)))


def verdicts(
    snapshot: Snapshot, facts: ClusterFacts | None = None, progress: Callable[[int], None] | None = None
) -> Iterator[Verdict]:
    """Judge each object of a snapshot, one by one; `progress` is called with the number judged so far.

    A check that fails is a finding of its own (GH001), and the other checks and objects are judged all the same.
    Raises UnreadableError for a file of `facts.crds` that cannot be read.
    """
    store = SchemaStore(facts or ClusterFacts()).with_crds(snapshot.manifests)
    again = repeated(snapshot, store)
    for index, manifest in enumerate(snapshot.manifests):
        yield _verdict(manifest, store, again.get(index, ()))
        if progress is not None:
            progress(index + 1)


def _verdict(manifest: Manifest, store: SchemaStore, repetitions: Iterable[Finding]) -> Verdict:
    """Judge one object."""
    findings = list(manifest.findings)
    stored: Mapping[str, Any] = manifest.data
    key = manifest.key
    if foreign := _guarded("values", lambda: check_json(dict(manifest.data))):
        findings += foreign
    elif key.kind and manifest.api_version:
        kind = store.kind(key.group, key.kind)
        findings += _guarded("version", lambda: check_version(manifest.api_version, key.kind, store))
        findings += _guarded("metadata", lambda: _of_metadata(manifest, kind))
        version = None if kind is None else kind.versions.get(manifest.version)
        if kind is not None and version is not None and version.served:
            stored, schema_findings = _of_schema(kind, version, manifest)
            findings += schema_findings
        findings += repetitions
    if manifest.is_encrypted:
        findings = without_encrypted(manifest.data, findings)
    return Verdict(manifest=manifest, object=stored, findings=tuple(_located(manifest, findings)))


def _of_metadata(manifest: Manifest, kind: Kind | None) -> Iterator[Finding]:
    """Return what is wrong with the metadata of an object; of an unknown kind's, whatever its scope."""
    key, metadata = manifest.key, manifest.data.get("metadata")
    yield from check_metadata(metadata, key.group, key.kind, namespaced=kind is None or kind.namespaced)
    if kind is not None:
        yield from check_scope(metadata, kind)


def _of_schema(kind: Kind, version: Version, manifest: Manifest) -> tuple[Mapping[str, Any], list[Finding]]:
    """Return an object with its defaults, and what its schema says, and the rules of it where nothing is encrypted."""
    data = manifest.data
    try:
        stored = defaulted(version.schema, dict(data), kind.built_in)
    except TooManyDefaultsError:
        return data, [TOO_MANY_DEFAULTS]
    except Exception as error:  # noqa: BLE001  # as in _guarded; what follows needs the defaults
        return data, [failure("The check of the defaults", error)]
    # a status that is a subresource is dropped, but its types are looked at before that, as it is written
    written = stored | {"status": data["status"]} if version.status and "status" in data else stored
    applied = {name: value for name, value in stored.items() if name != "status"} if version.status else stored
    findings = _guarded("structure", lambda: check_structure(version, written, built_in=kind.built_in))
    findings += _guarded("embedded metadata", lambda: check_embedded(kind, version.schema, applied))
    if is_crd(data):
        # what the schema of CustomResourceDefinitions has found is not said again
        said = {finding.path for finding in findings}
        of_crd = _guarded("CustomResourceDefinition", lambda: check_crd(data))
        findings += [finding for finding in of_crd if finding.path not in said]
    if manifest.is_encrypted:
        return stored, findings
    if not any(isinstance(finding, Blocking) for finding in findings):
        findings += _guarded("rules", lambda: check_rules(kind.kind, version.schema, applied))
    elif plan(version.schema) is not None:
        findings.append(RULES_NOT_CHECKED)
    return stored, findings


def _guarded(name: str, check: Check) -> list[Finding]:
    """Return what a check finds; that it failed, if it does."""
    try:
        return list(check())
    except Exception as error:  # noqa: BLE001  # a bug of ours is one finding, and the rest is judged
        return [failure(f"The check of the {name}", error)]


def _located(manifest: Manifest, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Add to findings which object they are about, and where in its file."""
    for finding in findings:
        source = finding.source
        if source is None and manifest.origin is not None:
            source = manifest.origin.source(finding.path)
        yield replace(finding, resource=manifest.key, source=source)
