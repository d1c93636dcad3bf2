"""RuleBackends: what the backends of rules come to, worked out with the first request that they take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any

from preflight.gateway_api.answers import Share
from preflight.gateway_api.filters import changes_of, header_modifiers
from preflight.gateway_api.objects import BackendRef, NamespacedName
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.shares import (
    Backends,
    Division,
    Weighted,
    by_backend,
    division_notes,
    percent,
    shares_of,
)
from preflight.gateway_api.virtual_hosts import Merged

Modifiers = tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]
"""What the filters of a backend do to the headers of a request, and to those of its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDivision:
    """The backends of a rule, or of several rules that Cilium makes one of."""

    division: Division
    has_backends: bool
    shares: tuple[Share, ...]
    """Without what filters do."""
    modifiers: tuple[Modifiers, ...]
    """Those of each share; none at all where no backend has any."""
    notes: tuple[str, ...]
    """Sentences on backends that get nothing, and on requests that no backend gets."""
    destination: tuple[str, ...]
    """Where requests go: a sentence, and none where no backend gets any."""


class RuleBackends:
    """The backends of all rules."""

    def __init__(self, backends: Backends, semantics: Semantics) -> None:
        """Begin without rules."""
        self.backends = backends
        self._semantics = semantics
        self._divisions: dict[Merged, RuleDivision] = {}

    def of(self, merged: Merged, gateway: NamespacedName) -> RuleDivision:
        """Return what the backends of a rule come to on the Gateway whose rule it is."""
        found = self._divisions.get(merged)
        if found is None:
            found = self._divisions[merged] = self._divided(merged, gateway)
        return found

    def _divided(self, merged: Merged, gateway: NamespacedName) -> RuleDivision:
        weighted = [
            Weighted(each.route, backend, each.times) for each in merged.entries for backend in each.rule.backends
        ]
        division = self.backends.divide(weighted, gateway)
        applied, notes = self._filters(weighted, division)
        modifiers = tuple(changes_of(applied[id(backend)]) for backend, _ in division.shares)
        return RuleDivision(
            division=division,
            has_backends=bool(weighted),
            shares=shares_of(division),
            modifiers=modifiers if any(any(each) for each in modifiers) else (),
            notes=(*division_notes(division), *notes),
            destination=_destination(division),
        )

    def _filters(
        self, weighted: Sequence[Weighted], division: Division
    ) -> tuple[Mapping[int, Sequence[Mapping[str, Any]]], list[str]]:
        """Return the filters that are applied for each backend, by its id, with sentences on those that are not.

        Cilium names the filters of several backends by Service and port, and the last of a name takes the place of the
        others. A rule that counts twice, for two listeners, has each of its backends twice.
        """
        own = {id(each.backend): header_modifiers(each.route, each.backend, self._semantics) for each in weighted}
        working = [each for each in weighted if any(each.backend is backend for backend, _ in division.shares)]
        count = sum(each.times for each in working) + len(division.failing)
        if not self._semantics.last_filter_of_a_backend or count < 2:  # noqa: PLR2004  # several
            return own, []
        last = {_cluster(each.backend): filters[-1] for each in working if (filters := own[id(each.backend)])}
        applied = {
            id(each.backend): (last[name],) if (name := _cluster(each.backend)) in last else () for each in weighted
        }
        notes = [
            f"The filter {filter_['type']} of its backend {each.backend.target} is not applied: where there are "
            f"several backends, {self._semantics.title} applies the last filter of each Service and port."
            for each in working
            for filter_ in own[id(each.backend)]
            if filter_ is not last[_cluster(each.backend)]
        ]
        return applied, notes


def _cluster(backend: BackendRef) -> tuple[object, ...]:
    """Return what Cilium names a backend by."""
    return (backend.target, backend.port)


def _destination(division: Division) -> tuple[str, ...]:
    backends = by_backend(division.shares)
    if not backends:
        return ()
    (first, share), *others = backends.items()
    if not others and isclose(share, 1):
        return (f"It goes to {first}.",)
    parts = [f"{percent(share)} of the requests go to {first}"]
    parts += [f"{percent(share)} to {backend}" for backend, share in others]
    return (f"{', '.join(parts)}.",)
