"""`cdk8s synth` as users run it, in a copy of the project: dist/ is right, or it is as it was."""

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.projects import (
    ROOT,
    copy_ready_project,
    environment,
    restore,
    run,
    synth_command,
    times,
    tools_without_node,
    tree,
)

import pytest
import yaml

FILES = sorted(tree(ROOT / "dist"))
SYNTH = "app.synth()\n"
EXPOSED = """\
EXPOSED
URL                                        ADDRESS       LISTENER                    SERVICE
http://example.link/...                    192.0.2.240   common/gateway/http-link    301 to https
http://*.example.link/...                  192.0.2.240   common/gateway/http-link    301 to https
https://argocd.example.link/...            192.0.2.240   common/gateway/https-link   argocd/argocd-server:80
https://sso.example.link/realms/...        192.0.2.240   common/gateway/https-link   keycloak/keycloak:80
https://sso.example.link/resources/...     192.0.2.240   common/gateway/https-link   keycloak/keycloak:80
https://sso.example.link/.well-known/...   192.0.2.240   common/gateway/https-link   keycloak/keycloak:80
https://sso.example.link/robots.txt        192.0.2.240   common/gateway/https-link   keycloak/keycloak:80
http://example.io/...                      192.0.2.240   common/gateway/http-io      301 to https
http://*.example.io/...                    192.0.2.240   common/gateway/http-io      301 to https
""".splitlines()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_ready_project(tmp_path_factory.mktemp("synth") / "project")


@pytest.fixture
def project(copy: Path) -> Iterator[Path]:
    """A copy whose main.py and dist/ are those of the project."""
    yield copy
    restore(copy, "main.py", "dist")


def synth(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(synth_command(project, *arguments), project, **variables)


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what the app says of dist/."""
    return re.findall(r"^dist/.*$", done.stderr, re.MULTILINE)


def objects(texts: list[str]) -> Counter[str]:
    """Return the objects in some YAML, each as one text."""
    return Counter(json.dumps(found, sort_keys=True) for text in texts for found in yaml.safe_load_all(text))


def committed() -> list[str]:
    return [(ROOT / "dist" / name).read_text(encoding="utf-8") for name in FILES]


def insert(project: Path, lines: str, *, before: str = SYNTH) -> int:
    """Write lines into main.py, and return the number of the first."""
    main = project / "main.py"
    text = main.read_text(encoding="utf-8")
    assert text.count(before) == 1
    main.write_text(text.replace(before, lines + before), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


def assert_dist_stays(project: Path, before: dict[str, int]) -> None:
    assert tree(project / "dist") == tree(ROOT / "dist")
    assert times(project / "dist") == before


# what is published


def test_synth_makes_the_committed_dist_and_says_each_file(project: Path) -> None:
    shutil.rmtree(project / "dist")
    done = synth(project)
    assert done.returncode == 0, done.stderr
    assert tree(project / "dist") == tree(ROOT / "dist")
    assert done.stderr.splitlines() == [*EXPOSED, "", *(f"dist/{name}: added" for name in FILES)]


def test_a_second_synth_touches_nothing_and_says_nothing(project: Path) -> None:
    before = times(project / "dist")
    done = synth(project)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert_dist_stays(project, before)


def test_synth_rewrites_only_what_changed_and_removes_what_is_stale(project: Path) -> None:
    dist = project / "dist"
    (dist / FILES[0]).write_text("changed by hand\n")
    (dist / "stale.k8s.yaml").write_text("stale\n")
    (dist / FILES[1]).unlink()
    before = times(dist)
    done = synth(project)
    assert done.returncode == 0, done.stderr
    assert said(done) == [f"dist/{FILES[0]}: changed", f"dist/{FILES[1]}: added", "dist/stale.k8s.yaml: removed"]
    assert tree(dist) == tree(ROOT / "dist")
    assert {times(dist)[str(dist / name)] == before[str(dist / name)] for name in FILES[2:]} == {True}


def test_main_py_run_directly_from_another_folder_publishes_too(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / "dist")
    done = run([project / ".venv/bin/python", project / "main.py"], tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert said(done) == [f"dist/{name}: added" for name in FILES]
    assert tree(project / "dist") == tree(ROOT / "dist")
    assert list(tmp_path.iterdir()) == []


def test_no_node_is_needed_on_the_path(project: Path, tmp_path: Path) -> None:
    tools = tools_without_node(tmp_path / "tools")
    assert shutil.which("sh", path=tools)
    assert shutil.which("node", path=tools) is None
    shutil.rmtree(project / "dist")
    done = synth(project, PATH=str(tools))
    assert done.returncode == 0, done.stderr
    assert tree(project / "dist") == tree(ROOT / "dist")


# what is not published


def test_output_writes_another_folder_and_never_touches_dist(project: Path, tmp_path: Path) -> None:
    (project / "dist" / FILES[0]).write_text("changed by hand\n")
    before, files = times(project / "dist"), tree(project / "dist")
    done = synth(project, "--output", str(tmp_path / "elsewhere"))
    assert done.returncode == 0, done.stderr
    assert said(done) == []
    assert tree(tmp_path / "elsewhere") == tree(ROOT / "dist")
    assert (tree(project / "dist"), times(project / "dist")) == (files, before)


def test_stdout_prints_nothing_but_manifests_and_never_touches_dist(project: Path) -> None:
    (project / "dist" / FILES[0]).write_text("changed by hand\n")
    before, files = times(project / "dist"), tree(project / "dist")
    done = synth(project, "--stdout")
    assert (done.returncode, done.stderr) == (0, "")
    separator = "---"
    printed = [line for line in done.stdout.splitlines() if line != separator]
    assert sorted(printed) == sorted(line for text in committed() for line in text.splitlines() if line != separator)
    assert (tree(project / "dist"), times(project / "dist")) == (files, before)


def test_stdout_prints_yaml_with_the_same_objects(project: Path) -> None:
    assert objects([synth(project, "--stdout").stdout]) == objects(committed())


# what fails

WRONG_CIDR = 'from constructs_lib import IpBlock as Block\n\nwrong = Block.cidr("192.0.2.1/28")\n'
KILLED = "import os\nimport signal\n\nos.kill(os.getpid(), signal.SIGKILL)\n"
KILLED_BEFORE_PUBLISHING = """\
import os
import signal

import constructs_lib.app

constructs_lib.app.publish = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
"""
TWICE = """\
import cdk8s

for chart in (argocd, keycloak):
    cdk8s.ApiObject(
        chart, "twin", api_version="v1", kind="ConfigMap", metadata={"name": "twin", "namespace": "argocd"}
    )
"""
DISK_FULL = """\
import os
import resource
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # on a full disk Python keeps the half of a .pyc that fits


def limit(process: int, size: int, children: bool) -> None:
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, size))
    for child in Path(f"/proc/{process}/task/{process}/children").read_text().split() if children else []:
        limit(int(child), size, children)


"""
NODE_CANNOT_WRITE = f"{DISK_FULL}limit(os.getpid(), 600, children=True)\n"
PYTHON_CANNOT_WRITE = f"{DISK_FULL}limit(os.getpid(), 600, children=False)\n"


def test_a_wrong_value_stops_synth_with_the_users_line_and_dist_stays(project: Path) -> None:
    line = insert(project, WRONG_CIDR) + 2
    before = times(project / "dist")
    done = synth(project)
    assert done.returncode == 1
    assert (
        f'File "{project / "main.py"}", line {line}, in <module>\n    wrong = Block.cidr("192.0.2.1/28")\n'
        in done.stderr
    )
    assert "ValueError: IpBlock.cidr: '192.0.2.1/28' has host bits set. " in done.stderr
    assert "Fix: write '192.0.2.0/28' for all of 192.0.2.0 to 192.0.2.15, or IpBlock.range(start, stop)." in done.stderr
    assert said(done) == []
    assert_dist_stays(project, before)


@pytest.mark.parametrize("lines", [KILLED, KILLED_BEFORE_PUBLISHING], ids=["before synth", "before publishing"])
def test_an_app_that_is_killed_leaves_dist_as_it_was_and_the_next_synth_works(project: Path, lines: str) -> None:
    insert(project, lines)
    (project / "dist" / FILES[0]).write_text("changed by hand\n")
    before, files = times(project / "dist"), tree(project / "dist")
    done = synth(project)
    assert done.returncode == 1
    assert said(done) == []
    assert (tree(project / "dist"), times(project / "dist")) == (files, before)
    restore(project, "main.py")
    assert said(synth(project)) == [f"dist/{FILES[0]}: changed"]


def test_one_object_in_two_charts_stops_synth_and_dist_stays(project: Path) -> None:
    insert(project, TWICE)
    before = times(project / "dist")
    done = synth(project)
    assert done.returncode == 1
    assert re.search(
        r"keycloak\.k8s\.yaml:\d+:1: error GH106: ConfigMap argocd/twin: It is there already, ", done.stderr
    )
    assert f"written at {project / 'main.py'}:" in done.stderr
    assert "construct argocd/twin and keycloak/twin" in done.stderr
    assert_dist_stays(project, before)


@pytest.mark.parametrize(
    ("lines", "message"),
    [(NODE_CANNOT_WRITE, "EFBIG: file too large"), (PYTHON_CANNOT_WRITE, "OSError: [Errno 27] File too large")],
    ids=["while staging", "while publishing"],
)
def test_a_full_disk_leaves_dist_as_it_was_and_the_next_synth_works(project: Path, lines: str, message: str) -> None:
    insert(project, lines)
    (project / "dist" / "platform" / "gateway.k8s.yaml").write_text("changed by hand\n")
    before, files = times(project / "dist"), tree(project / "dist")
    done = synth(project)
    assert done.returncode == 1
    assert message in done.stderr
    assert (tree(project / "dist"), times(project / "dist")) == (files, before)
    restore(project, "main.py")
    assert said(synth(project)) == ["dist/platform/gateway.k8s.yaml: changed"]


def test_a_disk_that_is_full_from_the_start_leaves_dist_as_it_was(project: Path) -> None:
    before = times(project / "dist")
    limited = ["bash", "-c", 'ulimit -f 1 && exec "$@"', "limited", *synth_command(project)]
    done = run(limited, project, PYTHONDONTWRITEBYTECODE="1")  # Python keeps the half of a .pyc that fits
    assert done.returncode == 1
    assert "OSError: [Errno 27] File too large" in done.stderr
    assert_dist_stays(project, before)


# two at once


def test_two_synths_at_once_leave_dist_whole(project: Path) -> None:
    shutil.rmtree(project / "dist")
    command, variables = synth_command(project), environment()
    both = [
        subprocess.Popen(command, cwd=project, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    errors = [one.communicate(timeout=120)[1] for one in both]
    assert 0 in [one.returncode for one in both], errors
    assert tree(project / "dist") == tree(ROOT / "dist")
    assert synth(project).stderr == ""
