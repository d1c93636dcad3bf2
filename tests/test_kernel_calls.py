"""What an app costs in calls to Node: one for each object, chart and use of an app, and none for anything else."""

import os
import subprocess
import sys
from pathlib import Path

from tools.imports import ROOT

import pytest

APP = """
import collections, pathlib, sys

from jsii._kernel.providers import process  # starts no Node: the first load does

calls = collections.Counter()
send = process._NodeProcess.send

def counting(self, request, response_type):
    calls[type(request).__name__] += 1
    return send(self, request, response_type)

process._NodeProcess.send = counting

from constructs_lib import (
    AllowedRoutes, Domain, Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, IpBlock, L2AnnouncementPolicy,
    LoadBalancerIpPool, Namespace, Platform, services_of_namespace,
)
import cdk8s

services, charts = int(sys.argv[2]), int(sys.argv[3])
app = Platform(root=pathlib.Path(sys.argv[1]))
all_charts = [cdk8s.Chart(app, f"chart-{number}") for number in range(charts)]
first = all_charts[0]
common = Namespace(first, "common")
gateway = Gateway(first, "gateway", namespace=common, domains=[Domain("example.com", name="com")],
                  allowed_routes=AllowedRoutes.all(), cluster_issuer="letsencrypt", labels={"a": "b"})
selector = services_of_namespace(common)
LoadBalancerIpPool(first, "pool", blocks=[IpBlock.cidr("192.0.2.0/28")], service_selector=selector)
L2AnnouncementPolicy(first, "policy", service_selector=selector, load_balancer_ips=True)
for number in range(services):
    HttpRoute(all_charts[number % charts], f"web-{number}", namespace=common, parent_refs=[gateway.https("com")],
              hostnames=[f"web-{number}.example.com"], annotations={"a": "b"},
              rules=[HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])])
app.synth()
print(*(f"{name}={count}" for name, count in sorted(calls.items())))
"""
FURTHER_OBJECTS = 4
"""The Namespace, the Gateway, the pool and the policy."""
LOADS = 5
"""constructs, cdk8s, cdk8s-plus (for the Namespace), and the two generated assemblies."""


def kernel_calls(folder: Path, services: int, charts: int) -> dict[str, int]:
    """Return how many calls of each kind a process with such an app makes, from its start."""
    command = [sys.executable, "-c", APP, str(folder), str(services), str(charts)]
    # JSII_NODE comes from this process, where constructs_lib has named it.
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {name: int(count) for name, _, count in (entry.partition("=") for entry in done.stdout.split())}


@pytest.mark.parametrize("charts", [1, 3])
@pytest.mark.parametrize("services", [1, 10, 100])
def test_an_app_makes_one_call_for_each_object_and_two_for_each_chart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, services: int, charts: int
) -> None:
    monkeypatch.delenv("CDK8S_OUTDIR", raising=False)
    calls = kernel_calls(tmp_path, services, charts)
    objects = services + FURTHER_OBJECTS
    charts_with_objects = min(services, charts)
    loads = calls.pop("LoadRequest")
    assert calls == {
        "CreateRequest": 1 + charts + objects,  # the app, the charts, the objects
        "StaticInvokeRequest": charts_with_objects,  # whose app a chart belongs to, once a chart
        "InvokeRequest": 1,  # synth
    }
    assert loads == LOADS
    total = loads + sum(calls.values())
    assert total == objects + charts + charts_with_objects + LOADS + 2
    assert total <= objects + 15 + 2 * charts
    assert sum(1 for _ in (tmp_path / "dist").iterdir()) == charts
