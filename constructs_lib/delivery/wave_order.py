"""Whether the sync waves of an Application can be got through: no object waits for one in a later wave."""

import re
from collections.abc import Iterable

from constructs_lib.checks import refused
from constructs_lib.delivery.needs import Objects, needs
from constructs_lib.delivery.records import Manifest
from constructs_lib.delivery.scopes import defined_scopes, group_and_kind, namespace_of
from constructs_lib.registry import Identity
from constructs_lib.sync_waves import SYNC_WAVE_ANNOTATION

HOOK_ANNOTATION = "argocd.argoproj.io/hook"
NUMBER = re.compile(r"[+-]?[0-9]{1,9}")


def refuse_deadlocks(manifests: Iterable[Manifest], namespace: str) -> None:
    """Raise ValueError if one of an Application's objects needs another that comes in a later wave.

    Argo CD applies a wave when the one before it is healthy, so it would wait for ever. `namespace` is where objects
    without a namespace go; empty where that is not known.
    """
    synced = [manifest for manifest in manifests if HOOK_ANNOTATION not in _annotations(manifest)]
    defined = defined_scopes(synced)
    objects = Objects()
    for manifest in synced:
        place = namespace_of(manifest, namespace, defined)
        identity = Identity(*group_and_kind(manifest), place or None, str((manifest.get("metadata") or {}).get("name")))
        objects[identity] = {**manifest, "spec": manifest.get("spec") or {}}
    waves = {identity: _wave(identity, manifest) for identity, manifest in objects.items()}
    for identity, manifest in objects.items():
        for need in needs(identity, manifest, objects):
            if need and all(waves[other] > waves[identity] for other in need):
                raise _deadlock(identity, waves[identity], min(need, key=lambda other: waves[other]), waves)


def _annotations(manifest: Manifest) -> dict[str, str]:
    """Return the annotations of an object."""
    return (manifest.get("metadata") or {}).get("annotations") or {}


def _wave(identity: Identity, manifest: Manifest) -> int:
    """Return the sync wave of an object; raises ValueError for text, which Argo CD takes for 0."""
    text = _annotations(manifest).get(SYNC_WAVE_ANNOTATION, "0")
    if not NUMBER.fullmatch(text):
        raise refused(
            f"{identity}: annotations[{SYNC_WAVE_ANNOTATION!r}]",
            text,
            "is not a sync wave, and Argo CD would take it for 0",
            allowed="a whole number as text, such as '-1'",
            fix="write a number, or leave the annotation out",
        )
    return int(text)


def _deadlock(identity: Identity, wave: int, other: Identity, waves: dict[Identity, int]) -> ValueError:
    """Say which object waits for which, and how to get them in order."""
    later = waves[other]
    return refused(
        str(identity),
        f"sync wave {wave}",
        f"is before sync wave {later} of {other}, without which it does not become healthy: Argo CD would never get "
        "there",
        allowed="each object in the wave of what it needs, or in a later one",
        fix=f"give {identity} the annotation {SYNC_WAVE_ANNOTATION}: '{later}', or {other} the annotation "
        f"{SYNC_WAVE_ANNOTATION}: '{wave}'",
    )
