"""The CEL rules of a CRD: which of them an object breaks."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from preflight.admission.cel.carried import not_carried
from preflight.admission.cel.messages import finding
from preflight.admission.cel.outcomes import Broken
from preflight.admission.cel.plan import Node, plan
from preflight.admission.schema import Rule, Schema
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding

MAX_FINDINGS = 100
"""Findings on one object: one with a million wrong items is refused for the first ones."""

MAX_FOUND = 10_000
"""Broken rules after which an object is not looked at further."""


class Found(NamedTuple):
    """A rule that a value breaks."""

    node: Node
    path: FieldPath
    value: Any
    broken: Broken


def check_rules(
    kind: str, schema: Schema, data: Mapping[str, Any], old: Mapping[str, Any] | None = None
) -> list[Finding]:
    """Return what the rules of a kind's schema say of an object with its defaults, as `kubectl apply` would find it.

    GH140 for a rule that is false, GH141 for one that fails, GH142 for one that cannot be evaluated here. `old` is the
    object that it replaces; without it, the object is new and the rules on changes do not count.
    """
    root = plan(schema)
    if root is None:
        return []
    obstacle = not_carried(data) or (not_carried(old) if old is not None else None)
    if obstacle:
        return [obstacle]
    found: list[Found] = []
    _visit(root, data, old, (), found)
    return [finding(each.broken, kind, each.node.schema, each.path, each.value) for each in _once(found)]


def _once(found: list[Found]) -> list[Found]:
    """Leave out what has been said of another value already: that a rule does not compile."""
    said: set[tuple[Node, Rule]] = set()
    kept = []
    for each in found:
        cause = (each.node, each.broken.rule)
        if not each.broken.of_the_crd or cause not in said:
            kept.append(each)
            said.add(cause)
    return kept[:MAX_FINDINGS]


def _visit(node: Node, value: Any, old: Any, path: FieldPath, found: list[Found]) -> None:
    """Add what a value and the values in it break; the rules of a null are not evaluated."""
    if node.rules:
        broken = node.on_create.broken(value) if old is None else node.on_update.broken(value, old)
        found += [Found(node, path, value, each) for each in broken]
    if len(found) > MAX_FOUND:
        return
    if isinstance(value, dict):
        _visit_map(node, value, old if isinstance(old, dict) else {}, path, found)
    elif isinstance(value, list) and node.items:
        former = _by_keys(node.schema, old) if isinstance(old, list) else {}
        for index, item in enumerate(value):
            if item is not None:
                before = former.get(_keys(node.schema, item)) if former else None
                _visit(node.items, item, before, (*path, index), found)


def _visit_map(node: Node, value: dict[str, Any], old: dict[str, Any], path: FieldPath, found: list[Found]) -> None:
    for name, below in node.properties.items():
        item = value.get(name)
        if item is not None:
            _visit(below, item, old.get(name), (*path, name), found)
    if node.additional:
        for key, item in value.items():
            if item is not None and key not in node.schema.properties:
                _visit(node.additional, item, old.get(key), (*path, Key(key)), found)


def _by_keys(schema: Schema, items: list[Any]) -> dict[tuple[str, ...], Any]:
    """Return the items of a list by their keys; only those of a list of type map can be told."""
    return {_keys(schema, item): item for item in items} if schema.list_type == "map" else {}


def _keys(schema: Schema, item: Any) -> tuple[str, ...]:
    return tuple(repr(item.get(key)) for key in schema.list_map_keys) if isinstance(item, dict) else ()
