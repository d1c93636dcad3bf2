"""ObjectMeta: its fields, each with a wrong value, and the references to owners and finalizers."""

from datetime import date
from typing import Any

from preflight.admission.object_meta import OBJECT_META, check_object_meta
from tests.preflight.admission.findings import said

import pytest

OWNER = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "app", "uid": "1"}
FIELDS = sorted(OBJECT_META.properties)
NAMES = ", ".join(repr(name) for name in FIELDS[:-1]) + " and 'uid'"
NAME_ALLOWED = "letters, digits, '-', '_' and '.', with a letter or digit at both ends"
TIME = " is not a time as in '2026-01-31T12:00:00Z'. Remove it: the API server sets it."


@pytest.mark.parametrize("applied", [True, False])
def test_right_values_are_taken(applied: bool) -> None:
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
    assert sorted(metadata) == FIELDS
    assert check_object_meta(metadata, applied=applied) == []


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", [object(), {1, 2}, 10**400, float("nan"), "\ud800", b"x", [[]], {1: 1}], ids=repr)
def test_every_value_of_python_that_is_none_of_a_field_is_a_finding(name: str, value: object) -> None:
    assert check_object_meta({name: value}, applied=True)


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"label": {}}, "GH120 label There is no field 'label' here. Write 'labels'."),
        (
            {"label": {}, "labels": {}},
            "GH120 label There is no field 'label' here. Remove it: 'labels' is there already.",
        ),
        ({"Namespace": "a"}, "GH120 Namespace There is no field 'Namespace' here. Write 'namespace'."),
        ({"team": "a"}, f"GH120 team There is no field 'team' here: the schema has {NAMES}. Remove it."),
        ({1: "a"}, "GH121  The key 1 is not a string. Write it in quotes: '1'."),
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
            "GH130 finalizers[2] Items 0 and 2 are the same: 'a'. Remove one of the two.",
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
            "GH120 ownerReferences[0].uuid There is no field 'uuid' here. Remove it: 'uid' is there already.",
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
            (
                "GH130 ownerReferences[1] Items 0 and 1 have the same 'uid': '1'."
                " Remove one of the two, or change its 'uid'."
            ),
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
    assert said(check_object_meta(metadata, applied=True)) == [expected]


@pytest.mark.parametrize("metadata", [{"finalizers": [1] * 1000}, {"finalizers": [" "] * 1000}], ids=["type", "name"])
def test_the_findings_on_one_field_are_a_hundred_at_most(metadata: dict[str, Any]) -> None:
    found = [finding for finding in check_object_meta(metadata, applied=True) if finding.code != "GH130"]
    assert len(found) == 100


def test_an_embedded_object_may_say_who_owns_its_fields() -> None:
    assert check_object_meta({"managedFields": []}, applied=False) == []
    assert said(check_object_meta({"managedFields": "a"}, applied=False)) == [
        "GH121 managedFields 'a' is a string, not a list. Make it an item of a list: write '- ' before it."
    ]


LABELS = [
    ({"app": True}, "GH121 {field}[app] true is a boolean, not a string. Write it in quotes."),
    ({"app": 1}, "GH121 {field}[app] 1 is an integer, not a string. Write it in quotes."),
    ({"app": ["x"]}, "GH121 {field}[app] ['x'] is a list, not a string. Write a string."),
    (
        {"app": date(2026, 1, 31)},
        (
            "GH121 {field}.app <date> cannot be sent to the API server: JSON has strings, numbers, booleans, null,"
            " lists and objects only. Write a value that JSON has."
        ),
    ),
    ({1: "x"}, "GH121 {field} The key 1 is not a string. Write it in quotes: '1'."),
    ({None: "x"}, "GH121 {field} The key null is not a string. Write it as a string."),
    ([], "GH121 {field} [] is a list, not an object. Write an object."),
    ("app=x", "GH121 {field} 'app=x' is a string, not an object. Write an object."),
]


@pytest.mark.parametrize("field", ["labels", "annotations"])
@pytest.mark.parametrize(("value", "expected"), LABELS, ids=str)
def test_labels_and_annotations_are_strings_by_name(field: str, value: object, expected: str) -> None:
    assert said(check_object_meta({field: value}, applied=True)) == [expected.replace("{field}", field)]
