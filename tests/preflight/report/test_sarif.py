"""SARIF: what the standard and GitHub code scanning require."""

import json
from dataclasses import replace
from typing import Any

from preflight.catalogue import CATALOGUE
from preflight.report.outcome import Outcome
from preflight.report.sarif import write
from tests.preflight.report.outcomes import OUTCOME, RULE, TYPE, WEB, verdict, written

import jsonschema
import pytest

TEXT = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": {"minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNTED_FROM_ONE = {"type": "integer", "minimum": 1}


def closed(*required: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of an object with these fields and no others."""
    return {"type": "object", "required": list(required), "additionalProperties": False, "properties": properties}


def items(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


LOCATION = closed(
    physicalLocation=closed(
        "artifactLocation",
        artifactLocation=closed(
            "uri", uri={"type": "string", "pattern": r"^([A-Za-z0-9._~/-]|%[0-9A-F]{2}|^file://)+$"}
        ),
        region=closed("startLine", startLine=COUNTED_FROM_ONE, startColumn=COUNTED_FROM_ONE),
    ),
    logicalLocations=items(closed(fullyQualifiedName={"type": "string"}, kind={"type": "string"})),
)
SCHEMA = closed(
    "version",
    "runs",
    **{"$schema": {"format": "uri"}},
    version={"const": "2.1.0"},
    runs=items(
        closed(
            "tool",
            tool=closed(
                "driver",
                driver=closed(
                    "name",
                    name={"type": "string"},
                    rules=items(
                        closed(
                            "id",
                            "shortDescription",
                            "fullDescription",
                            "help",
                            id={"type": "string"},
                            shortDescription=TEXT,
                            fullDescription=TEXT,
                            help=TEXT,
                            defaultConfiguration=closed(level=LEVEL),
                        )
                    ),
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results=items(
                closed(
                    "message",
                    ruleId={"type": "string"},
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=TEXT,
                    locations=items(LOCATION),
                    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
                )
            ),
        )
    ),
)
"""What SARIF 2.1.0 says of the fields that are written, with what GitHub requires besides."""


def run(outcome: Outcome = OUTCOME) -> Any:
    """Return the one run that is written."""
    document = json.loads(written(write, outcome))
    jsonschema.validate(document, SCHEMA)
    (entry,) = document["runs"]
    return entry


def test_a_result_has_its_rule_its_level_its_message_and_its_place() -> None:
    (result,) = (entry for entry in run()["results"] if entry["ruleId"] == "GH123")
    fingerprints = result.pop("partialFingerprints")
    assert result == {
        "ruleId": "GH123",
        "ruleIndex": 4,
        "level": "error",
        "message": {
            "text": "HTTPRoute apps/web: spec.rules[0].matches[1].path.type: 'Glob' is not one of 'Exact' and "
            "'PathPrefix'. Fix: Write one of these."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "apps.yaml"},
                    "region": {"startLine": 14, "startColumn": 15},
                },
                "logicalLocations": [{"fullyQualifiedName": "HTTPRoute apps/web", "kind": "resource"}],
            }
        ],
    }
    assert list(fingerprints) == ["preflight/v1"]


def test_the_rules_are_the_codes_that_were_found_and_the_results_refer_to_them() -> None:
    entry = run()
    rules = entry["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["GH002", "GH103", "GH105", "GH114", "GH123", "GH140"]
    assert [rules[result["ruleIndex"]]["id"] for result in entry["results"]] == [
        result["ruleId"] for result in entry["results"]
    ]
    assert rules[1] == {
        "id": "GH103",
        "shortDescription": {"text": CATALOGUE["GH103"].summary},
        "fullDescription": {"text": CATALOGUE["GH103"].summary},
        "help": {"text": f"{CATALOGUE['GH103'].summary} Each result says what to change."},
        "defaultConfiguration": {"level": "note"},
    }


def test_without_findings_there_is_a_run_without_results() -> None:
    assert run(Outcome()) == {
        "tool": {"driver": {"name": "preflight", "rules": []}},
        "columnKind": "unicodeCodePoints",
        "results": [],
    }


def test_a_fingerprint_does_not_change_with_the_line_but_with_the_problem() -> None:
    def fingerprints(*findings: Any) -> set[str]:
        results = run(Outcome((verdict("v1", WEB, None, *findings),)))["results"]
        return {result["partialFingerprints"]["preflight/v1"] for result in results}

    assert TYPE.source is not None
    assert len(fingerprints(TYPE, replace(TYPE, source=TYPE.source._replace(line=99)))) == 1
    assert len(fingerprints(TYPE, RULE, replace(TYPE, path=("spec",)), replace(TYPE, resource=None))) == 4


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("dist/apps/a.yaml", "dist/apps/a.yaml"),
        ("./dist/a.yaml", "dist/a.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("c:d%\udcff\u00e9.yaml", "c%3Ad%25%FF%C3%A9.yaml"),
    ],
)
def test_a_file_is_a_uri(file: str, uri: str) -> None:
    assert RULE.source is not None
    finding = replace(RULE, source=RULE.source._replace(file=file))
    (result,) = run(Outcome(unreadable=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_what_was_read_is_no_link_and_no_control_character() -> None:
    (result,) = (entry for entry in run()["results"] if entry["ruleId"] == "GH114")
    assert result["message"]["text"] == (
        r"ConfigMap \x1b[31m[red]\n::error::x\u202e%\](y: metadata.labels[a\x1b[2J.b/c]: The label is '\x9bx'. "
        r"Fix: Leave \u2028 out."
    )
