"""Looking into what was saved: whatever is not there, or is something else, is nothing."""

from preflight.reading.kubectl.looking import below, called, items_at, mapping_at, text_at, texts_at
from preflight.snapshot import Manifest

import pytest

DATA = {"a": {"b": "text", "c": [{"d": 1}, "e", 2]}}


def test_what_is_there_is_found() -> None:
    assert below(DATA, "a", "b") == text_at(DATA, "a", "b") == "text"
    assert mapping_at(DATA, "a") == DATA["a"]
    assert list(items_at(DATA, "a", "c")) == [{"d": 1}]
    assert list(texts_at(DATA, "a", "c")) == ["e"]


@pytest.mark.parametrize("path", [("x",), ("a", "b", "c"), ("a", "c", "d"), ("a", "x")])
def test_what_is_not_there_is_nothing(path: tuple[str, ...]) -> None:
    assert below(DATA, *path) is None
    assert mapping_at(DATA, *path) == {}
    assert text_at(DATA, *path) == ""
    assert [*items_at(DATA, *path), *texts_at(DATA, *path)] == []


@pytest.mark.parametrize(
    ("metadata", "text"),
    [
        ({"name": "a", "namespace": "web"}, "Secret web/a"),
        ({"name": "a"}, "Secret a"),
        ({"name": "a\n# b", "namespace": "web"}, "Secret"),
        ({}, "Secret"),
    ],
)
def test_a_name_that_is_none_is_not_written(metadata: dict[str, str], text: str) -> None:
    assert called(Manifest(data={"apiVersion": "v1", "kind": "Secret", "metadata": metadata})) == text
