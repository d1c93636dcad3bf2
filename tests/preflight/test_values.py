"""Values as findings show them."""

import datetime
from typing import Any

from preflight.values import MAX_LISTED, MAX_SHOWN, counted, flow, listed, series, shortened, shown

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (-1.5, "-1.5"),
        (float("nan"), "nan"),
        ("text", "'text'"),
        ("", "''"),
        ("it's", '"it\'s"'),
        ("two\nlines", r"'two\nlines'"),
        ("\ud800", r"'\ud800'"),
        ({}, "{}"),
        ([], "[]"),
        ({"a": [1, {"b": None}]}, "{'a': [1, {'b': null}]}"),
        ([True, "x"], "[true, 'x']"),
        (datetime.date(2026, 1, 31), "<date>"),
        ((1, 2), "<tuple>"),
        ("x" * 200, f"'{'x' * 76}..."),
    ],
)
def test_a_value_is_shown_much_as_json_has_it(value: Any, text: str) -> None:
    assert shown(value) == text


def test_a_number_that_python_does_not_write_is_shown_too() -> None:
    assert shown(10**5000) == "<very large number>"


def test_only_as_much_of_a_value_is_looked_at_as_is_shown() -> None:
    endless: list[Any] = []
    endless.append(endless)
    assert shown(endless) == "[" * (MAX_SHOWN - 3) + "..."


@given(st.recursive(st.none() | st.text() | st.floats() | st.integers(), st.lists))
def test_what_is_shown_is_one_short_line(value: Any) -> None:
    text = shown(value)
    assert len(text) <= MAX_SHOWN
    assert text.isprintable()


@pytest.mark.parametrize(
    ("values", "word", "text"),
    [
        (["a"], "and", "'a'"),
        (["a", "b"], "and", "'a' and 'b'"),
        (["a", 2, None], "or", "'a', 2 or null"),
        (list(range(MAX_LISTED + 3)), "and", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 and 3 others"),
    ],
)
def test_values_are_listed_as_a_sentence_does(values: list[Any], word: str, text: str) -> None:
    assert listed(values, word) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [("ab", "'a' and 'b'"), ("abc", "'a', 'b' and 1 other"), ("abcd", "'a', 'b' and 2 others")],
)
def test_values_are_listed_up_to_a_number(values: str, text: str) -> None:
    assert listed(values, most=2) == text


def test_a_series_is_a_list_without_quotes() -> None:
    assert [series(names, most=2) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"])] == [
        "",
        "a",
        "a and b",
        "a, b and 1 other",
        "a, b and 2 others",
    ]
    assert series(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"matchLabels": {"app.io/name": "shop"}}, "{matchLabels: {app.io/name: shop}}"),
        ({"values": ["a", "yes", "1", "a b", ""], "on": True}, "{values: [a, 'yes', '1', 'a b', ''], 'on': true}"),
        ({}, "{}"),
        ([], "[]"),
        (["a" * 100], f"[{'a' * 76}..."),
    ],
)
def test_a_value_is_written_as_yaml_has_it(value: object, text: str) -> None:
    assert flow(value) == text
    if not text.endswith("..."):
        assert yaml.safe_load(flow(value)) == value


def test_things_are_counted_in_english() -> None:
    assert [counted(number, "error") for number in range(3)] == ["0 errors", "1 error", "2 errors"]


def test_a_text_is_shortened_to_a_number_of_characters() -> None:
    assert [shortened("abcdef", most) for most in (7, 6, 5, 4)] == ["abcdef", "abcdef", "ab...", "a..."]
