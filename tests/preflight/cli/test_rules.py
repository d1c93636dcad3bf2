"""`rules`: the table of codes, and the page of one."""

from pathlib import Path

from preflight.catalogue import CATALOGUE
from preflight.cli import app, rules

import pytest
from typer.testing import CliRunner, Result


def said(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rules", *arguments])


def test_all_codes_are_in_the_table() -> None:
    lines = said().stdout.splitlines()
    assert lines[:2] == ["Findings", "CODE    SEVERITY   WHAT"]
    assert [line.split()[0] for line in lines[2:]] == list(CATALOGUE)
    assert "GH404   error      Redirects lead back to where they started." in lines


def test_the_beginning_of_codes_chooses() -> None:
    codes = [line.split()[0] for line in said("GH6").stdout.splitlines()[2:]]
    assert codes == [code for code in CATALOGUE if code.startswith("GH6")]


def test_the_page_of_a_code_is_that_of_the_documentation() -> None:
    text = (rules.PAGES / "GH404.md").read_text(encoding="utf-8")
    assert said("GH404").stdout == text.partition("\n\n")[2]
    assert said("GH404").stdout.startswith(
        "# GH404: Redirects lead back to where they started\n\nError.\n\nBrowsers give up"
    )


def test_without_the_documentation_there_is_the_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(rules, "PAGES", tmp_path)
    assert said("GH404").stdout.splitlines()[2:] == ["GH404   error      Redirects lead back to where they started."]


def test_what_is_no_code_is_refused() -> None:
    found = said("GH4044")
    assert found.exit_code == 2
    text = " ".join(found.stderr.replace("│", " ").split())
    assert "No code is 'GH4044' or starts with it. Write GH404." in text


@pytest.mark.parametrize(("written", "meant"), [("gh403", "GH403"), ("gh5", "GH5")])
def test_codes_are_written_in_capitals(written: str, meant: str) -> None:
    found = said(written)
    assert found.exit_code == 2
    text = " ".join(found.stderr.replace("│", " ").split())
    assert text.endswith(f"Invalid value for CODE: No code is '{written}' or starts with it. Write {meant}.")
