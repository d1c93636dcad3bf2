"""Versions: reading them, and what can be said of one whose patch is not known."""

from preflight.cluster import Version, version_of

import pytest
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.integers(0, 3)


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("1.20", Version(1, 20)),
        ("1.20.1", Version(1, 20, 1)),
        ("v1.6.1", Version(1, 6, 1)),
        ("1", None),
        ("1.20.1-rc.1", None),
        ("1.20.", None),
        ("1.²", None),
        ("1.20\n", None),
        ("1.99999", None),
        ("", None),
    ],
)
def test_a_version_has_two_numbers_or_three(text: str, version: Version | None) -> None:
    assert version_of(text) == version


@pytest.mark.parametrize("text", ["1.20", "1.20.1"])
def test_a_version_is_written_as_it_is_read(text: str) -> None:
    assert str(version_of(text)) == text


@pytest.mark.parametrize(
    ("version", "at_least"),
    [
        (Version(1, 20, 2), True),
        (Version(1, 20, 1), False),
        (Version(1, 21), True),
        (Version(2, 0), True),
        (Version(1, 19, 9), False),
        (Version(1, 20), None),
    ],
)
def test_an_unknown_patch_leaves_open_what_depends_on_it(version: Version, at_least: bool | None) -> None:
    assert version.at_least(1, 20, 2) is at_least


def test_every_patch_is_at_least_the_first() -> None:
    assert Version(1, 20).at_least(1, 20) is True


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_what_is_said_of_an_unknown_patch_holds_for_each(version: tuple[int, int], other: tuple[int, int, int]) -> None:
    """Oracle: tuples, for each patch that it might be."""
    each = {(*version, patch) >= other for patch in range(10)}
    assert Version(*version).at_least(*other) is (each.pop() if len(each) == 1 else None)
