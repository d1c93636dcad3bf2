"""Positions: the place of each field, however it got there."""

from collections.abc import Iterator
from typing import Any

from preflight.field_path import FieldPath, Key
from preflight.reading.documents import Document, documents
from preflight.reading.positions import Place
from preflight.reading.scalars import key_name
from tests.preflight.reading.strategies import VALUES, dumped, streams

import pytest
import yaml
from hypothesis import given


def read(text: str) -> Document:
    (document,) = documents(text, "f")
    return document


def source(text: str, *path: str | int) -> str:
    return str(read(text).text.source(path)).removeprefix("f:")


def nodes(node: yaml.Node | None, path: FieldPath = ()) -> Iterator[tuple[FieldPath, yaml.Mark]]:
    """Return each field of a document that PyYAML has composed, and where it starts: the last of several equal keys."""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*path, index), item.start_mark
            yield from nodes(item, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = key_name(key.value, quoted=bool(key.style))
            yield (*path, name), key.start_mark
            yield from nodes(value, (*path, name))


@given(dumped(VALUES))
def test_a_field_is_where_it_was_written(text: str) -> None:
    """Oracle: the nodes that PyYAML composes."""
    expected = {
        path: f"f:{mark.line + 1}:{mark.column + 1}" for path, mark in nodes(yaml.compose(text, yaml.CBaseLoader))
    }
    for document in documents(text, "f"):
        assert {path: str(document.text.source(path)) for path in expected} == expected


@given(streams())
def test_a_field_of_any_document_is_where_it_was_written(text: str) -> None:
    """Oracle: the nodes that PyYAML composes."""
    found = list(documents(text, "f"))
    composed = [node for node in yaml.compose_all(text, yaml.CBaseLoader) if node.value != ""]
    assert len(found) == len(composed)
    for document, node in zip(found, composed, strict=True):
        expected = {path: f"f:{mark.line + 1}:{mark.column + 1}" for path, mark in nodes(node)}
        assert {path: str(document.text.source(path)) for path in expected} == expected
        assert document.text.source(()).line == node.start_mark.line + 1


TEXT = """\
# comment
---

  a: 1
  'b': {c: [x,   y, {d: e}]}
  ? f
  : - g
    -
      h: i
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "4:3"),
        (("a",), "4:3"),
        (("b",), "5:3"),
        (("b", "c"), "5:9"),
        (("b", "c", 0), "5:13"),
        (("b", "c", 1), "5:18"),
        (("b", "c", 2, "d"), "5:22"),
        (("f",), "6:5"),
        (("f", 0), "7:7"),
        (("f", 1), "9:7"),
        (("f", 1, "h"), "9:7"),
        ((Key("b"), Key("c")), "5:9"),
    ],
)
def test_a_field_is_found(path: FieldPath, place: str) -> None:
    assert source(TEXT, *path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("z",), "4:3"),
        (("z", "a"), "4:3"),
        (("a", "z"), "4:3"),
        (("b", "z", "c"), "5:3"),
        (("b", "c", 3), "5:9"),
        (("b", "c", "d"), "5:9"),
        (("b", 0), "5:3"),
        ((0,), "4:3"),
    ],
)
def test_the_nearest_field_above_stands_for_what_is_not_there(path: FieldPath, place: str) -> None:
    assert source(TEXT, *path) == place


def test_a_list_or_a_text_is_found_at_its_start() -> None:
    assert source("# c\n- a\n- b\n") == "2:1"
    assert source("# c\n- a\n- b\n", 1) == "3:3"
    assert source("\n  text\n", "a") == "2:3"


def test_the_field_of_an_alias_is_where_the_anchor_is() -> None:
    text = "a: &x {b: 1}\nc: *x\nd:\n- *x\n"
    assert source(text, "c") == "2:1"
    assert source(text, "c", "b") == "1:8"
    assert source(text, "d", 0) == "4:3"
    assert source(text, "d", 0, "b") == "1:8"


def test_an_anchor_may_be_defined_again() -> None:
    text = "a: &x {b: 1}\nc: &x {d: 1}\ne: *x\n"
    assert source(text, "e", "d") == "2:8"


def test_an_alias_may_be_a_key() -> None:
    text = "&x on: 1\nb: &y 'on'\nc:\n  *x : 1\n  *y : 1\n"
    assert source(text, "c", "true") == "4:3"
    assert source(text, "c", "on") == "5:3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x {k: 1}\nb:\n  <<: *x\n  m: 2", "1:8"),
        ("a: &x {k: 1}\nb:\n  <<: *x\n  k: 2", "4:3"),
        ("a: &x {k: 1}\nb:\n  k: 2\n  <<: *x", "1:8"),
        ("a: &x {k: 1}\nb:\n  <<:\n  - *x\n  - {k: 2}", "1:8"),
        ("a: &x {k: 1}\nb:\n  <<:\n  - {k: 2}\n  - *x", "4:6"),
        ("b:\n  <<:\n    k: 1", "3:5"),
        ("b:\n  '<<': {k: 1}", "1:1"),
    ],
)
def test_a_merged_field_is_where_its_value_was_written(text: str, place: str) -> None:
    assert source(text, "b", "k") == place


def test_of_equal_keys_the_last_one_is_found() -> None:
    assert source("a: {b: 1}\nc: 2\na: {d: 1}\n", "a") == "3:1"
    assert source("a: {b: 1}\nc: 2\na: {d: 1}\n", "a", "b") == "3:1"


@pytest.mark.parametrize(
    ("text", "path", "lines"),
    [
        ("a: 1\nb: 1\na: 1\n", ("a",), [1, 3]),
        ("a: 1\nb: 1\na: 1\n", ("b",), [2]),
        ("a:\n  k: 1\n  k: 2\n  k: 3\n", ("a", "k"), [2, 3, 4]),
        ("{a: 1, a: 2}", ("a",), [1]),
        ("<<: {k: 1}\nk: 2\nm: 1\nk: 3\n", ("k",), [2, 4]),
        ("<<:\n  k: 1\n  k: 2\n", ("<<", "k"), [2, 3]),
        ("---\n\n- {a: 1,\n   a: 2}\n", (0, "a"), [3, 4]),
    ],
)
def test_the_lines_of_equal_keys(text: str, path: FieldPath, lines: list[int]) -> None:
    assert read(text).text.lines(path) == lines


def test_a_place_below_a_path_is_part_of_the_document() -> None:
    place = Place(read("items:\n- a: 1\n- a: 2\n").text, ("items", 1))
    assert str(place.source(("a",))) == "f:3:3"
    assert str(place.source(("b",))) == "f:3:3"
    assert str(place.source(())) == "f:3:3"


def test_a_byte_order_mark_is_no_column() -> None:
    assert source("\ufeffa: 1\nb: 2", "b") == "2:1"
    assert source("\ufeff\ufeff{a: 1, b: 2}", "b") == "1:8"
    assert source("\n\ufeffa: 1", "a") == "2:2"


def test_lines_end_as_the_file_has_them() -> None:
    assert source("a: 1\r\nb:\r\n  c: 1\r\n", "b", "c") == "3:3"


def test_columns_count_characters() -> None:
    assert source("{\N{GRINNING FACE}\N{LATIN SMALL LETTER E WITH ACUTE}: 1, a: 1}", "a") == "1:9"
    first, second = documents("a: \N{GRINNING FACE}\n---\nb: 1\n", "f")
    assert str(second.text.source(("b",))) == "f:3:1"
    assert str(first.text.source(("a",))) == "f:1:1"


def test_each_document_is_asked_in_turn() -> None:
    found: Any = list(documents("a: 1\n---\n\na: 1\n---\n- a: 1\n", "f"))
    assert [str(document.text.source(("a",))) for document in found * 2] == ["f:1:1", "f:4:1", "f:6:1"] * 2


def test_of_a_key_that_is_there_many_times_the_first_lines_and_the_last_two_are_known() -> None:
    (document,) = documents("a: {}\n" + "k: v\n" * 50_000, "many.yaml")
    assert document.text.lines(("k",)) == [2, 3, 4, 5, 6, 7, 8, 9, 50_000, 50_001]
