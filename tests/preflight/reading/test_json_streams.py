"""JSON: the data of YAML, and what only JSON has."""

import json
from typing import Any

from preflight.finding import UnreadableError
from preflight.reading.json_streams import stream
from tests.preflight.reading.strategies import OBJECTS

import pytest
from hypothesis import given
from hypothesis import strategies as st


def data(text: str) -> list[Any]:
    return [document.data for document in stream(text, "f")]


@given(
    st.lists(OBJECTS, min_size=1, max_size=3), st.sampled_from(["", "\n", "\n---\n"]), st.booleans(), st.integers(0, 4)
)
def test_json_is_what_it_says(objects: list[Any], separator: str, ascii_only: bool, indent: int) -> None:
    """Oracle: Python's JSON."""
    # kubectl reads JSON as YAML after a `---`, and YAML has no surrogate pairs.
    ascii_only = ascii_only and "---" not in separator
    text = separator.join(json.dumps(item, ensure_ascii=ascii_only, indent=indent or None) for item in objects)
    assert data(text) == objects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a":1}{"b":2}', [{"a": 1}, {"b": 2}]),
        (' \r\n{"a":1}\n\n{"b":2}\n', [{"a": 1}, {"b": 2}]),
        ('{"a":1}\n---\n{"b":2}\n', [{"a": 1}, {"b": 2}]),
        ('{"a": "\\ud83d\\ude00 \\\\ud83d \\u00e9 \\/"}', [{"a": "\N{GRINNING FACE} \\ud83d é /"}]),
        ('{"a": "\x7f\x85\u2028"}', [{"a": "\x7f\x85\u2028"}]),
        ('{"a": 1.0, "b": 1e2, "c": 18446744073709551616}', [{"a": 1, "b": 100, "c": 2.0**64}]),
        ("{\n\t\"a\":\t1\n}", [{"a": 1}]),
        ("{a: 1}\n---\nb: 2", [{"a": 1}, {"b": 2}]),
        ("{a: 1} # no JSON\n", [{"a": 1}]),
    ],
)  # fmt: skip
def test_json_is_read_as_kubectl_does(text: str, expected: list[Any]) -> None:
    assert data(text) == expected


def test_fields_are_found_in_each_object() -> None:
    first, second, third = stream('{"a": 1}\n{\n  "a": 1\n}{"a": 2,\n"b": 3}', "f")
    assert str(first.text.source(("a",))) == "f:1:2"
    assert str(second.text.source(("a",))) == "f:3:3"
    assert str(third.text.source(("b",))) == "f:5:1"


def test_a_key_that_is_there_twice_is_noted() -> None:
    (document,) = stream('{"a": {"b": 1, "b": 2}}', "f")
    assert (document.data, document.duplicates) == ({"a": {"b": 2}}, (("a", "b"),))


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ('{"a":1}\n{"b":\n', "2:1", "The document has ended before this."),
        ('{"a": "\\ud83d"}', "1:10", "The escape that starts with '\\' is none of YAML's."),
        ('{"a": Infinity}{"b": NaN}', "1:16", "The document has ended before this."),
        ('{"a":1}\n{"b":"\\ude00"}\n', "2:9", "The escape that starts with '\\' is none of YAML's."),
    ],
)
def test_what_is_neither_json_nor_yaml_is_refused(text: str, where: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        data(text)
    assert (str(caught.value.finding.source), caught.value.finding.reason) == (f"f:{where}", reason)
