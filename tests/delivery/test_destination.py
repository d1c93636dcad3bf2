"""Destination: one cluster and one namespace."""

from typing import Any

from constructs_lib import Namespace
from constructs_lib.delivery.destination import IN_CLUSTER, Destination
from tests.conftest import refusal

import pytest
from cdk8s import Chart

CLUSTER_NAMES = "A-Z, a-z, 0-9, '.', '_', '/', '@', ':' and '-', with a letter or digit at both ends"


def test_a_destination_is_in_the_cluster_of_argo_cd_unless_said() -> None:
    assert Destination("web").spec() == {"name": None, "server": IN_CLUSTER, "namespace": "web"}


def test_a_destination_names_a_cluster_by_name_or_by_server() -> None:
    assert Destination("web", name="edge-1").spec() == {"name": "edge-1", "server": None, "namespace": "web"}
    server = "https://10.0.0.1:6443"
    assert Destination("web", server=server).spec() == {"name": None, "server": server, "namespace": "web"}


def test_a_destination_takes_a_namespace_of_the_app(chart: Chart) -> None:
    assert Destination(Namespace(chart, "web")).namespace == "web"


def test_a_destination_can_have_placeholders() -> None:
    destination = Destination("{{.values.namespace}}", name="{{.path.basename}}")
    assert destination.spec() == {"name": "{{.path.basename}}", "server": None, "namespace": "{{.values.namespace}}"}


@pytest.mark.parametrize("name", ["edge_1", "arn:aws:eks:eu-1:1:cluster/a", "admin@edge.example.com", "in-cluster"])
def test_a_destination_takes_the_names_that_clusters_are_registered_under(name: str) -> None:
    assert Destination("web", name=name).name == name


def test_a_cluster_named_twice_is_refused() -> None:
    assert refusal(lambda: Destination("web", name="edge", server=IN_CLUSTER)) == (
        f"Destination: \"name 'edge' and server '{IN_CLUSTER}'\" name the cluster twice. Allowed: one of them. Fix: "
        "leave one out."
    )


@pytest.mark.parametrize("name", ["*", "edge-*", "!edge", "a b"])
def test_a_pattern_is_refused_as_the_name_of_a_cluster(name: str) -> None:
    assert refusal(lambda: Destination("web", name=name)) == (
        f"Destination.name: {name!r} is not that of a cluster. Allowed: {CLUSTER_NAMES}. Fix: write it as Argo CD has "
        "it registered."
    )


@pytest.mark.parametrize("server", ["10.0.0.1", "https://*", "kubernetes.default.svc", "https://"])
def test_what_is_no_address_of_a_server_is_refused(server: str) -> None:
    assert refusal(lambda: Destination("web", server=server)) == (
        f"Destination.server: {server!r} is not that of a cluster. Allowed: an address such as '{IN_CLUSTER}'. Fix: "
        "write it as Argo CD has it registered."
    )


def test_a_namespace_that_kubernetes_refuses_is_refused() -> None:
    assert refusal(lambda: Destination("A b")) == (
        "Destination.namespace: 'A b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or digit "
        "at both ends. Fix: write 'a-b'."
    )


def test_a_name_that_is_not_text_is_refused() -> None:
    value: Any = 5
    expected = "Destination.name: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."
    assert refusal(lambda: Destination("web", name=value)) == expected
