"""Suggestions: which of some names was likely meant by another."""

from collections.abc import Sequence
from difflib import get_close_matches

LIKENESS = 0.75
"""From 0 to 1, of what is still taken for a slip."""
MAX_NAME = 64
"""Characters of a name that is compared."""
MAX_NAMES = 200
"""Names that a name is compared with; more take too long, and no API has as many side by side."""


def nearest(name: str, names: Sequence[str], likeness: float = LIKENESS) -> str | None:
    """Return the name that was likely meant: first one that differs in case, '-' and '_' only."""
    if len(name) > MAX_NAME or len(names) > MAX_NAMES:
        return None
    folded = {_folded(known): known for known in reversed(names)}
    if _folded(name) in folded:
        return folded[_folded(name)]
    close = get_close_matches(_folded(name), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None


def _folded(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()
