"""How objects and findings are named in every format, safely: what was read may be hostile."""

from preflight import field_path
from preflight.finding import Finding, ResourceKey


def plain(text: str) -> str:
    r"""Return text on one line that no terminal obeys: what is not printable as Python writes it, such as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def named(resource: ResourceKey) -> str:
    """Name an object, as in `HTTPRoute apps/web`, also one that lacks its kind or name."""
    known = resource._replace(kind=resource.kind or "(no kind)", name=resource.name or "(no name)")
    return plain(str(known))


def problem(finding: Finding) -> str:
    """Say what is wrong, as in `spec.rules[0].name: 7 is not text.`; without a path where the whole object is meant."""
    path = field_path.text(finding.path)
    return plain(f"{path}: {finding.reason}" if path else finding.reason)


def statement(finding: Finding) -> str:
    """Say of which object what is wrong."""
    return f"{named(finding.resource)}: {problem(finding)}" if finding.resource else problem(finding)


def origin(finding: Finding) -> str | None:
    """Say which line of Python and which construct made the object; None where neither is known."""
    written = plain(f"written at {finding.written_at}") if finding.written_at else ""
    construct = plain(f"construct {finding.construct}") if finding.construct else ""
    return ", ".join(part for part in (written, construct) if part) or None


def counted(number: int, noun: str) -> str:
    """Write a number of things, as in `1 error` and `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
