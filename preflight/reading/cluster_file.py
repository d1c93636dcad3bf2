"""The cluster file, cluster.yaml: what manifests cannot say about the cluster that they are for."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from preflight.cluster import TARGETS, ClusterFacts
from preflight.field_path import FieldPath
from preflight.finding import Finding, Source, UnreadableError
from preflight.reading.files import read
from preflight.reading.unreadable import unreadable_path
from preflight.snapshot import Manifest
from preflight.values import listed, shown

CLUSTER_FILE = "cluster.yaml"
"""Its name in the folder of a project."""
FIELDS = ("cilium", "crds")
CILIUM_FIELDS = ("version",)
VERSION = re.compile(r"(?P<minor>\d+\.\d+)(\.\d+)?")
"""A version of Cilium, with or without its patch version."""
WRITE_CILIUM = f"Write 'cilium: {{version: \"{TARGETS[0]}\"}}', for example."


def cluster_facts(file: Path) -> ClusterFacts:
    """Read the facts of a cluster; the paths in it are relative to its folder, and what it does not say has a default.

    Raises UnreadableError, with the line, for a file that cannot be read, an unknown field, and a value that its field
    does not take.
    """
    written = _written(file)
    if written is None:
        return ClusterFacts()
    return ClusterFacts(cilium=_target(written), crds=tuple(file.parent / path for path in _crds(written)))


def _written(file: Path) -> Manifest | None:
    """Return what is in a file, which is read as warily as any manifest; None where that is nothing."""
    if file.is_dir():
        raise unreadable_path(str(file), "It is a folder.", "Name the file in it.")
    reading = read([file])
    for finding in reading.findings:
        if finding.code == "GH002":
            raise UnreadableError(finding)
        _refuse(finding.source, (), f"The cluster file is not a mapping of {listed(FIELDS)}.", WRITE_CILIUM)
    if not reading.manifests:
        return None
    written, *others = reading.manifests
    for other in others:
        _refuse(_source(other), (), "The cluster file has more than one document.", "Write them as one.")
    for finding in written.findings:
        if finding.code == "GH101":
            _refuse(_source(written, finding.path), finding.path, finding.reason, "Keep one of them.")
    _refuse_unknown(written, (), written.data, FIELDS)
    return written


def _target(written: Manifest) -> str:
    """Return which of TARGETS the version of Cilium belongs to."""
    cilium = written.data.get("cilium", {})
    if not isinstance(cilium, Mapping):
        reason = f"{shown(cilium)} is not a mapping of {listed(CILIUM_FIELDS)}."
        _refuse_at(written, ("cilium",), reason, WRITE_CILIUM)
    _refuse_unknown(written, ("cilium",), cilium, CILIUM_FIELDS)
    version = cilium.get("version", TARGETS[0])
    if not isinstance(version, str):
        reason = f"{shown(version)} is not text; as a number, a version loses its last zero."
        _refuse_at(written, ("cilium", "version"), reason, f"Put it in quotes, as in '{TARGETS[0]}'.")
    target = target_of(version)
    if target is None:
        reason = f"{shown(version)} is no known version of Cilium, as {listed(TARGETS)} are."
        fix = f"Write one of these, with or without the patch version, as in '{TARGETS[0]}.1'."
        _refuse_at(written, ("cilium", "version"), reason, fix)
    return target


def target_of(version: str) -> str | None:
    """Return which of TARGETS a version of Cilium belongs to, if to one."""
    match = VERSION.fullmatch(version)
    return match["minor"] if match is not None and match["minor"] in TARGETS else None


def _crds(written: Manifest) -> Sequence[str]:
    """Return the files and folders of further CustomResourceDefinitions."""
    paths = written.data.get("crds", [])
    if not isinstance(paths, list):
        _refuse_at(written, ("crds",), f"{shown(paths)} is not a list of paths.", "Write each path after '- '.")
    for index, path in enumerate(paths):
        if not isinstance(path, str) or not path:
            fix = "Write the path of a file or folder, relative to the folder of the cluster file."
            _refuse_at(written, ("crds", index), f"{shown(path)} is not a path.", fix)
    return paths


def _refuse_unknown(written: Manifest, path: FieldPath, fields: Mapping[str, Any], known: Sequence[str]) -> None:
    """Raise UnreadableError for a field that is none of those known."""
    for name in fields:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            reason = f"There is no field {shown(name)} here, only {listed(known)}."
            _refuse_at(written, (*path, name), reason, f"Write {shown(near[0])}." if near else "Leave it out.")


def _refuse_at(written: Manifest, path: FieldPath, reason: str, fix: str) -> NoReturn:
    _refuse(_source(written, path), path, reason, fix)


def _source(written: Manifest, path: FieldPath = ()) -> Source | None:
    return written.origin.source(path) if written.origin else None


def _refuse(source: Source | None, path: FieldPath, reason: str, fix: str) -> NoReturn:
    raise UnreadableError(Finding(code="GH002", path=path, reason=reason, fix=fix, source=source))
