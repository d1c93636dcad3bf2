"""Whole processes, since that is what a user waits for. The two sides of a comparison take turns, so that what else the
machine does falls on both."""

import os
import statistics
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 7

Command = list[str]


class Run(NamedTuple):
    """What one process took."""

    seconds: float
    peak_bytes: int


def environment() -> dict[str, str]:
    named = {"PYTHONDONTWRITEBYTECODE", "CDK8S_OUTDIR"}
    return {name: value for name, value in os.environ.items() if name not in named} | {"CDK8S_CHECK_UPGRADE": "false"}


def run(command: Command) -> Run:
    """Run a command to its end; fails if the command does."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Run(seconds, usage.ru_maxrss * 1024)


def compare(benchmark: BenchmarkFixture, ours: tuple[str, Command], theirs: tuple[str, Command]) -> None:
    """Measure two named commands by turns; `benchmark` keeps the times of ours, and the medians of both."""
    runs: dict[str, list[Run]] = {ours[0]: [], theirs[0]: []}

    def measure(side: tuple[str, Command]) -> None:
        runs[side[0]].append(run(side[1]))

    run(ours[1])
    run(theirs[1])
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        measure, args=(ours,), setup=lambda: measure(theirs), rounds=ROUNDS, iterations=1
    )
    for name, measured in runs.items():
        benchmark.extra_info[name] = statistics.median(entry.seconds for entry in measured)
        benchmark.extra_info[f"{name}: peak bytes"] = max(entry.peak_bytes for entry in measured)
