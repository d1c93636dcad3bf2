"""Nodes: which of them a selector takes."""

from collections.abc import Sequence

from preflight.cluster import Node
from preflight.selectors import Selector, selects


def judged(selector: Selector | None, nodes: Sequence[Node]) -> Sequence[Node]:
    """Return nodes of which it is known whether a selector takes them: all, or none where one lacks its labels."""
    keys = frozenset() if selector is None else selector.keys
    return nodes if all(node.knows(keys) for node in nodes) else ()


def selected(selector: Selector | None, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes that a selector takes, by name; without a selector all of them."""
    taken = [node for node in nodes if selector is None or selects(selector, node.all_labels)]
    return tuple(sorted(taken, key=lambda node: node.name))
