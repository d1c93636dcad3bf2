"""Sync waves: an object that cannot become healthy before one that is applied in a later wave.

Argo CD applies a wave once all objects of the one before are healthy. Source: its documentation of sync waves.
"""

from collections.abc import Iterator, Sequence

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.applications import Coverage
from preflight.rules.health_needs import needs
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import counted

WAVE = "argocd.argoproj.io/sync-wave"
HOOK = "argocd.argoproj.io/hook"


def deadlocks(given: Input) -> Iterator[Finding]:
    """Yield a finding for each object that others of the same Application wait for, while it is in a later wave.

    It is at the one of these that comes first.
    """
    if not any(_annotation(each, WAVE) for each in given.snapshot.manifests):
        return
    coverage = Coverage(given)
    waiting: dict[tuple[int, str], list[Manifest]] = {}
    late: dict[int, Manifest] = {}
    for need in needs(given):
        together = [each for each in need.needed if _are_together(need.waiting, each, coverage)]
        is_hook = any(_annotation(each, HOOK) for each in (need.waiting, *need.needed))
        if len(together) < len(need.needed) or not together or is_hook:
            continue
        first = min(together, key=_wave)
        if _wave(first) > _wave(need.waiting):
            late[id(first)] = first
            waiting.setdefault((id(first), need.why), []).append(need.waiting)
    for (needed, why), all_waiting in waiting.items():
        yield _deadlock(list({id(each): each for each in all_waiting}.values()), late[needed], why)


def _deadlock(all_waiting: Sequence[Manifest], needed: Manifest, why: str) -> Finding:
    waiting, *others = sorted(all_waiting, key=_wave)
    path: FieldPath = ("metadata", "annotations", Key(WAVE)) if _annotation(waiting, WAVE) else ()
    more = f" The same holds for {counted(len(others), 'other')}, such as {others[0].key}." if others else ""
    reason = (
        f"It is in sync wave {_wave(waiting)} and {why} {needed.key}, which is in wave {_wave(needed)}: Argo CD waits "
        f"for the one before it applies the other, for ever.{more}"
    )
    return found(waiting, "GH703", path, reason, f"Put {needed.key} into wave {_wave(waiting)} or an earlier one.")


def _are_together(first: Manifest, second: Manifest, coverage: Coverage) -> bool:
    """Say whether one Application applies both; where there is none, everything is taken to be one."""
    if not coverage.applications:
        return True
    return any(not application.is_template and application in coverage.of(second) for application in coverage.of(first))


def _wave(manifest: Manifest) -> int:
    text = _annotation(manifest, WAVE)
    try:
        return int(text or "0")
    except ValueError:
        return 0


def _annotation(manifest: Manifest, key: str) -> str | None:
    value = ((manifest.data.get("metadata") or {}).get("annotations") or {}).get(key)
    return None if value is None else str(value)
