"""Wording: names and texts as every format writes them."""

import unicodedata
from dataclasses import replace
from io import StringIO

from preflight.field_path import Key
from preflight.finding import Finding, ResourceKey
from preflight.report.formats import BY_FINDING, Format
from preflight.report.outcome import Outcome
from preflight.report.wording import named, origin, plain, problem, remedy, statement
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


LONG = "k" * 2**20
HOSTILE = Finding(
    code="GH114",
    path=("metadata", "labels", Key(LONG), 0),
    reason=f"{LONG}.",
    fix=f"Write {LONG}.",
    resource=ResourceKey(LONG, LONG, LONG, LONG),
)


def test_what_is_long_without_end_is_shortened() -> None:
    cut = f"{'k' * 317}..."
    assert named(ResourceKey(LONG, LONG, LONG, LONG)) == f"{cut} {cut}/{cut}"
    assert problem(HOSTILE).startswith(f"metadata.labels[{cut}][0]: kkk")
    assert len(problem(HOSTILE)) == len(remedy(HOSTILE)) == 4000


@pytest.mark.parametrize("name", Format)
def test_no_report_is_as_long_as_what_was_read(name: Format) -> None:
    stream = StringIO()
    BY_FINDING[name](Outcome(unreadable=(HOSTILE,)), stream)
    assert len(stream.getvalue()) < (80_000 if name == Format.JSON else 20_000)


def test_the_longest_key_of_a_label_is_whole() -> None:
    key = f"{'d' * 253}/{'n' * 63}"
    assert problem(replace(HOSTILE, path=("metadata", "labels", Key(key)))).startswith(f"metadata.labels[{key}]: ")


def test_a_statement_has_the_object_and_the_field_where_there_are_any() -> None:
    assert statement(RULE) == "HTTPRoute apps/web: spec.rules[0]: A redirect has backends."
    assert statement(UNKNOWN) == "Widget w: No schema is known for 'Widget'."
    assert statement(UNREADABLE) == "A tab indents the line."


def test_the_origin_is_the_line_and_the_construct() -> None:
    assert origin(TYPE) == "written at main.py:42, construct platform/apps/web"
    assert origin(RULE) is None
