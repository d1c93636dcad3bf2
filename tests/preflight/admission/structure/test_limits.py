"""Values that are allowed, and sizes."""

from typing import Any

from tests.preflight.admission.structure.schemas import said

import pytest

STRING = {"type": "string"}
PROTOCOL = {**STRING, "enum": ["HTTP", "HTTPS", "TLS", "TCP", "UDP"]}
LIST = {"type": "array", "items": STRING, "minItems": 1, "maxItems": 2}
MAP = {"type": "object", "additionalProperties": STRING, "minProperties": 1, "maxProperties": 2}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (PROTOCOL, "UDP"),
        ({"type": "number", "enum": [1, 2.5]}, 1.0),
        ({"type": "array", "items": STRING, "enum": [["a"]]}, ["a"]),
        ({"type": "object", "additionalProperties": STRING, "enum": [{"a": "b"}]}, {"a": "b"}),
        ({**STRING, "nullable": True}, None),
        (LIST, ["a"]),
        (LIST, ["a", "b"]),
        (MAP, {"a": "b"}),
        (MAP, {"a": "b", "c": "d"}),
    ],
)
def test_a_value_within_the_limits_is_taken(schema: dict[str, Any], value: Any) -> None:
    assert said(schema, value) == []


@pytest.mark.parametrize(
    ("schema", "value", "code", "reason", "fix"),
    [
        (
            PROTOCOL,
            "HTTP2",
            "GH123",
            "'HTTP2' is not one of 'HTTP', 'HTTPS', 'TLS', 'TCP' and 'UDP'.",
            "Write 'HTTP'.",
        ),
        (PROTOCOL, "tls", "GH123", "'tls' is not one of 'HTTP', 'HTTPS', 'TLS', 'TCP' and 'UDP'.", "Write 'TLS'."),
        (
            PROTOCOL,
            "QUIC",
            "GH123",
            "'QUIC' is not one of 'HTTP', 'HTTPS', 'TLS', 'TCP' and 'UDP'.",
            "Write one of these.",
        ),
        ({**STRING, "enum": ["a"]}, "b", "GH123", "'b' is not 'a'.", "Write 'a'."),
        ({"type": "integer", "enum": [1, 2]}, 3, "GH123", "3 is not one of 1 and 2.", "Write one of these."),
        ({"type": "boolean", "enum": [True]}, False, "GH123", "false is not true.", "Write true."),
        (
            {**STRING, "nullable": True, "enum": ["a", None]},
            None,
            "GH123",
            "null is not one of 'a' and null.",
            "Write one of these.",
        ),
        (LIST, [], "GH128", "It has 0 items, fewer than the minimum, 1.", "Write at least 1 item."),
        (LIST, ["a", "b", "c"], "GH128", "It has 3 items, more than the maximum, 2.", "Write at most 2 items."),
        (MAP, {}, "GH129", "It has 0 fields, fewer than the minimum, 1.", "Write at least 1 field."),
        (
            MAP,
            {"a": "", "b": "", "c": ""},
            "GH129",
            "It has 3 fields, more than the maximum, 2.",
            "Write at most 2 fields.",
        ),
    ],
)
def test_a_value_beyond_a_limit_is_refused(
    schema: dict[str, Any], value: Any, code: str, reason: str, fix: str
) -> None:
    assert said(schema, value) == [(code, "v", reason, fix)]
