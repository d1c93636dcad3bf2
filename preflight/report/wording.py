"""How objects and findings are named in every format, safely: what was read may be hostile."""

from preflight import field_path
from preflight.finding import Finding, ResourceKey
from preflight.values import shortened

MAX_NAME = 320
"""Characters of a name, and of one part of a path; the longest that Kubernetes takes, the key of a label, has 317."""
MAX_SENTENCE = 4000
"""Characters of a reason, with the path before it, and of a fix."""


def plain(text: str) -> str:
    r"""Return text on one line that no terminal obeys: what is not printable as Python writes it, such as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def named(resource: ResourceKey) -> str:
    """Name an object, as in `HTTPRoute apps/web`, also one that lacks its kind or name."""
    known = ResourceKey(
        group=resource.group,
        kind=shortened(resource.kind or "(no kind)", MAX_NAME),
        namespace=resource.namespace and shortened(resource.namespace, MAX_NAME),
        name=shortened(resource.name or "(no name)", MAX_NAME),
    )
    return plain(str(known))


def path_of(finding: Finding) -> str:
    """Write the path of a finding, each part shortened."""
    parts = (part if isinstance(part, int) else type(part)(shortened(part, MAX_NAME)) for part in finding.path)
    return field_path.text(tuple(parts))


def problem(finding: Finding) -> str:
    """Say what is wrong, as in `spec.rules[0].name: 7 is not a string.`; without a path for the whole object."""
    path = path_of(finding)
    return plain(shortened(f"{path}: {finding.reason}" if path else finding.reason, MAX_SENTENCE))


def remedy(finding: Finding) -> str:
    """Say what to change."""
    return plain(shortened(finding.fix, MAX_SENTENCE))


def statement(finding: Finding) -> str:
    """Say of which object what is wrong."""
    return f"{named(finding.resource)}: {problem(finding)}" if finding.resource else problem(finding)


def origin(finding: Finding) -> str | None:
    """Say which line of Python and which construct made the object; None where neither is known."""
    written = plain(f"written at {finding.written_at}") if finding.written_at else ""
    construct = plain(f"construct {finding.construct}") if finding.construct else ""
    return ", ".join(part for part in (written, construct) if part) or None
