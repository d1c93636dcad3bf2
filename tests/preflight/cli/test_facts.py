"""`facts`: the cluster file goes to standard output, everything else to standard error."""

import re
from pathlib import Path

from preflight.cli import app
from preflight.cluster import ClusterFacts
from preflight.reading.cluster_file import cluster_facts
from preflight.reading.kubectl.commands import COMMANDS

import pytest
from typer.testing import CliRunner, Result

NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n"
DOCS = Path(__file__).resolve().parents[3] / "docs" / "cluster-facts.md"


def run(*arguments: str, given: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["facts", *arguments], input=given, prog_name="python -m preflight")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", ["saved", "saved/a.yaml", "-"])
def test_the_cluster_file_is_written(folder: Path, path: str) -> None:
    (folder / "saved").mkdir()
    (folder / "saved" / "a.yaml").write_text(NAMESPACE, encoding="utf-8")
    result = run("--from-kubectl", path, given=NAMESPACE)
    assert (result.exit_code, result.stderr) == (0, "")
    (folder / "cluster.yaml").write_text(result.stdout, encoding="utf-8")
    assert cluster_facts(folder / "cluster.yaml") == ClusterFacts(namespaces={"web": {}})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [\n", "a.yaml:2:1: error GH002: A value is missing.\n"),
        ("", "error GH002: None of the objects says something about the cluster.\n"),
    ],
)
def test_nothing_is_written_where_something_cannot_be_read(folder: Path, text: str, said: str) -> None:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    result = run("--from-kubectl", "a.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)


def test_what_the_input_is_has_to_be_said(folder: Path) -> None:
    result = run("a.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Missing option '--from-kubectl'." in result.stderr


def test_the_help_has_the_commands_that_save_what_is_read() -> None:
    text = run("--help").stdout
    assert re.findall(r"^    (kubectl .*) > saved/", text, re.MULTILINE) == [each.text for each in COMMANDS]
    assert "    python -m preflight facts --from-kubectl saved > cluster.yaml\n" in text


def test_the_docs_have_the_same_commands() -> None:
    text = DOCS.read_text(encoding="utf-8")
    saved = [(each.text, each.file) for each in COMMANDS]
    assert re.findall(r"^\$ (kubectl .*) > saved/(.*)$", text, re.MULTILINE) == saved
