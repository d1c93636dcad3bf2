"""Cluster facts of several clusters: each has a file of its own, or that of the project."""

from pathlib import Path

from constructs_lib import Platform
from constructs_lib.clusters import Cluster
from tests.projects import tree
from tests.test_admission import exposed, failure, l1_route

import pytest
from cdk8s import Chart

DECLARED = "services: [{namespace: web, name: blog, ports: [80]}]\n"
OTHER = "services: [{namespace: web, name: other, ports: [80]}]\n"
UNKNOWN = "error GH202: HTTPRoute web/blog: spec.rules[0].backendRefs[0].name: Service web/blog"


def blog(cluster: Cluster) -> None:
    """Route to a Service that only the cluster facts can know."""
    chart = Chart(cluster, "chart")
    exposed(chart)
    l1_route(chart, rules=[{"backendRefs": [{"name": "blog", "port": 80}]}])


@pytest.mark.parametrize("processes", [1, 2])
def test_each_cluster_is_judged_by_its_own_file(app: Platform, tmp_path: Path, processes: int) -> None:
    (tmp_path / "cluster-edge.yaml").write_text(DECLARED, encoding="utf-8")
    (tmp_path / "cluster-lab.yaml").write_text(OTHER, encoding="utf-8")
    app.cluster("edge", blog)
    app.cluster("lab", blog)
    text = failure(app, processes=processes)
    assert UNKNOWN in text
    assert "In cluster 'lab'" in text
    assert "In cluster 'edge'" not in text


def test_a_cluster_without_a_file_has_that_of_the_project(app: Platform, tmp_path: Path) -> None:
    (tmp_path / "cluster.yaml").write_text(DECLARED, encoding="utf-8")
    app.cluster("edge", blog)
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"edge/chart.k8s.yaml"}


def test_the_file_of_a_cluster_is_all_that_counts_for_it(app: Platform, tmp_path: Path) -> None:
    (tmp_path / "cluster.yaml").write_text(DECLARED, encoding="utf-8")
    (tmp_path / "cluster-edge.yaml").write_text("", encoding="utf-8")
    app.cluster("edge", blog)
    assert UNKNOWN in failure(app)


def test_a_file_that_cannot_be_read_is_said_with_its_line(app: Platform, tmp_path: Path) -> None:
    (tmp_path / "cluster-edge.yaml").write_text("service: []\n", encoding="utf-8")
    app.cluster("edge", blog)
    said = f"{tmp_path}/cluster-edge.yaml:1:1: error GH002: service: There is no field 'service' here, only 'cilium'"
    assert failure(app).startswith(said)
