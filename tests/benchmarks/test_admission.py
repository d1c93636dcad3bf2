"""How long preflight takes to judge, in time and memory, against PyYAML's C loader, which only reads the same file."""

import sys
from pathlib import Path

from tests.benchmarks.measured import compare, peak_bytes
from tests.benchmarks.routes import routes

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark

PYTHON = sys.executable


@pytest.mark.parametrize("count", [1, 1_000, 10_000])
def test_admit_routes(benchmark: BenchmarkFixture, tmp_path: Path, count: int) -> None:
    file = tmp_path / "routes.yaml"
    file.write_text(routes(count), encoding="utf-8")
    ours = [PYTHON, "-m", "preflight", "admit", str(file)]
    theirs = [PYTHON, "-m", "tests.benchmarks.load_yaml", str(file)]
    compare(benchmark, ("admit", ours), ("C loader", theirs))
    benchmark.extra_info["peak bytes"] = peak_bytes(ours)
    benchmark.extra_info["yaml bytes"] = file.stat().st_size
