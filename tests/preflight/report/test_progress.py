"""Progress: on a terminal only, and gone when the work is done."""

from io import StringIO

from preflight.report.progress import progress

import pytest


class Terminal(StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("total", [None, 2])
def test_a_terminal_shows_it_and_loses_it_again(monkeypatch: pytest.MonkeyPatch, total: int | None) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with progress(stream, "Judging", total) as done:
        done(1)
    assert "Judging" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


def test_a_pipe_shows_nothing() -> None:
    stream = StringIO()
    with progress(stream, "Judging", 2) as done:
        done(1)
    assert stream.getvalue() == ""
