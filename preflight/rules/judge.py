"""All that is found in manifests: by the API server, by the Gateway controller, and by the rules."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from preflight.addressing import predicted
from preflight.admission.verdict import UNKNOWN_KIND, Admission
from preflight.cluster import ClusterFacts
from preflight.failure import failure
from preflight.finding import Finding
from preflight.rules.explained_gateways import unexplained
from preflight.rules.input import Input, input_of
from preflight.rules.model import Rule
from preflight.rules.registry import RULES
from preflight.rules.suppression import suppress
from preflight.snapshot import Manifest

FAILURE, REMOVED = "GH001", "GH323"


class Judgement(NamedTuple):
    """What becomes of objects that are admitted."""

    findings: tuple[Finding, ...]
    """Those of the controller, then those of the rules."""
    given: Input | None
    """What the rules saw; None where a bug of ours prevents it, which GH001 says."""


class Check(NamedTuple):
    """All that is found in objects."""

    findings: tuple[Finding, ...]
    """Those on what cannot be read, those of admission, and those of the judgement."""
    ignored: int
    """How many more there are that an annotation on their object ignores."""
    given: Input | None
    """What the rules saw, as in Judgement."""


def judge(
    admission: Admission, facts: ClusterFacts, elsewhere: Iterable[Manifest] = (), *, now: datetime | None = None
) -> Judgement:
    """Say what becomes of the objects that are admitted.

    The controller sees the objects of `elsewhere` as well, which others own: rules do not judge them. Without `now`, it
    is the time of the call.
    """
    prediction, findings, allocation = predicted(
        replace(admission.snapshot, manifests=(*admission.snapshot.manifests, *elsewhere)), facts
    )
    if prediction is None:
        return Judgement(findings, None)
    given = input_of(admission, facts, prediction, allocation, now=now)
    ruled = ask(RULES, given)
    return Judgement((*unexplained(findings, ruled, prediction), *ruled), given)


def check(
    admission: Admission,
    facts: ClusterFacts,
    unreadable: Iterable[Finding] = (),
    elsewhere: Iterable[Manifest] = (),
    *,
    now: datetime | None = None,
) -> Check:
    """Return all findings on objects that have been judged; `elsewhere` and `now` as in `judge`."""
    judged = judge(admission, facts, elsewhere, now=now)
    findings = (*unreadable, *_unless_removed(admission.findings, judged.findings), *judged.findings)
    failed = any(finding.code == FAILURE for finding in findings)
    admitted = () if failed else (verdict.manifest.key for verdict in admission.verdicts if verdict.admitted)
    left, ignored = suppress(findings, (verdict.manifest for verdict in admission.verdicts), frozenset(admitted))
    return Check(left, ignored, judged.given)


def _unless_removed(admitted: Iterable[Finding], judged: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of admission but those on kinds without a schema of which GH323 says that they are removed."""
    removed = {finding.resource for finding in judged if finding.code == REMOVED}
    return (each for each in admitted if each.code != UNKNOWN_KIND or each.resource not in removed)


def ask(rules: Iterable[Rule], given: Input) -> tuple[Finding, ...]:
    """Return what rules find; one that fails is a finding of its own (GH001), and the others are asked all the same."""
    found: list[Finding] = []
    for rule in rules:
        try:
            found += tuple(rule.check(given))
        except Exception as error:  # noqa: BLE001  # a bug in one rule does not silence the others
            found.append(failure(f"Rule {rule.code}", error))
    return tuple(found)
