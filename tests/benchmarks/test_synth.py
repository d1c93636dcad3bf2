"""How long synth takes: the constructs against a bare loop over the typed imports, the platform against an empty app.

Whole processes, since that is what a user waits for. The two sides of a comparison take turns, so that what else the
machine does falls on both.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from constructs_lib.start_up import use_packaged_node

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 7

use_packaged_node()
pytestmark = pytest.mark.benchmark


def environment() -> dict[str, str]:
    named = {"PYTHONDONTWRITEBYTECODE", "CDK8S_OUTDIR"}
    return {name: value for name, value in os.environ.items() if name not in named} | {"CDK8S_CHECK_UPGRADE": "false"}


def run(*command: str) -> float:
    """Run a command to its end and return the seconds it took."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)
    return time.perf_counter() - start


Command = list[str]


def compare(benchmark: BenchmarkFixture, ours: tuple[str, Command], theirs: tuple[str, Command]) -> None:
    """Measure two named commands by turns; `benchmark` keeps the times of ours, and the medians of both."""
    seconds: dict[str, list[float]] = {ours[0]: [], theirs[0]: []}

    def measure(side: tuple[str, Command]) -> None:
        seconds[side[0]].append(run(*side[1]))

    run(*ours[1])
    run(*theirs[1])
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        measure, args=(ours,), setup=lambda: measure(theirs), rounds=ROUNDS, iterations=1
    )
    benchmark.extra_info.update({name: statistics.median(measured) for name, measured in seconds.items()})


@pytest.mark.parametrize("count", [10, 100, 1000])
def test_exposed_services(benchmark: BenchmarkFixture, tmp_path: Path, count: int) -> None:
    commands = {}
    for side in ("constructs", "bare"):
        (tmp_path / side).mkdir()
        commands[side] = [sys.executable, "-m", f"tests.benchmarks.app_{side}", str(count), str(tmp_path / side)]
    compare(benchmark, ("constructs", commands["constructs"]), ("bare loop", commands["bare"]))
    written = [(tmp_path / side / "dist" / "services.k8s.yaml").read_bytes() for side in ("constructs", "bare")]
    assert written[0] == written[1]


def test_cdk8s_synth_of_the_platform(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    cdk8s = [str(Path(sys.executable).parent / "node"), "node_modules/cdk8s-cli/bin/cdk8s", "synth", "--app"]
    apps = {"platform": f"{sys.executable} main.py", "empty app": f"{sys.executable} -m tests.benchmarks.app_empty"}
    commands = {name: [*cdk8s, app, "--output", str(tmp_path / "out")] for name, app in apps.items()}
    compare(benchmark, ("platform", commands["platform"]), ("empty app", commands["empty app"]))
    shutil.rmtree(tmp_path / "out")
