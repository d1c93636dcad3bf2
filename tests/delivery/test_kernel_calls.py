"""What delivery costs in calls to Node: a few for each chart and Project, and none for an object in them."""

import os
import subprocess
import sys
from pathlib import Path

from tests.test_kernel_calls import APP
from tools.imports import ROOT

import pytest

COUNTING = APP.partition("from constructs_lib import")[0]
DELIVERED = """
from constructs_lib import Namespace, Platform
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import GitRepository
from cdk8s import Chart

objects, charts = int(sys.argv[2]), int(sys.argv[3])
app = Platform(root=pathlib.Path(sys.argv[1]))
repository = GitRepository("https://git.example.com/platform.git")
argo_cd = Chart(app, "argo-cd")
project = ArgoProject(argo_cd, "team")
owned = [Chart(app, f"chart-{number}") for number in range(charts)]
for number in range(objects):
    Namespace(owned[number % charts], f"namespace-{number}")
ArgoApplication(argo_cd, "apps", repository=repository, charts=owned, project=project, destination=Destination("a"))
ArgoApplication(argo_cd, "bootstrap", repository=repository, charts=[argo_cd], destination=Destination("argocd"))
calls.clear()
app.synth()
print(*(f"{name}={count}" for name, count in sorted(calls.items())))
"""


@pytest.mark.parametrize(("objects", "charts"), [(4, 4), (4, 1), (100, 4)])
def test_a_synth_asks_for_the_name_of_each_chart_and_completes_each_project(
    tmp_path: Path, objects: int, charts: int
) -> None:
    command = [sys.executable, "-c", f"{COUNTING}{DELIVERED}", str(tmp_path), str(objects), str(charts)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    calls = {name: int(count) for name, _, count in (entry.partition("=") for entry in done.stdout.split())}
    project_s_chart = 1
    assert calls == {
        "InvokeRequest": 1 + 2,  # synth; the patch of the Project, and the manifests of its chart
        # the names of the charts' files, the patch's one operation, and the file of the Project's chart
        "StaticInvokeRequest": charts + project_s_chart + project_s_chart + 1 + 1,
    }
