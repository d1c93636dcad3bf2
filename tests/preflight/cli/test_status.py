"""`status`: problems first, tables as kubectl has them, JSON in the Kubernetes shape, and the exit code."""

import json
from pathlib import Path

from preflight.cli import app
from preflight.gateway_api import differences, judge
from tests.preflight.gateway_api.findings.judged import GATEWAY, POOL, ROUTE, SERVICE

import pytest
from typer.testing import CliRunner, Result

REJECTED = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Settings, namespace: web}\n"
SECTION = ROUTE.replace("{name: edge}", "{name: edge, sectionName: http}").replace(
    "rules", "hostnames: [shop.example]\n  rules"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["status", *arguments], prog_name="python -m preflight")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *documents: str) -> None:
    (folder / "apps.yaml").write_text("---\n".join(text.lstrip("\n") for text in documents), encoding="utf-8")


def test_what_is_accepted_is_shown_in_tables(folder: Path) -> None:
    write(folder, POOL, GATEWAY, SERVICE, SECTION)
    result = run("apps.yaml")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert (
        result.stdout
        == """\
GATEWAYCLASSES
NAME     CONTROLLER                     ACCEPTED
cilium   io.cilium/gateway-controller   True

GATEWAYS
NAMESPACE   NAME   CLASS    ADDRESS     ACCEPTED   PROGRAMMED   LISTENERSETS
web         edge   cilium   192.0.2.0   True       True         0

LISTENERS
PARENT     NAME   PORT   PROTOCOL   HOSTNAME   ACCEPTED   RESOLVEDREFS   PROGRAMMED   ROUTES
web/edge   http   80     HTTP       *          True       True           True         1

HTTPROUTES
NAMESPACE   NAME   HOSTNAMES      PARENT          ACCEPTED   RESOLVEDREFS
web         shop   shop.example   web/edge/http   True       True
"""
    )


def test_problems_come_first_and_rejected_objects_are_named(folder: Path) -> None:
    write(folder, POOL, GATEWAY, ROUTE, REJECTED)
    result = run("apps.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "rejected ConfigMap web/Settings\n"
        "  apps.yaml:22:12: error GH110: metadata.name: 'Settings' is not a DNS subdomain: lower-case letters, digits, "
        "'-' and '.', with a letter or digit at both ends and around each '.'.\n"
        "    fix: Write 'settings'.\n"
        "apps.yaml:18:27: error GH202: HTTPRoute web/shop: spec.rules[0].backendRefs[0].name: Service web/shop is "
        "neither among the manifests nor declared, so it is taken not to be there.\n"
        "  fix: Add it, or declare it in cluster.yaml if it is defined elsewhere: services: [{namespace: web, name: "
        "shop, ports: [80]}].\n"
        "\n"
        "GATEWAYCLASSES\n"
    )
    assert result.stdout.endswith("web         shop   <none>      web/edge   True       False (BackendNotFound)\n")


def test_what_the_cluster_file_declares_is_there(folder: Path) -> None:
    write(folder, POOL, GATEWAY, ROUTE)
    Path("cluster.yaml").write_text("services: [{namespace: web, name: shop, ports: [80]}]\n", encoding="utf-8")
    assert run("apps.yaml").exit_code == 0


def test_warnings_leave_the_exit_code_alone(folder: Path) -> None:
    write(folder, GATEWAY)
    result = run("apps.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("apps.yaml:1:1: warning GH306: Gateway web/edge: ")


def test_json_is_a_list_of_objects_and_nothing_else(folder: Path) -> None:
    write(folder, POOL, GATEWAY, ROUTE, REJECTED)
    result = run("apps.yaml", "--format", "json")
    assert result.exit_code == 1
    objects = json.loads(result.stdout)
    assert [(each["apiVersion"], each["kind"], each["metadata"]) for each in objects] == [
        ("gateway.networking.k8s.io/v1", "Gateway", {"name": "edge", "namespace": "web"}),
        ("gateway.networking.k8s.io/v1", "HTTPRoute", {"name": "shop", "namespace": "web"}),
    ]
    assert "error GH110" in result.stderr
    assert "error GH202" in result.stderr


@pytest.mark.parametrize(("semantics", "status"), [("cilium", "True"), ("spec", "False")])
def test_a_note_says_where_cilium_and_the_specification_differ(folder: Path, semantics: str, status: str) -> None:
    listeners = "[{name: http, port: 80, protocol: HTTP, hostname: a.example}, {name: b, port: 80, protocol: HTTP}]"
    write(folder, POOL, GATEWAY.replace("[{name: http, port: 80, protocol: HTTP}]", listeners), SERVICE, SECTION)
    result = run("apps.yaml", "--semantics", semantics)
    (note,) = [line for line in result.stdout.splitlines() if line.startswith("note: ")]
    assert note.startswith(f"note: HTTPRoute web/shop, parent web/edge/http: Accepted is {status} (")


@pytest.mark.parametrize("format", ["text", "json"])
def test_what_cannot_be_read_exits_2(folder: Path, format: str) -> None:
    write(folder, POOL)
    result = run("apps.yaml", "nowhere.yaml", "--format", format)
    assert result.exit_code == 2
    assert "nowhere.yaml:1:1: error GH002: There is no such file or folder." in result.output


def test_a_cluster_file_that_cannot_be_read_leaves_an_empty_list(folder: Path) -> None:
    write(folder, POOL)
    result = run("apps.yaml", "--cluster", "nowhere.yaml", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "[]\n")


def test_where_there_is_nothing_to_predict_that_is_said(folder: Path) -> None:
    write(folder, SERVICE)
    result = run("apps.yaml")
    assert (result.exit_code, result.stdout) == (0, "There is no object that the Gateway controller looks at.\n")


def test_an_object_without_a_schema_is_no_part_of_the_prediction(folder: Path) -> None:
    kind = "apiVersion: gateway.networking.k8s.io/v1\nkind: ListenerSet\n"
    write(folder, f"{kind}metadata: {{name: a, namespace: b}}\nspec: 7\n")
    result = run("apps.yaml", "--target", "cilium=1.19")
    assert result.exit_code == 0
    assert result.stdout.startswith("apps.yaml:1:1: info GH103: ListenerSet b/a: ")
    assert result.stdout.endswith("\n\nThere is no object that the Gateway controller looks at.\n")


def test_a_mistake_of_ours_in_the_notes_leaves_the_prediction(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("listener")

    write(folder, POOL, GATEWAY)
    monkeypatch.setattr(differences, "differences", fail)
    result = run("apps.yaml")
    assert result.exit_code == 3
    assert result.stdout.startswith("error GH001: The comparison with another implementation failed with KeyError at ")
    assert "\nGATEWAYS\n" in result.stdout


def test_a_mistake_of_ours_exits_3(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("listener")

    write(folder, GATEWAY)
    monkeypatch.setattr(judge, "predict", fail)
    result = run("apps.yaml")
    assert result.exit_code == 3
    assert result.stdout.startswith("error GH001: The prediction of the Gateway controller failed with KeyError")
