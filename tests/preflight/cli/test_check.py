"""`check`: what is selected, ignored and compared, and how it exits."""

import json
import subprocess
from pathlib import Path

from preflight.cli import app

import pytest
from typer.testing import CliRunner, Result

GATEWAY = """\
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: common}
spec: {blocks: [{cidr: 192.0.2.0/24}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: web}
spec:
  gatewayClassName: cilium
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: v1
kind: Service
metadata: {name: shop, namespace: web}
spec: {ports: [{port: 80}]}
"""
TWICE = """\
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: web}
spec:
  parentRefs: [{name: edge}]
  rules:
  - backendRefs: [{name: shop, port: 80}]
  - backendRefs: [{name: shop, port: 80}]
"""
ONCE = TWICE.removesuffix("  - backendRefs: [{name: shop, port: 80}]\n")
IGNORING = TWICE.replace(
    "web}\nspec", 'web, annotations: {gatehouse.dev/ignore.GH405: "It is switched on later."}}\nspec'
)
FINDING = (
    "route.yaml:8:5: warning GH405: HTTPRoute web/shop: spec.rules[1].matches[0]: No request gets to the path prefix /"
)
IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gateway.yaml").write_text(GATEWAY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(folder: Path, route: str, *options: str) -> Result:
    (folder / "route.yaml").write_text(route, encoding="utf-8")
    return CliRunner().invoke(app, ["check", "gateway.yaml", "route.yaml", *options])


def test_warnings_fail_only_where_they_should(folder: Path) -> None:
    found = check(folder, TWICE)
    assert found.exit_code == 0
    assert found.stdout.startswith(FINDING)
    assert found.stdout.endswith("4 objects: 1 warning.\n")
    assert check(folder, TWICE, "--strict").exit_code == 1
    assert check(folder, ONCE, "--strict").exit_code == 0


def test_codes_are_selected_and_left_out(folder: Path) -> None:
    for options, is_found in {
        ("--select", "GH4"): True,
        ("--select", "GH310,GH405"): True,
        ("--select", "GH310"): False,
        ("--ignore", "GH405"): False,
        ("--select", "GH4", "--ignore", "GH40"): False,
    }.items():
        assert (FINDING in check(folder, TWICE, *options).stdout) is is_found
    refused = check(folder, TWICE, "--select", "GH9")
    assert refused.exit_code == 2
    assert "no code is 'GH9' or starts with it" in " ".join(refused.stderr.replace("│", " ").split())


@pytest.mark.parametrize("options", [("",), (",",), ("GH4", "--select", " ")])
def test_an_empty_selection_is_a_slip(folder: Path, options: tuple[str, ...]) -> None:
    refused = check(folder, TWICE, "--select", *options)
    assert (refused.exit_code, refused.stdout) == (2, "")
    said = " ".join(refused.stderr.replace("│", " ").split())
    assert said.endswith("Invalid value for --select: It names no code. Leave the option out to have all of them.")
    assert FINDING in check(folder, TWICE, "--ignore", "").stdout


def test_an_annotation_ignores_with_a_reason(folder: Path) -> None:
    assert check(folder, IGNORING, "--strict").stdout == "4 objects: no findings, 1 ignored.\n"
    unused = check(folder, IGNORING.replace("GH405", "GH406"))
    assert "warning GH004: HTTPRoute web/shop: metadata.annotations[gatehouse.dev/ignore.GH406]" in unused.stdout
    summary = json.loads(check(folder, IGNORING, "--format", "json").stdout)["summary"]
    assert summary == {"objects": 4, "errors": 0, "warnings": 0, "infos": 0, "ignored": 1}


def test_only_what_is_new_since_a_baseline(folder: Path) -> None:
    (folder / "before.json").write_text(check(folder, TWICE, "--format", "json").stdout, encoding="utf-8")
    again = check(folder, "# moved\n" + TWICE, "--strict", "--baseline", "before.json")
    assert again.stdout == "4 objects: no new findings.\nSince then: 0 introduced, 0 fixed, 1 unchanged.\n"
    assert again.exit_code == 0
    fixed = check(folder, ONCE, "--baseline", "before.json", "--format", "json")
    assert json.loads(fixed.stdout)["summary"] == {
        "objects": 4,
        "errors": 0,
        "warnings": 0,
        "infos": 0,
        "ignored": 0,
        "introduced": 0,
        "fixed": 1,
        "unchanged": 0,
    }
    (folder / "before.json").write_text('{"findings": []}', encoding="utf-8")
    new = check(folder, TWICE, "--strict", "--baseline", "before.json")
    assert new.exit_code == 1
    assert new.stdout.endswith("4 objects: 1 warning.\nSince then: 1 introduced, 0 fixed, 0 unchanged.\n")
    assert check(folder, TWICE, "--baseline", "none.json").exit_code == 2


def test_only_what_is_new_since_a_revision(folder: Path) -> None:
    check(folder, ONCE)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "First"]):
        subprocess.run(["git", *IDENTITY, *command], cwd=folder, check=True)
    new = check(folder, TWICE, "--since", "HEAD")
    assert FINDING in new.stdout
    assert new.stdout.endswith("Since then: 1 introduced, 0 fixed, 0 unchanged.\n")
    assert "There is no revision 'none'." in check(folder, TWICE, "--since", "none").stdout
    assert check(folder, TWICE, "--since", "HEAD", "--baseline", "before.json").exit_code == 2
