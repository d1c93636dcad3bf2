"""Selection: which codes are reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from preflight.catalogue import CATALOGUE
from preflight.finding import Finding
from preflight.suggestions import nearest
from preflight.values import refused

ALWAYS = ("GH001", "GH002")
"""What cannot be left out: a mistake of preflight itself, and input that was not judged."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes and beginnings of codes, such as GH4 and GH403; what is ignored is left out even where it is selected."""

    select: tuple[str, ...] = ()
    """All codes where it is empty."""
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field in ("select", "ignore"):
            for each in getattr(self, field):
                if not any(code.startswith(each) for code in CATALOGUE):
                    near = nearest(each, list(CATALOGUE)) if len(each) >= len(ALWAYS[0]) else None
                    fix = f"write {near}" if near else "see `python -m preflight rules`"
                    raise refused(
                        field, f"no code is {each!r} or starts with it", allowed="such as GH4, GH403", fix=fix
                    )

    def takes(self, code: str) -> bool:
        """Say whether the findings of a code are reported."""
        if code in ALWAYS:
            return True
        return (not self.select or _any(self.select, code)) and not _any(self.ignore, code)

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that are reported."""
        return tuple(finding for finding in findings if self.takes(finding.code))


def _any(starts: Sequence[str], code: str) -> bool:
    return any(code.startswith(start) for start in starts)
