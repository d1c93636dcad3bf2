"""Paths of fields, as the API server writes them."""

from preflight.field_path import FieldPath, Key, text

import pytest

PATHS: list[tuple[FieldPath, str]] = [
    ((), ""),
    (("spec",), "spec"),
    (("spec", "rules", 0, "matches", 12, "path", "value"), "spec.rules[0].matches[12].path.value"),
    (("metadata", "labels", Key("app.kubernetes.io/name")), "metadata.labels[app.kubernetes.io/name]"),
    ((0, "name"), "[0].name"),
]


@pytest.mark.parametrize(("path", "written"), PATHS)
def test_a_path_is_written_as_the_api_server_does(path: FieldPath, written: str) -> None:
    assert text(path) == written


def test_a_key_finds_what_its_text_finds() -> None:
    assert {"a.b": 1}[Key("a.b")] == 1
