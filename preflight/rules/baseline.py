"""Baseline: what of the findings is new since an earlier run."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from preflight.finding import Finding, UnreadableError
from preflight.values import shown

Identity = tuple[str, str, str, str, str, str]
"""Code, then group, kind, namespace and name of the object, then the reason.

Neither the place nor the field is part of it, nor places in the reason: they move when something is
written before them.
"""
PLACE = re.compile(r"\S+\.(?:json|ya?ml):\d+:\d+")
REWRITE = "Write it anew with `python -m preflight check PATH... --format json`."


class Comparison(NamedTuple):
    """The findings that were not there before, and how many went and stayed."""

    introduced: tuple[Finding, ...]
    fixed: int
    unchanged: int


def compare(findings: Iterable[Finding], before: Counter[Identity]) -> Comparison:
    """Tell new findings from those that were there before: of equal ones as many are old as there were."""
    left = before.copy()
    introduced: list[Finding] = []
    unchanged = 0
    for finding in findings:
        identity = identity_of(finding)
        if left[identity] > 0:
            left[identity] -= 1
            unchanged += 1
        else:
            introduced.append(finding)
    return Comparison(tuple(introduced), left.total(), unchanged)


def identity_of(finding: Finding) -> Identity:
    """Return by what a finding is known again."""
    resource = finding.resource
    if resource is None:
        return (finding.code, "", "", "", "", _placeless(finding.reason))
    names = (resource.group, resource.kind, resource.namespace or "", resource.name)
    return (finding.code, *names, _placeless(finding.reason))


def _placeless(reason: str) -> str:
    return PLACE.sub("", reason)


def read_baseline(file: Path) -> Counter[Identity]:
    """Return what was found, from the output of `check --format json`.

    Raises UnreadableError (GH002) for a file that is none.
    """
    try:
        document = json.loads(file.read_bytes())
    except OSError as error:
        raise _unreadable(file, f"{error.strerror}.", "Name the file with the output of an earlier run.") from None
    except (ValueError, RecursionError):
        raise _unreadable(file, "It is no JSON.", REWRITE) from None
    findings = document.get("findings") if isinstance(document, dict) else None
    if not isinstance(findings, list):
        raise _unreadable(file, "It has no list of findings.", REWRITE)
    return Counter(_identity(file, finding) for finding in findings)


def _identity(file: Path, finding: Any) -> Identity:
    fields = finding if isinstance(finding, dict) else {}
    resource = fields.get("resource") or {}
    values = (fields.get("code"), *_names(resource), fields.get("reason"))
    texts = tuple(value for value in values if isinstance(value, str))
    if len(texts) != len(values):
        raise _unreadable(file, f"{shown(finding)} is no finding.", REWRITE)
    code, group, kind, namespace, name, reason = texts
    return (code, group, kind, namespace, name, _placeless(reason))


def _names(resource: Any) -> tuple[Any, ...]:
    named = resource if isinstance(resource, Mapping) else {}
    return tuple(named.get(field, "") for field in ("group", "kind", "namespace", "name"))


def _unreadable(file: Path, problem: str, fix: str) -> UnreadableError:
    return UnreadableError(
        Finding(code="GH002", reason=f"The baseline {shown(str(file))} cannot be read: {problem}", fix=fix)
    )
