"""RuleBackends: what the backends of rules come to, worked out with the first request that they take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any

from preflight.gateway_api.answers import Share
from preflight.gateway_api.filters import backend_modifiers
from preflight.gateway_api.objects import NamespacedName
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
        routes = {id(each.backend): each.route for each in weighted}
        modifiers = tuple(
            backend_modifiers(routes[id(backend)], backend, self._semantics) for backend, _ in division.shares
        )
        return RuleDivision(
            division=division,
            has_backends=bool(weighted),
            shares=shares_of(division),
            modifiers=modifiers if any(any(each) for each in modifiers) else (),
            notes=division_notes(division),
            destination=_destination(division),
        )


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
