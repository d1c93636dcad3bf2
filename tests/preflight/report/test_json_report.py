"""JSON: the shapes that docs/preflight.md documents."""

import json

from preflight.report.json_report import write_findings, write_objects
from preflight.report.outcome import Outcome
from tests.preflight.report.outcomes import HOSTILE, OUTCOME, RULE, SHOP, TYPE, UNREADABLE, WEB, Place, verdict, written

GROUP = "gateway.networking.k8s.io"
RULE_ENTRY = {
    "code": "GH140",
    "severity": "error",
    "path": "spec.rules[0]",
    "reason": "A redirect has backends.",
    "fix": "Leave out 'backendRefs'.",
    "rule": "!has(self.backendRefs)",
    "source": {"file": "apps.yaml", "line": 9, "column": 7},
}
TYPE_ENTRY = {
    "code": "GH123",
    "severity": "error",
    "path": "spec.rules[0].matches[1].path.type",
    "reason": "'Glob' is not one of 'Exact' and 'PathPrefix'.",
    "fix": "Write one of these.",
    "source": {"file": "apps.yaml", "line": 14, "column": 15},
    "construct": "platform/apps/web",
    "writtenAt": "main.py:42",
}
UNREADABLE_ENTRY = {
    "code": "GH002",
    "severity": "error",
    "path": "",
    "reason": "A tab indents the line.",
    "fix": "Indent with spaces.",
    "source": {"file": "broken.yaml", "line": 3, "column": 1},
}
OF_WEB = {"resource": {"group": GROUP, "kind": "HTTPRoute", "namespace": "apps", "name": "web"}}


def test_admit_has_the_verdict_on_each_object() -> None:
    document = json.loads(written(write_objects))
    assert list(document) == ["version", "objects", "unreadable", "summary"]
    assert document["version"] == 1
    assert document["unreadable"] == [UNREADABLE_ENTRY]
    assert document["summary"] == {
        "objects": 5,
        "admitted": 3,
        "rejected": 2,
        "errors": 4,
        "warnings": 1,
        "infos": 1,
    }
    assert [(entry["kind"], entry["admitted"]) for entry in document["objects"]] == [
        ("GRPCRoute", True),
        ("Gateway", True),
        ("HTTPRoute", False),
        ("Widget", True),
        ("ConfigMap", False),
    ]
    assert document["objects"][2] == {
        "apiVersion": f"{GROUP}/v1",
        "kind": "HTTPRoute",
        "namespace": "apps",
        "name": "web",
        "source": {"file": "apps.yaml", "line": 1},
        "admitted": False,
        "errors": [RULE_ENTRY, TYPE_ENTRY],
        "warnings": [],
    }


def test_a_warning_and_an_info_are_among_the_warnings_and_what_is_unknown_is_left_out() -> None:
    document = json.loads(written(write_objects))
    assert [entry["severity"] for entry in document["objects"][0]["warnings"]] == ["warning"]
    assert document["objects"][3] == {
        "apiVersion": "example.com/v1",
        "kind": "Widget",
        "name": "w",
        "admitted": True,
        "errors": [],
        "warnings": [
            {
                "code": "GH103",
                "severity": "info",
                "path": "",
                "reason": "No schema is known for 'Widget'.",
                "fix": "Give its CRD.",
            }
        ],
    }


def test_check_has_the_findings_by_place_with_their_objects() -> None:
    outcome = Outcome((verdict("v1", WEB, Place("apps.yaml", 1), TYPE, RULE), verdict("v1", SHOP, None)), (UNREADABLE,))
    assert json.loads(written(write_findings, outcome)) == {
        "version": 1,
        "findings": [
            RULE_ENTRY | OF_WEB,
            TYPE_ENTRY | OF_WEB,
            UNREADABLE_ENTRY,
        ],
        "summary": {"objects": 2, "errors": 3, "warnings": 0, "infos": 0, "ignored": 0},
    }


def test_the_json_is_ascii_and_gives_back_what_was_read() -> None:
    text = written(write_objects)
    assert text.isascii()
    assert text.endswith("}\n")
    assert [char for char in text if not char.isprintable() and char != "\n"] == []
    (bad,) = (entry for entry in json.loads(text)["objects"] if entry["kind"] == "ConfigMap")
    assert bad["name"] == HOSTILE


def test_a_file_name_that_is_no_unicode_is_written_in_unicode() -> None:
    text = json.loads(written(write_findings, OUTCOME))["findings"][1]["source"]["file"]
    assert text == "a b,c:\x07%\\udcff.yaml"
