from typing import Any

from preflight.admission.cel.carried import FIX, not_carried
from preflight.finding import Finding

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("data", "path", "why"),
    [
        ({"a": ["b", "c\0"]}, ("a", 1), "A text has a NUL character"),
        ({"a": {"b\0": 1}}, ("a",), "A text has a NUL character"),
        ({"a": 2**63}, ("a",), "A number is larger than 64 bits can hold"),
        ({"a": -(2**63) - 1}, ("a",), "A number is larger than 64 bits can hold"),
        ({"a": 10**308}, ("a",), "A number is larger than 64 bits can hold"),
    ],
)
def test_what_the_library_cannot_carry(data: dict[str, Any], path: tuple[str | int, ...], why: str) -> None:
    assert not_carried(data) == Finding(
        code="GH142", path=path, reason=f"{why}, so the validation rules cannot be evaluated here.", fix=FIX
    )


@pytest.mark.parametrize(
    "data", [{}, {"a": "\\x00 \\ud800", "b": "1234567890123456789012345"}, {"a": [2**63 - 1, -(2**63), 1e300, None]}]
)
def test_what_only_looks_like_it(data: dict[str, Any]) -> None:
    assert not_carried(data) is None


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_every_other_text_is_carried(text: str) -> None:
    """The oracle is UTF-8: JSON has no other text."""
    assert not_carried({"a": text}) is None
