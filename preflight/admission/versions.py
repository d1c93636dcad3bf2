"""Versions: whether the cluster knows a kind in its version, and what to write where it does not."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from preflight.admission.schema import Kind, Version
from preflight.admission.structure.check import PASSED
from preflight.finding import Finding
from preflight.suggestions import nearest
from preflight.values import listed, shown

VERSION = re.compile(r"v([0-9]{1,9})(?:(alpha|beta)([0-9]{1,9}))?")
STAGES = (None, "beta", "alpha")
PATH = ("apiVersion",)
OF_KUBERNETES = frozenset(
    {
        "admissionregistration.k8s.io",
        "apiregistration.k8s.io",
        "certificates.k8s.io",
        "coordination.k8s.io",
        "events.k8s.io",
        "flowcontrol.apiserver.k8s.io",
        "node.k8s.io",
        "resource.k8s.io",
        "scheduling.k8s.io",
        "storage.k8s.io",
        "storagemigration.k8s.io",
    }
)
"""Groups of Kubernetes itself whose schemas are not among ours; no CustomResourceDefinition has them either."""
LIKENESS = 0.85
"""Kinds are built of the same words: TCPRoute is no slip of HTTPRoute."""


class Kinds(Protocol):
    """The kinds that the cluster knows."""

    def kind(self, group: str, kind: str) -> Kind | None:
        """Return a kind, if it is known."""

    def kinds(self) -> Iterable[tuple[str, str]]:
        """Return group and kind of each one."""


def check_version(api_version: str, name: str, kinds: Kinds) -> Sequence[Finding]:
    """Say whether the kind `name` is known, served and not deprecated in its version (GH103, GH104, GH105).

    The paths start at the object. Without an apiVersion or a kind there is nothing to say here. A kind that is unknown
    in a group without a dot does not exist: such a group is Kubernetes' own, and no CustomResourceDefinition is of it.
    Nor does one that differs from a kind of its group in case only: the two would have one plural.
    """
    if not api_version or not name:
        return PASSED
    group, _, version_name = api_version.rpartition("/")
    kind = kinds.kind(group, name)
    if kind is None:
        return [_unknown(api_version, name, kinds)]
    version = kind.versions.get(version_name)
    if version is None or not version.served:
        return [_not_served(kind, version_name)]
    return [_deprecated(kind, version)] if version.deprecated else PASSED


def newest(versions: Iterable[Version]) -> Version | None:
    """Return the version that Kubernetes prefers: stable before beta before alpha, then the higher number."""
    return min(versions, key=_place, default=None)


def _place(version: Version) -> tuple[int, int, int, str]:
    parts = VERSION.fullmatch(version.name)
    if parts is None:
        return (len(STAGES), 0, 0, version.name)
    major, stage, minor = parts.groups()
    return (STAGES.index(stage), -int(major), -int(minor or 0), version.name)


def _not_served(kind: Kind, name: str) -> Finding:
    what = f"Version {shown(name)} of {kind.kind} {'is not served' if name in kind.versions else 'does not exist'}"
    served = [version for version in kind.versions.values() if version.served]
    best = newest(served)
    if best is None:
        fix = "Serve a version in its CustomResourceDefinition."
        return Finding(code="GH104", path=PATH, reason=f"{what}, and no other one is served.", fix=fix)
    reason = f"{what}; served {'are' if len(served) > 1 else 'is'} {listed([version.name for version in served])}."
    return Finding(code="GH104", path=PATH, reason=reason, fix=f"Write apiVersion: {_api_version(kind.group, best)}.")


def _deprecated(kind: Kind, version: Version) -> Finding:
    says = f" Its CRD says: {shown(version.deprecation_warning)}." if version.deprecation_warning else ""
    best = newest(entry for entry in kind.versions.values() if entry.served and not entry.deprecated)
    return Finding(
        code="GH105",
        path=PATH,
        reason=f"Version {shown(version.name)} of {kind.kind} is deprecated.{says}",
        fix="Look for another kind: all versions of this one are deprecated."
        if best is None
        else f"Write apiVersion: {_api_version(kind.group, best)}.",
    )


def _unknown(api_version: str, name: str, kinds: Kinds) -> Finding:
    group = api_version.rpartition("/")[0]
    if "/" in group:
        reason = f"{shown(api_version)} is not a version, nor a group and a version such as 'apps/v1'."
        return Finding(code="GH104", path=PATH, reason=reason, fix="Write the apiVersion of the kind.")
    meant = _meant(group, name, kinds)
    remedy = None if meant is None else _remedy(api_version, name, meant)
    if meant is not None and meant.group == group and meant.kind.lower() == name.lower():
        reason = f"{shown(api_version)} has no kind {shown(name)}: kinds are told by their case too."
        return Finding(code="GH104", path=PATH, reason=reason, fix=f"Write {remedy or 'the kind as it is'}.")
    if "." not in group:
        reason = f"Kubernetes has no kind {shown(name)} in {shown(api_version)}."
        return Finding(code="GH104", path=PATH, reason=reason, fix=f"Write {remedy or 'a kind that it has'}.")
    add = "name the file or folder of its CustomResourceDefinition with --crds"
    if group in OF_KUBERNETES:
        add = "compare its fields with the reference of the Kubernetes API"
    return Finding(
        code="GH103",
        path=PATH,
        reason=f"No schema is known for the kind {shown(name)} of {shown(group)}.",
        fix=f"{add[0].upper()}{add[1:]}." if remedy is None else f"Write {remedy}, or {add}.",
    )


def _meant(group: str, name: str, kinds: Kinds) -> Kind | None:
    """Return the kind that was likely meant: one of the group with a similar name, or the same of another group.

    Several groups may have a kind of one name, so the other group must be similar, unless the object's is one of
    Kubernetes, which has no such kind.
    """
    known = list(kinds.kinds())
    near = nearest(name, [kind for own, kind in known if own == group], LIKENESS)
    if near is not None:
        return kinds.kind(group, near)
    named = {own: kind for own, kind in known if kind.lower() == name.lower()}
    of_kubernetes = "." not in group or group.endswith(".k8s.io")
    right = next(iter(named)) if of_kubernetes and len(named) == 1 else nearest(group, list(named))
    return None if right is None else kinds.kind(right, named[right])


def _remedy(api_version: str, name: str, meant: Kind) -> str | None:
    """Say what to write otherwise: the apiVersion, the kind or both."""
    best = newest(version for version in meant.versions.values() if version.served)
    if best is None:
        return None
    group, _, version = api_version.rpartition("/")
    served = group == meant.group and version in meant.versions and meant.versions[version].served
    parts = [] if served else [f"apiVersion: {_api_version(meant.group, best)}"]
    return " and ".join(parts if name == meant.kind else [*parts, f"kind: {meant.kind}"])


def _api_version(group: str, version: Version) -> str:
    return f"{group}/{version.name}" if group else version.name
