"""The CEL rules of a CRD: which of them an object breaks."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from preflight.admission.cel.carried import not_carried
from preflight.admission.cel.messages import finding
from preflight.admission.cel.outcomes import Broken
from preflight.admission.cel.plan import Node, plan
from preflight.admission.schema import Rule, Schema
from preflight.admission.structure.check import MAX_FINDINGS
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding

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
    found = _once(islice(_visit(root, data, old, ()), MAX_FOUND))
    return [finding(each.broken, kind, each.node.schema, each.path, each.value) for each in islice(found, MAX_FINDINGS)]


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Leave out what has been said of another value already: that a rule is never evaluated here."""
    said: set[tuple[Node, Rule]] = set()
    for each in found:
        cause = (each.node, each.broken.rule)
        if not each.broken.of_the_crd or cause not in said:
            said.add(cause)
            yield each


def _visit(node: Node, value: Any, old: Any, path: FieldPath) -> Iterator[Found]:
    """Yield what a value and the values in it break; the rules of a null are not evaluated."""
    if node.rules:
        broken = node.on_create.broken(value) if old is None else node.on_update.broken(value, old)
        for each in broken:
            yield Found(node, path, value, each)
    if isinstance(value, dict):
        yield from _visit_map(node, value, old if isinstance(old, dict) else {}, path)
    elif isinstance(value, list) and node.items:
        former = _by_keys(node.schema, old) if isinstance(old, list) else {}
        for index, item in enumerate(value):
            if item is not None:
                before = former.get(_keys(node.schema, item)) if former else None
                yield from _visit(node.items, item, before, (*path, index))


def _visit_map(node: Node, value: dict[str, Any], old: dict[str, Any], path: FieldPath) -> Iterator[Found]:
    for name, below in node.properties.items():
        item = value.get(name)
        if item is not None:
            yield from _visit(below, item, old.get(name), (*path, name))
    if node.additional:
        for key, item in value.items():
            if item is not None and key not in node.schema.properties:
                yield from _visit(node.additional, item, old.get(key), (*path, Key(key)))


def _by_keys(schema: Schema, items: list[Any]) -> dict[tuple[str, ...], Any]:
    """Return the items of a list by their keys; only those of a list of type map can be told."""
    return {_keys(schema, item): item for item in items} if schema.list_type == "map" else {}


def _keys(schema: Schema, item: Any) -> tuple[str, ...]:
    return tuple(repr(item.get(key)) for key in schema.list_map_keys) if isinstance(item, dict) else ()
