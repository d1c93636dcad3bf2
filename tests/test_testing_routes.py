"""Tests of routes as docs/testing-routes.md has them: its commands and examples run, and routes.yaml holds."""

import inspect
import os
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from constructs_lib.testing import OUTPUT, routes_of
from preflight.cli import explain
from preflight.gateway_api.answer_json import answer_json
from preflight.gateway_api.answers import Answer, Outcome
from preflight.request_files import EXPECT_FIELDS
from tests.projects import ROOT, run, times
from tests.test_docs import blocks

import pytest

PAGE = ROOT / "docs" / "testing-routes.md"
ASK, TEST, PYTEST = blocks(PAGE, "python")
REQUESTS, EXPECTED = blocks(PAGE, "yaml")
COMMANDS = [
    line.removeprefix("$ ") for block in blocks(PAGE, "console") for line in block.splitlines() if line.startswith("$ ")
]
EXAMPLES = [line.strip() for line in explain.EXAMPLES.splitlines() if "-m preflight" in line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder like the repository's, with the files that the page shows."""
    for name in ("dist", "cluster.yaml", "main.py", "routes.yaml"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "requests.yaml").write_text(REQUESTS, encoding="utf-8")
    return tmp_path


def in_folder(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return run([sys.executable, *command], folder, PYTHONPATH=str(ROOT))


@pytest.mark.parametrize("command", sorted({*COMMANDS, *EXAMPLES}))
def test_the_commands_of_the_page_and_of_the_help_answer(folder: Path, command: str) -> None:
    done = in_folder(folder, *shlex.split(command)[1:])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_page_shows_a_command_for_each_kind_of_question() -> None:
    assert (len(COMMANDS), len(EXAMPLES)) == (8, 5)
    options = ("-X", "-H", "--sni", "--grpc", "--gateway", "--requests", "--expect", "tls://", "tcp://")
    assert [option for option in options if not any(option in command for command in COMMANDS)] == []


def test_the_routes_of_the_platform_are_as_routes_yaml_expects() -> None:
    done = run([sys.executable, "-m", "preflight", "explain", "dist", "--expect", "routes.yaml"], ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "16 requests: 16 as expected, 0 failed.\n"


def test_what_routes_yaml_expects_can_fail(folder: Path) -> None:
    text = (ROOT / "routes.yaml").read_text(encoding="utf-8")
    (folder / "other.yaml").write_text(text.replace("/admin\n", "/realms\n"), encoding="utf-8")
    done = in_folder(folder, "-m", "preflight", "explain", "dist", "--expect", "other.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith("other.yaml:")
    assert done.stdout.endswith("16 requests: 15 as expected, 1 failed.\n")


def test_the_expectations_that_the_page_shows_are_met(folder: Path) -> None:
    (folder / "shown.yaml").write_text(EXPECTED, encoding="utf-8")
    done = in_folder(folder, "-m", "preflight", "explain", "dist", "--expect", "shown.yaml")
    assert (done.returncode, done.stdout) == (0, "3 requests: 3 as expected, 0 failed.\n")


def test_the_page_says_what_each_field_of_expect_means() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("`expect` has one of these")[2].partition("\n## ")[0]
    assert [name for name in EXPECT_FIELDS if f"`{name}" not in section] == []


def test_the_page_has_every_field_of_the_answers_in_json(folder: Path) -> None:
    shown = set(re.findall(r'"(\w+)"', PAGE.read_text(encoding="utf-8").partition("## For scripts")[2]))
    answer = Answer(outcome=Outcome.BACKEND)
    source = inspect.getsource(answer_json)
    assert set(re.findall(r'^        "(\w+)":', source, re.MULTILINE)) <= shown
    assert {each.name for each in fields(answer)} - {"response_headers_added"} <= shown


def test_the_python_of_the_page_runs(folder: Path) -> None:
    (folder / "shown.py").write_text(f"{ASK}\n{TEST}", encoding="utf-8")
    done = in_folder(folder, "shown.py")
    assert (done.returncode, done.stderr) == (0, "")
    assert ASK.count("platform.") >= 5


def test_the_test_of_the_page_passes_and_leaves_dist_alone(folder: Path) -> None:
    before = times(ROOT / "dist")
    (folder / "test_shown.py").write_text(PYTEST, encoding="utf-8")
    done = in_folder(folder, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_shown.py")
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
    assert times(ROOT / "dist") == before


PROGRAM = """\
from constructs_lib import Domain, Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, Platform
from cdk8s import Chart

app = Platform(root={root!r})
chart = Chart(app, "shop")
domains = [Domain("example.link", name="link")]
gateway = Gateway(chart, "gateway", namespace="shop", domains=domains, cluster_issuer="letsencrypt")
HttpRoute(
    chart,
    "shop",
    namespace="shop",
    parent_refs=[gateway.https("link")],
    hostnames=["shop.example.link"],
    rules=[HttpRouteRule(backend_refs=[HttpBackendRef("shop", port=80)])],
)
app.synth()
"""


@pytest.mark.parametrize("before", [None, "elsewhere"])
def test_a_program_is_asked_with_the_cluster_file_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    if before is None:
        monkeypatch.delenv(OUTPUT, raising=False)
    else:
        monkeypatch.setenv(OUTPUT, before)
    program = tmp_path / "main.py"
    program.write_text(PROGRAM.format(root=str(tmp_path)), encoding="utf-8")
    (tmp_path / "cluster.yaml").write_text("services: [{namespace: shop, name: shop, ports: [80]}]\n", encoding="utf-8")
    routes_of(program).get("https://shop.example.link/").reaches("shop/shop:80")
    routes_of(str(program), semantics="spec").get("https://shop.example.link/").reaches("shop/shop:80")
    assert not (tmp_path / "dist").exists()
    assert os.environ.get(OUTPUT) == before
