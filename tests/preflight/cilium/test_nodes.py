"""Nodes, and which of them a selector takes."""

from preflight.cilium.nodes import selected
from preflight.cluster import Node
from preflight.selectors import selector_of

EDGE = Node(name="edge", labels={"role": "edge"})
RENAMED = Node(name="worker", labels={"kubernetes.io/hostname": "worker.example.com"})


def names(written: dict[str, dict[str, str]] | None) -> list[str]:
    return [node.name for node in selected(selector_of(written), [RENAMED, EDGE])]


def test_nodes_are_taken_by_their_labels_and_are_sorted_by_name() -> None:
    assert names(None) == names({}) == ["edge", "worker"]
    assert names({"matchLabels": {"role": "edge"}}) == ["edge"]
    assert names({"matchLabels": {"role": "none"}}) == []


def test_the_hostname_and_the_system_of_a_node_are_labels_even_where_nobody_declares_them() -> None:
    assert names({"matchLabels": {"kubernetes.io/hostname": "edge"}}) == ["edge"]
    assert names({"matchLabels": {"kubernetes.io/os": "linux"}}) == ["edge", "worker"]


def test_a_declared_hostname_counts_before_the_name() -> None:
    assert names({"matchLabels": {"kubernetes.io/hostname": "worker"}}) == []
    assert names({"matchLabels": {"kubernetes.io/hostname": "worker.example.com"}}) == ["worker"]
