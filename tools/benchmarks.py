"""Write docs/benchmarks.md from what `make bench` measured: `python -m tools.benchmarks RESULTS.json`."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHAPES = ("pattern", "header", "header pattern", "query", "nothing")
"""The rules of one host that are measured."""
PAGE = ROOT / "docs" / "benchmarks.md"

TEXT = """\
# Benchmarks

Written by `make bench`. Whole processes, warm, wall seconds, medians of {rounds} rounds; the two sides of a row took
turns. Only the ratios mean anything on another machine. Here: {cpu}, {cores} cores, Python {python}.

## N exposed services

One HTTPRoute of two matches and one backend for each service, and one Gateway, pool and L2 policy. *Constructs* is
[app_constructs.py](../tests/benchmarks/app_constructs.py), publishing included; *bare loop* is
[app_bare.py](../tests/benchmarks/app_bare.py), the same objects as typed values of the generated classes, without any
check. Both write the same bytes.

| N | constructs | bare loop | ratio |
|---:|---:|---:|---:|
{services}

From 100 to 1,000 services the constructs take {slope:.2f} ms for each further service, from 10 to 100 it is
{slope_small:.2f} ms.

## `cdk8s synth` of the platform

| platform | empty app | difference |
|---:|---:|---:|
{platform}

The largest part of the difference is the import of `cdk8s_plus_27`, for one Namespace; the next is what Argo CD is
told.

## N HTTPRoutes admitted

`python -m preflight admit` of [N routes](../tests/benchmarks/routes.py), reading, defaults, structure, CEL rules and
report included; *C loader* is PyYAML's alone, reading the same file and keeping all of it. Peak memory is that of the
process, and in brackets what comes on top of one route's.

| N | admit | C loader | ratio | peak memory / size of the YAML |
|---:|---:|---:|---:|---:|
{routes}

## 10,000 HTTPRoutes on 50 Gateways predicted

*Status* is what `python -m preflight status` does after reading and admission: the conditions of all objects, as JSON.
*Answers* is the index of the routes and 1,000 answers to the question who gets a request. Both in one process with
PyYAML's C loader, which reads the same manifests.

| | seconds | ratio to the C loader |
|---|---:|---:|
{prediction}

One answer, once there is an index:

| routes | microseconds an answer |
|---:|---:|
{growth}

One answer where all rules are of one host, which these tell apart, in microseconds:

| rules | path expressions | headers | header expressions | query parameters | nothing |
|---:|---:|---:|---:|---:|---:|
{one_host}

## All rules

What `python -m preflight check` does after reading and admission: the prediction of the controller, the addresses and
the rules, of N HTTPRoutes on 50 Gateways, a fifth as many Services and up to 200 pools. Peak memory is that of the
whole command.

| routes | objects | rules | C loader | ratio | peak memory |
|---:|---:|---:|---:|---:|---:|
{rules}

## Where the time goes, and what follows

- A call to Node costs more than everything else that a construct does: each object is one call, with everything
  passed at construction, and nothing is read back. `tests/test_kernel_calls.py` counts the calls exactly.
- The run-time type checks of the generated typed values cost a third of the bare loop. The constructs check their own
  arguments and hand the specs over in jsii's form (`constructs_lib/typed.py`), which pays for all their checks.
- The generated classes take 0.2 s to compile where Python may not write byte code: `make` and `.ci/run` unset
  PYTHONDONTWRITEBYTECODE.
"""


def page(results: Mapping[str, Any]) -> str:
    """Return the page for the JSON of pytest-benchmark."""
    benchmarks = {entry["name"]: entry for entry in results["benchmarks"]}
    services = {count: benchmarks[f"test_exposed_services[{count}]"]["extra_info"] for count in (10, 100, 1000)}
    platform = benchmarks["test_cdk8s_synth_of_the_platform"]["extra_info"]
    routes = {count: benchmarks[f"test_admit_routes[{count}]"]["extra_info"] for count in (1, 1_000, 10_000)}
    prediction = benchmarks["test_status_and_answers"]["extra_info"]
    growth = {
        count: benchmarks[f"test_growth_of_an_answer[{count}]"]["extra_info"]["microseconds an answer"]
        for count in (100, 1_000, 10_000, 100_000)
    }
    one_host = {
        count: [
            benchmarks[f"test_growth_of_an_answer_on_one_host[{shape}-{count}]"]["extra_info"]["microseconds an answer"]
            for shape in SHAPES
        ]
        for count in (100, 1_000, 10_000)
    }
    rules = {count: benchmarks[f"test_all_rules[{count}]"]["extra_info"] for count in (1_000, 10_000, 80_000)}
    seconds = {count: times["constructs"] for count, times in services.items()}
    machine = results["machine_info"]
    return TEXT.format(
        rounds=benchmarks["test_cdk8s_synth_of_the_platform"]["stats"]["rounds"],
        cpu=machine["cpu"]["brand_raw"],
        cores=machine["cpu"]["count"],
        python=machine["python_version"],
        services="\n".join(
            f"| {count:,} | {times['constructs']:.2f} | {times['bare loop']:.2f} "
            f"| {times['constructs'] / times['bare loop']:.2f} |"
            for count, times in services.items()
        ),
        routes="\n".join(
            f"| {count:,} | {taken['admit']:.2f} | {taken['C loader']:.2f} | {taken['admit'] / taken['C loader']:.2f} "
            f"| {_memory(taken, routes[1])} |"
            for count, taken in routes.items()
        ),
        prediction="\n".join(
            f"| {name} | {prediction[name]:.2f} | {prediction[name] / prediction['C loader']:.2f} |"
            for name in ("C loader", "status", "answers")
        ),
        rules="\n".join(
            f"| {count:,} | {taken['objects']:,} | {taken['rules']:.2f} | {taken['C loader']:.2f} "
            f"| {taken['rules'] / taken['C loader']:.2f} | {taken['peak bytes'] / 2**20:,.0f} MiB |"
            for count, taken in rules.items()
        ),
        one_host="\n".join(
            f"| {count:,} | {' | '.join(f'{each:.0f}' for each in taken)} |" for count, taken in one_host.items()
        ),
        growth="\n".join(f"| {count:,} | {taken:.0f} |" for count, taken in growth.items()),
        slope=(seconds[1000] - seconds[100]) / 900 * 1000,
        slope_small=(seconds[100] - seconds[10]) / 90 * 1000,
        platform=f"| {platform['platform']:.2f} | {platform['empty app']:.2f} "
        f"| {platform['platform'] - platform['empty app']:.2f} |",
    )


def _memory(taken: Mapping[str, Any], of_one: Mapping[str, Any]) -> str:
    """Return how many times the size of the YAML the peak is, in all and on top of one route's."""
    peak, size = taken["peak bytes"], taken["yaml bytes"]
    if taken is of_one:
        return f"{peak / 2**20:.0f} MiB"
    return f"{peak / size:.1f} ({(peak - of_one['peak bytes']) / size:.1f})"


if __name__ == "__main__":
    PAGE.write_text(page(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} is written")
