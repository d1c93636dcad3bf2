"""Pools: what they hold, and which of them give out addresses.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (handleNewPool, settleConflicts) and pool.go.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from preflight.cilium.conflicts import Conflict, conflicts
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.objects import Block, Pool
from preflight.ip_ranges import BlockError, Range, range_of, usable
from preflight.snapshot import Manifest

POOL = ("cilium.io", "CiliumLoadBalancerIPPool")
"""The group and kind of pools."""
WHOLE_POOLS = (1, 20)
"""The first version of Cilium that takes a pool with a bad block not at all; before, the blocks before it count."""


class Usable(StrEnum):
    """Whether a pool gives out addresses."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    """One of two overlapping pools of the same age does: nobody can say which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolState:
    """What becomes of a pool."""

    pool: Pool
    registered: bool
    """Whether Cilium knows it at all: one with a bad block it does not, from 1.20 on."""
    usable: Usable
    in_conflict: bool | None
    """Whether it is the one that loses against an overlapping pool; None where nobody can say."""
    overlaps: tuple[tuple[str, Range, Range], ...]
    """The other pools that it overlaps (or itself), with the range of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """All pools of a cluster, by name, and how their conflicts can end."""

    states: Mapping[str, PoolState]
    conflicts: tuple[Conflict, ...]


def pool_of(manifest: Manifest) -> Pool:
    """Read a CiliumLoadBalancerIPPool."""
    spec: Mapping[str, Any] = manifest.data.get("spec") or {}
    ends = spec.get("allowFirstLastIPs", "Yes") != "No"
    blocks, problem = [], None
    for index, written in enumerate(spec.get("blocks") or ()):
        try:
            range_ = range_of(written)
        except BlockError as error:
            problem = (index, str(error))
            break
        given = usable(range_, is_cidr=bool(written.get("cidr")), ends=ends)
        blocks.append(Block(range=range_, usable=given, index=index))
    return Pool(
        name=manifest.key.name,
        created=str((manifest.data.get("metadata") or {}).get("creationTimestamp") or ""),
        blocks=tuple(blocks),
        problem=problem,
        selector=spec.get("serviceSelector"),
        disabled=bool(spec.get("disabled")),
        manifest=manifest,
    )


def pools_of(pools: Iterable[Pool], facts: AllocatorFacts) -> Pools:
    """Say of each pool whether it gives out addresses; of two of one name the last one counts.

    A pool with overlapping blocks of its own does not. Of two that overlap the newer one does not; where both are of
    the same age, or the manifests do not say, either of them. Selectors and `disabled` are not looked at.
    """
    by_name = {pool.name: pool for pool in sorted(pools, key=lambda pool: pool.name)}
    registered = {name: pool for name, pool in by_name.items() if pool.problem is None or facts.version < WHOLE_POOLS}
    found = conflicts(tuple(registered.values()))
    by_pool = {name: conflict for conflict in found for name in conflict.pools}
    return Pools(
        states={name: _state(pool, by_pool.get(name), registered=name in registered) for name, pool in by_name.items()},
        conflicts=found,
    )


def states(pools: Sequence[Pool], facts: AllocatorFacts) -> tuple[PoolState, ...]:
    """Return what becomes of each pool, by name."""
    return tuple(pools_of(pools, facts).states.values())


def _state(pool: Pool, conflict: Conflict | None, *, registered: bool) -> PoolState:
    in_conflict = False if conflict is None else conflict.loses(pool.name)
    if pool.disabled or not registered or in_conflict:
        verdict = Usable.NO
    else:
        verdict = Usable.MAYBE if in_conflict is None else Usable.YES
    return PoolState(
        pool=pool,
        registered=registered,
        usable=verdict,
        in_conflict=in_conflict,
        overlaps=() if conflict is None else conflict.overlaps[pool.name],
    )
