"""`python -m preflight` for real: exit codes, pipes, locales, hostile input and the examples of its help."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from preflight.report.formats import Format

import pytest

ROOT = Path(__file__).resolve().parents[2]
GATEWAY = """\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: main, namespace: infra}
spec:
  gatewayClassName: cilium
  listeners:
    - {name: http, protocol: HTTP, port: 80}
"""
MISSPELT = GATEWAY.replace("gatewayClassName", "gatewayClasName")
WIDGETS = """\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with everything that the examples of the help name."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "more-crds").mkdir()
    for name, text in {
        "dist/gateway.yaml": GATEWAY,
        "gateway.yaml": GATEWAY,
        "apps.yaml": GATEWAY.replace("main", "apps"),
        "cluster.yaml": "cilium: {version: '1.20.3'}\n",
        "more-crds/widgets.yaml": WIDGETS,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def environment(**variables: str) -> dict[str, str]:
    """Return an environment that says nothing of colours and finds this repository."""
    kept = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "NO_COLOR"}}
    return kept | {"PYTHONPATH": str(ROOT)} | variables


def run(
    folder: Path, *arguments: str, given: str = "", variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "preflight", *arguments],
        cwd=folder,
        env=environment(**(variables or {})),
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_what_is_admitted_exits_0(folder: Path) -> None:
    done = run(folder, "admit", "dist")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "admitted Gateway infra/main\n1 object: 1 admitted, 0 rejected.\n",
        "",
    )


def test_what_is_rejected_exits_1(folder: Path) -> None:
    (folder / "dist" / "gateway.yaml").write_text(MISSPELT, encoding="utf-8")
    done = run(folder, "check", "dist")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("dist/gateway.yaml:")
    assert "error GH120: Gateway infra/main: spec.gatewayClasName: " in done.stdout


def test_what_cannot_be_read_exits_2_and_the_rest_is_judged(folder: Path) -> None:
    done = run(folder, "admit", "dist", "nowhere.yaml")
    assert done.returncode == 2
    assert done.stdout.startswith("nowhere.yaml:")
    assert "error GH002: " in done.stdout
    assert done.stdout.endswith(
        "admitted Gateway infra/main\n1 object: 1 admitted, 0 rejected, and 1 that could not be read.\n"
    )


def test_what_is_no_object_is_rejected_as_an_object_is(folder: Path) -> None:
    done = run(folder, "admit", "dist", "-", given="hello\n")
    assert done.returncode == 1
    assert done.stdout == (
        "rejected (no kind) (no name)\n"
        "  -:1:1: error GH102: 'hello' is not a Kubernetes object.\n"
        "    fix: Write an object, with apiVersion, kind and metadata.\n"
        "admitted Gateway infra/main\n"
        "2 objects: 1 admitted, 1 rejected.\n"
    )
    document = json.loads(run(folder, "admit", "-", "--format", "json", given="hello\n").stdout)
    assert document["unreadable"] == []
    assert [(entry["kind"], entry["name"], entry["admitted"]) for entry in document["objects"]] == [("", "", False)]
    assert document["summary"] == {"objects": 1, "admitted": 0, "rejected": 1, "errors": 1, "warnings": 0, "infos": 0}


def test_a_pipe_can_be_named(folder: Path) -> None:
    line = f"{sys.executable} -m preflight admit <(cat gateway.yaml)"
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment(), capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "admitted Gateway infra/main\n1 object: 1 admitted, 0 rejected.\n")


def test_a_dash_is_standard_input(folder: Path) -> None:
    done = run(folder, "admit", "-", "--format", "json", given=MISSPELT)
    assert done.returncode == 1
    (entry,) = json.loads(done.stdout)["objects"]
    assert (entry["name"], entry["admitted"]) == ("main", False)


@pytest.mark.parametrize("command", ["admit", "check"])
def test_the_examples_of_the_help_run(folder: Path, command: str) -> None:
    examples = re.findall(r"^    (.*python -m preflight .*)$", run(folder, command, "--help").stdout, re.MULTILINE)
    assert len(examples) == {"admit": 4, "check": 7}[command]
    for example in examples:
        line = example.replace("helm template CHART", "cat gateway.yaml").replace("python", sys.executable)
        done = subprocess.run(
            line, shell=True, cwd=folder, env=environment(), capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, ""), example


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs SIGPIPE, which this system does not have")
def test_a_pipe_that_nobody_reads_ends_the_command_quietly(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "preflight", "admit", "dist"],
        cwd=folder,
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which this system does not have")
def test_a_full_disk_is_said(folder: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "preflight", "admit", "dist"],
            cwd=folder,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr == f"error: the report cannot be written: {os.strerror(errno.ENOSPC)}\n"


def test_an_interrupt_exits_130_quietly(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "preflight", "admit", "-"],
        cwd=folder,
        env=environment(PYTHONVERBOSE="", PYTHONUNBUFFERED="1"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        fill_the_pipe(process.stdin.fileno())
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (130, b"", b"")


def fill_the_pipe(descriptor: int) -> None:
    """Write more than a pipe holds: when this returns, the other side is reading."""
    line = b"# waiting\n" * 1024
    for _ in range(32):
        os.write(descriptor, line)


@pytest.mark.parametrize(("encoding", "format"), [("latin-1", "text"), *(("ascii", known) for known in Format)])
def test_every_encoding_can_be_written(folder: Path, encoding: str, format: str) -> None:
    name = "caf\u00e9-\u65e5\u672c.yaml"
    (folder / "dist" / name).write_text(
        GATEWAY.replace("name: main", 'name: "\u65e5\\e[31m"').replace("HTTP,", "caf\u00e9,"), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "preflight", "check", "dist", "--format", format],
        cwd=folder,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\x1b" not in done.stdout
    assert done.stdout.decode(encoding)


def test_colour_can_be_forced_and_is_not_there_otherwise(folder: Path) -> None:
    plain = run(folder, "admit", "dist").stdout
    forced = run(folder, "admit", "dist", variables={"FORCE_COLOR": "1", "TERM": "xterm"}).stdout
    assert "\x1b" not in plain
    assert forced == plain.replace("admitted Gateway", "\x1b[32madmitted\x1b[0m Gateway")


def test_a_failure_that_nothing_catches_exits_3_without_a_traceback(folder: Path) -> None:
    """Python finds the working folder before the repository, and there is a judge that cannot be imported."""
    program = (
        "import sys, runpy; sys.modules['preflight.cli'] = None; runpy.run_module('preflight', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert re.fullmatch(
        r"error GH001: Nothing was judged: preflight failed with ModuleNotFoundError at __main__:\d+: .*\. "
        r"Fix: Report this to the maintainers of Gatehouse, with the input if you can\.\n",
        done.stderr,
    )
    assert len(done.stderr.splitlines()) == 1
