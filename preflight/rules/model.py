"""Rule: one question that is asked of the manifests, and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from preflight.catalogue import CATALOGUE, Code
from preflight.finding import Finding
from preflight.rules.input import Input


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is asked, under the code of its findings."""

    code: str
    check: Callable[[Input], Iterable[Finding]]
    why: str
    """What happens in the cluster otherwise."""
    upstream: tuple[str, ...] = ()
    """Issues where people have met it, as in cilium#28796, and documents that say so."""

    @property
    def entry(self) -> Code:
        """Its severity and its summary."""
        return CATALOGUE[self.code]
