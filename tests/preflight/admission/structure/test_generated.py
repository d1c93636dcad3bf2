"""Objects made of the bundled schemas: valid ones are taken, and each with one change is refused where it was changed.

Two oracles: the schema, of which both the object and the change are made, and the pure-Python jsonschema.
"""

import random
from dataclasses import dataclass
from functools import cache
from typing import Any

from preflight.admission.defaulting import defaulted
from preflight.admission.facts import FactsReader
from preflight.admission.schema import Kind, Version
from preflight.admission.structure import check_structure
from preflight.finding import Finding
from tests.preflight.admission.json_schemas import EACH_OBJECT, Validator, object_schema
from tests.preflight.admission.objects import Mutation, mutated, mutations, objects
from tests.schema_files import FILES, kinds_in

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = 10
"""Objects of each version of each kind; each with CHANGES changes."""
CHANGES = 5
NOT_IN_JSON_SCHEMA = ("GH125", "GH130")
"""Formats and the keys of maps."""


@dataclass(frozen=True)
class Case:
    """One version of a kind."""

    kind: Kind
    version: Version
    facts: dict[str, Any]

    def stored(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return an object with its defaults."""
        return defaulted(self.version.schema, data, self.kind.built_in)

    def findings(self, data: dict[str, Any]) -> list[Finding]:
        """Return what is said of an object."""
        return check_structure(self.version, self.stored(data), built_in=self.kind.built_in)


@cache
def cases() -> dict[str, Case]:
    """Return each version of each bundled kind, by its name."""
    found = {}
    for folder in sorted({file.parent.name for file in FILES}):
        for facts in kinds_in(folder).values():
            kind = FactsReader({}).kind(facts)
            for version in facts["versions"]:
                name = version["name"]
                found[f"{folder} {kind.kind} {name}"] = Case(kind, kind.versions[name], version["schema"])
    return found


@cache
def validator(name: str) -> Any:
    return Validator(object_schema(cases()[name].facts))


def in_sight(mutation: Mutation, case: Case) -> bool:
    """Whether a change is of a field that is checked here and has its limits."""
    field = mutation.path[0] if mutation.path else "kind"
    return field not in EACH_OBJECT and not (field == "status" and case.version.status)


def test_every_bundled_schema_is_here() -> None:
    folders = {name.partition(" ")[0] for name in cases()}
    assert folders == {file.parent.name for file in FILES}
    assert len(cases()) > 100


@pytest.mark.parametrize("name", cases())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_valid_object_is_taken_and_one_change_of_it_refused(name: str, data: st.DataObject) -> None:
    case = cases()[name]
    valid = data.draw(objects(case.kind, case.version))
    assert case.findings(valid) == []
    assert validator(name).is_valid(case.stored(valid))
    changes = [change for change in mutations(case.version.schema, valid) if in_sight(change, case)]
    for change in random.Random(data.draw(st.integers(0, 999))).sample(changes, min(CHANGES, len(changes))):
        changed = mutated(valid, change)
        found = [(finding.code, finding.path) for finding in case.findings(changed)]
        assert (change.code, change.path) in found, change
        if change.code not in NOT_IN_JSON_SCHEMA:
            assert not validator(name).is_valid(case.stored(changed)), change
