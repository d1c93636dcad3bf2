"""Writing a cluster file: how values are written, and that they are read as they were."""

from preflight.reading.documents import documents
from preflight.reading.kubectl.sections import Entry, Section
from preflight.reading.kubectl.writing import cluster_file

import pytest
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.one_of(
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)),
    st.sampled_from(["on", "No", "1e3", "0x1f", "1_000", "12:30", "2026-11-25", "null", "~", "192.0.2.1", "a: b", "-"]),
)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(0, 2**31),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=20,
)


def test_a_mapping_says_where_each_entry_is_from() -> None:
    section = Section(
        {"version": Entry("1.20.1", "an image"), "values": Entry({"a": {"b": True}, "c": []}, "a ConfigMap")}
    )
    assert cluster_file({"cilium": section}, "The start.\nMore.", "The end.") == (
        "# The start.\n# More.\n"
        "\n"
        'cilium:\n  # an image\n  version: "1.20.1"\n  # a ConfigMap\n  values:\n    a: {b: true}\n    c: []\n'
        "\n"
        "# The end.\n"
    )


def test_an_item_that_is_long_is_written_on_several_lines() -> None:
    labels = {f"example.com/label-{number}": "on" for number in range(5)}
    section = Section([{"name": "a", "labels": labels}, {"name": "b"}], "nodes")
    assert cluster_file({"nodes": section}, "", "") == (
        "# nodes\nnodes:\n  - name: a\n    labels:\n"
        + "".join(f'      example.com/label-{number}: "on"\n' for number in range(5))
        + "  - {name: b}\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("web", "web"),
        ("kubernetes.io/os", "kubernetes.io/os"),
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", '"2001:db8::1"'),
        ("1.20", '"1.20"'),
        ("Yes", '"Yes"'),
        ("", '""'),
        ("a # b", '"a # b"'),
        (80, "80"),
        (True, "true"),
    ],
)
def test_what_yaml_would_take_for_something_else_is_in_quotes(value: object, written: str) -> None:
    assert cluster_file({"a": Section([value])}, "", "") == f"a:\n  - {written}\n"


@given(st.lists(VALUES, min_size=1, max_size=3))
def test_values_are_read_as_they_were(values: list[object]) -> None:
    """Oracle: the other direction."""
    (document,) = documents(cluster_file({"a": Section(values)}, "start", "end"), "a.yaml")
    assert document.data == {"a": values}
