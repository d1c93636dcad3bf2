"""Versions of what runs in the cluster, of which the patch may not be known."""

import re
from dataclasses import dataclass

VERSION = re.compile(r"v?([0-9]{1,4})\.([0-9]{1,4})(?:\.([0-9]{1,4}))?")
"""As in `1.20`, `1.20.1` and `v1.20.1`."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version."""

    major: int
    minor: int
    patch: int | None = None
    """None where nobody has said which."""

    @property
    def target(self) -> str:
        """The version without its patch, as in `1.20`."""
        return f"{self.major}.{self.minor}"

    def at_least(self, major: int, minor: int, patch: int = 0) -> bool | None:
        """Say whether it is this version or a later one; None where that depends on a patch that is not known."""
        if (self.major, self.minor) != (major, minor):
            return (self.major, self.minor) > (major, minor)
        if self.patch is None:
            return True if patch == 0 else None
        return self.patch >= patch

    def __str__(self) -> str:
        return self.target if self.patch is None else f"{self.target}.{self.patch}"


def version_of(text: str) -> Version | None:
    """Read a version, with or without its patch; None for anything else."""
    match = VERSION.fullmatch(text)
    if match is None:
        return None
    major, minor, patch = match.groups()
    return Version(int(major), int(minor), None if patch is None else int(patch))
