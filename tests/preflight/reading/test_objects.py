"""Objects: what a document holds, lists taken apart, and what is no object."""

from typing import Any

from preflight import field_path
from preflight.finding import Finding
from preflight.reading.documents import documents
from preflight.reading.objects import NOTHING, objects
from preflight.snapshot import Manifest

import pytest

WRITE_BOTH = "Write both, as in 'apiVersion: v1' and 'kind: Service'."


def manifests(text: str) -> list[Manifest]:
    return [manifest for document in documents(text, "f") for manifest in objects(document)]


def said(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code, field_path.text(finding.path), finding.reason, finding.fix


def data(text: str) -> list[Any]:
    assert all(manifest.findings == () for manifest in manifests(text))
    return [manifest.data for manifest in manifests(text)]


OBJECT = {"apiVersion": "v1", "kind": "Pod"}


def test_a_mapping_is_an_object() -> None:
    assert data("apiVersion: v1\nkind: Pod\n") == [OBJECT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod}]}", [OBJECT]),
        ("{apiVersion: v1, kind: Any, items: [{apiVersion: v1, kind: Pod}]}", [OBJECT]),
        ("{kind: List, items: [{apiVersion: v1, kind: Pod}]}", [OBJECT]),
        ("{apiVersion: v1, kind: List, items: []}", []),
        ("{apiVersion: v1, kind: List, items: }", []),
        ("{apiVersion: v1, kind: PodList, items: [{a: 1}]}", [{"a": 1, **OBJECT}]),
        ("{apiVersion: v1, kind: PodList, items: [{apiVersion: x, kind: Z}]}", [{"apiVersion": "x", "kind": "Z"}]),
        (
            "{kind: List, items: [{kind: List, items: [{apiVersion: v1, kind: Pod}]}, {apiVersion: v1, kind: A}]}",
            [OBJECT, {"apiVersion": "v1", "kind": "A"}],
        ),
    ],
)
def test_a_list_is_taken_apart(text: str, expected: list[Any]) -> None:
    assert data(text) == expected


def test_an_item_is_where_it_was_written() -> None:
    text = "apiVersion: v1\nkind: PodList\nitems:\n- a: 1\n- b:\n  - 2\n"
    first, second = manifests(text)
    assert first.origin is not None
    assert second.origin is not None
    assert str(first.origin.source(("a",))) == "f:4:3"
    assert str(second.origin.source(("b", 0))) == "f:6:5"
    assert str(second.origin.source(("kind",))) == "f:5:3"


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("a: 1", "", "The document has neither apiVersion nor kind."),
        ("{}", "", "The document has neither apiVersion nor kind."),
        ("kind: Pod", "apiVersion", "The apiVersion is missing."),
        ("apiVersion: v1", "kind", "The kind is missing."),
        ("apiVersion: 1\nkind: Pod", "apiVersion", "The apiVersion is 1, which names none."),
        ("apiVersion: v1\nkind: ''", "kind", "The kind is '', which names none."),
        ("apiVersion: v1\nkind: [a]\nitems: [b]", "kind", "The kind is ['a'], which names none."),
    ],
)
def test_a_mapping_without_its_kind_is_no_object(text: str, path: str, reason: str) -> None:
    (manifest,) = manifests(text)
    assert [said(finding) for finding in manifest.findings] == [("GH102", path, reason, WRITE_BOTH)]


def test_neither_of_two_wrong_names_hides_the_other() -> None:
    (manifest,) = manifests("apiVersion: 1\nkind: 2")
    assert [finding.reason for finding in manifest.findings] == [
        "The apiVersion is 1, which names none.",
        "The kind is 2, which names none.",
    ]


def test_the_items_of_an_object_are_a_list() -> None:
    (manifest,) = manifests("apiVersion: v1\nkind: Pod\nitems: 5")
    (finding,) = manifest.findings
    assert said(finding) == (
        "GH102",
        "items",
        "The object has 'items', as a list has, and they are 5.",
        "Write the items as a list, or leave them out.",
    )


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("\nhello world", "2:1", "'hello world'"),
        ("- a", "1:1", "['a']"),
        ("apiVersion: v1\nkind: List\nitems:\n- 5\n", "4:3", "5"),
        ("apiVersion: v1\nkind: List\nitems:\n-\n", "4:2", "null"),
    ],
)
def test_what_is_no_mapping_is_no_object(text: str, place: str, value: str) -> None:
    (manifest,) = manifests(text)
    assert manifest.data is NOTHING
    (finding,) = manifest.findings
    fix = "Write an object, with apiVersion, kind and metadata."
    assert said(finding) == ("GH102", "", f"{value} is not a Kubernetes object.", fix)
    assert manifest.origin is not None
    assert str(manifest.origin.source(finding.path)) == f"f:{place}"


KEEP = "Keep one of them: kubectl would silently take the last."


def test_a_key_that_is_there_twice_is_told_with_its_lines() -> None:
    (manifest,) = manifests("apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    a/b: 1\n    c: 2\n    a/b: 3\n")
    (finding,) = manifest.findings
    reason = "The key 'a/b' is more than once in this mapping, in lines 5 and 7."
    assert said(finding) == ("GH101", "metadata.labels[a/b]", reason, KEEP)
    assert finding.source is None
    assert manifest.origin is not None
    assert str(manifest.origin.source(finding.path)) == "f:7:5"


def test_several_in_one_line_are_told_too() -> None:
    (manifest,) = manifests("{apiVersion: v1, kind: Pod, a: [0, {x: 1, x: 2}], b: 1, b: 2, b: 3}")
    assert [(field_path.text(finding.path), finding.reason) for finding in manifest.findings] == [
        ("a[1].x", "The key 'x' is more than once in this mapping, in line 1."),
        ("b", "The key 'b' is more than once in this mapping, in line 1."),
    ]


def test_the_duplicates_of_a_list_belong_to_its_items() -> None:
    first, second, third, whole = manifests(
        "apiVersion: v1\nkind: PodList\nitems:\n- a: 1\n- a: 1\n  a: 2\n- {}\nkind: PodList\n"
    )
    assert first.findings == ()
    assert [field_path.text(finding.path) for finding in second.findings] == ["a"]
    assert third.findings == ()
    (finding,) = whole.findings
    assert said(finding) == (
        "GH101",
        "kind",
        "The key 'kind' is more than once in this mapping, in lines 2 and 8.",
        KEEP,
    )
    assert str(whole.key) == "PodList "
    assert whole.origin is not None
    assert str(whole.origin.source(finding.path)) == "f:8:1"
