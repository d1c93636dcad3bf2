"""Answers as `explain` reports them: one or several, in text and in JSON, and compared with what is expected."""

import json
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import TextIO

from preflight.gateway_api.answers import Answer
from preflight.gateway_api.request_parsing import request_to
from preflight.report.answered import (
    Answered,
    answered,
    write_answer_json,
    write_answers,
    write_answers_json,
    write_comparison,
    write_comparison_json,
)
from preflight.request_files import Asked, expectations_in
from tests.preflight.gateway_api.answers import direct, redirect, to_backends

import pytest

ONE = to_backends(1, rule=1, match=None, why=("A rule matches.",))
NONE = direct(404)
EXPECTED = """\
- url: http://a.b/one
  expect: {backend: web/v1:80}
- url: http://a.b/two
  expect: {exposed: false}
- url: http://a.b/three
  expect: {redirect: https://a.b/three}
"""


def written(write: Callable[[Sequence[Answered], TextIO], None], all_answered: Sequence[Answered]) -> str:
    """Return what a report says."""
    stream = StringIO()
    write(all_answered, stream)
    return stream.getvalue()


def plain(path: str, answer: Answer) -> Answered:
    """Return an answer of which nothing is expected."""
    return answered(Asked(request=request_to(f"http://a.b/{path}")), answer, {})


@pytest.fixture
def compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Answered]:
    """Three answers, of which the second is not the expected one."""
    monkeypatch.chdir(tmp_path)
    Path("routes.yaml").write_text(EXPECTED, encoding="utf-8")
    asked = expectations_in("routes.yaml")
    return [answered(*pair, {}) for pair in zip(asked, (ONE, ONE, redirect("https://a.b/three")), strict=True)]


def test_answers_are_explained_with_an_empty_line_between_them() -> None:
    assert written(write_answers, [plain("one", ONE), plain("two", NONE)]) == (
        "GET http://a.b/one goes to Service web/v1 port 80 (100 %).\n"
        "  A rule matches.\n"
        "\n"
        "GET http://a.b/two is answered with 404 by Gateway infra/gateway: no route matches.\n"
    )


def test_failures_are_listed_by_file_and_line_and_counted(compared: list[Answered]) -> None:
    assert written(write_comparison, compared) == (
        "routes.yaml:3:3: failed: Expected: it is not exposed, so that the Gateway answers 404 or there is no "
        "connection.\n"
        "  GET http://a.b/two goes to Service web/v1 port 80 (100 %).\n"
        "    A rule matches.\n"
        "3 requests: 2 as expected, 1 failed.\n"
    )


def test_what_is_as_expected_is_counted_only(compared: list[Answered]) -> None:
    assert written(write_comparison, compared[:1]) == "1 request: 1 as expected, 0 failed.\n"


def test_one_answer_is_one_object_and_several_are_a_list() -> None:
    (one,) = [plain("one", ONE)]
    assert json.loads(written(write_answer_json, [one]))["outcome"] == "backend"
    assert [each["outcome"] for each in json.loads(written(write_answers_json, [one]))] == ["backend"]


def test_a_comparison_has_each_answer_with_its_place_and_what_failed(compared: list[Answered]) -> None:
    first, second, third = json.loads(written(write_comparison_json, compared))
    assert (first["source"], first["answer"]["outcome"]) == ({"file": "routes.yaml", "line": 1, "column": 3}, "backend")
    assert "failed" not in first
    assert second["failed"].startswith("Expected: it is not exposed")
    assert third["answer"]["location"] == "https://a.b/three"


def test_json_is_ascii() -> None:
    assert written(write_answer_json, [plain("one", redirect("https://caf\u00e9/"))]).isascii()


def test_colours_are_there_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)
    assert written(write_answers, [plain("one", ONE)]).startswith(
        "GET http://a.b/one \x1b[32mgoes to\x1b[0m Service web/v1"
    )
