"""Inputs made smaller: what fails stays, and it ends."""

from tests.preflight.fuzz import shrinking
from tests.preflight.fuzz.shrinking import shrunk_bytes, shrunk_objects

import pytest


def test_bytes_lose_what_does_not_matter() -> None:
    assert shrunk_bytes(b"some bytes; X and Y, and more", lambda data: b"X" in data and b"Y" in data) == b"XY"


def test_objects_lose_what_does_not_matter() -> None:
    objects = [{"a": 1, "b": {"c": [1, 2]}}, {"d": 2}]
    assert shrunk_objects(objects, lambda fewer: bool(fewer) and "b" in fewer[0]) == [{"b": {}}]


@pytest.mark.parametrize(("limit", "value", "times"), [("MAX_TRIES", 3, 3), ("MAX_SECONDS", -1, 0)])
def test_what_fails_too_often_or_for_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, times: int
) -> None:
    monkeypatch.setattr(shrinking, limit, value)
    tries: list[object] = []
    assert shrunk_bytes(bytes(10**6), tries.append) == bytes(10**6)  # type: ignore[arg-type]
    assert len(tries) == times
    tries.clear()
    assert shrunk_objects([{"a": 1}] * 100, tries.append) == [{"a": 1}] * 100  # type: ignore[arg-type]
    assert len(tries) == times
