"""Ages: which of several objects comes first, why, and whether manifests tell it.

The older one does, then the first one by namespace and name. An object without a creation time is taken for one that
is not in the cluster yet, and so for the newest.
"""

from collections.abc import Sequence
from typing import Protocol

from preflight.gateway_api.objects import NamespacedName
from preflight.values import series

NEWEST = "~"
"""Sorts after every creation time."""
MAX_NAMES = 10
"""Objects that a sentence names."""


class Aged(Protocol):
    """An object that was created at some time; as text it is its kind and name."""

    @property
    def key(self) -> NamespacedName:
        """Which object of its kind."""

    @property
    def created(self) -> str:
        """When; empty where the manifest does not say."""


def age_key(each: Aged) -> tuple[str, NamespacedName]:
    """Return what sorts objects: those that come first are first."""
    return (each.created or NEWEST, each.key)


def why_first(winner: Aged, loser: Aged) -> str:
    """Say why an object comes before another one, as the end of a sentence that begins with it."""
    if winner.created == loser.created:
        return "comes first by name"
    return "is taken for the older one" if is_undecided(winner, loser) else "is older"


def is_undecided(first: Aged, second: Aged) -> bool:
    """Say whether manifests do not tell which of two objects is older."""
    return not (first.created and second.created)


def without_times(objects: Sequence[Aged]) -> str:
    """Say which of some objects have no creation time, as in `HTTPRoute infra/a has no creation time`."""
    names = [str(each) for each in objects if not each.created]
    return f"{series(names, most=MAX_NAMES)} {'has' if len(names) == 1 else 'have'} no creation time"


def doubt(winner: Aged, loser: Aged) -> tuple[str, ...]:
    """Say that it may be the other one that wins: a sentence, and none where manifests tell which is older."""
    if not is_undecided(winner, loser):
        return ()
    return (f"One of the two wins, the older one, and {without_times((winner, loser))}.",)
