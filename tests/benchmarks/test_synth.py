"""How long synth takes: the constructs against a bare loop over typed imports, the platform against an empty app."""

import shutil
import sys
from pathlib import Path

from constructs_lib.start_up import use_packaged_node
from tests.benchmarks.measured import compare

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

use_packaged_node()
pytestmark = pytest.mark.benchmark


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
