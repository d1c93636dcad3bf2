"""Labels and annotations: the keys and values that Kubernetes takes, and what is said of the others."""

import string

from preflight.admission.labels import MAX_ANNOTATIONS, check_annotations, check_labels
from preflight.field_path import text as written
from preflight.names import DNS_SUBDOMAIN, is_label_value, is_name, why_no_qualified_name
from tests.preflight.admission.findings import said

import pytest
from hypothesis import given
from hypothesis import strategies as st

ALNUM = string.ascii_letters + string.digits
NAME_ALLOWED = "letters, digits, '-', '_' and '.', with a letter or digit at both ends"
TEXTS = st.text(alphabet="aZ9-_./é\n", max_size=8) | st.text(alphabet="a-/", min_size=60, max_size=70) | st.text()


def is_label_name(text: str) -> bool:
    """Whether a text is a name by https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/."""
    return 1 <= len(text) <= 63 and set(text) <= {*ALNUM, *"-_."} and text[0] in ALNUM and text[-1] in ALNUM


@given(TEXTS)
def test_a_key_is_a_name_or_a_dns_subdomain_a_slash_and_a_name(text: str) -> None:
    *prefix, name = text.split("/")
    right = is_label_name(name) and len(prefix) <= 1 and all(is_name(part, DNS_SUBDOMAIN) for part in prefix)
    assert (why_no_qualified_name(text) == "") == right
    assert (not check_labels({text: "x"})) == right


@given(TEXTS)
def test_a_value_is_a_name_or_empty(text: str) -> None:
    assert is_label_value(text) == (text == "" or is_label_name(text))
    assert (not check_labels({"app": text})) == is_label_value(text)


@given(TEXTS)
def test_the_key_of_an_annotation_may_have_capital_letters_everywhere(text: str) -> None:
    assert (not check_annotations({text: "any value: é"})) == (why_no_qualified_name(text.lower()) == "")


@pytest.mark.parametrize(
    "labels",
    [{}, {"app": "shop"}, {"app.kubernetes.io/name": ""}, {"a": None}, {"example.com/A_b.c": "V1.2_x"}],
    ids=str,
)
def test_ordinary_labels_are_taken(labels: dict[str, str]) -> None:
    assert check_labels(labels) == ()


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (
            {"my app": "x"},
            f"GH114 [my app] The key 'my app' is not a name: {NAME_ALLOWED}. Rename the key.",
        ),
        (
            {"": "x"},
            f"GH114 [] The key '' is not a name: {NAME_ALLOWED}. Rename the key.",
        ),
        (
            {"a" * 64: "x"},
            f"GH114 [{'a' * 64}] The key '{'a' * 64}' has 64 characters, and a name has 63 at most. Rename the key.",
        ),
        (
            {"example.com/": "x"},
            (
                "GH114 [example.com/] The key 'example.com/' has '' after the '/', where a name stands:"
                f" {NAME_ALLOWED}. Rename the key."
            ),
        ),
        (
            {"a/" + "b" * 64: "x"},
            (
                f"GH114 [a/{'b' * 64}] The key 'a/{'b' * 64}' has 64 characters after the '/', and a name has 63 at"
                " most. Rename the key."
            ),
        ),
        (
            {"Example.com/a": "x"},
            (
                "GH114 [Example.com/a] The key 'Example.com/a' has 'Example.com' before the '/', where a DNS"
                " subdomain stands."
                " Rename the key."
            ),
        ),
        (
            {"/a": "x"},
            "GH114 [/a] The key '/a' has '' before the '/', where a DNS subdomain stands. Rename the key.",
        ),
        (
            {"app": "a b"},
            (
                f"GH114 [app] 'a b' is not the value of a label: {NAME_ALLOWED}. Write such a value, or make it an"
                " annotation."
            ),
        ),
        (
            {"app": "a" * 64},
            (
                f"GH114 [app] '{'a' * 64}' has 64 characters, and the value of a label has 63 at most."
                " Shorten it, or make it an annotation."
            ),
        ),
    ],
)
def test_what_is_said_of_labels(labels: object, expected: str) -> None:
    assert said(check_labels(labels)) == [expected]


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        ({"a b": "x"}, f"GH115 [a b] The key 'a b' is not a name: {NAME_ALLOWED}. Rename the key."),
        (
            {"a": "x" * (MAX_ANNOTATIONS - 2), "b": None, "c": ""},
            (
                "GH115  The annotations have 262145 bytes together, and an object takes 262144."
                " Move what is large into a ConfigMap."
            ),
        ),
        (
            {"a": "é" * (MAX_ANNOTATIONS // 2)},
            (
                "GH115  The annotations have 262145 bytes together, and an object takes 262144."
                " Move what is large into a ConfigMap."
            ),
        ),
    ],
    ids=["key", "size", "bytes"],
)
def test_what_is_said_of_annotations(annotations: object, expected: str) -> None:
    assert said(check_annotations(annotations)) == [expected]


def test_annotations_of_the_largest_size_are_taken() -> None:
    assert check_annotations({"a": "x" * (MAX_ANNOTATIONS - 1)}) == ()


def test_what_is_no_string_is_a_matter_of_the_schema() -> None:
    values: list[object] = [None, [], "app=x", {"a": 1}, {1: "a"}, {"a": {}}]
    assert {(*check_labels(value), *check_annotations(value)) for value in values} == {()}


def test_every_wrong_label_is_found_up_to_a_hundred() -> None:
    assert [written(finding.path) for finding in check_labels({"a": "-", "b": "b", "c ": "x"})] == ["[a]", "[c ]"]
    assert len(check_labels({f"{number} ": "x" for number in range(1000)})) == 100
