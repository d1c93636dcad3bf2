"""What kubectl reads and libyaml does not. The tables hold what sigs.k8s.io/yaml 1.6.0 answers."""

from typing import Any

from preflight.finding import UnreadableError
from preflight.reading import documents as module
from preflight.reading.dialect import as_libyaml_reads
from preflight.reading.documents import documents

import pytest
import yaml

COLON = "It is not YAML: while scanning a plain scalar, found unexpected ':'."


def data(text: str) -> list[Any]:
    return [document.data for document in documents(text, "file.yaml")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [x:]", {"a": ["x:"]}),
        ("a: [sh, -c, echo it's so:, b]", {"a": ["sh", "-c", "echo it's so:", "b"]}),
        ("a: {k:, j: x:}", {"a": {"k:": None, "j": "x:"}}),
        ("a: [x b\n  z:]", {"a": ["x b z:"]}),
        ("a: [x::, <<:, ~:, 1:]", {"a": ["x::", "<<:", "~:", "1:"]}),
        ("a: [!!str 5:, &x b:, *x]", {"a": ["5:", "b:", "b:"]}),
        ('a: "it\\\'s"', {"a": "it's"}),
        ("a: \"\\'\\'\"\nb: '\\'", {"a": "''", "b": "\\"}),
        ('"\\\'a": [b:]', {"'a": ["b:"]}),
    ],
)
def test_what_kubectl_reads_is_read(text: str, expected: Any) -> None:
    assert data(text) == [expected]


def test_the_documents_around_are_read_once_and_found_in_their_lines() -> None:
    text = "a: 1\n---\nb:\n- [x:]\n- c: 'd'\n---\n\n# e\nf: [y:]\ng: 2\n"
    found = list(documents(text, "file.yaml", 11))
    assert [document.data for document in found] == [
        {"a": 1},
        {"b": [["x:"], {"c": "d"}]},
        {"f": ["y:"], "g": 2},
    ]
    paths = (("a",), ("b", 1, "c"), ("g",))
    places = [str(document.text.source(path)) for document, path in zip(found, paths, strict=True)]
    assert places == ["file.yaml:11:1", "file.yaml:15:3", "file.yaml:20:1"]


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("a: 1\n---\nb: [x:]\nc: [x:[y]]", "file.yaml:4:6", COLON),
        ('a: [x:]\nb: "\\q"', "file.yaml:2:5", "The escape that starts with '\\' is none of YAML's."),
    ],
)
def test_what_kubectl_does_not_read_either_is_refused_where_it_is(text: str, where: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        data(text)
    assert (str(caught.value.finding.source), caught.value.finding.reason) == (where, reason)


def test_an_error_without_a_place_is_none_of_the_dialect() -> None:
    assert as_libyaml_reads("a: \x00", yaml.reader.ReaderError("", 3, 0, "utf-8", "")) is None
    assert as_libyaml_reads("a", yaml.MarkedYAMLError()) is None


def test_only_so_much_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: 1\n---\n" + "- [x:]\n" * 20
    assert data(text) == [{"a": 1}, [["x:"]] * 20]
    monkeypatch.setattr(module, "MAX_READ_AGAIN", 1000)
    with pytest.raises(UnreadableError) as caught:
        data(text)
    assert caught.value.finding.reason == COLON
