"""Which programs can synthesise clusters in several processes, and what is said of the others."""

import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from constructs_lib import Platform
from constructs_lib.clusters import Cluster
from tests.conftest import refusal
from tests.projects import ROOT, environment, times, tree
from tests.test_clusters import pool

import pytest


def broken(cluster: Cluster) -> None:
    """End the process without a word, as a kill does; only where it is not that of the tests."""
    if cluster.name == "edge" and "__mp_main__" in sys.modules:
        os._exit(9)


@pytest.mark.parametrize("processes", [0, 62, True, "2"])
def test_a_number_of_processes_that_cannot_be_is_refused(app: Platform, processes: Any) -> None:
    assert refusal(lambda: app.synth(processes=processes)).startswith(
        f"Platform.synth.processes: {processes!r} is not in range. Allowed: a whole number from 1 to 61."
    )


UNSENDABLE = (
    "so it cannot be run in one of several processes. Allowed: a function defined by `def` in a module, and arguments "
    "that are plain values or dataclasses. Fix: move the function to the top of its file, or call synth() without "
    "processes."
)


def test_a_function_inside_another_is_refused_for_processes_and_fine_without(app: Platform, tmp_path: Path) -> None:
    def local(cluster: Cluster) -> None:
        pool(cluster)

    app.cluster("edge", local)
    name = "test_a_function_inside_another_is_refused_for_processes_and_fine_without.<locals>.local"
    assert refusal(lambda: app.synth(processes=2)) == (
        f"Platform.cluster edge: define: {name!r} is not a function of a module, {UNSENDABLE}"
    )
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"edge/pool.k8s.yaml"}


def test_an_argument_that_cannot_be_sent_is_refused_for_processes(app: Platform) -> None:
    app.cluster("edge", pool, "192.0.2.1", lambda: None)
    assert refusal(lambda: app.synth(processes=2)).startswith(
        "Platform.cluster edge: arguments[1]: "
        "'test_an_argument_that_cannot_be_sent_is_refused_for_processes.<locals>.<lambda>' cannot be given to another "
        "process, so it"
    )


PROGRAM = """\
import sys

from constructs_lib import Platform
from tests.test_clusters import pool

app = Platform(root=sys.argv[1])
app.cluster("edge", {define})
{synth}
"""
SYNTH = "app.synth(processes=2)"


OWN_FUNCTION = "def own(cluster):\n    pass\n\n\n"


def run_program(tmp_path: Path, text: str, *, file: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a program, from a file or not."""
    (tmp_path / "main.py").write_text(text, encoding="utf-8")
    command = [sys.executable, *([str(tmp_path / "main.py")] if file else ["-c", text]), str(tmp_path)]
    given = environment(JSII_NODE=os.environ["JSII_NODE"], PYTHONPATH=str(ROOT))
    return subprocess.run(command, cwd=tmp_path, env=given, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize(
    "synth",
    [
        f'if __name__ == "__main__":\n    {SYNTH}',
        f'def main():\n    {SYNTH}\n\n\nif "__main__" == __name__:\n    main()',
    ],
)
def test_a_program_that_asks_for_its_name_can_use_processes(tmp_path: Path, synth: str) -> None:
    done = run_program(tmp_path, PROGRAM.format(define="pool", synth=synth))
    assert done.returncode == 0, done.stderr
    assert set(tree(tmp_path / "dist")) == {"edge/pool.k8s.yaml"}


@pytest.mark.parametrize("synth", [SYNTH, f"def main():\n    {SYNTH}\n\n\nmain()", f"if sys.argv:\n    {SYNTH}"])
def test_a_program_that_does_not_ask_for_its_name_is_refused(tmp_path: Path, synth: str) -> None:
    done = run_program(tmp_path, PROGRAM.format(define="pool", synth=synth))
    assert done.returncode == 1
    assert (
        "ValueError: Platform.synth.processes: 2 starts processes that import this program, and each would start "
        'processes again. Allowed: a call that is made only where __name__ == "__main__". Fix: write '
        '`if __name__ == "__main__":` above the call, and indent the call.\n'
    ) in done.stderr
    assert not (tmp_path / "dist").exists()


def test_a_function_of_a_program_that_is_no_file_is_refused(tmp_path: Path) -> None:
    done = run_program(tmp_path, f"{OWN_FUNCTION}{PROGRAM.format(define='own', synth=SYNTH)}", file=False)
    assert done.returncode == 1
    assert f"ValueError: Platform.cluster edge: define: 'own' is in a program that is not a file, {UNSENDABLE}" in (
        done.stderr
    )


def test_a_program_that_is_no_file_can_use_functions_of_modules(tmp_path: Path) -> None:
    done = run_program(tmp_path, PROGRAM.format(define="pool", synth=SYNTH), file=False)
    assert done.returncode == 0, done.stderr
    assert set(tree(tmp_path / "dist")) == {"edge/pool.k8s.yaml"}


def test_a_process_that_is_killed_leaves_dist_as_it_was(app: Platform, tmp_path: Path) -> None:
    app.cluster("fine", pool)
    app.synth()
    before = times(tmp_path / "dist")
    app.cluster("edge", broken)
    with pytest.raises(BrokenProcessPool) as caught:
        app.synth(processes=2)
    assert caught.value.__notes__ == ["A process ended before it was done: synth() without processes shows where"]
    assert times(tmp_path / "dist") == before
