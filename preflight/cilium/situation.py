"""A situation that the allocator starts from: what is free, who waits, and who has what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from preflight.cilium.free_space import Free
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.sharing import why_not_shared
from preflight.ip_ranges import Address, Range, RangeIndex

Wanted = Address | int
"""An address that is asked for, or the IP version of which any address will do."""


class Reason(StrEnum):
    """Reasons of the condition cilium.io/IPAMRequestSatisfied."""

    SATISFIED = "satisfied"
    NO_POOL = "no_pool"
    POOL_SELECTOR_MISMATCH = "pool_selector_mismatch"
    ALREADY_ALLOCATED = "already_allocated"
    ALREADY_ALLOCATED_INCOMPATIBLE_SERVICE = "already_allocated_incompatible_service"
    OUT_OF_IPS = "out_of_ips"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A block of a pool that gives out addresses; blocks are in the pool's order, pools in that of their names."""

    pool: str
    range: Range
    reserved: frozenset[int]
    """Addresses of it that nobody gets."""
    free: Free
    """What is free of it at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Services that the allocator cannot tell apart."""

    services: tuple[int, ...]
    wants: tuple[Wanted, ...]
    """What they have not got yet, in the order in which it is looked for."""
    pools: frozenset[str]
    """The pools that select them."""
    example: LoadBalancer

    @property
    def key(self) -> str:
        """Their sharing key."""
        return self.example.sharing_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Services that have one address; those without a sharing key are not listed."""

    key: str
    address: Address
    kinds: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Where the allocator starts from."""

    slots: tuple[Slot, ...]
    kinds: tuple[Kind, ...]
    clusters: tuple[Cluster, ...]
    """Addresses that Services with a sharing key have, in the order in which Cilium looks at them."""

    def slot_of(self, kind: Kind, address: Address) -> int | Reason:
        """Return which slot has an address that is asked for; the reason where the Service cannot get it at all."""
        found = self._index.having(address)
        if not found:
            return Reason.NO_POOL
        return next((index for index in found if self.slots[index].pool in kind.pools), Reason.POOL_SELECTOR_MISMATCH)

    def taken_reason(self, kind: Kind, slot: int, address: Address) -> Reason:
        """Return why a Service does not get an address that is taken, and that it cannot share."""
        if kind.key and address.number not in self.slots[slot].reserved:
            return Reason.ALREADY_ALLOCATED_INCOMPATIBLE_SERVICE
        return Reason.ALREADY_ALLOCATED

    def slots_of(self, kind: Kind, version: int) -> Mapping[str, tuple[int, ...]]:
        """Return the slots of a version of each pool that selects the Services."""
        key = kind.pools, version
        if key not in self._selected:
            found: dict[str, list[int]] = {}
            for index, slot in enumerate(self.slots):
                if slot.range.version == version and slot.pool in kind.pools:
                    found.setdefault(slot.pool, []).append(index)
            self._selected[key] = {pool: tuple(indices) for pool, indices in found.items()}
        return self._selected[key]

    @cached_property
    def _index(self) -> RangeIndex:
        return RangeIndex([slot.range for slot in self.slots])

    @cached_property
    def _selected(self) -> dict[tuple[frozenset[str], int], Mapping[str, tuple[int, ...]]]:
        """What `slots_of` has found out."""
        return {}

    def compatibility(self) -> Callable[[int, int], bool]:
        """Return who may share an address with whom, by the indices of kinds."""

        @cache
        def compatible(one: int, other: int) -> bool:
            return why_not_shared(self.kinds[one].example, self.kinds[other].example) is None

        return compatible


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What can come of one thing that is wanted."""

    wanted: Wanted
    ranges: tuple[Range, ...]
    """The addresses of which it becomes one."""
    reasons: frozenset[Reason]
    """Why it can become none; empty where it certainly becomes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOutcome:
    """What can come of each Service of a kind."""

    outcomes: tuple[Outcome, ...]
    """One for each of its wants."""
    reasons: frozenset[Reason]
    """The reasons that its condition can have."""
    partners: frozenset[int] | None
    """The kinds that it may come to share an address with, its own where there are several Services; None where so many
    have the same sharing key that nobody has compared them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What can come of a situation."""

    kinds: tuple[KindOutcome, ...]
    left: Mapping[str, tuple[int, int]]
    """How many addresses of each pool stay free, at least and at most."""
    exact: bool
    """Whether each of this can happen; otherwise nothing else can, but perhaps not all of it."""


def last_reason(reasons: Iterable[Reason | None]) -> Reason:
    """Return the reason of a condition from what became of each want: the last failure stays."""
    return next((reason for reason in reversed(list(reasons)) if reason is not None), Reason.SATISFIED)
