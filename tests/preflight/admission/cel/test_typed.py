from typing import Any

from preflight.admission.cel.programs import activation, answer, compiled
from preflight.admission.cel.typed import conversion, identifiers
from preflight.admission.schema import Schema

import pytest

STRING = Schema(type="string")
SCHEMA = Schema(
    type="object",
    properties={
        "ratio": Schema(type="number"),
        "count": Schema(type="integer"),
        "port": Schema(type="integer", int_or_string=True),
        "since": Schema(type="string", format="date-time"),
        "day": Schema(type="string", format="date"),
        "timeout": Schema(type="string", format="duration"),
        "data": Schema(type="string", format="byte"),
        "namespace": STRING,
        "my-name": STRING,
        "note": Schema(type="string", nullable=True),
        "ratios": Schema(type="array", items=Schema(type="number")),
        "notes": Schema(type="array", items=Schema(type="string", nullable=True)),
        "limits": Schema(type="object", additional=Schema(type="number")),
        "nested": Schema(type="object", properties={"package": STRING}),
    },
)
VALUE = {
    "ratio": 1,
    "count": 1,
    "port": "http",
    "since": "2026-01-31T12:00:00Z",
    "day": "2026-01-31",
    "timeout": "90s",
    "data": "aGVsbG8=",
    "namespace": "infra",
    "my-name": "me",
    "note": None,
    "ratios": [1, 2.5],
    "notes": ["a", None],
    "limits": {"cpu": 2},
    "nested": {"package": "x"},
}


def true_of(rule: str, value: dict[str, Any]) -> bool:
    convert = conversion(SCHEMA, identifiers([rule]))
    program = compiled(rule)
    return answer(program, activation(convert(value) if convert else value)) is True


@pytest.mark.parametrize(
    "rule",
    [
        "type(self.ratio) == double && self.ratio + 0.5 == 1.5",
        "type(self.count) == int && self.count + 1 == 2",
        "type(self.port) == string && self.port == 'http'",
        "self.since < timestamp('2027-01-01T00:00:00Z') && self.since.getFullYear() == 2026",
        "self.day == timestamp('2026-01-31T00:00:00Z')",
        "self.timeout == duration('1m30s')",
        "type(self.data) == bytes && string(self.data) == 'hello'",
        "self.__namespace__ == 'infra'",
        "self.my__dash__name == 'me'",
        "!has(self.note)",
        "self.ratios.all(ratio, type(ratio) == double)",
        "self.notes[1] == null",
        "type(self.limits['cpu']) == double",
        "self.nested.__package__ == 'x'",
    ],
)
def test_rules_see_typed_values_by_escaped_names(rule: str) -> None:
    assert true_of(rule, VALUE)


def test_the_value_itself_is_never_changed() -> None:
    before = repr(VALUE)
    convert = conversion(SCHEMA, identifiers(["self.ratio + self.limits['cpu'] > 1.0 && self.__namespace__ != ''"]))
    assert convert is not None
    convert(VALUE)
    assert repr(VALUE) == before


def test_what_no_rule_names_needs_no_conversion() -> None:
    assert conversion(SCHEMA, identifiers(["self.count > 1 && self.port != 'http'"])) is None


def test_a_value_of_the_wrong_type_is_left_as_it_is() -> None:
    rules = ["self.ratio self.ratios self.limits self.nested.__package__ self.since"]
    convert = conversion(SCHEMA, identifiers(rules))
    wrong = {"ratio": True, "ratios": 1, "limits": "x", "nested": [], "since": "now"}
    assert convert is not None
    assert convert(wrong) == wrong
    assert convert("text") == "text"
