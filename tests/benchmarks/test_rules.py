"""How long all rules take, in time and memory, against PyYAML's C loader reading the same manifests."""

import sys
from pathlib import Path

from preflight import admit
from preflight.admission.verdict import Admission
from preflight.cluster import ClusterFacts
from preflight.rules.judge import judge
from tests.benchmarks.measured import peak_bytes, seconds_of
from tests.benchmarks.routes import gateways, pools, routes, services

import pytest
import yaml
from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark

MAX_POOLS = 200
OBJECTS_OF_A_FILE = 20_000
"""A file may not be as large as all of them are."""


def fleet(count: int) -> str:
    """Return manifests of which `count` are routes, a fifth as many Services, and one in fifty pools."""
    number = max(1, min(MAX_POOLS, count // 50))
    return "---\n".join((gateways(), pools(number), services(max(1, count // 5), number), routes(count)))


def judged(text: str) -> Admission:
    return admit(yaml.load_all(text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("count", [1_000, 10_000, 80_000])
def test_all_rules(benchmark: BenchmarkFixture, tmp_path: Path, count: int) -> None:
    text = fleet(count)
    admission, facts = judged(text), ClusterFacts()
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # the plugin has no types
        judge, args=(admission, facts), rounds=3, iterations=1
    )
    documents = text.split("\n---\n")
    for start in range(0, len(documents), OBJECTS_OF_A_FILE):
        part = "\n---\n".join(documents[start : start + OBJECTS_OF_A_FILE])
        (tmp_path / f"{start}.yaml").write_text(part, encoding="utf-8")
    benchmark.extra_info.update(
        {
            "objects": len(admission.verdicts),
            "C loader": seconds_of(lambda: list(yaml.load_all(text, Loader=yaml.CSafeLoader))),
            "rules": seconds_of(lambda: judge(admission, facts)),
            "peak bytes": peak_bytes([sys.executable, "-m", "preflight", "check", str(tmp_path)]),
        }
    )
