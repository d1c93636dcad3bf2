"""What to do with a field that the schema does not have."""

from typing import Any

from preflight.field_path import Key, text
from tests.preflight.admission.structure.schemas import said

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
        ({"options": {"a": {"valu": 1}}}, ("options", Key("a"), "valu"), "Write 'value'."),
    ],
)
def test_what_to_do_with_an_unknown_field(value: Any, path: tuple[str | int, ...], fix: str) -> None:
    *_, name = path
    assert said(SPEC, value) == [("GH120", text(("v", *path)), f"There is no field '{name}' here.", fix)]


def test_without_a_suggestion_the_fields_are_said_that_there_are() -> None:
    assert said(SPEC, {"rules": [{"else": 1}]}) == [
        (
            "GH120",
            "v.rules[0].else",
            "There is no field 'else' here: the schema has 'backendRefs' and 'timeouts'.",
            "Remove it.",
        )
    ]


def test_of_very_many_fields_the_first_ones_are_said() -> None:
    many = {"type": "object", "properties": {f"f{index}": NAME for index in range(20)}}
    names = ", ".join(f"'f{index}'" for index in range(16))
    assert said(many, {"else": 1}) == [
        ("GH120", "v.else", f"There is no field 'else' here: the schema has {names} and 4 others.", "Remove it.")
    ]


def test_a_field_that_has_another_name_now() -> None:
    pool = {"type": "object", "properties": {"blocks": {"type": "array", "items": NAME}}}
    reason = "There is no field 'cidrs' here"
    assert said(pool, {"cidrs": []}) == [("GH120", "v.cidrs", f"{reason}.", "Write 'blocks'.")]
    both: dict[str, list[str]] = {"cidrs": [], "blocks": []}
    assert said(pool, both) == [("GH120", "v.cidrs", f"{reason}.", "Remove it: 'blocks' is there already.")]
    others = f"{reason}: the schema has 'hostnames', 'options' and 'rules'."
    assert said(SPEC, {"cidrs": []}) == [("GH120", "v.cidrs", others, "Remove it.")]


def test_a_field_that_several_objects_below_have_is_not_moved() -> None:
    both = {"type": "object", "properties": {"parents": REFERENCES, "backends": REFERENCES}}
    assert said(both, {"weight": 1}) == [
        (
            "GH120",
            "v.weight",
            "There is no field 'weight' here: the schema has 'parents' and 'backends'.",
            "Remove it.",
        )
    ]
