"""Suppression: an annotation on an object, `gatehouse.dev/ignore.GH403: "why"`, for findings that are meant so."""

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from preflight.catalogue import CATALOGUE
from preflight.field_path import Key
from preflight.finding import Finding, ResourceKey
from preflight.gateway_api.findings.located import found
from preflight.snapshot import Manifest
from preflight.suggestions import nearest
from preflight.values import shown

KEY = "gatehouse.dev/ignore"
IGNORE = f"{KEY}."
"""What the key of the annotation starts with; the code follows."""
TOOL = "GH0"
"""Codes about preflight and its input are no matter of one object."""


class Suppressed(NamedTuple):
    """What is left, and how many findings were left out."""

    findings: tuple[Finding, ...]
    number: int


class _Suppression(NamedTuple):
    manifest: Manifest
    code: str


def suppress(findings: Iterable[Finding], manifests: Iterable[Manifest], judged: Set[ResourceKey]) -> Suppressed:
    """Leave out the findings on objects that say so with a reason; add those on suppressions themselves.

    One without a reason, or of a code that is none, counts for nothing (GH003). One that leaves out nothing is found
    (GH004) on the objects of `judged`, those that all rules have seen.
    """
    valid: dict[tuple[ResourceKey, str], _Suppression] = {}
    added: list[Finding] = []
    for manifest in manifests:
        for key, reason in _written(manifest):
            code = key.removeprefix(KEY).removeprefix(".")
            problem = _problem(manifest, key, code, reason)
            if problem is not None:
                added.append(problem)
            else:
                valid[manifest.key, code] = _Suppression(manifest, code)
    used: set[tuple[ResourceKey, str]] = set()
    left: list[Finding] = []
    number = 0
    for finding in findings:
        place = None if finding.resource is None else (finding.resource, finding.code)
        if place in valid:
            used.add(place)
            number += 1
        else:
            left.append(finding)
    unused = [each for place, each in valid.items() if place not in used and place[0] in judged]
    return Suppressed((*left, *added, *(_unused(each) for each in unused)), number)


def _written(manifest: Manifest) -> Iterator[tuple[str, object]]:
    """Yield the key and the reason of each suppression of an object."""
    metadata = manifest.data.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, dict) else None
    for key, value in (annotations if isinstance(annotations, dict) else {}).items():
        if isinstance(key, str) and (key == KEY or key.startswith(IGNORE)):
            yield key, value


def _problem(manifest: Manifest, key: str, code: str, reason: object) -> Finding | None:
    path = ("metadata", "annotations", Key(key))
    if not code:
        fix = f"Write {IGNORE}CODE with the code of the finding, such as {IGNORE}GH403."
        return found(manifest, "GH003", path, "It names no code, so nothing is ignored.", fix)
    if code not in CATALOGUE or code.startswith(TOOL):
        begins = any(known.startswith(code) for known in CATALOGUE)
        near = None if begins else nearest(code, list(CATALOGUE))
        fix = f"Write {IGNORE}{near}." if near else "Write the code of the finding, such as GH403."
        return found(manifest, "GH003", path, f"{shown(code)} is no code that can be ignored.", fix)
    if not isinstance(reason, str) or not reason.strip():
        said = f"It does not say why {code} is to be ignored, so it is not."
        return found(manifest, "GH003", path, said, "Write the reason as its value.")
    return None


def _unused(each: _Suppression) -> Finding:
    path = ("metadata", "annotations", Key(IGNORE + each.code))
    return found(each.manifest, "GH004", path, f"There is no {each.code} on this object.", "Remove the annotation.")
