"""Semantic versions, as in 1.2.0-rc.1: https://semver.org as the Go package blang/semver reads it.

A value's text has no build metadata, which counts for nothing where versions are compared.
"""

import re

from preflight.admission.cel.library.function import Function, method
from preflight.admission.cel.library.opaque import TYPE, opaque, text_of

KIND = "semver"
NUMBER = r"(0|[1-9][0-9]{0,19})"
IDENTIFIER = r"(?:0|[1-9][0-9]{0,18}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
VERSION = re.compile(
    rf"{NUMBER}\.{NUMBER}\.{NUMBER}(?:-({IDENTIFIER}(?:\.{IDENTIFIER})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?"
)
PARTS = 3
MAX_NUMBER = 2**64 - 1

Precedence = tuple[int, int, int, bool, tuple[tuple[bool, int, str], ...]]


def canonical(text: str) -> str:
    """Return a version without its build metadata; raises ValueError where it is none."""
    parts = VERSION.fullmatch(text)
    if parts is None or any(int(parts[number]) > MAX_NUMBER for number in range(1, PARTS + 1)):
        raise ValueError("no semantic version")
    return text.partition("+")[0]


def normalized(text: str) -> str:
    """Return a version without a v in front or leading zeros, and with minor and patch: `v1.02` becomes `1.2.0`."""
    parts = [_without_zeros(part) for part in text.removeprefix("v").split(".", PARTS - 1)]
    if len(parts) < PARTS and re.search("[+-]", parts[-1]):
        raise ValueError("a short version has neither pre-release nor build metadata")
    return ".".join(parts + ["0"] * (PARTS - len(parts)))


def _without_zeros(part: str) -> str:
    if len(part) < 2:  # noqa: PLR2004  # a lone 0 stays
        return part
    rest = part.lstrip("0")
    return rest if rest[:1].isdigit() else f"0{rest}"


def semver(text: str, normalize: bool = False) -> bytes:
    """Return a version."""
    return opaque(KIND, canonical(normalized(text) if normalize else text))


def is_semver(text: str, normalize: bool = False) -> bool:
    """Whether a text is a version."""
    try:
        semver(text, normalize)
    except ValueError:
        return False
    return True


def major(value: bytes) -> int:
    """Return the first number."""
    return _precedence(value)[0]


def minor(value: bytes) -> int:
    """Return the second number."""
    return _precedence(value)[1]


def patch(value: bytes) -> int:
    """Return the third number."""
    return _precedence(value)[2]


def compare_versions(left: bytes, right: bytes) -> int:
    """Return 1 where the first is newer, -1 where it is older, and else 0."""
    before, after = _precedence(left), _precedence(right)
    return (before > after) - (before < after)


def _precedence(value: bytes) -> Precedence:
    """Return what Python compares as semver.org compares versions: a release is after its pre-releases."""
    numbers, _, pre_release = text_of(KIND, value).partition("-")
    first, second, third = map(int, numbers.split("."))
    return first, second, third, not pre_release, tuple(map(_of_identifier, pre_release.split(".")))


def _of_identifier(identifier: str) -> tuple[bool, int, str]:
    if identifier.isdigit():
        return False, int(identifier), ""
    return True, 0, identifier


SEMVER = (
    Function("semver", ("string",), TYPE, semver),
    Function("semver", ("string", "bool"), TYPE, semver),
    Function("isSemver", ("string",), "bool", is_semver),
    Function("isSemver", ("string", "bool"), "bool", is_semver),
    method("major", (TYPE,), "int", major),
    method("minor", (TYPE,), "int", minor),
    method("patch", (TYPE,), "int", patch),
)
