"""Outcome: what is counted, and the one order of findings."""

from itertools import permutations

from preflight.catalogue import Severity
from preflight.report.outcome import Outcome, by_place
from tests.preflight.report.outcomes import DEPRECATED, LABEL, OUTCOME, RULE, TYPE, UNKNOWN, UNREADABLE, WEB, verdict


def test_the_findings_are_those_of_the_objects_and_of_what_could_not_be_read() -> None:
    assert OUTCOME.findings == (UNKNOWN, LABEL, RULE, TYPE, DEPRECATED, UNREADABLE)


def test_what_is_predicted_is_among_the_findings_and_on_its_object() -> None:
    judged = verdict("gateway.networking.k8s.io/v1", WEB, None, TYPE)
    outcome = Outcome((judged,), predicted=(RULE, DEPRECATED))
    assert outcome.findings == (RULE, TYPE, DEPRECATED)
    assert outcome.findings_on(judged) == (RULE, TYPE)


def test_the_order_does_not_depend_on_the_order_in_which_they_were_found() -> None:
    same_place = (RULE, TYPE, UNKNOWN, UNREADABLE)
    assert {by_place(order) for order in permutations(same_place)} == {(UNKNOWN, RULE, TYPE, UNREADABLE)}


def test_lines_are_ordered_as_numbers() -> None:
    assert by_place((TYPE, RULE)) == (RULE, TYPE)


def test_objects_and_severities_are_counted() -> None:
    assert OUTCOME.admitted == 3
    assert {severity: OUTCOME.count(severity) for severity in Severity} == {
        Severity.ERROR: 4,
        Severity.WARNING: 1,
        Severity.INFO: 1,
    }
