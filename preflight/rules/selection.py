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
                if not is_beginning(each):
                    near = meant_by(each)
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


def is_beginning(text: str) -> bool:
    """Say whether a text is a code, or the beginning of some."""
    return any(code.startswith(text) for code in CATALOGUE)


def meant_by(text: str) -> str | None:
    """Return the code, or the beginning of some, that was likely meant by a text that is none."""
    if is_beginning(text.upper()):
        return text.upper()
    return nearest(text, list(CATALOGUE)) if len(text) >= len(ALWAYS[0]) else None
