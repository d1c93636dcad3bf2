"""The access logs of a class of Gateways."""

from typing import Any

from constructs_lib.gateway.access_log import DEFAULT_JSON, DEFAULT_TEXT, AccessLog
from tests.conftest import Crds, refusal, schema_of

import pytest

FIELDS = {"code": "%RESPONSE_CODE%", "gateway": "%CILIUM_GATEWAY_NAME%"}


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (AccessLog(format="JSON"), {"format": "JSON", "json": DEFAULT_JSON, "text": DEFAULT_TEXT, "targets": ["HTTP"]}),
        (AccessLog(format="Text"), {"format": "Text", "json": DEFAULT_JSON, "text": DEFAULT_TEXT, "targets": ["HTTP"]}),
        (
            AccessLog(format="JSON", json=FIELDS, targets=["TCP"]),
            {"format": "JSON", "json": FIELDS, "text": DEFAULT_TEXT, "targets": ["TCP"]},
        ),
        (
            AccessLog(format="Text", text="%RESPONSE_CODE%", targets=["HTTP", "TCP"]),
            {"format": "Text", "json": DEFAULT_JSON, "text": "%RESPONSE_CODE%", "targets": ["HTTP", "TCP"]},
        ),
    ],
)
def test_an_access_log_has_every_default_written_out(log: AccessLog, expected: dict[str, Any]) -> None:
    assert log.spec() == expected


def test_the_defaults_are_those_of_the_crd(crds: Crds) -> None:
    """Oracle: the CRD."""
    spec = schema_of(crds["CiliumGatewayClassConfig"], "v2alpha1")["properties"]["spec"]["properties"]
    fields = spec["telemetry"]["properties"]["accessLogs"]["items"]["properties"]
    assert fields["json"]["default"] == DEFAULT_JSON
    assert fields["text"]["default"] == DEFAULT_TEXT


def test_what_the_caller_does_later_changes_nothing() -> None:
    fields = dict(FIELDS)
    log = AccessLog(format="JSON", json=fields)
    fields.clear()
    assert log.json == FIELDS


def test_the_limits_can_be_reached() -> None:
    fields = {f"a{number}": "" for number in range(64)}
    assert AccessLog(format="JSON", json=fields).spec()["json"] == fields
    assert AccessLog(format="Text", text="a" * 4096).spec()["text"] == "a" * 4096


ONE_OF = "is not a value of this field. Allowed:"
TARGETS = (
    "does not name one or both. Allowed: HTTP, TCP, or both, each once. Fix: write targets=['HTTP'], or leave it out."
)
TEXT = "Allowed: 1 to 4096 characters. Fix: shorten or fill it."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"format": "json"}, f"format: 'json' {ONE_OF} 'JSON', 'Text'. Fix: write one of them."),
        (
            {"format": "JSON", "text": "%PROTOCOL%"},
            (
                "text: '%PROTOCOL%' does not go with JSON. Allowed: text with Text. Fix: leave it out, or write "
                "format='Text'."
            ),
        ),
        (
            {"format": "Text", "json": FIELDS},
            (
                f"json: {FIELDS!r} does not go with Text. Allowed: json with JSON. Fix: leave it out, or write "
                "format='JSON'."
            ),
        ),
        (
            {"format": "JSON", "json": {}},
            "json: {} logs nothing. Allowed: one field or more. Fix: write {'code': '%RESPONSE_CODE%'}.",
        ),
        (
            {"format": "JSON", "json": ["a"]},
            "json: ['a'] is of type list. Allowed: a mapping of text to text. Fix: write {'key': 'value'}.",
        ),
        ({"format": "JSON", "json": {"": "a"}}, f"json: '' has the wrong length. {TEXT}"),
        (
            {"format": "JSON", "json": {"a": 1}},
            "json['a']: 1 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            {"format": "JSON", "json": {f"a{number}": "b" for number in range(65)}},
            "json: '65 items' are too many. Allowed: at most 64. Fix: split it into several objects.",
        ),
        ({"format": "Text", "text": ""}, f"text: '' has the wrong length. {TEXT}"),
        ({"format": "Text", "text": "a" * 4097}, f"text: {'a' * 4097!r} has the wrong length. {TEXT}"),
        (
            {"format": "JSON", "targets": ["UDP"]},
            f"targets[0]: 'UDP' {ONE_OF} 'HTTP', 'TCP'. Fix: write one of them.",
        ),
        ({"format": "JSON", "targets": []}, f"targets: [] {TARGETS}"),
        ({"format": "JSON", "targets": ["TCP", "TCP"]}, f"targets: ['TCP', 'TCP'] {TARGETS}"),
    ],
)
def test_what_makes_no_access_log_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: AccessLog(**arguments)) == f"AccessLog.{expected}"
