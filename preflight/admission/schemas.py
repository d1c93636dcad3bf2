"""SchemaStore: the kinds that the cluster knows, each read when it is first asked for."""

import copy
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from preflight.admission.bundled import files
from preflight.admission.crd import crd_facts, is_crd
from preflight.admission.facts import FactsReader
from preflight.admission.schema import Kind
from preflight.admission.structure.json_values import check_json
from preflight.cluster import ClusterFacts
from preflight.finding import UnreadableError
from preflight.snapshot import Manifest

GroupKind = tuple[str, str]


class SchemaStore:
    """The kinds of Kubernetes, of the target's CRDs, and of further CRDs, which replace one of the same name."""

    def __init__(self, cluster: ClusterFacts) -> None:
        """Find the kinds of `cluster.cilium`, and read the CRDs of `cluster.crds`.

        Raises UnreadableError (GH002), with the file and the field, for a CRD whose schemas cannot be read, and for a
        path that cannot be read or has no CRD. Whether the API server would take such a CRD is not asked: the cluster
        has it.
        """
        self._files = files(cluster.cilium)
        self._in_order: list[GroupKind] | None = None
        self._kinds: dict[GroupKind, Kind | None] = {}
        for path in cluster.crds:
            self._kinds |= _kinds_in(path)

    def kind(self, group: str, kind: str) -> Kind | None:
        """Return a kind with all its versions; None where no schema is known for it."""
        key = (group, kind)
        if key not in self._kinds:
            file = self._files.get(key)
            self._kinds[key] = None if file is None else _bundled(file).kind(key)
        return self._kinds[key]

    def kinds(self) -> Sequence[GroupKind]:
        """Return the group and the kind of each kind, in order."""
        if self._in_order is None:
            self._in_order = sorted(self._files.keys() | {key for key, kind in self._kinds.items() if kind is not None})
        return self._in_order

    def with_crds(self, manifests: Iterable[Manifest]) -> "SchemaStore":
        """Return a store that knows the kinds of the CRDs among these manifests as well.

        A CRD whose schemas cannot be read is passed over: check_crd says why, or check_json where a program has put
        something into it that JSON does not have.
        """
        store = copy.copy(self)
        store._kinds = dict(self._kinds)
        store._in_order = None
        for manifest in manifests:
            if is_crd(manifest.data) and not check_json(dict(manifest.data)):
                try:
                    kind = _kind(manifest)
                except UnreadableError:
                    continue
                store._kinds[kind.group, kind.kind] = kind
        return store


class _File:
    """One file of imports/schemas/."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._facts = {(facts["group"], facts["kind"]): facts for facts in content["kinds"]}
        self._reader = FactsReader(content["definitions"])

    def kind(self, key: GroupKind) -> Kind:
        return self._reader.kind(self._facts[key])


@cache
def _bundled(file: Path) -> _File:
    return _File(json.loads(file.read_bytes()))


def _kinds_in(path: Path) -> dict[GroupKind, Kind | None]:
    """Return the kinds of the CRDs in a file or folder; other objects there are passed over."""
    # objects made in Python are judged without any file
    from preflight.reading.files import read
    from preflight.reading.unreadable import unreadable_path

    reading = read([path])
    for finding in reading.findings:
        if finding.code == "GH002":
            raise UnreadableError(finding)
    kinds = [_kind(manifest) for manifest in reading.manifests if is_crd(manifest.data)]
    if not kinds:
        raise unreadable_path(str(path), "It has no CustomResourceDefinition.", "Name a file or folder that has one.")
    return {(kind.group, kind.kind): kind for kind in kinds}


def _kind(manifest: Manifest) -> Kind:
    """Return the kind that a CRD defines; raises UnreadableError with where the problem is."""
    try:
        return FactsReader({}).kind(crd_facts(manifest.data))
    except UnreadableError as error:
        source = None if manifest.origin is None else manifest.origin.source(error.finding.path)
        raise UnreadableError(replace(error.finding, resource=manifest.key, source=source)) from error
