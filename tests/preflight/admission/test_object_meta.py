"""ObjectMeta: its fields, each with a wrong value, and the references to owners and finalizers."""

from typing import Any

from preflight.admission.object_meta import EMBEDDED_FIELDS, FIELDS, check_fields
from tests.preflight.admission.findings import said

import pytest

OWNER = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "app", "uid": "1"}
NAMES = ", ".join(repr(name) for name in sorted(FIELDS)[:-1]) + " and 'uid'"
NAME_ALLOWED = "letters, digits, '-', '_' and '.', with a letter or digit at both ends"
TIME = " is not a time as in '2026-01-31T12:00:00Z'. Remove it: the API server sets it."


@pytest.mark.parametrize("fields", [FIELDS, EMBEDDED_FIELDS], ids=["object", "embedded"])
def test_right_values_are_taken(fields: dict[str, Any]) -> None:
    metadata = {
        "name": "a",
        "generateName": "a-",
        "namespace": "a",
        "labels": {"a": "b"},
        "annotations": {"a": "b"},
        "creationTimestamp": "2026-01-31T12:00:00.5+02:00",
        "deletionTimestamp": None,
        "deletionGracePeriodSeconds": 30,
        "generation": 1.0,
        "finalizers": ["example.com/guard", "orphan"],
        "ownerReferences": [{**OWNER, "controller": True, "blockOwnerDeletion": False}],
        "resourceVersion": "1",
        "selfLink": "",
        "uid": "1",
        "managedFields": None,
    }
    assert sorted(metadata) == sorted(fields)
    assert list(check_fields(metadata, fields)) == []


@pytest.mark.parametrize("name", [name for name in sorted(FIELDS) if name != "managedFields"])
@pytest.mark.parametrize("value", [object(), {1, 2}, 10**400, float("nan"), "\ud800", b"x", [[]], {1: 1}], ids=repr)
def test_every_value_of_python_that_is_none_of_a_field_is_a_finding(name: str, value: object) -> None:
    found = list(check_fields({name: value}, FIELDS))
    strings = {"name", "generateName", "namespace", "resourceVersion", "selfLink", "uid"}
    assert bool(found) is not (value == "\ud800" and name in strings)


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"label": {}}, f"GH120 label There is no field 'label' here: the schema has {NAMES}. Write 'labels'."),
        (
            {"label": {}, "labels": {}},
            (
                f"GH120 label There is no field 'label' here: the schema has {NAMES}."
                " Remove it: 'labels' is there already."
            ),
        ),
        (
            {"Namespace": "a"},
            f"GH120 Namespace There is no field 'Namespace' here: the schema has {NAMES}. Write 'namespace'.",
        ),
        ({"team": "a"}, f"GH120 team There is no field 'team' here: the schema has {NAMES}. Remove it."),
        ({1: "a"}, "GH121  The key 1 is not text. Write it in quotes."),
        ({"name": 1}, "GH121 name 1 is an integer, not a string. Write it in quotes."),
        ({"namespace": True}, "GH121 namespace true is a boolean, not a string. Write it in quotes."),
        ({"uid": []}, "GH121 uid [] is a list, not a string. Write a string."),
        ({"generation": "1"}, "GH121 generation '1' is a string, not an integer. Write it without quotes: 1."),
        ({"generation": True}, "GH121 generation true is a boolean, not an integer. Write an integer."),
        ({"generation": 1.5}, "GH121 generation 1.5 is a number, not an integer. Write a whole number."),
        ({"creationTimestamp": "yesterday"}, f"GH116 creationTimestamp 'yesterday'{TIME}"),
        ({"deletionTimestamp": "2026-01-31t12:00:00z"}, f"GH116 deletionTimestamp '2026-01-31t12:00:00z'{TIME}"),
        (
            {"creationTimestamp": 1},
            "GH121 creationTimestamp 1 is an integer, not a string. Write it in quotes.",
        ),
        ({"managedFields": []}, "GH116 managedFields An object that is applied has no managedFields. Remove it."),
        (
            {"managedFields": {}},
            "GH121 managedFields {} is an object, not a list. Make it an item of a list: write '- ' before it.",
        ),
        ({"labels": {"a": 1}}, "GH121 labels[a] 1 is an integer, not a string. Write it in quotes."),
        ({"annotations": {"a": 1}}, "GH121 annotations[a] 1 is an integer, not a string. Write it in quotes."),
        (
            {"finalizers": "a"},
            "GH121 finalizers 'a' is a string, not a list. Make it an item of a list: write '- ' before it.",
        ),
        ({"finalizers": [1]}, "GH121 finalizers[0] 1 is an integer, not a string. Write it in quotes."),
        (
            {"finalizers": ["a b"]},
            f"GH116 finalizers[0] The finalizer 'a b' is not a name: {NAME_ALLOWED}. Correct its name, or remove it.",
        ),
        (
            {"finalizers": ["a", "b", "a"]},
            "GH130 finalizers[2] 'a' is there twice, as item 0 and as item 2. Remove one of the two.",
        ),
        (
            {"finalizers": ["orphan", "foregroundDeletion"]},
            "GH116 finalizers 'foregroundDeletion' and 'orphan' exclude each other. Remove one of the two.",
        ),
        (
            {"ownerReferences": {}},
            "GH121 ownerReferences {} is an object, not a list. Make it an item of a list: write '- ' before it.",
        ),
        ({"ownerReferences": ["a"]}, "GH121 ownerReferences[0] 'a' is a string, not an object. Write an object."),
        (
            {"ownerReferences": [OWNER | {"uuid": "1"}]},
            (
                "GH120 ownerReferences[0].uuid There is no field 'uuid' here: the schema has 'apiVersion',"
                " 'blockOwnerDeletion', "
                "'controller', 'kind', 'name' and 'uid'. Remove it: 'uid' is there already."
            ),
        ),
        (
            {"ownerReferences": [OWNER | {"controller": "true"}]},
            "GH121 ownerReferences[0].controller 'true' is a string, not a boolean. Write it without quotes: true.",
        ),
        (
            {"ownerReferences": [OWNER | {"uid": None}]},
            "GH122 ownerReferences[0].uid The required field 'uid' is missing. Add 'uid', a string.",
        ),
        (
            {"ownerReferences": [OWNER | {"kind": ""}]},
            "GH122 ownerReferences[0].kind The required field 'kind' is empty. Add 'kind', a string.",
        ),
        (
            {"ownerReferences": [OWNER | {"apiVersion": "a/b/c"}]},
            (
                "GH116 ownerReferences[0].apiVersion 'a/b/c' is not a version, nor a group and a version such as"
                " 'apps/v1'."
                " Write the apiVersion of the owner."
            ),
        ),
        (
            {"ownerReferences": [OWNER | {"apiVersion": "v1", "kind": "Event"}]},
            "GH116 ownerReferences[0] An Event owns nothing. Remove the reference.",
        ),
        (
            {"ownerReferences": [OWNER, OWNER]},
            "GH130 ownerReferences[1] Items 0 and 1 have the same 'uid': '1'. Remove one of the two.",
        ),
        (
            {"ownerReferences": [OWNER | {"controller": True}, OWNER | {"uid": "2", "controller": True}]},
            (
                "GH116 ownerReferences[1].controller Items 0 and 1 are both the controller, and an object has one at"
                " most."
                " Remove one of the two."
            ),
        ),
    ],
    ids=str,
)
def test_what_is_said_of_a_field(metadata: dict[str, Any], expected: str) -> None:
    assert said(check_fields(metadata, FIELDS)) == [expected]


def test_the_findings_on_one_field_are_a_hundred_at_most() -> None:
    metadata = {"finalizers": [1] * 1000, "ownerReferences": [1] * 1000}
    assert len(list(check_fields(metadata, FIELDS))) == 200


def test_an_embedded_object_may_say_who_owns_its_fields() -> None:
    assert list(check_fields({"managedFields": []}, EMBEDDED_FIELDS)) == []
    assert said(check_fields({"managedFields": "a"}, EMBEDDED_FIELDS)) == [
        "GH121 managedFields 'a' is a string, not a list. Make it an item of a list: write '- ' before it."
    ]
