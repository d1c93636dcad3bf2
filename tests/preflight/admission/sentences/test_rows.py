"""The CEL rules of the bundled CRDs, each kept and broken in every version that has it, for every target."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from preflight.catalogue import Severity
from preflight.cluster import TARGETS, ClusterFacts
from preflight.field_path import text
from preflight.finding import Finding
from tests.preflight.admission.sentences.places import Place, places
from tests.preflight.admission.sentences.row import Row, Unbroken, manifest
from tests.preflight.admission.sentences.tables import ROWS, UNBROKEN

import pytest


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A row in one version for one target."""

    target: str
    row: Row

    def __str__(self) -> str:
        return f"{self.target} {self.row.api_version.rpartition('/')[2]} {self.row.kind} {self.row.path}"


def _field(path: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\[\d+\]", "", path).split(".")) if path else ()


def _cases() -> list[Case]:
    return [
        Case(place.target, replace(row, api_version=place.api_version))
        for place in places()
        if place.served and not any(_is_at(each, place) for each in UNBROKEN)
        for row in ROWS
        if (row.kind, _field(row.path), row.rule) == (place.kind, place.field, place.rule.rule)
    ]


def _is_at(each: Unbroken, place: Place) -> bool:
    return (each.kind, each.api_version, each.rule) == (place.kind, place.api_version, place.rule.rule)


CASES = _cases()

Errors = Sequence[Finding]


@pytest.fixture(scope="module")
def errors() -> Mapping[Case, tuple[Errors, Errors]]:
    """What keeps the accepted and the refused manifest of each case from being admitted."""
    accepted = _errors([(case.target, manifest(case.row, case.row.accepted)) for case in CASES])
    refused = _errors([(case.target, manifest(case.row, case.row.refused)) for case in CASES])
    return dict(zip(CASES, zip(accepted, refused, strict=True), strict=True))


def _errors(objects: Sequence[tuple[str, Mapping[str, Any]]]) -> list[Errors]:
    """Judge all objects of a target at once, each under a name of its own, and return the errors in their order."""
    from preflight import admit

    found: dict[int, Errors] = {}
    for target in TARGETS:
        of_target = {
            number: {**data, "metadata": {"name": f"a-{number}", "namespace": "b"}}
            for number, (of, data) in enumerate(objects)
            if of == target
        }
        verdicts = admit(of_target.values(), cluster=ClusterFacts(cilium=target)).verdicts
        for number, verdict in zip(of_target, verdicts, strict=True):
            found[number] = [finding for finding in verdict.findings if finding.severity == Severity.ERROR]
    return [found[number] for number in range(len(objects))]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_keeps_the_rule_is_admitted(case: Case, errors: Mapping[Case, tuple[Errors, Errors]]) -> None:
    assert errors[case][0] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_breaks_the_rule_is_refused_for_it_alone(case: Case, errors: Mapping[Case, tuple[Errors, Errors]]) -> None:
    row, refused = case.row, errors[case][1]
    found = [(text(finding.path), finding.reason, finding.fix) for finding in refused if finding.rule == row.rule]
    assert found == [(row.path, row.reason, row.fix)]
    assert sorted(finding.code for finding in refused) == sorted(["GH140", *row.also])


def test_every_rule_of_a_served_version_has_a_row_for_each_of_its_fields() -> None:
    rules = {(place.kind, place.field, place.rule.rule) for place in places() if place.served}
    with_rows = {(row.kind, _field(row.path), row.rule) for row in ROWS}
    never_broken = {(each.kind, each.rule) for each in UNBROKEN}
    assert with_rows <= rules
    assert {(kind, rule) for kind, _, rule in rules - with_rows} <= never_broken


def test_what_comes_closest_to_breaking_the_other_rules_is_admitted() -> None:
    found = _errors(
        [
            (place.target, manifest(each, each.accepted))
            for each in UNBROKEN
            for place in places()
            if place.served and _is_at(each, place)
        ]
    )
    assert found == [[]] * len(found)
    assert len(found) >= len(UNBROKEN)
