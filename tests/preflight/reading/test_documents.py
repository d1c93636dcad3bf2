"""Documents: the data of a stream, and what kubectl would not read."""

from typing import Any

from preflight.finding import UnreadableError
from preflight.reading import documents as module
from preflight.reading.documents import documents
from tests.preflight.reading.strategies import VALUES, dumped, streams

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st


def data(text: str) -> list[Any]:
    return [document.data for document in documents(text, "file.yaml")]


def refusal(text: str) -> tuple[str, str, str]:
    """Return where a text is refused, why, and what to do."""
    with pytest.raises(UnreadableError) as caught:
        data(text)
    finding = caught.value.finding
    assert finding.code == "GH002"
    return str(finding.source), finding.reason, finding.fix


@given(dumped(VALUES))
def test_a_document_is_what_yaml_says(text: str) -> None:
    """Oracle: PyYAML, of what it writes itself; an empty document is none."""
    expected = yaml.safe_load(text)
    assert data(text) == ([] if expected is None else [_as_json(expected)])


@given(streams())
def test_a_stream_is_what_yaml_says(text: str) -> None:
    """Oracle: PyYAML, of what it writes itself."""
    assert data(text) == [_as_json(document) for document in yaml.safe_load_all(text) if document is not None]


def _as_json(value: Any) -> Any:
    """Return a value with its keys as text."""
    if isinstance(value, dict):
        return {str(key): _as_json(entry) for key, entry in value.items()}
    return [_as_json(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# c\n", []),
        ("---\n---\n\n--- \n", []),
        ("null\n---\n~\n---\n''\n", [""]),
        ("a: 1\n---\nb: 2\n", [{"a": 1}, {"b": 2}]),
        ("--- # c\na: 1\n...\n", [{"a": 1}]),
        ("a: 1\n...\n---\nb: 2", [{"a": 1}, {"b": 2}]),
        ("---# c\na: 1\n---# Source: d\r\nb: 2\n---\r\nc: 3\n", [{"a": 1}, {"b": 2}, {"c": 3}]),
        ("a: 1\n--- \u00a0\nb: 2\n---\u2003# d\nc: '---# e'\n", [{"a": 1}, {"b": 2}, {"c": "---# e"}]),
        ("---\r\na: 1\r\n---\r\nb: x\r\n", [{"a": 1}, {"b": "x"}]),
        (
            "\ufeffa: 1\n---\n\ufeffb: 2\nc: 3\n--- # d\r\n\ufeff\ufeffe: \ufeff4\n",
            [{"a": 1}, {"b": 2, "c": 3}, {"e": "\ufeff4"}],
        ),
        ("a: |\n  x\n---\nb: >-\n  y\n  z\n", [{"a": "x\n"}, {"b": "y z"}]),
        ("a: |\n  x\n---\nb: |\n  y", [{"a": "x\n"}, {"b": "y\n"}]),
        ("- [x, {b: 'y?z'}]\n- c?d\n- {? e}\n", [[["x", {"b": "y?z"}], "c?d", {"e": None}]]),
        ('{"a": [1, "x", null, {"b": true}]}', [{"a": [1, "x", None, {"b": True}]}]),
        ("{a, b: 1}", [{"a": None, "b": 1}]),
        ("[a: 1, b]", [[{"a": 1}, "b"]]),
        ("a:\tb", [{"a": "b"}]),
        ("! 5", ["5"]),
        ("!!set {a}", [{"a": None}]),
        ("yes: 'yes'\n'no': no\n8080: !!str 8080\n", [{"true": "yes", "no": False, "8080": "8080"}]),
    ],
)
def test_a_stream_is_read_as_kubectl_does(text: str, expected: list[Any]) -> None:
    assert data(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1]\nb: *x\nc: {d: *x}", {"a": [1], "b": [1], "c": {"d": [1]}}),
        ("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}),
        ("&x a: *x", {"a": "a"}),
        ("&x on: *x\n*x : 1", {"true": 1}),
        ("&x !!int '5': *x", {"5": 5}),
        ("&x 'on': *x", {"on": "on"}),
        ("a: &x\nb: *x", {"a": None, "b": None}),
        ("a: &x # []\nb: *x", {"a": None, "b": None}),
    ],
)
def test_an_alias_stands_for_its_value(text: str, expected: Any) -> None:
    assert data(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<: {k: 1}\nm: 2", {"k": 1, "m": 2}),
        ("<<: {k: 1}\nk: 2", {"k": 2}),
        ("k: 2\n<<: {k: 1}", {"k": 1}),
        ("<<: [{k: 1}, {k: 2, m: 3}]", {"k": 1, "m": 3}),
        ("<<: []", {}),
        ("<<: {k: 1}\n<<: {m: 2}", {"k": 1, "m": 2}),
        (
            "a: &a {k: 1}\nb: &b {<<: *a, m: 2}\nc: {<<: [*a, *b]}",
            {"a": {"k": 1}, "b": {"k": 1, "m": 2}, "c": {"k": 1, "m": 2}},
        ),
        ("'<<': {k: 1}", {"<<": {"k": 1}}),
        ("!!str <<: {k: 1}", {"<<": {"k": 1}}),
        ("!!merge '<<': {k: 1}", {"k": 1}),
        ("a: <<", {"a": "<<"}),
    ],
)
def test_a_merge_takes_in_entries_where_it_stands(text: str, expected: Any) -> None:
    (document,) = documents(text, "file.yaml")
    assert document.data == expected
    assert document.duplicates == ()


def test_a_merge_leaves_the_merged_mapping_as_it_is() -> None:
    assert data("a: &a {k: 1}\nb:\n  <<: *a\n  k: 2\n  m: 3") == [{"a": {"k": 1}, "b": {"k": 2, "m": 3}}]


@pytest.mark.parametrize(
    ("text", "expected", "duplicates"),
    [
        ("a: 1\na: 2", {"a": 2}, [("a",)]),
        ("a: 1\n'a': 2\na: 3", {"a": 3}, [("a",)]),
        ("on: 1\n'true': 2", {"true": 2}, [("true",)]),
        (
            "s:\n- k: 1\n- k: 1\n  m:\n    x: 1\n    x: 2",
            {"s": [{"k": 1}, {"k": 1, "m": {"x": 2}}]},
            [("s", 1, "m", "x")],
        ),
        ("{a: {b: 1, b: 2}, a: {b: 3, b: 4}}", {"a": {"b": 4}}, [("a", "b"), ("a",)]),
        ("<<: {k: 1}\nk: 2\nk: 3", {"k": 3}, [("k",)]),
        ("k: 2\n<<: {k: 1}\nk: 3", {"k": 3}, [("k",)]),
        ("<<: {k: 1, k: 2}", {"k": 2}, [("<<", "k")]),
    ],
)
def test_a_key_that_is_there_twice_is_noted(text: str, expected: Any, duplicates: list[Any]) -> None:
    (document,) = documents(text, "file.yaml")
    assert document.data == expected
    assert sorted(document.duplicates, key=len, reverse=True) == duplicates


def test_what_a_merged_mapping_has_merged_is_not_taken_for_that_of_another() -> None:
    """The first inner mapping is gone when the second one is made, maybe in its place."""
    (document,) = documents("a: {<<: {<<: {p: 1}, q: 2}}\nb: {p: 1, p: 2}\n", "a.yaml")
    assert document.duplicates == (("b", "p"),)


def test_each_document_has_its_own_anchors_and_duplicates() -> None:
    first, second = documents("a: 1\na: 2\n---\na: 1\n", "file.yaml")
    assert (first.duplicates, second.duplicates) == ((("a",),), ())
    assert refusal("a: &a 1\n---\nb: *a\n")[0] == "file.yaml:3:4"


BESIDE = "kubectl takes nothing but a comment beside '---'.", "Write it on a line of its own."
DIRECTIVE = "kubectl reads no directive, which is a line that starts with '%'.", "Leave the line out."
NO_KEY = (
    "A key of the mapping is itself a mapping or a list, and JSON has strings only.",
    "Write a string as the key, or put it in quotes if a string is meant, as in '{{ value }}'.",
)
NULL_KEY = "A key of the mapping is null, and JSON has strings only.", "Put the key in quotes."
QUESTION = (
    "kubectl takes no '?' in a text without quotes that is within brackets.",
    "Put the text in quotes.",
)
NO_MERGE = "The key '<<' merges mappings, and this is none.", "Write a mapping, or an alias of one."
ENDED = (
    "The document has ended before this.",
    "Write '---' on a line of its own between two objects, or mend the brackets and the indentation.",
)
UNKNOWN_ALIAS = "Write the value itself, or put the text in quotes if the '*' is part of it."


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("--- {a: 1}", "1:5", BESIDE),
        ("a: 1\n---\tb: 1", "2:5", BESIDE),
        ("a: 1\n---x\n", "2:4", BESIDE),
        ("a: 'x\n--- y'", "2:5", BESIDE),
        ("%YAML 1.1\n---\na: 1", "1:1", DIRECTIVE),
        ("%YAML 1.2\n---\na: 1", "1:1", DIRECTIVE),
        ("%TAG ! x\n---\na: 1", "1:1", DIRECTIVE),
        ("%FOO\n---\na", "1:5", DIRECTIVE),
        ("a: 1\n...\nb: 2\n", "3:1", ENDED),
        ("? [a]\n: 1", "1:3", NO_KEY),
        ("name: {{ value }}", "1:8", NO_KEY),
        ("a: &a [1]\n*a : 1", "2:1", NO_KEY),
        ("a: 1\n~: 1", "2:1", NULL_KEY),
        ("? \n: 1", "1:2", NULL_KEY),
        ("<<: x", "1:5", NO_MERGE),
        ("a: 1\n<<:", "2:4", NO_MERGE),
        ("<<: [x]", "1:7", NO_MERGE),
        ("a: &a [{k: 1}]\nb: {<<: [*a]}", "2:12", NO_MERGE),
        ("a: *b", "1:4", ("The alias '*b' names no value above it.", UNKNOWN_ALIAS)),
        ("a: &a [*a]", "1:8", ("The alias '*a' stands within its own value.", "Leave it out.")),
        ("a: &a {b: [*a]}", "1:12", ("The alias '*a' stands within its own value.", "Leave it out.")),
        ("a: .inf", "1:4", ("JSON has no infinite number, and none that is not a number.",
                            "Put it in quotes if a string is meant, or leave it out.")),
        ("a: [x, http://b?c=d]", "1:8", QUESTION),
        ("a: {b?: [c]}", "1:5", QUESTION),
        ("a: {b: x ?y}", "1:8", QUESTION),
        ("a: \ud800", "1:4", ("Half of a surrogate pair is no character.", "Write the whole character.")),
    ],
)  # fmt: skip
def test_what_kubectl_does_not_read_is_refused(text: str, where: str, said: tuple[str, str]) -> None:
    assert refusal(text) == (f"file.yaml:{where}", *said)


def test_what_comes_before_a_mistake_is_read() -> None:
    stream = documents("a: 1\n---\nb: [\n", "file.yaml")
    assert next(stream).data == {"a": 1}
    with pytest.raises(UnreadableError):
        next(stream)


def test_lines_count_from_the_one_given() -> None:
    (document,) = documents("a:\n  b: 1\n", "file.yaml", first_line=10)
    assert str(document.text.source(("a", "b"))) == "file.yaml:11:3"
    with pytest.raises(UnreadableError) as caught:
        list(documents("a:\n  b: [", "file.yaml", first_line=10))
    assert str(caught.value.finding.source) == "file.yaml:11:7"


def test_a_stream_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_EVENTS", 10)
    assert data("[a, a, a]") == [["a", "a", "a"]]
    assert refusal("[a,\na, a, a,\n a, a]") == (
        "file.yaml:3:6",
        "There are more than 10 keys and values up to here.",
        "Split the file.",
    )


@given(st.lists(st.sampled_from("abc"), max_size=8))
def test_duplicates_are_the_keys_that_come_again(keys: list[str]) -> None:
    """Oracle: counting."""
    found = list(documents("".join(f"{key}: {index}\n" for index, key in enumerate(keys)), "file.yaml"))
    duplicates = {path for document in found for path in document.duplicates}
    assert duplicates == {(key,) for key in keys if keys.count(key) > 1}


def test_an_error_at_the_end_of_a_text_is_in_its_last_line() -> None:
    with pytest.raises(UnreadableError) as refused:
        data("{<<")
    assert str(refused.value.finding.source) == "file.yaml:1:4"
