"""The questions that arguments are asked: what passes, and the whole text of each refusal."""

import re
from collections.abc import Callable
from typing import Any

from constructs_lib import (
    HttpBackendRef,
    HttpHeaderMatch,
    HttpQueryParamMatch,
    HttpRouteMatch,
    HttpRouteRule,
    LabelSelector,
    LabelSelectorRequirement,
    RequestHeaderModifier,
    checks,
)
from tests.conftest import refusal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

LABEL = "1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends"
SUBDOMAIN = "1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'"
KEY = (
    "1 to 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends, after an optional DNS prefix "
    "and '/'. Fix: write a key such as 'app' or 'example.com/app'"
)
VALUE = (
    "text of at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends, or ''. "
    "Fix: shorten it, or put it in an annotation"
)

# The rules as Kubernetes v1.34 writes them, in k8s.io/apimachinery/pkg/util/validation.
RFC_1123_LABEL = re.compile(r"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\Z")
RFC_1123_SUBDOMAIN = re.compile(r"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\Z")
QUALIFIED_NAME = re.compile(r"\A([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\Z")

near_names = st.text(alphabet="abZ09-._/ é\n", max_size=12)
long_names = st.integers(60, 66).map("a".__mul__) | st.integers(250, 256).map("a".__mul__)


def test_a_refusal_says_where_what_why_what_is_allowed_and_what_to_write() -> None:
    error = checks.refused("Kind name: field", "x", "is odd", allowed="even ones", fix="write 2")
    assert str(error) == "Kind name: field: 'x' is odd. Allowed: even ones. Fix: write 2."


class Typed:
    """Stands for any typed value."""

    def __repr__(self) -> str:
        return "Typed()"


@pytest.mark.parametrize(
    ("value", "wanted", "expected"),
    [
        ({"a": 1}, Typed, "w: {'a': 1} is of type dict. Allowed: Typed. Fix: write Typed(...)."),
        ("true", bool, "w: 'true' is of type str. Allowed: bool. Fix: write True or False."),
        (1, bool, "w: 1 is of type int. Allowed: bool. Fix: write True or False."),
        (5, str, "w: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
        (None, str, "w: None is of type NoneType. Allowed: str. Fix: write it as text, in quotes."),
    ],
)
def test_a_value_of_another_type_is_refused(value: object, wanted: type, expected: str) -> None:
    assert refusal(lambda: checks.instance("w", value, wanted)) == expected


def test_a_value_of_the_type_is_returned() -> None:
    value = Typed()
    assert checks.instance("w", value, Typed) is value
    assert checks.instances("w", [value], Typed, at_most=1) == (value,)
    assert checks.instances("w", (), Typed, at_most=1) == ()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (Typed(), "w: Typed() is of type Typed. Allowed: a list of Typed. Fix: put it in a list: [...]."),
        (None, "w: None is of type NoneType. Allowed: a list of Typed. Fix: put it in a list: [...]."),
        ({"a": 1}, "w: {'a': 1} is of type dict. Allowed: a list of Typed. Fix: put it in a list: [...]."),
        ([Typed(), {}], "w[1]: {} is of type dict. Allowed: Typed. Fix: write Typed(...)."),
        ([Typed()] * 3, "w: '3 items' are too many. Allowed: at most 2. Fix: split it into several objects."),
    ],
)
def test_what_is_not_a_short_list_of_typed_values_is_refused(values: object, expected: str) -> None:
    assert refusal(lambda: checks.instances("w", values, Typed, at_most=2)) == expected


def test_text_is_not_taken_for_a_list_of_characters() -> None:
    assert refusal(lambda: checks.instances("w", "eth0", str, at_most=9)) == (
        "w: 'eth0' is of type str. Allowed: a list of str. Fix: put it in a list: [...]."
    )


def test_a_list_of_anything_is_returned_as_a_tuple() -> None:
    assert checks.listed("w", ["a", 1], of="things", at_most=2) == ("a", 1)
    assert refusal(lambda: checks.listed("w", "a", of="things", at_most=2)) == (
        "w: 'a' is of type str. Allowed: a list of things. Fix: put it in a list: [...]."
    )


@given(st.lists(st.integers(0, 4)))
def test_a_value_that_is_there_twice_is_refused(values: list[int]) -> None:
    """Oracle: the set of the values."""
    if len(set(values)) == len(values):
        checks.refuse_repeated("w", values)
    else:
        assert refusal(lambda: checks.refuse_repeated("w", values, fix="rename one")) in [
            f"w: {value} is there twice. Allowed: each once. Fix: rename one." for value in values
        ]


def test_what_is_there_twice_is_left_out_once() -> None:
    assert refusal(lambda: checks.refuse_repeated("w", ["a", "b", "b", "a"])) == (
        "w: 'b' is there twice. Allowed: each once. Fix: leave one out."
    )


def test_a_value_of_a_field_is_one_of_those_allowed() -> None:
    assert checks.one_of("w", "In", ("In", "NotIn")) == "In"
    assert refusal(lambda: checks.one_of("w", "in", ("In", "NotIn"))) == (
        "w: 'in' is not a value of this field. Allowed: 'In', 'NotIn'. Fix: write one of them."
    )


@pytest.mark.parametrize("value", [1, 80, 65535])
def test_a_port_is_a_whole_number_from_1_to_65535(value: int) -> None:
    assert checks.port("w", value) == value


@pytest.mark.parametrize("value", [0, -1, 65536, True, False, 80.0, "80", "http", None, [80]])
def test_no_other_value_is_a_port(value: object) -> None:
    fix = "write a number, not text" if isinstance(value, str) else "write a number in that range"
    assert refusal(lambda: checks.port("w", value)) == (
        f"w: {value!r} is not in range. Allowed: a whole number from 1 to 65535. Fix: {fix}."
    )


@given(near_names | long_names)
def test_a_dns_label_is_what_kubernetes_takes_for_one(value: str) -> None:
    """Oracle: IsDNS1123Label."""
    accepted = len(value) <= 63 and bool(RFC_1123_LABEL.match(value))
    assert _accepts(checks.dns_label, value) == accepted


@given(near_names | long_names)
def test_a_name_is_what_kubernetes_takes_for_one(value: str) -> None:
    """Oracle: IsDNS1123Subdomain."""
    accepted = len(value) <= 253 and bool(RFC_1123_SUBDOMAIN.match(value))
    assert _accepts(checks.dns_subdomain, value) == accepted


@given(near_names | long_names | st.tuples(near_names | long_names, near_names | long_names).map("/".join))
def test_a_key_is_what_kubernetes_takes_for_one(value: str) -> None:
    """Oracle: IsQualifiedName."""
    prefix, slash, name = value.rpartition("/")
    named = len(name) <= 63 and bool(QUALIFIED_NAME.match(name))
    prefixed = not slash or (len(prefix) <= 253 and bool(RFC_1123_SUBDOMAIN.match(prefix)))
    assert _accepts(checks.qualified_name, value) == (named and prefixed)


@given(near_names | long_names)
def test_a_label_value_is_what_kubernetes_takes_for_one(value: str) -> None:
    """Oracle: IsValidLabelValue."""
    accepted = value == "" or (len(value) <= 63 and bool(QUALIFIED_NAME.match(value)))
    assert _accepts(checks.label_value, value) == accepted


def _accepts(check: Callable[[str, object], str], value: str) -> bool:
    try:
        return check("w", value) == value
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        ("Web", "write 'web'"),
        ("web app", "write 'web-app'"),
        ("web.app", "write 'web-app'"),
        ("-web-", "write 'web'"),
        ("a" * 64, f"write {'a' * 63!r}"),
        ("", "write a name in that form"),
        ("é", "write a name in that form"),
        (None, "write a name in that form"),
        (5, "write a name in that form"),
    ],
)
def test_what_is_not_a_dns_label_is_refused_with_the_nearest_one(value: object, fix: str) -> None:
    expected = f"w: {value!r} is not a DNS label. Allowed: {LABEL}. Fix: {fix}."
    assert refusal(lambda: checks.dns_label("w", value)) == expected


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        ("Web.App", "write 'web.app'"),
        ("web_app", "write 'web-app'"),
        ("web-.-app", "write 'web.app'"),
        ("web..app", "write 'web.app'"),
        (".web", "write 'web'"),
        ("web\n", "write 'web'"),
        ("a" * 254, f"write {'a' * 253!r}"),
        ("", "write a name in that form"),
        (None, "write a name in that form"),
    ],
)
def test_what_is_not_a_name_is_refused_with_the_nearest_one(value: object, fix: str) -> None:
    expected = f"w: {value!r} is not a name that Kubernetes accepts. Allowed: {SUBDOMAIN}. Fix: {fix}."
    assert refusal(lambda: checks.dns_subdomain("w", value)) == expected


@given(near_names | long_names)
def test_the_suggested_label_is_one(value: str) -> None:
    assert all(_accepts(checks.dns_label, name) for name in _suggested(checks.dns_label, value))


@given(near_names | long_names)
@example("a.-.b")
def test_the_suggested_name_is_one(value: str) -> None:
    assert all(_accepts(checks.dns_subdomain, name) for name in _suggested(checks.dns_subdomain, value))


def _suggested(check: Callable[[str, object], str], value: str) -> list[str]:
    return [] if _accepts(check, value) else re.findall(r"Fix: write '(.+)'\.$", refusal(lambda: check("w", value)))


@pytest.mark.parametrize(
    "key", ["", "-app", "app-", "a/b/c", "/app", "app/", "Example.com/app", "a b", "a" * 64, 5, None]
)
def test_a_key_that_kubernetes_refuses_is_refused(key: object) -> None:
    expected = f"w: {key!r} is not a key that Kubernetes accepts. Allowed: {KEY}."
    assert refusal(lambda: checks.qualified_name("w", key)) == expected


@pytest.mark.parametrize("value", ["-", "a b", "a/b", "é", "a" * 64, "a\n", 5, None, True])
def test_a_label_value_that_kubernetes_refuses_is_refused(value: object) -> None:
    expected = f"w: {value!r} is not a label value that Kubernetes accepts. Allowed: {VALUE}."
    assert refusal(lambda: checks.label_value("w", value)) == expected


def test_labels_and_annotations_are_empty_when_left_out() -> None:
    assert checks.labels("w", None) == {}
    assert checks.annotations("w", None) == {}


def test_labels_and_annotations_are_returned_as_written() -> None:
    labels = {"app": "Web_1.0", "example.com/empty": ""}
    assert checks.labels("w", labels) == labels
    assert checks.annotations("w", {"example.com/note": "any text: ü\n"}) == {"example.com/note": "any text: ü\n"}


@pytest.mark.parametrize(
    ("check", "value", "expected"),
    [
        (checks.labels, ["app"], "w: ['app'] is of type list. Allowed: a mapping of text to text. Fix: {write}."),
        (checks.labels, {"a b": "x"}, "w: 'a b' is not a key that Kubernetes accepts. Allowed: {key}."),
        (checks.labels, {"a": "a b"}, "w['a']: 'a b' is not a label value that Kubernetes accepts. Allowed: {value}."),
        (checks.annotations, "a", "w: 'a' is of type str. Allowed: a mapping of text to text. Fix: {write}."),
        (checks.annotations, {"a b": "x"}, "w: 'a b' is not a key that Kubernetes accepts. Allowed: {key}."),
        (
            checks.annotations,
            {"a": True},
            "w['a']: True is of type bool. Allowed: str. Fix: write it as text, in quotes.",
        ),
    ],
)
def test_labels_and_annotations_that_kubernetes_refuses_are_refused(
    check: Callable[[str, Any], dict[str, str]], value: object, expected: str
) -> None:
    whole = expected.format(text="write it as text, in quotes", write="write {'key': 'value'}", key=KEY, value=VALUE)
    assert refusal(lambda: check("w", value)) == whole


def test_checked_copies_take_the_place_of_fields_of_a_frozen_value() -> None:
    labels, values, headers = {"a": "b"}, ["c"], {"d": "e"}
    requirement = LabelSelectorRequirement(key="a", operator="In", values=values)
    expressions = [requirement]
    selector = LabelSelector(match_labels=labels, match_expressions=expressions)
    modifier = RequestHeaderModifier(set=headers, remove=values)
    before = [selector.spec(), modifier.spec()]
    labels["not a key"] = values[0] = headers["not a name"] = "not a value"
    expressions.clear()
    assert [selector.spec(), modifier.spec()] == before


def test_what_happens_later_to_the_lists_of_a_rule_changes_nothing() -> None:
    headers, query = [HttpHeaderMatch("a", "b")], [HttpQueryParamMatch("c", "d")]
    match = HttpRouteMatch(headers=headers, query_params=query)
    matches, filters, backends = [match], [RequestHeaderModifier(remove=["a"])], [HttpBackendRef("web", port=80)]
    rule = HttpRouteRule(matches=matches, filters=filters, backend_refs=backends)
    before = rule.spec()
    for values in (headers, query, matches, filters, backends):
        values.clear()
    assert rule.spec() == before
