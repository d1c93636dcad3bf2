"""What a name was likely meant to be, and where a field belongs."""

from typing import Any

from preflight.admission.structure.suggestions import nearest, remedy
from tests.preflight.admission.structure.schemas import schema

import pytest

NAME = {"type": "string"}
REFERENCES = {
    "type": "array",
    "items": {"type": "object", "properties": {"name": NAME, "port": NAME, "weight": NAME}},
}
SPEC = {
    "type": "object",
    "properties": {
        "hostnames": {"type": "array", "items": NAME},
        "options": {"type": "object", "additionalProperties": {"type": "object", "properties": {"value": NAME}}},
        "rules": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "backendRefs": REFERENCES,
                    "timeouts": {"type": "object", "properties": {"request": NAME}},
                },
            },
        },
    },
}


@pytest.mark.parametrize(
    ("name", "names", "meant"),
    [
        ("sectionname", ["name", "sectionName"], "sectionName"),
        ("section_name", ["name", "sectionName"], "sectionName"),
        ("Section-Name", ["sectionName", "sectionname"], "sectionName"),
        ("backendRef", ["backendRefs", "filters"], "backendRefs"),
        ("hostname", ["hostnames"], "hostnames"),
        ("replcias", ["replicas"], "replicas"),
        ("weight", ["height", "name"], "height"),
        ("port", ["name", "kind"], None),
        ("", ["name"], None),
        ("x" * 10_000, ["x" * 9_999], None),
        ("name", [], None),
    ],
)
def test_the_name_that_was_likely_meant(name: str, names: list[str], meant: str | None) -> None:
    assert nearest(name, names) == meant


@pytest.mark.parametrize(
    ("value", "path", "fix"),
    [
        ({"hostname": 1}, ("hostname",), "Write 'hostnames'."),
        ({"hostname": 1, "hostnames": []}, ("hostname",), "Remove it: 'hostnames' is there already."),
        ({"backendRefs": []}, ("backendRefs",), "Move it into 'rules'."),
        ({"rules": [{"port": 1}]}, ("rules", 0, "port"), "Move it into 'backendRefs'."),
        ({"rules": [{"request": 1}]}, ("rules", 0, "request"), "Move it into 'timeouts'."),
        ({"rules": [{"hostnames": 1}]}, ("rules", 0, "hostnames"), "Move it up, beside 'rules'."),
        (
            {"rules": [{"backendRefs": [{"timeouts": 1}]}]},
            ("rules", 0, "backendRefs", 0, "timeouts"),
            "Move it up, beside 'backendRefs'.",
        ),
        ({"options": {"a": {"valu": 1}}}, ("options", "a", "valu"), "Write 'value'."),
        ({"rules": [{"else": 1}]}, ("rules", 0, "else"), "Remove it."),
    ],
)
def test_what_to_do_with_an_unknown_field(value: Any, path: tuple[str | int, ...], fix: str) -> None:
    assert remedy(schema(SPEC), value, path) == fix


def test_a_field_that_several_objects_below_have_is_not_moved() -> None:
    both = {"type": "object", "properties": {"parents": REFERENCES, "backends": REFERENCES}}
    assert remedy(schema(both), {"weight": 1}, ("weight",)) == "Remove it."
