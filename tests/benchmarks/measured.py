"""Whole processes, since that is what a user waits for. The two sides of a comparison take turns, so that what else the
machine does falls on both."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 7
PEAK = """
import os, subprocess, sys

process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
print(os.wait4(process.pid, 0)[2].ru_maxrss)
"""

Command = list[str]


def environment() -> dict[str, str]:
    named = {"PYTHONDONTWRITEBYTECODE", "CDK8S_OUTDIR"}
    return {name: value for name, value in os.environ.items() if name not in named} | {"CDK8S_CHECK_UPGRADE": "false"}


def run(command: Command) -> float:
    """Run a command to its end and return the seconds it took; fails if the command does."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)
    return time.perf_counter() - start


def seconds_of(work: Callable[[], Any]) -> float:
    """Return the seconds that some work takes, at best of three times."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def peak_bytes(command: Command) -> int:
    """Return the most memory that a command has, from a small process: a child starts with the peak of its parent."""
    measured = subprocess.run(
        [sys.executable, "-c", PEAK, *command], cwd=ROOT, env=environment(), check=True, capture_output=True
    )
    return int(measured.stdout) * 1024


def compare(benchmark: BenchmarkFixture, ours: tuple[str, Command], theirs: tuple[str, Command]) -> None:
    """Measure two named commands by turns; `benchmark` keeps the times of ours, and the medians of both."""
    seconds: dict[str, list[float]] = {ours[0]: [], theirs[0]: []}

    def measure(side: tuple[str, Command]) -> None:
        seconds[side[0]].append(run(side[1]))

    run(ours[1])
    run(theirs[1])
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        measure, args=(ours,), setup=lambda: measure(theirs), rounds=ROUNDS, iterations=1
    )
    benchmark.extra_info.update({name: statistics.median(measured) for name, measured in seconds.items()})
