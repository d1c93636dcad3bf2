"""Go templates: which parameters a text names, and what they make of it."""

from constructs_lib.delivery.templates import is_template, is_whole, parameters, placeholders, rendered

import pytest
from hypothesis import given
from hypothesis import strategies as st

VALUES = {"path": {"path": "dist/edge-1", "basename": "edge-1", "segments": ["dist", "edge-1"]}, "url": "https://a"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{.path.basename}}", [("path", "basename")]),
        ("{{ .url }}-{{- .path.path -}}", [("url",), ("path", "path")]),
        ("{{index .path.segments 1}}", [("path", "segments")]),
        ('{{index .metadata.labels "a.b/c"}}', [("metadata", "labels")]),
        ('{{default "a.b" .url | normalize}}', [("url",)]),
        ("{{path.basename}}", []),
        ("plain.text", []),
    ],
)
def test_the_parameters_of_a_text_are_those_with_a_dot_before_them(text: str, expected: list[tuple[str, ...]]) -> None:
    assert parameters(text) == expected


def test_placeholders_are_found_one_by_one() -> None:
    assert placeholders("a{{.b}}c{{.d}}") == ["{{.b}}", "{{.d}}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{.path.basename}}", "edge-1"),
        ("a-{{ .path.basename }}-b", "a-edge-1-b"),
        ("{{index .path.segments 1}}", "edge-1"),
        ("{{index .path.segments 2}}", "*"),
        ("{{.unknown}}", "*"),
        ("{{.path.unknown}}", "*"),
        ("{{.path}}", "*"),
        ("{{.url.more}}", "*"),
        ("{{.path.basename | upper}}", "*"),
        ('{{index .metadata.labels "a"}}', "*"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_rendered_as_far_as_its_parameters_are_known(text: str, expected: str) -> None:
    assert rendered(text, VALUES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{{.a}}", True), ("plain", True), ("{{.a}", False), ("{{}}", False), ("a}}", False), ("{{.a}}{{", False)],
)
def test_a_whole_text_has_no_placeholder_that_is_empty_or_open(text: str, expected: bool) -> None:
    assert is_whole(text) == expected


def test_text_with_placeholders_is_a_template_and_nothing_else_is() -> None:
    assert (is_template("{{.a}}"), is_template("a"), is_template(None), is_template(5)) == (True, False, False, False)


names = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)


@given(values=st.dictionaries(names, st.text("abc./-", max_size=5), min_size=1), data=st.data())
def test_rendering_is_putting_together_what_was_taken_apart(values: dict[str, str], data: st.DataObject) -> None:
    """Oracle: the other direction; a text is made of pieces, and of parameters between them."""
    keys = data.draw(st.lists(st.sampled_from(sorted(values)), max_size=4))
    pieces = data.draw(st.lists(st.text("xyz-", max_size=3), min_size=len(keys) + 1, max_size=len(keys) + 1))
    text = pieces[0] + "".join(f"{{{{.{key}}}}}{piece}" for key, piece in zip(keys, pieces[1:], strict=True))
    expected = pieces[0] + "".join(values[key] + piece for key, piece in zip(keys, pieces[1:], strict=True))
    assert rendered(text, values) == expected
    assert parameters(text) == [(key,) for key in keys]
