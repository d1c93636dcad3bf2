"""Header changes: what RequestHeaderModifier and ResponseHeaderModifier do.

Names are compared without regard to case, and are in lower case here. Where one name is in several lists, what Envoy
does counts: it removes, then adds, then sets.
Source: Gateway API v1.6.1, the doc comments of HTTPHeaderFilter.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from preflight.values import shown


class Changes(NamedTuple):
    """What becomes of headers that are not known yet: those of an answer."""

    values: Mapping[str, str | None]
    """The value, or None for one that is removed."""
    added: frozenset[str]
    """The names whose value comes after one that is there already, with a comma."""


NO_CHANGES = Changes({}, frozenset())


def modified(headers: Mapping[str, str], modifier: Mapping[str, Any]) -> dict[str, str]:
    """Return headers as a modifier leaves them."""
    found = dict(headers)
    for name in modifier.get("remove") or ():
        found.pop(name.lower(), None)
    for name, value in _pairs(modifier, "add"):
        found[name] = f"{found[name]},{value}" if name in found else value
    found.update(_pairs(modifier, "set"))
    return found


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str | None]:
    """Return the headers that differ: the new value, or None for one that is gone."""
    changed: dict[str, str | None] = {name: value for name, value in after.items() if before.get(name) != value}
    return changed | {name: None for name in before if name not in after}


def header_text(name: str, value: str | None) -> str:
    """Return a header as a sentence names it; None is one that is not there."""
    return f"no header {name}" if value is None else f"the header {name} with {shown(value)}"


def then(changes: Changes, modifier: Mapping[str, Any]) -> Changes:
    """Return what is left of the headers of an answer when a modifier comes after other changes."""
    values, added = dict(changes.values), set(changes.added)
    for name in modifier.get("remove") or ():
        values[name.lower()] = None
        added.discard(name.lower())
    for name, value in _pairs(modifier, "add"):
        earlier = values.get(name)
        if name not in values:
            added.add(name)
        values[name] = value if earlier is None else f"{earlier},{value}"
    for name, value in _pairs(modifier, "set"):
        values[name] = value
        added.discard(name)
    return Changes(values, frozenset(added))


def _pairs(modifier: Mapping[str, Any], field: str) -> list[tuple[str, str]]:
    return [(header["name"].lower(), header["value"]) for header in modifier.get(field) or ()]
