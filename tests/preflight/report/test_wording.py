"""Wording: names and texts as every format writes them."""

import unicodedata

from preflight.finding import ResourceKey
from preflight.report.wording import counted, named, origin, plain, statement
from tests.preflight.report.outcomes import RULE, TYPE, UNKNOWN, UNREADABLE

import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(alphabet=st.characters()))
def test_plain_text_has_no_character_that_unicode_calls_other_or_a_separator(text: str) -> None:
    """Oracle: the general category of each character, in the Unicode database."""
    categories = {unicodedata.category(character)[0] for character in plain(text).replace(" ", "")}
    assert categories.isdisjoint({"C", "Z"})


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "M"])))
def test_plain_leaves_printable_text_as_it_is(text: str) -> None:
    """Oracle: the text itself."""
    assert plain(text) == text


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (ResourceKey("", "Service", "apps", "web"), "Service apps/web"),
        (ResourceKey("", "Namespace", None, "apps"), "Namespace apps"),
        (ResourceKey("", "", None, ""), "(no kind) (no name)"),
        (ResourceKey("", "Service", "a\x00", "b\r"), r"Service a\x00/b\r"),
    ],
)
def test_an_object_is_named_also_where_a_part_is_missing(key: ResourceKey, expected: str) -> None:
    assert named(key) == expected


def test_a_statement_has_the_object_and_the_field_where_there_are_any() -> None:
    assert statement(RULE) == "HTTPRoute apps/web: spec.rules[0]: A redirect has backends."
    assert statement(UNKNOWN) == "Widget w: No schema is known for 'Widget'."
    assert statement(UNREADABLE) == "A tab indents the line."


def test_the_origin_is_the_line_and_the_construct() -> None:
    assert origin(TYPE) == "written at main.py:42, construct platform/apps/web"
    assert origin(RULE) is None


def test_things_are_counted_in_english() -> None:
    assert [counted(number, "error") for number in range(3)] == ["0 errors", "1 error", "2 errors"]
