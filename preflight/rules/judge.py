"""All that is found in manifests: by the API server, by the Gateway controller, and by the rules."""

from collections.abc import Iterable

from preflight.addressing import predicted
from preflight.admission.verdict import Admission
from preflight.cluster import ClusterFacts
from preflight.failure import failure
from preflight.finding import Finding
from preflight.rules.explained_gateways import unexplained
from preflight.rules.input import Input, input_of
from preflight.rules.model import Rule
from preflight.rules.registry import RULES
from preflight.rules.suppression import Suppressed, suppress

FAILURE = "GH001"


def judge(admission: Admission, facts: ClusterFacts) -> tuple[Finding, ...]:
    """Return the findings on what becomes of the objects that are admitted: of the controller, then of the rules.

    Without a prediction, for a bug of ours (GH001), no rule is asked.
    """
    prediction, findings = predicted(admission.snapshot, facts)
    if prediction is None:
        return findings
    ruled = ask(RULES, input_of(admission, facts, prediction))
    return (*unexplained(findings, ruled, prediction), *ruled)


def check(admission: Admission, facts: ClusterFacts, unreadable: Iterable[Finding] = ()) -> Suppressed:
    """Return all findings on objects that have been judged, but those that an annotation on their object ignores."""
    findings = (*unreadable, *admission.findings, *judge(admission, facts))
    failed = any(finding.code == FAILURE for finding in findings)
    admitted = () if failed else (verdict.manifest.key for verdict in admission.verdicts if verdict.admitted)
    return suppress(findings, (verdict.manifest for verdict in admission.verdicts), frozenset(admitted))


def ask(rules: Iterable[Rule], given: Input) -> tuple[Finding, ...]:
    """Return what rules find; one that fails is a finding of its own (GH001), and the others are asked all the same."""
    found: list[Finding] = []
    for rule in rules:
        try:
            found += tuple(rule.check(given))
        except Exception as error:  # noqa: BLE001  # a bug in one rule does not silence the others
            found.append(failure(f"Rule {rule.code}", error))
    return tuple(found)
