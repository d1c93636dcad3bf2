"""`addresses`: problems first, tables as kubectl has them, JSON as documented, and the exit code."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

from preflight.cli import addresses, app
from preflight.rules import input as rules_input
from tests.preflight.addressed import GATEWAY, POLICY, POOL, SERVICE
from tests.projects import ROOT, run
from tests.test_docs import blocks

import pytest
from typer.testing import CliRunner, Result

PAGE = ROOT / "docs" / "addresses.md"
COMMANDS = [
    line.removeprefix("$ ") for block in blocks(PAGE, "console") for line in block.splitlines() if line.startswith("$ ")
]
EXAMPLES = [line.strip().partition(" | ")[0] for line in addresses.EXAMPLES.splitlines() if "-m preflight" in line]
REJECTED = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Settings, namespace: web}\n"
UNREAD = SERVICE.replace("name: dns,", "name: dns, annotations: {lbipam.cilium.io/ip: 192.0.2.1},")


def asked(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["addresses", *arguments], prog_name="python -m preflight")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *documents: str) -> None:
    (folder / "apps.yaml").write_text("---\n".join(text.lstrip("\n") for text in documents), encoding="utf-8")


def test_what_each_service_gets_is_shown_in_tables(folder: Path) -> None:
    write(folder, POOL, GATEWAY, POLICY)
    (folder / "cluster.yaml").write_text("cilium: {values: {l2announcements: {enabled: true}}}\n", encoding="utf-8")
    result = asked("apps.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (
        result.stdout
        == """\
SERVICES
NAMESPACE   NAME                  GATEWAY   REQUESTED   POOLS    ADDRESS     SATISFIED   SHARES-WITH   ANNOUNCED-BY
web         cilium-gateway-edge   edge      <none>      common   192.0.2.1   True        <none>        L2 lan

POOLS
NAME     DISABLED   CONFLICTING   TOTAL   USED   AVAILABLE   PROBLEM
common   false      False         4       1      3           <none>

L2 ANNOUNCEMENTS
SERVICE                   POLICY   NODES       INTERFACES   LEASE
web/cilium-gateway-edge   lan      all nodes   ^eth         cilium-l2announce-web-cilium-gateway-edge
"""
    )


def test_problems_and_notes_come_first(folder: Path) -> None:
    write(folder, POOL, UNREAD, POLICY, REJECTED)
    result = asked("apps.yaml")
    assert result.exit_code == 1
    head, _, tables = result.stdout.partition("\n\n")
    assert re.findall(r"^(?:rejected|.* (?:error|warning) GH\d+|note)(?=\b)", head, re.MULTILINE) == [
        "rejected",
        "  apps.yaml:18:12: error GH110",
        "apps.yaml:8:37: warning GH550",
        "note",
    ]
    assert tables.startswith("SERVICES\n")


def test_an_annotation_ignores_a_finding_here_too(folder: Path) -> None:
    reason = 'gatehouse.dev/ignore.GH550: "meant so", lbipam'
    write(folder, POOL, UNREAD.replace("{lbipam", f"{{{reason}"))
    assert asked("apps.yaml").stdout.startswith("SERVICES\n")


def test_findings_of_other_matters_are_not_reported(folder: Path) -> None:
    route = (
        "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: shop, namespace: web}\n"
        "spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: shop, port: 80}]}]}\n"
    )
    write(folder, POOL, GATEWAY, route)
    assert asked("apps.yaml").stdout.startswith("SERVICES\n")


def test_a_gateway_without_a_pool_is_found(folder: Path) -> None:
    write(folder, GATEWAY)
    result = asked("apps.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("apps.yaml:1:1: warning GH306: Gateway web/edge: ")
    assert "\nSERVICES THAT GET NO ADDRESS FROM CILIUM\n" in result.stdout


def test_json_is_one_object_and_nothing_else(folder: Path) -> None:
    write(folder, POOL, GATEWAY, POLICY, REJECTED)
    result = asked("apps.yaml", "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert [(each["name"], each["addresses"]) for each in document["services"]] == [
        ("cilium-gateway-edge", ["192.0.2.1"])
    ]
    assert "error GH110" in result.stderr
    assert "\nnote: The cluster file does not say whether L2 announcements are on" in result.stderr


def test_what_is_declared_counts(folder: Path) -> None:
    write(folder, POOL, GATEWAY, POLICY)
    (folder / "other.yaml").write_text("nodes: [{name: one, interfaces: [eth0, lo]}]\n", encoding="utf-8")
    assert "lan      one     eth0         cilium-l2announce" in asked("apps.yaml", "--cluster", "other.yaml").stdout


@pytest.mark.parametrize("format", ["text", "json"])
def test_what_cannot_be_read_exits_2(folder: Path, format: str) -> None:
    write(folder, POOL)
    result = asked("apps.yaml", "nowhere.yaml", "--format", format)
    assert result.exit_code == 2
    assert "nowhere.yaml:1:1: error GH002: There is no such file or folder." in result.output


def test_a_cluster_file_that_cannot_be_read_leaves_empty_lists(folder: Path) -> None:
    write(folder, POOL)
    result = asked("apps.yaml", "--cluster", "nowhere.yaml", "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout) == {"version": 1, "services": [], "pools": [], "notes": []}


def test_a_mistake_of_ours_exits_3(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("pool")

    write(folder, POOL, GATEWAY)
    monkeypatch.setattr(rules_input, "addressing", fail)
    result = asked("apps.yaml")
    assert result.exit_code == 3
    assert result.stdout.startswith("error GH001: The prediction of addresses failed with KeyError at ")


def test_a_gateway_without_an_address_is_told_of_once(folder: Path) -> None:
    write(folder, POOL.replace("{blocks", "{disabled: true, blocks"), GATEWAY)
    assert re.findall("GH...", asked("apps.yaml").stdout) == ["GH510"]


# the page


@pytest.mark.parametrize("command", sorted({*COMMANDS, *EXAMPLES}))
def test_the_commands_of_the_page_and_of_the_help_run(command: str) -> None:
    done = in_repository(*shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_page_shows_what_the_platform_gets() -> None:
    shown = blocks(PAGE, "text")[0]
    assert in_repository("-m", "preflight", "addresses", "dist").stdout.endswith(shown)


def test_the_page_names_every_table_and_every_field() -> None:
    page = PAGE.read_text(encoding="utf-8")
    tables = re.findall(r'Table\("([A-Z0-9 ]+)"', (ROOT / "preflight/report/addresses.py").read_text(encoding="utf-8"))
    fields = re.findall(
        r'^ +(\w+)=|"(\w+)": ', (ROOT / "preflight/report/addresses_json.py").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(tables) == 8
    assert [table for table in tables if table not in page] == []
    assert [name for pair in fields for name in pair if name and f'"{name}"' not in page] == []


def in_repository(*command: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, *command], ROOT)
