"""Text: what people read in a terminal and in the log of a synth."""

import re
from io import StringIO

from preflight.report.outcome import Outcome
from preflight.report.text import MAX_ADMITTED, findings_text, write_findings, write_objects
from tests.preflight.report.outcomes import (
    CLEAN,
    DEPRECATED,
    OUTCOME,
    RULE,
    TYPE,
    UNREADABLE,
    WEB,
    Place,
    verdict,
    written,
)

import pytest

FINDINGS = r"""info GH103: Widget w: No schema is known for 'Widget'.
  fix: Give its CRD.
a b,c:\x07%\udcff.yaml:2:5: error GH114: ConfigMap \x1b[31m[red]\n::error::x\u202e%](y: metadata.labels[a\x1b[2J.b/c]: The label is '\x9bx'.
  fix: Leave \u2028 out.
apps.yaml:9:7: error GH140: HTTPRoute apps/web: spec.rules[0]: A redirect has backends.
  fix: Leave out 'backendRefs'.
apps.yaml:14:15: error GH123: HTTPRoute apps/web: spec.rules[0].matches[1].path.type: 'Glob' is not one of 'Exact' and 'PathPrefix'.
  fix: Write one of these.
  written at main.py:42, construct platform/apps/web
apps.yaml:30:1: warning GH105: GRPCRoute apps/shop: apiVersion: 'v1alpha2' is deprecated.
  fix: Write 'v1'.
broken.yaml:3:1: error GH002: A tab indents the line.
  fix: Indent with spaces.
5 objects: 4 errors, 1 warning, 1 info.
"""  # noqa: E501  # a finding is one line

OBJECTS = r"""broken.yaml:3:1: error GH002: A tab indents the line.
  fix: Indent with spaces.
rejected HTTPRoute apps/web
  apps.yaml:9:7: error GH140: spec.rules[0]: A redirect has backends.
    fix: Leave out 'backendRefs'.
  apps.yaml:14:15: error GH123: spec.rules[0].matches[1].path.type: 'Glob' is not one of 'Exact' and 'PathPrefix'.
    fix: Write one of these.
    written at main.py:42, construct platform/apps/web
rejected ConfigMap \x1b[31m[red]\n::error::x\u202e%](y
  a b,c:\x07%\udcff.yaml:2:5: error GH114: metadata.labels[a\x1b[2J.b/c]: The label is '\x9bx'.
    fix: Leave \u2028 out.
admitted GRPCRoute apps/shop
  apps.yaml:30:1: warning GH105: apiVersion: 'v1alpha2' is deprecated.
    fix: Write 'v1'.
admitted Widget w
  info GH103: No schema is known for 'Widget'.
    fix: Give its CRD.
admitted Gateway infra/main
5 objects: 3 admitted, 2 rejected, and 1 that could not be read.
"""


def clean(number: int) -> Outcome:
    """Return so many objects without findings."""
    return Outcome(tuple(verdict("v1", CLEAN._replace(name=f"g{index}"), None) for index in range(number)))


def test_check_lists_findings_by_place_and_counts_them() -> None:
    assert written(write_findings) == FINDINGS


def test_admit_lists_what_is_rejected_first_and_what_is_clean_last() -> None:
    assert written(write_objects) == OBJECTS


def test_findings_text_is_what_check_lists() -> None:
    lines = findings_text([UNREADABLE, TYPE, RULE]).splitlines()
    assert lines == [line for line in FINDINGS.splitlines()[4:-1] if "GH105" not in line and "'v1'" not in line]


@pytest.mark.parametrize(
    ("outcome", "checked", "admitted"),
    [
        (Outcome(), "0 objects: no findings.\n", "0 objects: 0 admitted, 0 rejected.\n"),
        (clean(1), "1 object: no findings.\n", "admitted Gateway infra/g0\n1 object: 1 admitted, 0 rejected.\n"),
        (
            Outcome((verdict("v1", WEB, Place("a.yaml", 1), RULE, DEPRECATED, RULE),)),
            "1 object: 2 errors, 1 warning.\n",
            "1 object: 0 admitted, 1 rejected.\n",
        ),
    ],
)
def test_the_last_line_counts(outcome: Outcome, checked: str, admitted: str) -> None:
    assert written(write_findings, outcome).endswith(checked)
    assert written(write_objects, outcome).endswith(admitted)


def test_many_clean_objects_are_counted_only() -> None:
    assert len(written(write_objects, clean(MAX_ADMITTED)).splitlines()) == MAX_ADMITTED + 1
    assert written(write_objects, clean(MAX_ADMITTED + 1)) == "21 objects: 21 admitted, 0 rejected.\n"


class Terminal(StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment that says nothing of colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return monkeypatch


def coloured(stream: StringIO) -> str:
    """Return what is written to a stream of one error."""
    write_findings(Outcome(unreadable=(UNREADABLE,)), stream)
    return stream.getvalue().splitlines()[0].partition(": ")[2]


def test_a_terminal_shows_the_severity_in_colour(environment: pytest.MonkeyPatch) -> None:
    assert coloured(Terminal()) == "\x1b[1;31merror\x1b[0m GH002: A tab indents the line."


def test_a_pipe_has_no_colour_unless_it_is_asked_for(environment: pytest.MonkeyPatch) -> None:
    assert coloured(StringIO()) == "error GH002: A tab indents the line."
    environment.setenv("FORCE_COLOR", "1")
    assert coloured(StringIO()) == "\x1b[1;31merror\x1b[0m GH002: A tab indents the line."


@pytest.mark.parametrize(
    ("name", "value", "expected"), [("NO_COLOR", "1", "\x1b[1merror\x1b[0m GH002"), ("TERM", "dumb", "error GH002")]
)
def test_a_terminal_can_be_without_colour(
    environment: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    environment.setenv(name, value)
    assert coloured(Terminal()) == f"{expected}: A tab indents the line."


def test_what_was_read_never_reaches_a_terminal_raw(environment: pytest.MonkeyPatch) -> None:
    for write in (write_findings, write_objects):
        stream = Terminal()
        write(OUTCOME, stream)
        text = re.sub("\x1b\\[[0-9;]+m(error|rejected|warning|info|admitted|fix)\x1b\\[0m", r"\1", stream.getvalue())
        assert text == written(write)
        assert text.replace("\n", "").isprintable()
